"""The roster's pages at the desk, without a browser: what stands there, on a phone too."""

from __future__ import annotations

from typing import Any

import flet as ft
import pytest

from server.anggota import nik, roster_page, teks
from server.anggota.roster_page import RosterFilter
from tests.doubles.flet_tree import words_in
from tests.server.anggota.kit import CAMAT, KASI, add
from tests.server.desk.window import HP, Window, read, window
from tests.server.kit import Office

pytestmark = pytest.mark.anyio

NIK = "6311010101950001"


def broken(seen: Window) -> list[Any]:
    """What takes all that is left of a line that wraps: the client cannot draw that."""
    return [
        child
        for line in seen.find(ft.Row, wrap=True)
        for child in line.controls
        if getattr(child, "expand", None) is not None
    ]


@pytest.mark.parametrize(
    "route",
    ["/anggota", "/anggota/{id}", "/anggota/baru", "/anggota/impor", "/anggota/desa",
     "/anggota/desa/63-11-01-2013", "/hp", "/pengaturan", "/pengumuman"],
)  # fmt: skip
async def test_a_phone_can_draw_the_page(juai: Office, route: str):
    ident = add(juai.ctx)
    async with window(juai, route.format(id=ident), size=HP) as seen:
        assert seen.find(ft.Semantics, header=True)
        assert broken(seen) == []


async def test_the_list_counts_names_and_leads_to_the_member(juai: Office):
    ident = add(juai.ctx)
    async with window(juai, "/anggota") as seen:
        assert seen.has("Udin (contoh)")
        assert seen.has(teks.anggota_ke_berapa(1, 1, 1))
        await seen.tap("Udin (contoh)")
        await read(seen)
        assert seen.route == f"/anggota/{ident}"
        assert seen.has("14-03-1995")


async def test_a_nik_is_masked_until_somebody_who_may_asks_for_it(juai: Office):
    ident = add(juai.ctx)
    nik.put(juai.ctx, KASI, ident, NIK)
    async with window(juai, f"/anggota/{ident}") as seen:
        assert seen.has(nik.mask(NIK)) and not seen.has(NIK)
        await seen.tap(teks.AG_NIK_LIHAT)
        await read(seen)
        assert seen.has(NIK)
        await seen.tap(teks.AG_NIK_TUTUP)
        assert not seen.has(NIK)
    async with window(juai, f"/anggota/{ident}", account=CAMAT) as seen:
        assert seen.has(nik.mask(NIK))
        assert not seen.has(teks.AG_NIK_LIHAT)


async def test_a_new_member_of_nearly_the_same_name_is_asked_about_before_it_is_saved(
    juai: Office,
):
    add(juai.ctx, nama="M. Ridwan (contoh)", tanggal_lahir=None)
    async with window(juai, "/anggota/baru") as seen:
        await seen.type(teks.AG_ISIAN["nama"], "Muhammad Ridwan (contoh)")
        item = next(i for i in seen.find(ft.PopupMenuItem) if "Lalayau" in words_in(i))
        await seen.fire(item, "click")
        await seen.tap(teks.AG_SIMPAN)
        await read(seen)
        assert seen.has(teks.AG_MUNGKIN)
        assert roster_page.page(juai.ctx, KASI, RosterFilter()).everyone == 1
        assert seen.has(teks.AG_MUNGKIN_BUKA.format(siapa="M. Ridwan (contoh), RT 03"))
        await seen.tap(teks.AG_MUNGKIN_LAIN)
        await read(seen)
    assert roster_page.page(juai.ctx, KASI, RosterFilter()).everyone == 2
