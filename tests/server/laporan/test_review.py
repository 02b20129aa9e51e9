"""The review: queue, report and decision side by side, by keyboard alone, with undo."""

from dataclasses import replace

import flet as ft
import pytest

from server.core.sessions import Account
from server.kantor import teks as kantor
from server.laporan import deciding, review, review_drafts, teks
from server.laporan.read_review import queue
from server.laporan.review_drafts import ReviewDraft
from shared.roles import Role
from tests.cast import KASI_TRANTIB, flood, patrol
from tests.server.desk.window import (
    HP,
    KASI,
    PEMBACA,
    Window,
    arrive,
    picture,
    read,
    window,
    with_photos,
)
from tests.server.kit import Office, Phone

pytestmark = pytest.mark.anyio

COLLEAGUE = Account("staf", Role.KASI_TRANTIB, "Staf Trantib (contoh)")


async def press(seen: Window, name: str, *, ctrl: bool = False) -> None:
    data = {"key": name, "shift": False, "ctrl": ctrl, "alt": False, "meta": False}
    await seen.fire(seen.page, "keyboard_event", data)
    await read(seen)


async def told(seen: Window, words: str) -> None:
    """Wait until the other window's doing shows here."""
    for _ in range(60):
        if seen.has(words):
            return
        await read(seen)
    raise AssertionError(f"{words!r} not in {seen.texts()}")


async def begin_a_note(seen: Window, words: str) -> None:
    """Typed and not left."""
    note = teks.PK_CATATAN_TAMBAH.format(bagian="Uraian")
    await seen.tap(note)
    await seen.type(note, words, leave=False)


async def _three(juai: Office, ida: Phone) -> list[str]:
    reports = [patrol(tempat="Pos satu"), patrol(tempat="Pos dua"), flood(tempat="Pos tiga")]
    for report in reports:
        await ida.send(report)
        juai.clock.move(minutes=1)
    return [report.id for report in reports]


async def test_it_opens_the_first_that_waits_and_keys_lead_on(juai: Office, ida: Phone):
    first, second, urgent = await _three(juai, ida)
    async with window(juai, "/periksa") as seen:
        await read(seen)
        assert seen.route == f"/periksa/{urgent}"
        await press(seen, "Arrow Right")
        assert seen.route == f"/periksa/{first}" and seen.has("Pos satu")
        await press(seen, "L")
        assert seen.route == f"/periksa/{second}"
        await press(seen, "J")
        assert seen.route == f"/periksa/{first}"


async def test_v_verifies_and_the_next_report_opens(juai: Office, ida: Phone):
    first, _second, urgent = await _three(juai, ida)
    async with window(juai, f"/periksa/{urgent}") as seen:
        await press(seen, "V")
        assert seen.route == f"/periksa/{first}"
        assert seen.has(teks.PK_URUNGKAN)
        await seen.tap(teks.PK_URUNGKAN)
        await read(seen)
        assert seen.route == f"/periksa/{urgent}" and seen.has(teks.PK_DIURUNGKAN)
        assert queue(juai.ctx, KASI).total == 3


async def test_a_note_at_a_field_and_at_a_photo_goes_back(juai: Office, ida: Phone):
    report = with_photos(patrol(), picture(1), picture(2))
    await ida.send(report)
    for number in (1, 2):
        arrive(juai.ctx, report, picture(number))
    async with window(juai, f"/periksa/{report.id}") as seen:
        assert seen.one(ft.OutlinedButton, content=teks.PK_KEMBALIKAN).disabled
        for part, words in (("Uraian", "Mohon dilengkapi."), ("Foto 2", "Kabur.")):
            await seen.tap(teks.PK_CATATAN_TAMBAH.format(bagian=part))
            await seen.type(teks.PK_CATATAN_TAMBAH.format(bagian=part), words)
            await seen.tap(teks.PK_CATATAN_SIMPAN)
        await seen.tap(teks.kembalikan_dengan(2))
        await read(seen)
        assert seen.has(teks.PK_SELESAI)
    juai.clock.move(seconds=9)
    deciding.settle(juai.ctx)
    await ida.sync()
    told = [(note["field"], note["foto"]) for note in ida.said("feedback")]
    assert told == [("uraian", None), (None, report.foto[1].sha256)]


