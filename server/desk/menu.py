"""The places of the side bar, in its order; who may not see one does not find it there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.anggota.desk.addresses import AnnouncementsPlace, RosterPlace
from server.core import teks
from server.data import teks as teks_data
from server.data.desk.addresses import DataPlace
from server.inovasi import teks as teks_inovasi
from server.inovasi.desk.addresses import EvidencePlace
from server.laporan.desk.addresses import (
    BoardPlace,
    DevicesPlace,
    ListPlace,
    PembinaanPlace,
    Place,
    SettingsPlace,
)
from server.pribadi import teks as teks_pribadi
from server.pribadi.desk.addresses import AuditPlace
from server.rekap import teks as teks_rekap
from server.rekap.desk.addresses import RekapPlace
from shared.roles import Permission, Role, can


@dataclass(frozen=True)
class NavItem:
    """One row of the side bar; ``key`` is what a screen says it is (`FrameFacts.here`)."""

    key: str
    words: str
    symbol: ft.IconData
    place: Callable[[], Place]
    permission: Permission


PAPAN, LAPORAN = "papan", "laporan"
PEMBINAAN = "pembinaan"
ANGGOTA, PENGUMUMAN = "anggota", "pengumuman"
REKAP = "rekap"
HP, PENGATURAN = "hp", "pengaturan"
DATA = "data"
BUKTI = "bukti"
CATATAN = "catatan"

ITEMS: tuple[NavItem, ...] = (
    NavItem(PAPAN, teks.NAV_PAPAN, ft.Icons.GRID_VIEW, BoardPlace, Permission.READ_LAPORAN),
    NavItem(LAPORAN, teks.NAV_LAPORAN, ft.Icons.DESCRIPTION, ListPlace, Permission.READ_LAPORAN),
    NavItem(
        PEMBINAAN,
        teks.NAV_PEMBINAAN,
        ft.Icons.SCHOOL,
        PembinaanPlace,
        Permission.READ_PEMBINAAN,
    ),
    NavItem(ANGGOTA, teks.NAV_ANGGOTA, ft.Icons.GROUPS, RosterPlace, Permission.READ_ANGGOTA),
    NavItem(REKAP, teks_rekap.NAV, ft.Icons.PRINT, RekapPlace, Permission.READ_LAPORAN),
    NavItem(
        PENGUMUMAN,
        teks.NAV_PENGUMUMAN,
        ft.Icons.CAMPAIGN,
        AnnouncementsPlace,
        Permission.READ_LAPORAN,
    ),
    NavItem(DATA, teks_data.NAV_DATA, ft.Icons.IOS_SHARE, DataPlace, Permission.EXPORT),
    NavItem(HP, teks.NAV_HP, ft.Icons.PHONE_ANDROID, DevicesPlace, Permission.MANAGE_DEVICES),
    NavItem(BUKTI, teks_inovasi.NAV, ft.Icons.INSIGHTS, EvidencePlace, Permission.READ_BUKTI),
    NavItem(
        CATATAN,
        teks_pribadi.CT_NAV,
        ft.Icons.FACT_CHECK,
        AuditPlace,
        Permission.READ_AUDIT,
    ),
    NavItem(
        PENGATURAN,
        teks.NAV_PENGATURAN,
        ft.Icons.SETTINGS,
        SettingsPlace,
        Permission.MANAGE_SETTINGS,
    ),
)


def items_for(role: Role) -> list[NavItem]:
    """What this role finds in its side bar."""
    return [item for item in ITEMS if can(role, item.permission)]
