"""The sample villages: believable, repeatable, and good enough for our own checks."""

from __future__ import annotations

import io
from collections import Counter
from datetime import datetime, timedelta

import pytest
from PIL import Image

from server.sample.data import NEWS_AT, sample_reports
from server.sample.pictures import SCENES, render, scene
from shared.checks import gaps
from shared.clock import WITA, parse_time
from shared.laporan import Kind
from tests.cast import JUAI

NOW = datetime(2026, 11, 24, 20, 41, tzinfo=WITA)
QUARTER = sample_reports(JUAI, NOW)


def test_every_sample_report_passes_our_own_checks() -> None:
    for report in QUARTER:
        assert not gaps(report.message())


def test_the_same_seed_gives_the_same_reports_and_another_seed_others() -> None:
    assert sample_reports(JUAI, NOW) == QUARTER
    assert sample_reports(JUAI, NOW, seed=7) != QUARTER


def test_three_months_of_a_kecamatan_look_like_one() -> None:
    reports = QUARTER
    by_kind = Counter(report.laporan.kind for report in reports)
    desa = {report.laporan.desa for report in reports}

    assert 550 < len(reports) < 850
    assert by_kind[Kind.KEJADIAN] >= 8 and by_kind[Kind.NIHIL] >= 2
    assert len(desa) == len(JUAI.desa) - 1, "one village has no phone yet"
    assert sum(report.decision is None for report in reports) >= 10, "some still wait"


def test_every_person_bears_the_mark_of_an_example() -> None:
    for report in sample_reports(JUAI, NOW, days=20):
        people = [report.laporan.pelapor.nama, *(who.nama for who in report.laporan.personel)]
        assert all(name.endswith("(contoh)") for name in people)


def test_nothing_is_received_before_it_was_written_or_after_now() -> None:
    for report in QUARTER:
        assert parse_time(report.laporan.ditulis) <= report.received <= NOW


def test_reports_lie_near_their_village() -> None:
    for report in QUARTER:
        place, desa = report.laporan.lokasi, JUAI.by_kode[report.laporan.desa]
        if place:
            assert abs(place.lintang - desa.lintang) < 0.03
            assert abs(place.bujur - desa.bujur) < 0.03


def test_a_fresh_incident_waits_whatever_the_season() -> None:
    for month in range(1, 13):
        now = datetime(2026, month, 20, 9, tzinfo=WITA)
        fresh = [
            report
            for report in sample_reports(JUAI, now, days=3)
            if report.laporan.desa == NEWS_AT and report.laporan.kind == Kind.KEJADIAN
        ]
        assert any(now - report.received < timedelta(days=2) for report in fresh)


@pytest.mark.parametrize("name", sorted(SCENES))
def test_a_scene_is_the_same_for_the_same_seed(name: str) -> None:
    once, again = (scene(name, 3, (120, 90)).tobytes() for _ in range(2))

    assert once == again


def test_a_photo_is_a_small_jpeg_named_by_its_bytes_with_no_two_alike() -> None:
    photos = [photo for report in sample_reports(JUAI, NOW, days=10) for photo in report.photos][
        :12
    ]
    drawn = [render(photo) for photo in photos]

    assert len({foto.sha256 for _, foto in drawn}) == len(drawn)
    for jpeg, foto in drawn:
        with Image.open(io.BytesIO(jpeg)) as picture:
            assert picture.size == (foto.lebar, foto.tinggi)
        assert len(jpeg) == foto.size < 150_000
