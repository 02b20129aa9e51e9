"""The journey in Firefox, run by a Python of its own: what drives Debian's is an older Playwright.

``python -m tests.browser.firefox_journey FOLDER SINAR``: activates with the address of a slip,
takes a picture, finishes while the server is away, is killed, is opened again without the server,
and sends.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright

from tests.browser import kit

START_MS = 240_000
PLACE = "Poskamling RT 02"


def main(folder: Path, sinar: str) -> None:
    """Raises when a step does not come to its end."""
    kit.SINAR = sinar
    # Opening the camera takes a viewport away again: the window itself has the size of a phone.
    os.environ |= {"MOZ_HEADLESS_WIDTH": "412", "MOZ_HEADLESS_HEIGHT": "915"}
    office = folder / "kecamatan"
    server = kit.server(office).start("/api/v1/health")
    code = kit.activation_code(office, "63.11.01.2013", "Ida (contoh)", "Kasi Pemerintahan")
    with sync_playwright() as playwright:
        try:
            context, page = opened(playwright, folder / "hp", f"{server.url}/hp/#kode={code}")
            activated(page)
            server.stop()
            drafted(page)
            kill(folder / "hp")
            context.close()
            context, page = opened(playwright, folder / "hp", f"{server.url}/hp/")
            kit.sees(page, "Belum terkirim: 1", patience=120)
            kit.shot(page, "firefox-3-tanpa-sinyal")
            server.start("/api/v1/health")
            kit.sees(page, "Semua sudah terkirim", patience=180)
            kit.shot(page, "firefox-4-terkirim")
            context.close()
        finally:
            server.stop()


def opened(playwright: Playwright, profile: Path, address: str) -> tuple[BrowserContext, Page]:
    context = playwright.firefox.launch_persistent_context(
        str(profile), channel="moz-firefox", executable_path=kit.FIREFOX, headless=True,
        firefox_user_prefs=kit.PREFS, no_viewport=True, locale="id-ID",
    )  # fmt: skip
    kit.made_ready(context, 2 * kit.PATIENCE)
    page = context.pages[0]
    page.goto(address, wait_until="commit")
    page.wait_for_selector("#shell", state="detached", timeout=START_MS)
    kit.semantics_on(page)
    return context, page


def activated(page: Page) -> None:
    kit.sees(page, "Mulai", patience=120)
    page.wait_for_timeout(1500)
    kit.shot(page, "firefox-1-kode")
    kit.tap(page, "Mulai")
    kit.sees(page, "Ya, benar")
    kit.tap(page, "Ya, benar")
    kit.sees(page, "Lapor kegiatan", patience=120)


def drafted(page: Page) -> None:
    kit.tap(page, "Lapor kegiatan")
    kit.tap(page, "Patroli / ronda")
    kit.tap(page, "Ambil foto")
    kit.tap(page, "Ambil foto sekarang")
    kit.sees(page, "Tersimpan, 1 foto tersimpan", patience=120)
    kit.tap(page, "Selesai, pakai 1 foto")
    kit.sees(page, "1 dari 5")
    kit.fill(page, "Nama tempat", PLACE)
    kit.fill(page, "Ceritakan singkat", "Patroli keliling RT 01 sampai RT 03, aman (contoh).")
    kit.sees(page, "Tersimpan di HP ini")
    page.wait_for_timeout(1500)
    kit.tap(page, "Kirim laporan")
    kit.sees(page, "Laporan aman di HP ini", patience=120)
    kit.shot(page, "firefox-2-aman")


def kill(profile: Path) -> None:
    """SIGKILL to the browser on this profile, and to no other."""
    mine = str(profile).encode()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            try:
                words = (entry / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if b"firefox" in words[0] and mine in words:
                os.kill(int(entry.name), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
