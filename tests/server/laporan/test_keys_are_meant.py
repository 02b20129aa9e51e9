"""A key or a press counts only for what the person has seen, and a double press acts once."""

import asyncio
from unittest.mock import patch

import flet as ft
import pytest

from server.desk import teks as desk_words
from server.laporan import teks
from server.laporan.read_review import queue
from tests.cast import patrol
from tests.server.desk.window import KASI, Window, read, window
from tests.server.kit import Office, Phone

pytestmark = pytest.mark.anyio

LOOK_S = 2.0
"""In earnest a second: long enough here to press eight times within it."""


async def key(seen: Window, name: str, *, ctrl: bool = False) -> None:
    data = {"key": name, "shift": False, "ctrl": ctrl, "alt": False, "meta": False}
    await seen.session.dispatch_event(seen.page._i, "keyboard_event", data)
    await asyncio.sleep(0)


async def _reports(juai: Office, ida: Phone, count: int = 3) -> list[str]:
    reports = [patrol(tempat=f"Pos {number}") for number in range(count)]
    for report in reports:
        await ida.send(report)
        juai.clock.move(minutes=1)
    return [report.id for report in reports]


def _waiting(juai: Office) -> int:
    return queue(juai.ctx, KASI).total


async def _settled(seen: Window) -> None:
    await seen.until(lambda: not seen.one(ft.FilledButton, content=teks.PK_VERIFIKASI).disabled)


async def test_a_key_before_the_picture_was_looked_at_does_nothing(juai: Office, ida: Phone):
    first, *_ = await _reports(juai, ida)
    async with window(juai, f"/periksa/{first}", look_s=30) as seen:
        for name in ("V", "K", "L", "C"):
            await key(seen, name)
        await read(seen)
        assert _waiting(juai) == 3 and seen.route == f"/periksa/{first}"
        assert seen.one(ft.FilledButton, content=teks.PK_VERIFIKASI).disabled


async def test_a_key_before_the_client_has_painted_does_nothing(juai: Office, ida: Phone):
    first, *_ = await _reports(juai, ida)
    painted = asyncio.Event()

    async def answer(*_: object) -> bool:
        return await painted.wait()

    with patch.object(ft.UrlLauncher, "can_launch_url", answer):
        async with window(juai, f"/periksa/{first}") as seen:
            await key(seen, "V")
            await read(seen)
            assert _waiting(juai) == 3
            painted.set()
            await _settled(seen)
            await key(seen, "V")
            await seen.until(lambda: _waiting(juai) == 2)


async def test_eight_quick_presses_decide_one_report(juai: Office, ida: Phone):
    first, *_ = await _reports(juai, ida, 9)
    async with window(juai, f"/periksa/{first}", look_s=LOOK_S) as seen:
        await _settled(seen)
        for _ in range(8):
            await key(seen, "V")
            await asyncio.sleep(LOOK_S / 12)
        await read(seen)
        assert _waiting(juai) == 8


async def test_a_button_pressed_twice_decides_one_report(juai: Office, ida: Phone):
    first, *_ = await _reports(juai, ida)
    async with window(juai, f"/periksa/{first}", look_s=LOOK_S) as seen:
        await _settled(seen)
        button = seen.one(ft.FilledButton, content=teks.PK_VERIFIKASI)
        for _ in range(2):
            await seen.session.dispatch_event(button._i, "click", None)
        await read(seen)
        assert _waiting(juai) == 2
        assert seen.one(ft.FilledButton, content=teks.PK_VERIFIKASI).disabled


async def test_letters_typed_while_the_link_was_down_are_no_commands(juai: Office, ida: Phone):
    first, *_ = await _reports(juai, ida)
    async with window(juai, f"/periksa/{first}", look_s=LOOK_S) as seen:
        await _settled(seen)
        await seen.page._trigger_event("disconnect", None)
        for letter in "vkvl":
            await key(seen, letter)
        await seen.page._trigger_event("connect", None)
        for letter in "vvvvvvvvvvvv":  # somebody goes on typing, for longer than a second
            await key(seen, letter)
            await asyncio.sleep(LOOK_S / 4)
        await read(seen)
        assert _waiting(juai) == 3 and seen.route == f"/periksa/{first}"
        await _settled(seen)
        await key(seen, "V")
        await seen.until(lambda: _waiting(juai) == 2)


