"""Keeps the figures of each month in step with `laporan`, in the transaction that changes it.

`month_counts` counts every report by village, week, kind and status; `month_figures` sums what
the counted ones hold. So the board and the list's tabs need not count the reports themselves.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, insert, select, text, update

from server.core.db.sqlite_fast import Ready
from server.core.db.tables import laporan, laporan_versi
from server.core.db.tables_desk import laporan_personel, month_counts, month_figures
from shared.clock import WITA
from shared.deadlines import is_ahead, is_cepat
from shared.status import COUNTED, Status

Row = Mapping[str, Any]
Key = tuple[str, str, str | int, str, str]

CEPAT, ORANG, JENIS = "cepat", "orang", "jenis "
"""Figures: kejadian that came quickly, person-times, and reports of each jenis."""

NOT_YET = -1
"""The week of what was still to come when it was received: in the list, in no figure."""

LOOKED_AT = (
    "desa", "kind", "status", "bulan", "mulai", "selesai", "jenis", "jumlah_personel",
    "received_at", "changed_at", "belum_tiba",
)  # fmt: skip
"""What the figures of a report follow from."""

_SEEN = tuple(laporan.c[name] for name in LOOKED_AT)
_EVERY = select(*_SEEN).execution_options(yield_per=1000)
_BEFORE = select(*_SEEN).where(laporan.c.id == bindparam("ident"))
_MESSAGES = (
    select(laporan.c.id, laporan_versi.c.message)
    .join(
        laporan_versi,
        and_(
            laporan_versi.c.laporan == laporan.c.id,
            laporan_versi.c.versi == laporan.c.versi,
            laporan_versi.c.in_force,
        ),
    )
    .where(laporan.c.id > bindparam("last"))
    .order_by(laporan.c.id)
    .limit(1000)
)
# Both databases know this form, and SQLAlchemy has no common word for it.
_COUNT = Ready(
    text(
        "INSERT INTO month_counts (bulan, desa, minggu, kind, status, jumlah)"
        " VALUES (:bulan, :desa, :minggu, :kind, :status, :jumlah)"
        " ON CONFLICT (bulan, desa, minggu, kind, status)"
        " DO UPDATE SET jumlah = month_counts.jumlah + excluded.jumlah"
    )
)
_FIGURE = Ready(
    text(
        "INSERT INTO month_figures (bulan, desa, figure, jumlah)"
        " VALUES (:bulan, :desa, :figure, :jumlah)"
        " ON CONFLICT (bulan, desa, figure)"
        " DO UPDATE SET jumlah = month_figures.jumlah + excluded.jumlah"
    )
)


def added(db: Connection, row: Row) -> None:
    """A report is new."""
    _apply(db, Counter(counts(row)), Counter(dict(figures(row))))


def before(db: Connection, ident: str) -> dict[str, Any]:
    """How a report stands, to be handed to `changed` with what it becomes."""
    return dict(db.execute(_BEFORE, {"ident": ident}).mappings().one())


def changed(db: Connection, old: Row, new: Row) -> None:
    """A report stands differently: in another month, as another kind, at another status."""
    moved, shifted = Counter(counts(new)), Counter(dict(figures(new)))
    moved.subtract(counts(old))
    shifted.subtract(dict(figures(old)))
    _apply(db, moved, shifted)


def counts(row: Row) -> dict[Key, int]:
    """Where a report is counted: once."""
    return {(row["bulan"], row["desa"], week_of(row), str(row["kind"]), str(row["status"])): 1}


def figures(row: Row) -> Iterator[tuple[tuple[str, str, str], int]]:
    """What a counted report adds to its month."""
    if row["status"] not in COUNTED or row["belum_tiba"]:
        return
    at = (row["bulan"], row["desa"])
    if row["jenis"]:
        yield (*at, f"{JENIS}{row['jenis']}"), 1
    if row["jumlah_personel"]:
        yield (*at, ORANG), row["jumlah_personel"]
    if row["kind"] == "kejadian" and is_cepat(row["mulai"], row["selesai"], row["received_at"]):
        yield (*at, CEPAT), 1


def belum_tiba(row: Row) -> int:
    """1 while a report was still to come when its version in force came, and nobody verified it."""
    waits = row["status"] in (Status.DITERIMA, Status.PERLU_PERBAIKAN)
    return int(waits and is_ahead(row["mulai"], row["changed_at"]))


def week_of(row: Row) -> int:
    """1 to 5 by the day of the month in WITA; a nihil is of no week, what is to come of none."""
    if row["belum_tiba"]:
        return NOT_YET
    if row["kind"] == "nihil":
        return 0
    return (row["mulai"].astimezone(WITA).day - 1) // 7 + 1


def rebuild(db: Connection) -> None:
    """Count everything anew."""
    every, held = _counted(db)
    db.execute(delete(month_counts))
    db.execute(delete(month_figures))
    if every:
        db.execute(insert(month_counts), [_count_row(key, n) for key, n in every.items()])
    if held:
        db.execute(insert(month_figures), [_figure_row(key, n) for key, n in held.items()])


def is_right(db: Connection) -> bool:
    """Whether the kept figures are what a count of all reports gives."""
    every, held = _counted(db)
    stored = {tuple(row)[:5]: row.jumlah for row in db.execute(select(month_counts)) if row.jumlah}
    summed = {tuple(row)[:3]: row.jumlah for row in db.execute(select(month_figures)) if row.jumlah}
    return stored == every and summed == held


def read_messages(db: Connection) -> None:
    """Fill `jumlah_personel` and `laporan_personel` from what was sent, for older databases."""
    db.execute(delete(laporan_personel))
    last = ""
    while page := db.execute(_MESSAGES, {"last": last}).all():
        for ident, message in page:
            _read_message(db, ident, json.loads(message))
        last = page[-1][0]


def _read_message(db: Connection, ident: str, sent: dict[str, Any]) -> None:
    if count := sent.get("jumlah_personel"):
        db.execute(update(laporan).where(laporan.c.id == ident), {"jumlah_personel": count})
    members = {one.get("anggota") for one in sent.get("personel") or ()} - {None}
    if members:
        db.execute(
            insert(laporan_personel), [{"laporan": ident, "anggota": one} for one in members]
        )


def _counted(db: Connection) -> tuple[dict[Key, int], dict[tuple[str, str, str], int]]:
    every: Counter[Key] = Counter()
    held: Counter[tuple[str, str, str]] = Counter()
    for found in db.execute(_EVERY).mappings():
        row = dict(found)
        every.update(counts(row))
        held.update(dict(figures(row)))
    return dict(every), dict(held)


def _apply(db: Connection, moved: Counter[Key], shifted: Counter[tuple[str, str, str]]) -> None:
    _COUNT.run_all(db, [_count_row(key, n) for key, n in moved.items() if n])
    _FIGURE.run_all(db, [_figure_row(key, n) for key, n in shifted.items() if n])


def _count_row(key: Key, jumlah: int) -> dict[str, Any]:
    names = ("bulan", "desa", "minggu", "kind", "status")
    return {**dict(zip(names, key, strict=True)), "jumlah": jumlah}


def _figure_row(key: tuple[str, str, str], jumlah: int) -> dict[str, Any]:
    return {**dict(zip(("bulan", "desa", "figure"), key, strict=True)), "jumlah": jumlah}
