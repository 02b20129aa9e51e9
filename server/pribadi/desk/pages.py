"""The pages of the audit log and of personal data, and their entry in the menu."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.menu import NavItem
from server.desk.pages import Page
from server.pribadi import teks
from server.pribadi.desk import addresses
from server.pribadi.desk.addresses import AuditPlace, PersonPlace, PrivacyPlace
from server.pribadi.desk.catatan.screen import Catatan
from server.pribadi.desk.pribadi.person_screen import DataOrang
from server.pribadi.desk.pribadi.screen import DataPribadi
from shared.roles import Permission

PAGES = (
    Page("catatan", addresses.read_audit, Catatan, Permission.READ_AUDIT),
    Page(
        "data-pribadi",
        lambda _given: PrivacyPlace(),
        lambda desk, _place: DataPribadi(desk),
        Permission.MANAGE_SETTINGS,
    ),
    Page(
        "data-pribadi/:anggota",
        lambda given: PersonPlace(given["anggota"]),
        lambda desk, place: DataOrang(desk, place.anggota),
        Permission.WRITE_ANGGOTA,
    ),
)
MENU = (
    NavItem(100, menu.CATATAN, teks.CT_NAV, ft.Icons.FACT_CHECK, AuditPlace, Permission.READ_AUDIT),
)
