"""The states of a report on both sides, each with the words that people read.

Phone: draft, queued, text_received, received, refused. Server: diterima, perlu_perbaikan,
diverifikasi, ditarik.
"""

from __future__ import annotations

from enum import StrEnum


class PhoneState(StrEnum):
    """Where a report stands on the phone; there is no stored "sending"."""

    DRAFT = "draft"
    QUEUED = "queued"
    TEXT_RECEIVED = "text_received"
    RECEIVED = "received"
    REFUSED = "refused"


class Status(StrEnum):
    """What the kecamatan has done with a report."""

    DITERIMA = "diterima"
    PERLU_PERBAIKAN = "perlu_perbaikan"
    DIVERIFIKASI = "diverifikasi"
    DITARIK = "ditarik"


BARU, DIPROSES, SELESAI = "baru", "diproses", "selesai"
PENGADUAN = (BARU, DIPROSES, SELESAI)
"""What the kecamatan says of a complaint about the app or the service."""

UNSENT = frozenset({PhoneState.QUEUED, PhoneState.TEXT_RECEIVED})
"""What "Belum terkirim: n" counts."""

COUNTED = frozenset({Status.DITERIMA, Status.PERLU_PERBAIKAN, Status.DIVERIFIKASI})
"""What every figure counts; a withdrawn report is readable and out of every count."""
