"""Sample rosters of all 21 villages, their own data, and an announcement; everybody "(contoh)"."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from random import Random
from typing import Any

from server.anggota import roster, village_data
from server.core.context import Context
from server.core.sessions import Account
from server.kantor import announcements
from server.sample.recipes import KARHUTLA, ORANG, SUNGAI
from server.sample.villages import Village, contoh, villages
from shared.clock import WITA
from shared.roles import Role
from shared.satlinmas import ALAT, PERLENGKAPAN, REGU, Anggota, DataDesa, SuratKeputusan

OFFICER = Account("kasi", Role.KASI_TRANTIB, contoh("Kasi Trantib"))
_FEW = {"2011": 8, "2016": 9}
"""By the last digits of the code: villages that are below ten members."""
_DANGERS = {SUNGAI: "Banjir", KARHUTLA: "Karhutla"}
_SCHOOLS = ("SD", "SLTP", "SLTP", "SLTA", "SLTA")


Ids = dict[tuple[str, str], str]
"""The id of a member by village and name."""


def fill_rosters(ctx: Context, seed: int) -> Ids:
    """The members and the villages' own data."""
    ids: Ids = {}
    for village in villages(ctx.wilayah, seed):
        dice = Random(f"anggota {seed} {village.desa.kode}")
        people = members(village, dice, ctx.clock.now().astimezone(WITA).date())
        with ctx.database.write(durable=False) as db:
            for one in people:
                record = roster.as_record(ctx, one, 0)
                roster.write(db, OFFICER, record, 0, ctx.clock.now())
        ids |= {(one.desa, one.nama): one.id for one in people}
        village_data.save(ctx, OFFICER, village.desa.kode, own_data(village, dice), 0)
    return ids


def announce(ctx: Context, seed: int) -> None:
    """One announcement to all."""
    announcements.publish(
        ctx, OFFICER, "Apel siaga karhutla",
        "Apel siaga di halaman kantor camat, Senin pukul 08.00 WITA. Mohon setiap desa mengirim "
        "dua anggota dengan seragam lengkap.",
        [village.desa.kode for village in villages(ctx.wilayah, seed)],
    )  # fmt: skip


def named(message: dict[str, Any], ids: Ids) -> dict[str, Any]:
    """A report whose people are those of the roster."""
    desa = message["desa"]
    people = message.get("personel") or []
    return {**message, "personel": [{**p, "anggota": ids.get((desa, p["nama"]))} for p in people]}


def members(village: Village, dice: Random, today: date) -> list[Anggota]:
    """The crew that stands on the reports first, then others."""
    short = village.desa.kode[-4:]
    count = _FEW.get(short, dice.randint(11, 14))
    crew = list(village.crew)
    others = [contoh(name) for name in ORANG if contoh(name) not in crew]
    dice.shuffle(others)
    names = (crew + others)[:count]
    return [_member(village, name, number, dice, today) for number, name in enumerate(names)]


def own_data(village: Village, dice: Random) -> DataDesa:
    """What the village says of itself."""
    return DataDesa(
        alamat=f"Jalan Desa {village.desa.nama} (contoh)",
        kepala_desa=contoh(dice.choice(ORANG)),
        kepala_pelaksana=contoh(dice.choice(ORANG)),
        operator=village.pelapor.nama,
        poskamling=dice.randint(1, 4),
        sk_nomor=f"{dice.randint(1, 40)}/SK/2025 (contoh)",
        sk_tanggal="2025-02-03",
        sumber_dana="ADD",
        alat=tuple(dice.sample(ALAT, dice.randint(2, 4))),
        kerawanan=tuple(sorted(_DANGERS[danger] for danger in village.dangers)) or ("Kebakaran",),
    )


def _member(village: Village, name: str, number: int, dice: Random, today: date) -> Anggota:
    age = 60 if number == 5 and dice.random() < 0.3 else dice.randint(22, 57)
    served = dice.choice((1, 2, 4, 7, 9, 11, 10 if dice.random() < 0.2 else 3))
    return Anggota(
        id=str(uuid.UUID(int=dice.getrandbits(128), version=4)),
        versi=0,
        desa=village.desa.kode,
        nama=name,
        jenis_kelamin="L" if dice.random() < 0.9 else "P",
        tanggal_lahir=_before(today, age, dice),
        alamat=f"RT {dice.randint(1, 6):02}",
        jabatan="komandan_regu" if number < 2 else "anggota",
        regu=None if number > 9 else list(REGU)[number % len(REGU)],
        status="nonaktif" if number == 12 else "aktif",
        mulai=_before(today, served, dice),
        pendidikan=dice.choice(_SCHOOLS),
        sk=SuratKeputusan(f"{dice.randint(1, 40)}/SK/2025 (contoh)", "2025-02-03", "Kepala Desa"),
        perlengkapan=tuple(dice.sample(PERLENGKAPAN, dice.randint(1, 4))),
    )


def _before(today: date, years: int, dice: Random) -> str:
    """A day on which somebody has had just so many years."""
    day = today - timedelta(days=round(years * 365.25) + dice.randint(5, 330))
    return day.isoformat()
