"""The server's database: the power is cut after any commit, its disk runs full, a page is damaged.

SQLite is taken at its word that with ``synchronous=FULL`` a commit has synced its log, that a
checkpoint begins after that, and syncs the file before the log begins anew, whose head (a new salt,
so that nothing of before counts) is synced before its first page (`test_migrations`
holds the setting). What was written after that is there or not, sector by sector.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import itertools
import json
import random
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import event

from server import cli
from server.core.db import database_copy
from server.laporan import read_laporan
from shared.codec import encode
from shared.laporan import Laporan
from tests.cast import patrol
from tests.faults.harness import Doubled, Job, need
from tests.server.kit import Office, Phone, office, stored

SECTOR = 512
LOG_HEAD = 32
"""<https://sqlite.org/fileformat2.html#walformat>"""
CHECKPOINT_EVERY = 4
"""So many steps: often enough that the log begins anew several times."""


# Power -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Moment:
    """The two files right after an acknowledgement, or a checkpoint."""

    file: bytes
    log: bytes
    acknowledged: int = 0

    def torn(self, later: Moment, dice: random.Random) -> Moment:
        """A cut on the way to the next moment: a commit writes the log, a checkpoint the file."""
        assert self.file == later.file or self.log == later.log
        return Moment(_mixed(self.file, later.file, dice), _torn_log(self.log, later.log, dice))


def _torn_log(old: bytes, new: bytes, dice: random.Random) -> bytes:
    """A log that begins anew has its head synced before anything is written behind it."""
    if old[:LOG_HEAD] == new[:LOG_HEAD]:
        return _mixed(old, new, dice)
    if dice.random() < 0.3:
        return old
    return new[:LOG_HEAD] + _mixed(old, new, dice)[LOG_HEAD:]


def _mixed(old: bytes, new: bytes, dice: random.Random) -> bytes:
    """Each sector old or new; what lies beyond the old end may lack, or be zero."""
    end = dice.choice((len(old), len(new), dice.randint(min(len(old), len(new)), len(new))))
    out = bytearray()
    for at in range(0, max(end, len(old)), SECTOR):
        before, after = old[at : at + SECTOR], new[at : at + SECTOR]
        if before == after:
            out += before
        elif not before:
            out += dice.choice((after, bytes(len(after))))
        else:
            out += dice.choice((before, after or before))
    return bytes(out)


async def lose_power(job: Job) -> None:
    """After ``count`` steps, each a report or a checkpoint, a cut on the way to the next one."""
    data = job.folder / "data"
    sent, resi, moments = list[Laporan](), list[str](), list[Moment]()
    async with office(data) as juai:
        _for_new_connections(juai, "PRAGMA wal_autocheckpoint=0")
        ida = await juai.phone()
        while len(moments) <= job.count:
            if len(moments) % CHECKPOINT_EVERY == CHECKPOINT_EVERY - 1:
                await asyncio.to_thread(_checkpoint, juai)
            else:
                sent.append(patrol())
                resi.append((await ida.send(sent[-1]))["resi"])
            file, log = (data / "sinar.db").read_bytes(), (data / "sinar.db-wal").read_bytes()
            moments.append(Moment(file, log, len(sent)))
    dice = random.Random(job.seed)
    for number, (now, later) in enumerate(itertools.pairwise(moments), 1):
        with job.row.case(f"power lost after step {number}"):
            left = now.torn(later, dice)
            known = resi[: now.acknowledged]
            await _start_on(job.folder / str(number), left, ida.token, sent, known)


def _checkpoint(juai: Office) -> None:
    with juai.ctx.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)").all()


async def _start_on(
    folder: Path, left: Moment, token: str, sent: list[Laporan], resi: list[str]
) -> None:
    folder.mkdir(mode=0o700)
    (folder / "sinar.db").write_bytes(left.file)
    (folder / "sinar.db-wal").write_bytes(left.log)
    async with office(folder) as juai:
        need(database_copy.troubles(juai.ctx.database.engine) == [], "the file is damaged")
        for laporan in sent[: len(resi)]:
            detail = read_laporan.detail(juai.ctx, laporan.id)
            need(detail is not None and detail.message == encode(laporan), "a report is gone")
        phone = Phone(juai.client, token, "", sent[0].desa)
        answers = (await phone.sync(*sent[max(0, len(resi) - 18) :][:20]))["results"]
        known = [one["resi"] for one in answers if one["id"] in {s.id for s in sent[: len(resi)]}]
        need(known == resi[-len(known) :], "another resi for the same report", Doubled)
        fresh = [one["resi"] for one in answers][len(known) :]
        need(not set(fresh) & set(resi), "a resi was given twice", Doubled)
    shutil.rmtree(folder)


