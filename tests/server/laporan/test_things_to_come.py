"""What was still to come when it was received counts nowhere until it was verified or mended."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import text

from server.core.db import migrate
from server.core.sessions import Account
from server.inovasi.measure_scope import Observed, observe, of_month
from server.inovasi.measures import figures
from server.laporan import board, board_rules, review
from server.laporan.rows import month_counts
from server.rekap import rekap
from server.rekap.rekap import Which
from shared.clock import format_time
from shared.laporan import Ditarik, Laporan
from shared.roles import Role
from tests.cast import HAMARUNG, JUAI, KASI_TRANTIB, LALAYAU, flood, nihil, patrol
from tests.server.desk.window import read, window
from tests.server.kit import Office, Phone, at_hamarung

pytestmark = pytest.mark.anyio

KASI = Account("kasi", Role.KASI_TRANTIB, KASI_TRANTIB)


def ahead(juai: Office, **changes: Any) -> Laporan:
    """A patrol that begins in two days, and would be quick if anybody believed it."""
    start = juai.clock.now() + timedelta(days=2)
    return patrol(mulai=format_time(start), selesai=None, **changes)


def counted(juai: Office) -> tuple[int, int, float | None]:
    """On the board, in the recap, and how many of a hundred were quick."""
    seen = board.board(juai.ctx, KASI, "2026-11")
    paper = rekap.read(juai.ctx, KASI, Which("2026-11")).rekap
    quick = figures(observed(juai))["tepat_waktu"]
    with juai.ctx.database.read() as db:
        assert month_counts.is_right(db)
    return seen.laporan, paper.total.kegiatan + paper.total.kejadian, quick.value


def observed(juai: Office) -> Observed:
    with juai.ctx.database.read() as db:
        return observe(JUAI, db, of_month("2026-11"), juai.clock.now())


async def test_nothing_counts_it_before_a_person_has_looked(juai: Office, ida: Phone) -> None:
    await ida.send(ahead(juai))
    assert counted(juai) == (0, 0, None)
    seen = board.board(juai.ctx, KASI, "2026-11")
    village = next(one for one in seen.villages if one.desa == LALAYAU)
    assert village.state is not board_rules.State.LAPOR
    assert (seen.orang, seen.jenis, seen.points) == (0, (), ())
    assert seen.waiting == 1, "it is asked to be looked at"
    assert rekap.read(juai.ctx, KASI, Which("2026-11")).waiting == 1


async def test_once_verified_it_counts(juai: Office, ida: Phone) -> None:
    report = ahead(juai)
    await ida.send(report)
    review.verify(juai.ctx, report.id, 1, KASI_TRANTIB)
    assert counted(juai) == (1, 1, 100.0)
    review.reopen(juai.ctx, report.id, 1, KASI_TRANTIB)
    assert counted(juai) == (0, 0, None)


async def test_once_mended_it_counts(juai: Office, ida: Phone) -> None:
    report = ahead(juai)
    await ida.send(report)
    now = format_time(juai.clock.now() - timedelta(hours=2))
    await ida.send(replace(report, versi=2, mulai=now))
    assert counted(juai) == (1, 1, 100.0)


async def test_a_report_that_is_mended_into_the_future_counts_no_longer(
    juai: Office, ida: Phone
) -> None:
    report = patrol()
    await ida.send(report)
    assert counted(juai)[:2] == (1, 1)
    later = format_time(juai.clock.now() + timedelta(days=3))
    await ida.send(replace(report, versi=2, mulai=later, selesai=None))
    assert counted(juai) == (0, 0, None)


async def test_a_kejadian_and_a_nihil_to_come_are_no_exception(juai: Office, ida: Phone) -> None:
    start = format_time(juai.clock.now() + timedelta(hours=5))
    await ida.send(flood(mulai=start, kejadian=replace(flood().kejadian, waktu=start)))  # pyright: ignore
    await ida.send(nihil(periode="2026-12"))
    assert counted(juai) == (0, 0, None)
    paper = rekap.read(juai.ctx, KASI, Which("2026-12")).rekap
    assert all(row.nihil == () and row.in_time == 0 for row in paper.villages)


async def test_a_quarter_of_an_hour_is_no_more_than_a_clock(juai: Office, ida: Phone) -> None:
    start = juai.clock.now() + timedelta(minutes=15)
    await ida.send(patrol(mulai=format_time(start), selesai=None))
    assert counted(juai) == (1, 1, 100.0)


async def test_the_desk_says_so_in_the_list_on_the_report_and_in_the_review(
    juai: Office, ida: Phone
) -> None:
    report = ahead(juai)
    await ida.send(report)
    async with window(juai, "/laporan") as seen:
        await read(seen)
        assert seen.has("Waktu belum tiba")
    for page in (f"/laporan/{report.id}", f"/periksa/{report.id}"):
        async with window(juai, page) as seen:
            await read(seen)
            assert seen.has("Waktunya belum tiba saat diterima"), page
            assert seen.has("Belum ikut dihitung sampai diverifikasi"), page


async def test_a_report_like_another_is_marked_with_its_receipt(juai: Office, ida: Phone) -> None:
    first, again = patrol(), patrol(mulai="2026-11-24T21:00:00+08:00")
    resi = (await ida.send(first))["resi"]
    await ida.send(again)
    await ida.send(patrol(jenis="JAGA_POS"))
    rudi = await juai.phone(HAMARUNG)
    await rudi.send(at_hamarung(patrol()))
    for page in (f"/laporan/{again.id}", f"/periksa/{again.id}"):
        async with window(juai, page) as seen:
            await read(seen)
            assert seen.has("Mirip dengan laporan lain"), page
            assert seen.has(f"bertepatan: {resi} ("), page
    await ida.send(replace(first, versi=2, ditarik=Ditarik("dobel", "2026-11-24T22:00:00+08:00")))
    async with window(juai, f"/laporan/{again.id}") as seen:
        await read(seen)
        assert not seen.has("Mirip dengan laporan lain")


async def test_an_older_database_learns_which_were_still_to_come(juai: Office, ida: Phone) -> None:
    """The migration counts as the server does: from what was sent, with rules of its own."""
    await ida.send(ahead(juai, jumlah_personel=4))
    await ida.send(patrol())
    await ida.send(flood())
    with juai.ctx.database.write() as db:
        before = db.execute(text("SELECT id, selesai, belum_tiba FROM laporan ORDER BY id")).all()
        db.execute(text("UPDATE laporan SET selesai = NULL, belum_tiba = 0"))
        month_counts.rebuild(db)
        frozen = ScriptDirectory(str(migrate.FOLDER)).get_revision("0014").module
        frozen.read_ends(db)
        frozen.set_aside(db)
        frozen.count_quick_ones(db)
        after = db.execute(text("SELECT id, selesai, belum_tiba FROM laporan ORDER BY id")).all()
        assert [tuple(row) for row in after] == [tuple(row) for row in before]
        assert sum(row.belum_tiba for row in after) == 1
        assert month_counts.is_right(db)
