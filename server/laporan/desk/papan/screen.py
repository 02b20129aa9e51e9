"""The month board: wiring between its state and its picture."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.places import Elsewhere, written
from server.desk.reading import use_reading
from server.desk.widgets.theme import look
from server.laporan import teks
from server.laporan.desk.addresses import BoardPlace, ListPlace, ReviewPlace
from server.laporan.desk.papan import view, words
from server.laporan.desk.papan.actions import BoardActions
from server.laporan.desk.papan.reminder import Reminder, ReminderActions, dialog
from server.laporan.desk.papan.state import BoardState
from server.laporan.month_board import Board
from server.laporan.read_staff import ListFilter
from shared.roles import Permission
from shared.status import Status


@ft.component
def PapanBulan(desk: Desk, place: BoardPlace) -> ft.Control:
    state = use_reading(desk, lambda: BoardState(desk.ctx, desk.account, place), place)
    waiting = ListPlace(ListFilter(status=Status.DITERIMA))
    on = BoardActions(
        queue=ReviewPlace() if desk.may(Permission.REVIEW) else waiting,
        go=desk.go,
        again=desk.run(state.load),
        remind=state.remind if desk.may(Permission.ANNOUNCE) else None,
        make_code=_make_code(desk),
        recap=_to(desk, "rekap"),
        toggle_phones=desk.run(state.press_once, "phones", state.toggle_phones),
    )
    doing = _reminder_actions(desk, state)
    shown = _reminder(state)
    ft.use_dialog(dialog(desk.ctx.wilayah, shown, doing) if shown else None)
    board = state.found
    return desk.framed(
        menu.PAPAN,
        state,
        view.body(state, on, desk.tiles),
        title=teks.NAV_PAPAN,
        sub=_sub(board),
        actions=view.head_actions(board, on),
    )


def _sub(board: Board | None) -> str | None:
    if board is None:
        return None
    return words.head_short(board) if look().narrow else words.head(board)


def _reminder(state: BoardState) -> Reminder | None:
    now = state.reminding
    if state.found is None or now is None:
        return None
    village = next(one for one in state.found.villages if one.desa == now.desa)
    first = words.message(state.ctx.wilayah, village, state.found)
    text = first if now.typed is None else now.typed
    trouble = state.told.words if state.told and not state.told.well else ""
    place, of = now.at + 1, len(now.villages)
    return Reminder(now.desa, first, village.number, place, of, text, now.copied, trouble)


def _reminder_actions(desk: Desk, state: BoardState) -> ReminderActions:
    async def copy() -> None:
        if shown := _reminder(state):
            await ft.Clipboard().set(shown.text)
            await state.reminded()
            state.copied()

    return ReminderActions(
        state.type, desk.run(copy), desk.run(state.reminded), state.next_village,
        state.stop_reminding,
    )  # fmt: skip


def _make_code(desk: Desk) -> Callable[[str], None] | None:
    """The page of the phones, its form open for a village."""
    if _to(desk, menu.HP) is None:
        return None
    return lambda desa: desk.go(Elsewhere(written("/hp", buat=desa.replace(".", "-"))))


def _to(desk: Desk, key: str) -> Callable[[], None] | None:
    """The way to another page of the side bar, where there is one for this person."""
    for item in desk.items():
        if item.key == key:
            return lambda: desk.go(item.place())
    return None
