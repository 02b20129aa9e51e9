"""Titip laporan and Pindah HP through browsers: sealed without a signal, carried by another phone,
the receipt comes back, the desk takes the file too; then all moves to a new phone."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser import kit

PASSWORD = "contoh-kata-sandi"
PHRASE = re.compile(r"[2-9A-Z]{4} - [2-9A-Z]{4} - [2-9A-Z]{4}")


def seeded(data: Path, server: str, code: str, *what: str) -> str:
    """A phone's folder with a report that waits; its id."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.browser.titip_seed", str(data), server, code, *what],
        cwd=kit.ROOT, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    return done.stdout.strip()


def give(page: Page, button: str, file: Path) -> None:
    """Press a button that opens the picker, and choose this file."""
    with page.expect_file_chooser() as chooser:
        kit.tap(page, button)
    chooser.value.set_files(file)


def test_what_one_phone_seals_another_brings_and_all_moves_to_a_new_phone(
    browser: Browser, phone_page: Page, desk_page: Page, tmp_path: Path,
    programs: Callable[[kit.Program], kit.Program],
) -> None:  # fmt: skip
    office = tmp_path / "kecamatan"
    server = programs(kit.server(office)).start("/api/v1/health")
    kit.account(office, "trantib", PASSWORD)
    code = kit.activation_code(office, "63.11.01.2013", "Ida (contoh)", "Kasi Pemerintahan")
    ident = seeded(tmp_path / "ida", server.url, code)
    code = kit.activation_code(office, "63.11.01.2002", "Rudi (contoh)", "Kasi Pemerintahan")
    seeded(tmp_path / "rudi", server.url, code, "empty")
    server.stop()

    ida = programs(kit.phone(tmp_path / "ida", server.url)).start()
    kit.open_page(phone_page, ida.url + "/desa/periksa")
    kit.tap(phone_page, "Titip laporan")
    kit.sees(phone_page, "1 laporan menunggu")
    kit.shot(phone_page, "titip-01-menunggu")
    with phone_page.expect_download() as download:
        kit.tap(phone_page, "Simpan berkas titipan")
    package = tmp_path / download.value.suggested_filename
    download.value.save_as(package)
    assert package.suffix == ".titip"
    assert package.read_bytes().startswith(b"SINAR-TITIPAN 1\n")
    kit.sees(phone_page, "Berkas titipan siap")
    kit.shot(phone_page, "titip-02-siap")

    rudi = programs(kit.phone(tmp_path / "rudi", server.url)).start()
    context = kit.phone_context(browser)
    other = context.new_page()
    kit.open_page(other, rudi.url + "/desa/titip")
    give(other, "Kirimkan titipan", package)
    kit.sees(other, "Menunggu dikirim")
    kit.shot(other, "titip-03-dibawa")
    server.start("/api/v1/health")
    kit.sees_at_last(other, "Sampai: 1 laporan, 1 foto")
    kit.shot(other, "titip-04-sampai")
    context.close()

    assert ident in kit.sinar("export", "--data", str(office), "--id", ident)
    kit.open_page(phone_page, ida.url + "/")
    kit.sees_at_last(phone_page, "Semua sudah terkirim")
    kit.open_page(phone_page, f"{ida.url}/laporan/{ident}")
    kit.sees(phone_page, "JUAI-")

    kit.log_in(desk_page, server.url + "/hp", "trantib", PASSWORD)
    kit.sees(desk_page, "Terima titipan")
    give(desk_page, "Terima titipan", package)
    kit.sees(desk_page, "1 sudah ada sebelumnya")
    kit.shot(desk_page, "titip-05-meja")

    code = kit.activation_code(office, "63.11.01.2013", "Ida (contoh)", "Kasi Pemerintahan")
    seeded(tmp_path / "baru", server.url, code, "empty")
    server.stop()
    kit.open_page(phone_page, ida.url + "/desa/pindah")
    kit.tap(phone_page, "Buat berkas pindah")
    kit.sees(phone_page, "Catat kode ini sekarang")
    kit.shot(phone_page, "pindah-01-kode")
    phrase = PHRASE.search(phone_page.locator("flt-semantics-host").inner_text())
    assert phrase, phone_page.locator("flt-semantics-host").inner_text()
    with phone_page.expect_download() as download:
        kit.tap(phone_page, "Simpan berkas pindah")
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)

    new = programs(kit.phone(tmp_path / "baru", server.url)).start()
    context = kit.phone_context(browser, color_scheme="dark")
    page = context.new_page()
    kit.open_page(page, new.url + "/desa/pindah")
    give(page, "Pilih berkas", file)
    kit.fill(page, "Kode dari HP lama", phrase[0])
    kit.shot(page, "pindah-02-ketik")
    kit.tap(page, "Pindahkan ke HP ini")
    kit.sees(page, "Sudah pindah: 1 laporan")
    kit.shot(page, "pindah-03-selesai")
    context.close()
