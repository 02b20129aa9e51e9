"""What comes in is on the screen without reload, quietly, and once a second at most."""

import anyio
import flet as ft
import pytest

from server.core import teks as umum
from server.core.context import Bell
from server.desk import teks as desk_teks
from server.desk.pulse import Pulse
from server.laporan import teks as laporan_teks
from tests.cast import LALAYAU, flood, patrol
from tests.doubles.flet_tree import words_in
from tests.server.desk.window import arrive, picture, read, window, with_photos
from tests.server.kit import Office, Phone

pytestmark = pytest.mark.anyio


async def test_a_new_report_appears_and_is_marked(juai: Office, ida: Phone):
    await ida.send(patrol(tempat="Pos lama"))
    async with window(juai) as seen:
        juai.clock.move(minutes=1)
        await ida.send(patrol(tempat="Pos baru"))
        await seen.until(lambda: seen.has("Pos baru"))
        assert seen.has(desk_teks.laporan_baru(1))
        new, old = seen.lines()
        assert desk_teks.BARU in new and desk_teks.BARU not in old


async def test_a_press_on_the_note_takes_the_marks_away(juai: Office, ida: Phone):
    await ida.send(patrol())
    async with window(juai) as seen:
        juai.clock.move(minutes=1)
        await ida.send(patrol(tempat="Pos baru"))
        await seen.until(lambda: seen.has(desk_teks.laporan_baru(1)))
        await seen.tap(desk_teks.laporan_baru(1))
        await read(seen)
        assert not seen.has(desk_teks.laporan_baru(1)) and len(seen.lines()) == 2


async def test_the_first_report_of_all_appears_on_an_empty_screen(juai: Office, ida: Phone):
    async with window(juai) as seen:
        juai.clock.move(minutes=1)
        await ida.send(flood())
        await seen.until(lambda: seen.has("Banjir"))


async def test_a_report_that_the_filter_hides_is_not_announced(juai: Office, ida: Phone):
    await ida.send(flood())
    async with window(juai, "/laporan?macam=kejadian") as seen:
        juai.clock.move(minutes=1)
        await ida.send(patrol())
        # It is counted as waiting all the same.
        await seen.until(lambda: "2" in seen.texts())
        assert not seen.has(desk_teks.laporan_baru(1)) and len(seen.lines()) == 1


async def test_a_photo_that_comes_later_fills_its_place(juai: Office, ida: Phone):
    report = with_photos(patrol(), picture(1))
    await ida.send(report)
    async with window(juai, f"/laporan/{report.id}") as seen:
        assert seen.has(laporan_teks.FOTO_BELUM.format(n=1))
        arrive(juai.ctx, report, picture(1))
        await seen.until(lambda: seen.has(laporan_teks.PERBESAR.format(n=1)))


async def test_many_rings_are_one_reading(juai: Office):
    bell, readings = Bell(), 0

    async def refresh() -> None:
        nonlocal readings
        readings += 1

    pulse = Pulse(bell)
    pulse.follow(refresh)
    for _ in range(50):
        bell.ring()
    await anyio.sleep(0.05)
    pulse.stop()
    assert readings == 1


async def test_nobody_is_told_while_the_window_is_away_and_all_is_told_on_return(juai: Office):
    bell, readings = Bell(), 0

    async def refresh() -> None:
        nonlocal readings
        readings += 1

    pulse = Pulse(bell)
    pulse.follow(refresh)
    pulse.pause()
    bell.ring()
    await anyio.sleep(0.05)
    assert readings == 0
    pulse.resume()
    await anyio.sleep(0.05)
    pulse.stop()
    assert readings == 1


async def test_a_bell_rings_from_another_thread(juai: Office):
    bell = Bell()
    heard = anyio.Event()

    async def refresh() -> None:
        heard.set()

    pulse = Pulse(bell)
    pulse.follow(refresh)
    await anyio.to_thread.run_sync(bell.ring)
    with anyio.fail_after(60):
        await heard.wait()
    pulse.stop()


async def test_a_menu_that_is_open_while_something_comes_in_still_works(juai: Office, ida: Phone):
    await ida.send(patrol())
    async with window(juai) as seen:
        menu = seen.one(
            ft.PopupMenuButton, tooltip=f"{laporan_teks.SARING['desa']}: {umum.SEMUA_DESA}"
        )
        item = next(item for item in menu.items if words_in(item) == ["Lalayau"])
        juai.clock.move(minutes=1)
        await ida.send(patrol(tempat="Pos baru"))
        await seen.until(lambda: seen.has("Pos baru"))
        await seen.fire(item, "click")
        assert seen.route == f"/laporan?desa={LALAYAU}"
