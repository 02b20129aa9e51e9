"""The review: wiring between its state and its picture."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import use_reading
from server.desk.widgets.buttons import icon_button
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
    state = use_reading(desk, lambda: _state(desk, place), place.ident)
    attention, _ = ft.use_state(lambda: desk.attention)

    def step(by: int) -> None:
        if ident := state.neighbour(by):
            desk.go(ReviewPlace(ident))

    on = view.ReviewActions(
        go=lambda ident: desk.go(ReviewPlace(ident)),
        step=step,
        again=desk.run(state.load),
        report=view.ReportActions(state.edit, state.drop_note, _seeing(state)),
        decision=view.DecisionActions(
            verify=desk.run(state.verify),
            give_back=desk.run(state.give_back),
            reopen=desk.run(state.reopen),
            settled=attention.settled,
        ),
    )
    keys = ft.use_ref(_nothing)
    keys.current = Keys(state, step, on.decision, desk.run(state.undo), desk.attention)

    def listen() -> Callable[[], None]:
        def press(name: str) -> None:
            if keys.current is not None:
                keys.current.press(name)

        silent = desk.hear(press)

        def away() -> None:
            silent()
            state.leave()

        return away

    def wait_for_undo() -> None:
        if state.undoable is not None:
            desk.run(state.forget_undo, state.undoable)()

    ft.use_effect(listen, [])
    ft.use_effect(desk.run(desk.attention.another_picture), [state.picture])
    ft.use_effect(wait_for_undo, [state.undoable])
    shown = _photos(desk, state)
    framed = desk.framed(
        menu.LAPORAN,
        state,
        view.body(state, shown, on),
        title=teks.PK_JUDUL,
        sub=teks.PK_SUB,
        lead=icon_button(ft.Icons.ARROW_BACK, teks.RINCIAN_KEMBALI, lambda: desk.go(ListPlace())),
        actions=[*letter(desk, _ident(state)), *view.head_actions(state, on)],
    )
    return ft.Stack(controls=[framed, *_over(state, shown, on.report.photo)], expand=True)


def _nothing() -> Keys | None:
    return None


def _ident(state: ReviewState) -> str | None:
    return state.seen.page.detail.line.id if state.seen else None


def _state(desk: Desk, place: ReviewPlace) -> ReviewState:
    def go(ident: str | None) -> None:
        desk.go(ReviewPlace(ident))

    left = desk.run(desk.attention.quiet)
    return ReviewState(desk.ctx, desk.account, place.ident, desk.pulse, go, desk.run, left)


def _seeing(state: ReviewState) -> photos.PhotoActions:
    return photos.PhotoActions(
        enlarge=state.enlarge, uncover=state.uncover, close=state.close_photo, step=state.step_photo
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
