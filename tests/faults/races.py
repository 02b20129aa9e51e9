"""Two processes over one PostgreSQL race for the same thing: it happens exactly once, each time."""

from __future__ import annotations

import contextlib
import json
import multiprocessing as mp
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from server.core import devices
from server.core.config import Settings
from server.core.context import Context, open_context
from server.core.sessions import Account
from server.hp import activation
from server.laporan import deciding, review
from server.rekap import approvals, rekap, rekap_paper
from server.sinkron.sync import sync
from server.sinkron.web import envelope
from shared.clock import WITA, Clock, FixedClock
from shared.codec import encode
from shared.roles import Role
from tests.cast import BU_IDA, LALAYAU, patrol
from tests.doubles.cluster import cluster, why_not
from tests.faults.harness import Doubled, Job, need
from tests.server.kit import NOW
from tests.server.rekap.kit import KASI, OFFICE

WAIT_S = 300
COLLEAGUE = Account("kasi3", Role.KASI_TRANTIB, "Kasi Trantib (contoh) yang lain")
RACES = 4
"""In a round: a code, a report by the phone that got in, a decision on it, an approval."""

Said = str
"""What came of it: the deed's own answer, or the name of the refusal."""


def activate(ctx: Context, code: str, round_: int) -> Said:
    address = f"10.1.{round_ // 250}.{round_ % 250}"
    given = activation.activate(ctx, code, "HP (contoh)", "1.0.0", address)
    return f"token {given.token}"


def send(ctx: Context, token: str, message: str) -> Said:
    phone = devices.by_token(ctx, token)
    need(phone is not None, "the phone that was let in is unknown")
    assert phone
    (result,) = sync(ctx, phone, envelope.sync_call(message)).results
    return f"{result.state} {result.resi}"


def decide(ctx: Context, laporan: str, number: int) -> Said:
    deciding.verify(ctx, (KASI, COLLEAGUE)[number], laporan, 1)
    return "decided"


def settle(ctx: Context) -> Said:
    deciding.settle(ctx)
    return "settled"


def approve(ctx: Context) -> Said:
    which = rekap.Which(f"{ctx.clock.now().astimezone(WITA):%Y-%m}")
    seen = rekap.read(ctx, KASI, which).rekap
    approvals.approve(ctx, KASI, which, seen, "https://linmas.example")
    return "approved"


DEEDS: dict[str, Callable[..., Said]] = {
    "activate": activate, "send": send, "decide": decide, "settle": settle, "approve": approve,
}  # fmt: skip


def runner(data: Path, url: str | None, ours: Connection, start: Any, clock: Clock) -> None:
    """One of the two processes: told what to do, it waits for the other, and does it."""
    rekap_paper.make_pdf = _quick_pdf
    with open_context(Settings(data, url), clock) as ctx:
        ours.send("ready")
        while told := ours.recv():
            deed, words, later = told
            if isinstance(clock, FixedClock):
                clock.move(seconds=later)
            start.wait(WAIT_S)
            try:
                ours.send(DEEDS[deed](ctx, *words))
            except Exception as error:  # noqa: BLE001 it is what the race is about
                ours.send(type(error).__name__)


def _quick_pdf(_ctx: Any, _reading: Any, _which: Any, target: Path, *_more: Any) -> None:
    """What is printed is not what the race is about."""
    target.write_bytes(f"%PDF {target}".encode())


@dataclass
class Pair:
    """The two, and who tells them."""

    ends: list[Connection]

    def race(self, deed: str, *words: list[Any], later: float = 0) -> list[Said]:
        """Both at once; ``words`` of each, or the same for both."""
        for number, end in enumerate(self.ends):
            end.send((deed, words[number % len(words)] if words else [], later))
        return [end.recv() if end.poll(WAIT_S) else "no answer" for end in self.ends]


