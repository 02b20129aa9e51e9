"""The pages of what goes out, and their entry in the menu."""

from __future__ import annotations

import flet as ft

from server.data import teks
from server.data.desk import addresses
from server.data.desk.addresses import DataPlace, TokensPlace
from server.data.desk.screen import DataKeluar
from server.data.desk.tokens_screen import TokenApi
from server.desk import menu
from server.desk.menu import NavItem
from server.desk.pages import Page
from shared.roles import Permission

PAGES = (
    Page("data", addresses.read_data, DataKeluar, Permission.EXPORT),
    Page(
        "pengaturan/token",
        lambda _given: TokensPlace(),
        lambda desk, _place: TokenApi(desk),
        Permission.MANAGE_SETTINGS,
    ),
)
MENU = (NavItem(70, menu.DATA, teks.NAV_DATA, ft.Icons.IOS_SHARE, DataPlace, Permission.EXPORT),)
