"""HP dan kode, Pengaturan, Akun: what the desk sees and changes."""

from datetime import timedelta

import flet as ft
import flet_map as fm
import pytest

from server.core import accounts, devices, office
from server.core.permit import NotAllowedError
from server.core.sessions import Account
from server.hp import activation, village_phones
from server.hp import teks as hp_teks
from server.hp.village_phones import Standing
from server.kantor import staff_accounts
from server.kantor import teks as kantor_teks
from server.laporan import teks as laporan_teks
from server.laporan.board import board
from server.sample import office as sample_office
from server.shell import teks as shell_teks
from shared.roles import Role
from tests.cast import HAMARUNG, KASI_TRANTIB, LALAYAU, patrol
from tests.doubles.flet_tree import words_in
from tests.server.desk.window import HP, KASI, PEMBACA, read, window
from tests.server.kit import Office, Phone

pytestmark = pytest.mark.anyio

ADMIN = Account("admin", Role.ADMIN, "Admin (contoh)")
PASSWORD = "kata sandi contoh"


async def test_villages_without_a_phone_stand_first(juai: Office, ida: Phone):
    activation.new_code(juai.ctx, HAMARUNG, "Rudi (contoh)", "Kasi")
    page = village_phones.phones_page(juai.ctx, KASI)
    assert page.lines[0].standing is Standing.TANPA_HP
    stood = {line.desa: line.standing for line in page.lines}
    assert stood[HAMARUNG] is Standing.KODE and stood[LALAYAU] is Standing.TERSAMBUNG
    assert (page.connected, page.codes, page.quiet) == (1, 1, 0)


async def test_a_phone_that_is_silent_for_long_is_said_so(juai: Office, ida: Phone):
    await ida.sync()
    juai.clock.at += timedelta(days=15)
    page = village_phones.phones_page(juai.ctx, KASI, "lalayau")
    assert [line.standing for line in page.lines] == [Standing.LAMA]


async def test_a_code_is_made_shown_large_and_works(juai: Office):
    async with window(juai, "/hp") as seen:
        await seen.tap(hp_teks.HK_BUAT)
        await seen.type(hp_teks.HK_NAMA, "Ida (contoh)")
        await seen.tap(hp_teks.HK_BUAT_KODE)
        assert seen.has(hp_teks.HK_LENGKAPI)
        item = next(i for i in seen.find(ft.PopupMenuItem) if "Lalayau" in words_in(i))
        await seen.fire(item, "click")
        await seen.tap(hp_teks.HK_BUAT_KODE)
        await read(seen)
        assert seen.has(hp_teks.HK_KODE_UNTUK.format(desa="Lalayau"))
        [code] = [words for words in seen.texts() if len(words) == 11 and words[4:7] == " - "]
        links = [b.url.url for b in seen.find(ft.OutlinedButton) if isinstance(b.url, ft.Url)]
        assert links[0].startswith("/kode/") and links[1].startswith("https://wa.me/?text=")
        assert not any(code.replace(" - ", "") in link for link in links[:1])
    assert (await juai.activate(code.replace(" - ", ""))).status_code == 201


async def test_a_phone_is_revoked_only_after_the_question(juai: Office, ida: Phone):
    async with window(juai, "/hp?kata=lalayau") as seen:
        await seen.tap(hp_teks.HK_CABUT_YANG.format(n=1, desa="Lalayau"))
        assert seen.has(hp_teks.HK_CABUT_TANYA.format(n=1, desa="Lalayau"))
        await seen.tap(hp_teks.HK_CABUT_BATAL)
        assert (await ida.post()).status_code == 200
        await seen.tap(hp_teks.HK_CABUT_YANG.format(n=1, desa="Lalayau"))
        await seen.tap(hp_teks.HK_CABUT)
        await read(seen)
        assert seen.has(hp_teks.HK_STANDING["DICABUT"])
    assert (await ida.post()).status_code == 401
    assert devices.all_devices(juai.ctx)[0].revoked_at


