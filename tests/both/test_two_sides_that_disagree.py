"""Two phones, two versions, a server put back to yesterday: both sides agree again in the end."""

from __future__ import annotations

import asyncio
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from mobile.domain.record import reopened
from mobile.ports import SyncState, TroubleKind
from server.core.config import Settings
from server.rawat.backup import backup
from server.rawat.restore import restore
from shared.clock import SystemClock, format_time
from shared.codec import encode
from shared.status import PhoneState
from tests import cast
from tests.both.kit import RealPhone, RealServer, assert_all_arrived
from tests.doubles.proxy import Proxy

pytestmark = pytest.mark.anyio


async def second_phone(folder: Path, server: RealServer) -> RealPhone:
    """Another phone of Lalayau."""
    phone = RealPhone(folder / "rudi")
    await phone.activate(server, nama=cast.PAK_RUDI.nama)
    return phone


async def test_a_report_of_one_phone_can_be_read_and_mended_on_the_other(
    server: RealServer, ida: RealPhone, tmp_path: Path
) -> None:
    rudi = await second_phone(tmp_path, server)
    first = ida.finish(cast.patrol(foto=(ida.photo(1, 20_000),)))
    await ida.engine.visit()
    await rudi.engine.visit()
    assert rudi.record(first).sent == first
    assert rudi.record(first).from_other_phone
    small = await rudi.engine.small_picture(first.foto[0].sha256)
    assert small is not None
    assert small.startswith(b"\xff\xd8")

    rudi.laporan.update(first.id, lambda r: reopened(r, format_time(rudi.clock.now())))
    second = rudi.finish(replace(first, versi=2, uraian="Ditambah oleh Rudi: lampu mati di RT 03."))
    assert await rudi.engine.visit() is None
    assert await ida.engine.visit() is None

    assert ida.record(first).sent == second
    assert ida.record(first).draft is None
    assert server.reports([first]) == {first.id: encode(second)}
    await rudi.close()


async def test_two_phones_that_mend_at_once_lose_no_word(
    server: RealServer, ida: RealPhone, tmp_path: Path
) -> None:
    rudi = await second_phone(tmp_path, server)
    first = ida.finish(cast.patrol())
    await ida.engine.visit()
    await rudi.engine.visit()
    for phone, words in ((ida, "Kata Ida tentang ronda."), (rudi, "Kata Rudi tentang ronda.")):
        phone.laporan.update(first.id, lambda r: reopened(r, "2026-11-24T21:00:00+08:00"))
        phone.finish(replace(first, versi=2, uraian=words))

    assert await ida.engine.visit() is None
    assert await rudi.engine.visit() is None

    late = rudi.record(first)
    assert late.newer is not None
    assert late.newer.uraian == "Kata Ida tentang ronda."
    assert late.draft is not None
    assert (late.draft.uraian, late.draft.versi) == ("Kata Rudi tentang ronda.", 3)

    rudi.finish(late.draft)
    assert await rudi.engine.visit() is None
    assert await ida.engine.visit() is None
    assert ida.record(first).current.uraian == "Kata Rudi tentang ronda."
    await rudi.close()


async def test_two_senders_of_one_id_make_one_report(
    server: RealServer, ida: RealPhone, tmp_path: Path
) -> None:
    """As when a phone's files were copied to a second one, or an answer never came."""
    sent = [ida.finish(cast.patrol(foto=(ida.photo(n, 20_000),))) for n in range(3)]
    shutil.copytree(ida.data, tmp_path / "copy")
    twin = RealPhone(tmp_path / "copy")
    twin.server = server
    token = await ida.secrets.token()
    assert token is not None
    await twin.secrets.keep_token(token)

    await asyncio.gather(ida.visit_until_done(), twin.visit_until_done())

    for phone in (ida, twin):
        assert_all_arrived(server, phone, sent)
    await twin.close()


async def test_a_refused_report_says_why_and_holds_up_none(
    server: RealServer, ida: RealPhone
) -> None:
    poison = ida.finish(cast.flood(tempat="", selesai="2026-11-24T01:00:00+08:00"))
    sent = [ida.finish(cast.patrol(foto=(ida.photo(1, 20_000),))), ida.finish(cast.nihil())]

    assert await ida.engine.visit() is None

    record = ida.record(poison)
    assert record.state is PhoneState.REFUSED
    assert {(gap.field, gap.code) for gap in record.problems} == {
        ("tempat", "required"), ("selesai", "end_before_start"),
    }  # fmt: skip
    assert_all_arrived(server, ida, sent)


