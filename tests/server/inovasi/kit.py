"""A kecamatan to which things happen, with a plain ledger of them beside the database."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from server.core import devices
from server.core.config import Settings
from server.core.context import Context, open_context
from server.core.devices import Device
from server.core.sessions import Account
from server.core.sync_call import PhoneSays, Sent, SyncCall
from server.hp import activation
from server.laporan import review
from server.laporan.review import Note
from server.pembinaan import pembinaan
from server.pembinaan.pembinaan import Person
from server.sinkron.sync import sync
from shared.clock import WITA, FixedClock, format_time
from shared.codec import encode
from shared.laporan import Ditarik, Laporan, Lokasi, Pelapor
from shared.roles import Role
from shared.status import Status
from tests.cast import EVENING, JUAI, KASI_TRANTIB, flood, foto, nihil, patrol
from tests.server.kit import fresh_database

KASI = Account("kasi", Role.KASI_TRANTIB, KASI_TRANTIB)
READER = Account("baca", Role.PEMBACA, "Pembaca (contoh)")
VILLAGES = [desa.kode for desa in JUAI.desa]
PARTNERS = ("Babinsa", "babinsa ", "Bhabinkamtibmas", "BPBD", "PMI", "Warga")
START = datetime(2026, 9, 1, 8, tzinfo=WITA)


@dataclass
class Entry:
    """What really happened to one report, written down as it happened."""

    laporan: Laporan
    received: datetime
    training: bool
    status: str = Status.DITERIMA
    status_at: datetime | None = None
    answered: datetime | None = None
    returned: bool = False
    notes: list[bool] = field(default_factory=list)
    """For each note whether the village has read it."""


@dataclass
class Story:
    """The kecamatan, its clock and its ledger."""

    ctx: Context
    clock: FixedClock
    phones: dict[str, Device] = field(default_factory=dict)
    training: set[str] = field(default_factory=set)
    ledger: list[Entry] = field(default_factory=list)

    def phone(self, desa: str) -> Device:
        if desa not in self.phones:
            code = activation.new_code(self.ctx, desa, "Ida (contoh)", "Kasi")
            given = activation.activate(self.ctx, code, "HP (contoh)", "1.0.0", "127.0.0.1")
            phone = devices.by_token(self.ctx, given.token)
            assert phone
            self.phones[desa] = phone
        return self.phones[desa]

    def send(self, laporan: Laporan) -> Entry:
        message = encode(laporan)
        says = PhoneSays(time=self.clock.now(), app_version="1.0.0", queued=0, free_mb=100)
        sent = Sent(message, json.dumps(message))
        call = SyncCall(laporan=(sent,), device=says)
        (result,) = sync(self.ctx, self.phone(laporan.desa), call).results
        assert result.state == "accepted", result
        entry = Entry(laporan, self.clock.now(), laporan.desa in self.training)
        self.ledger.append(entry)
        return entry

    def verify(self, entry: Entry) -> None:
        review.verify(self.ctx, entry.laporan.id, entry.laporan.versi, KASI_TRANTIB)
        self._decided(entry, Status.DIVERIFIKASI)

    def give_back(self, entry: Entry) -> None:
        notes = [Note("Tambah uraian", "uraian")]
        review.give_back(self.ctx, entry.laporan.id, entry.laporan.versi, notes, KASI_TRANTIB)
        self._decided(entry, Status.PERLU_PERBAIKAN)
        entry.returned = True
        entry.notes.append(False)

    def withdraw(self, entry: Entry) -> None:
        gone = Ditarik("keliru", format_time(self.clock.now()))
        newer = replace(entry.laporan, versi=entry.laporan.versi + 1, ditarik=gone)
        message = encode(newer)
        call = SyncCall(laporan=(Sent(message, json.dumps(message)),))
        (result,) = sync(self.ctx, self.phone(newer.desa), call).results
        assert result.state == "accepted", result
        entry.laporan, entry.status = newer, Status.DITARIK

    def read_notes(self, entry: Entry) -> None:
        with self.ctx.database.read() as db:
            from sqlalchemy import select

            from server.core.db.tables import feedback

            query = select(feedback.c.id).where(feedback.c.laporan == entry.laporan.id)
            idents = tuple(db.execute(query).scalars())
        sync(self.ctx, self.phone(entry.laporan.desa), SyncCall(read=idents))
        entry.notes = [True for _ in entry.notes]

    def something_happens(self, dice: Random) -> None:
        self.clock.move(hours=dice.randint(1, 18))
        open_ = [e for e in self.ledger if e.status in (Status.DITERIMA, Status.PERLU_PERBAIKAN)]
        noted = [e for e in self.ledger if e.notes]
        luck = dice.random()
        if luck < 0.5 or not open_:
            self.send(any_report(dice, self.clock))
        elif luck < 0.75:
            self.verify(dice.choice(open_))
        elif luck < 0.88:
            self.give_back(dice.choice(open_))
        elif luck < 0.93:
            self.withdraw(dice.choice(open_))
        elif noted:
            self.read_notes(dice.choice(noted))

    def coach(self, bentuk: str, *desa: str, people: int, days_ago: int = 0) -> None:
        ident = pembinaan.begin(
            self.ctx, KASI, desa=desa, bentuk=bentuk, judul="Pelatihan (contoh)",
            mulai=self.clock.now() - timedelta(days=days_ago, hours=1),
        )  # fmt: skip
        came = [Person(desa[n % len(desa)], f"Orang {n} (contoh)") for n in range(people)]
        pembinaan.tick(self.ctx, KASI, ident, came)

    def _decided(self, entry: Entry, status: str) -> None:
        entry.status, entry.status_at = status, self.clock.now()
        entry.answered = entry.answered or self.clock.now()


def any_report(dice: Random, clock: FixedClock) -> Laporan:
    desa = dice.choice(VILLAGES[:14])
    start = clock.now() - timedelta(hours=dice.choice((1, 5, 20, 24, 25, 60, 300)))
    who = Pelapor(dice.choice(("Ida (contoh)", "ida  (contoh)", "Rudi (contoh)")), "Kasi")
    common = {
        "desa": desa, "pelapor": who, "ditulis": format_time(clock.now()),
        "mulai": format_time(start),
    }  # fmt: skip
    luck = dice.random()
    if luck < 0.15:
        month = f"{start.astimezone(WITA):%Y-%m}"
        return replace(nihil(periode=month), desa=desa, pelapor=who, ditulis=common["ditulis"])
    extra = {
        "foto": tuple(foto(f"{n}" * 64) for n in range(1, dice.randint(1, 3))),
        "lokasi": dice.choice((None, Lokasi(-2.2, 115.6, 9.0))),
        "pihak_lain": tuple(dice.sample(PARTNERS, dice.randint(0, 3))),
    }
    if luck < 0.3:
        return flood(**common, **extra)
    return patrol(selesai=None, **common, **extra)


@contextmanager
def kecamatan(folder: Path, at: datetime = EVENING) -> Iterator[Story]:
    data = folder / "data"
    data.mkdir(mode=0o700)
    (data / "sinar.db").write_bytes(fresh_database())
    clock = FixedClock(at)
    with open_context(Settings(data), clock) as ctx:
        yield Story(ctx, clock)
