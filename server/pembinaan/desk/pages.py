"""The pages of the coachings, and their entry in the menu."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.menu import NavItem
from server.desk.pages import Page
from server.pembinaan import teks
from server.pembinaan.desk import addresses
from server.pembinaan.desk.addresses import PembinaanPlace, RecordPlace
from server.pembinaan.desk.list_screen import PembinaanList
from server.pembinaan.desk.record_screen import PembinaanRecord
from shared.roles import Permission

PAGES = (
    Page("pembinaan", addresses.read, PembinaanList),
    Page("pembinaan/:ident", lambda given: RecordPlace(given["ident"]), PembinaanRecord),
)
MENU = (
    NavItem(
        30, menu.PEMBINAAN, teks.NAV_PEMBINAAN, ft.Icons.SCHOOL,
        PembinaanPlace, Permission.READ_PEMBINAAN,
    ),
)  # fmt: skip
