"""A kecamatan with the proposal's own dates is led from "no longer" to a filed innovation."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from playwright.sync_api import Page, ViewportSize

from server.desk import teks as desk_teks
from server.inovasi import teks
from server.inovasi.teks_pedoman import JALAN
from tests.browser import kit

PASSWORD = "contoh-kata-sandi"
TALL: ViewportSize = {"width": 1366, "height": 2900}
"""Everything on the screen at once: what lies below its edge has no semantics."""
NAME = "Penggagas (contoh)"


def entered(data: Path, key: str) -> str:
    """What is stored under a key, as JSON; empty before."""
    with closing(sqlite3.connect(f"file:{data / 'sinar.db'}?mode=ro", uri=True)) as db:
        found = db.execute("SELECT value FROM innovation_facts WHERE key = ?", (key,)).fetchone()
    return found[0] if found else ""


def stored(data: Path, key: str, part: str) -> None:
    kit.eventually(lambda: part in entered(data, key), f"{key} holds {part}")


def no_longer_then_may(page: Page, data: Path) -> None:
    """Idea of 2022, trial of 26 December 2022, use since 20 March 2023; December 2026 is new."""
    kit.sees(page, "Tidak lagi boleh diajukan untuk putaran 2027")
    kit.sees(page, "Karena diterapkan 20 Maret 2023")
    kit.sees(page, "1 Januari 2025 sampai 31 Desember 2026")
    kit.sees(page, teks.KL_DUGAAN.format(tahun=2027))
    kit.shot(page, "tahun-01-tidak-lagi")
    kit.fill(page, teks.KL_ISIAN["kertas.inisiatif"], "1 September 2022")
    stored(data, "kertas.inisiatif", "2022-09-01")
    kit.fill(page, teks.KL_KEMBANG_TANGGAL.format(n=1), "15 Desember 2026")
    stored(data, "kembang.1.mulai", "2026-12-15")
    kit.fill(page, teks.KL_KEMBANG_APA.format(n=1), "Laporan desa lewat HP, juga tanpa sinyal")
    stored(data, "kembang.1.apa", "tanpa sinyal")
    kit.sees(page, "Karena dikembangkan 15 Desember 2026, di dalam jendela 1 Januari 2025")
    kit.shot(page, "tahun-02-boleh")


def the_way(page: Page, data: Path) -> None:
    """Each step is read and ticked; the next one stands there by itself."""
    for kode, _, name, who, told, *_ in JALAN[:4]:
        kit.sees(page, teks.KL_JALAN_SIAPA.format(siapa=who))
        kit.sees(page, told)
        kit.tap(page, teks.KL_JALAN_BELUM)
        stored(data, f"jalan.2027.{kode}", "true")
        kit.sees(page, f"{name}, {teks.KL_JALAN_KEADAAN[True]}")
    kit.sees(page, teks.KL_JALAN_SIAPA.format(siapa=JALAN[4][3]))
    kit.shot(page, "tahun-03-jalan")


def another_year(page: Page, data: Path, url: str) -> None:
    """The calendar of 2027 is entered at the desk."""
    kit.open_page(page, url + "/bukti/tahun")
    kit.tap(page, teks.TH_SALIN.format(tahun=2027))
    kit.sees(page, teks.TH_KALENDER.format(tahun=2027))
    name = "Pengisian di sistem nasional"
    for label, day in ((teks.TH_MULAI, "20 Mei 2027"), (teks.TH_SELESAI, "20-8-2027")):
        kit.fill(page, teks.TH_ACARA.format(nama=name, isian=label), day)
    kit.tap(page, teks.TH_KALENDER_SIMPAN)
    kit.sees(page, teks.IN_TERSIMPAN)
    kit.shot(page, "tahun-04-kalender")
    with closing(sqlite3.connect(f"file:{data / 'sinar.db'}?mode=ro", uri=True)) as db:
        (message,) = db.execute("SELECT message FROM innovation_sets WHERE tahun = 2027").fetchone()
    for day in ("2025-01-01", "2026-12-31", "2027-05-20", "2027-08-20"):
        assert day in message, day
    kit.open_page(page, url + "/bukti/kelayakan?tahun=2027")
    kit.sees(page, "20 Mei 2027 sampai 20 Agustus 2027")
    kit.sees(page, "Karena dikembangkan 15 Desember 2026, di dalam jendela 1 Januari 2025")


def struck_then_standing(page: Page, data: Path, url: str) -> None:
    """A claim without a file falls; with one it stands."""
    kit.open_page(page, url + "/bukti/indikator/16?tahun=2027")
    kit.tap(page, "Parameter 1", exact=True)
    stored(data, "indikator.16.parameter", "1")
    kit.open_page(page, url + "/bukti/validator?tahun=2027")
    kit.sees(page, teks.VL_ALASAN["tanpa_berkas"])
    kit.sees(page, teks.VL_DICORET_N.format(n=2))  # the months from idea to use lack a file, too
    kit.sees(page, "16. Regulasi inovasi daerah")
    kit.shot(page, "tahun-05-dicoret")
    kit.open_page(page, url + "/bukti/indikator/16?tahun=2027")
    with page.expect_file_chooser() as choosing:
        kit.tap(page, teks.IN_UNGGAH)
    choosing.value.set_files(
        [{"name": "SK Bupati.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 contoh"}]
    )
    kit.sees(page, "SK Bupati.pdf")
    kit.open_page(page, url + "/bukti/validator?tahun=2027")
    kit.sees(page, "SK: SK Bupati.pdf")
    kit.sees(page, teks.VL_DICORET_N.format(n=1))
    kit.shot(page, "tahun-06-bertahan")


def the_sheet(page: Page, data: Path, url: str, target: Path) -> None:
    """Filled, copied, ticked; and the whole pack goes home."""
    kit.open_page(page, url + "/bukti/profil?tahun=2027")
    kit.fill(page, teks.PR_ISIAN["nama_inisiator"], NAME)
    stored(data, "profil.nama_inisiator", NAME)
    kit.open_page(page, url + "/bukti/lembar?tahun=2027")
    kit.sees(page, teks.LB_PANJANG.format(huruf=len(NAME), kata=2))
    for field, text in (("nama_inisiator", NAME), ("jenis", "Digital")):
        name = teks.PR_ISIAN[field]
        kit.tap(page, teks.LB_SALIN.format(nama=name), exact=True)
        kit.sees(page, teks.LB_DISALIN.format(nama=name))
        assert page.evaluate("navigator.clipboard.readText()") == text
    kit.tap(page, teks.LB_TANDAI.format(nama=teks.PR_ISIAN["nama_inisiator"]))
    stored(data, "lembar.2027.nama_inisiator", "true")
    kit.sees(page, teks.LB_BATAL.format(nama=teks.PR_ISIAN["nama_inisiator"]))
    kit.shot(page, "tahun-07-lembar")
    kit.tap(page, teks.UNDUH_SEMUA)
    kit.named(page, desk_teks.UNDUH, exact=True).wait_for(state="attached", timeout=120_000)
    with page.expect_download() as waiting:
        kit.tap(page, desk_teks.UNDUH, exact=True)
    waiting.value.save_as(target)


def test_a_kecamatan_is_led_from_no_longer_to_a_pack_that_can_be_filed(
    desk_page: Page, programs: Callable[[kit.Program], kit.Program], tmp_path: Path
) -> None:
    data = tmp_path / "kecamatan"
    kit.account(data, "trantib", PASSWORD)
    server = programs(kit.server(data)).start("/api/v1/health")
    desk_page.set_viewport_size(TALL)
    desk_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    kit.log_in(desk_page, server.url + "/bukti/kelayakan?tahun=2027", "trantib", PASSWORD)
    no_longer_then_may(desk_page, data)
    the_way(desk_page, data)
    another_year(desk_page, data, server.url)
    struck_then_standing(desk_page, data, server.url)
    the_sheet(desk_page, data, server.url, tmp_path / "paket.zip")
    with zipfile.ZipFile(tmp_path / "paket.zip") as pack:
        assert pack.testzip() is None
        names = pack.namelist()
    assert "16 Regulasi inovasi daerah/01 SK Bupati.pdf" in names
    assert any(name.endswith("Profil Inovasi.docx") for name in names)