async def test_letters_of_a_note_whose_field_has_lost_the_focus_are_no_commands(
    juai: Office, ida: Phone
):
    """It may lose it by itself, where somebody's aids for reading the screen are on."""
    first, *_ = await _reports(juai, ida)
    note = teks.PK_CATATAN_TAMBAH.format(bagian="Uraian")
    async with window(juai, f"/periksa/{first}", look_s=LOOK_S) as seen:
        await _settled(seen)
        await seen.tap(note)
        await seen.type(note, "Moh")
        await _settled(seen)  # whoever types has thought for a while
        for letter in "vkjl":
            await key(seen, letter)
        await read(seen)
        assert _waiting(juai) == 3 and seen.route == f"/periksa/{first}"
        assert seen.has("Moh")


async def test_letters_that_go_on_after_a_message_lost_the_focus_are_no_commands(
    juai: Office, ida: Phone
):
    first, *_ = await _reports(juai, ida)
    async with window(juai, f"/periksa/{first}", look_s=LOOK_S) as seen:
        await _settled(seen)
        await seen.type(teks.PK_PESAN, "Terima")
        for letter in "vjlkvjlkv":
            await key(seen, letter)
            await asyncio.sleep(LOOK_S / 4)
        await read(seen)
        assert _waiting(juai) == 3 and seen.route == f"/periksa/{first}"
        await asyncio.sleep(1.5 * LOOK_S)  # whoever wrote looks at the report again
        await key(seen, "V")
        await seen.until(lambda: _waiting(juai) == 2)


async def test_a_double_press_elsewhere_acts_once_too(juai: Office):
    async with window(juai, "/pembinaan") as seen:
        begin = next(b for b in seen.find(ft.FilledButton) if b.on_click)
        for _ in range(2):
            await seen.session.dispatch_event(begin._i, "click", None)
        await read(seen)
    with juai.ctx.database.read() as db:
        assert db.exec_driver_sql("SELECT count(*) FROM pembinaan").scalar_one() == 1


async def test_nothing_moves_when_a_banner_comes_or_goes(juai: Office, ida: Phone):
    first, *_ = await _reports(juai, ida)
    async with window(juai, f"/periksa/{first}") as seen:
        await _settled(seen)
        before = _around(seen)
        await key(seen, "V")
        await seen.until(lambda: seen.has(teks.PK_URUNGKAN))
        assert _around(seen) == before


def _around(seen: Window) -> list[tuple[str, float | None]]:
    """What stands above and beside the buttons of the decision: kinds and fixed heights."""
    columns = [c for c in seen.find(ft.Column) if c.key == "keputusan"]
    row = next(r for r in seen.find(ft.Row) if columns[0] in r.controls)
    head = [c.content for c in seen.find(ft.Semantics) if c.live_region]
    places = [*row.controls, *head]
    return [(type(c).__name__, getattr(c, "height", None)) for c in places]


async def test_ctrl_enter_keeps_a_note(juai: Office, ida: Phone):
    first, *_ = await _reports(juai, ida)
    note = teks.PK_CATATAN_TAMBAH.format(bagian="Tempat")
    async with window(juai, f"/periksa/{first}") as seen:
        await _settled(seen)
        await seen.tap(note)
        await seen.type(note, "RT berapa?", leave=False)
        await key(seen, "Enter", ctrl=True)
        await seen.until(lambda: seen.has(teks.kembalikan_dengan(1)))


async def test_what_is_being_written_outlives_a_colleagues_decision(juai: Office, ida: Phone):
    first, *_ = await _reports(juai, ida)
    note = teks.PK_CATATAN_TAMBAH.format(bagian="Tempat")
    camat = window(juai, f"/periksa/{first}")
    async with window(juai, f"/periksa/{first}") as seen, camat as other:
        await _settled(seen)
        await seen.tap(note)
        await seen.type(note, "RT berapa", leave=False)
        await seen.type(teks.PK_PESAN, "Terima kasih", leave=False)
        fields = [seen.field(note)._i, seen.field(teks.PK_PESAN)._i]
        await _settled(other)
        await key(other, "V")
        await seen.until(lambda: seen.has(teks.PK_SUDAH["diverifikasi"].split("{")[0]))
        assert [seen.field(note)._i, seen.field(teks.PK_PESAN)._i] == fields
        assert seen.field(note).value == "RT berapa"
        assert seen.field(teks.PK_PESAN).value == "Terima kasih"
        assert not seen.has(desk_words.AKSI_GAGAL)