@contextlib.contextmanager
def pair(data: Path, url: str | None, clock: Clock) -> Iterator[Pair]:
    """Two processes over one folder and one database, as long as the block lasts."""
    context = mp.get_context("spawn")
    start = context.Barrier(2)
    pipes = [context.Pipe() for _ in range(2)]
    processes = [
        context.Process(target=runner, args=(data, url, theirs, start, clock), daemon=True)
        for _, theirs in pipes
    ]
    for process in processes:
        process.start()
    both = Pair([ours for ours, _ in pipes])
    try:
        for end in both.ends:
            need(end.poll(WAIT_S) and end.recv() == "ready", "a process did not start")
        yield both
    finally:
        for end in both.ends:
            with contextlib.suppress(OSError):
                end.send(None)
        for process in processes:
            process.join(10)
            process.kill()


async def run(job: Job) -> None:
    """Rounds of races until there were enough."""
    job.row.skipped = why_not()
    if job.row.skipped:
        return
    data = job.folder / "data"
    with (
        cluster() as running,
        open_context(Settings(data, url := running.make("sinar")), FixedClock(NOW)) as ctx,
    ):
        set_up(ctx)
        with pair(data, url, FixedClock(NOW)) as both:
            for round_ in range(-(-job.count // RACES)):
                _round(ctx, both, job, round_)
        with job.row.case("the log"), ctx.database.read() as db:
            from server.core.rows import audit_rows

            need(audit_rows.examine(db).broken_at is None, "the log's chain is broken", Doubled)


def set_up(ctx: Context) -> None:
    from server.core import office

    office.change(ctx, KASI, OFFICE)


def _round(ctx: Context, both: Pair, job: Job, round_: int) -> None:
    laporan = patrol()
    message = json.dumps({"laporan": [encode(laporan)]})
    token = ""
    with job.row.case(f"{round_}: a code"):
        code = activation.new_code(ctx, LALAYAU, BU_IDA.nama, BU_IDA.jabatan)
        won = once(both.race("activate", [code, round_]), "token", "CodeInvalidError")
        token = won.split()[1]
    with job.row.case(f"{round_}: a report"):
        said = both.race("send", [token, message])
        won = once(said, "accepted", "already_have")
        need(len({one.split()[1] for one in said}) == 1, f"two receipts: {said}", Doubled)
        need(count(ctx, f"laporan_versi WHERE laporan = '{laporan.id}'") == 1, "versions", Doubled)
    with job.row.case(f"{round_}: a decision"):
        said = both.race("decide", [laporan.id, 0], [laporan.id, 1])
        once(said, "decided", review.NotNowError.__name__)
        both.race("settle", later=deciding.UNDO.total_seconds() + 1)
        done = count(ctx, f"audit WHERE ref = '{laporan.id}' AND action = 'laporan_diverifikasi'")
        need(done == 1, f"carried out {done} times", Doubled)
    with job.row.case(f"{round_}: an approval"):
        race_approval(ctx, both)


def race_approval(ctx: Context, both: Pair) -> None:
    """Of one recap, by both; it is taken away again."""
    once(both.race("approve"), "approved", "OvertakenError", "TwiceError")
    need(count(ctx, "papers") == count(ctx, "paper_approvals") == 1, "papers", Doubled)
    with ctx.database.write() as db:
        for table in ("paper_approvals", "papers"):
            db.exec_driver_sql(f"DELETE FROM {table}")


def once(said: list[Said], won: str, *lost: str) -> Said:
    """The one answer of who was first; the other was refused as somebody who comes later is."""
    first = [one for one in said if one.split()[0] == won]
    rest = [one for one in said if one.split()[0] in lost]
    need(len(first) < 2, f"both: {said}", Doubled)
    need((len(first), len(rest)) == (1, 1), f"{said}")
    return first[0]


def count(ctx: Context, where: str) -> int:
    with ctx.database.read() as db:
        return db.exec_driver_sql(f"SELECT count(*) FROM {where}").scalar_one()
