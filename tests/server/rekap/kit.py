"""Kecamatan with reports as a recap meets them: made at random, or the few that a test names."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import insert

from server.core import office
from server.core.config import Settings
from server.core.context import Context, open_context
from server.core.db.database import Db
from server.core.db.tables import anggota, devices, laporan, laporan_foto, laporan_versi
from server.core.files.photo_files import PhotoKey
from server.core.sessions import Account
from server.laporan.rows import photo_rows
from shared.clock import WITA, FixedClock
from shared.jenis import KODE as JENIS
from shared.roles import Role
from tests.cast import JUAI, KASI_TRANTIB
from tests.server.desk.window import picture
from tests.server.kit import fresh_database, member

KASI = Account("kasi", Role.KASI_TRANTIB, KASI_TRANTIB)
CAMAT = Account("camat", Role.CAMAT, "Camat (contoh)")
ADMIN = Account("admin", Role.ADMIN, "Admin (contoh)")
PEMBACA = Account("pembaca", Role.PEMBACA, "Staf kecamatan (contoh)")

DECEMBER = datetime(2026, 12, 8, 9, 0, tzinfo=WITA)
"""The deadline of November has passed."""
STATUSES = ("diterima", "perlu_perbaikan", "diverifikasi", "diverifikasi", "ditarik")

OFFICE: dict[str, Any] = {
    "kop": ["PEMERINTAH KABUPATEN BALANGAN", "KECAMATAN JUAI"],
    "kop_alamat": "Jalan Contoh 1, Kode Pos 71665",
    "tempat": "Juai",
    "camat": {"nama": "Camat Juai (contoh)", "pangkat": "Pembina", "nip": ""},
    "kasi": {"nama": KASI_TRANTIB, "pangkat": "Penata", "nip": "197405121999031002"},
    "nomor_rekap": "300/{nomor}/TRANTIB/{romawi}/{tahun}",
}


@contextmanager
def kecamatan(
    folder: Path, at: datetime = DECEMBER, *, filled_in: bool = True
) -> Iterator[Context]:
    """An empty kecamatan; its settings are filled in, or left as they come."""
    data = folder / "data"
    data.mkdir(mode=0o700)
    (data / "sinar.db").write_bytes(fresh_database())
    with open_context(Settings(data), FixedClock(at)) as ctx:
        if filled_in:
            office.change(ctx, KASI, OFFICE)
        yield ctx


def move(ctx: Context, **delta: float) -> None:
    """Let time pass."""
    assert isinstance(ctx.clock, FixedClock)
    ctx.clock.move(**delta)


def activate(ctx: Context, at: datetime) -> None:
    """Lalayau's phone is in use since then."""
    row = {
        "id": "hp", "token_hash": "x", "desa": JUAI.desa[12].kode, "nama": "Ida (contoh)",
        "jabatan": "Kasi", "device_name": "HP", "app_version": "1.0.0", "activated_at": at,
        "cursor": 0,
    }  # fmt: skip
    with ctx.database.write() as db:
        db.execute(insert(devices), row)


def report(db: Db, number: int, **values: Any) -> dict[str, Any]:
    """A report as the tables hold it: a patrol in Lalayau, unless said otherwise."""
    mulai: datetime = values.pop("mulai", datetime(2026, 11, 10, 20, 0, tzinfo=WITA))
    message = values.pop("message", {})
    photos: list[tuple[bytes, bool]] = values.pop("photos", [])
    row = {
        "id": f"{number:08d}-0000-4000-8000-000000000000", "desa": JUAI.desa[12].kode,
        "kind": "kegiatan", "versi": 1, "status": "diverifikasi", "status_at": mulai,
        "status_by": "Kasi", "resi": f"JUAI-{number}", "jenis": "PATROLI", "mulai": mulai,
        "bulan": f"{mulai:%Y-%m}", "tempat": "Poskamling RT 02", "uraian": "Ronda keliling.",
        "pelapor": "Ida (contoh)", "jabatan": "Kasi", "jumlah_foto": len(photos),
        "jumlah_personel": 3, "words": "", "received_at": mulai + timedelta(hours=4),
        "changed_at": mulai + timedelta(hours=4), "mendesak": 0, **values,
    }  # fmt: skip
    db.execute(insert(laporan), row)
    version = {
        "laporan": row["id"], "versi": row["versi"], "digest": f"{number}", "in_force": True,
        "message": json.dumps(message), "received_at": row["received_at"],
    }  # fmt: skip
    db.execute(insert(laporan_versi), version)
    for place, (data, sensitif) in enumerate(photos):
        _photo_row(db, row, place, data, sensitif=sensitif)
    return row


