"""Changes of the kecamatan and of other phones become stored reports, however often they come."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mobile.domain.record import edited, finished, recalled, reopened
from shared.codec import encode
from shared.laporan import Laporan
from shared.protocol import inventory_digest
from shared.status import PhoneState
from tests import cast
from tests.mobile.sync.kit import Bench

pytestmark = pytest.mark.anyio

AT = "2026-11-24T21:00:00+08:00"


def say(bench: Bench, kind: str, /, **data: Any) -> None:
    """The kecamatan has something to tell."""
    bench.server.changes.append({"seq": len(bench.server.changes) + 1, "kind": kind, "data": data})


def from_other_phone(bench: Bench, laporan: Laporan, resi: str = "JUAI-2026-11-0009") -> None:
    """Another phone's version is at the server and comes as a change."""
    bench.server.reports[laporan.id] = {**encode(laporan), "resi": resi}
    say(bench, "laporan", **encode(laporan), resi=resi, status="diterima")


async def twice(bench: Bench) -> None:
    """Fetch all changes, and again from the start, as after a restore."""
    assert await bench.engine.visit() is None
    bench.state.update_sync(lambda s: replace(s, cursor=None))
    assert await bench.engine.visit() is None


async def test_a_returned_report_comes_back_with_its_note() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol())
    await bench.engine.visit()
    say(bench, "status", laporan=laporan.id, versi=1, status="perlu_perbaikan", waktu=AT,
        oleh=cast.KASI_TRANTIB, resi="JUAI-2026-11-0001")  # fmt: skip
    say(bench, "feedback", id="n1", laporan=laporan.id, versi=1, field="uraian", foto=None,
        text="Jam berapa mulai?", waktu=AT, oleh=cast.KASI_TRANTIB)  # fmt: skip

    await twice(bench)

    record = bench.record(laporan)
    assert record.status == "perlu_perbaikan"
    assert [note.text for note in record.notes] == ["Jam berapa mulai?"]
    assert [act.status for act in record.acts] == ["perlu_perbaikan"]
    assert not record.seen
    assert not record.at_rest


async def test_a_report_of_another_phone_of_the_village_can_be_read() -> None:
    bench = Bench()
    theirs = cast.patrol()
    from_other_phone(bench, theirs)

    await twice(bench)

    record = bench.record(theirs)
    assert (record.sent, record.state, record.from_other_phone) == (
        theirs, PhoneState.RECEIVED, True,
    )  # fmt: skip
    assert record.resi == ("JUAI-2026-11-0009",)
    assert bench.laporan.received() == []


async def test_two_phones_that_mend_the_same_report_lose_no_word() -> None:
    bench = Bench()
    first = bench.finish(cast.patrol())
    await bench.engine.visit()
    bench.laporan.update(first.id, lambda r: reopened(r, AT))
    mine = bench.finish(replace(first, versi=2, uraian="Ditambah oleh Ida: lampu mati di RT 03."))
    theirs = replace(first, versi=2, uraian="Ditambah oleh Rudi: portal rusak.")
    from_other_phone(bench, theirs)

    await twice(bench)

    record = bench.record(first)
    assert record.sent == record.newer == theirs
    assert record.draft is not None
    assert (record.draft.uraian, record.draft.versi) == (mine.uraian, 3)
    assert not record.seen


async def test_a_newer_version_stands_beside_what_is_being_written() -> None:
    bench = Bench()
    first = bench.finish(cast.patrol())
    await bench.engine.visit()
    bench.laporan.update(first.id, lambda r: reopened(r, AT))
    words = replace(first, versi=2, uraian="Setengah jadi")
    bench.laporan.update(first.id, lambda r: edited(r, words, AT, "uraian"))
    theirs = replace(first, versi=2, uraian="Versi Rudi.")
    from_other_phone(bench, theirs)

    await twice(bench)
    record = bench.record(first)
    assert record.newer == theirs
    assert record.draft is not None
    assert record.draft.uraian == "Setengah jadi"

    # The open form still believes in version 2; finishing makes it the one after theirs.
    bench.finish(words)
    assert await bench.engine.visit() is None
    assert bench.server.reports[first.id]["versi"] == 3
    assert bench.server.reports[first.id]["uraian"] == "Setengah jadi"


async def test_another_phones_newer_version_replaces_what_was_received() -> None:
    bench = Bench()
    first = bench.finish(cast.patrol())
    await bench.engine.visit()
    theirs = replace(first, versi=2, uraian="Versi Rudi.")
    from_other_phone(bench, theirs, "JUAI-2026-11-0001")

    await twice(bench)

    record = bench.record(first)
    assert (record.sent, record.draft, record.newer) == (theirs, None, None)
    assert bench.laporan.received() == [(first.id, 1)]


async def test_a_report_recalled_while_it_was_on_its_way_keeps_its_receipt() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol())

    def recall(_request: object) -> None:
        bench.laporan.update(laporan.id, recalled)

    bench.server.breakers = [recall]
    await bench.engine.visit()

    record = bench.record(laporan)
    assert record.resi == ("JUAI-2026-11-0001",)
    assert record.sent == laporan
    assert record.draft is not None
    assert record.draft.versi == 2
    assert bench.laporan.received() == [(laporan.id, 1)]


