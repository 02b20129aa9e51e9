"""The pages of announcements, settings and accounts, and their entries in the menu."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.menu import NavItem
from server.desk.pages import Page
from server.desk.places import page_number
from server.kantor import teks
from server.kantor.desk.addresses import AnnouncementsPlace, MyLogInsPlace, SettingsPlace
from server.kantor.desk.pengaturan.accounts_screen import Akun
from server.kantor.desk.pengaturan.my_log_ins_screen import MyLogIns
from server.kantor.desk.pengaturan.screen import Pengaturan
from server.kantor.desk.pengumuman.screen import Pengumuman
from shared.roles import Permission

PAGES = (
    Page(
        "pengumuman",
        lambda given: AnnouncementsPlace(number=page_number(given)), Pengumuman,
    ),
    Page("pengumuman/baru", lambda _given: AnnouncementsPlace(new=True), Pengumuman),
    Page(
        "pengaturan",
        lambda _given: SettingsPlace(), lambda desk, _place: Pengaturan(desk),
        Permission.MANAGE_SETTINGS,
    ),
    Page(
        "pengaturan/akun",
        lambda _given: SettingsPlace(akun=True), lambda desk, _place: Akun(desk),
        Permission.MANAGE_ACCOUNTS,
    ),
    Page(
        "log-in-saya", lambda _given: MyLogInsPlace(), lambda desk, _place: MyLogIns(desk),
    ),
)  # fmt: skip
MENU = (
    NavItem(
        60, menu.PENGUMUMAN, teks.NAV_PENGUMUMAN, ft.Icons.CAMPAIGN,
        AnnouncementsPlace, Permission.READ_LAPORAN,
    ),
    NavItem(
        110, menu.PENGATURAN, teks.NAV_PENGATURAN, ft.Icons.SETTINGS,
        SettingsPlace, Permission.MANAGE_SETTINGS,
    ),
    NavItem(
        120, menu.LOG_IN_SAYA, teks.LS_JUDUL, ft.Icons.LOCK_PERSON,
        MyLogInsPlace, Permission.READ_LAPORAN,
    ),
)  # fmt: skip
