"""A report that the kecamatan writes on behalf of a village, out of what the village sent by chat.

Checked by the same rules as a phone's, given a resi, sent to the village's phones. The message
keeps, under ``atas_nama``, who wrote it and from what text; phones read past it.

DeskLaporanError
└── FaultyError   ``gaps`` names the fields: mend them and save again
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from server.core.context import Context
from server.core.permit import permit
from server.core.rows import audit_rows
from server.core.sessions import Account
from server.laporan import receive_laporan
from server.laporan.rows import laporan_queries
from server.laporan.wa_paste.parse import Pasted, parse, parse_all
from shared import protocol as p
from shared.checks import gaps
from shared.checks_form import LONG
from shared.clock import format_time, parse_time
from shared.codec import decode_laporan
from shared.protocol import Gap
from shared.roles import Permission

MARK = "atas_nama"
FROM_CHAT = "tempel_wa"
NEAR = timedelta(hours=2)


class DeskLaporanError(Exception):
    """Nothing was saved."""


class FaultyError(DeskLaporanError):
    """The fields in ``gaps`` must be mended first."""

    def __init__(self, found: Sequence[Gap]) -> None:
        super().__init__(found)
        self.gaps = tuple(found)


@dataclass(frozen=True)
class Saved:
    """Where it is now."""

    id: str
    resi: str


@dataclass(frozen=True)
class Alike:
    """A report of the same village that began at about the same time."""

    id: str
    resi: str
    mulai: datetime
    tempat: str


@dataclass(frozen=True)
class Origin:
    """Who wrote a report on behalf of its village, and from what words."""

    oleh: str
    teks: str


def read(ctx: Context, account: Account, text: str) -> Pasted:
    """What the text says, field by field; nothing is kept."""
    permit(account, Permission.WRITE_LAPORAN)
    return parse(ctx.wilayah, text, ctx.clock.now())


def read_all(ctx: Context, account: Account, text: str) -> tuple[Pasted, ...]:
    """Every report that the text holds, one at least."""
    permit(account, Permission.WRITE_LAPORAN)
    return parse_all(ctx.wilayah, text, ctx.clock.now())


def alike(ctx: Context, account: Account, desa: str, mulai: str) -> tuple[Alike, ...]:
    """What is there already, so that one patrol does not count twice."""
    permit(account, Permission.WRITE_LAPORAN)
    start = parse_time(mulai)
    with ctx.database.read() as db:
        rows = laporan_queries.around(db, desa, start - NEAR, start + NEAR)
    return tuple(Alike(**row) for row in rows)


def save(ctx: Context, account: Account, message: dict[str, Any], text: str) -> Saved:
    """The report with its resi; raises FaultyError with every fault named."""
    permit(account, Permission.WRITE_LAPORAN)
    now, ident = ctx.clock.now(), str(uuid.uuid4())
    whole = {**message, "id": ident, "versi": 1, "ditulis": format_time(now)}
    whole[MARK] = {"oleh": account.nama, "cara": FROM_CHAT, "teks": text[:LONG]}
    found = gaps(whole)
    if whole.get("desa") not in ctx.wilayah.by_kode:
        found.append(Gap("desa", p.REQUIRED))
    if found:
        raise FaultyError(found)
    told = json.dumps(whole, ensure_ascii=False)
    with ctx.database.write() as db:
        result = receive_laporan.from_desk(
            ctx.wilayah, db, decode_laporan(whole), told, account.nama, now
        )
        audit_rows.add(db, now, account.username, "laporan_written", ident, result.resi or "")
    ctx.bell.ring()
    return Saved(ident, result.resi or "")


def origin(message: dict[str, Any]) -> Origin | None:
    """Who wrote this message at the desk; None: it came from a phone."""
    mark = message.get(MARK)
    if not isinstance(mark, dict):
        return None
    told: dict[str, Any] = mark  # pyright: ignore[reportUnknownVariableType]
    return Origin(str(told.get("oleh", "")), str(told.get("teks", "")))
