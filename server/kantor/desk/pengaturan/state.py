"""The settings as they stand in the form, until they are saved."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

import flet as ft

from server.core import office
from server.core import teks as umum
from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account
from server.kantor import office_logo, teks
from shared.jenis import KODE as JENIS


class Typed:
    """What stands in the fields, as text; writing here draws nothing anew."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.kop = "\n".join(values["kop"])
        self.darurat = "\n".join(
            f"{one['nama']}, {one['nomor']}" for one in values["nomor_darurat"]
        )
        self.people = {key: dict(values[key]) for key in ("camat", "kasi")}
        self.plain = {key: str(values[key]) for key in PLAIN}
        self.numbers = {key: str(values[key]) for key in NUMBERS}
        self.per_bulan = str(values["cadence"].get("per_bulan", 1))


PLAIN = (
    "kop_alamat", "tempat", "nomor_rekap", "nomor_pembinaan", "nomor_sertifikat", "nomor_laporan",
    "alamat_umum", "privasi_kontak", "peta_ubin",
)  # fmt: skip
NUMBERS = (
    "due_day", "quiet_days", "retention_days", "simpan_laporan_tahun", "simpan_foto_tahun",
    "simpan_mantan_tahun",
)  # fmt: skip


@ft.observable
@dataclass
class SettingsState:
    """Read once: what somebody else saves meanwhile is seen when the page is opened again."""

    ctx: Context
    account: Account
    values: dict[str, Any] | None = None
    jenis: dict[str, bool] = field(default_factory=dict[str, bool])
    failed: bool = False
    told: str = ""
    wrong: bool = False
    typed: Typed | None = None

    async def load(self) -> None:
        try:
            values = await asyncio.to_thread(office.settings_page, self.ctx, self.account)
        except StoreError:
            self.failed = True
            return
        self.failed = False
        self.typed = Typed(values)
        self.jenis = {kode: bool(values["jenis"].get(kode, True)) for kode in JENIS}
        self.values = values

    @property
    def empty(self) -> list[str]:
        """What papers or phones lack, in words."""
        return [teks.PT_NAMA[key] for key in office.empty(self.values)] if self.values else []

    def turn(self, kode: str, on: bool) -> None:
        self.jenis = {**self.jenis, kode: on}

    async def save(self) -> None:
        """All of it, or nothing when a value cannot be taken."""
        if self.typed is None:
            return
        try:
            await asyncio.to_thread(office.change, self.ctx, self.account, self._values(self.typed))
            await self._reread(teks.PT_TERSIMPAN)
        except office.BadValueError as error:
            self.wrong = True
            self.told = teks.PT_SALAH.format(isian=teks.PT_NAMA[error.key])
        except StoreError:
            self.wrong, self.told = True, umum.GAGAL_BACA

    async def put_logo(self, data: bytes) -> None:
        """Kept at once; the rest of the form is left as it is being written."""
        try:
            await asyncio.to_thread(office_logo.put, self.ctx, self.account, data)
        except office_logo.LogoError:
            self.wrong, self.told = True, teks.PT_LOGO_DITOLAK
        except StoreError:
            self.wrong, self.told = True, umum.GAGAL_BACA
        else:
            await self._reread(teks.PT_LOGO_TERSIMPAN)

    async def drop_logo(self) -> None:
        try:
            await asyncio.to_thread(office_logo.remove, self.ctx, self.account)
        except StoreError:
            self.wrong, self.told = True, umum.GAGAL_BACA
        else:
            await self._reread(teks.PT_LOGO_DIHAPUS)

    async def _reread(self, words: str) -> None:
        self.values = await asyncio.to_thread(office.settings_page, self.ctx, self.account)
        self.wrong, self.told = False, words

    def _values(self, typed: Typed) -> dict[str, Any]:
        people = {
            key: {name: words.strip() for name, words in person.items()}
            for key, person in typed.people.items()
        }
        return {
            "kop": _lines(typed.kop),
            "nomor_darurat": [_contact(line) for line in _lines(typed.darurat)],
            "cadence": {"per_bulan": _number(typed.per_bulan)},
            "jenis": self.jenis,
            **people,
            **{key: words.strip() for key, words in typed.plain.items()},
            **{key: _number(words) for key, words in typed.numbers.items()},
        }


def _lines(words: str) -> list[str]:
    return [line.strip() for line in words.splitlines() if line.strip()]


def _number(words: str) -> int:
    """-1 for what is no number: no setting takes it."""
    return int(words) if words.strip().isdecimal() and len(words) < 6 else -1


def _contact(line: str) -> dict[str, str]:
    nama, _, nomor = line.rpartition(",")
    return {"nama": nama.strip(), "nomor": nomor.strip()}
