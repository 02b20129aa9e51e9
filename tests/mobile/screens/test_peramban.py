"""The app in the phone's own browser: what its screens say that an app of the system need not."""

from __future__ import annotations

from typing import Any

import pytest

from mobile import teks_hp
from mobile.ports import Browser, SyncProgress
from mobile.screens import routes
from mobile.web.reminding import Reminding
from tests import cast
from tests.doubles.phone import memory_phone
from tests.mobile.screens.stage import staged

pytestmark = pytest.mark.anyio


async def test_a_new_version_is_told_in_one_line_on_beranda() -> None:
    browser = Browser()
    async with staged(browser=browser) as stage:
        await stage.sees("Semua sudah terkirim")
        assert not stage.tree.has(teks_hp.VERSI_BARU)
        browser.update_ready = True
        stage.place.redraw()
        await stage.sees(teks_hp.VERSI_BARU)


async def test_the_app_offers_to_be_installed_only_where_the_browser_can() -> None:
    asked: list[bool] = []
    browser = Browser(install=lambda: asked.append(True))
    async with staged(browser=browser) as stage:
        await stage.sees("Semua sudah terkirim")
        assert not stage.tree.has(teks_hp.PASANG)
        browser.can_install = True
        stage.place.redraw()
        await stage.sees(teks_hp.PASANG_ISI)
        await stage.tap(teks_hp.PASANG)
        assert asked == [True]
        browser.installed = True
        stage.place.redraw()
        await stage.tree.until(lambda: not stage.tree.has(teks_hp.PASANG_ISI))


async def test_what_waits_or_goes_asks_to_leave_the_app_open() -> None:
    phone = memory_phone()
    phone.laporan.put(cast.queued(cast.patrol()))
    async with staged(phone, browser=Browser()) as stage:
        await stage.sees(teks_hp.BIARKAN_TERBUKA)
        stage.sync.is_syncing = True
        stage.sync.progress = SyncProgress("x", 1, 3, 2, 3, 240)
        stage.told()
        await stage.sees("Foto 2 dari 3")
        assert stage.tree.has(teks_hp.BIARKAN_TERBUKA)
        assert not stage.tree.has("boleh ditinggal")


async def test_an_app_of_the_system_says_nothing_of_it() -> None:
    phone = memory_phone()
    phone.laporan.put(cast.queued(cast.patrol()))
    async with staged(phone) as stage:
        await stage.sees("Belum terkirim: 1")
        assert not stage.tree.has(teks_hp.BIARKAN_TERBUKA)
        stage.place.go(routes.PERIKSA_HP)
        await stage.at(routes.PERIKSA_HP)
        assert not stage.tree.has(teks_hp.PERLU_TAHU)


async def test_periksa_hp_tells_what_is_worse_than_an_app_of_the_system() -> None:
    async with staged(route=routes.PERIKSA_HP, browser=Browser()) as stage:
        await stage.sees(teks_hp.PERLU_TAHU)
        for words in teks_hp.PERLU_TAHU_ISI:
            assert stage.tree.has(words)


async def test_the_code_of_the_slip_stands_in_its_boxes() -> None:
    async with staged(memory_phone(None), code="7KQ4M9XD") as stage:
        await stage.sees("Masukkan kode dari kecamatan")
        shown = "".join(words for words in stage.tree.texts() if len(words) == 1)
        assert "7KQ4M9XD" in shown


async def test_on_an_iphone_one_installs_first() -> None:
    async with staged(memory_phone(None), browser=Browser(apple=True)) as stage:
        await stage.sees(teks_hp.IPHONE_PASANG_DULU)
    at_home = Browser(apple=True, installed=True)
    async with staged(memory_phone(None), browser=at_home) as stage:
        await stage.sees("Masukkan kode dari kecamatan")
        assert not stage.tree.has(teks_hp.IPHONE_PASANG_DULU)


@pytest.mark.parametrize("wish", ["kegiatan", "kejadian"])
async def test_a_shortcut_opens_its_form_once(wish: str) -> None:
    async with staged(wish=wish) as stage:
        await stage.at(f"/{wish}/")
        assert stage.place.wish == ""


async def test_a_reminder_is_offered_where_the_browser_has_it_and_never_promised() -> None:
    asked: list[bool] = []
    browser = Browser(remind=lambda: asked.append(True))
    async with staged(browser=browser, route=routes.PERIKSA_HP) as stage:
        await stage.sees(teks_hp.PERLU_TAHU)
        assert not stage.tree.has(teks_hp.INGATKAN)
        browser.reminder = "ask"
        stage.place.redraw()
        await stage.sees(teks_hp.INGATKAN_ISI["ask"])
        await stage.tap(teks_hp.INGATKAN)
        assert asked == [True]
        for answer in ("on", "refused"):
            browser.reminder = answer
            stage.place.redraw()
            await stage.sees(teks_hp.INGATKAN_ISI[answer])
            assert not stage.tree.has(teks_hp.INGATKAN)


async def test_the_page_is_told_how_many_reports_wait_once_somebody_wants_to_be_reminded() -> None:
    outside: Any = Outside()
    phone, browser = memory_phone(), Browser()
    async with staged(phone, browser=browser) as stage:
        Reminding(outside, stage.place, browser)
        phone.laporan.put(cast.queued(cast.patrol()))
        stage.told()
        await stage.sees("Belum terkirim: 1")
        assert outside.asked == []
        browser.remind()
        outside.listeners["remind"]({"what": "remind", "state": "on"})
        waiting = [{"count": 1, "title": teks_hp.INGAT_JUDUL, "body": teks_hp.INGAT_ISI}]
        await stage.tree.until(lambda: [facts for what, facts in outside.asked if facts] == waiting)
        stage.told()
        await stage.tree.settle()
        assert [what for what, _ in outside.asked] == ["remind", "waiting"]


class Outside:
    """The page around the app: what it was asked, and who listens."""

    def __init__(self) -> None:
        self.begun: dict[str, Any] = {"reminder": "ask"}
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.listeners: dict[str, Any] = {}

    def on(self, what: str, listener: Any) -> None:
        self.listeners[what] = listener

    def ask(self, what: str, **facts: Any) -> None:
        self.asked.append((what, facts))
