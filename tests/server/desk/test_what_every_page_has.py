"""What stands on every page: the count of what waits, words of the client in Indonesian."""

from collections.abc import Iterator
from pathlib import Path

import flet as ft
import pytest

from server.core.context import Context
from server.desk import teks
from server.desk.pages import Page
from server.desk.widgets import buttons
from server.laporan import read_staff
from server.laporan import teks as teks_laporan
from tests.doubles.flet_tree import walked, words_in
from tests.server.desk.every_page import desk_of, kecamatan, pages
from tests.server.desk.window import KASI, Window, window

pytestmark = pytest.mark.anyio


@pytest.fixture
def juai(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Iterator[Context]:
    with kecamatan(tmp_path_factory.getbasetemp(), tmp_path) as ctx:
        yield ctx


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.path)
async def test_the_count_of_what_waits_stands_on_every_page(juai: Context, page: Page):
    waiting = read_staff.waiting(juai, KASI)
    assert waiting > 0
    async with desk_of(juai, page) as (seen, _):
        await seen.until(lambda: seen.has(f"Laporan, {waiting}"))


async def test_the_client_speaks_indonesian(juai: Context):
    async with window(juai, "/papan") as seen:
        told = seen.page.locale_configuration
        assert told is not None and told.current_locale == ft.Locale("id", "ID")


@pytest.mark.parametrize("route", ["/papan?bulan=2026-13", "/rekap?masa=2026-99"])
async def test_a_part_of_the_address_that_is_not_known_is_named(juai: Context, route: str):
    async with window(juai, route) as seen:
        assert seen.has(teks.ALAMAT_BAGIAN.format(bagian=route.partition("?")[2]))
    async with window(juai, route.partition("?")[0]) as seen:
        assert not seen.has(teks.ALAMAT_BAGIAN.partition(":")[0])


async def test_at_twice_the_size_of_text_nothing_has_to_stand_beside_a_title(juai: Context):
    async with window(juai, "/laporan", size=(360, 800)) as seen:
        before = _width_of_a_filter(seen)
        assert _beside_the_title(seen, teks_laporan.DAFTAR_SUB)
        [probe] = [t for t in seen.find(ft.Text) if t.on_size_change is not None]
        await seen.fire(probe, "size_change", {"w": 150.0, "h": 200.0})
        await seen.until(lambda: not _beside_the_title(seen, teks_laporan.DAFTAR_SUB))
        assert 2 * before >= _width_of_a_filter(seen) > 1.5 * before


async def test_a_choice_keeps_its_width_when_it_is_chosen(juai: Context):
    """What grew would move the next one away from a press that is on its way."""
    async with window(juai, "/papan"):
        off, on = (buttons.pill("Juai", print, chosen=chosen) for chosen in (False, True))
        tabs = [buttons.tab("Semua", 3, print, chosen=chosen) for chosen in (False, True)]
    assert _width_beside_words(off) == _width_beside_words(on)
    assert _sizes(off) == _sizes(on)
    assert _sizes(tabs[0]) == _sizes(tabs[1])


def _sizes(made: ft.Control) -> list[tuple[object, ...]]:
    styles = [text.style for text in walked([made]) if isinstance(text, ft.Text) and text.style]
    return [(one.size, one.font_family, one.height) for one in styles]


def _width_beside_words(made: ft.Container) -> float:
    assert isinstance(made.padding, ft.Padding)
    [line] = [one for one in walked([made]) if isinstance(one, ft.Row)]
    marks = sum(
        (one.size or 0) + line.spacing for one in walked([made]) if isinstance(one, ft.Icon)
    )
    return made.padding.left + marks + made.padding.right


def _beside_the_title(seen: Window, sub: str) -> bool:
    """Whether a button shares the line of the page's title."""
    rows = [r for r in seen.find(ft.Row) if not r.wrap and sub in words_in(r)]
    return any(b for r in rows for b in r.controls if isinstance(b, ft.FilledButton))


def _width_of_a_filter(seen: Window) -> float:
    shown = [menu.content for menu in seen.find(ft.PopupMenuButton)]
    return next(float(s.width) for s in shown if isinstance(s, ft.Container) and s.width)
