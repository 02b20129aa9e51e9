"""The same few people in all tests: Bu Ida of Lalayau, Pak Rudi of Hamarung, Kasi Trantib."""

from __future__ import annotations

import json
import uuid
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from mobile.domain.record import Record, finished
from mobile.ports import Identity
from shared.clock import WITA
from shared.laporan import (
    Foto,
    Kind,
    Laporan,
    Pelapor,
    Personel,
    RincianKejadian,
)
from shared.wilayah import from_json

FIRST = Path(__file__).parents[1] / "server/core/db/migrations/versions/0016_juai.json"
JUAI = from_json(json.loads(FIRST.read_text(encoding="utf-8")))
"""The kecamatan of all tests but those of another one."""
LALAYAU = "63.11.01.2013"
HAMARUNG = "63.11.01.2002"

BU_IDA = Pelapor("Ida (contoh)", "Kasi Pemerintahan")
PAK_RUDI = Pelapor("Rudi (contoh)", "Kepala Satlinmas")
KASI_TRANTIB = "Kasi Trantib (contoh)"

EVENING = datetime(2026, 11, 24, 20, 41, tzinfo=WITA)
"""Tuesday evening, when Bu Ida writes her report."""

IDA_PHONE = Identity(
    server="http://127.0.0.1:8550",
    device_id="11111111-1111-4111-8111-111111111111",
    pelapor=BU_IDA,
    desa_kode=LALAYAU,
    desa_nama="Lalayau",
    kecamatan_kode="63.11.01",
    kecamatan_nama="Juai",
    activated_at="2026-11-01T09:00:00+08:00",
)

RUDI_PHONE = replace(
    IDA_PHONE,
    device_id="22222222-2222-4222-8222-222222222222",
    pelapor=PAK_RUDI,
    desa_kode=HAMARUNG,
    desa_nama="Hamarung",
)


def new_id() -> str:
    """A fresh id."""
    return str(uuid.uuid4())


def foto(sha256: str = "a" * 64, size: int = 1000) -> Foto:
    """A photo that is only named."""
    return Foto(sha256=sha256, size=size, lebar=1280, tinggi=960)


def patrol(ident: str | None = None, **changes: Any) -> Laporan:
    """Bu Ida's patrol of tonight, complete."""
    whole = Laporan(
        id=ident or new_id(),
        versi=1,
        kind=Kind.KEGIATAN,
        desa=LALAYAU,
        pelapor=BU_IDA,
        ditulis="2026-11-24T20:41:00+08:00",
        jenis="PATROLI",
        mulai="2026-11-24T20:00:00+08:00",
        selesai="2026-11-24T23:00:00+08:00",
        tempat="Poskamling RT 02",
        personel=(Personel("Amat (contoh)"), Personel("Udin (contoh)")),
        jumlah_personel=2,
        pihak_lain=("Babinsa",),
        uraian="Ronda keliling RT 01 sampai RT 04, keadaan aman.",
        hasil="Aman terkendali",
    )
    return replace(whole, **changes)


def flood(ident: str | None = None, **changes: Any) -> Laporan:
    """A flood in Lalayau, complete."""
    whole = Laporan(
        id=ident or new_id(),
        versi=1,
        kind=Kind.KEJADIAN,
        desa=LALAYAU,
        pelapor=BU_IDA,
        ditulis="2026-11-24T20:41:00+08:00",
        jenis="BENCANA",
        mulai="2026-11-24T20:30:00+08:00",
        tempat="Bantaran sungai RT 04",
        uraian="Banjir di Bantaran sungai RT 04.",
        kejadian=RincianKejadian(jenis="Banjir", waktu="2026-11-24T20:30:00+08:00", rumah=3),
    )
    return replace(whole, **changes)


def nihil(ident: str | None = None, periode: str = "2026-11") -> Laporan:
    """Nothing happened in Lalayau that month."""
    return Laporan(
        id=ident or new_id(),
        versi=1,
        kind=Kind.NIHIL,
        desa=LALAYAU,
        pelapor=BU_IDA,
        ditulis="2026-11-24T20:41:00+08:00",
        periode=periode,
    )


def draft_of(laporan: Laporan) -> Record:
    """A record that is still being written."""
    return Record(id=laporan.id, draft=laporan, saved_at="2026-11-24T20:41:00+08:00")


def queued(laporan: Laporan) -> Record:
    """A finished record that waits for a signal."""
    return finished(draft_of(laporan), "2026-11-24T20:45:00+08:00", None)
