"""One report: wiring between its state and its picture."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from server.core import teks as umum
from server.desk import menu
from server.desk.page_context import Desk
from server.desk.widgets import notices
from server.desk.widgets.buttons import icon_button, outline_button
from server.desk.widgets.frame import frame
from server.desk.widgets.paper import paper_button, paper_icon
from server.desk.widgets.theme import look
from server.laporan import teks
from server.laporan.desk.addresses import LaporanPlace, ReviewPlace
from server.laporan.desk.laporan_detail import photos, view
from server.laporan.desk.laporan_detail.state import DetailState
from shared.roles import Permission

LETTER = "/unduh/laporan/{ident}.pdf"


@ft.component
def LaporanDetail(desk: Desk, place: LaporanPlace) -> ft.Control:
    state, _ = ft.use_state(lambda: DetailState(desk.ctx, desk.account, place))
    page = ft.context.page

    def again() -> None:
        page.run_task(state.load)

    def show() -> None:
        page.run_task(state.show, place)

    def listen() -> Callable[[], None]:
        leave = desk.pulse.follow(state.load)
        desk.key_listener = state.key

        def away() -> None:
            leave()
            if desk.key_listener == state.key:
                desk.key_listener = None

        return away

    ft.use_effect(show, [place])
    ft.use_effect(listen, [])
    on = view.DetailActions(
        back=lambda: desk.go(place.origin),
        open=lambda ident: desk.go(LaporanPlace(ident, place.origin)),
        again=again,
        photo=photos.PhotoActions(
            enlarge=state.enlarge,
            uncover=state.uncover,
            close=state.close_photo,
            step=state.step_photo,
        ),
    )
    shown = _photos(desk, state)
    framed = frame(
        desk.frame_facts(menu.LAPORAN, state.page.waiting if state.page else 0),
        _body(desk, state, shown, on),
        title=umum.DAFTAR_JUDUL,
        sub=view.sub_title(state.page),
        lead=view.lead(on),
        actions=[
            *letter(desk, place.ident if state.page else None),
            *_review(desk, place),
            *view.head_actions(state.page, on),
        ],
    )
    if state.open_photo is None or state.open_photo >= len(shown):
        return ft.Stack(controls=[framed], expand=True)
    over = photos.viewer(shown, state.open_photo, on.photo)
    return ft.Stack(controls=[framed, over], expand=True)


def letter(desk: Desk, ident: str | None) -> list[ft.Control]:
    """The report as a PDF, for who may take it along."""
    if ident is None or not desk.may(Permission.EXPORT):
        return []
    address = LETTER.format(ident=ident)
    if look().narrow:
        return [paper_icon(teks.SURAT_PDF, address)]
    return [paper_button(teks.SURAT_PDF, address, teks.SURAT_PDF_TIP)]


def _review(desk: Desk, place: LaporanPlace) -> list[ft.Control]:
    """The way to the decision, for who may decide."""
    if not desk.may(Permission.REVIEW):
        return []

    def press() -> None:
        desk.go(ReviewPlace(place.ident))

    if look().narrow:
        return [icon_button(ft.Icons.FACT_CHECK, teks.PK_BUKA, press)]
    return [outline_button(teks.PK_BUKA, press, ft.Icons.FACT_CHECK)]


def _photos(desk: Desk, state: DetailState) -> list[photos.PhotoFacts]:
    if state.page is None:
        return []
    may_see = desk.may(Permission.SEE_SENSITIF)
    return photos.photo_facts(state.page, may_see_sensitif=may_see, uncovered=state.uncovered)


def _body(
    desk: Desk, state: DetailState, shown: list[photos.PhotoFacts], on: view.DetailActions
) -> ft.Control:
    if state.page is not None:
        return view.body(state.page, shown, desk.tiles, on)
    if state.failed:
        return notices.trouble(on.again)
    return view.missing(on) if state.missing else ft.Container(expand=True)
