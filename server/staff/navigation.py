"""The places of the side bar, in its order; who may not see one does not find it there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server import teks
from server.staff.places import ListPlace, PembinaanPlace, Place
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

ITEMS: tuple[NavItem, ...] = (
    NavItem(LAPORAN, teks.NAV_LAPORAN, ft.Icons.DESCRIPTION, ListPlace, Permission.READ_LAPORAN),
    NavItem(
        PEMBINAAN,
        teks.NAV_PEMBINAAN,
        ft.Icons.SCHOOL,
        PembinaanPlace,
        Permission.READ_PEMBINAAN,
    ),
)


def items_for(role: Role) -> list[NavItem]:
    """What this role finds in its side bar."""
    return [item for item in ITEMS if can(role, item.permission)]
