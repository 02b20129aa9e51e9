"""The phone app from the office's address: bytes of the loads, seconds to Beranda, memory.

Opened three times in one profile: from nothing, again, and once more. Seconds are from the address
to Beranda on the screen; memory is what the browser's process of the page takes for itself (PSS).
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page

from server.hp.app.built import Built
from tests.browser import kit
from tests.browser.office_app import START, Phone, _processes

OPENINGS = ("first", "second", "third")


class Wire:
    """Bytes that a page and its workers have really fetched."""

    def __init__(self, context: BrowserContext, page: Page) -> None:
        self.bytes = self.requests = 0
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", self._finished)

    def _finished(self, event: dict[str, Any]) -> None:
        size = int(event["encodedDataLength"])
        self.bytes += size
        self.requests += bool(size)


def figures() -> list[tuple[str, str]]:
    """(what, figure) for the table that `make bench` prints."""
    built = Built()
    found = [("phone app in a browser, packed", f"{built.first_load() / 1e6:.2f} MB")]
    with tempfile.TemporaryDirectory() as folder, kit.launched() as browser:
        office = Path(folder) / "kecamatan"
        server = kit.server(office).start("/api/v1/health")
        try:
            code = kit.activation_code(office, "63.11.01.2013", "Ida (contoh)", "Kasi")
            hp = Phone(browser, Path(folder) / "hp", server.url)
            for opening in OPENINGS:
                found += _opened(hp, opening, code)
                hp.close()
        finally:
            server.stop()
    return found


def _opened(hp: Phone, opening: str, code: str) -> list[tuple[str, str]]:
    first = opening == OPENINGS[0]
    page = hp.start()
    assert hp.context is not None
    wire = Wire(hp.context, page)
    began = time.monotonic()
    page.goto(f"{hp.url}/hp/" + (f"#kode={code}" if first else ""), wait_until="commit")
    page.wait_for_selector("#shell", state="detached", timeout=START * 1000)
    seconds = time.monotonic() - began
    kit.semantics_on(page)
    if first:
        kit.sees(page, "Mulai", patience=START)
        page.wait_for_timeout(1000)
        kit.tap(page, "Mulai")
        kit.sees(page, "Ya, benar")
        kit.tap(page, "Ya, benar")
    kit.sees(page, "Lapor kegiatan", patience=START)
    page.wait_for_timeout(3000)
    what = f"phone app in a browser, {opening} opening"
    lines = [
        (f"{what}, on the wire", f"{wire.bytes / 1e6:.2f} MB, {wire.requests} requests"),
        (f"{what}, first screen", f"{seconds:.1f} s"),
        (f"{what}, memory on Beranda", f"{_memory(hp.profile)} MB"),
    ]
    if opening == OPENINGS[-1]:
        kit.tap(page, "Lapor kegiatan")
        kit.sees(page, "Patroli / ronda")
        page.wait_for_timeout(2000)
        lines.append((f"{what}, memory in the form", f"{_memory(hp.profile)} MB"))
        kit.tap(page, "Patroli / ronda")
        kit.tap(page, "Ambil foto")
        kit.sees(page, "Ambil foto sekarang")
        page.wait_for_timeout(2000)
        lines.append((f"{what}, memory with the camera", f"{_memory(hp.profile)} MB"))
    return lines


def _memory(profile: Path) -> int:
    """Megabytes of the largest process below this profile's browser: the page's own."""
    [root] = _processes(profile)
    return max(_pss(pid) for pid in _below(root)) // 1000


def _below(root: int) -> list[int]:
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, ValueError):
                continue
            children.setdefault(parent, []).append(int(folder.name))
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        waiting += children.get(pid, [])
    return [pid for pid in found if _is_renderer(pid)] or [root]


def _is_renderer(pid: int) -> bool:
    try:
        return b"--type=renderer" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def _pss(pid: int) -> int:
    """Kilobytes, shared pages counted in part."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:"))
