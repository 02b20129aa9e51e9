"""Next year's set is data: copied and edited, or imported; the old one stays as it was."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from server.core.permit import NotAllowedError
from server.inovasi import innovation_sets as year_sets
from server.inovasi.innovation import NoYearError, page, put
from server.inovasi.innovation_set import SetError, YearSet, from_json, to_json
from tests.cast import patrol
from tests.server.inovasi.kit import KASI, READER, VILLAGES, Story, kecamatan


def heavier(one: YearSet) -> YearSet:
    """The villages count twice as much, and seven of ten are asked for."""
    useful = one.find(33)
    assert useful is not None
    bases = tuple(
        replace(basis, batas=(">=10", ">=40", ">=70")) if basis.kode == "b" else basis
        for basis in useful.dasar
    )
    changed = replace(useful, bobot=6, dasar=bases)
    rest = tuple(changed if each.nomor == 33 else each for each in one.indikator)
    return replace(one, indikator=rest)


def points(story: Story, tahun: int) -> tuple[int, float]:
    found = page(story.ctx, KASI, tahun).overview.find(33)
    assert found is not None
    return found.reached, found.points


def test_next_years_set_with_other_weights_needs_no_line_of_code(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        put(story.ctx, KASI, "aktif.bulan", 1)
        year_sets.begin(story.ctx, KASI, 2027)
        year_sets.save(story.ctx, KASI, heavier(year_sets.read(story.ctx, KASI, 2027)))
        for desa in VILLAGES[:12]:
            story.send(patrol(desa=desa))
        assert points(story, 2026) == (3, 9)
        story.clock.move(days=60)
        for desa in VILLAGES[:12]:
            start = "2027-01-20T20:00:00+08:00"
            story.send(patrol(desa=desa, mulai=start, selesai=None))
        assert points(story, 2027) == (2, 12)
        assert year_sets.years(story.ctx, KASI) == (2027, 2026)
        assert page(story.ctx, KASI).overview.most == 120
        assert page(story.ctx, KASI, 2026).overview.most == 111


@pytest.mark.parametrize("export", [year_sets.as_json, year_sets.as_sheet])
def test_a_set_goes_out_as_a_file_is_edited_and_comes_in_for_another_year(
    tmp_path: Path, export: Callable[..., bytes]
):
    with kecamatan(tmp_path) as story:
        before = year_sets.read(story.ctx, KASI, 2026)
        assert year_sets.take_in(story.ctx, KASI, export(story.ctx, KASI, 2026)) == before
        year_sets.save(story.ctx, KASI, heavier(replace(before, tahun=2028)))
        data = export(story.ctx, KASI, 2028)
        year_sets.save(story.ctx, KASI, replace(before, tahun=2028))
        assert year_sets.take_in(story.ctx, KASI, data) == heavier(replace(before, tahun=2028))
        assert year_sets.read(story.ctx, KASI, 2026) == before


def test_what_a_set_replaces_stands_in_the_log(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        before = year_sets.read(story.ctx, KASI, 2026)
        year_sets.save(story.ctx, KASI, heavier(before))
        with story.ctx.database.read() as db:
            from sqlalchemy import select

            from server.core.db.tables import audit

            kept = db.execute(select(audit.c.detail).where(audit.c.action == "innovation_set"))
            assert from_json(kept.scalar_one()) == before


def _weight(found: dict[str, Any]) -> None:
    found["indikator"][0]["bobot"] = 0


def _twice(found: dict[str, Any]) -> None:
    found["indikator"][1]["nomor"] = 16


def _two_steps(found: dict[str, Any]) -> None:
    found["indikator"][2]["dasar"][0]["parameter"].pop()


def _border(found: dict[str, Any]) -> None:
    found["indikator"][1]["dasar"][0]["batas"][0] = "sekitar 5"


def _year(found: dict[str, Any]) -> None:
    found["tahun"] = "2027"


def _nothing(found: dict[str, Any]) -> None:
    found["indikator"] = []


@pytest.mark.parametrize(
    ("spoil", "where"),
    [
        (_weight, "indikator 16: bobot"), (_twice, "indikator"),
        (_two_steps, "indikator 18: parameter"), (_border, "indikator 17: batas"),
        (_year, "tahun"), (_nothing, "indikator"),
    ],
)  # fmt: skip
def test_a_faulty_set_is_refused_with_the_place_of_its_fault(
    tmp_path: Path, spoil: Callable[[dict[str, Any]], None], where: str
):
    with kecamatan(tmp_path) as story:
        before = year_sets.read(story.ctx, KASI, 2026)
        found = json.loads(to_json(before))
        spoil(found)
        with pytest.raises(SetError) as refused:
            year_sets.take_in(story.ctx, KASI, json.dumps(found).encode())
        assert refused.value.where == where
        assert year_sets.read(story.ctx, KASI, 2026) == before


@pytest.mark.parametrize("data", [b"", b"bukan JSON", b"PK\x03\x04rusak", b"[]", b"\xff\xfe"])
def test_what_is_no_set_is_refused(tmp_path: Path, data: bytes):
    with kecamatan(tmp_path) as story, pytest.raises(SetError):
        year_sets.take_in(story.ctx, KASI, data)


def test_a_year_is_begun_once_and_by_whom_the_table_lets(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        year_sets.begin(story.ctx, KASI, 2027)
        with pytest.raises(SetError):
            year_sets.begin(story.ctx, KASI, 2027)
        with pytest.raises(NoYearError):
            year_sets.begin(story.ctx, KASI, 2019)
        with pytest.raises(NotAllowedError):
            year_sets.begin(story.ctx, READER, 2028)
