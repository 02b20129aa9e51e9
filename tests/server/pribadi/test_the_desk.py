"""Personal data at the desk: retention with its preview, requests, the steps after a breach."""

from __future__ import annotations

import pytest

from server.anggota import roster_page
from server.anggota import teks as anggota_teks
from server.core import office
from server.pribadi import teks as pribadi_teks
from server.shell import teks as shell_teks
from shared import erasing
from shared.roles import Role
from tests.server.desk.window import HP, KASI, PEMBACA, Account, read, window
from tests.server.kit import Office, Phone
from tests.server.pribadi.test_one_persons_data import NAMA, amat, on_duty
from tests.server.pribadi.test_retention import KEY, YEARS, old_report

pytestmark = pytest.mark.anyio

CAMAT = Account("camat", Role.CAMAT, "Camat (contoh)")


async def test_nothing_is_decided_at_first_and_the_page_says_so(juai: Office):
    async with window(juai, "/data-pribadi", size=HP) as seen:
        assert seen.texts().count(pribadi_teks.DP_BELUM) == 3
        assert not seen.has(pribadi_teks.DP_JALANKAN)
        for step in pribadi_teks.DP_BOCOR_ISI:
            assert seen.has(step)


async def test_what_would_go_is_shown_and_goes_only_after_the_question(juai: Office, ida: Phone):
    await old_report(juai, ida, 6)
    office.change(juai.ctx, KASI, YEARS)
    async with window(juai, "/pengaturan") as seen:
        await seen.tap(pribadi_teks.DP_TOMBOL)
        await read(seen)
        assert seen.has("Akan dihapus sekarang: 1 foto, 0,0 MB (lebih tua dari 24 November 2024).")
        await seen.tap(pribadi_teks.DP_JALANKAN)
        assert seen.has(pribadi_teks.DP_TANYA)
        await seen.tap(pribadi_teks.DP_BATAL)
        assert juai.ctx.photos.whole_size(KEY) is not None
        await seen.tap(pribadi_teks.DP_JALANKAN)
        await seen.tap(pribadi_teks.DP_YA)
        await read(seen)
        assert seen.has(pribadi_teks.DP_SELESAI.format(foto=1, laporan=1, mantan=0, nik=0))


async def test_a_person_is_erased_only_by_the_name_typed_out(juai: Office, ida: Phone):
    ident = await amat(ida)
    await ida.send(on_duty(ident))
    async with window(juai, f"/anggota/{ident}") as seen:
        await seen.tap(anggota_teks.OR_TOMBOL)
        await read(seen)
        assert seen.has("1 laporan")
        await seen.tap(pribadi_teks.OR_HAPUS_MULAI)
        await seen.type(pribadi_teks.OR_HAPUS_NAMA, "Orang lain")
        await seen.tap(pribadi_teks.OR_HAPUS_YA)
        assert seen.has(pribadi_teks.OR_HAPUS_BEDA)
        assert {line.anggota.nama for line in roster_page.all_lines(juai.ctx)} == {NAMA}
        await seen.type(pribadi_teks.OR_HAPUS_NAMA, NAMA.lower())
        await seen.tap(pribadi_teks.OR_HAPUS_YA)
        await read(seen)
        assert seen.has(pribadi_teks.OR_SELESAI)
        assert seen.has(pribadi_teks.OR_SUDAH)
    async with window(juai, f"/anggota/{ident}") as seen:
        assert seen.has(erasing.NAMA)
        assert not seen.has(anggota_teks.AG_UBAH_TOMBOL)


async def test_who_may_not_finds_no_such_page(juai: Office, ida: Phone):
    ident = await amat(ida)
    for account in (PEMBACA, CAMAT):
        for route in ("/data-pribadi", f"/data-pribadi/{ident}"):
            async with window(juai, route, account=account) as seen:
                assert seen.has(shell_teks.BUKAN_HALAMAN)
        async with window(juai, f"/anggota/{ident}", account=account) as seen:
            assert not seen.has(anggota_teks.OR_TOMBOL)
