"""Whatever the link does, every report is at the kecamatan once, with its photos, byte for byte."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from mobile.ports import TroubleKind
from mobile.sync.outbox import to_json
from shared.codec import encode
from shared.laporan import Laporan
from shared.status import PhoneState
from tests import cast
from tests.both.kit import RealPhone, RealServer, assert_all_arrived
from tests.doubles.proxy import Proxy

pytestmark = pytest.mark.anyio


def write_three(ida: RealPhone, size: int) -> list[Laporan]:
    """A kejadian and two patrols, five photos in all."""
    return [
        ida.finish(cast.patrol(foto=(ida.photo(1, size), ida.photo(2, size)))),
        ida.finish(cast.patrol(foto=(ida.photo(3, size),))),
        ida.finish(cast.flood(foto=(ida.photo(4, size), ida.photo(5, size)))),
    ]


async def test_cut_every_64_kb_less_than_a_tenth_is_sent_again(
    server: RealServer, ida: RealPhone, proxy: Proxy
) -> None:
    """Counted is every byte that went up the link, headers and repeated calls included."""
    sent = write_three(ida, 150_000)
    payload = sum(foto.size for one in sent for foto in one.foto)
    payload += sum(len(to_json(encode(one))) for one in sent)
    ida.reach(proxy.port)
    proxy.link.cut_up = 64 * 1024

    await ida.visit_until_done()

    assert_all_arrived(server, ida, sent)
    assert proxy.link.connections >= payload // proxy.link.cut_up
    assert proxy.link.up <= payload * 1.10


@pytest.mark.parametrize("every", [3_000, 5_000, 9_001, 20_000])
async def test_cut_after_every_k_bytes_upwards(
    server: RealServer, ida: RealPhone, proxy: Proxy, every: int
) -> None:
    sent = write_three(ida, 12_000)
    ida.reach(proxy.port)
    proxy.link.cut_up = every

    await ida.visit_until_done()

    assert_all_arrived(server, ida, sent)


@pytest.mark.parametrize("first", [1, 10, 100, 400, 1000])
async def test_an_answer_cut_after_k_bytes_is_asked_for_again(
    server: RealServer, ida: RealPhone, proxy: Proxy, first: int
) -> None:
    sent = write_three(ida, 12_000)
    ida.reach(proxy.port)
    proxy.link.cut_down = first
    for _ in range(3):
        await ida.engine.visit()
    proxy.link.cut_down = None

    await ida.visit_until_done()

    assert_all_arrived(server, ida, sent)


async def test_a_long_story_comes_in_answers_that_a_short_link_carries(
    server: RealServer, ida: RealPhone, proxy: Proxy, tmp_path: Path
) -> None:
    """Ida was away while another phone of her village reported; her own receipt comes with it."""
    rudi = RealPhone(tmp_path / "rudi")
    await rudi.activate(server, nama=cast.PAK_RUDI.nama)
    theirs = [rudi.finish(cast.patrol(uraian="Ronda malam. " * 80)) for _ in range(40)]
    await rudi.visit_until_done()
    await rudi.close()
    sent = write_three(ida, 3_000)
    ida.reach(proxy.port)
    proxy.link.cut_down = 24_000

    await ida.visit_until_done()

    assert_all_arrived(server, ida, sent)
    assert {one.id for one in theirs} <= {r.id for r in ida.laporan.history("2026-11")}


@pytest.mark.parametrize("answers", [1, 2, 5])
async def test_answers_that_are_lost_after_the_commit_double_nothing(
    server: RealServer, ida: RealPhone, proxy: Proxy, answers: int
) -> None:
    sent = write_three(ida, 12_000)
    ida.reach(proxy.port)
    proxy.link.lose_answers = answers

    await ida.visit_until_done()

    assert_all_arrived(server, ida, sent)


async def test_a_portals_page_is_no_receipt(
    server: RealServer, ida: RealPhone, proxy: Proxy
) -> None:
    sent = write_three(ida, 12_000)
    ida.reach(proxy.port)
    proxy.link.portal = True

    trouble = await ida.engine.visit()

    assert trouble is not None
    assert trouble.kind is TroubleKind.PORTAL
    assert server.reports(sent) == {}
    assert all(ida.record(one).state is PhoneState.QUEUED for one in sent)

    proxy.link.portal = False
    await ida.visit_until_done()
    assert_all_arrived(server, ida, sent)


async def test_requests_that_arrive_twice_are_taken_once(
    server: RealServer, ida: RealPhone, proxy: Proxy
) -> None:
    sent = write_three(ida, 12_000)
    ida.reach(proxy.port)
    proxy.link.duplicate = True

    await ida.visit_until_done()

    assert_all_arrived(server, ida, sent)


async def test_a_slow_and_late_link_only_takes_longer(
    server: RealServer, ida: RealPhone, proxy: Proxy
) -> None:
    sent = write_three(ida, 12_000)
    ida.reach(proxy.port)
    proxy.link.delay_s, proxy.link.bytes_per_s = 0.005, 400_000

    assert await ida.engine.visit() is None

    assert_all_arrived(server, ida, sent)


async def test_stopping_at_any_photo_loses_nothing(
    server: RealServer, ida: RealPhone, proxy: Proxy
) -> None:
    sent = write_three(ida, 60_000)
    ida.reach(proxy.port)
    proxy.link.bytes_per_s = 600_000
    for _ in range(6):
        visit = asyncio.create_task(ida.engine.visit())
        await asyncio.sleep(0.08)
        ida.engine.stop()
        await visit

    await ida.visit_until_done()

    assert_all_arrived(server, ida, sent)
