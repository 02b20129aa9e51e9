"""What was not sent while the app was closed: the browser says so itself, where it was asked to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, Worker

from mobile import teks_hp
from tests.browser import kit
from tests.browser.office_app import START, Phone, activated, packed

Programs = Callable[[kit.Program], kit.Program]

TAPPED = """async () => {
  // The browser alone may bring windows to the front, when a person has tapped.
  const done = [], event = new Event("notificationclick");
  const did = (what, address) => done.push(what + " " + new URL(address, location).pathname);
  WindowClient.prototype.focus = async function () { did("focus", this.url); };
  self.clients.openWindow = async (address) => did("open", address);
  event.notification = {close() {}};
  event.waitUntil = (work) => { event.work = work; };
  self.dispatchEvent(event);
  await event.work;
  return done;
}"""
SHOWN = "self.registration.getNotifications().then((all) => all.map((one) => one.body))"


def test_a_report_that_waits_is_told_of_once_the_app_is_closed_and_there_is_a_signal(
    browser: Browser, programs: Programs, tmp_path: Path
) -> None:
    packed()
    with activated(browser, programs, tmp_path) as (hp, page, server):
        server.stop()
        assert hp.context is not None
        hp.context.grant_permissions(["notifications"])
        nothing_to_report(page)
        opened_again(hp, page)

        [worker] = hp.context.service_workers
        other = hp.context.new_page()
        signal = signals(hp, other)
        signal()
        other.wait_for_timeout(1000)
        assert worker.evaluate(SHOWN) == [], "whoever has the app open needs no word"

        page.close()
        kit.eventually(lambda: told(signal, worker) == [teks_hp.INGAT_ISI], "the browser says so")

        server.start("/api/v1/health")
        page = hp.visit(hp.context.new_page())
        kit.sees(page, "Semua sudah terkirim", patience=START)
        kit.eventually(lambda: worker.evaluate(SHOWN) == [], "it is taken back")
        assert worker.evaluate(TAPPED) == ["focus /hp/"], (
            "the window that is open comes to the front"
        )
        page.close()
        assert worker.evaluate(TAPPED) == ["open /hp/"]


def nothing_to_report(page: Page) -> None:
    kit.tap(page, "Nihil")
    kit.tap(page, "Kirim nihil")
    kit.sees(page, "Laporan aman di HP ini")


def opened_again(hp: Phone, page: Page) -> None:
    """With the browser's leave, which Periksa HP tells; how it is asked for: `test_peramban`."""
    page.goto("about:blank")  # else nothing but the fragment changes
    hp.visit(page, "#/desa/periksa")
    kit.sees(page, teks_hp.INGATKAN_ISI["on"][:30], patience=START)
    kit.shot(page, "hp-40-pengingat")


def signals(hp: Phone, page: Page) -> Callable[[], Any]:
    """What a browser does when the signal is back: it calls whoever has asked to be called."""
    assert hp.context is not None
    session: CDPSession = hp.context.new_cdp_session(page)
    found: list[str] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: found.extend(one["registrationId"] for one in event["registrations"]),
    )
    session.send("ServiceWorker.enable")
    kit.eventually(lambda: page.wait_for_timeout(100) is None and bool(found), "it is registered")
    asked = {"origin": hp.url, "registrationId": found[0], "tag": "belum-terkirim"}
    return lambda: session.send("ServiceWorker.dispatchSyncEvent", {**asked, "lastChance": False})


def told(signal: Callable[[], Any], worker: Worker) -> list[str]:
    signal()
    return worker.evaluate(SHOWN)
