"""The rules of 2026 line by line, each at its borders.

Source of all of them: third-party copies of the letter of the head of BSKDN,
400.10.11/1887/BSKDN, of 29 April 2026 (SIMONDA Rote Ndao; BRIDA Makassar for the window), read
on 30 November 2026. The original was not found.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

from server.core.db import migrate
from server.core.db.database import Database
from server.inovasi import innovation_sets
from server.inovasi.indicators import standing
from server.inovasi.innovation import page, put
from server.inovasi.innovation_set import from_json
from server.inovasi.measures import Figure
from server.inovasi.partners import FAMILIES, actor_of, together
from shared.clock import WITA
from shared.laporan import RincianKejadian
from tests.cast import JUAI, flood, nihil, patrol
from tests.house.rooms import ROOT
from tests.server.inovasi.kit import KASI, VILLAGES, Story, kecamatan

SET = ROOT / "server/inovasi/sets/2026.json"
FIRST = ROOT / "server/core/db/migrations/versions/0005_set_2026.json"
SK = "SK Kepala Daerah, atau SK Kepala Perangkat Daerah a.n. Kepala Daerah"


@pytest.mark.parametrize(
    ("nomor", "parameter", "said"),
    [
        (16, 1, SK), (23, 3, SK),
        (18, 2, "2 tahun anggaran berturut-turut"), (18, 3, "3 tahun anggaran (T-0, T-1, T-2)"),
        (31, 2, "2 kali, di daerah berbeda"),
        (34, 3, "Monev oleh pihak luar, berbasis penelitian/kajian"),
        (22, 1, "3 aktor, termasuk pelaksana"),
    ],
)  # fmt: skip
def test_each_parameter_reads_as_the_letter_has_it(nomor: int, parameter: int, said: str):
    """Indicators 16, 18, 22, 23, 31, 34: the letter of 29 April 2026 (one source)."""
    found = from_json(SET.read_bytes()).find(nomor)
    assert found is not None
    assert found.dasar[0].parameter[parameter - 1] == said
    assert found.sumber and found.yakin in ("pasti", "satu")


@pytest.mark.parametrize(
    ("kode", "value", "parameter"),
    [
        # a: people.
        ("a", 0, 0), ("a", 1, 1), ("a", 200, 1), ("a", 201, 2), ("a", 500, 2), ("a", 501, 3),
        # c: savings in percent, 0.01 to 10, 10.01 to 20, 20.01 to 30.
        ("c", 0, 0), ("c", 0.01, 1), ("c", 10, 1), ("c", 10.01, 2), ("c", 20, 2),
        ("c", 20.01, 3), ("c", 30, 3),
        # d: income in percent, 0.01 to 9.99, 10 to 19.99, 20 and more.
        ("d", 0, 0), ("d", 0.01, 1), ("d", 9.99, 1), ("d", 10, 2), ("d", 19.99, 2), ("d", 20, 3),
        # e: products, 1 to 100, 101 to 200, more than 200.
        ("e", 0, 0), ("e", 1, 1), ("e", 100, 1), ("e", 101, 2), ("e", 200, 2), ("e", 201, 3),
    ],
)  # fmt: skip
def test_usefulness_on_another_basis_at_its_borders(kode: str, value: float, parameter: int):
    """Indicator 33, bases a, c, d and e: the letter of 29 April 2026 (one source)."""
    indicator = from_json(SET.read_bytes()).find(33)
    assert indicator is not None
    facts = {"indikator.33.dasar": kode, f"indikator.33.angka.{kode}": value}
    file = {"id": "x", "tempat": "indikator:33", "jenis": "laporan"}
    assert standing(indicator, {}, facts, [file]).reached == parameter
    bare = standing(indicator, {}, facts, [])
    assert (bare.counted, bare.reached) == (parameter, 0)


@pytest.mark.parametrize(
    ("partners", "actors", "parameter"),
    [
        ((), 1, 0), (("Babinsa",), 2, 0), (("Babinsa", "BPBD"), 3, 1),
        (("Babinsa", "BPBD", "PMI"), 4, 2), (("Babinsa", "BPBD", "PMI", "Warga"), 5, 3),
        (("Babinsa", "BPBD", "PMI", "Warga", "PKK"), 6, 3),
        (("Babinsa", "babinsa ", "BABINSA Lalayau", "Bapak Babinsa"), 2, 0),
        (("Senkom", "Sengkom", "Senkom 2 orang"), 2, 0), (("Senkom", "Sengkom", "Orari"), 3, 1),
    ],
)  # fmt: skip
def test_actors_are_the_implementer_and_those_who_took_part(
    tmp_path: Path, partners: tuple[str, ...], actors: int, parameter: int
):
    """Indicator 22: three actors including the implementer (one source); a file is demanded."""
    with kecamatan(tmp_path) as story:
        story.send(patrol(pihak_lain=partners))
        found = page(story.ctx, KASI).overview.find(22)
        assert found is not None
        assert (found.figure.value, found.counted) == (actors, parameter)
        assert found.reached == 0  # nothing lies behind the claim yet


def test_who_was_only_telephoned_took_no_part(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        called = RincianKejadian(
            jenis="Banjir", waktu="2026-11-24T20:30:00+08:00", dihubungi=("BPBD", "Polsek Juai")
        )
        story.send(flood(pihak_lain=("Babinsa",), kejadian=called))
        found = page(story.ctx, KASI)
        assert tuple(found.seen.partners) == ("Babinsa",)


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Babinsa", "babinsa"), ("BABINSA Koramil Juai", "babinsa"), ("Serka Amat, Babinsa",
        "babinsa"), ("Bhabinkamtibmas", "bhabinkamtibmas"), ("Babinkantibmas", "bhabinkamtibmas"),
        ("bhabin kamtibmas", "bhabinkamtibmas"), ("Polsek Juai", "bhabinkamtibmas"),
        ("Karang Taruna", "karangtaruna"), ("Karangtaruna", "karangtaruna"),
        ("karang-taruna Lalayau", "karangtaruna"), ("B.P.B.D.", "bpbd"), ("TRC BPBD", "bpbd"),
        ("Perangkat Desa", "perangkatdesa"), ("aparat desa", "perangkatdesa"),
        ("Satpol PP", "satpolpp"), ("Majelis Ta'lim", "majelistalim"), ("...", ""),
    ],
)  # fmt: skip
def test_all_spellings_of_one_actor_are_one(name: str, actor: str):
    assert actor_of(name) == actor


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # One letter mistyped, put in, left out or moved; two put in or left out.
        ("Senkom", "Sengkom"), ("Senkom", "Senkon"), ("Pramuka", "Pramukaa"),
        ("Pramuka", "Pramukaaa"), ("Orari", "Orary"), ("Karang Wreda", "Karang Werda"),
        ("Orari Lokal Balangan", "Orari Lokal Balagan"), ("Orari Lokal Balangan",
        "ORARI LOCAL BALAGAN"), ("Nahdlatul Ulama", "Nahdhatul Ulama"),
        ("Nahdlatul Ulama", "Nahdatululama"), ("Pra muka", "Pramukaa"),
        # How many came, a place and a number make no other actor.
        ("Senkom", "Sengkom (2 orang)"), ("Senkom Juai", "Sengkom Kec. Juai"), ("RT 1", "RT 2"),
        ("RT I", "RT II"), ("Polsek Juai", "Polsek Awayan"),
    ],
)  # fmt: skip
def test_close_spellings_are_one_actor(one: str, other: str):
    for named in ((one, other), (other, one)):
        assert list(together([("a", named[0]), ("b", named[1])], "Juai")) == [named[0]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Two letters mistyped, three left out; abbreviations are another body by one letter.
        ("Pramuka", "Pramoke"), ("Pramuka", "Pramukaaaa"), ("PMI", "PMII"), ("IPNU", "IPPNU"),
        ("LPM", "BPM"), ("FKPM", "FKDM"), ("Dinsos", "Dinkes"), ("Polres", "Polda"),
        ("Basarnas", "Baznas"), ("Banser", "Ansor"), ("Puskesmas", "Poskesdes"),
        ("Desa Juai", "Desa Buntu Karau"), ("Kelompok Tani Mihu", "Kelompok Tani Hukai"),
        ("Pramuka", "Gerakan Pramuka"),
    ],
)  # fmt: skip
def test_names_that_are_not_close_are_two_actors(one: str, other: str):
    assert len(together([("a", one), ("b", other)], "Juai")) == 2


def test_families_and_villages_are_never_taken_for_each_other():
    words = [words[0] for words in FAMILIES.values()]
    places = [f"Desa {desa.nama}" for desa in JUAI.desa]
    groups = [f"Kelompok Tani {desa.nama}" for desa in JUAI.desa]
    for names in (words, places, groups):
        found = together([(name, name) for name in names], JUAI.nama)
        assert sorted(found) == sorted(names)


def test_an_actor_is_shown_as_it_was_first_written():
    named = [("a", "Karang  Taruna"), ("b", "karangtaruna"), ("b", "PMI"), ("b", "P.M.I")]
    assert together(named) == {"Karang Taruna": ("a", "b"), "PMI": ("b",)}


def _each_month(story: Story, desa: str, months: int) -> None:
    for bulan in range(1, months + 1):
        start = f"2026-{bulan:02d}-10T20:00:00+08:00"
        story.clock.at = datetime(2026, bulan, 11, 9, tzinfo=WITA)
        story.send(patrol(desa=desa, mulai=start, selesai=None, ditulis=start))


@pytest.mark.parametrize(("months", "steady"), [(5, 0), (6, 1), (7, 1)])
def test_a_village_is_active_with_real_reports_in_six_months_of_twelve(
    tmp_path: Path, months: int, steady: int
):
    """Indicator 33, basis b: what a validator would take for active; a setting, default 6 of 12."""
    with kecamatan(tmp_path, datetime(2026, 1, 5, 9, tzinfo=WITA)) as story:
        _each_month(story, VILLAGES[0], months)
        found = page(story.ctx, KASI, 2026).overview.find(33)
        assert found is not None and (found.figure.top, found.figure.of) == (steady, 21)
        put(story.ctx, KASI, "aktif.bulan", months)
        again = page(story.ctx, KASI, 2026).overview.find(33)
        assert again is not None and again.figure.top == 1


def test_twelve_nihil_do_not_make_a_village_active(tmp_path: Path):
    with kecamatan(tmp_path, datetime(2026, 1, 5, 9, tzinfo=WITA)) as story:
        for bulan in range(1, 12):
            story.clock.at = datetime(2026, bulan, 28, 9, tzinfo=WITA)
            story.send(nihil(periode=f"2026-{bulan:02d}"))
        found = page(story.ctx, KASI, 2026)
        useful = found.overview.find(33)
        assert useful is not None and useful.figure.top == 0
        assert found.figures["desa_aktif"].top == 1


def test_no_complaint_at_all_is_parameter_one(tmp_path: Path):
    """Indicator 29: up to 50 percent, or no complaint (one source)."""
    with kecamatan(tmp_path) as story:
        found = page(story.ctx, KASI).overview.find(29)
        assert found is not None
        assert (found.figure.value, found.figure.of, found.reached) == (0, 0, 1)


@pytest.mark.parametrize("months", [0, 13, 2.5, "6", True])
def test_the_setting_takes_one_to_twelve_months(tmp_path: Path, months: Any):
    from server.inovasi.innovation import BadEntryError

    with kecamatan(tmp_path) as story, pytest.raises(BadEntryError):
        put(story.ctx, KASI, "aktif.bulan", months)


def _stored(folder: Path, sets: dict[int, dict[str, Any]]) -> Path:
    """A data folder of before the rules were mended, which holds these sets."""
    path = folder / "sinar.db"
    engine, config = create_engine(f"sqlite:///{path}"), Config()
    config.set_main_option("script_location", str(migrate.FOLDER))
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0010")
        connection.commit()
    with engine.begin() as db:
        db.execute(text("DELETE FROM innovation_sets"))
        for tahun, one in sets.items():
            row = {"t": tahun, "m": json.dumps(one)}
            db.execute(
                text('INSERT INTO innovation_sets (tahun, message, at, "by")'
                     " VALUES (:t, :m, '2026-11-24 00:00:00.000000', 'Kasi')"), row,
            )  # fmt: skip
    engine.dispose()
    return path


def _opened(path: Path) -> dict[int, dict[str, Any]]:
    database = Database(f"sqlite:///{path}")
    database.open()
    with database.read() as db:
        found = {
            row[0]: json.loads(row[1])
            for row in db.execute(text("SELECT tahun, message FROM innovation_sets"))
        }
    database.close()
    return found


def test_a_set_that_is_kept_is_mended_and_what_was_changed_in_it_stays(tmp_path: Path):
    old = json.loads(FIRST.read_text())
    changed = json.loads(FIRST.read_text())
    changed["tahun"] = 2027
    by_number = {one["nomor"]: one for one in changed["indikator"]}
    by_number[23]["dasar"][0]["parameter"][2] = "SK Camat (contoh)"
    by_number[33]["bobot"] = 5
    found = _opened(_stored(tmp_path, {2026: old, 2027: changed}))
    assert from_json(json.dumps(found[2026])) == from_json(SET.read_bytes())
    later = from_json(json.dumps(found[2027]))
    people, useful = later.find(23), later.find(33)
    assert people is not None and people.dasar[0].parameter[2] == "SK Camat (contoh)"
    assert useful is not None and useful.bobot == 5 and useful.yakin == "periksa"
    window = later.kalender[0]
    assert (window.mulai, window.selesai, window.yakin) == ("2025-01-01", "2026-12-31", "periksa")


def test_a_new_kecamatan_begins_with_the_mended_set(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        assert innovation_sets.read(story.ctx, KASI, 2026) == from_json(SET.read_bytes())


def test_the_measures_behind_the_mended_lines_are_those_that_decide():
    decided = {one.nomor: one.basis("").ukuran for one in from_json(SET.read_bytes()).indikator}
    assert (decided[22], decided[33]) == ("aktor", "desa_rutin")
    found = from_json(SET.read_bytes()).find(22)
    assert found is not None
    assert standing(found, {"aktor": Figure(5)}, {}, []).reached == 0
