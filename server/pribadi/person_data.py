"""All that is kept of one member, to be handed to that person: as JSON, and as a text to read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, cast

from server.anggota.roster_columns import COLUMNS
from server.anggota.roster_history import Step, steps
from server.anggota.rows import roster_rows
from server.core.context import Context
from server.core.db.database import Db
from server.core.permit import permit
from server.core.rows import audit_rows, erasing_rows, village_rows
from server.core.sessions import Account
from server.pribadi import erasure, teks
from server.pribadi.audit_log import words_of
from shared import erasing
from shared.clock import WITA, format_time, parse_time, tanggal, tanggal_jam
from shared.jenis import nama_jenis
from shared.roles import Permission
from shared.satlinmas import JABATAN, JENIS_KELAMIN, REGU, STATUS
from shared.wilayah import Wilayah

JSON, TEXT = "json", "txt"
Facts = dict[str, Any]

_LABELS = {column.field: column.name for column in COLUMNS if column.field}


def export(ctx: Context, account: Account, ident: str, kind: str) -> bytes:
    """The file; who took it stands in the log before it leaves. Raises `erasure.NotThereError`."""
    permit(account, Permission.READ_ANGGOTA)
    permit(account, Permission.EXPORT)
    now = ctx.clock.now()
    with ctx.database.write() as db:
        facts = _facts(ctx.wilayah, db, ident, now)
        audit_rows.add(db, now, account.username, "person_exported", ident, kind)
    if kind == JSON:
        return (json.dumps(facts, ensure_ascii=False, indent=2) + "\n").encode()
    return ("\n".join(_lines(ctx.wilayah, facts, now)) + "\n").encode()


def _facts(wilayah: Wilayah, db: Db, ident: str, now: datetime) -> Facts:
    member = village_rows.member(db, ident)
    if member is None:
        raise erasure.NotThereError
    record: Facts = json.loads(member.message)
    nik = roster_rows.nik(db, ident)
    return {
        "dibuat": format_time(now),
        "anggota": {**record, "nik": nik["masked"] if nik else None},
        "riwayat": [_step(step) for step in steps(roster_rows.history(db, ident))],
        "laporan": list(_reports(wilayah, db, ident, record)),
        "pembinaan": [_training(row) for row in roster_rows.trainings(db, ident)],
        "kegiatan_hp": [
            {"waktu": format_time(row["at"]), "macam": row["kind"]}
            for row in erasing_rows.acts_with(db, member.desa, ident)
        ],
        "catatan": [
            {"waktu": format_time(row["at"]), "oleh": row["actor"], "perbuatan": row["action"]}
            for row in audit_rows.about(db, ident)
        ],
    }


def _step(step: Step) -> Facts:
    changes = [{"isian": c.field, "lama": c.before, "baru": c.after} for c in step.changes]
    return {"waktu": format_time(step.at), "oleh": step.by, "perubahan": changes}


def _reports(wilayah: Wilayah, db: Db, ident: str, record: Facts) -> Iterator[Facts]:
    nama = record["nama"]
    found = erasing_rows.reports_with(db, ident, record["desa"], nama)
    for row in erasing_rows.report_lines(db, found):
        message = json.loads(row["message"])
        if erasing.forget(message, ident, (nama,)) != message:
            when = format_time(row["mulai"]) if row["mulai"] else None
            yield {"resi": row["resi"], "mulai": when, "jenis": row["jenis"],
                   "tempat": row["tempat"], "desa": wilayah.nama_desa(row["desa"])}  # fmt: skip


def _training(row: Facts) -> Facts:
    when = format_time(row["mulai"]) if row["mulai"] else None
    return {"judul": row["judul"], "mulai": when, "jp": row["jp"], "sertifikat": row["sertifikat"]}


def _lines(wilayah: Wilayah, facts: Facts, now: datetime) -> Iterator[str]:
    """The same to be read on paper."""
    yield teks.BERKAS_JUDUL
    made = tanggal_jam(now.astimezone(WITA))
    yield teks.BERKAS_DIBUAT.format(waktu=made, kecamatan=wilayah.nama)
    for part, title in teks.BERKAS_BAGIAN.items():
        yield ""
        yield title.upper()
        told = list(
            _member(wilayah, facts[part])
            if part == "anggota"
            else (_words(wilayah, one) for one in facts[part])
        )
        yield from told or [teks.BERKAS_KOSONG]


def _member(wilayah: Wilayah, record: Facts) -> Iterator[str]:
    labels = {**_LABELS, "nik": teks.BERKAS_NIK, "sk": teks.BERKAS_SK}
    for name, value in record.items():
        if name not in ("id", "versi", "diubah") and (said := _said(wilayah, name, value)):
            yield f"{labels.get(name, name)}: {said}"


def _words(wilayah: Wilayah, item: Facts) -> str:
    said = [_said(wilayah, name, value) for name, value in item.items() if name != "perubahan"]
    changed = [
        f"{_LABELS.get(one['isian'], one['isian'])} "
        f"\u201c{_said(wilayah, one['isian'], one['lama'])}\u201d > "
        f"\u201c{_said(wilayah, one['isian'], one['baru'])}\u201d"
        for one in item.get("perubahan", ())
    ]
    return "- " + ", ".join(part for part in (*said, *changed) if part)


def _said(wilayah: Wilayah, name: str, value: Any) -> str:
    """A value as people read it."""
    if value in (None, "", [], {}):
        return ""
    if isinstance(value, bool):
        return teks.BERKAS_YA if value else teks.BERKAS_TIDAK
    if isinstance(value, dict):
        parts = cast("Facts", value).items()
        return ", ".join(said for part, one in parts if (said := _said(wilayah, part, one)))
    if isinstance(value, list):
        return ", ".join(_said(wilayah, "", one) for one in cast("list[Any]", value))
    return wilayah.nama_desa(value) if name == "desa" else _NAMED.get(name, str)(value)


def _moment(text: str) -> str:
    return tanggal_jam(parse_time(text).astimezone(WITA)) if "T" in text else _day(text)


def _day(text: str) -> str:
    try:
        return tanggal(date.fromisoformat(text), weekday=False)
    except ValueError:
        return text


def _from(table: dict[str, str]) -> Callable[[Any], str]:
    return lambda kode: table.get(str(kode), str(kode))


_NAMED: dict[str, Callable[[Any], str]] = {
    "waktu": _moment, "mulai": _moment, "berakhir": _day, "tanggal_lahir": _day, "tanggal": _day,
    "jenis": nama_jenis, "jp": lambda jp: teks.BERKAS_JP.format(jp=f"{jp:g}"),
    "perbuatan": words_of,
    "jabatan": _from(JABATAN), "regu": _from(REGU), "status": _from(STATUS),
    "jenis_kelamin": _from(JENIS_KELAMIN),
}  # fmt: skip
