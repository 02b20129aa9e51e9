"""The wings of the house, and what each has registered. To add one, name it here."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from fastapi import APIRouter

if TYPE_CHECKING:  # Flet is loaded only by who serves the staff view
    from server.desk.menu import NavItem
    from server.desk.pages import Page

WITH_PAGES = (
    "laporan", "anggota", "pembinaan", "pribadi", "rekap", "inovasi", "data", "kantor", "hp",
)  # fmt: skip
"""Each has a ``desk/pages.py``."""
WITH_ROUTES = (
    "laporan", "anggota", "pembinaan", "pribadi", "rekap", "inovasi", "data", "sinkron", "rawat",
    "kabupaten", "pengelola", "hp",
)  # fmt: skip
"""Each names its routers in ``web/__init__.py``."""


def pages() -> tuple[Page, ...]:
    """Every page of the staff view."""
    return tuple(page for wing in WITH_PAGES for page in _pages(wing).PAGES)


def menu() -> tuple[NavItem, ...]:
    """The side bar of somebody who may see everything, in its order."""
    found = (item for wing in WITH_PAGES for item in _pages(wing).MENU)
    return tuple(sorted(found, key=lambda item: item.rank))


def routers() -> tuple[APIRouter, ...]:
    """The routes for phones, other systems and visitors."""
    return tuple(router for wing in WITH_ROUTES for router in _web(wing).ROUTERS)


def desk_routers() -> tuple[APIRouter, ...]:
    """The routes that are there only where the staff view is served."""
    return tuple(router for wing in WITH_ROUTES for router in _web(wing).DESK_ROUTERS)


def _pages(wing: str) -> ModuleType:
    return import_module(f"server.{wing}.desk.pages")


def _web(wing: str) -> ModuleType:
    return import_module(f"server.{wing}.web")
