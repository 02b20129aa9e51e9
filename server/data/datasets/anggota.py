"""Members as they go out: without their NIK, whoever asks."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from server.core.papers.sheet import Cell
from server.data import teks_kamus
from server.data.datasets.fields import DAY, FLAG, MOMENT, NUMBER, TEXT, Dataset, Field, joined
from shared.codec import decode
from shared.satlinmas import JABATAN, REGU, Anggota, SuratKeputusan, masa_bakti, umur
from shared.wilayah import Wilayah

HP = "anggota.hp"
"""The scope that opens telephone numbers."""


@dataclass(frozen=True)
class Item:
    """A member, when it changed, and the day that ages are told for."""

    wilayah: Wilayah
    anggota: Anggota
    changed_at: datetime
    today: date


def item(wilayah: Wilayah, row: dict[str, Any], today: date) -> Item:
    """A member of a row that holds its message."""
    return Item(wilayah, decode(Anggota, json.loads(row["message"])), row["changed_at"], today)


def _said(name: str) -> Callable[[Item], Cell]:
    return lambda one: getattr(one.anggota, name)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _sk(one: Item) -> SuratKeputusan:
    return one.anggota.sk or SuratKeputusan()


def _things(one: Item) -> Cell:
    """A word each; another system may have sent records."""
    things = one.anggota.perlengkapan
    return joined(thing if isinstance(thing, str) else str(dict(thing).get("nama", ""))
                  for thing in things)  # fmt: skip


DATASET: Dataset[Item] = Dataset(
    "anggota",
    "Anggota Satlinmas",
    teks_kamus.ANGGOTA,
    (
        Field("nama", TEXT, _said("nama"), 28),
        Field("desa_kode", TEXT, _said("desa"), 15),
        Field("desa", TEXT, lambda one: one.wilayah.nama_desa(one.anggota.desa), 16),
        Field("jenis_kelamin", TEXT, _said("jenis_kelamin"), 9),
        Field("tanggal_lahir", DAY, lambda one: _day(one.anggota.tanggal_lahir), 13),
        Field("usia", NUMBER, lambda one: umur(one.anggota, one.today), 7),
        Field("alamat", TEXT, _said("alamat"), 16),
        Field("jabatan", TEXT, lambda one: JABATAN.get(one.anggota.jabatan), 18),
        Field("regu", TEXT, lambda one: REGU.get(one.anggota.regu or ""), 34),
        Field("status", TEXT, _said("status"), 11),
        Field("alasan", TEXT, _said("alasan"), 18),
        Field("mulai", DAY, lambda one: _day(one.anggota.mulai), 13),
        Field("berakhir", DAY, lambda one: _day(one.anggota.berakhir), 13),
        Field("masa_bakti", NUMBER, lambda one: masa_bakti(one.anggota, one.today), 11),
        Field("pendidikan", TEXT, _said("pendidikan"), 14),
        Field("nomor_sk", TEXT, lambda one: _sk(one).nomor, 20),
        Field("tanggal_sk", DAY, lambda one: _day(_sk(one).tanggal), 13),
        Field("pejabat_sk", TEXT, lambda one: _sk(one).pejabat, 20),
        Field("kta", TEXT, _said("kta"), 14),
        Field("terdaftar_simlinmas", FLAG, _said("terdaftar_simlinmas"), 12),
        Field("perlengkapan", TEXT, _things, 30),
        Field("hp", TEXT, _said("hp"), 16, scope=HP),
        Field("diubah", MOMENT, lambda one: one.changed_at, 17),
        Field("versi", NUMBER, _said("versi"), 7),
        Field("id", TEXT, _said("id"), 38),
    ),
)
