"""The villages of a new announcement: a chip turns over in the browser before we hear of it."""

from __future__ import annotations

import flet as ft
import pytest

from server.kantor import teks
from tests.cast import JUAI
from tests.server.desk.window import Window, window
from tests.server.kit import Office

pytestmark = pytest.mark.anyio

ALL = len(JUAI.desa)


def _chip(desk: Window, words: str) -> ft.Chip:
    (found,) = [one for one in desk.find(ft.Chip) if words in getattr(one.label, "value", "")]
    return found


async def _turn(desk: Window, words: str, *, chosen: bool) -> None:
    await desk.set(_chip(desk, words), "selected", chosen, "select")


async def test_a_chip_is_what_the_browser_says_however_often_it_says_so(juai: Office):
    name = JUAI.desa[0].nama
    async with window(juai, "/pengumuman/baru") as desk:
        for chosen, count in ((False, ALL - 1), (False, ALL - 1), (True, ALL), (True, ALL)):
            await _turn(desk, name, chosen=chosen)
            assert desk.has(teks.PG_KIRIM.format(n=count)), count


async def test_all_or_none_is_what_the_browser_says(juai: Office):
    async with window(juai, "/pengumuman/baru") as desk:
        for _ in range(2):
            await _turn(desk, teks.PG_SEMUA, chosen=False)
            assert desk.has(teks.PG_KIRIM_KOSONG)
        for _ in range(2):
            await _turn(desk, teks.PG_SEMUA, chosen=True)
            assert desk.has(teks.PG_KIRIM.format(n=ALL))