# A full disk -------------------------------------------------------------------------------------


async def run_full(job: Job) -> None:
    """No room for more than so many pages, from none on; later there is room again."""
    for room in range(job.count):
        with job.row.case(f"room for {room} pages"):
            async with office(job.folder / str(room)) as juai:
                await _send_into(juai, await juai.phone(), room)


async def _send_into(juai: Office, ida: Phone, room: int) -> None:
    with juai.ctx.database.read() as db:
        pages: int = db.exec_driver_sql("PRAGMA page_count").scalar_one()
    _for_new_connections(juai, f"PRAGMA max_page_count={pages + room}")
    many = [encode(patrol(uraian="Ronda. " * 500)) for _ in range(20)]
    answer = await ida.post(laporan=many)
    if answer.status_code != 200:
        need((answer.status_code, answer.json()["code"]) == (503, "storage_full"), answer.text)
        need(int(answer.headers["retry-after"]) > 0, "it does not say when to come again")
    before = stored(juai.ctx)
    _for_new_connections(juai, "PRAGMA max_page_count=1000000")
    results = (await ida.sync(laporan=many))["results"]
    kept = [one["state"] for one in results].count("already_have")
    need(kept == before, f"{before} were kept, {kept} are known")
    resi = {one["resi"] for one in results}
    need(len(resi) == 20, f"{len(resi)} numbers for 20 reports", Doubled)


def _for_new_connections(juai: Office, pragma: str) -> None:
    def prepare(driver: Any, _record: Any) -> None:
        driver.execute(pragma)

    event.listen(juai.ctx.database.engine, "connect", prepare)
    juai.ctx.database.engine.dispose()


# Damage ------------------------------------------------------------------------------------------

HARMS = {
    "ones": lambda page, dice: b"\xff" * len(page),
    "zeros": lambda page, dice: bytes(len(page)),
    "noise": lambda page, dice: dice.randbytes(len(page)),
    "torn": lambda page, dice: page[: len(page) // 2] + bytes(len(page) - len(page) // 2),
}


async def damage(job: Job) -> None:
    """A page of the file is not what was written: `sinar doctor` says so, or nothing is missing."""
    data, sent = job.folder / "data", [patrol() for _ in range(20)]
    async with office(data) as juai:
        await (await juai.phone()).sync(*sent)
    whole = (data / "sinar.db").read_bytes()
    dice, size = random.Random(job.seed), int.from_bytes(whole[16:18])
    for number in range(job.count):
        name, harm = dice.choice(list(HARMS.items()))
        page = dice.randrange(len(whole) // size) if number else 0  # the first one holds the rest
        at = slice(page * size, (page + 1) * size)
        with job.row.case(f"{name} in page {page + 1}"):
            folder = job.folder / str(number)
            folder.mkdir(mode=0o700)
            spoiled = whole[: at.start] + harm(whole[at], dice) + whole[at.stop :]
            (folder / "sinar.db").write_bytes(spoiled)
            status, said = _doctor(folder)
            named = status == 1 and "RUSAK" in said
            need(named or _all_there(folder, sent), f"not named: {said}")
            shutil.rmtree(folder)


def _doctor(folder: Path) -> tuple[int, str]:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        status = cli.main(["doctor", "--data", str(folder)])
    return status, said.getvalue()


def _all_there(folder: Path, sent: list[Laporan]) -> bool:
    """Whatever was spoiled, no report was in it."""
    with contextlib.closing(sqlite3.connect(folder / "sinar.db")) as db:
        rows = db.execute("SELECT laporan, message FROM laporan_versi").fetchall()
    found = {ident: json.loads(message) for ident, message in rows}
    return found == {laporan.id: encode(laporan) for laporan in sent}
