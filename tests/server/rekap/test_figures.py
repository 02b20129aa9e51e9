"""The figures of a recap are those that somebody finds who counts the reports one by one."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from server.core import periods
from server.core.context import Context
from server.core.db.tables import anggota, laporan
from server.core.files.photo_files import PhotoKey
from server.core.jobs import StoppedError
from server.core.periods import Span
from server.laporan import board
from server.laporan.rows import month_counts
from server.pembinaan import pembinaan
from server.rekap import rekap, rekap_paper
from server.rekap.papers.rekap_facts import VillageRow
from server.rekap.rekap import Which
from server.rekap.rekap_photos import PhotoChoice
from shared.clock import WITA
from shared.pembinaan import StatusPembinaan
from tests.cast import HAMARUNG, JUAI, LALAYAU
from tests.server.rekap.kit import (
    KASI,
    activate,
    at_random,
    bring,
    kecamatan,
    move,
    photo,
    report,
)

Row = dict[str, Any]

PERIODS = ("2026-11", "2026-09", "2026-T3", "2026-T4", "2026-S2", "2026")


@pytest.mark.parametrize("seed", range(3))
def test_every_figure_equals_a_count_by_hand_whatever_the_period(tmp_path: Path, seed: int):
    with kecamatan(tmp_path) as ctx:
        at_random(ctx, seed)
        with ctx.database.read() as db:
            reports = [dict(row) for row in db.execute(select(laporan)).mappings()]
            roster = [dict(row) for row in db.execute(select(anggota)).mappings()]
        for periode in PERIODS:
            wanted = [_by_hand(reports, roster, periode, one.kode) for one in JUAI.desa]
            for desa in (None, LALAYAU):
                found = rekap.read(ctx, KASI, Which(periode, desa)).rekap
                assert [row for row in wanted if desa in (None, row.desa)] == list(found.villages)
                assert found.total.kegiatan == sum(row.kegiatan for row in found.villages)
                assert sum(found.total.jenis.values()) == found.total.kegiatan
                assert len(found.kejadian) == found.total.kejadian


def _by_hand(reports: list[Row], roster: list[Row], periode: str, desa: str) -> VillageRow:
    """Another count of the same: every report looked at, nothing grouped by the database."""
    first, last = _edges(periode)
    own = [r for r in reports if r["desa"] == desa and r["status"] != "ditarik"]
    mine = [r for r in own if first <= r["bulan"] <= last]
    jenis: dict[str, int] = {}
    for one in mine:
        if one["kind"] == "kegiatan":
            jenis[one["jenis"]] = jenis.get(one["jenis"], 0) + 1
    months = [f"2026-{m:02d}" for m in range(6, 13) if first <= f"2026-{m:02d}" <= last]
    told = [m for m in months if [r for r in mine if r["bulan"] == m]]
    busy = [m for m in told if [r for r in mine if r["bulan"] == m and r["kind"] != "nihil"]]
    in_time = [m for m in told if min(r["received_at"] for r in mine if r["bulan"] == m) < _end(m)]
    late = [m for m in months if m not in told and datetime(2026, 12, 8, 9, tzinfo=WITA) >= _end(m)]
    return VillageRow(
        desa=desa,
        anggota=sum(
            _belongs(json.loads(row["message"]), last) for row in roster if row["desa"] == desa
        ),
        jenis=dict(sorted(jenis.items())),
        kegiatan=len([r for r in mine if r["kind"] == "kegiatan"]),
        kejadian=len([r for r in mine if r["kind"] == "kejadian"]),
        orang=sum(r["jumlah_personel"] for r in mine),
        in_time=len(in_time),
        due=len(told) + len(late),
        nihil=tuple(m for m in told if m not in busy),
        silent=tuple(m for m in months if m not in told),
    )


def _edges(periode: str) -> tuple[str, str]:
    return {
        "2026-11": ("2026-11", "2026-11"), "2026-09": ("2026-09", "2026-09"),
        "2026-T3": ("2026-07", "2026-09"), "2026-T4": ("2026-10", "2026-12"),
        "2026-S2": ("2026-07", "2026-12"), "2026": ("2026-01", "2026-12"),
    }[periode]  # fmt: skip


def _end(month: str) -> datetime:
    """The first moment after the fifth of the next month, in WITA."""
    number = int(month[5:])
    year, following = (2026, number + 1) if number < 12 else (2027, 1)
    return datetime(year, following, 6, tzinfo=WITA)


def _belongs(record: dict[str, Any], last: str) -> bool:
    """Whether somebody was a member on the last day of the month."""
    day = date(2026, int(last[5:]), 31 if int(last[5:]) in (7, 8, 10, 12) else 30).isoformat()
    begun = record["mulai"] is None or record["mulai"] <= day
    left = record["status"] == "berhenti" and record["berakhir"] > day
    return begun and (record["status"] == "aktif" or left)


def test_nihil_and_not_reported_are_two_things(tmp_path: Path):
    with kecamatan(tmp_path) as ctx:
        first = datetime(2026, 11, 1, tzinfo=WITA)
        bring(ctx, 1, desa=HAMARUNG, kind="nihil", jenis=None, mulai=first, jumlah_personel=0)
        bring(ctx, 2, desa=LALAYAU)
        rows = {row.desa: row for row in _read(ctx).rekap.villages}
        assert (rows[HAMARUNG].nihil, rows[HAMARUNG].silent) == (("2026-11",), ())
        assert (rows[LALAYAU].nihil, rows[LALAYAU].silent) == ((), ())
        other = rows[JUAI.desa[0].kode]
        assert (other.nihil, other.silent) == ((), ("2026-11",))


def test_a_withdrawn_report_is_in_no_figure_and_no_line(tmp_path: Path):
    with kecamatan(tmp_path) as ctx:
        activate(ctx, datetime(2026, 11, 1, tzinfo=WITA))
        bring(ctx, 1, status="ditarik", photos=[(photo(1), False)])
        bring(ctx, 2, status="ditarik", kind="kejadian", jenis="BENCANA")
        found = _read(ctx)
        assert (found.rekap.total.kegiatan, found.rekap.total.orang, found.waiting) == (0, 0, 0)
        assert not found.rekap.kejadian and not found.rekap.photos
        assert found.rekap.silent == len(JUAI.desa)


def test_reports_that_wait_to_be_looked_at_are_counted_for_the_warning(tmp_path: Path):
    with kecamatan(tmp_path) as ctx:
        bring(ctx, 1, status="diterima")
        bring(ctx, 2, status="diterima", desa=HAMARUNG)
        bring(ctx, 3, status="diverifikasi")
        assert _read(ctx).waiting == 2
        assert rekap.read(ctx, KASI, Which("2026-11", LALAYAU)).waiting == 1


def test_before_the_deadline_a_silent_village_is_not_yet_late(tmp_path: Path):
    with kecamatan(tmp_path, datetime(2026, 12, 5, 23, 0, tzinfo=WITA)) as ctx:
        bring(ctx, 1, desa=HAMARUNG)
        silent = _read(ctx).rekap.villages[12]
        assert (silent.desa, silent.due, silent.silent) == (LALAYAU, 0, ("2026-11",))
        move(ctx, hours=2)
        assert _read(ctx).rekap.villages[12].due == 1


def test_months_before_the_start_and_to_come_are_nobodys_fault(tmp_path: Path):
    with kecamatan(tmp_path) as ctx:
        activate(ctx, datetime(2026, 10, 3, tzinfo=WITA))
        found = rekap.read(ctx, KASI, Which("2026")).rekap
        assert found.months == ("2026-10", "2026-11", "2026-12")
        assert not rekap.read(ctx, KASI, Which("2026-09")).is_used
        assert not rekap.read(ctx, KASI, Which("2027-01")).is_used


def test_what_was_told_of_a_month_before_the_start_makes_it_due_for_nobody_else(tmp_path: Path):
    """The first phone is activated on the 1st and tells of the night before."""
    with kecamatan(tmp_path) as ctx:
        activate(ctx, datetime(2026, 12, 1, tzinfo=WITA))
        bring(ctx, 1, mulai=datetime(2026, 11, 30, 20, 0, tzinfo=WITA))
        found = _read(ctx).rekap
        assert found.months == ("2026-11",) and found.total.kegiatan == 1
        rows = {row.desa: row for row in found.villages}
        assert (rows[LALAYAU].in_time, rows[LALAYAU].due) == (1, 1)
        assert (rows[HAMARUNG].due, rows[HAMARUNG].silent) == (0, ())
        both = {row.desa: row for row in rekap.read(ctx, KASI, Which("2026")).rekap.villages}
        assert both[HAMARUNG].silent == ("2026-12",)


def test_photos_marked_sensitif_or_not_arrived_are_left_out(tmp_path: Path):
    with kecamatan(tmp_path) as ctx:
        bring(ctx, 1, photos=[(photo(1), True), (photo(2), False), (photo(3), False)])
        bring(ctx, 2, photos=[(photo(4), True)])
        with ctx.database.write() as db:
            report(db, 3, photos=[(photo(5), False)])
        found = _read(ctx).rekap.photos
        assert [one.keterangan for one in found] == ["Foto ke-2"]


def test_a_recap_can_be_stopped_while_its_photos_are_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """From a bucket each photo takes its time, and the process has not begun yet."""
    with kecamatan(tmp_path) as ctx:
        for number in range(1, 4):
            bring(ctx, number, photos=[(photo(number), False)])
        fetched: list[PhotoKey] = []
        monkeypatch.setattr(ctx.photos, "file", fetched.append)

        def stop(_done: int, total: int) -> None:
            assert total == 3
            if fetched:
                raise StoppedError

        with pytest.raises(StoppedError):
            rekap_paper.make_pdf(ctx, _read(ctx), Which("2026-11"), tmp_path / "x.pdf", stop)
        assert len(fetched) == 1


def test_each_village_has_a_few_photos_and_incidents_come_before_the_newest(tmp_path: Path):
    with kecamatan(tmp_path) as ctx:
        for number in range(1, 7):
            at = datetime(2026, 11, number, 20, 0, tzinfo=WITA)
            kind = "kejadian" if number == 1 else "kegiatan"
            bring(ctx, number, mulai=at, kind=kind, photos=[(photo(number), False)])
        few = _read(ctx).rekap.photos
        assert [one.mulai[8:10] for one in few] == ["01", "04", "05", "06"]
        every = rekap.read(ctx, KASI, Which("2026-11", None, PhotoChoice(2, None))).rekap.photos
        assert len(every) == 6
        assert not rekap.read(ctx, KASI, Which("2026-11", None, PhotoChoice(0))).rekap.photos


def test_only_coachings_that_took_place_are_in_table_c(tmp_path: Path):
    with kecamatan(tmp_path) as ctx:
        at = datetime(2026, 11, 20, 9, 0, tzinfo=WITA)
        done, planned = StatusPembinaan.SELESAI, StatusPembinaan.DIRENCANAKAN
        for judul, status, when in (
            ("Pompa", done, at), ("Rapat", planned, at),
            ("Lama", done, at.replace(month=10)), ("Batal", StatusPembinaan.DIBATALKAN, at),
        ):  # fmt: skip
            pembinaan.begin(
                ctx, KASI, desa=[LALAYAU, HAMARUNG], bentuk="pelatihan", judul=judul, mulai=when,
                status=status,
            )  # fmt: skip
        found = _read(ctx)
        assert [row.judul for row in found.rekap.pembinaan] == ["Pompa"]
        assert found.planned == 1
        elsewhere = rekap.read(ctx, KASI, Which("2026-11", JUAI.desa[0].kode)).rekap
        assert not elsewhere.pembinaan


def test_the_recap_and_the_board_say_the_same(tmp_path: Path):
    with kecamatan(tmp_path) as ctx:
        at_random(ctx, 7)
        with ctx.database.write() as db:
            month_counts.rebuild(db)
        seen = {one.desa: one for one in board.board(ctx, KASI, "2026-11").villages}
        for row in _read(ctx).rekap.villages:
            assert (row.kegiatan, row.kejadian) == (
                seen[row.desa].kegiatan,
                seen[row.desa].kejadian,
            )


@pytest.mark.parametrize(
    ("periode", "months", "name", "title", "after"),
    [
        ("2026-12", 1, "Desember 2026", "BULAN DESEMBER TAHUN 2026", "2027-01"),
        ("2026-T4", 3, "Triwulan IV 2026", "TRIWULAN IV TAHUN 2026", "2027-T1"),
        ("2026-S1", 6, "Semester I 2026", "SEMESTER I TAHUN 2026", "2026-S2"),
        ("2026", 12, "Tahun 2026", "TAHUN 2026", "2027"),
    ],
)
def test_a_period_has_months_a_name_and_neighbours(
    periode: str, months: int, name: str, title: str, after: str
):
    assert len(periods.months(periode)) == months
    assert (periods.name(periode), periods.title(periode)) == (name, title)
    assert periods.after(periode) == after and periods.before(after) == periode


def test_a_month_lies_in_one_period_of_each_length():
    found = [periods.containing("2026-08", span) for span in Span]
    assert found == ["2026-08", "2026-T3", "2026-S2", "2026"]


@pytest.mark.parametrize("text", ["", "2026-13", "2026-T5", "2026-S3", "26", "2026-1", "x"])
def test_what_is_no_period_is_known_as_none(text: str):
    assert not periods.is_period(text)


def _read(ctx: Context) -> rekap.Reading:
    return rekap.read(ctx, KASI, Which("2026-11"))
