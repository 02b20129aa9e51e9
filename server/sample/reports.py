"""One made-up report of the sample: its message, its photos, and what the kecamatan decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from shared.clock import WITA, format_time, jam
from shared.codec import encode
from shared.jenis import nama_jenis
from shared.laporan import (
    Foto,
    Laporan,
    Lokasi,
)
from shared.wilayah import Desa


@dataclass(frozen=True)
class SamplePhoto:
    """A photo to be drawn: which scene, which variant, and what its strip says."""

    scene: str
    seed: int
    strip: tuple[str, str]
    diambil: datetime
    lokasi: Lokasi | None
    keterangan: str
    upright: bool
    sensitif: bool


@dataclass(frozen=True)
class Decision:
    """What the kecamatan did: verified, or returned with a note at a field."""

    verified: bool
    at: datetime
    field: str = ""
    note: str = ""
    answer: str = ""
    mended_at: datetime | None = None


@dataclass(frozen=True)
class SampleReport:
    """One report as it was sent, when it arrived, and what became of it."""

    laporan: Laporan
    photos: tuple[SamplePhoto, ...]
    received: datetime
    decision: Decision | None = None

    def message(self, foto: Sequence[Foto] = ()) -> dict[str, Any]:
        """The protocol's message ``laporan``, with its photos once they are drawn."""
        return encode(replace(self.laporan, foto=tuple(foto)))

    def mended(self) -> SampleReport | None:
        """The next version, by which the village answered a note; verified the day after."""
        asked = self.decision
        if asked is None or asked.mended_at is None:
            return None
        fuller = getattr(self.laporan, asked.field) + asked.answer
        written = {"versi": 2, "ditulis": format_time(asked.mended_at - timedelta(minutes=9))}
        laporan = replace(self.laporan, **{asked.field: fuller}, **written)
        verified = Decision(verified=True, at=asked.mended_at + timedelta(hours=20))
        return SampleReport(laporan, self.photos, asked.mended_at, verified)


def strip(laporan: Laporan, desa: Desa, taken: datetime) -> tuple[str, str]:
    """The two lines below a photo."""
    where = ""
    if laporan.lokasi:
        accuracy = f" (± {laporan.lokasi.akurasi_m:.0f} m)" if laporan.lokasi.akurasi_m else ""
        numbers = f"{laporan.lokasi.lintang:.5f} {laporan.lokasi.bujur:.5f}".replace(".", ",")
        where = f" · {numbers}{accuracy}"
    moment = taken.astimezone(WITA)
    return (
        f"{nama_jenis(laporan.jenis)}, Desa {desa.nama} · SINAR LINMAS Kec. Juai (contoh)",
        f"{moment:%d-%m-%Y} {jam(moment)} WITA{where}",
    )
