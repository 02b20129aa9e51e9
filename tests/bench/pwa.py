"""The phone app from the office's address: bytes, seconds, memory; a save, a photo.

Opened five times in one profile, from nothing at first (a browser keeps compiled code at the second
opening and has it from the third on), then with half a core where this may be asked for. Seconds
are from the address to the first screen that Python has drawn, by the page's own clock; memory is
what the browser's process of the page takes for itself (PSS).
"""

from __future__ import annotations

import contextlib
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from mobile.device.images import PillowImages, strip_font
from server.hp.app.built import Built
from tests.browser import bare_page, kit
from tests.browser.office_app import START, Phone, processes
from tests.faults.browser_life import FIRST
from tests.mobile.device import pictures

Figures = list[tuple[str, str]]
OPENINGS = ("first", "second", "third", "fourth", "fifth")
HALF = Path("/sys/fs/cgroup/cpu/sinar-bench")
"""Only where one may make such a group; elsewhere that line says so."""

SPIKE_MB = 377
SAVES = 300
STRIP = ("Desa Lalayau · Patroli / ronda · Selasa 24-11-2026, 20.41 WITA", "-2,18923 115,61123")
PHOTOS = 5

SAVE = f"""
import time
record = cast.draft_of(cast.patrol(uraian="0"))
store.put(record)
took = []
for number in range({SAVES}):
    begun = time.perf_counter()
    store.update(
        record.id, lambda r: edited(r, replace(r.draft, uraian=str(number) * 40), AT, "uraian")
    )
    took.append(time.perf_counter() - begun)
return took
"""


def figures() -> Figures:
    """(what, figure) for the table that `make bench` prints."""
    with kit.launched() as browser:
        return [*_openings(browser), *_save(browser), *_photo(browser)]


# Openings -----------------------------------------------------------------------------------------


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


def _openings(browser: Browser) -> Figures:
    found = [("packed", f"{Built().first_load() / 1e6:.2f} MB")]
    with tempfile.TemporaryDirectory() as folder:
        office = Path(folder) / "kecamatan"
        server = kit.server(office).start("/api/v1/health")
        try:
            code = kit.activation_code(office, "63.11.01.2013", "Ida (contoh)", "Kasi")
            hp = Phone(browser, Path(folder) / "hp", server.url)
            for opening in OPENINGS:
                found += _opened(hp, opening, code)
                hp.close()
            found += _on_half_a_core(hp)
        finally:
            server.stop()
    return found


def _opened(hp: Phone, opening: str, code: str) -> Figures:
    first = opening == OPENINGS[0]
    page, said = hp.start(), len(hp.said)
    assert hp.context is not None
    wire = Wire(hp.context, page)
    seconds = _shown(page, f"{hp.url}/hp/" + (f"#kode={code}" if first else ""))
    kit.semantics_on(page)
    if first:
        _agree(page)
    kit.sees(page, "Lapor kegiatan", patience=START)
    page.wait_for_timeout(3000)
    lines = [
        (f"{opening} opening, on the wire", f"{wire.bytes / 1e6:.2f} MB, {wire.requests} requests"),
        (f"{opening} opening, first screen", f"{seconds:.1f} s"),
        (f"{opening} opening, Python's memory", _kept(hp.said[said:])),
        (f"{opening} opening, memory on Beranda", _memory(hp.profile)),
    ]
    return [*lines, *_further(hp, page)] if opening == OPENINGS[-1] else lines


def _shown(page: Page, address: str) -> float:
    """Seconds until Python has drawn, by the page's own clock."""
    page.goto(address, wait_until="commit")
    page.wait_for_selector("#shell", state="detached", timeout=START * 1000)
    return page.evaluate("performance.getEntriesByName('shown')[0].startTime") / 1000


def _kept(said: list[str]) -> str:
    """What the thread says when it could not take Python's memory as it was kept (`worker.js`)."""
    return "; ".join(words for words in said if "memory" in words) or "taken as it was kept"