async def test_a_report_mended_while_it_was_on_its_way_follows_as_the_next_version() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol())

    def mend(_request: object) -> None:
        bench.laporan.update(laporan.id, recalled)
        words = replace(bench.record(laporan).current, uraian="Lebih lengkap dari semula.")
        bench.laporan.update(laporan.id, lambda r: edited(r, words, AT, "uraian"))
        bench.laporan.update(laporan.id, lambda r: finished(r, AT, None))

    bench.server.breakers = [mend]
    assert await bench.engine.visit() is None

    assert [body["laporan"][0]["versi"] for body in bench.server.bodies] == [1, 2]
    record = bench.record(laporan)
    assert (record.state, record.delivered) == (PhoneState.RECEIVED, 2)
    assert bench.server.reports[laporan.id]["uraian"] == "Lebih lengkap dari semula."


async def test_a_report_deleted_while_it_was_on_its_way_is_shown_again() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol())

    def delete(_request: object) -> None:
        bench.laporan.delete(laporan.id)

    bench.server.breakers = [delete]
    await bench.engine.visit()

    assert bench.record(laporan).resi == ("JUAI-2026-11-0001",)


async def test_a_server_put_back_to_yesterday_gets_again_what_it_lost() -> None:
    bench = Bench()
    kept, lost = bench.finish(cast.patrol()), bench.finish(cast.patrol(foto=(bench.photo(),)))
    await bench.engine.visit()
    del bench.server.reports[lost.id]
    bench.server.photos.clear()
    bench.server.inventory, bench.server.resend = "send_list", [lost.id]

    assert await bench.engine.visit() is None

    assert set(bench.server.reports) == {kept.id, lost.id}
    assert list(bench.server.photos) == [lost.foto[0].sha256]
    lists = [body["inventory_list"] for body in bench.server.bodies if body["inventory_list"]]
    assert [sorted(one) for one in lists] == [sorted([[kept.id, 1], [lost.id, 1]])]


async def test_another_resi_for_the_same_version_is_kept_beside_the_first() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol())
    await bench.engine.visit()
    bench.server.reports.clear()
    bench.server.inventory, bench.server.resend = "send_list", [laporan.id]
    bench.server.reports.update({str(n): {"foto": []} for n in range(1000)})

    assert await bench.engine.visit() is None

    record = bench.record(laporan)
    assert record.resi == ("JUAI-2026-11-0001", "JUAI-2026-11-1001")
    assert record.last_resi == "JUAI-2026-11-1001"


async def test_the_inventory_holds_all_that_this_phone_has_a_receipt_for() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol())
    from_other_phone(bench, cast.patrol())
    await bench.engine.visit()
    await bench.engine.visit()

    said = bench.server.bodies[-1]["inventory"]
    assert said == {"count": 1, "digest": inventory_digest([(laporan.id, 1)])}


async def test_settings_and_what_belongs_to_no_report_are_kept() -> None:
    bench = Bench()
    say(bench, "settings", due_day=5)
    say(bench, "announcement", id="p1", judul="Apel", teks="Senin pagi", waktu=AT, oleh="Camat")
    say(bench, "something_new", id="x")

    await twice(bench)

    state = bench.state.sync_state()
    assert state.settings == {"due_day": 5}
    assert [data["judul"] for data in state.inbox.values()] == ["Apel"]
    assert state.cursor == 3


async def test_a_change_that_cannot_be_read_holds_up_none_behind_it() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol())
    await bench.engine.visit()
    say(bench, "feedback", laporan=laporan.id)
    say(bench, "laporan", id=5)
    say(bench, "status", laporan=laporan.id, versi=1, status="diverifikasi", waktu=AT, oleh="Kasi")

    assert await bench.engine.visit() is None

    assert bench.record(laporan).status == "diverifikasi"


async def test_read_marks_are_handed_over_once() -> None:
    bench = Bench()
    bench.state.update_sync(lambda s: replace(s, read_marks=("n1", "n2")))

    def one_more(_request: object) -> None:
        bench.state.update_sync(lambda s: replace(s, read_marks=(*s.read_marks, "n3")))

    bench.server.breakers = [one_more]
    await bench.engine.visit()
    await bench.engine.visit()

    assert [body["read"] for body in bench.server.bodies] == [["n1", "n2"], ["n3"]]
    assert bench.state.sync_state().read_marks == ()


@pytest.mark.parametrize("days", [-3, 0, 3])
async def test_a_clock_that_is_wrong_is_measured_and_refuses_nothing(days: int) -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol())
    bench.clock.at = cast.EVENING
    bench.clock.move(days=days)

    assert await bench.engine.visit() is None

    assert bench.record(laporan).state is PhoneState.RECEIVED
    assert bench.state.sync_state().clock_offset_s == days * 86400


async def test_the_same_words_go_out_at_every_attempt() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol(clock_offset_s=1.5))
    bench.server.inventory = "match"
    bench.clock.move(days=1)
    await bench.engine.visit()
    bench.laporan.update(laporan.id, lambda r: replace(r, sent_state=PhoneState.QUEUED))
    await bench.engine.visit()

    first, second = (body["laporan"][0] for body in bench.server.bodies)
    assert first == second == encode(laporan)
