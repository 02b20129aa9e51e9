"""The main job, end to end: from the phone's camera, through a flat battery and a silent server,
to the kecamatan's screen."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from playwright.sync_api import Page

from tests.browser import kit
from tests.browser.form_kit import Thumb

PLACE = "Poskamling RT 02"
STORY = "Patroli keliling RT 01 sampai RT 03. Air sungai naik sekitar 20 cm."
PASSWORD = "contoh-kata-sandi"


def activate(page: Page, url: str, code: str) -> None:
    kit.open_page(page, url)
    box = kit.entry(page, "Masukkan kode dari kecamatan")
    box.click()
    # Key by key, as a person does: all at once would hide a field that forgets the key before.
    page.keyboard.type(code, delay=120)
    kit.tap(page, "Mulai")
    kit.sees(page, "HP ini akan dipakai melapor untuk Desa Lalayau")
    kit.shot(page, "perjalanan-01-aktivasi")
    kit.tap(page, "Ya, benar")
    kit.sees(page, "Lapor kegiatan")


def draft_a_patrol(page: Page) -> int:
    """How many taps it takes; typing is not counted."""
    thumb = Thumb(page)
    thumb.tap("Lapor kegiatan")
    thumb.tap("Patroli / ronda")
    thumb.tap("Ambil foto")
    thumb.shoot(1)
    thumb.shoot(2)
    kit.shot(page, "perjalanan-02-kamera")
    thumb.tap("Selesai, pakai 2 foto")
    kit.sees(page, "2 dari 5")
    kit.fill(page, "Nama tempat", PLACE)
    kit.fill(page, "Ceritakan singkat", STORY)
    kit.sees(page, "Tersimpan di HP ini")
    page.wait_for_timeout(1500)
    kit.shot(page, "perjalanan-03-draf")
    return thumb.taps


def written(page: Page, label: str) -> str:
    """What stands in a field; the browser knows it only while the field has the focus."""
    box = kit.entry(page, label)
    box.click()
    kit.eventually(lambda: box.input_value() != "", f"{label} holds words")
    return box.input_value()


def received(data: Path) -> list[dict]:
    """What the server holds, through its own commands."""
    with closing(sqlite3.connect(f"file:{data / 'sinar.db'}?mode=ro", uri=True)) as base:
        ids = [row[0] for row in base.execute("SELECT id FROM laporan")]
    return [json.loads(kit.sinar("export", "--data", str(data), "--id", one)) for one in ids]


def test_a_report_goes_from_the_camera_to_the_kecamatan_through_kill_and_silence(
    phone_page: Page,
    desk_page: Page,
    programs: Callable[[kit.Program], kit.Program],
    tmp_path: Path,
) -> None:
    office = tmp_path / "kecamatan"
    server = programs(kit.server(office)).start("/api/v1/health")
    kit.account(office, "trantib", PASSWORD)
    code = kit.activation_code(office, "63.11.01.2013", "Ida (contoh)", "Kasi Pemerintahan")
    phone = programs(kit.phone(tmp_path / "hp", server.url)).start()
    activate(phone_page, phone.url, code)
    kit.log_in(desk_page, server.url + "/laporan", "trantib", PASSWORD)

    server.stop()
    draft_a_patrol(phone_page)

    phone.kill()
    phone.start()
    kit.open_page(phone_page, phone.url)
    kit.sees(phone_page, "Lanjutkan laporan tadi")
    kit.shot(phone_page, "perjalanan-04-lanjutkan")
    kit.tap(phone_page, "Lanjutkan laporan tadi")
    kit.sees(phone_page, "Semua yang wajib sudah terisi")
    assert written(phone_page, "Ceritakan singkat") == STORY
    kit.sees(phone_page, "2 dari 5")
    kit.tap(phone_page, "Kirim laporan")
    kit.sees(phone_page, "Laporan aman di HP ini")
    kit.shot(phone_page, "perjalanan-05-aman")
    kit.tap(phone_page, "Kembali ke Beranda")
    kit.sees(phone_page, "Belum terkirim: 1")
    kit.shot(phone_page, "perjalanan-06-belum-terkirim")

    server.start("/api/v1/health")
    kit.sees_at_last(phone_page, "Semua sudah terkirim")
    kit.shot(phone_page, "perjalanan-07-terkirim")
    kit.sees(desk_page, PLACE, patience=120)
    kit.shot(desk_page, "perjalanan-08-kecamatan")

    [report] = received(office)
    assert report["uraian"] == STORY
    assert report["tempat"] == PLACE
    assert report["lokasi"]["sumber"] == "gps"
    assert len(report["foto"]) == 2
    for foto in report["foto"]:
        here = (tmp_path / "hp" / "foto" / f"{foto['sha256']}.jpg").read_bytes()
        there = (office / "foto" / report["desa"] / f"{foto['sha256']}.jpg").read_bytes()
        assert hashlib.sha256(here).hexdigest() == foto["sha256"]
        assert here == there
        assert len(here) <= 150_000