async def test_the_slip_is_its_makers_own(juai: Office):
    made = village_phones.new_code(juai.ctx, KASI, LALAYAU, "Ida (contoh)", "Kasi")
    ticket = village_phones.ticket(juai.ctx, KASI, made)
    assert village_phones.slip(juai.ctx, KASI, ticket) == made
    assert village_phones.slip(juai.ctx, ADMIN, ticket) is None
    with pytest.raises(NotAllowedError):
        village_phones.slip(juai.ctx, PEMBACA, ticket)


async def test_what_is_still_empty_is_said(juai: Office):
    async with window(juai, "/pengaturan") as seen:
        assert seen.has("Masih kosong") and seen.has(kantor_teks.PT_NAMA["camat"])
        assert not seen.has(kantor_teks.PT_AKUN)


async def test_saved_settings_reach_the_phones(juai: Office, ida: Phone):
    async with window(juai, "/pengaturan") as seen:
        await seen.type(kantor_teks.PT_BATAS, "7")
        await seen.type(
            kantor_teks.PT_ORANG["nama"].format(siapa=kantor_teks.PT_CAMAT), "Camat (contoh)"
        )
        await seen.type(kantor_teks.PT_DARURAT, "BPBD (contoh), 0526 000000")
        await seen.tap(kantor_teks.PT_SIMPAN)
        await read(seen)
        assert seen.has(kantor_teks.PT_TERSIMPAN)
    await ida.sync()
    told = ida.said("settings")[-1]
    assert told["due_day"] == 7
    assert told["nomor_darurat"] == [{"nama": "BPBD (contoh)", "nomor": "0526 000000"}]
    assert "camat" not in told, "what only papers need stays at the desk"
    assert office.read(juai.ctx)["camat"]["nama"] == "Camat (contoh)"


async def test_a_value_that_cannot_be_taken_changes_nothing(juai: Office):
    async with window(juai, "/pengaturan") as seen:
        await seen.type(kantor_teks.PT_BATAS, "45")
        await seen.type(kantor_teks.PT_TEMPAT, "Juai")
        await seen.tap(kantor_teks.PT_SIMPAN)
        await read(seen)
        assert seen.has(kantor_teks.PT_SALAH.format(isian=kantor_teks.PT_NAMA["due_day"]))
    assert office.read(juai.ctx)["tempat"] == ""


async def test_an_admin_adds_an_account(juai: Office):
    accounts.add(juai.ctx, "admin", Role.ADMIN, PASSWORD)
    async with window(juai, "/pengaturan/akun", account=ADMIN) as seen:
        await seen.tap(kantor_teks.AK_TAMBAH)
        await seen.type(kantor_teks.AK_NAMA_PENGGUNA, "trantib")
        await seen.type(kantor_teks.AK_NAMA, KASI_TRANTIB)
        await seen.type(kantor_teks.AK_SANDI, "pendek")
        await seen.tap(kantor_teks.AK_SIMPAN)
        await read(seen)
        assert seen.has(kantor_teks.AK_SALAH["BadPasswordError"])
        await seen.type(kantor_teks.AK_SANDI, PASSWORD)
        await seen.tap(kantor_teks.AK_SIMPAN)
        for _ in range(60):  # argon2 takes its time
            if seen.has(kantor_teks.AK_SELESAI):
                break
            await read(seen)
        assert seen.has(kantor_teks.AK_SELESAI), seen.texts()
        await read(seen)
        assert seen.has(KASI_TRANTIB)
    assert accounts.check_password(juai.ctx, "trantib", PASSWORD)


async def test_nobody_removes_himself_or_the_last_admin(juai: Office):
    accounts.add(juai.ctx, "admin", Role.ADMIN, PASSWORD)
    accounts.add(juai.ctx, "wakil", Role.ADMIN, PASSWORD)
    deputy = Account("wakil", Role.ADMIN, "Wakil (contoh)")
    with pytest.raises(staff_accounts.OwnAccountError):
        staff_accounts.remove(juai.ctx, ADMIN, "admin")
    staff_accounts.set_role(juai.ctx, ADMIN, "wakil", Role.PEMBACA)
    with pytest.raises(staff_accounts.LastAdminError):
        staff_accounts.remove(juai.ctx, deputy, "admin")
    with pytest.raises(staff_accounts.LastAdminError):
        staff_accounts.set_role(juai.ctx, deputy, "admin", Role.KASI_TRANTIB)


