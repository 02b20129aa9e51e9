"""Every page of the desk on a laptop and on a phone: it is whole, has names, and keys work it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page, ViewportSize, expect

from server.anggota import teks as anggota_teks
from server.core import teks as umum
from server.desk import teks as desk_teks
from server.hp import teks as hp_teks
from server.kantor import teks as kantor_teks
from server.laporan import teks as laporan_teks
from server.pembinaan import teks as pembinaan_teks
from tests.browser import kit
from tests.browser.staff_world import PASSWORD, Kecamatan, make_kecamatan
from tests.cast import LALAYAU

ADMIN = "admin"
MOST_TABS = 8
"""A list's lines are all alike: the first ones stand for the others."""

_PHONE: ViewportSize = {"width": 412, "height": 915}
_DESK: ViewportSize = {"width": 1366, "height": 768}
_GO = """route => {
  history.pushState(null, '', route);
  dispatchEvent(new PopStateEvent('popstate', {state: null}));
}"""
_CONTROLS = """() => {
  const roles = ['button', 'checkbox', 'switch', 'radio', 'tab', 'menuitem'];
  const all = [...document.querySelectorAll('flt-semantics, flt-semantics-host input, '
                                            + 'flt-semantics-host textarea')];
  const typed = e => ['INPUT', 'TEXTAREA'].includes(e.tagName);
  const kind = e => typed(e) ? 'field' : e.getAttribute('role');
  const name = e => (e.getAttribute('aria-label') || e.innerText
                     || e.closest('[aria-label]')?.getAttribute('aria-label') || '').trim();
  const sideways = e => {
    for (let up = e.parentElement; up; up = up.parentElement)
      if (getComputedStyle(up).overflowX === 'scroll') return true;
    return false;
  };
  return all
    .filter(e => typed(e) || roles.includes(kind(e)) || e.hasAttribute('flt-tappable')
                 || e.getAttribute('tabindex') === '0')
    .map(e => ({
      kind: kind(e), name: name(e), right: e.getBoundingClientRect().right,
      left: e.getBoundingClientRect().left, width: e.getBoundingClientRect().width,
      stops: typed(e) || e.getAttribute('tabindex') === '0', sideways: sideways(e),
      off: !typed(e) && !e.hasAttribute('flt-tappable'),
    }));
}"""
_FOCUSED = """() => {
  const e = document.activeElement;
  return `${e.id}|${e.getAttribute('aria-label') || e.innerText
          || e.closest('[aria-label]')?.getAttribute('aria-label') || ''}`;
}"""


@pytest.fixture(scope="module")
def juai(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kecamatan]:
    made = make_kecamatan(tmp_path_factory.mktemp("juai"), days=4)
    kit.account(made.data, ADMIN, PASSWORD, "admin")
    made.start()
    yield made
    made.program.stop()


def _pages(juai: Kecamatan) -> dict[str, tuple[str, str]]:
    """Address and heading, by what a picture of it is called."""
    report = juai.ask("SELECT id FROM laporan WHERE status = 'diterima' LIMIT 1")
    coaching = juai.ask(
        "SELECT pembinaan FROM pembinaan_desa GROUP BY pembinaan ORDER BY count(*) LIMIT 1"
    )
    member = juai.ask("SELECT id FROM anggota WHERE desa = '63.11.01.2013' LIMIT 1")
    name = juai.ask(f"SELECT nama FROM anggota WHERE id = '{member}'")
    return {
        "papan": ("/papan", laporan_teks.NAV_PAPAN),
        "laporan": ("/laporan", umum.DAFTAR_JUDUL),
        "rincian": (f"/laporan/{report}", umum.DAFTAR_JUDUL),
        "periksa": (f"/periksa/{report}", laporan_teks.PK_JUDUL),
        "pembinaan": ("/pembinaan", pembinaan_teks.NAV_PEMBINAAN),
        "kalender": ("/pembinaan?bulan=2026-11", pembinaan_teks.NAV_PEMBINAAN),
        "catat-pembinaan": (f"/pembinaan/{coaching}", pembinaan_teks.PB_CATAT),
        "anggota": ("/anggota", anggota_teks.AG_JUDUL),
        "seorang-anggota": (f"/anggota/{member}", name),
        "anggota-baru": ("/anggota/baru", anggota_teks.AG_BARU_JUDUL),
        "impor": ("/anggota/impor", anggota_teks.AG_IMPOR_JUDUL),
        "data-desa": ("/anggota/desa", anggota_teks.DD_JUDUL),
        "satu-desa": ("/anggota/desa/63-11-01-2013", "Lalayau"),
        "pengumuman": ("/pengumuman", kantor_teks.PG_JUDUL),
        "hp": ("/hp", hp_teks.NAV_HP),
        "pengaturan": ("/pengaturan", kantor_teks.NAV_PENGATURAN),
        "akun": ("/pengaturan/akun", kantor_teks.AK_JUDUL),
    }


