"""The figures kept of each month are those that counting all the reports would give."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import select, update

from server.core import devices
from server.core.config import Settings
from server.core.context import Context, open_context
from server.core.db.tables import laporan as laporan_table
from server.core.db.tables_desk import laporan_personel, month_counts, month_figures
from server.core.devices import Device
from server.core.sync_call import PhoneSays, Sent, SyncCall
from server.hp import activation
from server.laporan import review
from server.laporan.review import ReviewError
from server.laporan.rows import month_counts as tally
from server.rawat import doctor, repair
from server.sinkron.sync import sync
from shared.clock import WITA, FixedClock, format_time
from shared.codec import encode
from shared.laporan import Ditarik, Kind, Laporan, Personel
from tests.cast import (
    BU_IDA,
    EVENING,
    HAMARUNG,
    KASI_TRANTIB,
    LALAYAU,
    PAK_RUDI,
    flood,
    nihil,
    patrol,
)
from tests.server.kit import fresh_database

JENIS = ("PATROLI", "JAGA_POS", "SOSIAL", "SIAGA_BENCANA")
COUNTED = ("diterima", "perlu_perbaikan", "diverifikasi")


@pytest.mark.parametrize("seed", range(6))
def test_after_any_history_the_kept_figures_are_those_of_a_plain_count(tmp_path: Path, seed: int):
    with _kecamatan(tmp_path) as story:
        dice = Random(seed)
        for _ in range(120):
            story.something_happens(dice)
        assert _kept(story.ctx) == _plainly_counted(story.ctx)
        statuses = {key[4] for key in _kept(story.ctx)[0]}
        assert statuses == {*COUNTED, "ditarik"}  # the history was a rich one


def test_counted_anew_they_are_the_same(tmp_path: Path):
    with _kecamatan(tmp_path) as story:
        dice = Random(99)
        for _ in range(60):
            story.something_happens(dice)
        kept = _kept(story.ctx)
        with story.ctx.database.write() as db:
            assert tally.is_right(db)
            tally.rebuild(db)
        assert _kept(story.ctx) == kept


def test_the_doctor_finds_and_mends_figures_that_are_wrong(tmp_path: Path):
    with _kecamatan(tmp_path) as story:
        story.send(patrol())
        with story.ctx.database.write() as db:
            db.execute(update(month_counts), {"jumlah": 7})
        assert "figures_wrong" in [found.code for found in doctor.examine(story.ctx)]
        assert "figures" in [mend.code for mend in repair.repair(story.ctx)]
        assert _kept(story.ctx) == _plainly_counted(story.ctx)
        assert "figures_wrong" not in [found.code for found in doctor.examine(story.ctx)]


def test_who_took_part_is_what_the_version_in_force_says(tmp_path: Path):
    with _kecamatan(tmp_path) as story:
        amat, udin = Personel("Amat (contoh)", "a" * 36), Personel("Udin (contoh)", "u" * 36)
        report = patrol(personel=(amat, udin, Personel("Tamu (contoh)")), jumlah_personel=5)
        story.send(report)
        assert _took_part(story.ctx) == {"a" * 36, "u" * 36}
        story.send(replace(report, versi=2, personel=(udin,), jumlah_personel=1))
        assert _took_part(story.ctx) == {"u" * 36}
        with story.ctx.database.read() as db:
            assert db.execute(select(laporan_table.c.jumlah_personel)).scalar_one() == 1


def test_an_older_database_is_read_from_its_messages(tmp_path: Path):
    with _kecamatan(tmp_path) as story:
        story.send(patrol(personel=(Personel("Amat (contoh)", "a" * 36),), jumlah_personel=3))
        with story.ctx.database.write() as db:
            db.execute(laporan_personel.delete())
            db.execute(update(laporan_table), {"jumlah_personel": 0})
            tally.read_messages(db)
            tally.rebuild(db)
        assert _took_part(story.ctx) == {"a" * 36}
        assert _kept(story.ctx) == _plainly_counted(story.ctx)
        assert ("2026-11", LALAYAU, tally.ORANG) in _kept(story.ctx)[1]


class _Story:
    """Two villages and an officer, to whom things happen."""

    def __init__(self, ctx: Context, clock: FixedClock) -> None:
        self.ctx = ctx
        self.clock = clock
        self.phones = {desa: _phone(ctx, desa) for desa in (LALAYAU, HAMARUNG)}
        self.sent: list[Laporan] = []

    def something_happens(self, dice: Random) -> None:
        self.clock.move(hours=dice.randint(1, 30))
        deed = dice.choice((self._new, self._new, self._mend, self._withdraw, self._decide))
        deed(dice)

    def send(self, report: Laporan) -> str:
        message = encode(report)
        sent = Sent(message, json.dumps(message))
        says = PhoneSays(time=self.clock.now(), app_version="1.0.0", queued=0, free_mb=100)
        answer = sync(self.ctx, self.phones[report.desa], SyncCall(laporan=(sent,), device=says))
        return answer.results[0].state

    def _new(self, dice: Random) -> None:
        report = _any_report(dice, self.clock)
        if self.send(report) == "accepted":
            self.sent.append(report)

    def _mend(self, dice: Random) -> None:
        """Another version, perhaps of another month, kind, jenis."""
        if self.sent:
            index = dice.randrange(len(self.sent))
            old = self.sent[index]
            new = replace(_any_report(dice, self.clock, old.desa), id=old.id, versi=old.versi + 1)
            if self.send(new) == "accepted":
                self.sent[index] = new

    def _withdraw(self, dice: Random) -> None:
        if self.sent:
            index = dice.randrange(len(self.sent))
            gone = Ditarik("keliru", format_time(self.clock.now()))
            new = replace(self.sent[index], versi=self.sent[index].versi + 1, ditarik=gone)
            if self.send(new) == "accepted":
                self.sent[index] = new

    def _decide(self, dice: Random) -> None:
        if not self.sent:
            return
        report = dice.choice(self.sent)
        try:
            _review(self.ctx, dice, report)
        except ReviewError:
            return  # in its state that cannot be done


def _review(ctx: Context, dice: Random, report: Laporan) -> None:
    match dice.randrange(3):
        case 0:
            review.verify(ctx, report.id, report.versi, KASI_TRANTIB)
        case 1:
            notes = [review.Note("Tambah uraian", "uraian")]
            review.give_back(ctx, report.id, report.versi, notes, KASI_TRANTIB)
        case _:
            review.reopen(ctx, report.id, report.versi, KASI_TRANTIB)


def _any_report(dice: Random, clock: FixedClock, desa: str | None = None) -> Laporan:
    desa = desa or dice.choice((LALAYAU, HAMARUNG))
    who = PAK_RUDI if desa == HAMARUNG else BU_IDA
    # An evening of one month in WITA may be of another one in UTC.
    start = clock.now() - timedelta(hours=dice.randint(1, 24 * 40))
    when: dict[str, Any] = {"mulai": format_time(start), "ditulis": format_time(clock.now())}
    match dice.randrange(5):
        case 0:
            made = replace(nihil(periode=f"{start.astimezone(WITA):%Y-%m}"))
        case 1:
            near = clock.now() - timedelta(hours=dice.randint(1, 48))
            made = flood(**{**when, "mulai": format_time(near)})
        case _:
            people = {**when, "jumlah_personel": dice.randint(2, 9)}
            made = patrol(**people, selesai=None, jenis=dice.choice(JENIS))
    return replace(made, desa=desa, pelapor=who)


@contextmanager
def _kecamatan(folder: Path) -> Iterator[_Story]:
    data = folder / "data"
    data.mkdir(mode=0o700)
    (data / "sinar.db").write_bytes(fresh_database())
    clock = FixedClock(EVENING)
    with open_context(Settings(data), clock) as ctx:
        yield _Story(ctx, clock)


def _phone(ctx: Context, desa: str) -> Device:
    code = activation.new_code(ctx, desa, "Ida (contoh)", "Kasi")
    given = activation.activate(ctx, code, "HP (contoh)", "1.0.0", "127.0.0.1")
    phone = devices.by_token(ctx, given.token)
    assert phone
    return phone


def _kept(ctx: Context) -> tuple[dict[Any, int], dict[Any, int]]:
    with ctx.database.read() as db:
        counts = [tuple(row) for row in db.execute(select(month_counts))]
        figures = [tuple(row) for row in db.execute(select(month_figures))]
    assert all(row[-1] >= 0 for row in counts + figures)
    return (
        {row[:5]: row[5] for row in counts if row[5]},
        {row[:3]: row[3] for row in figures if row[3]},
    )


def _plainly_counted(ctx: Context) -> tuple[dict[Any, int], dict[Any, int]]:
    """Written without the code under test, from what was sent."""
    with ctx.database.read() as db:
        rows = [dict(row) for row in db.execute(select(laporan_table)).mappings()]
    counts: Counter[Any] = Counter()
    figures: Counter[Any] = Counter()
    for row in rows:
        day = row["mulai"].astimezone(WITA)
        week = (
            0 if row["kind"] == Kind.NIHIL else {0: 1, 1: 2, 2: 3, 3: 4, 4: 5}[(day.day - 1) // 7]
        )
        counts[row["bulan"], row["desa"], week, row["kind"], row["status"]] += 1
        if row["status"] not in COUNTED:
            continue
        if row["jenis"]:
            figures[row["bulan"], row["desa"], f"jenis {row['jenis']}"] += 1
        if row["jumlah_personel"]:
            figures[row["bulan"], row["desa"], "orang"] += row["jumlah_personel"]
        if row["kind"] == "kejadian" and row["received_at"] <= row["mulai"] + timedelta(hours=24):
            figures[row["bulan"], row["desa"], "cepat"] += 1
    return dict(counts), dict(figures)


def _took_part(ctx: Context) -> set[str]:
    with ctx.database.read() as db:
        return set(db.execute(select(laporan_personel.c.anggota)).scalars())
