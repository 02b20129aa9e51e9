"""The review: wiring between its state and its picture."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.widgets.buttons import icon_button
from server.desk.widgets.frame import frame
from server.laporan import teks
from server.laporan.desk.addresses import ListPlace, ReviewPlace
from server.laporan.desk.laporan_detail import photos
from server.laporan.desk.laporan_detail.screen import letter
from server.laporan.desk.periksa import decision_view, view
from server.laporan.desk.periksa.keys import Keys
from server.laporan.desk.periksa.state import ReviewState
from shared.roles import Permission


@ft.component
def Periksa(desk: Desk, place: ReviewPlace) -> ft.Control:
    state, _ = ft.use_state(lambda: _state(desk))
    page = ft.context.page
    deeds = _Deeds(desk, page, state)

    def show() -> None:
        page.run_task(state.show, place.ident)

    def listen() -> Callable[[], None]:
        keys = Keys(state, deeds.step, deeds.verify, deeds.give_back, deeds.undo)
        return _listen(desk, state, keys)

    def wait_for_undo() -> None:
        if state.undoable is not None:
            page.run_task(state.forget_undo, state.undoable)

    ft.use_effect(show, [place])
    ft.use_effect(listen, [])
    ft.use_effect(wait_for_undo, [state.undoable])
    on = _actions(state, deeds)
    shown = _photos(desk, state)
    framed = frame(
        desk.frame_facts(menu.LAPORAN, state.queue.total if state.queue else 0),
        view.body(state, shown, on),
        title=teks.PK_JUDUL,
        sub=teks.PK_SUB,
        lead=icon_button(ft.Icons.ARROW_BACK, teks.RINCIAN_KEMBALI, deeds.back),
        actions=[*letter(desk, _ident(state)), *view.head_actions(state, on)],
    )
    return ft.Stack(controls=[framed, *_over(state, shown, on.report.photo)], expand=True)


def _ident(state: ReviewState) -> str | None:
    return state.seen.page.detail.line.id if state.seen else None


class _Deeds:
    """What needs the page: tasks, and going elsewhere."""

    def __init__(self, desk: Desk, page: ft.Page, state: ReviewState) -> None:
        self._desk = desk
        self._page = page
        self._state = state

    def step(self, by: int) -> None:
        if ident := self._state.neighbour(by):
            self.go(ident)

    def go(self, ident: str) -> None:
        self._desk.go(ReviewPlace(ident))

    def back(self) -> None:
        self._desk.go(ListPlace())

    def load(self) -> None:
        self._page.run_task(self._state.load)

    def verify(self) -> None:
        self._page.run_task(self._state.verify)

    def give_back(self) -> None:
        self._page.run_task(self._state.give_back)

    def reopen(self) -> None:
        self._page.run_task(self._state.reopen)

    def undo(self) -> None:
        self._page.run_task(self._state.undo)


def _state(desk: Desk) -> ReviewState:
    def go(ident: str | None) -> None:
        desk.go(ReviewPlace(ident))

    return ReviewState(desk.ctx, desk.account, desk.pulse, go)


def _listen(desk: Desk, state: ReviewState, keys: Keys) -> Callable[[], None]:
    leave = desk.pulse.follow(state.load)
    press = keys.press
    desk.key_listener = press

    def away() -> None:
        leave()
        state.leave()
        if desk.key_listener is press:
            desk.key_listener = None

    return away


def _actions(state: ReviewState, deeds: _Deeds) -> view.ReviewActions:
    seeing = photos.PhotoActions(
        enlarge=state.enlarge, uncover=state.uncover, close=state.close_photo, step=state.step_photo
    )
    return view.ReviewActions(
        go=deeds.go,
        step=deeds.step,
        again=deeds.load,
        report=view.ReportActions(state.edit, state.drop_note, seeing),
        decision=view.DecisionActions(deeds.verify, deeds.give_back, deeds.reopen, deeds.undo),
    )


def _over(
    state: ReviewState, shown: list[photos.PhotoFacts], seeing: photos.PhotoActions
) -> list[ft.Control]:
    """What lies over everything: a large photo, or the list of keys."""
    over: list[ft.Control] = []
    if state.open_photo is not None and state.open_photo < len(shown):
        over.append(photos.viewer(shown, state.open_photo, seeing))
    if state.helping:
        over.append(decision_view.key_sheet(state))
    return over


def _photos(desk: Desk, state: ReviewState) -> list[photos.PhotoFacts]:
    if state.seen is None:
        return []
    may_see = desk.may(Permission.SEE_SENSITIF)
    return photos.photo_facts(state.seen.page, may_see_sensitif=may_see, uncovered=state.uncovered)
