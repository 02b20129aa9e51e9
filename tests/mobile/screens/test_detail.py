"""An opened report: its state first, all its contents, its way, and what can be done with it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

import pytest

from mobile.domain.record_answers import overtaken
from mobile.ports import HandedFile, PreparedPhoto
from shared.status import PhoneState
from tests import cast
from tests.doubles import story
from tests.doubles.phone import memory_phone
from tests.mobile.screens.stage import staged

pytestmark = pytest.mark.anyio


async def test_a_returned_report_shows_the_note_where_it_belongs() -> None:
    phone = memory_phone()
    ids = story.tell(phone)
    async with staged(phone, route=f"/laporan/{ids['returned']}") as stage:
        await stage.sees("Perlu diperbaiki: 1 bagian")
        assert stage.tree.has("Bagian Uraian")
        assert stage.tree.has("Mohon ditulis rumah siapa saja")
        assert stage.tree.has("Diterima kecamatan, resi JUAI-2026-11-0039")
        assert stage.tree.has("Menunggu perbaikan Anda")


async def test_opening_it_marks_the_note_as_read() -> None:
    phone = memory_phone()
    ids = story.tell(phone)
    async with staged(phone, route=f"/laporan/{ids['returned']}") as stage:
        await stage.sees("Perlu diperbaiki: 1 bagian")
        await stage.tree.until(lambda: phone.state.sync_state().read_marks == ("n1",))
        record = phone.laporan.get(ids["returned"])
        assert record is not None
        assert record.seen


async def test_one_tap_opens_the_form_at_the_field() -> None:
    phone = memory_phone()
    ids = story.tell(phone)
    async with staged(phone, route=f"/laporan/{ids['returned']}") as stage:
        await stage.sees("Perbaiki bagian Uraian")
        await stage.tap("Perbaiki bagian Uraian")
        await stage.at(f"/kegiatan/{ids['returned']}")
        record = phone.laporan.get(ids["returned"])
        assert record is not None
        assert record.draft is not None
        assert record.draft.versi == 2
        assert record.place == "uraian"


async def test_a_refused_report_says_why_and_offers_the_field() -> None:
    phone = memory_phone()
    ids = story.tell(phone, refused=True)
    async with staged(phone, route=f"/laporan/{ids['refused']}") as stage:
        await stage.sees("Laporan ini belum bisa diterima")
        assert stage.tree.has("Jam selesai lebih awal dari jam mulai. Laporan lain tetap terkirim.")
        await stage.tap("Rincian")
        await stage.sees("selesai: end_before_start")


async def test_a_verified_report_can_be_read_and_not_changed() -> None:
    phone = memory_phone()
    ids = story.tell(phone)
    async with staged(phone, route=f"/laporan/{ids['verified']}") as stage:
        await stage.sees("Diverifikasi")
        assert stage.tree.has("Mengatur parkir dan menjaga pengajian.")
        assert not stage.tree.has("Perbaiki laporan")


async def test_a_draft_is_deleted_only_after_a_question() -> None:
    phone = memory_phone()
    ids = story.tell(phone, draft=True)
    async with staged(phone, route=f"/laporan/{ids['draft']}") as stage:
        await stage.sees("Lanjutkan menulis")
        await stage.tap("Pilihan lain")
        await stage.tap("Hapus draf ini")
        await stage.sees("Hapus draf Patroli / ronda 24 November?")
        assert phone.laporan.get(ids["draft"]) is not None
        await stage.tap("Hapus draf")
        await stage.at("/laporan")
        assert phone.laporan.get(ids["draft"]) is None


async def test_a_withdrawal_needs_a_reason_and_keeps_the_report() -> None:
    phone = memory_phone()
    ids = story.tell(phone)
    async with staged(phone, route=f"/laporan/{ids['returned']}") as stage:
        await stage.sees("Perlu diperbaiki: 1 bagian")
        await stage.tap("Pilihan lain")
        await stage.tap("Tarik laporan")
        await stage.sees("tidak ikut dihitung")
        await stage.tap("Tarik laporan ini")
        await stage.sees("Tulis alasannya")
        await stage.tree.type("Alasan", "Salah tanggal")
        await stage.tap("Tarik laporan ini")
        await stage.sees("Laporan ini ditarik")
        record = phone.laporan.get(ids["returned"])
        assert record is not None
        assert record.sent is not None
        assert record.sent.ditarik is not None
        assert record.sent_state is PhoneState.QUEUED


async def test_both_receipts_are_told_when_there_are_two() -> None:
    phone = memory_phone()
    ids = story.tell(phone)
    phone.laporan.update(
        ids["verified"], lambda r: replace(r, resi=("JUAI-2026-11-0007", "JUAI-2026-11-0041"))
    )
    async with staged(phone, route=f"/laporan/{ids['verified']}") as stage:
        await stage.sees("JUAI-2026-11-0007, JUAI-2026-11-0041")


async def test_a_report_that_another_phone_changed_keeps_the_own_words() -> None:
    phone = memory_phone()
    report = cast.patrol()
    record = replace(cast.queued(report), resi=("JUAI-2026-11-0050",))
    phone.laporan.put(overtaken(record, replace(report, versi=2, uraian="Dari HP lain.")))
    async with staged(phone, route=f"/laporan/{report.id}") as stage:
        await stage.sees("HP lain di desa ini sudah mengirim perbaikan lebih dulu")
        assert stage.tree.has("Lanjutkan perbaikan")
        assert stage.tree.has("Ronda keliling RT 01 sampai RT 04")


async def test_a_lost_photo_is_said_so() -> None:
    phone = memory_phone()
    ids = story.tell(phone)
    record = phone.laporan.get(ids["queued"])
    assert record is not None
    phone.photos.forget(record.photos[0].sha256)
    async with staged(phone, route=f"/laporan/{ids['queued']}") as stage:
        await stage.sees("Foto 1 hilang dari HP")


async def test_photos_open_in_full_and_lead_to_the_next() -> None:
    phone = memory_phone()
    ids = story.tell(phone)
    async with staged(phone, route=f"/laporan/{ids['going']}/foto/1") as stage:
        await stage.sees("Foto 1 dari 3")
        await stage.tap("Foto berikutnya")
        await stage.sees("Foto 2 dari 3")
        await stage.tap("Kembali")
        await stage.at(f"/laporan/{ids['going']}")


async def test_the_text_for_whatsapp_goes_to_the_clipboard_in_a_browser() -> None:
    phone = memory_phone()
    ids = story.tell(phone)
    async with staged(phone, route=f"/laporan/{ids['verified']}") as stage:
        await stage.sees("Bagikan teks ke grup WhatsApp")
        await stage.tap("Bagikan teks ke grup WhatsApp")
        await stage.sees("Teks laporan sudah disalin")
        call = next(args for name, args in stage.tree.connection.calls if name == "set")
        assert "*LAPORAN KEGIATAN SATLINMAS*" in call["data"]


async def test_the_text_can_be_copied_without_sharing() -> None:
    phone = memory_phone()
    ids = story.tell(phone)
    async with staged(phone, route=f"/laporan/{ids['verified']}") as stage:
        await stage.sees("Salin teks laporan")
        await stage.tap("Salin teks laporan")
        await stage.sees("Teks laporan sudah disalin")


async def test_a_browser_saves_the_pdf_under_its_name() -> None:
    phone = memory_phone()
    ids = story.tell(phone)
    async with staged(phone, route=f"/laporan/{ids['going']}") as stage:
        await stage.sees("Simpan PDF")
        assert not stage.tree.has("Bagikan PDF")
        await stage.tap("Simpan PDF")
        await stage.sees("PDF tersimpan: laporan-")
        saved = next(args for name, args in stage.tree.connection.calls if name == "save_file")
        assert saved["src_bytes"].startswith(b"%PDF-")
        assert saved["file_name"].endswith(".pdf")


async def test_a_phone_offers_the_pdf_to_the_share_sheet() -> None:
    phone = memory_phone()
    ids = story.tell(phone)
    replies = {"share_files": {"status": "success", "raw": ""}}
    on_phone = staged(phone, route=f"/laporan/{ids['going']}", web=False, replies=replies)
    async with on_phone as stage:
        await stage.sees("Bagikan PDF")
        assert stage.tree.has("Simpan PDF")
        await stage.tap("Bagikan PDF")
        calls = stage.tree.connection.calls
        await stage.tree.until(lambda: any(name == "share_files" for name, _ in calls))
        [file] = next(args["files"] for name, args in calls if name == "share_files")
        assert file.mime_type == "application/pdf"
        assert file.data.startswith(b"%PDF-")


async def test_text_and_pictures_leave_in_one_act_and_sensitif_ones_stay() -> None:
    phone = memory_phone()
    shas = [hashlib.sha256(data).hexdigest() for data in (b"ronda", b"korban")]
    for data, sha in zip((b"ronda", b"korban"), shas, strict=True):
        phone.photos.keep(PreparedPhoto(data, data[:2], sha, 1280, 1014))
    fotos = (cast.foto(shas[0]), replace(cast.foto(shas[1]), sensitif=True))
    record = cast.queued(cast.patrol(foto=fotos))
    phone.laporan.put(record)
    replies = {"share_files": {"status": "success", "raw": ""}}
    on_phone = staged(phone, route=f"/laporan/{record.id}", web=False, replies=replies)
    async with on_phone as stage:
        await stage.sees("Bagikan teks ke grup WhatsApp")
        await stage.tap("Bagikan teks ke grup WhatsApp")
        calls = stage.tree.connection.calls
        await stage.tree.until(lambda: any(name == "share_files" for name, _ in calls))
        shared = next(args for name, args in calls if name == "share_files")
        assert [file.data for file in shared["files"]] == [b"ronda"]
        assert "Lalayau" in shared["text"]


async def test_a_share_sheet_that_does_not_open_leaves_the_clipboard() -> None:
    phone = memory_phone()
    ids = story.tell(phone)
    async with staged(phone, route=f"/laporan/{ids['going']}", web=False) as stage:
        stage.place.hands = NoSheetAfterAll()
        await stage.sees("Bagikan teks ke grup WhatsApp")
        await stage.tap("Bagikan teks ke grup WhatsApp")
        await stage.sees("Teks laporan sudah disalin")


class NoSheetAfterAll:
    """`Hands` of a phone that promises a sheet and does not open it."""

    has_sheet = True

    async def share(self, title: str, words: str, files: Sequence[HandedFile]) -> bool:
        return False

    async def save(self, file: HandedFile) -> bool:
        return True


async def test_a_pdf_that_cannot_be_made_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_given: object) -> bytes:
        raise OSError

    monkeypatch.setattr("mobile.usecases.paper.laporan_pdf", broken)
    phone = memory_phone()
    ids = story.tell(phone)
    async with staged(phone, route=f"/laporan/{ids['going']}") as stage:
        await stage.sees("Simpan PDF")
        await stage.tap("Simpan PDF")
        await stage.sees("PDF belum bisa dibuat di HP ini. Laporan Anda tetap aman.")
        assert stage.tree.has("Simpan PDF")


async def test_the_systems_back_button_leads_to_where_the_person_came_from() -> None:
    phone = memory_phone()
    ids = story.tell(phone)
    async with staged(phone) as stage:
        await stage.sees("1 laporan perlu diperbaiki")
        await stage.tap("1 laporan perlu diperbaiki")
        await stage.at(f"/laporan/{ids['returned']}")
        await stage.tree.page._trigger_event("view_pop", {"route": stage.route})
        await stage.tree.until(lambda: stage.route == "/")


async def test_a_report_that_is_gone_says_so_and_shows_the_way_home() -> None:
    async with staged(route="/laporan/11111111-1111-4111-8111-000000000000") as stage:
        await stage.sees("Halaman ini tidak ada")
        await stage.tap("Kembali ke Beranda")
        await stage.sees("Lapor kegiatan")
