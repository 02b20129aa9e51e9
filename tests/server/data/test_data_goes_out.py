"""Reports, members and coachings as files: what is chosen, complete, with a true dictionary."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import datetime

import pytest

from server.core.papers.zip_stream import safe_name
from server.core.permit import NotAllowedError
from server.core.sessions import Account
from server.data import data_archive, data_out, teks
from server.data.data_out import CSV, GEOJSON, XLSX, Which
from server.data.datasets import anggota, laporan
from server.pembinaan import pembinaan
from shared.roles import Role
from tests.cast import HAMARUNG, JUAI, LALAYAU
from tests.server.data.kit import CLOSED, KASI, PLAIN, Stock, made, sheets, stocked, table


@pytest.fixture(scope="module")
def juai(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stock]:
    with stocked(tmp_path_factory.mktemp("juai") / "data") as stock:
        yield stock


def test_reports_as_csv_and_xlsx_hold_the_same_and_a_formula_is_defused(juai: Stock):
    name, data = made(juai.ctx, "laporan", CSV)
    rows = table(data)
    assert name == "laporan semua desa semua waktu.csv"
    assert {row["ID"] for row in rows} == {one.id for one in juai.reports}
    flood = next(row for row in rows if row["Macam"] == "kejadian")
    assert flood["Uraian"] == "'=SUM(A1) banjir"
    assert (flood["Kejadian"], flood["Rumah terdampak"], flood["Desa"]) == (
        "Banjir", "3", "Lalayau",
    )  # fmt: skip
    book = sheets(made(juai.ctx, "laporan", XLSX)[1])["Laporan"]
    heads, first = book[2], {str(r[-1]): r for r in book[3:]}
    assert heads == laporan.DATASET.heads()
    patrol = dict(zip(heads, first[juai.reports[0].id], strict=True))
    assert patrol["Mulai"] == datetime(2026, 11, 24, 20, 0)  # noqa: DTZ001 - a sheet's time
    assert (patrol["Jumlah personel"], patrol["Lintang"]) == (2.0, -2.189226)


def test_months_village_and_kind_choose(juai: Stock):

    def ids(**chosen: str) -> set[str]:
        return {row["ID"] for row in table(made(juai.ctx, "laporan", CSV, Which(**chosen))[1])}

    shown, flood, nihil, other = (one.id for one in juai.reports)
    assert ids(dari="2026-11") == {shown, flood, other}
    assert ids(sampai="2026-10") == {nihil}
    assert ids(dari="2026-10", sampai="2026-10") == {nihil}
    assert ids(desa=HAMARUNG) == {other}
    assert ids(macam="kejadian", desa=LALAYAU) == {flood}
    page = data_out.page(juai.ctx, KASI, Which(dari="2026-11"))
    assert (page.laporan, page.foto, page.anggota) == (3, 4, 1)
    assert page.months == ("2026-11", "2026-10")


def test_every_dictionary_says_exactly_what_the_file_holds(juai: Stock):
    pembinaan.begin(juai.ctx, KASI, desa=[LALAYAU])
    for what, data in data_out.DATASETS.items():
        book = sheets(made(juai.ctx, what, XLSX)[1])
        heads = book[data.title][2]
        assert [row[0] for row in book[teks.KAMUS][1:]] == heads
        assert all(row[3] for row in book[teks.KAMUS][1:])
        head = made(juai.ctx, what, CSV)[1].decode("utf-8-sig").splitlines()[0]
        told = table(data_out.dictionary(juai.ctx, KASI, what))
        assert head.split(";") == [row["Kolom"] for row in told] == heads
        assert set(data.words) == {field.key for field in data.fields}
    said = json.loads(made(juai.ctx, "laporan", GEOJSON)[1])
    assert set(said["kamus_data"]) == set(said["features"][0]["properties"])


def test_what_a_field_holds_is_what_its_kind_says(juai: Stock):
    """The dictionary's third column, against the values of every field of every row."""
    kinds = {"teks": str, "angka": int, "desimal": float | int, "ya_tidak": bool}
    items = list(laporan.items(JUAI, juai.ctx.database, [one.id for one in juai.reports]))
    assert len(items) == 4
    for field in laporan.DATASET.fields:
        for item in items:
            value = field.value(item)
            if field.kind == "waktu":
                assert value is None or isinstance(value, datetime), field.key
            else:
                assert value is None or isinstance(value, kinds[field.kind]), field.key


def test_geojson_is_as_the_standard_has_it(juai: Stock):
    found = json.loads(made(juai.ctx, "laporan", GEOJSON)[1])
    assert found["type"] == "FeatureCollection" and "crs" not in found
    assert len(found["features"]) == 4
    for one in found["features"]:
        assert set(one) == {"type", "id", "geometry", "properties"}
        assert one["type"] == "Feature"
    patrol = next(one for one in found["features"] if one["id"] == juai.reports[0].id)
    assert patrol["geometry"] == {"type": "Point", "coordinates": [115.611233, -2.189226]}
    assert patrol["properties"]["mulai"] == "2026-11-24T20:00:00+08:00"
    nihil = next(one for one in found["features"] if one["properties"]["macam"] == "nihil")
    assert nihil["geometry"] is None


