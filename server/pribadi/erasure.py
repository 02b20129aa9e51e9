"""One member's data on request: what is kept of them, and how it is erased. The audit stays.

ErasureError
├── NotThereError   there is no such member
└── ErasedError     it has been erased already
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server.anggota.roster_merge import as_text
from server.anggota.rows import roster_rows
from server.core.context import Context
from server.core.db.database import AT_ONCE, Db
from server.core.permit import permit
from server.core.rows import audit_rows, change_rows, erasing_rows, village_rows
from server.core.sessions import Account
from server.laporan.laporan_row import row_of
from server.pembinaan import pembinaan_message
from shared import erasing
from shared.clock import WITA, format_time
from shared.codec import decode_laporan
from shared.names import plain
from shared.roles import Permission
from shared.wilayah import Wilayah

MOST_SHOWN = 20


class ErasureError(Exception):
    """Nothing was changed."""


class NotThereError(ErasureError):
    """There is no such member."""


class ErasedError(ErasureError):
    """Nothing is left to erase."""


@dataclass(frozen=True)
class Trace:
    """A report whose free text holds the name: a person must look at it."""

    id: str
    resi: str


@dataclass(frozen=True)
class ErasurePreview:
    """What would go, before it goes."""

    id: str
    nama: str
    desa: str
    erased: bool
    nik: bool
    versions: int
    reports: int
    trainings: int
    in_texts: tuple[Trace, ...]
    """Reports that keep the name in their free text; only a person can judge those."""


def preview(ctx: Context, account: Account, ident: str) -> ErasurePreview:
    """Count first."""
    permit(account, Permission.WRITE_ANGGOTA)
    with ctx.database.read() as db:
        message = _message(db, ident)
        nama, desa = message["nama"], message["desa"]
        lines = erasing_rows.report_lines(db, erasing_rows.reports_with(db, ident, desa, nama))
        gone = erasing_rows.is_erased(db, ident)
        in_list = [row for row in lines if _in_list(row["message"], ident, nama)]
        in_text = [row for row in lines if not gone and _in_text(row["message"], nama)]
        return ErasurePreview(
            id=ident, nama=nama, desa=desa, erased=gone,
            nik=roster_rows.nik(db, ident) is not None,
            versions=len(roster_rows.history(db, ident)),
            reports=len(in_list),
            trainings=len(erasing_rows.coachings_of(db, ident)),
            in_texts=tuple(Trace(row["id"], row["resi"]) for row in in_text[:MOST_SHOWN]),
        )  # fmt: skip


def erase(ctx: Context, account: Account, ident: str) -> None:
    """The person goes out of roster, reports and coachings; counts and the audit stay."""
    permit(account, Permission.WRITE_ANGGOTA)
    carry_out(ctx, ident, account.username)
    ctx.bell.ring()


def carry_out(ctx: Context, ident: str, by: str) -> None:
    """The same, also for the retention job: some reports at a time, so that others write meanwhile.

    Cut in between, it is begun again; the person counts as erased when the last step is done.
    """
    with ctx.database.read() as db:
        nama = _to_erase(db, ident)["nama"]
        reports = _reports(db, ident)
    changed = 0
    for start in range(0, len(reports), AT_ONCE):
        with ctx.database.write() as db:
            some = reports[start : start + AT_ONCE]
            changed += sum(
                forget_in_report(ctx.wilayah, db, report, ident, (nama,)) for report in some
            )
    settle_words(ctx)
    with ctx.database.write() as db:
        _to_erase(db, ident)
        came = set(_reports(db, ident)) - set(reports)
        changed += sum(forget_in_report(ctx.wilayah, db, report, ident, (nama,)) for report in came)
        _end(db, ident, ctx.clock.now())
        audit_rows.add(db, ctx.clock.now(), by, "person_erased", ident, f"{changed} laporan")
    if came:
        settle_words(ctx)


def settle_words(ctx: Context) -> None:
    """What was taken out goes out of the index of words too, some of it at a time."""
    more = True
    begin = True
    while more:
        with ctx.database.write() as db:
            more, begin = erasing_rows.merge_words(db, begin=begin), False


def _to_erase(db: Db, ident: str) -> dict[str, Any]:
    if erasing_rows.is_erased(db, ident):
        raise ErasedError
    return _message(db, ident)


def _reports(db: Db, ident: str) -> list[str]:
    member = _message(db, ident)
    return erasing_rows.reports_with(db, ident, member["desa"], member["nama"])


def _end(db: Db, ident: str, at: datetime) -> None:
    before = _message(db, ident)
    refs = {row["pembinaan"]: row["desa"] for row in erasing_rows.coachings_of(db, ident)}
    erasing_rows.rename_in_coachings(db, ident, erasing.NAMA)
    roster_rows.drop_nik(db, ident)
    # Before the blank record: a phone must still know the name that it is to forget.
    told = json.dumps({"id": ident})
    change_rows.add(db, before["desa"], erasing.CHANGE, at, data=told, ref=ident)
    _blank_member(db, before, at)
    for ref, village in refs.items():
        pembinaan_message.tell(db, ref, [village], at)
    erasing_rows.mark(db, ident, at)


def forget_in_report(
    wilayah: Wilayah, db: Db, report: str, ident: str, names: tuple[str, ...]
) -> bool:
    """Every text of the report without the name; True when the list of people held it."""
    changed = False
    for row in erasing_rows.texts(db, report):
        message = json.loads(row["message"])
        after = erasing.forget(message, ident, names)
        if after == message:
            continue
        changed = True
        erasing_rows.put_text(db, report, row["versi"], row["digest"], json.dumps(after))
        if row["in_force"]:
            words = row_of(wilayah, decode_laporan(after), erasing_rows.resi(db, report))["words"]
            erasing_rows.put_columns(db, report, {"words": words})
    return changed


def _blank_member(db: Db, before: dict[str, Any], at: datetime) -> None:
    """What stays: the village, the sex and the squad, which figures count."""
    ident, versi = before["id"], int(before["versi"]) + 1
    blank: dict[str, Any] = {
        **dict.fromkeys(before), "id": ident, "versi": versi, "desa": before["desa"],
        "nama": erasing.NAMA, "jenis_kelamin": before["jenis_kelamin"], "alamat": "",
        "jabatan": before["jabatan"], "regu": before["regu"], "status": "berhenti",
        "alasan": erasing.NAMA, "hp": "", "pendidikan": "", "kta": "", "perlengkapan": [],
        "terdaftar_simlinmas": False, "berakhir": at.astimezone(WITA).date().isoformat(),
        "diubah": format_time(at),
    }  # fmt: skip
    text = as_text(blank)
    digest = hashlib.sha256(text.encode()).hexdigest()
    row = {
        "versi": versi, "nama": erasing.NAMA, "status": "berhenti", "message": text,
        "changed_at": at,
    }  # fmt: skip
    version = {
        "anggota": ident, "versi": versi, "sent_versi": versi, "digest": digest, "sent": text,
        "message": text, "device": None, "at": at,
    }  # fmt: skip
    erasing_rows.put_member(db, ident, row, version)
    change_rows.add(db, before["desa"], "anggota", at, data=text, ref=ident, versi=versi)


def _message(db: Db, ident: str) -> dict[str, Any]:
    member = village_rows.member(db, ident)
    if member is None:
        raise NotThereError
    return json.loads(member.message)


def _in_list(message: str, ident: str, nama: str) -> bool:
    told = json.loads(message)
    return erasing.forget(told, ident, (nama,)) != told


def _in_text(message: str, nama: str) -> bool:
    """The name in what was written freely, or of the one who reported."""
    told = {name: value for name, value in json.loads(message).items() if name != "personel"}
    return plain(nama) in plain(json.dumps(told, ensure_ascii=False))
