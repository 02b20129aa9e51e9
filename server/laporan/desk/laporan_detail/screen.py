"""One report: wiring between its state and its picture."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from server.core import teks as umum
from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import use_reading
from server.desk.widgets import notices
from server.desk.widgets.buttons import icon_button, outline_button
from server.desk.widgets.paper import paper_button, paper_icon
from server.desk.widgets.theme import look
from server.laporan import teks
from server.laporan.desk.addresses import LaporanPlace, ReviewPlace
from server.laporan.desk.laporan_detail import photos, view
from server.laporan.desk.laporan_detail.viewing import Viewing
from server.laporan.read_laporan import PhotoOfLaporan
from server.laporan.read_staff import LaporanPage, laporan_page
from shared.roles import Permission

LETTER = "/unduh/laporan/{ident}.pdf"


class DetailState(Viewing[LaporanPlace, LaporanPage]):
    """One report."""

    def read(self, asked: LaporanPlace) -> LaporanPage | None:
        return laporan_page(self.ctx, self.account, asked.origin.which, asked.ident)

    def moved(self, before: LaporanPlace) -> None:
        if before.ident != self.asked.ident:
            self.found, self.missing = None, False
            self.put_photos_away()

    @property
    def photos(self) -> Sequence[PhotoOfLaporan]:
        return self.found.detail.foto if self.found else ()


@ft.component
def LaporanDetail(desk: Desk, place: LaporanPlace) -> ft.Control:
    state = use_reading(desk, lambda: DetailState(desk.ctx, desk.account, place), place)
    ft.use_effect(lambda: desk.hear(state.photo_key), [])
    on = view.DetailActions(
        back=lambda: desk.go(place.origin),
        open=lambda ident: desk.go(LaporanPlace(ident, place.origin)),
        again=desk.run(state.load),
        photo=photos.PhotoActions(
            enlarge=state.enlarge,
            uncover=state.uncover,
            close=state.close_photo,
            step=state.step_photo,
        ),
    )
    shown = _photos(desk, state)
    framed = desk.framed(
        menu.LAPORAN,
        state,
        _body(desk, state, shown, on),
        title=umum.DAFTAR_JUDUL,
        sub=view.sub_title(state.found),
        lead=view.lead(on),
        actions=[
            *letter(desk, place.ident if state.found else None),
            *_review(desk, place),
            *view.head_actions(state.found, on),
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
    if state.found is None:
        return []
    may_see = desk.may(Permission.SEE_SENSITIF)
    return photos.photo_facts(state.found, may_see_sensitif=may_see, uncovered=state.uncovered)


def _body(
    desk: Desk, state: DetailState, shown: list[photos.PhotoFacts], on: view.DetailActions
) -> ft.Control:
    if state.found is not None:
        return view.body(desk.ctx.wilayah, state.found, shown, desk.tiles, on)
    return view.missing(on) if state.missing else notices.waiting(state, on.again, 6, 50)
