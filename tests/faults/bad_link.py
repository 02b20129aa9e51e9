"""A link that cuts, delays, doubles, throttles, loses answers or answers by itself."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from pathlib import Path

from mobile.ports import TroubleKind
from shared.codec import encode
from shared.laporan import Laporan
from shared.status import PhoneState
from tests import cast
from tests.both.kit import RealPhone, RealServer
from tests.doubles.proxy import Link, Proxy
from tests.faults.harness import Doubled, Job, need

SMALLEST_CUT = 2_400
"""A link that lasts for less than one report of 2 kB gets nothing through, ever."""

LONGEST_ANSWER = 20_000
"""A link that always breaks before an answer has come brings no long story through, ever."""

SLOW = 16_000 / 8
MOST_VISITS = 400


def check_arrived(server: RealServer, phone: RealPhone, sent: list[Laporan]) -> None:
    """Each once, byte for byte, and known as received on the phone."""
    need(server.reports(sent) == {one.id: encode(one) for one in sent}, "a report is not there")
    need(server.versions(sent) == len(sent), "a report is there twice", Doubled)
    for laporan in sent:
        record = phone.record(laporan)
        need(record.state is PhoneState.RECEIVED, f"the phone says {record.state}")
        need(len(record.resi) == 1, f"receipts: {record.resi}", Doubled)
        for foto in laporan.foto:
            there = server.photo(foto.sha256) or b""
            need(hashlib.sha256(there).hexdigest() == foto.sha256, "a photo is not there")


def write(phone: RealPhone, size: int) -> list[Laporan]:
    """A kejadian and two patrols, three photos in all."""
    return [
        phone.finish(cast.patrol(foto=(phone.photo(1, size), phone.photo(2, size)))),
        phone.finish(cast.patrol()),
        phone.finish(cast.flood(foto=(phone.photo(3, size),))),
    ]


def write_one(phone: RealPhone, size: int) -> list[Laporan]:
    """As much as a link of 16 kbit/s carries in three seconds."""
    return [phone.finish(cast.patrol(foto=(phone.photo(1, size),)))]


def cut_up(link: Link, dice: random.Random) -> int:
    link.cut_up = dice.randint(SMALLEST_CUT, 40_000)
    return 12_000


def cut_down(link: Link, dice: random.Random) -> int:
    link.cut_down = dice.randint(1, 1_200)
    return 12_000


def lose_answers(link: Link, dice: random.Random) -> int:
    link.lose_answers = dice.randint(1, 6)
    return 12_000


def double(link: Link, dice: random.Random) -> int:
    link.duplicate = True
    return 12_000


def delay(link: Link, dice: random.Random) -> int:
    link.delay_s = dice.uniform(0.01, 0.2)
    return 6_000


def portal(link: Link, dice: random.Random) -> int:
    link.portal = True
    return 6_000


def throttle(link: Link, dice: random.Random) -> int:
    link.bytes_per_s = SLOW
    return 3_000


def everything(link: Link, dice: random.Random) -> int:
    """A village at the edge of the net."""
    link.cut_up, link.cut_down = dice.randint(4_000, 40_000), dice.randint(LONGEST_ANSWER, 40_000)
    link.lose_answers, link.duplicate = dice.randint(0, 3), dice.random() < 0.5
    link.delay_s = dice.uniform(0.0, 0.05)
    return 12_000


Kind = Callable[[Link, random.Random], int]
"""Makes the link bad, and says how large the photos shall be."""

KINDS: tuple[Kind, ...] = (
    throttle, cut_up, cut_down, lose_answers, double, delay, portal, everything,
)  # fmt: skip


async def run(job: Job) -> None:
    """One kind after the other, until there were ``count`` links; a new server for each round."""
    dice = random.Random(job.seed)
    for begin in range(0, job.count, len(KINDS)):
        server = RealServer(job.folder / f"server-{begin}")
        server.start()
        try:
            for number, kind in enumerate(KINDS[: job.count - begin], begin):
                with job.row.case(f"{kind.__name__} number {number}"):
                    await one_link(server, job.folder / f"phone-{number}", kind, dice)
        finally:
            server.stop()


async def one_link(
    server: RealServer,
    folder: Path,
    kind: Callable[[Link, random.Random], int],
    dice: random.Random,
) -> None:
    """Three reports over it; a portal and a link that answers nothing go away after a while."""
    phone = RealPhone(folder)
    await phone.activate(server)
    async with Proxy(server.port).running() as proxy:
        phone.reach(proxy.port)
        size = kind(proxy.link, dice)
        sent = write_one(phone, size) if kind is throttle else write(phone, size)
        if kind in (portal, cut_down):
            for _ in range(3):
                trouble = await phone.engine.visit()
                if kind is portal:
                    need(trouble is not None and trouble.kind is TroubleKind.PORTAL, str(trouble))
                    need(server.reports(sent) == {}, "a portal took a report")
            proxy.link.portal, proxy.link.cut_down = False, None
        await phone.visit_until_done(MOST_VISITS)
    check_arrived(server, phone, sent)
    await phone.close()
