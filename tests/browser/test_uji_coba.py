"""A kecamatan goes from its first start to a finished trial, and takes its report home."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random

import pypdfium2
from playwright.sync_api import Page

from server.core.config import Settings
from server.core.context import open_context
from server.core.sessions import Account
from server.inovasi import innovation
from shared.clock import WITA, FixedClock, SystemClock, format_time
from shared.roles import Role
from tests.browser import kit
from tests.cast import JUAI, KASI_TRANTIB, patrol
from tests.server.inovasi.kit import Story

PASSWORD = "contoh-kata-sandi"
KASI = Account("trantib", Role.KASI_TRANTIB, KASI_TRANTIB)
VILLAGES = [desa.kode for desa in JUAI.desa[:3]]
WEEKS = 8
LESSON = "Laporan terkirim saat operator tiba di kantor desa."


def eight_weeks(data: Path) -> int:
    """Reports of three villages up to yesterday, through the phones' own door."""
    now = SystemClock().now().astimezone(WITA)
    first = now.replace(hour=20, minute=0) - timedelta(days=7 * WEEKS)
    clock, dice, count = FixedClock(first), Random(8), 0
    with open_context(Settings(data), clock) as ctx:
        story = Story(ctx, clock)
        for day in range(0, 7 * WEEKS, 3):
            for desa in VILLAGES:
                start = first + timedelta(days=day)
                clock.at = start + timedelta(hours=dice.choice((3, 9, 30)))
                if clock.at > now:
                    continue
                when = {"mulai": format_time(start), "ditulis": format_time(clock.at)}
                entry = story.send(patrol(desa=desa, selesai=None, **when))
                count += 1
                clock.move(hours=1)
                story.verify(entry)
        clock.at = now
        days = (first.date(), (now - timedelta(days=1)).date())
        for key, day_ in zip(("uji.mulai", "uji.selesai"), days, strict=True):
            innovation.put(ctx, KASI, key, day_.isoformat())
    return count


def entered(data: Path, key: str) -> str:
    """What is stored under a key, as JSON; empty before."""
    with closing(sqlite3.connect(f"file:{data / 'sinar.db'}?mode=ro", uri=True)) as db:
        found = db.execute("SELECT value FROM innovation_facts WHERE key = ?", (key,)).fetchone()
    return found[0] if found else ""


def choose(desk: Page, data: Path, key: str, name: str, kode: str) -> None:
    """Press until it is stored: while the page is drawn anew, a click may miss.

    What is chosen already is left alone: a second press would take it away.
    """
    there = desk.get_by_role("button", name=name, exact=True).first
    for _ in range(4):
        if kode not in entered(data, key) and there.get_attribute("aria-current") != "true":
            there.click()
        desk.wait_for_timeout(500)
        with contextlib.suppress(AssertionError):
            return kit.eventually(lambda: kode in entered(data, key), name, patience=8)
    raise AssertionError(f"{name!r} was not taken")


def scroll(desk: Page, distance: int) -> None:
    """Bring what is wanted into sight: a click that scrolls by itself lands on what was there."""
    desk.mouse.move(500, 400)
    desk.mouse.wheel(0, distance)
    desk.wait_for_timeout(700)


def enter_plan(desk: Page, data: Path) -> None:
    kit.sees(desk, "26 Desember 2022")
    for desa in JUAI.desa[:3]:
        choose(desk, data, "uji.desa", desa.nama, desa.kode)
    kit.sees(desk, "Minggu 8")
    scroll(desk, 450)
    kit.fill(desk, "Desa yang melapor per bulan", "9")
    kit.fill(desk, "Hari sampai laporan diterima", "6")
    kit.fill(desk, "Jam kerja untuk satu rekap", "12")
    kit.eventually(lambda: entered(data, "dulu.jam_rekap") != "", "the manual way is stored")


def test_a_kecamatan_comes_to_a_finished_trial_with_its_report(
    desk_page: Page, programs: Callable[[kit.Program], kit.Program], tmp_path: Path
) -> None:
    data = tmp_path / "kecamatan"
    kit.account(data, "trantib", PASSWORD)
    eight_weeks(data)
    server = programs(kit.server(data)).start("/api/v1/health")
    kit.log_in(desk_page, server.url + "/bukti", "trantib", PASSWORD)
    kit.sees(desk_page, "3 dari 21")
    kit.sees(desk_page, "0 dari 21 desa rutin melapor, 0 persen")  # eight weeks are not six months
    kit.shot(desk_page, "uji-01-bukti")
    kit.open_page(desk_page, server.url + "/bukti/perjalanan")
    enter_plan(desk_page, data)
    kit.shot(desk_page, "uji-02-rencana")
    scroll(desk_page, 800)
    kit.fill(desk_page, "Pelajaran yang didapat", LESSON)
    choose(desk_page, data, "uji.keputusan", "Diterapkan", "lanjut")
    kit.eventually(lambda: LESSON in entered(data, "uji.pelajaran"), "the lesson is stored")
    kit.shot(desk_page, "uji-03-keputusan")
    with desk_page.expect_download() as waiting:
        kit.tap(desk_page, "Laporan Uji Coba (PDF)")
    target = tmp_path / "uji-coba.pdf"
    waiting.value.save_as(target)
    told = _words(target)
    for part in (LESSON, "Diterapkan", "Lebih baik", "3 dari 3", "Muara Ninian, Hamarung, Juai"):
        assert part in told, f"{part} in: {told}"
    kit.open_page(desk_page, server.url + "/bukti/ukuran/uji-coba")
    kit.sees(desk_page, "Sebelum dan sesudah")
    kit.shot(desk_page, "uji-04-ukuran")


def _words(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
