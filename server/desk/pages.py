"""A page of the staff view, as its wing registers it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from server.desk.page_context import Desk
from server.desk.places import Given, Place
from shared.roles import Permission


@dataclass(frozen=True)
class Page:
    """One address of the staff view."""

    path: str
    """As `ft.Route` has it: ``laporan/:ident``."""
    read: Callable[[Given], Place | None]
    """The place of what the address holds: the named steps of its path, and its query. Parts that
    make no sense are left out; None: there is no such place."""
    show: Callable[[Desk, Any], ft.Control]
    permission: Permission = Permission.READ_LAPORAN
    """Whoever lacks it finds nothing here."""
