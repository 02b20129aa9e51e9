"""The index's rules of 2026 are told right in every set that is kept; each gets its calendar.

Only what still reads as it was handed out is replaced: what a kecamatan has changed stays.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

HERE = Path(__file__)
BEFORE = HERE.with_name("0005_set_2026.json")
AFTER = HERE.with_name("0011_set_2026.json")
FIRST = 2026
GUESS = "Diperkirakan dari aturan tahun {dari}; surat untuk tahun {tahun} belum ada."

SETS = sa.table("innovation_sets", sa.column("tahun", sa.Integer), sa.column("message", sa.Text))


def upgrade() -> None:
    before = json.loads(BEFORE.read_text(encoding="utf-8"))
    after = json.loads(AFTER.read_text(encoding="utf-8"))
    db = op.get_bind()
    for tahun, message in db.execute(sa.select(SETS.c.tahun, SETS.c.message)).all():
        found = json.loads(message)
        mended = _mended(found, before, after)
        text = json.dumps(mended, ensure_ascii=False)
        db.execute(SETS.update().where(SETS.c.tahun == tahun).values(message=text))


def _mended(found: dict[str, Any], before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    was = {one["nomor"]: one for one in before["indikator"]}
    now = {one["nomor"]: one for one in after["indikator"]}
    for one in found["indikator"]:
        if one["nomor"] in was:
            _indicator(one, was[one["nomor"]], now[one["nomor"]], found["tahun"])
    stages = {stage["kode"] for stage in found["tahapan"]}
    found["tahapan"] += [stage for stage in after["tahapan"] if stage["kode"] not in stages]
    if not found.get("kalender"):
        found["kalender"] = [_event(one, found["tahun"]) for one in after["kalender"]]
    return found


def _indicator(one: dict[str, Any], was: dict[str, Any], now: dict[str, Any], tahun: int) -> None:
    for name in ("nama", "tanya", "bukti"):
        if one[name] == was[name]:
            one[name] = now[name]
    had = {basis["kode"]: basis for basis in was["dasar"]}
    new = {basis["kode"]: basis for basis in now["dasar"]}
    for basis in one["dasar"]:
        if basis["kode"] in had:
            _basis(basis, had[basis["kode"]], new[basis["kode"]])
    for name in ("sumber", "diminta", "jenis"):
        one.setdefault(name, now[name])
    one.setdefault("yakin", now["yakin"] if tahun == FIRST else "periksa")


def _basis(basis: dict[str, Any], was: dict[str, Any], now: dict[str, Any]) -> None:
    if basis["nama"] == was["nama"]:
        basis["nama"] = now["nama"]
    basis["parameter"] = [
        new if text == old else text
        for text, old, new in zip(
            basis["parameter"], was["parameter"], now["parameter"], strict=True
        )
    ]
    # A measure and its borders belong together.
    if (basis["ukuran"], basis["batas"]) == (was["ukuran"], was["batas"]):
        basis["ukuran"], basis["batas"] = now["ukuran"], now["batas"]
    elif basis["ukuran"] == was["ukuran"] and was["ukuran"] and now["ukuran"]:
        basis["ukuran"] = now["ukuran"]


def _event(one: dict[str, Any], tahun: int) -> dict[str, Any]:
    """For another year only the window can be guessed."""
    if tahun == FIRST:
        return one
    if one["kode"] != "jendela":
        return {**one, "mulai": "", "selesai": "", "yakin": "periksa"}
    days = {name: _moved(one[name], tahun - FIRST) for name in ("mulai", "selesai")}
    return {**one, **days, "sumber": GUESS.format(dari=FIRST, tahun=tahun), "yakin": "periksa"}


def _moved(day: str, years: int) -> str:
    found = date.fromisoformat(day)
    return found.replace(year=found.year + years).isoformat()
