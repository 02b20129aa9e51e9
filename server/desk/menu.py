"""The side bar's entries: each wing registers its own; who may not see one does not find it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.desk.places import Place
from shared.roles import Permission

PAPAN, LAPORAN = "papan", "laporan"
PEMBINAAN = "pembinaan"
ANGGOTA, PENGUMUMAN = "anggota", "pengumuman"
REKAP = "rekap"
HP, PENGATURAN = "hp", "pengaturan"
DATA = "data"
BUKTI = "bukti"
CATATAN = "catatan"
LOG_IN_SAYA = "log-in-saya"


@dataclass(frozen=True)
class NavItem:
    """One row of the side bar; ``key`` is what a screen says it is (`FrameFacts.here`)."""

    rank: int
    """Where it stands: the smallest on top."""
    key: str
    words: str
    symbol: ft.IconData
    place: Callable[[], Place]
    permission: Permission