def test_members_leave_without_their_nik(juai: Stock):
    name, data = made(juai.ctx, "anggota", CSV, Which(dari="2026-11"))
    rows = table(data)
    assert name == "anggota semua desa.csv"
    assert [row["Nama lengkap"] for row in rows] == ["Amat (contoh)"]
    assert rows[0]["No. HP/WA"] == "'+62 811 contoh"
    assert not any(field.key == "nik" for field in anggota.DATASET.fields)


def test_coachings_leave_with_their_counts(juai: Stock):
    pembinaan.begin(juai.ctx, KASI, desa=[LALAYAU, HAMARUNG])
    rows = table(made(juai.ctx, "pembinaan", CSV)[1])
    both = [row for row in rows if row["Desa"] == "Hamarung, Lalayau"]
    assert [row["Jumlah peserta"] for row in both] == ["0"]


def unzipped(juai: Stock, which: Which, *, sensitif: bool = False) -> dict[str, bytes]:
    data = b"".join(data_archive.archive(juai.ctx, KASI, which, sensitif=sensitif))
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        assert found.testzip() is None
        return {name: found.read(name) for name in found.namelist()}


def test_a_zip_holds_the_reports_and_every_photo_that_may_leave(juai: Stock):
    files = unzipped(juai, Which())
    photos = {name: data for name, data in files.items() if name.startswith("foto/")}
    assert len(table(files["laporan.csv"])) == 4
    assert sorted(photos.values()) == sorted([PLAIN, PLAIN])
    states = [row["Keadaan"] for row in table(files["foto.csv"])]
    assert sorted(states) == sorted(
        [teks.FOTO_ADA, teks.FOTO_SENSITIF, teks.FOTO_BELUM, teks.FOTO_ADA]
    )
    for row in table(files["foto.csv"]):
        if row["Berkas"]:
            assert hashlib.sha256(files[row["Berkas"]]).hexdigest() == row["SHA-256"]
    assert any(name.startswith("foto/Hamarung/JUAI-2026-11-") for name in photos)


def test_the_text_in_a_zip_explains_every_column_of_both_tables(juai: Stock):
    files = unzipped(juai, Which())
    told = files["baca-saya.txt"].decode()
    for name in ("laporan.csv", "foto.csv"):
        part = told.split(f"{teks.KAMUS}: {name}\r\n")[1].split("\r\n\r\n")[0]
        lines = part.strip().splitlines()
        heads = files[name].decode("utf-8-sig").splitlines()[0].split(";")
        assert len(lines) == len(heads)
        for head, line in zip(heads, lines, strict=True):
            assert line.startswith(f"{head} (")


def test_sensitif_photos_leave_only_when_asked_for_by_who_may_see_them(juai: Stock):
    photos = [d for n, d in unzipped(juai, Which(), sensitif=True).items() if "foto/" in n]
    assert CLOSED in photos
    for role, sensitif in ((Role.PEMBACA, False), (Role.PEMBACA, True)):
        with pytest.raises(NotAllowedError):
            data_archive.archive(
                juai.ctx, Account("siapa", role, "Staf (contoh)"), Which(), sensitif=sensitif
            )


def test_a_zip_that_nobody_takes_to_its_end_leaves_nothing_behind(juai: Stock):
    pieces = data_archive.archive(juai.ctx, KASI, Which())
    assert next(pieces).startswith(b"PK")
    del pieces


def test_what_left_is_noted_in_the_log(juai: Stock):
    made(juai.ctx, "laporan", CSV, Which(desa=LALAYAU))
    unzipped(juai, Which(), sensitif=True)
    with juai.ctx.database.read() as db:
        found = db.exec_driver_sql(
            "SELECT actor, detail FROM audit WHERE action = 'data_exported' ORDER BY id"
        ).all()[-2:]
    assert [row[0] for row in found] == ["kasi", "kasi"]
    assert found[0][1] == "laporan.csv · Lalayau semua waktu · 3 baris"
    assert found[1][1] == "laporan.zip · semua desa semua waktu · dengan foto sensitif"


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("Muara Ninian", "Muara Ninian"), ("../../etc", "etc"), ("a/b\\c:d", "a-b-c-d"),
        ("…", "tanpa-nama"), ("x" * 200, "x" * 80), ("\r\nSet-Cookie", "Set-Cookie"),
    ],
)  # fmt: skip
def test_names_in_a_zip_are_taken_by_every_system(given: str, made: str):
    assert safe_name(given) == made
