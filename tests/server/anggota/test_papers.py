"""The roster's papers: the list, the attachment of a decree, who turns 60, years of service."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import python_calamine

from server.anggota import nik, roster_papers, teks, village_data
from server.anggota.roster_papers import Kind
from server.core.context import Context
from server.core.permit import NotAllowedError
from shared.clock import WITA
from shared.satlinmas import DataDesa
from tests.cast import HAMARUNG, LALAYAU
from tests.server.kit import member
from tests.server.rekap.kit import KASI, PEMBACA, kecamatan, people

TODAY = datetime(2026, 11, 24, 9, 0, tzinfo=WITA)
LONG = " ".join(["Muhammad", "Abdurrahman"] * 20)


@pytest.fixture
def juai(tmp_path: Path) -> Iterator[Context]:
    with kecamatan(tmp_path, TODAY) as ctx:
        yield ctx


def test_the_list_holds_everybody_in_the_order_of_sim_linmas(juai: Context):
    people(juai, _one(1, nama="Amat (contoh)"), _one(2, nama="Udin (contoh)", status="nonaktif"))
    text = _pdf(juai, "anggota")
    heads = (
        "Nama",
        "Desa",
        "L/P",
        "Tanggal lahir",
        "Usia",
        "RT/dusun",
        "Jabatan",
        "Regu",
        "Status",
    )
    places = [text.index(head) for head in heads]
    assert places == sorted(places)
    assert "Amat (contoh)" in text and "Nonaktif" in text
    assert teks.JUMLAH.format(semua=2, aktif=1) in text


def test_no_paper_carries_a_nik(juai: Context):
    people(juai, _one(1))
    nik.put(juai, KASI, _id(1), "6311010101900001")
    for kind in ("anggota", "sk", "usia", "bakti"):
        text = _pdf(juai, kind)
        assert "6311010101900001" not in text and "6311" not in text


def test_the_decrees_attachment_names_the_heads_first_and_only_who_serves(juai: Context):
    people(
        juai,
        _one(1, nama="Anggota (contoh)"),
        _one(2, nama="Danru (contoh)", jabatan="komandan_regu"),
        _one(3, nama="Kades (contoh)", jabatan="kepala_satlinmas", regu=None),
        _one(4, nama="Berhenti (contoh)", status="berhenti", berakhir="2026-01-01"),
    )
    village_data.save(
        juai, KASI, LALAYAU, DataDesa(sk_nomor="38/SK/2025", sk_tanggal="2025-02-03"), 0
    )
    text = _pdf(juai, "sk", LALAYAU)
    assert text.index("Kades") < text.index("Danru") < text.index("Anggota (contoh)")
    assert "Berhenti" not in text
    assert "38/SK/2025" in text and "3 Februari 2025" in text
    assert "DESA LALAYAU" in text


def test_of_all_villages_each_has_its_heading_and_its_own_numbers(juai: Context):
    people(juai, _one(1), _one(2, desa=HAMARUNG))
    text = _pdf(juai, "sk")
    assert text.index("Desa Hamarung") < text.index("Desa Lalayau")
    assert "Desa Bata" not in text


def test_who_is_60_or_will_be_within_a_year_is_listed_with_the_day(juai: Context):
    people(
        juai,
        _one(1, nama="Sudah (contoh)", tanggal_lahir="1966-11-24"),
        _one(2, nama="Segera (contoh)", tanggal_lahir="1967-11-24"),
        _one(3, nama="Belum (contoh)", tanggal_lahir="1967-11-25"),
        _one(4, nama="Tanpa (contoh)", tanggal_lahir=None),
        _one(5, nama="Kabisat (contoh)", tanggal_lahir="1964-02-29"),
    )
    rows = _sheet(juai, "usia")
    assert [row[1] for row in rows] == ["Kabisat (contoh)", "Sudah (contoh)", "Segera (contoh)"]
    assert [row[7] for row in rows] == [teks.SUDAH_60, teks.SUDAH_60, teks.SEGERA_60]
    assert [row[5].isoformat()[:10] for row in rows] == ["2024-02-29", "2026-11-24", "2027-11-24"]


def test_service_of_10_20_and_30_years_is_listed_for_the_awards(juai: Context):
    people(
        juai,
        _one(1, nama="Sepuluh (contoh)", mulai="2016-11-24"),
        _one(2, nama="Duapuluh (contoh)", mulai="2005-01-01"),
        _one(3, nama="Tigapuluh (contoh)", mulai="1990-01-01"),
        _one(4, nama="Segera (contoh)", mulai="2017-06-01"),
        _one(5, nama="Baru (contoh)", mulai="2018-01-01"),
    )
    text = _pdf(juai, "bakti")
    order = ("Masa bakti 30", "Tigapuluh", "Masa bakti 20", "Duapuluh", "Masa bakti 10", "Sepuluh",
             "Segera")  # fmt: skip
    places = [text.index(name) for name in order]
    assert places == sorted(places)
    assert "Baru (contoh)" not in text and teks.SEGERA_BAKTI in text


@pytest.mark.parametrize("kind", ["anggota", "sk", "usia", "bakti"])
def test_an_empty_roster_and_very_long_names_stand_on_paper(juai: Context, kind: Kind):
    assert teks.KOSONG[kind] in _pdf(juai, kind)
    old = {"tanggal_lahir": "1960-01-01", "mulai": "2000-01-01"}
    people(juai, *[_one(n, nama=LONG, alamat=LONG[:190], **old) for n in range(20)])
    text = _pdf(juai, kind)
    assert text.count("Abdurrahman") >= 20 * 20


def test_a_reader_takes_none_of_them_away(juai: Context):
    with pytest.raises(NotAllowedError):
        roster_papers.paper(juai, PEMBACA, "anggota", "pdf", None)


def _id(number: int) -> str:
    return f"{number:08d}-1111-4111-8111-111111111111"


def _one(number: int, **changes: Any) -> dict[str, Any]:
    return member(_id(number), **changes)


def _pdf(ctx: Context, kind: Kind, desa: str | None = None) -> str:
    document = pypdfium2.PdfDocument(roster_papers.paper(ctx, KASI, kind, "pdf", desa).data)
    said = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(said.split())


def _sheet(ctx: Context, kind: Kind) -> list[list[Any]]:
    data = roster_papers.paper(ctx, KASI, kind, "xlsx", None).data
    book = python_calamine.load_workbook(io.BytesIO(data))
    rows = book.get_sheet_by_index(0).to_python()
    return [row for row in rows if isinstance(row[0], int | float)]
