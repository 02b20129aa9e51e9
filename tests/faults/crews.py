"""A crew serves one port while its processes are killed, and the database starts anew: each thing
that many do at once happens exactly once, nothing that was acknowledged is lost, and a window of
another process hears of it.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from server.core.config import Settings
from server.core.context import Context, open_context
from server.core.db.listening import heard
from server.hp import activation
from server.laporan import review
from server.laporan.rows import photo_rows
from shared.clock import SystemClock
from shared.codec import encode
from shared.protocol import ACTIVATE, SYNC
from tests.cast import BU_IDA, LALAYAU, new_id, patrol
from tests.doubles.cluster import Cluster, cluster, why_not
from tests.faults.harness import Doubled, Job, lift_quota, need
from tests.faults.races import Pair, count, once, pair, race_approval, set_up
from tests.faults.server_kills import Sender
from tests.server.live import Live, live

SIZES = (2, 4)
RACES = 4
"""In a round: a code, a report, a decision, an approval."""
KILL_EACH, RESTART_EACH = 2, 7
"""Rounds: in so many one process is killed, in so many the database starts anew."""
WAIT_S = 300
AGAIN_S = 0.1
SENDERS = 2
CREATED, FAULT = 201, 500

Body = dict[str, Any]


@dataclass
class Siege:
    """A running crew, who sends to it all the time, and what has been decided."""

    ctx: Context
    server: Live
    size: int
    dice: random.Random
    database: Cluster | None
    rung: threading.Event = field(default_factory=threading.Event)
    late: list[float] = field(default_factory=list[float])
    """Seconds from an answer until a window of another process heard."""
    decided: list[str] = field(default_factory=list[str])
    senders: list[Sender] = field(default_factory=list[Sender])
    kills: int = 0
    restarts: int = 0

    def workers(self) -> list[int]:
        ident = self.server.process.pid
        told = Path(f"/proc/{ident}/task/{ident}/children").read_text()
        return [int(word) for word in told.split()]

    def disturb(self, round_: int) -> None:
        """In the middle of a race."""
        time.sleep(self.dice.uniform(0.0, 0.05))
        if self.database is not None and round_ % RESTART_EACH == RESTART_EACH - 1:
            self.database.stop()
            self.database.start()
            self.restarts += 1
        elif round_ % KILL_EACH == 1 and (there := self.workers()):
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.dice.choice(there), signal.SIGKILL)
                self.kills += 1

    def race(self, round_: int, path: str, body: Body, token: str = "") -> list[httpx.Response]:
        """Two for each process post the same at once, and again until they are answered."""
        number = 2 * self.size
        start = threading.Barrier(number + 1)

        def one(which: int) -> httpx.Response:
            start.wait(WAIT_S)
            return self.post(f"10.{round_ // 250}.{round_ % 250}.{which + 1}", path, body, token)

        with ThreadPoolExecutor(number) as pool:
            said = pool.map(one, range(number))
            start.wait(WAIT_S)
            self.disturb(round_)
            return list(said)

    def post(self, address: str, path: str, body: Body, token: str = "") -> httpx.Response:
        """As a phone at this address, until it is answered."""
        who = {"Authorization": f"Bearer {token}"} if token else {}
        end = time.monotonic() + WAIT_S
        while True:
            with contextlib.suppress(httpx.HTTPError):
                answer = httpx.post(
                    self.server.url + path, json=body, headers={"X-Forwarded-For": address, **who},
                    timeout=30, trust_env=False,
                )  # fmt: skip
                if answer.status_code < FAULT:
                    return answer
            need(time.monotonic() < end, f"{path} was never answered")
            time.sleep(AGAIN_S)

    def told(self) -> str:
        """What the run can say of itself."""
        reports = sum(len(one.resi) for one in self.senders)
        photos = sum(len(one.photos) for one in self.senders)
        return (
            f"{self.size} processes: {self.kills} killed, {self.restarts} restarts of the "
            f"database, {reports} reports and {photos} photos acknowledged beside, heard within "
            f"{max(self.late, default=0):.1f} s"
        )

    def phone(self, address: str, name: str) -> str:
        """The token of a phone that nobody races for."""
        code = activation.new_code(self.ctx, LALAYAU, BU_IDA.nama, BU_IDA.jabatan)
        body = {"code": code, "device_name": name, "app_version": "1.0.0"}
        return self.post(address, ACTIVATE, body).json()["token"]


def _code(siege: Siege, round_: int) -> str:
    """One code for one phone; a token, of this race or, where its answer was lost, of another."""
    name = f"HP {round_} (contoh)"
    code = activation.new_code(siege.ctx, LALAYAU, BU_IDA.nama, BU_IDA.jabatan)
    body = {"device_name": name, "app_version": "1.0.0", "code": code}
    said = siege.race(round_, ACTIVATE, body)
    tokens = [one.json()["token"] for one in said if one.status_code == CREATED]
    need(len(tokens) < 2, f"{len(tokens)} tokens", Doubled)
    phones = count(siege.ctx, f"devices WHERE device_name = '{name}'")
    need(phones < 2, f"{phones} phones", Doubled)
    need(phones == 1, f"{[one.text for one in said]}")
    return tokens[0] if tokens else siege.phone(f"10.99.0.{round_ % 250}", "HP lain (contoh)")


def _report(siege: Siege, round_: int, token: str) -> str:
    """One report from all sides at once: one receipt, one version, and a window hears of it."""
    laporan = patrol(new_id())
    siege.rung.clear()
    said = siege.race(round_, SYNC, {"laporan": [encode(laporan)]}, token)
    answered = time.monotonic()
    results = [one.raise_for_status().json()["results"][0] for one in said]
    states = [one["state"] for one in results]
    need(set(states) <= {"accepted", "already_have"}, f"{states}")
    need(states.count("accepted") < 2, f"{states}", Doubled)
    need(len({one["resi"] for one in results}) == 1, f"two receipts: {results}", Doubled)
    stored = count(siege.ctx, f"laporan_versi WHERE laporan = '{laporan.id}'")
    need(stored == 1, f"{stored} versions", Doubled)
    need(siege.rung.wait(WAIT_S), "no window of another process heard of it")
    siege.late.append(time.monotonic() - answered)
    return laporan.id


def _decision(siege: Siege, both: Pair, laporan: str) -> None:
    """Two officers decide; the crew carries it out, once, when it cannot be undone any more."""
    once(both.race("decide", [laporan, 0], [laporan, 1]), "decided", review.NotNowError.__name__)
    siege.decided.append(laporan)


def _round(siege: Siege, both: Pair, job: Job, round_: int) -> None:
    token = laporan = ""
    with job.row.case(f"{round_}: a code"):
        token = _code(siege, round_)
    with job.row.case(f"{round_}: a report"):
        laporan = _report(siege, round_, token)
    with job.row.case(f"{round_}: a decision"):
        need(bool(laporan), "no report to decide on")
        _decision(siege, both, laporan)
    with job.row.case(f"{round_}: an approval"):
        race_approval(siege.ctx, both)


@contextlib.contextmanager
def _load(siege: Siege) -> Iterator[None]:
    """Phones that send all the time, and go on wherever they were cut off."""
    over = threading.Event()
    for number in range(SENDERS):
        token = siege.phone(f"10.98.0.{number + 1}", f"HP beban {number} (contoh)")
        siege.senders.append(Sender(token, random.Random(siege.dice.random()), over=over))
    threads = [
        threading.Thread(target=_send, args=(one, siege.server.url)) for one in siege.senders
    ]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join()


def _send(sender: Sender, url: str) -> None:
    while not sender.over.is_set() and not sender.wrong:
        sender.work(url)
        time.sleep(AGAIN_S)


def _look(siege: Siege) -> None:
    """In peace: what was acknowledged is there once, no photo is lost, each decision is done."""
    for sender in siege.senders:
        if sender.wrong:
            raise sender.wrong.pop()
        with sender.client(siege.server.url) as client:
            sender.catch_up(client)
        for ident, resi in sender.resi.items():
            found = count(siege.ctx, f"laporan WHERE id = '{ident}' AND resi = '{resi}'")
            need(found == 1, f"{resi}: {found}")
            need(count(siege.ctx, f"laporan_versi WHERE laporan = '{ident}'") == 1, resi, Doubled)
    different = count(siege.ctx, "(SELECT DISTINCT resi FROM laporan) AS r")
    need(count(siege.ctx, "laporan") == different, "a resi was given twice", Doubled)
    _soon(lambda: not _unnoted(siege), "a photo that is here is not noted")
    _soon(lambda: all(_done(siege, one) for one in siege.decided), "a decision is not carried out")
    for one in siege.decided:
        need(_done(siege, one) == 1, f"carried out {_done(siege, one)} times", Doubled)


def _done(siege: Siege, laporan: str) -> int:
    return count(siege.ctx, f"audit WHERE ref = '{laporan}' AND action = 'laporan_diverifikasi'")


def _unnoted(siege: Siege) -> set[str]:
    with siege.ctx.database.read() as db:
        noted = {sha for _, sha, _, at in photo_rows.all_named(db) if at is not None}
    return {sha for one in siege.senders for sha in one.photos} - noted


def _soon(so: Callable[[], object], else_: str) -> None:
    end = time.monotonic() + WAIT_S
    while not so():
        need(time.monotonic() < end, else_)
        time.sleep(AGAIN_S)


def _besiege(job: Job, data: Path, database: Cluster | None, size: int, rounds: range) -> str:
    url = database.url("sinar") if database else None
    words = ("--database", url) if url else ()
    clock, dice = SystemClock(), random.Random(job.seed + size)
    with (
        open_context(Settings(data, url), clock) as ctx,
        live(data, "--workers", str(size), "--trusted-proxy", "127.0.0.1", *words) as server,
    ):
        set_up(ctx)
        lift_quota(ctx)
        siege = Siege(ctx, server, size, dice, database)
        with heard(ctx.database, ctx.news, siege.rung.set), pair(data, url, clock) as both:
            with _load(siege):
                for round_ in rounds:
                    _round(siege, both, job, round_)
            with job.row.case(f"all of it, {size} processes"):
                _look(siege)
        need(server.stop() == 0, "the crew did not stop in order")
    return siege.told()


def _play(job: Job, database: Cluster | None) -> None:
    rounds = -(-job.count // RACES)
    told = []
    for number, size in enumerate(SIZES):
        here = range(number * rounds // len(SIZES), (number + 1) * rounds // len(SIZES))
        if here:
            told.append(_besiege(job, job.folder / "data", database, size, here))
    job.row.told = "; ".join(told)


async def run(job: Job) -> None:
    """Rounds of races over SQLite, half of them with two processes, half with four."""
    await asyncio.to_thread(_play, job, None)


async def run_on_postgres(job: Job) -> None:
    """The same over PostgreSQL, which is started anew meanwhile."""
    job.row.skipped = why_not()
    if not job.row.skipped:
        with cluster(durable=True) as running:
            running.make("sinar")
            await asyncio.to_thread(_play, job, running)
