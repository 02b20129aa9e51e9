"""Papers in real browsers: the phone saves one without a signal, the desk one by one press."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from server.kantor import teks as kantor_teks
from server.laporan import teks as laporan_teks
from server.pembinaan import teks as pembinaan_teks
from tests.browser import kit
from tests.browser.staff_world import NAME, PASSWORD, make_kecamatan
from tests.shared.paper_kit import Read, is_sound, jpeg

NOWHERE = "http://127.0.0.1:9"


def save(page: Page, name: str) -> Read:
    """What the browser puts among its downloads."""
    with page.expect_download() as waiting:
        kit.named(page, name).click()
    path = waiting.value.path()
    assert waiting.value.suggested_filename.endswith(".pdf")
    return is_sound(Path(path).read_bytes())


def test_a_phone_without_a_signal_saves_the_letter_of_a_report(
    phone_page: Page, programs: Callable[[kit.Program], kit.Program], tmp_path: Path
) -> None:
    page, data = phone_page, tmp_path / "ida"
    done = subprocess.run(
        [sys.executable, "-m", "tests.browser.phone_seed", str(data)],
        cwd=kit.ROOT, capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    ident = json.loads(done.stdout)["verified"]
    program = programs(kit.phone(data, NOWHERE)).start()
    kit.open_page(page, f"{program.url}/laporan/{ident}")
    kit.sees(page, "Perjalanan laporan")
    page.mouse.move(200, 500)
    page.mouse.wheel(0, 3000)
    kit.sees(page, "Simpan PDF")
    kit.shot(page, "hp-surat")
    said = save(page, "Simpan PDF").said()
    assert "Kepada Yth." in said and "DESA LALAYAU" in said
    kit.sees(page, "PDF tersimpan")


def test_the_desk_saves_a_letter_and_the_papers_of_a_coaching(
    desk_page: Page, programs: Callable[[kit.Program], kit.Program], tmp_path: Path
) -> None:
    page, juai = desk_page, make_kecamatan(tmp_path, days=2)
    programs(juai.program)
    juai.start()
    report = juai.ask("SELECT id FROM laporan WHERE kind = 'kegiatan' ORDER BY received_at LIMIT 1")
    kit.log_in(page, f"{juai.url}/laporan/{report}", NAME, PASSWORD)
    kit.sees(page, laporan_teks.SURAT_PDF)
    kit.shot(page, "web-surat-laporan")
    assert "Kepada Yth." in save(page, laporan_teks.SURAT_PDF).said()

    coaching = juai.ask(
        "SELECT pembinaan FROM pembinaan_peserta GROUP BY pembinaan ORDER BY count(*) DESC LIMIT 1"
    )
    kit.open_page(page, f"{juai.url}/pembinaan/{coaching}")
    kit.sees(page, pembinaan_teks.PB_PESERTA)
    page.mouse.move(1150, 500)
    page.mouse.wheel(0, 4000)
    kit.sees(page, pembinaan_teks.SURAT_BAGIAN)
    kit.tap(page, pembinaan_teks.SURAT_NOMOR_LIHAT)
    kit.sees(page, pembinaan_teks.SURAT_NOMOR_TUTUP)
    kit.shot(page, "web-surat-pembinaan")
    assert "DAFTAR HADIR" in save(page, pembinaan_teks.SURAT_PEMBINAAN["daftar-hadir.pdf"]).said()

    picture = tmp_path / "logo.jpg"
    picture.write_bytes(jpeg("gold", (300, 360)))
    kit.open_page(page, f"{juai.url}/pengaturan")
    kit.sees(page, kantor_teks.PT_LOGO_PILIH)
    with page.expect_file_chooser() as waiting:
        kit.tap(page, kantor_teks.PT_LOGO_PILIH)
    waiting.value.set_files(picture)
    kit.sees(page, kantor_teks.PT_LOGO_TERSIMPAN)
    kit.shot(page, "web-pengaturan-logo")