def _agree(page: Page) -> None:
    kit.sees(page, "Mulai", patience=START)
    page.wait_for_timeout(1000)
    kit.tap(page, "Mulai")
    kit.sees(page, "Ya, benar")
    kit.tap(page, "Ya, benar")


def _further(hp: Phone, page: Page) -> Figures:
    kit.tap(page, "Lapor kegiatan")
    kit.sees(page, "Patroli / ronda")
    page.wait_for_timeout(2000)
    form = _memory(hp.profile)
    kit.tap(page, "Patroli / ronda")
    kit.tap(page, "Ambil foto")
    kit.sees(page, "Ambil foto sekarang")
    page.wait_for_timeout(2000)
    return [("memory in the form", form), ("memory with the camera", _memory(hp.profile))]


def _on_half_a_core(hp: Phone) -> Figures:
    """The browser alone; the server keeps what it has."""
    what = "warm opening on half a core, first screen"
    try:
        HALF.mkdir(exist_ok=True)
        (HALF / "cpu.cfs_quota_us").write_text("50000")
    except OSError:
        return [(what, "not measured: this machine lends no such group")]
    page = hp.start()
    try:
        [root] = processes(hp.profile)
        for pid in (root, *_below(root)):
            with contextlib.suppress(OSError):
                (HALF / "cgroup.procs").write_text(str(pid))
        return [(what, f"{_shown(page, hp.url + '/hp/'):.1f} s")]
    finally:
        hp.close()
        HALF.rmdir()


def _memory(profile: Path) -> str:
    """Of the page's own process, and the part of the spike's that it is."""
    [root] = processes(profile)
    megabytes = max(_pss(pid) for pid in _below(root) if _is_renderer(pid)) // 1000
    return f"{megabytes} MB, {megabytes / SPIKE_MB:.0%} of {SPIKE_MB}"


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
    return found


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


# A save, a photo ----------------------------------------------------------------------------------


@contextlib.contextmanager
def _bare(browser: Browser) -> Iterator[Page]:
    """The app's own kit in a thread of a page, on the disk of a profile."""
    with bare_page.served() as address, tempfile.TemporaryDirectory() as profile:
        context = browser.browser_type.launch_persistent_context(
            profile, executable_path=kit.CHROMIUM, args=kit.ARGS
        )
        try:
            page = context.pages[0]
            page.set_default_timeout(START * 1000)
            page.goto(address)
            yield page
        finally:
            context.close()


def _save(browser: Browser) -> Figures:
    with _bare(browser) as page:
        bare_page.python(page, FIRST)
        took = sorted(1000 * seconds for seconds in bare_page.python(page, SAVE))
    worst = took[len(took) * 95 // 100]
    return [
        ("a save of a draft, median / 95 of 100", f"{statistics.median(took):.1f} / {worst:.1f} ms")
    ]


def _photo(browser: Browser) -> Figures:
    """12 MP by the browser's codec and by Pillow in turn, so that a busy machine slows both."""
    pillow, theirs, ours = PillowImages(strip_font(kit.ROOT / "assets")), [], []
    with _bare(browser) as page:
        for seed in range(1, PHOTOS + 1):
            data = pictures.jpeg(
                pictures.scene(4000, 3000, seed=seed, detail=0.4 + 0.3 * seed),
                exif=pictures.camera_exif(orientation=6),
            )
            begun = time.perf_counter()
            pillow.made(data, STRIP)
            ours.append(time.perf_counter() - begun)
            bare_page.wait(bare_page.images(page).prepare(data, STRIP))
            theirs.append(bare_page.took_ms(page) / 1000)
    ratios = [browser_s / pillow_s for browser_s, pillow_s in zip(theirs, ours, strict=True)]
    return [
        ("12 MP to stored photo, against Pillow: median / worst",
         f"{statistics.median(ratios):.2f} / {max(ratios):.2f} times"),
        ("12 MP to stored photo, here: median", f"{statistics.median(theirs) * 1000:.0f} ms"),
    ]  # fmt: skip
