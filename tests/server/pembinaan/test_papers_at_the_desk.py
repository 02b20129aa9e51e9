"""On the pages: a button for each paper that makes sense, and the numbers of certificates."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from server.core import office
from server.core.config import Settings
from server.core.context import open_context
from server.kantor import office_logo
from server.kantor import teks as kantor_teks
from server.laporan import teks as laporan_teks
from server.pembinaan import pembinaan
from server.pembinaan import teks as pembinaan_teks
from server.pembinaan.pembinaan import Person
from server.pembinaan.pembinaan_reading import record
from server.rawat.backup import backup
from server.rawat.restore import restore
from tests.cast import EVENING, LALAYAU, patrol
from tests.server.desk.window import KASI, PEMBACA, Window, read, window
from tests.server.kit import Office, Phone
from tests.shared.paper_kit import jpeg

pytestmark = pytest.mark.anyio


def asked(desk: Window) -> list[Any]:
    """The addresses that the browser was sent to."""
    calls = [args for name, args in desk.connection.calls if name == "launch_url"]
    return [getattr(args["url"], "url", args["url"]) for args in calls]


async def test_a_report_is_saved_as_pdf_by_who_may_take_it_along(juai: Office, ida: Phone) -> None:
    report = patrol()
    await ida.send(report)
    for route in (f"/laporan/{report.id}", f"/periksa/{report.id}"):
        async with window(juai, route) as desk:
            await desk.tap(laporan_teks.SURAT_PDF)
            assert asked(desk) == [f"/unduh/laporan/{report.id}.pdf"]
    async with window(juai, f"/laporan/{report.id}", account=PEMBACA) as desk:
        assert not desk.has(laporan_teks.SURAT_PDF)


async def test_a_coaching_offers_the_papers_that_make_sense(juai: Office) -> None:
    ident = pembinaan.begin(juai.ctx, KASI, desa=[LALAYAU], judul="Latihan", mulai=EVENING)
    names = pembinaan_teks.SURAT_PEMBINAAN
    async with window(juai, f"/pembinaan/{ident}") as desk:
        assert desk.has(names["undangan.pdf"]) and desk.has(names["daftar-hadir.pdf"])
        assert not desk.has(names["sertifikat.pdf"]) and not desk.has(names["tindak-lanjut.xlsx"])
        pembinaan.tick(juai.ctx, KASI, ident, [Person(LALAYAU, "Amat (contoh)")])
        await desk.tap(names["undangan.pdf"])
        assert asked(desk) == [f"/unduh/pembinaan/{ident}/undangan.pdf"]
    async with window(juai, f"/pembinaan/{ident}") as desk:
        assert desk.has(names["sertifikat.pdf"])
    async with window(juai, f"/pembinaan/{ident}", account=PEMBACA) as desk:
        assert not desk.has(pembinaan_teks.SURAT_BAGIAN)


async def test_numbers_are_filled_by_their_format_and_can_be_written(juai: Office) -> None:
    ident = pembinaan.begin(juai.ctx, KASI, desa=[LALAYAU], judul="Latihan", mulai=EVENING)
    people = [Person(LALAYAU, "Amat (contoh)"), Person(LALAYAU, "Udin (contoh)")]
    pembinaan.tick(juai.ctx, KASI, ident, people)
    async with window(juai, f"/pembinaan/{ident}") as desk:
        await desk.tap(pembinaan_teks.SURAT_NOMOR_ISI.format(n=2))
        await read(desk)
        assert desk.has(pembinaan_teks.SURAT_NOMOR_TANPA_BENTUK)
        office.change(juai.ctx, KASI, {"nomor_sertifikat": "895/{nomor}/{tahun}"})
        await desk.tap(pembinaan_teks.SURAT_NOMOR_ISI.format(n=2))
        await read(desk)
        assert desk.has(pembinaan_teks.SURAT_NOMOR_TERISI.format(n=2))
        await desk.tap(pembinaan_teks.SURAT_NOMOR_LIHAT)
        await desk.type("Udin (contoh)", "12/LAMA")
        await read(desk)
    found = record(juai.ctx, KASI, ident)
    assert found is not None
    assert {p.nama: p.sertifikat for p in found.people} == {
        "Amat (contoh)": "895/001/2026", "Udin (contoh)": "12/LAMA",
    }  # fmt: skip


async def test_the_settings_show_the_logo_and_can_take_it_away(juai: Office) -> None:
    office_logo.put(juai.ctx, KASI, jpeg("gold"))
    async with window(juai, "/pengaturan") as desk:
        assert desk.has(kantor_teks.PT_LOGO_PILIH)
        await desk.tap(kantor_teks.PT_LOGO_HAPUS)
        await read(desk)
        assert desk.has(kantor_teks.PT_LOGO_DIHAPUS) and not desk.has(kantor_teks.PT_LOGO_HAPUS)
    assert office.read(juai.ctx)["logo"] == ""


async def test_the_logo_comes_back_with_a_backup(juai: Office, tmp_path: Path) -> None:
    office_logo.put(juai.ctx, KASI, jpeg("gold"))
    backup(juai.ctx, tmp_path / "cadangan.zip")
    other = Settings(tmp_path / "lain")
    restore(other, juai.clock, tmp_path / "cadangan.zip", force=False)
    with open_context(other, juai.clock) as restored:
        assert office.read(restored)["logo"] == office.read(juai.ctx)["logo"] != ""
