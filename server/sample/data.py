"""Three months of reports of 21 villages, made from a seed.

A day's reports depend on the seed, the village and the date alone: tomorrow's sample is today's
with one day more. Only the news of Lalayau is always new: see `_news`.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from server.sample import recipes
from server.sample.recipes import Incident, Recipe
from server.sample.reports import Decision, SamplePhoto, SampleReport, strip
from server.sample.villages import Village, villages
from shared.clock import WITA, format_time, parse_time
from shared.laporan import (
    Kind,
    Laporan,
    Lokasi,
    Personel,
    RincianKejadian,
    Sumber,
)
from shared.wilayah import Wilayah

SEED = 2026
DAYS = 90
INCIDENTS_A_MONTH = 0.16
NEWS_AT = "63.11.01.2013"


def sample_reports(
    wilayah: Wilayah, now: datetime, seed: int = SEED, days: int = DAYS
) -> list[SampleReport]:
    """All reports that had arrived by `now`, in the order of their arrival."""
    made = [
        report
        for village in villages(wilayah, seed)
        for report in _of_village(village, now, seed, days)
    ]
    arrived = [report for report in made if report.received <= now]
    return sorted(arrived, key=lambda report: report.received)


def _of_village(village: Village, now: datetime, seed: int, days: int) -> Iterator[SampleReport]:
    if not village.has_phone:
        return
    today = now.astimezone(WITA).date()
    for age in range(days, village.silent_for_days - 1, -1):
        day = today - timedelta(days=age)
        dice = Random(f"{seed} {village.desa.kode} {day}")
        author = _Author(village, dice, now)
        if dice.random() < village.pace / 30:
            yield author.kegiatan(day)
        if dice.random() < INCIDENTS_A_MONTH / 30 * (1 + len(village.dangers)):
            yield author.kejadian(day)
        if village.pace == 0 and day.day == 28:
            yield author.nihil(day)
    if village.desa.kode == NEWS_AT:
        yield from _news(village, now, seed)


def _news(village: Village, now: datetime, seed: int) -> Iterator[SampleReport]:
    """What every demonstration wants to show: an incident that waits, a report that came back."""
    author = _Author(village, Random(f"{seed} news"), now, least_photos=2)
    today = now.astimezone(WITA).date()
    yield replace(author.kejadian(today - timedelta(days=1), of_danger=True), decision=None)
    field, note, answer = recipes.CATATAN[0]
    back = author.kegiatan(today - timedelta(days=3))
    received = parse_time(back.laporan.ditulis) + timedelta(minutes=2)
    asked = Decision(False, received + timedelta(hours=9), field, note, answer)
    yield replace(back, received=received, decision=asked)


class _Author:
    """Writes the reports of one village on one day."""

    def __init__(
        self, village: Village, dice: Random, now: datetime, least_photos: int = 0
    ) -> None:
        self.village = village
        self.dice = dice
        self.now = now
        self.least_photos = least_photos
        self.blanks = {
            "rt": f"{dice.randint(1, 5):02d}",
            "rt2": f"{dice.randint(6, 8):02d}",
            "cm": str(dice.randrange(15, 75, 5)),
            "orang": str(dice.randint(3, 18)),
        }

    def kegiatan(self, day: date) -> SampleReport:
        recipe = self._recipe(day)
        start = self._moment(day, self.dice.choice(recipe.hours))
        end = start + timedelta(hours=self.dice.choice(recipe.length))
        laporan = replace(
            self._blank(Kind.KEGIATAN, end),
            jenis=recipe.jenis,
            mulai=format_time(start),
            selesai=format_time(end),
            tempat=self._words(recipe.tempat),
            lokasi=self._lokasi(),
            pihak_lain=self._some(recipe.pihak_lain, 0.6),
            uraian=self._words(recipe.uraian),
            hasil=self._words(recipe.hasil),
            kendala=self._words(recipe.kendala, 0.25),
            tindak_lanjut=self._words(recipe.tindak_lanjut, 0.25),
            **self._crew(),
        )
        photos = self._photos(laporan, recipe.scene, start, end)
        return self._sent(laporan, photos, end)

    def kejadian(self, day: date, *, of_danger: bool = False) -> SampleReport:
        """An incident; `of_danger`: one of those that this village is known for."""
        fitting = [kind for kind in recipes.KEJADIAN if self._fits(kind, day)]
        if of_danger:
            fitting = [kind for kind in fitting if kind.only] or fitting
        kind = self.dice.choices(fitting, [kind.weight for kind in fitting])[0]
        happened = self._moment(day, self.dice.choice(kind.hours))
        written = happened + timedelta(minutes=self.dice.randint(25, 150))
        laporan = replace(
            self._blank(Kind.KEJADIAN, written),
            jenis=kind.jenis,
            mulai=format_time(happened),
            tempat=self._words(kind.tempat),
            lokasi=self._lokasi(),
            pihak_lain=self._some(kind.dihubungi, 0.8),
            uraian=self._words(kind.uraian),
            hasil=kind.hasil,
            kejadian=self._rincian(kind, happened),
            **self._crew(),
        )
        photos = self._photos(laporan, kind.scene, happened, written)
        return self._sent(laporan, photos, written, urgent=True)

    def nihil(self, day: date) -> SampleReport:
        written = self._moment(day, 9)
        laporan = replace(self._blank(Kind.NIHIL, written), periode=f"{day:%Y-%m}")
        return self._sent(laporan, (), written)

    def _blank(self, kind: Kind, done: datetime) -> Laporan:
        """What every kind has; the report is finished a while after its activity."""
        return Laporan(
            id=str(uuid.UUID(int=self.dice.getrandbits(128), version=4)),
            versi=1,
            kind=kind,
            desa=self.village.desa.kode,
            pelapor=self.village.pelapor,
            ditulis=format_time(done + timedelta(minutes=self.dice.randint(4, 45))),
            clock_offset_s=round(self.dice.gauss(0, 4), 1),
        )

    def _recipe(self, day: date) -> Recipe:
        fitting = [recipe for recipe in recipes.KEGIATAN if self._fits(recipe, day)]
        return self.dice.choices(fitting, [recipe.weight for recipe in fitting])[0]

    def _fits(self, kind: Recipe | Incident, day: date) -> bool:
        return day.month in kind.months and (not kind.only or kind.only in self.village.dangers)

    def _moment(self, day: date, hour: int) -> datetime:
        return datetime.combine(day, time(hour, self.dice.choice((0, 0, 0, 15, 30)), tzinfo=WITA))

    def _words(self, choices: Sequence[str], chance: float = 1.0) -> str:
        if not choices or self.dice.random() > chance:
            return ""
        return self.dice.choice(choices).format(**self.blanks)

    def _some(self, choices: Sequence[str], chance: float) -> tuple[str, ...]:
        known = list(dict.fromkeys(choices))
        return tuple(name for name in known if self.dice.random() < chance / len(known) + 0.1)

    def _crew(self) -> dict[str, Any]:
        names = self.dice.sample(self.village.crew, self.dice.randint(2, 5))
        people = tuple(Personel(name) for name in names)
        return {"personel": people, "jumlah_personel": len(people) + self.dice.choice((0, 0, 2))}

    def _lokasi(self) -> Lokasi | None:
        luck = self.dice.random()
        if luck < 0.1:
            return None
        desa = self.village.desa
        at = (desa.lintang + self.dice.gauss(0, 0.003), desa.bujur + self.dice.gauss(0, 0.003))
        lintang, bujur = round(at[0], 6), round(at[1], 6)
        if luck < 0.15:
            return Lokasi(lintang, bujur, None, Sumber.MANUAL)
        return Lokasi(lintang, bujur, float(self.dice.randint(4, 38)), Sumber.GPS)

    def _rincian(self, kind: Incident, happened: datetime) -> RincianKejadian:
        kk = self.dice.randint(*kind.kk)
        return RincianKejadian(
            jenis=kind.kejadian,
            waktu=format_time(happened),
            luka=self.dice.randint(*kind.luka),
            mengungsi_kk=kk,
            mengungsi_jiwa=sum(self.dice.randint(2, 5) for _ in range(kk)),
            rumah=self.dice.randint(*kind.rumah),
            kerugian=kind.kerugian,
            penanganan=kind.penanganan,
            dihubungi=kind.dihubungi,
            kebutuhan=kind.kebutuhan,
        )

    def _photos(
        self, laporan: Laporan, scene: str, start: datetime, end: datetime
    ) -> tuple[SamplePhoto, ...]:
        """None to four of the same scene, taken between start and end."""
        count = self.dice.choices((0, 1, 2, 3, 4), (20, 48, 24, 6, 2))[0]
        count = max(count, self.least_photos)
        span = max(1, int((end - start).total_seconds() // 60) - 1)
        minutes = sorted(self.dice.randint(1, span) for _ in range(count))
        first = self.dice.randrange(4)
        return tuple(
            self._photo(laporan, scene, first + number, start + timedelta(minutes=minute))
            for number, minute in enumerate(minutes)
        )

    def _photo(self, laporan: Laporan, scene: str, seed: int, taken: datetime) -> SamplePhoto:
        captions = ["", "", "", laporan.tempat]
        if laporan.jenis == "SOSIAL":
            captions += ["Sebelum", "Sesudah"]
        return SamplePhoto(
            scene=scene,
            seed=seed,
            strip=strip(laporan, self.village.desa, taken),
            diambil=taken,
            lokasi=laporan.lokasi,
            keterangan=self.dice.choice(captions),
            upright=self.dice.random() < 0.15,
            sensitif=laporan.jenis == "P3K",
        )

    def _sent(
        self,
        laporan: Laporan,
        photos: tuple[SamplePhoto, ...],
        done: datetime,
        *,
        urgent: bool = False,
    ) -> SampleReport:
        received = self._received(done + timedelta(minutes=50), urgent=urgent)
        decision = self._decision(received)
        if laporan.kind == Kind.NIHIL and decision:
            decision = Decision(verified=True, at=decision.at)
        return SampleReport(laporan, photos, received, decision)

    def _received(self, written: datetime, *, urgent: bool) -> datetime:
        """At once where there is a signal, else at the village office next morning; a few later."""
        if urgent or self.dice.random() < self.village.signal:
            return written + timedelta(seconds=self.dice.randint(20, 900))
        days = self.dice.choices((1, 2, 3, 6, 9), (70, 15, 7, 5, 3))[0]
        morning = datetime.combine(written.date() + timedelta(days=days), time(7, 30, tzinfo=WITA))
        return morning + timedelta(minutes=self.dice.randint(0, 150))

    def _decision(self, received: datetime) -> Decision | None:
        """Looked at within two working days; what came last still waits."""
        at = received + timedelta(hours=self.dice.randint(6, 50))
        if at.hour < 8 or at.hour > 15:
            at = at.replace(hour=9, minute=self.dice.randint(0, 59))
        returned = self.dice.random() < 0.07
        field, note, answer = self.dice.choice(recipes.CATATAN)
        if at > self.now or at < received:
            return None
        if not returned:
            return Decision(verified=True, at=at)
        mended_at = at + timedelta(hours=self.dice.randint(5, 30))
        long_ago = (self.now - at).days >= 21
        return Decision(False, at, field, note, answer, mended_at if long_ago else None)
