"""The roster at the desk, clicked through: a faulty file, a good one, downloads, a NIK."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Any

from playwright.sync_api import Download, Page
from python_calamine import CalamineWorkbook

from server.anggota import teks
from server.core.papers import sheets
from tests.browser import kit
from tests.browser.staff_world import NAME, PASSWORD
from tests.server.anggota.kit import HEADS, sheet
from tests.server.anggota.test_a_file_comes_in import FAULTS, three_hundred

NIK = "6311010101950001"


def count(data: Path, what: str) -> int:
    with contextlib.closing(sqlite3.connect(data / "sinar.db")) as db:
        return db.execute(f"SELECT count(*) FROM {what}").fetchone()[0]


def pick(page: Page, name: str, data: bytes) -> None:
    with page.expect_file_chooser() as choosing:
        kit.tap(page, teks.AG_IMPOR_PILIH)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    choosing.value.set_files([{"name": name, "mimeType": kind, "buffer": data}])
    kit.sees(page, teks.AG_IMPOR_BARIS.format(baris=300, berkas=name))


def faulty() -> bytes:
    rows = three_hundred()
    for number, heading, value, _code in FAULTS:
        rows[number - 2][heading] = value
    return sheet(rows)


def names_every_fault(page: Page) -> None:
    for number, heading, _value, code in FAULTS:
        kit.named(page, str(number), exact=True).wait_for(state="attached")
        column = sheets.letter(HEADS.index(heading))
        kit.sees(page, f"{column}, {heading}")
        kit.sees(page, teks.AG_IMPOR_SEL[code])


def rows_of(got: Download) -> list[list[Any]]:
    return CalamineWorkbook.from_path(str(got.path())).get_sheet_by_index(0).to_python()


def a_nik(page: Page, data: Path) -> None:
    """Written, masked at once, seen for a moment, and that is in the log."""
    page.get_by_role("button").filter(has_text="Warga 1 (contoh)").first.click()
    kit.tap(page, teks.AG_NIK_ISI)
    kit.fill(page, teks.AG_NIK, NIK)
    kit.tap(page, teks.AG_NIK_SIMPAN)
    page.get_by_role("button", name=teks.AG_NIK_LIHAT).wait_for(state="attached")
    assert page.get_by_text(NIK).count() == 0
    before = count(data, "audit")
    kit.tap(page, teks.AG_NIK_LIHAT)
    kit.sees(page, NIK)
    kit.shot(page, "anggota-nik")
    assert count(data, "audit") == before + 1
    kit.tap(page, teks.AG_NIK_TUTUP)
    page.get_by_text(NIK).first.wait_for(state="detached")


def test_a_file_comes_in_whole_or_not_at_all_and_a_nik_is_seen_by_who_may(
    desk_page: Page, tmp_path: Path
) -> None:
    page, data = desk_page, tmp_path / "kecamatan"
    kit.account(data, NAME, PASSWORD)
    server = kit.server(data).start("/api/v1/health")
    try:
        kit.log_in(page, server.url + "/anggota/impor", NAME, PASSWORD)
        with page.expect_download() as example:
            kit.tap(page, teks.AG_IMPOR_CONTOH)
        assert set(HEADS) <= set(rows_of(example.value)[0])

        pick(page, "salah.xlsx", faulty())
        kit.sees(page, teks.AG_IMPOR_SALAH.format(n=len(FAULTS)))
        names_every_fault(page)
        kit.shot(page, "anggota-impor-salah")
        assert count(data, "anggota") == 0

        pick(page, "benar.xlsx", sheet(three_hundred()))
        kit.tap(page, teks.AG_IMPOR_LANJUT.format(n=300))
        kit.sees(page, teks.AG_IMPOR_SELESAI.format(n=300))
        assert count(data, "anggota") == 300

        kit.tap(page, teks.AG_KEMBALI)
        kit.sees(page, "300 anggota")
        with page.expect_download() as roster:
            kit.choose(page, teks.AG_EKSPOR, teks.AG_EKSPOR_XLSX)
        assert sum("Warga" in str(row) for row in rows_of(roster.value)) == 300
        a_nik(page, data)
    finally:
        server.stop()
