"""What the public page tells: this year's figures without any name, and how to reach the office."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from server.core import office
from server.core.context import Context
from server.core.permit import permit
from server.core.rows import audit_rows, settings_rows
from server.core.sessions import Account
from server.inovasi import measure_scope, survey
from server.inovasi.measures import BY_KODE
from server.inovasi.rows import innovation_rows
from shared import skm
from shared.clock import WITA
from shared.roles import Permission

KEEP = timedelta(minutes=5)
SETTING = "halaman_publik"
"""Whether the page is there for everybody; it is, unless it has been switched off."""


@dataclass(frozen=True)
class Summary:
    """The year so far; ``percent_in_time`` and ``index`` are None without anything to count."""

    tahun: int
    until: date
    sample: bool
    villages: int
    of_villages: int
    kegiatan: int
    kejadian: int
    percent_in_time: float | None
    pembinaan: int
    peserta: int
    index: float | None
    """Of one half-year, the newest with answers: the same figure as on the desk and on paper."""
    grade: str
    periode: str
    address: str
    numbers: tuple[tuple[str, str], ...]

    @property
    def empty(self) -> bool:
        """Whether nobody has reported this year."""
        return not (self.villages or self.kegiatan or self.kejadian)


def is_on(ctx: Context) -> bool:
    """Whether the public page may be shown."""
    with ctx.database.read() as db:
        return settings_rows.all_values(db).get(SETTING, "true") == "true"


def set_on(ctx: Context, account: Account, *, on: bool) -> None:
    """Show the public page, or switch it off."""
    permit(account, Permission.WRITE_BUKTI)
    at, text = ctx.clock.now(), "true" if on else "false"
    with ctx.database.write() as db:
        settings_rows.put(db, SETTING, text)
        audit_rows.add(db, at, account.username, "setting_changed", SETTING, text)
    ctx.bell.ring()


class Kept:
    """The summary for everybody, counted at most once in `KEEP` however many ask."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._at: datetime | None = None
        self._told: Summary | None = None

    def read(self, ctx: Context) -> Summary:
        """The figures, a few minutes old at the most; blocks while they are counted."""
        now = ctx.clock.now()
        with self._lock:
            if self._told is None or self._at is None or not timedelta() <= now - self._at < KEEP:
                self._told, self._at = summary(ctx), now
            return self._told


def summary(ctx: Context) -> Summary:
    """Counted anew from what came in; withdrawn reports and practice do not count."""
    now = ctx.clock.now()
    today = now.astimezone(WITA).date()
    with ctx.database.read() as db:
        seen = measure_scope.observe(ctx.wilayah, db, measure_scope.of_year(today.year), now)
        asked = survey.newest_in(db, today.year)
        sample = settings_rows.all_values(db).get(innovation_rows.SAMPLE) == "true"
    told = office.read(ctx)
    found = {kode: BY_KODE[kode].compute(seen) for kode in _USED}
    result = asked.result if asked else skm.Result(0)
    kinds = [row["kind"] for row in seen.activities]
    return Summary(
        tahun=today.year,
        until=today,
        sample=sample,
        villages=found["desa_aktif"].top or 0,
        of_villages=found["desa_aktif"].of or len(ctx.wilayah.desa),
        kegiatan=kinds.count("kegiatan"),
        kejadian=kinds.count("kejadian"),
        percent_in_time=found["tepat_waktu"].value,
        pembinaan=int(found["pembinaan"].value or 0),
        peserta=int(found["peserta"].value or 0),
        index=result.index,
        grade=result.grade,
        periode=asked.periode if asked else "",
        address=str(told["kop_alamat"]),
        numbers=tuple(_number(one) for one in told["nomor_darurat"]),
    )


_USED = ("desa_aktif", "tepat_waktu", "pembinaan", "peserta")


def _number(one: dict[str, Any]) -> tuple[str, str]:
    return str(one.get("nama", "")), str(one.get("nomor", ""))