async def test_a_reader_finds_neither_phones_nor_settings(juai: Office):
    for route in ("/hp", "/pengaturan", "/pengaturan/akun"):
        async with window(juai, route, account=PEMBACA) as seen:
            assert seen.has(shell_teks.BUKAN_HALAMAN)
            assert not seen.has(hp_teks.NAV_HP)


async def test_narrow_windows_show_all_of_it(juai: Office, ida: Phone):
    async with window(juai, "/hp?kata=lalayau", size=HP) as seen:
        assert seen.has("Lalayau, HP 1") and seen.has(hp_teks.HK_CARA)
    async with window(juai, "/pengaturan", size=HP) as seen:
        assert seen.has(kantor_teks.PT_BAGIAN["jenis"])


async def test_the_map_s_address_is_set_at_the_desk_and_taken_only_when_it_can_be_one(juai: Office):
    good = "https://peta.contoh.id/{z}/{x}/{y}.png"
    assert office.tiles(juai.ctx) == ""
    for bad in ("http://peta.contoh.id/{z}/{x}/{y}.png", "https://peta.contoh.id/{z}.png",
                "https://peta.contoh.id/{z}/{x}/{y}; script-src *"):  # fmt: skip
        with pytest.raises(office.BadValueError):
            office.change(juai.ctx, KASI, {"peta_ubin": bad})
    async with window(juai, "/pengaturan") as seen:
        await seen.type(kantor_teks.PT_UBIN, good)
        await seen.tap(kantor_teks.PT_SIMPAN)
        await read(seen)
        assert office.tiles(juai.ctx) == good
    async with window(juai, "/papan") as seen:
        [layer] = seen.find(fm.TileLayer)
        assert layer.url_template == good


async def test_the_board_and_this_page_name_the_same_villages(juai: Office, ida: Phone):
    await ida.send(patrol())
    rudi = await juai.phone(HAMARUNG)
    juai.clock.at += timedelta(days=15)
    await rudi.sync()
    named = village_phones.phones_page(juai.ctx, KASI).contact
    assert named == tuple(v.desa for v in board(juai.ctx, KASI).to_contact)
    assert LALAYAU in named and len(named) == 20 + (HAMARUNG in named)
    silent = {v.desa for v in board(juai.ctx, KASI).villages if not v.connected}
    lines = village_phones.phones_page(juai.ctx, KASI).lines
    assert silent == {
        line.desa
        for line in lines
        if line.standing in (Standing.TANPA_HP, Standing.KODE, Standing.LAMA)
    }
    async with window(juai, "/hp") as seen:
        assert seen.has(hp_teks.hp_perlu(len(named)))


async def test_a_code_that_is_asked_for_on_the_board_knows_its_village(juai: Office, ida: Phone):
    async with window(juai, "/papan") as seen:
        label = f"{laporan_teks.PAPAN_BUAT_KODE}, Muara Ninian"
        await seen.tap(label)
        await read(seen)
        assert seen.route == "/hp?buat=63-11-01-2001"
        await seen.type(hp_teks.HK_NAMA, "Ida (contoh)")
        await seen.tap(hp_teks.HK_BUAT_KODE)
        await read(seen)
        assert seen.has(hp_teks.HK_KODE_UNTUK.format(desa="Muara Ninian"))


async def test_an_office_writes_the_month_of_its_numbers_in_one_way(juai: Office):
    roman = {"nomor_rekap": "300.1.4/{nomor}/TRANTIB/{romawi}/{tahun}"}
    office.change(juai.ctx, KASI, roman)
    with pytest.raises(office.MixedMonthsError):
        office.change(juai.ctx, KASI, {"nomor_laporan": "300.1.4/{nomor}/{desa}/{bulan}/{tahun}"})
    assert office.read(juai.ctx)["nomor_laporan"] == ""
    office.change(juai.ctx, KASI, {"nomor_laporan": "300.1.4/{nomor}/{desa}/{romawi}/{tahun}"})


async def test_the_sample_writes_the_month_in_one_way(juai: Office):
    sample_office.set_up(juai.ctx, set())
    assert not office.mixed_months(office.read(juai.ctx))
