"""Every measure is what a plain count of what really happened gives, also of nothing at all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from server.inovasi import innovation
from server.inovasi.innovation import measured, one_measure
from server.inovasi.innovation_compare import pairs
from server.inovasi.measure_scope import Scope, observe, of_month
from server.inovasi.measures import MEASURES, figures
from server.inovasi.rows import measure_rows
from shared.clock import WITA, parse_time
from shared.laporan import Kind
from tests.cast import JUAI, patrol
from tests.server.inovasi.kit import KASI, START, VILLAGES, Entry, Story, kecamatan

UNTIL = START + timedelta(days=62)


@dataclass(frozen=True)
class Count:
    """A second implementation: loops over the ledger, no table and no code of the measures."""

    story: Story
    since: date
    until: date
    desa: tuple[str, ...]

    def counted(self) -> list[Entry]:
        return [entry for entry in self.story.ledger if self._counts(entry)]

    def done(self) -> list[Entry]:
        return [entry for entry in self.counted() if entry.laporan.kind != Kind.NIHIL]

    def first_use(self) -> date:
        """The first report of a phone that is not for practice: it was activated just then."""
        mine = [entry.received for entry in self.story.ledger if not entry.training]
        return min(mine).astimezone(WITA).date()

    def _counts(self, entry: Entry) -> bool:
        if entry.status == "ditarik" or entry.training or entry.laporan.desa not in self.desa:
            return False
        if entry.laporan.kind == Kind.NIHIL:
            assert entry.laporan.periode
            return f"{self.since:%Y-%m}" <= entry.laporan.periode <= f"{self.until:%Y-%m}"
        return self.since <= begun(entry).astimezone(WITA).date() <= self.until


def begun(entry: Entry) -> datetime:
    assert entry.laporan.mulai
    return parse_time(entry.laporan.mulai)


def percent(part: int, whole: int) -> float | None:
    return None if whole == 0 else part / whole * 100


def middle(spans: list[timedelta]) -> float | None:
    hours = sorted(span / timedelta(hours=1) for span in spans)
    if not hours:
        return None
    half = len(hours) // 2
    return hours[half] if len(hours) % 2 else (hours[half - 1] + hours[half]) / 2


def plainly(count: Count, today: date) -> dict[str, float | None]:
    every, done = count.counted(), count.done()
    days: Counter[str] = Counter()
    first = count.first_use()
    day = since = max(count.since, first)
    while day <= min(count.until, today):
        days[f"{day:%Y-%m}"] += 1
        day += timedelta(days=1)
    months = [month for month, number in days.items() if number >= 7]
    month_pairs = {
        (e.laporan.periode or f"{begun(e).astimezone(WITA):%Y-%m}", e.laporan.desa) for e in every
    }
    passed = (min(count.until, today) - since).days + 1
    since_then = [e for e in done if begun(e).astimezone(WITA).date() >= since]
    notes = [read for e in every for read in e.notes]
    named = set()
    for entry in every:
        named |= {" ".join(name.split()).lower() for name in entry.laporan.pihak_lain}
    people = {(e.laporan.desa, " ".join(e.laporan.pelapor.nama.lower().split())) for e in every}
    timely = [e for e in done if (e.received - begun(e)).total_seconds() <= 86_400]
    verified = [e for e in done if e.status == "diverifikasi" and e.status_at]
    return {
        "desa_aktif": percent(len({e.laporan.desa for e in every}), len(count.desa)),
        "desa_per_bulan": len([p for p in month_pairs if p[0] in months]) / len(months)
        if months
        else None,
        "laporan_per_desa": len(since_then) / len(count.desa) / passed * 30 if passed > 0 else None,
        "tepat_waktu": percent(len(timely), len(done)),
        "berfoto": percent(len([e for e in done if e.laporan.foto]), len(done)),
        "berlokasi": percent(len([e for e in done if e.laporan.lokasi]), len(done)),
        "jam_terima": middle([e.received - begun(e) for e in done]),
        "jam_jawab": middle([e.answered - begun(e) for e in done if e.answered]),
        "jam_verifikasi": middle([e.status_at - begun(e) for e in verified if e.status_at]),
        "dikembalikan": percent(len([e for e in done if e.returned]), len(done)),
        "dibaca": percent(notes.count(True), len(notes)),
        "pelapor": len(people),
        "mitra": len(named),
    }


def read(story: Story, scope: Scope) -> dict[str, float | None]:
    with story.ctx.database.read() as db:
        seen = observe(JUAI, db, scope, story.clock.now())
    return {kode: figure.value for kode, figure in figures(seen).items()}


SCOPES = [
    Scope(date(2026, 9, 1), date(2026, 9, 30)),
    Scope(date(2026, 9, 8), date(2026, 11, 2)),
    Scope(date(2026, 9, 8), date(2026, 10, 20), tuple(VILLAGES[:3])),
    Scope(date(2026, 1, 1), date(2026, 12, 31)),
]


@pytest.mark.parametrize("seed", range(2))
def test_after_any_history_each_measure_is_that_of_a_plain_count(tmp_path: Path, seed: int):
    dice = Random(seed)
    with kecamatan(tmp_path, START) as story:
        training = dice.choice(VILLAGES[:6])
        story.training.add(training)
        innovation.mark_training(story.ctx, KASI, story.phone(training).id, on=True)
        while story.clock.now() < UNTIL:
            story.something_happens(dice)
        assert any(entry.training for entry in story.ledger)
        assert {entry.status for entry in story.ledger} >= {"ditarik", "diverifikasi"}
        for scope in SCOPES:
            count = Count(story, scope.since, scope.until, scope.desa or JUAI.codes)
            expected = plainly(count, story.clock.now().astimezone(WITA).date())
            found = read(story, scope)
            assert {kode: found[kode] for kode in expected} == pytest.approx(expected), scope


def test_a_narrowed_time_counts_as_if_it_had_been_asked_for(tmp_path: Path):
    dice = Random(7)
    with kecamatan(tmp_path, START) as story:
        for _ in range(70):
            story.something_happens(dice)
        with story.ctx.database.read() as db:
            year = observe(JUAI, db, Scope(date(2026, 1, 1), date(2026, 12, 31)), story.clock.now())
            for bulan in ("2026-09", "2026-10"):
                month = observe(JUAI, db, of_month(bulan), story.clock.now())
                assert figures(year.within(of_month(bulan))) == figures(month)


def test_of_nothing_no_measure_has_a_share_or_a_median(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        found = read(story, of_month("2026-11"))
        zero = {kode for kode, value in found.items() if value is not None}
        assert zero == {"pembinaan", "peserta", "pelapor", "mitra"}
        assert {found[kode] for kode in zero} == {0}
        future = read(story, of_month("2027-03"))
        assert future["laporan_per_desa"] is None and future["desa_per_bulan"] is None


def test_months_before_the_first_activation_are_not_counted_as_empty(tmp_path: Path):
    """Nine of 21 villages by hand, twelve with the app since October: better, not a quarter."""
    with kecamatan(tmp_path, datetime(2026, 10, 1, 9, tzinfo=WITA)) as story:
        for bulan in (10, 11):
            for desa in VILLAGES[:12]:
                start = f"2026-{bulan}-10T20:00:00+08:00"
                story.clock.at = datetime(2026, bulan, 11, 9, tzinfo=WITA)
                story.send(patrol(desa=desa, mulai=start, selesai=None, ditulis=start))
        year = measured(story.ctx, KASI, "2026")
        assert year.figures["desa_per_bulan"].value == 12
        (share, *_) = pairs(JUAI, {"dulu.desa_melapor": 9}, year.figures)
        assert share.better is True
        assert [bulan for bulan, _ in year.months] == ["2026-10", "2026-11"]


def test_before_anything_was_in_use_a_measure_has_no_value_rather_than_a_zero(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        story.phone(VILLAGES[0])
        before, since = read(story, of_month("2026-10")), read(story, of_month("2026-11"))
        assert before["desa_aktif"] is None and since["desa_aktif"] == 0
        # Of the first day of use no month can be told.
        assert since["laporan_per_desa"] is None
        story.clock.move(days=6)
        assert read(story, of_month("2026-11"))["laporan_per_desa"] == 0


def test_a_practice_phone_does_not_begin_the_time_of_use(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        phone = story.phone(VILLAGES[0])
        innovation.mark_training(story.ctx, KASI, phone.id, on=True)
        assert read(story, of_month("2026-11"))["desa_aktif"] is None


def test_a_running_month_is_told_to_be_partial_and_counts_the_days_that_have_passed(
    tmp_path: Path,
):
    scope = of_month("2026-11")
    assert scope.is_partial(date(2026, 11, 30)) and not scope.is_partial(date(2026, 12, 1))
    assert (scope.passed(date(2026, 11, 24)), scope.days) == (24, 30)
    assert scope.passed(date(2026, 10, 1)) == 0


def test_coachings_count_those_who_came_from_the_villages_asked_about(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        story.coach("pelatihan", *VILLAGES[:2], people=5)
        story.coach("rapat", VILLAGES[9], people=2)
        month = of_month("2026-11")
        assert read(story, month)["pembinaan"] == 2 and read(story, month)["peserta"] == 7
        first = Scope(month.since, month.until, (VILLAGES[0],))
        assert read(story, first)["pembinaan"] == 1 and read(story, first)["peserta"] == 3


def test_phones_in_touch_are_those_that_spoke_since_the_time_began(tmp_path: Path):
    with kecamatan(tmp_path, START) as story:
        for desa in VILLAGES[:4]:
            story.phone(desa)
        story.clock.move(days=35)
        story.something_happens(Random(1))
        spoke = 1 if story.ledger[0].laporan.desa in VILLAGES[:4] else 0
        every = 4 if spoke else 5
        with story.ctx.database.read() as db:
            seen = observe(JUAI, db, of_month("2026-10"), story.clock.now())
        figure = figures(seen)["hp_terhubung"]
        assert (figure.top, figure.of) == (1, every)


def test_each_measure_names_a_query_and_shows_the_reports_behind_its_figure(tmp_path: Path):
    dice = Random(3)
    with kecamatan(tmp_path, START) as story:
        for _ in range(40):
            story.something_happens(dice)
        known = {entry.laporan.id for entry in story.ledger if entry.status != "ditarik"}
        for measure in MEASURES:
            assert callable(getattr(measure_rows, measure.source))
            found = one_measure(story.ctx, KASI, measure.kode, "2026-09")
            assert found is not None
            idents = [row["id"] for row in (*found.behind.counted, *found.behind.others)]
            assert len(idents) == len(set(idents)) and set(idents) <= known
            if measure.kode in ("tepat_waktu", "berfoto", "berlokasi", "dikembalikan"):
                assert (len(found.behind.counted), len(idents)) == (
                    found.figure.top, found.figure.of,
                )  # fmt: skip


def test_the_months_of_a_year_come_with_their_figures(tmp_path: Path):
    with kecamatan(tmp_path) as story:
        story.something_happens(Random(2))
        found = measured(story.ctx, KASI, "2026")
        assert found.months[-1][0] == "2026-11"
        # Before the first activation, in November, there was nothing to measure.
        assert found.months[0][0] == "2026-11"
