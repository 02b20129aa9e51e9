"""The pages of the roster and of the villages' own data, and their entry in the menu."""

from __future__ import annotations

import flet as ft

from server.anggota import teks
from server.anggota.desk import addresses
from server.anggota.desk.addresses import (
    IMPORT,
    NEW,
    VILLAGE,
    MemberPlace,
    RosterFilePlace,
    RosterPlace,
    VillagePlace,
)
from server.anggota.desk.desa.screen import DataDesaScreen
from server.anggota.desk.file_screen import AnggotaFile
from server.anggota.desk.list_screen import AnggotaList
from server.anggota.desk.member_screen import AnggotaMember
from server.desk import menu
from server.desk.menu import NavItem
from server.desk.pages import Page
from shared.roles import Permission

READ, WRITE = Permission.READ_ANGGOTA, Permission.WRITE_ANGGOTA

PAGES = (
    Page("anggota", addresses.read_roster, AnggotaList, READ),
    Page(
        f"anggota/{IMPORT}",
        lambda _given: RosterFilePlace(), lambda desk, _place: AnggotaFile(desk), WRITE,
    ),
    Page(f"anggota/{NEW}", lambda _given: MemberPlace(NEW), AnggotaMember, WRITE),
    Page(f"anggota/{VILLAGE}", lambda _given: VillagePlace(), DataDesaScreen, READ),
    Page(f"anggota/{VILLAGE}/:desa", addresses.read_village, DataDesaScreen, READ),
    Page("anggota/:ident", lambda given: MemberPlace(given["ident"]), AnggotaMember, READ),
)  # fmt: skip
MENU = (NavItem(40, menu.ANGGOTA, teks.NAV_ANGGOTA, ft.Icons.GROUPS, RosterPlace, READ),)
