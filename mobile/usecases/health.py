"""Periksa HP: one row for each thing that a report may need."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum

from mobile.usecases.phone import Phone, off_loop
from mobile.usecases.photo import ROOM_MB
from mobile.usecases.read import damages, is_unsent
from shared.protocol import CLOCK_WARNING_S


class Part(StrEnum):
    """What is looked at, in the order of the screen."""

    KAMERA = "kamera"
    LOKASI = "lokasi"
    SAMBUNGAN = "sambungan"
    JAM = "jam"
    RUANG = "ruang"
    SIMPANAN = "simpanan"
    JAMINAN = "jaminan"


class Grade(StrEnum):
    """How it stands."""

    BAIK = "baik"
    PERHATIAN = "perhatian"
    TIDAK_TAHU = "tidak_tahu"


@dataclass(frozen=True)
class Finding:
    """One row. ``number`` and ``at`` are what its sentence names (MB, seconds, last contact)."""

    part: Part
    grade: Grade
    reason: str = ""
    number: float | None = None
    at: str | None = None
    tried: str = ""
    """What came of the last attempt: ``Dicoba 02.15, belum ada sinyal.``"""


Probe = Callable[[], Awaitable[str | None]]
"""Asks the device: None when all is well, else a reason (`denied`, `off`, `failed`)."""


async def examine(
    phone: Phone, camera: Probe | None = None, location: Probe | None = None
) -> tuple[Finding, ...]:
    """All rows; camera and location are asked of whoever knows the device."""
    connected = await phone.connectivity.connected()
    return (
        await _asked(Part.KAMERA, camera),
        await _asked(Part.LOKASI, location),
        *await off_loop(_stored, phone, connected),
    )


def clock(offset_s: float | None) -> Finding:
    """Whether the phone's clock can be trusted; a positive offset means that it is ahead."""
    if offset_s is None:
        return Finding(Part.JAM, Grade.TIDAK_TAHU)
    bad = abs(offset_s) > CLOCK_WARNING_S
    return Finding(Part.JAM, Grade.PERHATIAN if bad else Grade.BAIK, number=offset_s)


async def _asked(part: Part, probe: Probe | None) -> Finding:
    if probe is None:
        return Finding(part, Grade.TIDAK_TAHU)
    reason = await probe()
    return Finding(part, Grade.PERHATIAN if reason else Grade.BAIK, reason=reason or "")


def _stored(phone: Phone, connected: bool) -> tuple[Finding, ...]:
    state = phone.state.sync_state()
    free = phone.space.free_mb()
    found = damages(phone)
    lent = (_promise(phone),) if phone.keeping.is_lent else ()
    return (
        _connection(connected, state.token_refused, state.last_contact),
        clock(state.clock_offset_s),
        Finding(Part.RUANG, Grade.BAIK if free >= ROOM_MB else Grade.PERHATIAN, number=free),
        Finding(Part.SIMPANAN, Grade.PERHATIAN if found else Grade.BAIK, number=len(found)),
        *lent,
    )


def _promise(phone: Phone) -> Finding:
    """Whether the browser keeps what is not sent yet, and how much that is."""
    waiting = sum(1 for record in phone.laporan.open_records() if is_unsent(record))
    grade = Grade.BAIK if phone.keeping.is_promised else Grade.PERHATIAN
    return Finding(Part.JAMINAN, grade, number=waiting)


def _connection(connected: bool, token_refused: bool, last: str | None) -> Finding:
    if token_refused:
        return Finding(Part.SAMBUNGAN, Grade.PERHATIAN, "token_refused", at=last)
    if not connected:
        return Finding(Part.SAMBUNGAN, Grade.PERHATIAN, "no_signal", at=last)
    return Finding(Part.SAMBUNGAN, Grade.BAIK if last else Grade.TIDAK_TAHU, at=last)
