"""The log, an erasing and a lost role in a real browser: what is open loses its rights at once."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page

from server.core import teks as umum
from server.core.config import Settings
from server.core.context import open_context
from server.core.sessions import Account
from server.kantor import staff_accounts
from server.pribadi import teks as pribadi_teks
from shared import erasing
from shared.roles import Role
from tests.browser import kit
from tests.browser.staff_world import NAME, PASSWORD, Kecamatan, make_kecamatan

ADMIN = Account("admin", Role.ADMIN, "Admin (contoh)")


@pytest.fixture
def juai(tmp_path: Path) -> Iterator[Kecamatan]:
    """Another one for each try: who was erased stays so."""
    made = make_kecamatan(tmp_path, days=2)
    kit.account(made.data, "admin", PASSWORD, "admin")
    made.start()
    yield made
    made.program.stop()


def test_a_person_is_erased_the_log_tells_it_and_a_lost_role_closes_the_window(
    desk_page: Page, juai: Kecamatan
) -> None:
    page = desk_page
    ident = juai.ask("SELECT id FROM anggota WHERE status = 'aktif' ORDER BY nama LIMIT 1")
    nama = juai.ask(f"SELECT nama FROM anggota WHERE id = '{ident}'")
    kit.log_in(page, f"{juai.url}/data-pribadi/{ident}", NAME, PASSWORD)
    kit.sees(page, pribadi_teks.OR_SALINAN)
    kit.shot(page, "web-data-orang")
    kit.tap(page, pribadi_teks.OR_HAPUS_MULAI)
    kit.fill(page, pribadi_teks.OR_HAPUS_NAMA, nama)
    kit.tap(page, pribadi_teks.OR_HAPUS_YA)
    kit.sees(page, pribadi_teks.OR_SELESAI)
    assert juai.ask(f"SELECT nama FROM anggota WHERE id = '{ident}'") == erasing.NAMA

    kit.tap(page, pribadi_teks.CT_NAV)
    kit.sees(page, pribadi_teks.PERBUATAN["person_erased"][1])
    kit.sees(page, "Rantai utuh")
    kit.shot(page, "web-catatan")

    with open_context(Settings(juai.data)) as ctx:
        staff_accounts.set_role(ctx, ADMIN, NAME, Role.PEMBACA)
    with contextlib.suppress(BrowserError):  # the window may have left for the door by itself
        page.get_by_role("button", name=umum.BERIKUTNYA).first.click(timeout=5_000)
    page.wait_for_url(lambda url: "/masuk" in url, wait_until="commit")
