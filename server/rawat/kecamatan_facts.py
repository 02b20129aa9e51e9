"""What is told of each kecamatan of an installation: sizes, last contact, versions, troubles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from server.core.context import Context
from server.http import health, known_hosts
from server.rawat import operating
from shared.clock import WITA, tanggal_jam


@dataclass(frozen=True)
class KecamatanFacts:
    """Of one whose data is open; nothing of what people have written."""

    kode: str
    nama: str
    kabupaten: str
    desa: int
    laporan: int
    hp: int
    bytes_basis_data: int
    bytes_foto: int
    foto_ditunggu: int
    kontak_terakhir: datetime | None
    versi_data: str | None
    versi: str
    host: str
    perhatian: list[str]
    """Words of `operating.Standing.troubles`."""

    def contact(self) -> str:
        """The last one in WITA as people write it; empty: never."""
        at = self.kontak_terakhir
        return tanggal_jam(at.astimezone(WITA)) if at else ""


@dataclass(frozen=True)
class Closed:
    """Of one whose data cannot be read, and why."""

    kode: str
    nama: str = ""
    masalah: str = ""


def facts(ctx: Context) -> KecamatanFacts:
    """Raises StoreError, OSError."""
    now, here = operating.standing(ctx), ctx.wilayah
    return KecamatanFacts(
        kode=here.kode, nama=here.nama, kabupaten=here.kabupaten, desa=len(here.desa),
        laporan=now.laporan, hp=now.phones,
        bytes_basis_data=now.database_bytes, bytes_foto=now.photo_bytes,
        foto_ditunggu=now.photos_awaited, kontak_terakhir=operating.last_contact(ctx),
        versi_data=ctx.database.version(), versi=health.APP_VERSION,
        host=known_hosts.own(ctx), perhatian=now.troubles,
    )  # fmt: skip


def megabytes(size: int) -> str:
    """A number of bytes as people write it, in MB."""
    return f"{size / 1e6:.1f}".replace(".", ",")
