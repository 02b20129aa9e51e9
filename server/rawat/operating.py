"""How the server does, for whoever runs it: a few numbers, nothing of what is in the reports."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from server.core.context import Context
from server.core.db import database_copy
from server.core.metrics import BOUNDS
from server.core.rows import device_rows
from server.rawat import backup_note
from server.rawat.doctor import LITTLE_ROOM
from server.rawat.rows import operating_rows

OLD_BACKUP_S = 3 * 24 * 3600
CLOSED = {"status": "attention", "troubles": ["closed"]}
"""What is told of a kecamatan whose data cannot be read."""


@dataclass(frozen=True)
class Standing:
    """As it is now. Ages in seconds; None is what has never been."""

    laporan: int
    phones: int
    queued: int
    photos_awaited: int
    database_bytes: int
    photo_bytes: int
    free_bytes: int
    backup_age_s: float | None
    contact_age_s: float | None

    @property
    def troubles(self) -> list[str]:
        """What somebody should look at, as words."""
        found = {
            "no_backup": self.backup_age_s is None,
            "old_backup": (self.backup_age_s or 0) > OLD_BACKUP_S,
            "little_room": self.free_bytes < LITTLE_ROOM,
        }
        return [word for word, is_so in found.items() if is_so]


def standing(ctx: Context) -> Standing:
    """Read it; quick enough to be asked every few seconds."""
    now = ctx.clock.now()
    with ctx.database.read() as db:
        counts = database_copy.how_many(db)
        phones = [row for row in device_rows.everyone(db) if row["revoked_at"] is None]
        awaited = operating_rows.photos_awaited(db)
        size, of_photos = operating_rows.size(db), operating_rows.photo_bytes(db)
    backup = backup_note.last(ctx)
    contacts = [row["last_contact"] for row in phones if row["last_contact"] is not None]
    return Standing(
        laporan=counts["laporan"],
        phones=len(phones),
        queued=sum(row["queued"] or 0 for row in phones),
        photos_awaited=awaited,
        database_bytes=size,
        photo_bytes=of_photos,
        free_bytes=shutil.disk_usage(ctx.settings.data).free,
        backup_age_s=(now - backup).total_seconds() if backup else None,
        contact_age_s=(now - max(contacts)).total_seconds() if contacts else None,
    )


def last_contact(ctx: Context) -> datetime | None:
    """When any phone that may send was in contact last."""
    with ctx.database.read() as db:
        phones = [row for row in device_rows.everyone(db) if row["revoked_at"] is None]
    return max((row["last_contact"] for row in phones if row["last_contact"]), default=None)


def details(ctx: Context, version: str) -> dict[str, Any]:
    """The same for a person or a watcher that reads JSON."""
    now = standing(ctx)
    return {**_status(now.troubles), "version": version, **asdict(now)}


def _status(troubles: list[str]) -> dict[str, Any]:
    return {"status": "attention" if troubles else "ok", "troubles": troubles}


def details_of_all(told: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """Of several kecamatan, by their codes: figures of the first, troubles of any."""
    first = next(iter(told.values()))
    troubles = list(dict.fromkeys(word for one in told.values() for word in one["troubles"]))
    return {**first, **_status(troubles), "kecamatan": dict(told)}


def of_all(told: Mapping[str, str], closed: Iterable[str] = ()) -> str:
    """The texts of several kecamatan, by their codes, as one: each figure says whose it is.

    ``closed``: the codes of those whose data cannot be read.
    """
    families: dict[str, list[str]] = {}
    for kode, text in told.items():
        family: list[str] = []
        for line in text.splitlines():
            if line.startswith("# HELP"):
                family = families.setdefault(line, [])
            elif line.startswith("# TYPE"):
                family[:] = family or [line]
            else:
                family.append(_labelled(line, kode))
    opened = {**dict.fromkeys(told, 1), **dict.fromkeys(closed, 0)}
    families["# HELP sinar_kecamatan_open whether the data of a kecamatan can be read"] = [
        "# TYPE sinar_kecamatan_open gauge",
        *(_labelled(f"sinar_kecamatan_open {word}", kode) for kode, word in opened.items()),
    ]
    return "".join(f"{line}\n" for head, rest in families.items() for line in (head, *rest))


def _labelled(line: str, kode: str) -> str:
    name, _, value = line.rpartition(" ")
    name, _, more = name.partition("{")
    return f'{name}{{kecamatan="{kode}"{"," + more if more else "}"} {value}'


def prometheus(ctx: Context) -> str:
    """The same, and the counts since the start, in Prometheus' text form."""
    now, meters = standing(ctx), ctx.meters
    lines: list[str] = []

    def add(name: str, kind: str, about: str, values: dict[str, float]) -> None:
        lines.append(f"# HELP sinar_{name} {about}")
        lines.append(f"# TYPE sinar_{name} {kind}")
        lines.extend(f"sinar_{name}{label} {value:.15g}" for label, value in values.items())

    def labelled(name: str, label: str) -> dict[str, float]:
        return {f'{{{label}="{word}"}}': n for word, n in sorted(meters.of(name).items())}

    for name, label, about in (
        ("reports_total", "state", "reports that phones sent, by the answer"),
        ("refused_total", "code", "requests that were refused, by code"),
    ):
        add(name, "counter", about, labelled(name, label))
    for name, about in (
        ("photos_total", "photos that arrived whole"),
        ("packages_total", "sealed packages that were taken in"),
    ):
        add(name, "counter", about, {"": float(sum(meters.of(name).values()))})
    lines += _histogram(meters.syncs, meters.sync_seconds)
    for name, about, value in (
        ("reports", "reports that are stored", now.laporan),
        ("phones", "phones that may send", now.phones),
        ("queued_reports", "reports that wait on phones, as they said last", now.queued),
        (
            "awaited_photos",
            "photos that reports name and that have not arrived",
            now.photos_awaited,
        ),
        ("database_bytes", "size of the database", now.database_bytes),
        ("photo_bytes", "size of the photos that are whole", now.photo_bytes),
        ("free_bytes", "free space where the data lies", now.free_bytes),
        ("backup_age_seconds", "since the last backup", now.backup_age_s),
        ("contact_age_seconds", "since any phone was in contact", now.contact_age_s),
    ):
        if value is not None:
            add(name, "gauge", about, {"": float(value)})
    return "\n".join(lines) + "\n"


def _histogram(buckets: list[int], seconds: float) -> list[str]:
    lines = [
        "# HELP sinar_sync_seconds how long a sync took",
        "# TYPE sinar_sync_seconds histogram",
    ]
    total = 0
    for bound, number in zip((*map(str, BOUNDS), "+Inf"), buckets, strict=True):
        total += number
        lines.append(f'sinar_sync_seconds_bucket{{le="{bound}"}} {total}')
    return [*lines, f"sinar_sync_seconds_sum {seconds:.6f}", f"sinar_sync_seconds_count {total}"]
