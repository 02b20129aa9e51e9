"""What the staff view reads of coachings: the list, a month of the calendar, one record in full."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server.core import paging
from server.core.context import Context
from server.core.db.database import Db
from server.core.permit import permit
from server.core.sessions import Account
from server.pembinaan.pembinaan_effect import Effect, effect
from server.pembinaan.rows import pembinaan_rows as rows
from server.pembinaan.rows import village_rows
from shared.clock import WITA
from shared.roles import Permission

PER_PAGE = 25

Row = dict[str, Any]


@dataclass(frozen=True)
class Line:
    """One line of the list."""

    id: str
    bentuk: str
    judul: str
    mulai: datetime | None
    selesai: datetime | None
    tempat: str
    status: str
    versi: int
    sent_versi: int
    changed_at: datetime
    desa: tuple[str, ...]
    people: int
    todos_done: int
    todos: int

    @property
    def sent(self) -> bool:
        """Whether its villages have it, in some version."""
        return self.sent_versi > 0


@dataclass(frozen=True)
class Page:
    """A page of the list; ``number`` counts from 1."""

    lines: tuple[Line, ...]
    total: int
    number: int

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return paging.pages(self.total, PER_PAGE)


@dataclass(frozen=True)
class Village:
    """An invited village: whether it has read, and what it answered."""

    desa: str
    jawaban: str | None
    jawaban_teks: str
    jawaban_at: datetime | None
    jawaban_oleh: str
    read_at: datetime | None


@dataclass(frozen=True)
class Attendant:
    """Somebody who took part."""

    id: str
    desa: str
    anggota: str | None
    nama: str
    jabatan: str
    sertifikat: str = ""


@dataclass(frozen=True)
class Member:
    """An active member of a roster, who can be ticked."""

    id: str
    desa: str
    nama: str
    jabatan: str
    alamat: str = ""


@dataclass(frozen=True)
class Photo:
    """A photo of a coaching or of a follow-up, in the folder of ``desa``."""

    desa: str
    sha256: str
    keterangan: str
    sensitif: bool


@dataclass(frozen=True)
class Todo:
    """A follow-up of one village."""

    id: str
    teks: str
    desa: str
    tenggat: str | None
    status: str
    done_at: datetime | None
    done_by: str
    done_teks: str
    foto: tuple[Photo, ...]


@dataclass(frozen=True)
class Report:
    """A report that led to it, as short as a line."""

    id: str
    desa: str
    kind: str
    jenis: str | None
    mulai: datetime | None
    tempat: str
    resi: str


@dataclass(frozen=True)
class Version:
    """When and by whom a version was written last."""

    versi: int
    at: datetime
    by: str


@dataclass(frozen=True)
class Record:
    """A coaching in full."""

    id: str
    versi: int
    sent_versi: int
    bentuk: str
    judul: str
    mulai: datetime | None
    selesai: datetime | None
    tempat: str
    penyelenggara: str
    narasumber: str
    materi: str
    hasil: str
    jp: float
    status: str
    changed_at: datetime
    changed_by: str
    villages: tuple[Village, ...]
    people: tuple[Attendant, ...]
    members: tuple[Member, ...]
    todos: tuple[Todo, ...]
    foto: tuple[Photo, ...]
    reports: tuple[Report, ...]
    versions: tuple[Version, ...]
    effect: Effect | None

    @property
    def desa(self) -> tuple[str, ...]:
        """The codes of its villages."""
        return tuple(village.desa for village in self.villages)

    def of(self, desa: str) -> tuple[list[str], list[str], list[str]]:
        """What is noted of a village, by id: its answer, who came from there, its follow-ups."""
        return (
            [one.desa for one in self.villages if one.desa == desa and one.jawaban],
            [person.id for person in self.people if person.desa == desa],
            [todo.id for todo in self.todos if todo.desa == desa],
        )

    @property
    def sent(self) -> bool:
        """Whether its villages have it, in some version."""
        return self.sent_versi > 0

    @property
    def unsent(self) -> bool:
        """Whether something has been written since it was sent, or it never was."""
        return self.versi != self.sent_versi


def page(ctx: Context, account: Account, number: int = 1) -> Page:
    """A page of 25, the newest first."""
    permit(account, Permission.READ_PEMBINAAN)
    with ctx.database.read() as db:
        total = rows.count(db)
        number = max(1, min(number, -(-total // PER_PAGE)))
        found = rows.page(db, limit=PER_PAGE, offset=(number - 1) * PER_PAGE)
        return Page(_lines(db, found), total, number)


def month(ctx: Context, account: Account, bulan: str) -> tuple[Line, ...]:
    """All that takes place in a month, the earliest first."""
    permit(account, Permission.READ_PEMBINAAN)
    year, number = (int(part) for part in bulan.split("-"))
    since = datetime(year, number, 1, tzinfo=WITA)
    until = datetime(year + number // 12, number % 12 + 1, 1, tzinfo=WITA)
    with ctx.database.read() as db:
        return _lines(db, rows.between(db, since, until))


def record(ctx: Context, account: Account, ident: str) -> Record | None:
    """One coaching in full, or None when there is none."""
    permit(account, Permission.READ_PEMBINAAN)
    with ctx.database.read() as db:
        row = rows.find(db, ident)
        return _record(ctx, db, row) if row else None


def _lines(db: Db, found: list[Row]) -> tuple[Line, ...]:
    idents = [row["id"] for row in found]
    desa, heads = rows.villages_of(db, idents), rows.heads(db, idents)
    todos = rows.open_todos(db, idents)
    own = [name for name in Line.__dataclass_fields__ if found and name in found[0]]
    return tuple(
        Line(
            **{name: row[name] for name in own},
            desa=tuple(desa.get(row["id"], ())),
            people=heads.get(row["id"], 0),
            todos_done=todos.get(row["id"], (0, 0))[0],
            todos=todos.get(row["id"], (0, 0))[1],
        )
        for row in found
    )


def _record(ctx: Context, db: Db, row: Row) -> Record:
    ident = row["id"]
    villages = rows.villages(db, ident)
    desa = [v["desa"] for v in villages]
    read = rows.readers(db, ident)
    own = {name: row[name] for name in Record.__dataclass_fields__ if name in row}
    return Record(
        **own,
        villages=tuple(
            Village(
                v["desa"], v["jawaban"], v["jawaban_teks"] or "", v["jawaban_at"],
                v["jawaban_oleh"] or "", read.get(v["desa"]),
            )
            for v in villages
        ),
        people=tuple(_attendant(p) for p in rows.people(db, ident)),
        members=tuple(_member(m) for m in village_rows.members(db, desa)),
        todos=_todos(db, ident),
        foto=tuple(
            Photo(ctx.wilayah.kode, f["sha256"], f["keterangan"], f["sensitif"])
            for f in rows.photos(db, ident)
        ),
        reports=tuple(Report(**r) for r in village_rows.lines(db, rows.reports(db, ident))),
        versions=tuple(Version(v["versi"], v["at"], v["by"]) for v in rows.versions(db, ident)),
        effect=effect(db, desa, row["selesai"] or row["mulai"], ctx.clock.now()),
    )  # fmt: skip


def _attendant(row: Row) -> Attendant:
    names = ("id", "desa", "anggota", "nama", "jabatan", "sertifikat")
    return Attendant(**{name: row[name] for name in names})


def _member(row: Row) -> Member:
    told = json.loads(row["message"])
    office, where = told.get("jabatan") or "", told.get("alamat") or ""
    return Member(row["id"], row["desa"], row["nama"], office, where)


def _todos(db: Db, ident: str) -> tuple[Todo, ...]:
    found = rows.todos(db, ident)
    foto: dict[str, list[Photo]] = {}
    for f in rows.todo_photos(db, [t["id"] for t in found]):
        shown = Photo(f["desa"], f["sha256"], f["keterangan"], f["sensitif"])
        foto.setdefault(f["tindak_lanjut"], []).append(shown)
    return tuple(
        Todo(
            t["id"], t["teks"], t["desa"], t["tenggat"], t["status"], t["done_at"],
            t["done_by"] or "", t["done_teks"] or "", tuple(foto.get(t["id"], ())),
        )
        for t in found
    )  # fmt: skip
