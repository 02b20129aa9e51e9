"""A coaching, from what the reports suggest to what a village has done about it."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as BrowserError
from sqlalchemy import insert

from server.core.config import Settings
from server.core.context import open_context
from server.core.db.tables import anggota
from shared.codec import encode
from shared.satlinmas import Anggota
from tests.browser import kit
from tests.cast import BU_IDA, HAMARUNG, LALAYAU, PAK_RUDI, new_id

PASSWORD = "contoh-kata-sandi"
MEETING = "Kunjungan penambahan anggota Satlinmas"
TASK = "Ajak lima warga menjadi anggota"
DONE = "Lima warga sudah mendaftar."


def one_member_each(data: Path) -> None:
    """A roster of one in two villages: far fewer than ten."""
    with open_context(Settings(data)) as ctx, ctx.database.write() as db:
        for desa, nama in ((LALAYAU, "Amat (contoh)"), (HAMARUNG, "Bahri (contoh)")):
            member = Anggota(new_id(), 1, desa, nama)
            row = {
                "id": member.id, "desa": desa, "versi": 1, "nama": nama, "status": "aktif",
                "message": json.dumps(encode(member)), "changed_at": ctx.clock.now(),
            }  # fmt: skip
            db.execute(insert(anggota), row)


def press(page: Page, name: str, then: str, *, exact: bool = False) -> None:
    """Press until it shows: while a page scrolls or a dialog closes, a click may miss."""
    for _ in range(4):
        kit.tap(page, name, exact=exact)
        with contextlib.suppress(BrowserError):
            return kit.sees(page, then, patience=8)
    raise AssertionError(f"{name!r} did not lead to {then!r}")


def plan_it(desk: Page) -> None:
    kit.sees(desk, "2 desa memiliki kurang dari 10 anggota aktif")
    kit.shot(desk, "pembinaan-01-saran")
    press(desk, "Buat pembinaan", "Pilih tanggal")
    press(desk, "Pilih tanggal", "Pakai")
    press(desk, "Pakai", "Jam selesai")
    press(desk, "Tambah", "Simpan tindak lanjut", exact=True)
    kit.fill(desk, "Apa yang dikerjakan", TASK)
    press(desk, "Simpan tindak lanjut", "Tandai selesai")
    press(desk, "Simpan dan kirim ke 2 desa", "Terkirim ke 2 desa")
    kit.shot(desk, "pembinaan-02-terkirim")


def activate(page: Page, url: str, code: str) -> None:
    kit.open_page(page, url)
    kit.fill(page, "Masukkan kode dari kecamatan", code)
    kit.tap(page, "Mulai")
    kit.tap(page, "Ya, benar")


def answer(page: Page, words: str, name: str) -> None:
    kit.sees(page, "1 pembinaan baru")
    kit.named(page, "1 pembinaan baru").click()
    kit.sees(page, "Kehadiran belum dijawab")
    kit.shot(page, f"pembinaan-03-{name}-daftar")
    kit.named(page, MEETING).click()
    press(page, words, "Jawaban sudah sampai di kecamatan.")
    kit.shot(page, f"pembinaan-04-{name}-undangan")


def tick_off(page: Page, url: str) -> None:
    kit.open_page(page, url + "/pembinaan")
    kit.named(page, MEETING).click()
    press(page, "Tandai selesai", "Simpan, tandai selesai")
    kit.fill(page, "Catatan singkat", DONE)
    kit.shot(page, "pembinaan-06-tandai")
    kit.tap(page, "Simpan, tandai selesai")


def test_a_suggestion_becomes_a_meeting_that_two_villages_answer_and_act_upon(
    browser: Browser,
    phone_page: Page,
    desk_page: Page,
    programs: Callable[[kit.Program], kit.Program],
    tmp_path: Path,
) -> None:
    office = tmp_path / "kecamatan"
    one_member_each(office)
    kit.account(office, "trantib", PASSWORD)
    server = programs(kit.server(office)).start("/api/v1/health")
    kit.log_in(desk_page, server.url + "/pembinaan", "trantib", PASSWORD)
    plan_it(desk_page)

    ida = programs(kit.phone(tmp_path / "ida", server.url)).start()
    code = kit.activation_code(office, LALAYAU, BU_IDA.nama, BU_IDA.jabatan)
    activate(phone_page, ida.url, code)
    answer(phone_page, "Kami datang", "ida")
    rudi = programs(kit.phone(tmp_path / "rudi", server.url)).start()
    code = kit.activation_code(office, HAMARUNG, PAK_RUDI.nama, PAK_RUDI.jabatan)
    second = kit.phone_context(browser)
    try:
        page = second.new_page()
        activate(page, rudi.url, code)
        answer(page, "Tidak bisa datang", "rudi")
    finally:
        second.close()
    kit.sees(desk_page, BU_IDA.nama)
    kit.sees(desk_page, PAK_RUDI.nama)
    kit.sees(desk_page, "Tidak bisa datang")

    desk_page.get_by_role("checkbox", name="Amat (contoh)").first.click()
    kit.sees(desk_page, "1 hadir")
    kit.tap(desk_page, "Selesai", exact=True)
    kit.tap(desk_page, "Simpan dan kirim ke 2 desa")
    kit.shot(desk_page, "pembinaan-05-hadir")
    tick_off(phone_page, ida.url)
    kit.sees(desk_page, DONE)
    kit.sees(desk_page, "Buka lagi")
    kit.shot(desk_page, "pembinaan-07-selesai")