async def test_c_writes_a_note_at_the_chosen_field(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    async with window(juai, f"/periksa/{report.id}") as seen:
        await press(seen, "Arrow Down")
        await press(seen, "C")
        field = teks.PK_CATATAN_TAMBAH.format(bagian="Waktu")
        await seen.fire(seen.field(field), "focus")
        await press(seen, "V")
        assert queue(juai.ctx, KASI).total == 1, "a letter that one types decides nothing"
        await seen.tap(teks.PK_SIAP["waktu"][0])
        await seen.tap(teks.PK_CATATAN_SIMPAN)
        assert seen.has(teks.kembalikan_dengan(1))
        await press(seen, "K", ctrl=True)
        assert queue(juai.ctx, KASI).total == 1
        await press(seen, "K")
        assert queue(juai.ctx, KASI).total == 0


async def test_after_a_note_is_kept_the_keys_go_on_from_its_field(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    async with window(juai, f"/periksa/{report.id}") as seen:
        await seen.tap(teks.PK_CATATAN_TAMBAH.format(bagian="Waktu"))
        await seen.type(teks.PK_CATATAN_TAMBAH.format(bagian="Waktu"), "Jamnya?")
        await press(seen, "Enter", ctrl=True)
        assert seen.has(teks.kembalikan_dengan(1))
        await press(seen, "Arrow Down")
        await press(seen, "C")
        assert seen.has(teks.PK_CATATAN_TAMBAH.format(bagian="Tempat"))
        assert seen.field(teks.PK_CATATAN_TAMBAH.format(bagian="Tempat")).autofocus


async def test_notes_wait_while_one_looks_at_another_report(juai: Office, ida: Phone):
    _first, _second, urgent = await _three(juai, ida)
    async with window(juai, f"/periksa/{urgent}") as seen:
        part = "Tempat"
        await seen.tap(teks.PK_CATATAN_TAMBAH.format(bagian=part))
        await seen.type(teks.PK_CATATAN_TAMBAH.format(bagian=part), "RT berapa?")
        await seen.tap(teks.PK_CATATAN_SIMPAN)
        await press(seen, "L")
        assert not seen.has("RT berapa?")
        await press(seen, "J")
        assert seen.has("RT berapa?") and seen.has(teks.kembalikan_dengan(1))


async def test_digits_open_photos_and_a_question_mark_the_keys(juai: Office, ida: Phone):
    report = with_photos(patrol(), picture(1), picture(2))
    await ida.send(report)
    for number in (1, 2):
        arrive(juai.ctx, report, picture(number))
    async with window(juai, f"/periksa/{report.id}") as seen:
        await press(seen, "2")
        assert seen.has("Foto 2 dari 2")
        await press(seen, "Escape")
        await press(seen, "?")
        assert seen.has("catatan pada bagian yang dipilih")
        await press(seen, "V")
        assert queue(juai.ctx, KASI).total == 1
        await press(seen, "Escape")
        assert not seen.has("tombol apa saja")


async def test_a_mended_version_shows_old_and_new(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    review.give_back(juai.ctx, report.id, 1, [review.Note("Lengkapi.", "uraian")], KASI_TRANTIB)
    await ida.send(replace(report, versi=2, uraian="Patroli sampai RT 05."))
    async with window(juai, f"/periksa/{report.id}") as seen:
        assert seen.has(teks.PK_BERUBAH.format(versi="laporan pertama", bagian="Uraian"))
        assert seen.has(teks.PK_SEMULA.format(isi=report.uraian))
        assert seen.has("Patroli sampai RT 05.") and seen.has("Lengkapi.")


async def test_two_officers_are_told_of_each_other_and_of_the_decision(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    async with (
        window(juai, f"/periksa/{report.id}") as kasi,
        window(juai, f"/periksa/{report.id}", account=COLLEAGUE) as camat,
    ):
        await told(camat, teks.PK_JUGA.format(nama=KASI_TRANTIB))
        await told(kasi, teks.PK_JUGA.format(nama=COLLEAGUE.nama))
        await press(kasi, "V")
        await told(camat, teks.PK_SUDAH["diverifikasi"].format(oleh=KASI_TRANTIB, jam="20.41"))


async def test_a_verified_report_can_be_opened_again(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    review.verify(juai.ctx, report.id, 1, KASI_TRANTIB)
    async with window(juai, f"/periksa/{report.id}") as seen:
        await seen.tap(teks.PK_BUKA_LAGI)
        await read(seen)
        assert seen.has(teks.PK_VERIFIKASI)


async def test_a_reader_finds_no_way_to_decide(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    async with window(juai, f"/periksa/{report.id}", account=PEMBACA) as seen:
        assert seen.has(report.uraian) and not seen.has(teks.PK_VERIFIKASI)
        assert not seen.has(teks.PK_BUKA)


async def test_the_camat_sees_the_deciding_buttons_only_where_it_is_set_so(
    juai: Office, ida: Phone
):
    camat, report = Account("camat", Role.CAMAT, "Camat (contoh)"), patrol()
    await ida.send(report)
    async with window(juai, f"/periksa/{report.id}", account=camat) as seen:
        assert seen.has(report.uraian) and not seen.has(teks.PK_VERIFIKASI)
    async with window(juai, "/pengaturan") as seen:
        [box] = [b for b in seen.find(ft.Checkbox) if b.label == kantor.PT_CAMAT_VERIFIKASI]
        assert box.value is False
        await seen.set(box, "value", True)
        await seen.tap(kantor.PT_SIMPAN)
        await read(seen)
    async with window(juai, f"/periksa/{report.id}", account=camat) as seen:
        await read(seen)
        assert seen.has(teks.PK_VERIFIKASI)


async def test_a_narrow_window_has_all_of_it_in_one_column(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    async with window(juai, f"/periksa/{report.id}", size=HP) as seen:
        for words in (report.uraian, teks.PK_VERIFIKASI, teks.PK_ANTREAN, teks.PK_PESAN):
            assert seen.has(words), words


async def test_what_was_begun_outlives_a_closed_window(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    async with window(juai, f"/periksa/{report.id}") as seen:
        await begin_a_note(seen, "Mohon sebut jam mulai.")
        await seen.type(teks.PK_PESAN, "Terima kasih.")
        await read(seen)
    async with window(juai, f"/periksa/{report.id}") as seen:
        assert seen.has("Mohon sebut jam mulai.")
        assert seen.field(teks.PK_PESAN).value == "Terima kasih."
        assert seen.has(teks.kembalikan_dengan(1))
    async with window(juai, f"/periksa/{report.id}", account=COLLEAGUE) as seen:
        assert not seen.has("Mohon sebut jam mulai.")


async def test_an_undone_decision_finds_its_notes_again_and_one_that_holds_ends_them(
    juai: Office, ida: Phone
):
    report = patrol()
    await ida.send(report)
    review_drafts.keep(juai.ctx, KASI, report.id, 1, ReviewDraft({"uraian": "Kurang jelas."}))
    async with window(juai, f"/periksa/{report.id}") as seen:
        await seen.tap(teks.kembalikan_dengan(1))
        await read(seen)
        await seen.tap(teks.PK_URUNGKAN)
        await read(seen)
        assert seen.has("Kurang jelas.")
        await seen.tap(teks.kembalikan_dengan(1))
        await read(seen)
    juai.clock.move(seconds=9)
    deciding.settle(juai.ctx)
    assert review_drafts.read(juai.ctx, KASI, report.id) == ReviewDraft()


async def test_who_verifies_over_a_begun_note_is_told_that_it_does_not_go_along(
    juai: Office, ida: Phone
):
    report = patrol()
    await ida.send(report)
    async with window(juai, f"/periksa/{report.id}") as seen:
        await begin_a_note(seen, "Mohon sebut jam mulai.")
        await seen.tap(teks.PK_VERIFIKASI)
        await read(seen)
        assert seen.has(teks.PK_CATATAN_TIDAK_IKUT)
        await seen.tap(teks.PK_URUNGKAN)
        await read(seen)
        assert seen.has("Mohon sebut jam mulai.")


async def test_each_version_that_was_answered_counts_for_the_time_to_answer(
    juai: Office, ida: Phone
):
    report = patrol()
    await ida.send(report)
    juai.clock.move(minutes=60)
    review.give_back(juai.ctx, report.id, 1, [review.Note("Kurang jelas.")], "Kasi")
    await ida.send(replace(report, versi=2, uraian="Ronda RT 01 sampai RT 04."))
    juai.clock.move(minutes=20)
    review.verify(juai.ctx, report.id, 2, "Kasi")
    assert queue(juai.ctx, KASI).answer_s == 40 * 60


@pytest.mark.parametrize(("width", "beside"), [(1366, True), (1024, False)])
async def test_the_queue_stands_beside_the_report_only_where_both_have_room(
    juai: Office, ida: Phone, width: int, beside: bool
):
    await ida.send(patrol())
    async with window(juai, "/periksa", size=(width, 768)) as seen:
        queue = next(one for one in seen.all() if getattr(one, "key", None) == "antrean")
        assert (queue.width is not None) is beside
