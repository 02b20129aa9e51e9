"""An officer decides; for eight seconds the decision can be undone; a restart loses none."""

import json
from dataclasses import replace

import pytest

from server.core import office as office_settings
from server.core.permit import NotAllowedError
from server.core.sessions import Account
from server.laporan import deciding, review
from server.laporan.read_review import queue, review_page
from shared.roles import Role
from tests.cast import KASI_TRANTIB, flood, patrol
from tests.server.kit import Office, Phone, office

pytestmark = pytest.mark.anyio

KASI = Account("kasi", Role.KASI_TRANTIB, KASI_TRANTIB)
COLLEAGUE = Account("staf", Role.KASI_TRANTIB, "Staf Trantib (contoh)")
READER = Account("pembaca", Role.PEMBACA, "Staf (contoh)")


@pytest.fixture
async def juai(tmp_path):
    async with office(tmp_path / "data") as running:
        yield running


@pytest.fixture
async def ida(juai: Office) -> Phone:
    return await juai.phone()


async def _status(ida: Phone) -> list[str]:
    await ida.sync()
    return [told["status"] for told in ida.said("status")]


async def test_a_decision_reaches_the_village_after_eight_seconds(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    deciding.verify(juai.ctx, KASI, report.id, 1, "Terima kasih.")
    assert deciding.settle(juai.ctx) == 0
    assert await _status(ida) == []
    juai.clock.move(seconds=8)
    assert deciding.settle(juai.ctx) == 1
    assert await _status(ida) == ["diverifikasi"]
    assert [note["text"] for note in ida.said("feedback")] == ["Terima kasih."]


async def test_an_undone_decision_leaves_no_trace_at_the_village(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    deciding.give_back(juai.ctx, KASI, report.id, 1, [review.Note("Lengkapi.", "uraian")])
    assert queue(juai.ctx, KASI).total == 0
    assert deciding.undo(juai.ctx, KASI, report.id)
    assert queue(juai.ctx, KASI).total == 1
    juai.clock.move(minutes=1)
    assert deciding.settle(juai.ctx) == 0
    assert await _status(ida) == []


async def test_only_who_decided_can_undo_and_only_in_time(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    deciding.verify(juai.ctx, KASI, report.id, 1)
    assert not deciding.undo(juai.ctx, COLLEAGUE, report.id)
    juai.clock.move(seconds=8)
    deciding.settle(juai.ctx)
    assert not deciding.undo(juai.ctx, KASI, report.id)


async def test_a_decision_survives_a_restart(tmp_path):
    report = patrol()
    async with office(tmp_path / "data") as juai:
        await (await juai.phone()).send(report)
        deciding.verify(juai.ctx, KASI, report.id, 1)
    async with office(tmp_path / "data") as juai:
        juai.clock.move(seconds=9)
        deciding.settle(juai.ctx)
        page = review_page(juai.ctx, KASI, report.id)
        assert page and page.status == "diverifikasi" and page.pending is None


async def test_two_officers_do_not_decide_the_same_report(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    deciding.verify(juai.ctx, KASI, report.id, 1)
    with pytest.raises(review.NotNowError):
        deciding.verify(juai.ctx, COLLEAGUE, report.id, 1)
    page = review_page(juai.ctx, COLLEAGUE, report.id)
    assert page and page.pending and page.pending.by == KASI_TRANTIB


async def test_a_version_that_comes_meanwhile_is_looked_at_afresh(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    deciding.verify(juai.ctx, KASI, report.id, 1)
    await ida.send(replace(report, versi=2, hasil="Aman dan tertib"))
    juai.clock.move(seconds=9)
    deciding.settle(juai.ctx)
    assert [line.versi for line in queue(juai.ctx, KASI).lines] == [2]
    with pytest.raises(review.ChangedError):
        deciding.verify(juai.ctx, KASI, report.id, 1)


async def test_nothing_goes_back_without_a_note(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    for notes in ([], [review.Note("   ", "uraian")]):
        with pytest.raises(review.NoNoteError):
            deciding.give_back(juai.ctx, KASI, report.id, 1, notes, "Tolong diperbaiki.")


async def test_the_queue_has_kejadian_on_top_then_the_oldest(juai: Office, ida: Phone):
    first, second, urgent = patrol(), patrol(), flood()
    for report in (first, second, urgent):
        await ida.send(report)
        juai.clock.move(minutes=1)
    assert [line.id for line in queue(juai.ctx, KASI).lines] == [urgent.id, first.id, second.id]


async def test_the_desk_sees_what_changed_and_that_the_note_was_read(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    deciding.give_back(juai.ctx, KASI, report.id, 1, [review.Note("Lengkapi.", "uraian")])
    juai.clock.move(seconds=9)
    deciding.settle(juai.ctx)
    await ida.sync()
    [note] = ida.said("feedback")
    juai.clock.move(minutes=20)
    await ida.sync(replace(report, versi=2, uraian="Lebih lengkap."), read=[note["id"]])
    page = review_page(juai.ctx, KASI, report.id)
    assert page and page.previous and page.previous.uraian == report.uraian
    assert page.page.laporan.uraian == "Lebih lengkap."
    assert page.notes[0].read_at == juai.clock.now()
    assert queue(juai.ctx, KASI).mending_s == 20 * 60 + 9


async def test_a_reader_neither_sees_the_queue_nor_decides(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    for call in (
        lambda: queue(juai.ctx, READER),
        lambda: review_page(juai.ctx, READER, report.id),
        lambda: deciding.verify(juai.ctx, READER, report.id, 1),
        lambda: deciding.undo(juai.ctx, READER, report.id),
        lambda: deciding.reopen(juai.ctx, READER, report.id, 1),
    ):
        with pytest.raises(NotAllowedError):
            call()


async def test_the_camat_decides_only_where_the_office_has_set_it_so(juai: Office, ida: Phone):
    camat, report = Account("camat", Role.CAMAT, "Camat (contoh)"), patrol()
    await ida.send(report)
    with pytest.raises(NotAllowedError):
        deciding.verify(juai.ctx, camat, report.id, 1)
    office_settings.change(juai.ctx, KASI, {"camat_verifikasi": True})
    deciding.verify(juai.ctx, camat, report.id, 1)
    assert deciding.undo(juai.ctx, camat, report.id)
    office_settings.change(juai.ctx, KASI, {"camat_verifikasi": False})
    with pytest.raises(NotAllowedError):
        queue(juai.ctx, camat)


async def test_a_verified_report_is_opened_again(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    review.verify(juai.ctx, report.id, 1, KASI_TRANTIB)
    deciding.reopen(juai.ctx, COLLEAGUE, report.id, 1)
    assert await _status(ida) == ["diverifikasi", "diterima"]
    assert json.loads(json.dumps(ida.said("status")[-1]))["oleh"] == COLLEAGUE.nama
