"""The page of the recap, and its entry in the menu."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.menu import NavItem
from server.desk.pages import Page
from server.rekap import teks
from server.rekap.desk import addresses
from server.rekap.desk.addresses import RekapPlace
from server.rekap.desk.screen import RekapBulanan
from shared.roles import Permission

PAGES = (Page("rekap", addresses.read, RekapBulanan),)
MENU = (NavItem(50, menu.REKAP, teks.NAV, ft.Icons.PRINT, RekapPlace, Permission.READ_LAPORAN),)
