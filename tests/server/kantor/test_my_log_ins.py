"""Log-in saya: one's own open log-ins, and the second step, at the desk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher
from pyotp.totp import TOTP

from server.core import accounts, office, sessions, two_step
from server.core.sessions import Account
from server.kantor import staff_accounts, teks
from shared.roles import Role
from tests.cast import KASI_TRANTIB
from tests.server.desk.window import read, window
from tests.server.kit import Office

pytestmark = pytest.mark.anyio

KASI = Account("kasi", Role.KASI_TRANTIB, KASI_TRANTIB)
ADMIN = Account("admin", Role.ADMIN, "Admin (contoh)")
PASSWORD = "kata sandi contoh"


@pytest.fixture(autouse=True)
def quick_argon2(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(accounts, "_HASHER", PasswordHasher(1, 8, 1))
    accounts._nobody.cache_clear()
    yield
    accounts._nobody.cache_clear()


async def test_the_second_step_is_set_up_at_the_desk(
    juai: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    accounts.add(juai.ctx, "kasi", Role.KASI_TRANTIB, PASSWORD)
    secret = two_step.new_secret()
    monkeypatch.setattr(two_step, "new_secret", lambda: secret)
    async with window(juai, "/log-in-saya", account=KASI) as seen:
        await read(seen)
        assert seen.has(teks.LS_BELUM)
        await seen.tap(teks.LS_PASANG)
        assert seen.has(" ".join(secret[n : n + 4] for n in range(0, 32, 4)))
        await seen.type(teks.LS_KODE, TOTP(secret).at(juai.clock.now()))
        await seen.tap(teks.LS_PASANG)
        await read(seen)
        assert seen.has(teks.LS_TERPASANG)
        codes = [words for words in seen.texts() if len(words) == 19 and words[4] == "-"]
        assert len(codes) == 10
        await seen.tap(teks.LS_SUDAH_DISIMPAN)
        assert seen.has(teks.LS_AKTIF.format(sisa=10))
        assert not seen.has(codes[0])
        await seen.type(teks.LS_KODE, codes[0])
        await seen.tap(teks.LS_LEPAS)
        await read(seen)
        assert seen.has(teks.LS_BELUM)


async def test_all_ones_log_ins_are_shown_and_ended(juai: Office) -> None:
    accounts.add(juai.ctx, "kasi", Role.KASI_TRANTIB, PASSWORD)
    accounts.add(juai.ctx, "admin", Role.ADMIN, PASSWORD)
    mine = sessions.log_in(juai.ctx, "kasi", PASSWORD, "10.0.0.7")
    other = sessions.log_in(juai.ctx, "admin", PASSWORD, "10.0.0.8")
    async with window(juai, "/log-in-saya", account=KASI) as seen:
        await read(seen)
        assert any("10.0.0.7" in words for words in seen.texts())
        assert not any("10.0.0.8" in words for words in seen.texts())
        await seen.tap(teks.LS_KELUAR_SEMUA)
        await read(seen)
    assert sessions.account_of(juai.ctx, mine) is None
    assert sessions.account_of(juai.ctx, other) is not None


async def test_an_admin_is_told_which_kecamatans_names_nobody_can_read(juai: Office) -> None:
    accounts.add(juai.ctx, "admin", Role.ADMIN, PASSWORD)
    halong = juai.ctx.settings.data / "kecamatan" / "63.11.02"
    halong.mkdir(parents=True)
    (halong / "sinar.db").write_bytes(b"rusak" * 4000)
    async with window(juai, "/pengaturan/akun", account=ADMIN) as seen:
        await seen.tap(teks.AK_TAMBAH)
        await seen.type(teks.AK_NAMA_PENGGUNA, "trantib")
        await seen.type(teks.AK_SANDI, PASSWORD)
        await seen.tap(teks.AK_SIMPAN)
        await read(seen)
        assert seen.has(teks.AK_KECAMATAN_LAIN.format(kode="63.11.02"))


async def test_an_admin_takes_the_second_step_off_others_only(juai: Office) -> None:
    for name, role in (("kasi", Role.KASI_TRANTIB), ("admin", Role.ADMIN)):
        accounts.add(juai.ctx, name, role, PASSWORD, KASI_TRANTIB if name == "kasi" else "")
        secret = two_step.new_secret()
        code = TOTP(secret).at(juai.clock.now())
        two_step.switch_on(juai.ctx, Account(name, role, name), secret, code)
    async with window(juai, "/pengaturan/akun", account=ADMIN) as seen:
        await read(seen)
        await seen.tap(teks.AK_LEPAS.format(nama=KASI_TRANTIB))
        await seen.tap(teks.AK_LEPAS_YA)
        await read(seen)
    assert not two_step.look(juai.ctx, KASI).two_step
    with pytest.raises(staff_accounts.OwnAccountError):
        staff_accounts.reset_two_step(juai.ctx, ADMIN, "admin")


async def test_the_settings_hold_what_a_phone_may_send_and_who_needs_two_steps(
    juai: Office,
) -> None:
    async with window(juai, "/pengaturan", account=KASI) as seen:
        await read(seen)
        await seen.type(teks.PT_KUOTA["kuota_kiriman"], "120")
        await seen.tap(teks.PT_SIMPAN)
        await read(seen)
        assert seen.has(teks.PT_TERSIMPAN)
    values = office.read(juai.ctx)
    assert (values["kuota_kiriman"], values["dua_langkah_wajib"]) == (120, False)
    for wrong in ({"kuota_kiriman": 0}, {"kuota_foto_mb": -1}, {"dua_langkah_wajib": 1}):
        with pytest.raises(office.BadValueError):
            office.change(juai.ctx, KASI, wrong)
