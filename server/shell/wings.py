"""The wings of the house, and what each has registered. To add one, name it here."""

from __future__ import annotations

from importlib import import_module

from server.desk.menu import NavItem
from server.desk.pages import Page

WINGS = (
    "laporan", "anggota", "pembinaan", "pribadi", "rekap", "inovasi", "data", "kantor", "hp",
)  # fmt: skip
"""Those with pages of the staff view."""


def pages() -> tuple[Page, ...]:
    """Every page of the staff view."""
    return tuple(page for wing in WINGS for page in _registered(wing).PAGES)


def menu() -> tuple[NavItem, ...]:
    """The side bar of somebody who may see everything, in its order."""
    found = (item for wing in WINGS for item in _registered(wing).MENU)
    return tuple(sorted(found, key=lambda item: item.rank))


def _registered(wing: str):
    return import_module(f"server.{wing}.desk.pages")
