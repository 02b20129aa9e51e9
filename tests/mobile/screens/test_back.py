"""The system's back button closes what lies on top first: a sheet before its screen."""

from __future__ import annotations

import flet as ft
import pytest

from tests.doubles import story
from tests.doubles.phone import memory_phone
from tests.mobile.screens.stage import staged

pytestmark = pytest.mark.anyio

ROUTES = [
    "/", "/kode", "/laporan", "/laporan/{going}", "/laporan/{going}/foto/1", "/pembinaan", "/desa",
    "/desa/periksa", "/desa/titip", "/desa/pindah", "/desa/data", "/desa/pengaturan",
    "/desa/survei", "/desa/pengaduan", "/desa/pengaduan/tulis", "/terkirim/{going}", "/tidak/ada",
]  # fmt: skip


@pytest.mark.parametrize("route", ROUTES)
async def test_every_view_lets_flutter_close_its_sheet_first(route: str) -> None:
    """Without a confirm handler a nested view is left while its sheet is still open."""
    phone = memory_phone()
    ids = story.tell(phone)
    async with staged(phone, route=route.format(**ids)) as stage:
        views = [view for view in stage.tree.find(ft.View) if view.route is not None]
        assert views
        for view in views:
            assert view.on_confirm_pop is not None, view.route
            assert view.can_pop is True, view.route