def test_every_page_is_whole_and_named_at_both_widths_and_tab_reaches_it(
    desk_page: Page, juai: Kecamatan
) -> None:
    page, faults = desk_page, []
    page.on("pageerror", lambda error: faults.extend(_told(str(error))))
    kit.log_in(page, juai.url + "/pengumuman", ADMIN, PASSWORD)
    kit.sees(page, kantor_teks.PG_JUDUL)
    for name, (route, heading) in _pages(juai).items():
        page.evaluate(_GO, route)
        _stands(page, heading)
        faults += [f"{name}, laptop: {fault}" for fault in [*_faults(page), *_tabbed(page)]]
        kit.shot(page, f"desk-{name}-1366")
        page.set_viewport_size(_PHONE)
        page.get_by_role("button", name=desk_teks.NAV_LAINNYA).wait_for(state="attached")
        _stands(page, heading)
        faults += [f"{name}, HP: {fault}" for fault in _faults(page)]
        kit.shot(page, f"desk-{name}-412")
        page.set_viewport_size(_DESK)
        page.get_by_role("button", name=desk_teks.NAV_LAINNYA).wait_for(state="detached")
    assert not faults, "\n".join(faults)


def test_enter_and_space_work_what_tab_has_reached(desk_page: Page, juai: Kecamatan) -> None:
    page = desk_page
    kit.log_in(page, juai.url + "/papan", ADMIN, PASSWORD)
    _tab_to(page, "Lalayau, ")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: f"/laporan?desa={LALAYAU}&bulan=" in url, wait_until="commit")
    _tab_to(page, f"{laporan_teks.SARING['desa']}: Lalayau")
    page.keyboard.press("Space")
    page.get_by_role("menuitem", name=umum.SEMUA_DESA).first.wait_for(state="attached")
    page.keyboard.press("Escape")
    _tab_to(page, kantor_teks.NAV_PENGATURAN)
    page.keyboard.press("Space")
    kit.sees(page, kantor_teks.NAV_PENGATURAN)
    ticked = page.get_by_role("checkbox").first
    ticked.wait_for(state="attached")
    before = ticked.get_attribute("aria-checked")
    _tab_to(page, ticked.get_attribute("aria-label") or "?")
    page.keyboard.press("Space")
    expect(ticked).not_to_have_attribute("aria-checked", before or "", timeout=20_000)


def _told(error: str) -> list[str]:
    """Without what the client asks of a machine elsewhere, for drawings that nothing here has: the
    policy holds it back, and Firefox calls that an error of the page.
    """
    return [] if "rive_native.js" in error and "script-src" in error else [error]


def _stands(page: Page, heading: str) -> None:
    """The page is there and has come to rest: twice the same things in the same places."""
    page.get_by_role("heading", name=heading).first.wait_for(state="attached")
    before = None
    for _ in range(60):
        page.wait_for_timeout(150)
        now = page.evaluate(_CONTROLS)
        if now == before:
            return
        before = now


def _faults(page: Page) -> list[str]:
    """What stays at fault: a button may be drawn off for the moment in which its page is read."""
    found, looks = _faults_now(page), 5
    while found and looks:
        page.wait_for_timeout(1000)
        found, looks = [fault for fault in _faults_now(page) if fault in found], looks - 1
    return found


def _faults_now(page: Page) -> list[str]:
    """What has no name, cannot be reached, leaves the window, or could not be drawn."""
    found = [fault for one in page.evaluate(_CONTROLS) for fault in _fault(one, _width(page))]
    return [*found, *(["a part could not be drawn"] if _grey(page) > 0.01 else [])]


def _fault(one: dict[str, Any], width: int) -> list[str]:
    found: list[str] = []
    if not one["name"]:
        found.append(f"a {one['kind']} at {one['left']:.0f} has no name")
    if not one["off"] and not one["stops"]:
        found.append(f"Tab passes by {one['name']!r}")
    if one["stops"] and one["kind"] is None:
        found.append(f"{one['name']!r} has no role")
    if not one["sideways"] and one["width"] and (one["right"] > width + 1 or one["left"] < -1):
        found.append(f"{one['name']!r} leaves the window at {one['right']:.0f}")
    return found


def _width(page: Page) -> int:
    size = page.viewport_size
    assert size is not None
    return size["width"]


def _grey(page: Page) -> float:
    """The share of the picture in the grey that Flutter paints where a part failed."""
    with Image.open(io.BytesIO(page.screenshot())) as picture:
        small = picture.convert("RGB").resize((200, 150), Image.Resampling.NEAREST)
    pixels = list(small.get_flattened_data())
    return pixels.count((196, 196, 196)) / len(pixels)


def _tabbed(page: Page) -> list[str]:
    """Press Tab as often as there is something to reach: each time something else, with a name."""
    stops = sum(one["stops"] for one in page.evaluate(_CONTROLS))
    reached = [_tab(page) for _ in range(min(stops, MOST_TABS))]
    unnamed = [where for where in reached if not where.partition("|")[2].strip()]
    found = [f"the focus stands on nothing that has a name ({len(unnamed)} times)"]
    return (found if unnamed else []) + (
        [f"{len(reached)} times Tab, {len(set(reached))} places"]
        if len(set(reached)) < len(reached) - 1
        else []
    )


def _tab(page: Page) -> str:
    """To the next thing; which it is and what it says. The page follows Flutter a moment later."""
    before = page.evaluate(_FOCUSED)
    page.keyboard.press("Tab")
    for _ in range(12):
        page.wait_for_timeout(40)
        if (now := page.evaluate(_FOCUSED)) != before:
            return now
    return before


def _tab_to(page: Page, name: str) -> None:
    for _ in range(90):
        if _tab(page).partition("|")[2].startswith(name):
            return
    raise AssertionError(f"Tab does not lead to {name!r}")
