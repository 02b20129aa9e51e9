"""A folder that the sample has filled is like any other: complete, consistent, ready to serve."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.core import devices
from server.core.config import Settings
from server.core.context import Context, open_context
from server.core.files.disk import sha256_of
from server.core.sessions import Account
from server.laporan import read_staff
from server.sample.data import NEWS_AT
from server.sample.fill import fill
from shared.laporan import Kind
from shared.roles import Role
from shared.status import Status
from tests.cast import JUAI, KASI_TRANTIB

KASI = Account("kasi", Role.KASI_TRANTIB, KASI_TRANTIB)


@pytest.fixture(scope="module")
def kecamatan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Context, int]]:
    folder: Path = tmp_path_factory.mktemp("contoh")
    count = fill(folder, days=6)
    with open_context(Settings(folder)) as ctx:
        yield ctx, count


def test_every_sample_report_is_on_the_list(kecamatan: tuple[Context, int]) -> None:
    ctx, count = kecamatan
    page = read_staff.list_page(ctx, KASI, read_staff.ListFilter())

    assert page.total == count > 20


def test_some_reports_are_decided_and_some_still_wait(kecamatan: tuple[Context, int]) -> None:
    ctx, _ = kecamatan
    counts = read_staff.list_page(ctx, KASI, read_staff.ListFilter()).counts

    assert counts[Status.DIVERIFIKASI] > 3
    assert counts[Status.DITERIMA] > 3


def test_the_fresh_incident_stands_on_top(kecamatan: tuple[Context, int]) -> None:
    ctx, _ = kecamatan
    first = read_staff.list_page(ctx, KASI, read_staff.ListFilter()).lines[0]

    assert (first.kind, first.status) == (Kind.KEJADIAN, Status.DITERIMA)
    assert read_staff.list_page(ctx, KASI, read_staff.ListFilter(desa=NEWS_AT)).total >= 1


def test_every_photo_is_whole_and_what_it_is_named(kecamatan: tuple[Context, int]) -> None:
    ctx, _ = kecamatan
    wholes = list(ctx.photos.wholes())

    assert len(wholes) > 10
    assert all(sha256_of(ctx.photos.path(key)) == key.sha256 for key in wholes)


def test_a_report_tells_its_photos_as_they_lie_on_the_disk(kecamatan: tuple[Context, int]) -> None:
    ctx, _ = kecamatan
    for line in read_staff.list_page(ctx, KASI, read_staff.ListFilter()).lines:
        found = read_staff.laporan_page(ctx, KASI, read_staff.ListFilter(), line.id)
        assert found is not None
        assert found.laporan.pelapor.nama.endswith("(contoh)")
        assert json.dumps(found.detail.message)


def test_all_villages_but_the_silent_one_have_a_phone(kecamatan: tuple[Context, int]) -> None:
    ctx, _ = kecamatan

    assert len({device.desa for device in devices.all_devices(ctx)}) == len(JUAI.desa) - 1