async def test_a_report_of_another_village_is_refused_and_kept(
    server: RealServer, ida: RealPhone
) -> None:
    strange = ida.finish(cast.patrol(desa=cast.HAMARUNG))

    assert await ida.engine.visit() is None

    assert [gap.code for gap in ida.record(strange).problems] == ["other_desa"]
    assert server.versions([strange]) == 0


async def test_a_revoked_phone_keeps_its_queue_and_sends_it_with_a_new_code(
    server: RealServer, ida: RealPhone
) -> None:
    sent = [ida.finish(cast.patrol(foto=(ida.photo(n, 20_000),))) for n in range(25)]
    await ida.secrets.keep_token("revoked")

    trouble = await ida.engine.visit()
    assert trouble is not None
    assert trouble.kind is TroubleKind.TOKEN_REFUSED
    assert all(ida.record(one).sent == one for one in sent)
    assert ida.state.sync_state().token_refused

    await ida.activate(server)
    await ida.visit_until_done()
    assert_all_arrived(server, ida, sent)


async def test_a_server_put_back_to_yesterday_gets_again_what_it_lost(
    own_server: RealServer, tmp_path: Path
) -> None:
    """From a backup of its own; numbers are never given out twice, so some reports get a second."""
    ida = RealPhone(tmp_path / "ida")
    await ida.activate(own_server)
    kept = ida.finish(cast.patrol(foto=(ida.photo(1, 20_000),)))
    await ida.engine.visit()
    backup(own_server.app.state.context, tmp_path / "yesterday.zip")
    lost = [ida.finish(cast.patrol(foto=(ida.photo(n, 20_000),))) for n in (2, 3)]
    ida.laporan.update(kept.id, lambda r: reopened(r, format_time(ida.clock.now())))
    mended = ida.finish(replace(kept, versi=2, uraian="Diperbaiki sesudah cadangan dibuat."))
    await ida.visit_until_done()
    before = {one.id: ida.record(one).resi for one in lost}

    with own_server.away():
        restore(Settings(own_server.data), SystemClock(), tmp_path / "yesterday.zip", force=True)
    await ida.visit_until_done()

    every = [*lost, mended]
    assert own_server.reports(every) == {one.id: encode(one) for one in every}
    for one in every:
        record = ida.record(one)
        assert record.state is PhoneState.RECEIVED
        for foto in one.foto:
            assert own_server.photo(foto.sha256) == ida.photos.read(foto.sha256)
    for one in lost:
        first, second = ida.record(one).resi
        assert (first,) == before[one.id]
        assert int(second[-4:]) - int(first[-4:]) >= 999
    await ida.engine.visit()
    assert not ida.state.sync_state().send_list
    await ida.close()


async def test_a_server_that_restarts_in_the_middle_is_no_matter(
    own_server: RealServer, tmp_path: Path
) -> None:
    ida = RealPhone(tmp_path / "ida")
    await ida.activate(own_server)
    sent = [ida.finish(cast.patrol(foto=(ida.photo(n, 60_000),))) for n in range(3)]
    async with Proxy(own_server.port).running() as proxy:
        proxy.link.cut_up = 100_000
        ida.reach(proxy.port)
        await ida.engine.visit()
        with own_server.away():
            trouble = await ida.engine.visit()
            assert trouble is not None
            assert trouble.kind is TroubleKind.NO_SIGNAL
        await ida.visit_until_done()

    assert_all_arrived(own_server, ida, sent)
    await ida.close()


async def test_changes_survive_a_cursor_that_starts_over(
    server: RealServer, ida: RealPhone, tmp_path: Path
) -> None:
    rudi = await second_phone(tmp_path, server)
    theirs = [rudi.finish(cast.patrol()) for _ in range(30)]
    await rudi.visit_until_done()

    await ida.engine.visit()
    before = {one.id: ida.record(one) for one in theirs}
    ida.state.update_sync(lambda s: replace(s, cursor=None))
    await ida.engine.visit()

    assert {one.id: ida.record(one) for one in theirs} == before
    assert ida.laporan.received() == []
    await rudi.close()


async def test_a_phone_that_starts_again_goes_on_where_it_was(
    server: RealServer, ida: RealPhone
) -> None:
    sent = [ida.finish(cast.patrol(foto=(ida.photo(1, 20_000),)))]
    await ida.start_again()

    assert ida.state.sync_state() != SyncState()
    await ida.visit_until_done()

    assert_all_arrived(server, ida, sent)
