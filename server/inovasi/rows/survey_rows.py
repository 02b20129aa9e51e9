"""The survey's answers and who has answered, in two tables that nothing joins."""

from __future__ import annotations

import json
import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from server.core.db.tables_voice import skm_actions, skm_answers, skm_profiles, skm_votes

Row = dict[str, Any]
DESA, PUBLIK = "desa", "publik"


def vote(db: Connection, periode: str, device: str, desa: str) -> bool:
    """Note that this phone has answered; False when it had before."""
    t = skm_votes.c
    query = select(t.device).where(t.periode == periode, t.device == device)
    if db.execute(query).scalar() is not None:
        return False
    db.execute(insert(skm_votes), {"periode": periode, "device": device, "desa": desa})
    return True


def add_answer(db: Connection, periode: str, sumber: str, jawaban: list[int], saran: str) -> None:
    """One answer, under an id that leads nowhere."""
    row = {
        "id": str(uuid.uuid4()), "periode": periode, "sumber": sumber,
        "jawaban": json.dumps(jawaban), "saran": saran,
    }  # fmt: skip
    db.execute(insert(skm_answers), row)


def count_profile(db: Connection, periode: str, profil: dict[str, str]) -> None:
    """One more of each choice; which of them belong together is not kept."""
    t = skm_profiles.c
    for bidang, pilihan in sorted(profil.items()):
        mine = (t.periode == periode, t.bidang == bidang, t.pilihan == pilihan)
        more = update(skm_profiles).where(*mine).values(jumlah=t.jumlah + 1)
        if not db.execute(more).rowcount:
            row = {"periode": periode, "bidang": bidang, "pilihan": pilihan, "jumlah": 1}
            db.execute(insert(skm_profiles), row)


def profiles(db: Connection, periode: str) -> dict[tuple[str, str], int]:
    """(field, choice) -> how many of a period said so."""
    t = skm_profiles.c
    query = select(t.bidang, t.pilihan, t.jumlah).where(t.periode == periode)
    return {(row.bidang, row.pilihan): row.jumlah for row in db.execute(query)}


def answers(db: Connection, periode: str) -> list[tuple[str, tuple[int, ...], str]]:
    """(sumber, nine numbers, what else was said) of a period."""
    t = skm_answers.c
    query = select(t.sumber, t.jawaban, t.saran).where(t.periode == periode).order_by(t.id)
    return [(row.sumber, tuple(json.loads(row.jawaban)), row.saran) for row in db.execute(query)]


def villages(db: Connection, periode: str) -> int:
    """How many villages have answered."""
    t = skm_votes.c
    query = select(func.count(func.distinct(t.desa))).where(t.periode == periode)
    return db.execute(query).scalar_one()


def periods(db: Connection) -> list[str]:
    """The periods that somebody answered in, the newest first."""
    t = skm_answers.c
    return list(db.execute(select(t.periode).distinct().order_by(t.periode.desc())).scalars())


def action(db: Connection, periode: str) -> Row | None:
    """What was done about the weakest element: teks, at, by."""
    query = select(skm_actions).where(skm_actions.c.periode == periode)
    row = db.execute(query).mappings().one_or_none()
    return dict(row) if row else None


def put_action(db: Connection, periode: str, teks: str, at: datetime, by: str) -> None:
    """The same, from now on."""
    db.execute(delete(skm_actions).where(skm_actions.c.periode == periode))
    db.execute(insert(skm_actions), {"periode": periode, "teks": teks, "at": at, "by": by})
