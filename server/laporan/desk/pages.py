"""The pages of the reports, and their entries in the menu."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.menu import NavItem
from server.desk.page_context import Desk
from server.desk.pages import Page
from server.laporan import teks
from server.laporan.desk import addresses
from server.laporan.desk.addresses import (
    BoardPlace,
    LaporanPlace,
    ListPlace,
    PastePlace,
    ReviewPlace,
)
from server.laporan.desk.laporan_detail.screen import LaporanDetail
from server.laporan.desk.laporan_list.screen import LaporanList
from server.laporan.desk.papan.screen import PapanBulan
from server.laporan.desk.periksa.screen import Periksa
from server.laporan.desk.tempel.screen import TempelLaporan
from shared.roles import Permission


def _review(desk: Desk, place: ReviewPlace) -> ft.Control:
    """Whoever may only read is led to the report itself."""
    if place.ident and not desk.may(Permission.REVIEW):
        return LaporanDetail(desk, LaporanPlace(place.ident))
    return Periksa(desk, place)


PAGES = (
    Page("", addresses.read_board, PapanBulan),
    Page("papan", addresses.read_board, PapanBulan),
    Page("laporan", addresses.read_list, LaporanList),
    Page("laporan/:ident", addresses.read_laporan, LaporanDetail),
    Page("periksa", lambda _given: ReviewPlace(), Periksa, Permission.REVIEW),
    Page("periksa/:ident", lambda given: ReviewPlace(given["ident"]), _review),
    Page(
        "tempel",
        lambda _given: PastePlace(), lambda desk, _place: TempelLaporan(desk),
        Permission.WRITE_LAPORAN,
    ),
)  # fmt: skip
MENU = (
    NavItem(
        10, menu.PAPAN, teks.NAV_PAPAN, ft.Icons.GRID_VIEW, BoardPlace, Permission.READ_LAPORAN
    ),
    NavItem(
        20, menu.LAPORAN, teks.NAV_LAPORAN, ft.Icons.DESCRIPTION,
        ListPlace, Permission.READ_LAPORAN,
    ),
)  # fmt: skip