def bring(ctx: Context, number: int, **values: Any) -> dict[str, Any]:
    """The same in a transaction of its own, with its photos on the disk."""
    photos = values.get("photos", [])
    with ctx.database.write() as db:
        row = report(db, number, **values)
        for data, _ in photos:
            key = PhotoKey(row["desa"], hashlib.sha256(data).hexdigest())
            ctx.photos.append(key, 0, data)
            ctx.photos.finish(key)
            photo_rows.name_photos(db, row["desa"], [(key.sha256, len(data))])
            photo_rows.mark_whole(db, *key, len(data), row["received_at"])
    return row


def _photo_row(db: Db, row: dict[str, Any], place: int, data: bytes, *, sensitif: bool) -> None:
    db.execute(
        insert(laporan_foto),
        {
            "laporan": row["id"], "versi": row["versi"], "urutan": place, "desa": row["desa"],
            "sha256": hashlib.sha256(data).hexdigest(), "size": len(data),
            "keterangan": f"Foto ke-{place + 1}", "sensitif": sensitif,
        },
    )  # fmt: skip


def people(ctx: Context, *members: dict[str, Any]) -> None:
    """Members of rosters."""
    with ctx.database.write() as db:
        for message in members:
            _member_row(db, message)


def _member_row(db: Db, message: dict[str, Any]) -> None:
    db.execute(
        insert(anggota),
        {
            "id": message["id"], "desa": message["desa"], "versi": 1, "nama": message["nama"],
            "status": message["status"], "message": json.dumps(message), "changed_at": DECEMBER,
        },
    )  # fmt: skip


def at_random(ctx: Context, seed: int, reports: int = 400) -> None:
    """Half a year of all sorts of reports and members."""
    dice = Random(seed)
    with ctx.database.write() as db:
        for number in range(reports):
            _any_report(db, dice, number)
        for number in range(120):
            _member_row(db, _any_member(dice, number))


def _any_report(db: Db, dice: Random, number: int) -> None:
    kind = dice.choice(("kegiatan",) * 6 + ("kejadian", "nihil"))
    day = datetime(2026, dice.randint(6, 11), dice.randint(1, 30), tzinfo=WITA)
    mulai = day.replace(day=1) if kind == "nihil" else day + timedelta(hours=dice.randint(0, 23))
    report(
        db, number, desa=dice.choice(JUAI.desa).kode, kind=kind, status=dice.choice(STATUSES),
        jenis=None if kind == "nihil" else dice.choice(list(JENIS)), mulai=mulai,
        jumlah_personel=0 if kind == "nihil" else dice.randint(0, 9),
        received_at=mulai + timedelta(days=dice.choice((0, 1, 20, 40)), hours=dice.randint(0, 23)),
        message={"kejadian": {"jenis": "Banjir", "luka": dice.randint(0, 3)}},
    )  # fmt: skip


def _any_member(dice: Random, number: int) -> dict[str, Any]:
    day = lambda: f"2026-{dice.randint(1, 12):02d}-{dice.randint(1, 28):02d}"  # noqa: E731
    status = dice.choice(("aktif", "aktif", "aktif", "nonaktif", "berhenti"))
    return member(
        f"{number:08d}-1111-4111-8111-111111111111", desa=dice.choice(JUAI.desa).kode,
        status=status,
        mulai=dice.choice((None, day())), berakhir=day() if status == "berhenti" else None,
    )  # fmt: skip


def photo(number: int) -> bytes:
    """A small picture, another for each number."""
    return picture(number)
