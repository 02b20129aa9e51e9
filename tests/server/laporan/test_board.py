"""The month board: the rules of the states, and what the tables make of them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from server.core import devices
from server.core.permit import NotAllowedError
from server.core.sessions import Account
from server.laporan import board_rules as rules
from server.laporan.board import board, remind, to_contact
from server.laporan.board_rules import Rules, State
from server.laporan.desk.papan import words
from server.laporan.month_board import Board, VillageMonth
from shared.clock import WITA
from shared.laporan import Ditarik
from shared.roles import Permission, Role, can
from tests.cast import HAMARUNG, KASI_TRANTIB, LALAYAU, flood, nihil, patrol
from tests.server.kit import Office, Phone, at_hamarung

KASI = Account("kasi", Role.KASI_TRANTIB, KASI_TRANTIB)
DEFAULT = Rules()


@pytest.mark.parametrize(
    ("laporan", "nihil_", "connected", "late", "state"),
    [
        (1, 0, True, False, State.LAPOR),
        (1, 1, False, True, State.LAPOR),
        (0, 1, False, True, State.NIHIL),
        (0, 0, True, False, State.BELUM),
        (0, 0, True, True, State.TERLAMBAT),
        (0, 0, False, False, State.TERPUTUS),
        (0, 0, False, True, State.TERPUTUS),
    ],
)
def test_a_report_beats_all_and_a_dead_phone_beats_the_deadline(
    laporan: int, nihil_: int, connected: bool, late: bool, state: State
):
    found = rules.state_of(laporan=laporan, nihil=nihil_, connected=connected, late=late)
    assert found is state


def test_the_recap_is_due_on_the_fifth_of_the_next_month():
    assert rules.due_date("2026-11", DEFAULT) == date(2026, 12, 5)
    assert rules.due_date("2026-12", DEFAULT) == date(2027, 1, 5)
    assert rules.due_date("2027-01", Rules(due_day=31)) == date(2027, 2, 28)


@pytest.mark.parametrize(("day", "late"), [(4, 0), (5, 0), (6, 1), (7, 2)])
def test_the_deadlines_own_day_is_not_late(day: int, late: int):
    now = datetime(2026, 12, day, 23, 30, tzinfo=WITA)
    assert rules.days_late("2026-11", now, DEFAULT) == late


@pytest.mark.parametrize(
    ("month", "day", "hand"), [(11, 24, "2026-11"), (12, 7, "2026-11"), (12, 11, "2026-12")]
)
def test_soon_after_the_deadline_the_last_month_is_in_hand(month: int, day: int, hand: str):
    assert rules.month_in_hand(datetime(2026, month, day, tzinfo=WITA), DEFAULT) == hand


def test_months_have_five_weeks_and_a_short_february_four():
    assert [rules.weeks_in(m) for m in ("2026-11", "2026-02", "2028-02")] == [5, 4, 5]


@pytest.mark.anyio
async def test_a_nihil_turns_into_lapor_by_a_later_report(juai: Office, ida: Phone):
    assert _lalayau(juai).state is State.BELUM
    await ida.send(nihil())
    assert _lalayau(juai).state is State.NIHIL and _lalayau(juai).nihil_at == juai.clock.now()
    await ida.send(patrol())
    assert _lalayau(juai).state is State.LAPOR


@pytest.mark.anyio
async def test_a_withdrawn_report_is_in_no_figure(juai: Office, ida: Phone):
    report = patrol()
    await ida.send(report)
    withdrawn = Ditarik("salah desa", "2026-11-24T21:00:00+08:00")
    await ida.send(patrol(report.id, versi=2, ditarik=withdrawn))
    seen = _board(juai)
    assert seen.laporan == 0 and seen.orang == 0 and seen.jenis == ()
    assert _lalayau(juai).state is State.BELUM


@pytest.mark.anyio
async def test_figures_of_the_month_are_those_of_its_reports(juai: Office, ida: Phone):
    await ida.send(patrol(mulai="2026-11-03T20:00:00+08:00", selesai=None))
    await ida.send(flood())
    await ida.send(flood(mulai="2026-11-20T20:00:00+08:00"))  # received four days later
    seen = _board(juai)
    assert (seen.laporan, seen.kejadian, seen.cepat) == (3, 2, 1)
    assert seen.weeks == (1, 0, 1, 1, 0)
    assert seen.jenis == (("BENCANA", 2), ("PATROLI", 1)) and seen.orang == 2
    assert seen.waiting == 3 and seen.complete == 1


@pytest.mark.anyio
async def test_the_running_month_is_compared_with_as_many_weeks_of_the_last(
    juai: Office, ida: Phone
):
    for day in (2, 9, 27, 30):
        await ida.send(patrol(mulai=f"2026-10-{day:02d}T20:00:00+08:00", selesai=None))
    assert _lalayau(juai).before == 3  # on the 24th the fourth week runs; 30 October is later
    juai.clock.move(days=20)
    assert _board(juai, "2026-11").before == 4


@pytest.mark.anyio
async def test_a_phone_that_was_silent_for_fourteen_days_is_not_connected(juai: Office, ida: Phone):
    await ida.sync()
    juai.clock.move(days=14)
    assert _village(_board(juai, "2026-12"), LALAYAU).state is State.BELUM
    juai.clock.move(minutes=1)
    assert _village(_board(juai, "2026-12"), LALAYAU).state is State.TERPUTUS


@pytest.mark.anyio
async def test_a_revoked_phone_is_none_and_a_code_waits_to_be_used(juai: Office, ida: Phone):
    devices.revoke(juai.ctx, ida.device_id, KASI_TRANTIB)
    assert not _lalayau(juai).has_phone and not _lalayau(juai).has_code
    juai.code()
    assert _lalayau(juai).has_code and _lalayau(juai).state is State.TERPUTUS


@pytest.mark.anyio
async def test_before_the_first_phone_nothing_was_used_and_no_month_comes_from_tomorrow(
    juai: Office, ida: Phone
):
    assert not _board(juai, "2026-10").is_used and _board(juai).is_used
    assert _board(juai, "2027-05").bulan == "2026-11"


@pytest.mark.anyio
async def test_a_report_of_the_night_before_the_first_phone_is_on_the_board_and_late_is_nobody(
    juai: Office,
):
    """The first phone of all is activated on the 1st and tells of the night of the 30th."""
    juai.clock.at = datetime(2026, 12, 1, 9, 0, tzinfo=WITA)
    ida = await juai.phone()
    assert _board(juai).bulan == "2026-12"
    started = "2026-11-30T20:00:00+08:00"
    await ida.send(patrol(mulai=started, selesai=None, ditulis="2026-12-01T09:00:00+08:00"))
    assert (_board(juai).bulan, _board(juai).is_used) == ("2026-11", True)
    assert _lalayau(juai).state is State.LAPOR
    juai.clock.at = datetime(2026, 12, 7, 9, 0, tzinfo=WITA)
    await juai.phone(HAMARUNG)
    seen = _board(juai)
    assert (seen.bulan, seen.days_late) == ("2026-11", 0)
    assert _village(seen, HAMARUNG).state is State.BELUM
    assert HAMARUNG not in [one.desa for one in to_contact(juai.ctx)]
    juai.clock.at = datetime(2027, 1, 6, 9, 0, tzinfo=WITA)
    await ida.sync()
    assert (_board(juai).bulan, _lalayau(juai).state) == ("2026-12", State.TERLAMBAT)


@pytest.mark.anyio
async def test_a_nihil_of_before_the_first_phone_is_on_the_board(juai: Office):
    juai.clock.at = datetime(2026, 12, 1, 9, 0, tzinfo=WITA)
    await (await juai.phone()).send(nihil(periode="2026-11"))
    assert (_board(juai).bulan, _board(juai).is_used) == ("2026-11", True)


@pytest.mark.anyio
async def test_a_reminder_is_seen_by_the_others(juai: Office, ida: Phone):
    remind(juai.ctx, KASI, HAMARUNG, "2026-11")
    assert _village(_board(juai), HAMARUNG).reminded == juai.clock.now()
    assert _lalayau(juai).reminded is None


@pytest.mark.anyio
@pytest.mark.parametrize("role", [role for role in Role if can(role, Permission.READ_LAPORAN)])
async def test_only_who_may_speak_for_the_kecamatan_reminds(juai: Office, role: Role):
    account = Account("x", role, "Staf (contoh)")
    assert len(board(juai.ctx, account).villages) == 21
    if can(role, Permission.ANNOUNCE):
        remind(juai.ctx, account, LALAYAU, "2026-11")
    else:
        with pytest.raises(NotAllowedError):
            remind(juai.ctx, account, LALAYAU, "2026-11")


@pytest.mark.anyio
async def test_late_villages_come_before_those_without_a_phone(juai: Office, ida: Phone):
    rudi = await juai.phone(HAMARUNG)
    await rudi.send(at_hamarung(nihil()))
    juai.clock.move(days=13)
    await ida.sync()
    found = [village.desa for village in _board(juai, "2026-11").to_contact]
    assert found[0] == LALAYAU and HAMARUNG not in found and len(found) == 20


def _board(juai: Office, bulan: str | None = None) -> Board:
    return board(juai.ctx, KASI, bulan)


def _village(seen: Board, desa: str) -> VillageMonth:
    return next(village for village in seen.villages if village.desa == desa)


def _lalayau(juai: Office) -> VillageMonth:
    return _village(_board(juai), LALAYAU)


@pytest.mark.anyio
async def test_a_village_that_reports_with_a_silent_phone_is_to_be_contacted(
    juai: Office, ida: Phone
):
    await ida.send(patrol())
    assert LALAYAU not in [village.desa for village in _board(juai).to_contact]
    juai.clock.move(days=15)
    seen = _board(juai, "2026-11")
    found = seen.to_contact
    assert found[-1].desa == LALAYAU
    assert (found[-1].state, found[-1].connected) == (State.LAPOR, False)
    assert "Sudah lapor, HP terakhir" in words.why(found[-1], seen)
