"""The tab Pembinaan: cards, filters, an invitation that is answered, a follow-up ticked off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mobile.domain.record import Note
from mobile.ports import READ
from tests import cast
from tests.mobile.screens.stage import staged
from tests.mobile.screens.test_desa import known
from tests.mobile.usecases.test_inbox import IMBAUAN, RAPAT, phone_with

pytestmark = pytest.mark.anyio

DONE = {
    **RAPAT, "id": "pompa", "bentuk": "pelatihan", "judul": "Pompa portabel", "jp": 4,
    "status": "selesai", "peserta": ["Amat (contoh)"], "hasil": "Semua bisa.", READ: 1,
    "mulai": "2026-11-12T09:00:00+08:00",
}  # fmt: skip


async def test_an_empty_tab_says_what_will_come() -> None:
    async with staged(phone_with(), route="/pembinaan") as stage:
        await stage.sees("Belum ada pembinaan")


async def test_cards_tell_kind_time_place_and_what_is_asked() -> None:
    phone = phone_with(pembinaan_rapat=RAPAT, pembinaan_pompa=DONE, announcement_imbauan=IMBAUAN)
    async with staged(phone, route="/pembinaan") as stage:
        await stage.sees("Rapat koordinasi Satlinmas")
        shown = stage.tree.texts()
        assert "Undangan" in shown
        assert "Jumat 27 November, 09.00 WITA, Aula Kantor Kecamatan" in shown
        assert "Kehadiran belum dijawab" in shown
        assert "12 November, 1 anggota hadir, 4 JP. Semua bisa." in shown
        assert "Tenggat 5 Desember, sisa 11 hari" in shown
        assert "Pengumuman" in shown
        assert shown.count("Baru") == 2
        assert "Belum dibaca 2" in shown


async def test_the_filters_leave_what_is_unread_or_to_be_done() -> None:
    done = {**RAPAT, "tindak_lanjut": []}
    phone = phone_with(pembinaan_rapat=done, pembinaan_pompa=DONE)
    async with staged(phone, route="/pembinaan") as stage:
        await stage.sees("Pompa portabel")
        await stage.tap("Belum dibaca 1")
        assert not stage.tree.has("Pompa portabel")
        await stage.tap("Tindak lanjut 1")
        assert stage.tree.has("Pompa portabel")
        assert not stage.tree.has("Rapat koordinasi Satlinmas")


async def test_an_invitation_is_answered_and_read() -> None:
    phone = phone_with(pembinaan_rapat=RAPAT)
    async with staged(phone, route="/pembinaan") as stage:
        await stage.sees("Rapat koordinasi Satlinmas")
        await stage.tap("Rapat koordinasi Satlinmas")
        await stage.at("/pembinaan/rapat")
        await stage.sees("Apakah desa akan datang?")
        await stage.tap("Kami datang")
        await stage.sees("Desa akan datang")
        await stage.sees("Jawaban aman di HP ini. Terkirim sendiri begitu ada sinyal.")
        assert phone.state.sync_state().read_marks == ("rapat",)
        [deed] = phone.deeds.all()
        assert deed.data["jawaban"] == "datang"
        await stage.tap("Tidak bisa datang")
        await stage.sees("Desa tidak bisa datang")


async def test_a_follow_up_is_ticked_off_with_a_word() -> None:
    phone = phone_with(pembinaan_pompa=DONE)
    async with staged(phone, route="/pembinaan/pompa") as stage:
        await stage.sees("Tandai selesai")
        await stage.tap("Tandai selesai")
        await stage.sees("Apa yang sudah dikerjakan?")
        await stage.tap("Simpan, tandai selesai")
        await stage.sees("Tulis satu kalimat saja apa yang sudah dikerjakan.")
        await stage.tree.type("Catatan singkat", "Latihan 20 November.")
        await stage.tap("Simpan, tandai selesai")
        await stage.sees("Selesai, menunggu terkirim")
        [deed] = phone.deeds.all()
        assert (deed.kind, deed.data["teks"]) == ("follow_up_done", "Latihan 20 November.")


async def test_notes_on_a_report_lead_to_the_report() -> None:
    phone = phone_with()
    note = Note("n", "Mohon ditulis rumah siapa.", "2026-11-23T08:00:00+08:00", "Kasi", 1)
    record = replace(cast.queued(cast.patrol()), notes=(note,), status="perlu_perbaikan")
    phone.laporan.put(record)
    async with staged(phone, route="/pembinaan") as stage:
        await stage.sees("Umpan balik laporan")
        await stage.tap("\u201cMohon ditulis rumah siapa.\u201d")
        await stage.at(f"/laporan/{record.id}")


async def test_beranda_names_what_is_new_and_leads_there() -> None:
    phone = phone_with(pembinaan_rapat=RAPAT, announcement_imbauan=IMBAUAN)
    async with staged(phone) as stage:
        await stage.sees("2 pembinaan baru")
        await stage.tap("2 pembinaan baru")
        await stage.at("/pembinaan")


async def test_an_announcement_is_read_by_opening_it() -> None:
    phone = phone_with(announcement_imbauan=IMBAUAN)
    async with staged(phone, route="/pembinaan/imbauan") as stage:
        await stage.sees("Pantau sungai.")
        await stage.tree.until(lambda: phone.state.sync_state().read_marks == ("imbauan",))


async def test_a_word_that_was_begun_outlives_the_screen_and_leaves_with_the_tick_alone() -> None:
    phone = phone_with(pembinaan_pompa=DONE)
    async with staged(phone, route="/pembinaan/pompa") as stage:
        await stage.sees("Tandai selesai")
        await stage.tap("Tandai selesai")
        await stage.sees("Apa yang sudah dikerjakan?")
        await stage.tree.type("Catatan singkat", "Latihan 20 Nov", leave=False)
        await stage.tree.until(lambda: bool(phone.deeds.all()))
        assert not any(deed.waiting for deed in phone.deeds.all())
    async with staged(phone, route="/pembinaan/pompa") as stage:
        await stage.sees("Tandai selesai")
        await stage.tap("Tandai selesai")
        await stage.sees("Apa yang sudah dikerjakan?")
        assert stage.tree.field("Catatan singkat").value == "Latihan 20 Nov"
        await stage.tap("Simpan, tandai selesai")
        await stage.sees("Selesai, menunggu terkirim")
        [deed] = phone.deeds.all()
        assert deed.waiting and deed.data == {"teks": "Latihan 20 Nov"}


async def test_the_village_ticks_who_is_there_from_its_roster() -> None:
    phone = phone_with(pembinaan_pompa=DONE)
    amat, budi = (known(phone, nama=f"{name} (contoh)") for name in ("Amat", "Budi"))
    known(phone, nama="Kadir (contoh)", status="berhenti")
    async with staged(phone, route="/pembinaan/pompa") as stage:
        await stage.sees("Anggota desa yang hadir")
        await stage.tap("Tambah ke daftar hadir")
        await stage.sees("Siapa yang hadir?")
        assert not stage.tree.has("Kadir (contoh)")
        await stage.tap("Budi (contoh)")
        await stage.tree.until(lambda: bool(phone.deeds.all()))
    async with staged(phone, route="/pembinaan/pompa") as stage:
        await stage.sees("Anggota desa yang hadir")
        await stage.tap("Tambah ke daftar hadir")
        await stage.sees("Kirim 1 nama")
        await stage.tap("Amat (contoh)")
        await stage.tap("Kirim 2 nama")
        await stage.sees("Budi (contoh), Amat (contoh). Menunggu terkirim.")
        [deed] = phone.deeds.all()
        assert (deed.kind, deed.ref, deed.waiting) == ("attendance", "pompa", True)
        assert deed.data == {"anggota": [budi.id, amat.id]}


async def test_who_is_there_is_not_asked_before_it_begins() -> None:
    phone = phone_with(pembinaan_rapat=RAPAT)
    async with staged(phone, route="/pembinaan/rapat") as stage:
        await stage.sees("Apakah desa akan datang?")
        assert not stage.tree.has("Anggota desa yang hadir")
