"""What the kabupaten is told of a kecamatan is what its own board says, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from server.core import devices
from server.core.context import Context
from server.core.sessions import Account
from server.kabupaten import overview
from server.kabupaten.overview import Month, Silence
from server.laporan import board, review
from server.laporan.month_board import Board
from shared.clock import format_time
from shared.laporan import Ditarik, Lokasi
from shared.roles import Role
from tests.bench.board import filled
from tests.cast import HAMARUNG, KASI_TRANTIB, LALAYAU, flood, nihil, patrol
from tests.server.kit import Office, Phone, at_hamarung

pytestmark = pytest.mark.anyio

POL_PP = Account("polpp", Role.KABUPATEN, "Satpol PP (contoh)")
KASI = Account("kasi", Role.KASI_TRANTIB, KASI_TRANTIB)
BULAN = "2026-11"


def told(juai: Office) -> Month:
    [found] = overview.months([juai.ctx], POL_PP, BULAN)
    return found


def agree(month: Month, own: Board) -> bool:
    """Village by village, and in what the month holds."""
    lines = [(one.kegiatan, one.kejadian, one.silence is None) for one in month.villages]
    held = (dict(month.jenis), month.cepat, month.orang)
    return lines == [
        (one.kegiatan, one.kejadian, bool(one.laporan or one.nihil_at)) for one in own.villages
    ] and held == (dict(own.jenis), own.cepat, own.orang)


async def test_each_deed_is_seen_at_once_as_the_own_board_sees_it(juai: Office, ida: Phone) -> None:
    rudi = await juai.phone(HAMARUNG)
    one, two = patrol(), flood()
    taken_back = Ditarik("Salah kirim", "2026-11-24T21:00:00+08:00")
    deeds = (
        lambda: ida.send(one),
        lambda: ida.send(two),
        lambda: rudi.send(at_hamarung(nihil(periode=BULAN))),
        lambda: ida.send(replace(one, versi=2, ditarik=taken_back)),
    )
    seen: list[tuple[int, int, int]] = []
    for deed in deeds:
        await deed()
        month = told(juai)
        assert agree(month, board.board(juai.ctx, KASI, BULAN))
        seen.append((month.kegiatan, month.kejadian, month.answered))
    assert seen == [(1, 0, 1), (1, 1, 1), (1, 1, 2), (0, 1, 2)]


async def test_what_is_still_to_come_counts_once_somebody_has_verified_it(
    juai: Office, ida: Phone
) -> None:
    start = juai.clock.now() + timedelta(days=2)
    report = patrol(mulai=format_time(start), selesai=None)
    await ida.send(report)
    assert (told(juai).kegiatan, told(juai).silences[Silence.DIAM]) == (0, 1)
    review.verify(juai.ctx, report.id, 1, KASI_TRANTIB)
    assert (told(juai).kegiatan, told(juai).silences.get(Silence.DIAM)) == (1, None)
    assert agree(told(juai), board.board(juai.ctx, KASI, BULAN))


async def test_a_village_is_in_contact_by_any_of_its_phones_that_may_send(
    juai: Office, ida: Phone
) -> None:
    await ida.sync()
    juai.clock.move(days=20)
    assert told(juai).silences[Silence.TERPUTUS] == 1
    other = await juai.phone(LALAYAU)
    assert told(juai).silences[Silence.DIAM] == 1
    devices.revoke(juai.ctx, other.device_id, "operator")
    assert told(juai).silences[Silence.TERPUTUS] == 1


async def test_of_many_incidents_the_newest_are_shown_and_all_are_counted(
    juai: Office, ida: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overview, "MOST_INCIDENTS", 2)
    days = ("12", "20", "15")
    for day in days:
        at = f"2026-11-{day}T03:00:00+08:00"
        await ida.send(flood(mulai=at, selesai=None, lokasi=Lokasi(-2.23456, 115.61234)))
    month = told(juai)
    assert month.kejadian == 3
    assert [one.mulai.day for one in month.incidents] == [20, 15]
    assert month.incidents[0][:2] == ("Lalayau", "BENCANA")
    assert month.incidents[0][3:] == (-2.235, 115.612)


@pytest.mark.sqlite
def test_the_work_for_a_month_does_not_grow_with_the_years(tmp_path: Path) -> None:
    with filled(tmp_path / "new", 120, 1) as new, filled(tmp_path / "old", 2400, 20) as old:
        assert work(old) < 1.5 * work(new)


def work(ctx: Context) -> int:
    """Steps of SQLite's machine, by tens, for one month; when its statements are ready."""
    steps: list[None] = []
    overview.months([ctx], POL_PP, "2026-06")

    def count(driver: object, *_: object) -> None:
        driver.set_progress_handler(lambda: steps.append(None), 10)  # pyright: ignore

    event.listen(ctx.database.engine, "checkout", count)
    [month] = overview.months([ctx], POL_PP, "2026-06")
    assert month.kegiatan
    return len(steps)
