"""What the kecamatan does with a coaching: begins it, writes it, sends it to its villages.

Every deed is stored at once. A version is what the villages were sent; what is written after that
is the next one, until it is sent too.

PembinaanError
├── NoPembinaanError   there is no such record
├── NotReadyError      it cannot be sent yet; ``lacks`` names what is missing
└── BadValueError      a value that such a record cannot have
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from server.core.context import Context
from server.core.db.database import Db
from server.core.permit import permit
from server.core.rows import audit_rows
from server.core.sessions import Account
from server.pembinaan import pembinaan_message
from server.pembinaan.pembinaan_checks import (
    LONG,
    LONG_FIELDS,
    SHORT,
    SHORT_FIELDS,
    BadValueError,
    MoreThereError,
    NoPembinaanError,
    NotReadyError,
    Row,
    checked_fields,
)
from server.pembinaan.rows import pembinaan_rows as rows
from server.pembinaan.rows import village_rows
from shared.pembinaan import StatusPembinaan, StatusTindakLanjut
from shared.roles import Permission
from shared.wilayah import Wilayah


@dataclass(frozen=True)
class Person:
    """Somebody who took part: a member of a roster, or a free name."""

    desa: str
    nama: str
    anggota: str | None = None
    jabatan: str = ""


def begin(
    ctx: Context,
    account: Account,
    *,
    desa: Iterable[str] = (),
    laporan: Iterable[str] = (),
    **fields: Any,
) -> str:
    """A new record; returns its id."""
    permit(account, Permission.WRITE_PEMBINAAN)
    ident, at = str(uuid.uuid4()), ctx.clock.now()
    blank: Row = dict.fromkeys((*SHORT_FIELDS, *LONG_FIELDS), "")
    row: Row = {
        "id": ident, "versi": 1, "bentuk": "kunjungan", **blank, "mulai": None, "selesai": None,
        "jp": 0.0, "status": StatusPembinaan.DIRENCANAKAN, "sent_versi": 0, "created_at": at,
        "created_by": account.nama, "changed_at": at, "changed_by": account.nama,
        **checked_fields(fields),
    }  # fmt: skip
    with ctx.database.write() as db:
        rows.add(db, row)
        rows.add_villages(db, ident, _known(ctx.wilayah, desa))
        rows.add_reports(db, ident, laporan)
        _written(db, ident, account, at)
        audit_rows.add(db, at, account.nama, "pembinaan_begun", ident)
    ctx.bell.ring()
    return ident


def save(ctx: Context, account: Account, ident: str, **fields: Any) -> None:
    """Some fields, as they were just typed; the others stay as they are."""
    checked = checked_fields(fields)
    with writing(ctx, account, ident) as db:
        rows.change(db, ident, checked)


def invite(ctx: Context, account: Account, ident: str, desa: Iterable[str]) -> None:
    """These villages, too; the others stay."""
    permit(account, Permission.WRITE_PEMBINAAN)
    wanted = _known(ctx.wilayah, desa)
    with writing(ctx, account, ident) as db:
        rows.add_villages(db, ident, wanted)


def leave_out(
    ctx: Context, account: Account, ident: str, desa: str, seen: Iterable[str] = ()
) -> None:
    """This village, with its answer, those who came from there and its follow-ups; the others stay.

    ``seen``: the ids of these that were on the screen. Raises MoreThereError for one that was not.
    """
    with writing(ctx, account, ident) as db:
        people = [p["id"] for p in rows.people(db, ident) if p["desa"] == desa]
        todos = [t["id"] for t in rows.todos(db, ident) if t["desa"] == desa]
        answers = [
            v["desa"] for v in rows.villages(db, ident) if v["desa"] == desa and v["jawaban"]
        ]
        if {*answers, *people, *todos} - {*seen}:
            raise MoreThereError(desa)
        rows.drop_village(db, ident, desa)
        rows.drop_people(db, ident, people)
        rows.drop_todos(db, todos)


def tick(ctx: Context, account: Account, ident: str, people: Iterable[Person]) -> None:
    """These took part; a member who is ticked already stays so."""
    with writing(ctx, account, ident) as db:
        present(db, ident, people)


def untick(ctx: Context, account: Account, ident: str, peserta: Sequence[str]) -> None:
    """These did not take part after all, by the ids of the list."""
    with writing(ctx, account, ident) as db:
        rows.drop_people(db, ident, peserta)


def present(db: Db, ident: str, people: Iterable[Person]) -> None:
    """The same within a transaction: also a village says who came."""
    have = {p["anggota"] for p in rows.people(db, ident) if p["anggota"]}
    fresh: list[Row] = []
    for person in people:
        if not person.nama.strip() or (person.anggota and person.anggota in have):
            continue
        have.add(person.anggota or "")
        fresh.append(
            {
                "id": str(uuid.uuid4()), "pembinaan": ident, "desa": person.desa,
                "anggota": person.anggota, "nama": person.nama.strip()[:SHORT],
                "jabatan": person.jabatan[:SHORT], "sertifikat": "",
            }
        )  # fmt: skip
    rows.add_people(db, fresh)


def put_todo(
    ctx: Context,
    account: Account,
    ident: str,
    *,
    teks: str,
    desa: Iterable[str],
    tenggat: date | None = None,
    instead: Sequence[str] = (),
) -> None:
    """A follow-up for each of these villages, in the place of those that ``instead`` names.

    A village that has it already keeps it, with what it has done.
    """
    permit(account, Permission.WRITE_PEMBINAAN)
    words, wanted = " ".join(teks.split())[:LONG], _known(ctx.wilayah, desa)
    if not words:
        raise BadValueError("teks")
    with writing(ctx, account, ident) as db:
        old = {t["desa"]: t["id"] for t in rows.todos(db, ident) if t["id"] in instead}
        rows.drop_todos(db, [one for kode, one in old.items() if kode not in wanted])
        values: Row = {"teks": words, "tenggat": tenggat.isoformat() if tenggat else None}
        for kode in wanted & old.keys():
            rows.change_todo(db, old[kode], values)
        new: Row = {"pembinaan": ident, "status": StatusTindakLanjut.BELUM, **values}
        fresh = [{"id": str(uuid.uuid4()), "desa": k, **new} for k in sorted(wanted - old.keys())]
        rows.add_todos(db, fresh)


def drop_todo(ctx: Context, account: Account, ident: str, todos: Sequence[str]) -> None:
    """These follow-ups are not wanted any more."""
    with writing(ctx, account, ident) as db:
        rows.drop_todos(db, [t["id"] for t in rows.todos(db, ident) if t["id"] in todos])


def link(ctx: Context, account: Account, ident: str, laporan: Iterable[str]) -> None:
    """These reports led to it."""
    with writing(ctx, account, ident) as db:
        rows.add_reports(db, ident, laporan)


def link_resi(ctx: Context, account: Account, ident: str, resi: str) -> None:
    """The report with this receipt led to it; BadValueError when there is none."""
    with writing(ctx, account, ident) as db:
        laporan = village_rows.by_resi(db, resi.strip().upper())
        if laporan is None:
            raise BadValueError("resi")
        rows.add_reports(db, ident, [laporan])


def unlink(ctx: Context, account: Account, ident: str, laporan: str) -> None:
    """One report did not, after all."""
    with writing(ctx, account, ident) as db:
        rows.drop_report(db, ident, laporan)


def finish_todo(
    ctx: Context, account: Account, ident: str, todos: Sequence[str], *, done: bool
) -> None:
    """The desk says itself that follow-ups are done, or opens them again."""
    permit(account, Permission.WRITE_PEMBINAAN)
    at = ctx.clock.now()
    with writing(ctx, account, ident) as db:
        for todo in rows.todos(db, ident):
            if todo["id"] not in todos:
                continue
            status = StatusTindakLanjut.SELESAI if done else StatusTindakLanjut.BELUM
            who: Row = (
                {"done_at": at, "done_by": account.nama}
                if done
                else dict.fromkeys(("done_at", "done_by", "done_teks"))
            )
            rows.change_todo(db, todo["id"], {"status": status, **who})
            pembinaan_message.tell(db, ident, [todo["desa"]], at)


def send(ctx: Context, account: Account, ident: str) -> int:
    """The record as it stands goes to its villages; returns how many. Raises NotReadyError."""
    with writing(ctx, account, ident) as db:
        row = rows.find(db, ident) or {}
        lacks = [name for name in ("judul", "mulai") if not row[name]]
        lacks += [] if rows.villages(db, ident) else ["desa"]
        if lacks:
            raise NotReadyError(lacks)
        return _dispatch(db, ident, account, ctx.clock.now())


def call_off(ctx: Context, account: Account, ident: str) -> None:
    """It does not take place; villages that were invited are told."""
    with writing(ctx, account, ident) as db:
        rows.change(db, ident, {"status": StatusPembinaan.DIBATALKAN})
        if (rows.find(db, ident) or {})["sent_versi"]:
            _dispatch(db, ident, account, ctx.clock.now())


@contextmanager
def writing(ctx: Context, account: Account, ident: str) -> Generator[Db]:
    """A transaction on one record: permitted, there, and noted as a change at its end."""
    permit(account, Permission.WRITE_PEMBINAAN)
    with ctx.database.write() as db:
        row = rows.find(db, ident)
        if row is None:
            raise NoPembinaanError(ident)
        if row["versi"] == row["sent_versi"]:
            rows.change(db, ident, {"versi": row["versi"] + 1})
        yield db
        _written(db, ident, account, ctx.clock.now())
    ctx.bell.ring()


def _dispatch(db: Db, ident: str, account: Account, at: datetime) -> int:
    """To the villages of this version, and to those that only the one before had."""
    row = rows.find(db, ident) or {}
    desa = [v["desa"] for v in rows.villages(db, ident)]
    before = _sent_to(db, ident, row["sent_versi"])
    rows.change(db, ident, {"sent_versi": row["versi"]})
    _keep(db, ident, account, at)
    pembinaan_message.tell(db, ident, [*desa, *(d for d in before if d not in desa)], at)
    audit_rows.add(db, at, account.nama, "pembinaan_sent", ident, ", ".join(desa))
    return len(desa)


def _written(db: Db, ident: str, account: Account, at: datetime) -> None:
    rows.change(db, ident, {"changed_at": at, "changed_by": account.nama})
    _keep(db, ident, account, at)


def _keep(db: Db, ident: str, account: Account, at: datetime) -> None:
    """The version as it stands, for the history and for the villages."""
    row = rows.find(db, ident) or {}
    text = json.dumps(pembinaan_message.whole(db, ident), ensure_ascii=False)
    rows.keep_version(
        db,
        {"pembinaan": ident, "versi": row["versi"], "message": text, "at": at, "by": account.nama},
    )


def _sent_to(db: Db, ident: str, versi: int) -> list[str]:
    text = rows.message(db, ident, versi) if versi else None
    return list(json.loads(text)["desa"]) if text else []


def _known(wilayah: Wilayah, desa: Iterable[str]) -> set[str]:
    wanted = set(desa)
    if wanted - wilayah.by_kode.keys():
        raise BadValueError("desa")
    return wanted
