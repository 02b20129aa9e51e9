"""Coachings as they go out: one row each, with counts of people and follow-ups."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from server.core.db.database import Database, Db
from server.core.papers.sheet import Cell
from server.data import teks_kamus
from server.data.datasets.fields import DECIMAL, MOMENT, NUMBER, TEXT, Dataset, Field, joined
from server.data.rows import export_rows
from server.pembinaan.rows import pembinaan_rows
from shared.pembinaan import BENTUK
from shared.wilayah import Wilayah

AT_A_TIME = 100


@dataclass(frozen=True)
class Item:
    """A coaching with its villages, heads and follow-ups (done, all)."""

    wilayah: Wilayah
    row: dict[str, Any]
    desa: tuple[str, ...]
    people: int
    todos: tuple[int, int]


def items(wilayah: Wilayah, database: Database, idents: Sequence[str]) -> Iterator[Item]:
    """These coachings in this order."""
    for start in range(0, len(idents), AT_A_TIME):
        with database.read() as db:
            found = with_counts(
                wilayah, db, export_rows.pembinaan(db, idents[start : start + AT_A_TIME])
            )
        yield from found


def with_counts(wilayah: Wilayah, db: Db, rows: Sequence[dict[str, Any]]) -> list[Item]:
    """The rows with what other tables know of them."""
    idents = [row["id"] for row in rows]
    desa, heads = pembinaan_rows.villages_of(db, idents), pembinaan_rows.heads(db, idents)
    todos = pembinaan_rows.open_todos(db, idents)
    return [
        Item(
            wilayah, row, tuple(desa.get(row["id"], ())), heads.get(row["id"], 0),
            todos.get(row["id"], (0, 0)),
        )
        for row in rows
    ]  # fmt: skip


def _column(name: str) -> Callable[[Item], Cell]:
    return lambda one: one.row[name]


DATASET: Dataset[Item] = Dataset(
    "pembinaan",
    "Pembinaan",
    teks_kamus.PEMBINAAN,
    (
        Field("bentuk", TEXT, lambda one: BENTUK.get(one.row["bentuk"], one.row["bentuk"]), 26),
        Field("judul", TEXT, _column("judul"), 36),
        Field("status", TEXT, _column("status"), 13),
        Field("mulai", MOMENT, _column("mulai"), 17),
        Field("selesai", MOMENT, _column("selesai"), 17),
        Field("tempat", TEXT, _column("tempat"), 24),
        Field("penyelenggara", TEXT, _column("penyelenggara"), 24),
        Field("narasumber", TEXT, _column("narasumber"), 24),
        Field("materi", TEXT, _column("materi"), 40),
        Field("hasil", TEXT, _column("hasil"), 40),
        Field("jp", DECIMAL, _column("jp"), 10),
        Field("desa_kode", TEXT, lambda one: joined(one.desa), 24),
        Field(
            "desa", TEXT, lambda one: joined(one.wilayah.nama_desa(kode) for kode in one.desa), 30
        ),
        Field("jumlah_peserta", NUMBER, lambda one: one.people, 10),
        Field("tindak_lanjut", NUMBER, lambda one: one.todos[1], 10),
        Field("tindak_lanjut_selesai", NUMBER, lambda one: one.todos[0], 10),
        Field("diubah", MOMENT, _column("changed_at"), 17),
        Field("versi", NUMBER, _column("versi"), 7),
        Field("id", TEXT, _column("id"), 38),
    ),
)
