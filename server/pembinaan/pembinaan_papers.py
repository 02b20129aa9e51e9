"""The papers of a coaching: invitation, attendance list, minutes, certificates, follow-ups."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from server.core import office
from server.core.context import Context
from server.core.files.photo_files import PhotoKey
from server.core.permit import permit
from server.core.sessions import Account
from server.laporan.laporan_paper import PaperFile, photo_bytes
from server.pembinaan.papers import daftar_hadir, notulen, sertifikat, tindak_lanjut, undangan
from server.pembinaan.papers.facts import Coaching, Guest, Task
from server.pembinaan.pembinaan_reading import Attendant, Photo, Record, Todo, record
from server.pembinaan.rows import pembinaan_rows as rows
from shared.clock import WITA
from shared.documents.letterhead import Office, numbered, office_of
from shared.documents.photo_sheet import Picture
from shared.documents.words import FOTO, FOTO_DENGAN
from shared.pembinaan import BENTUK, StatusTindakLanjut
from shared.roles import Permission
from shared.satlinmas import JABATAN
from shared.sensitif import may_leave
from shared.wilayah import Wilayah

Write = Callable[[Coaching, Office, date], bytes]

PAPERS: Mapping[str, Write] = {
    "undangan.pdf": lambda coaching, on_paper, _: undangan.write(coaching, on_paper),
    "daftar-hadir.pdf": lambda coaching, on_paper, _: daftar_hadir.write(coaching, on_paper),
    "notulen.pdf": lambda coaching, on_paper, _: notulen.write(coaching, on_paper),
    "sertifikat.pdf": lambda coaching, on_paper, _: sertifikat.write(coaching, on_paper),
    "tindak-lanjut.pdf": tindak_lanjut.write,
    "tindak-lanjut.xlsx": lambda coaching, _, today: tindak_lanjut.sheet(coaching, today),
}
"""What can be asked for, by the name of the file."""


def coaching_paper(ctx: Context, account: Account, ident: str, name: str) -> PaperFile | None:
    """One of `PAPERS`; None when there is no such record or paper."""
    permit(account, Permission.EXPORT)
    found = record(ctx, account, ident)
    if found is None or name not in PAPERS:
        return None
    settings = office.read(ctx)
    today = ctx.clock.now().astimezone(WITA).date()
    coaching = _coaching(ctx, found, str(settings["nomor_pembinaan"]))
    return PaperFile(name, PAPERS[name](coaching, office_of(ctx.wilayah, settings), today))


def _coaching(ctx: Context, found: Record, form: str) -> Coaching:
    written = _written(ctx, found)
    start_of_year = datetime(written.year, 1, 1, tzinfo=WITA)
    with ctx.database.read() as db:
        place = rows.place_since(db, found.id, start_of_year)
    printed = may_leave(found.foto)
    return Coaching(
        bentuk=BENTUK.get(found.bentuk, found.bentuk),
        judul=found.judul,
        mulai=found.mulai,
        selesai=found.selesai,
        tempat=found.tempat,
        penyelenggara=found.penyelenggara,
        narasumber=found.narasumber,
        materi=found.materi,
        hasil=found.hasil,
        jp=found.jp,
        desa=tuple(ctx.wilayah.nama_desa(kode) for kode in found.desa),
        number=numbered(form, place, written),
        written=written,
        guests=tuple(_guest(ctx.wilayah, person) for person in found.people),
        tasks=tuple(_task(ctx.wilayah, todo) for todo in found.todos),
        pictures=tuple(_picture(ctx, number, one) for number, one in enumerate(printed, 1)),
        hidden=len(found.foto) - len(printed),
    )


def _written(ctx: Context, found: Record) -> date:
    """When the villages were first told; today while they have not been."""
    first = min((version.at for version in found.versions), default=ctx.clock.now())
    return (first if found.sent else ctx.clock.now()).astimezone(WITA).date()


def _guest(wilayah: Wilayah, person: Attendant) -> Guest:
    jabatan = JABATAN.get(person.jabatan, person.jabatan)
    return Guest(person.nama, jabatan, wilayah.nama_desa(person.desa), person.sertifikat)


def _task(wilayah: Wilayah, todo: Todo) -> Task:
    until = date.fromisoformat(todo.tenggat) if todo.tenggat else None
    done = todo.status == StatusTindakLanjut.SELESAI
    return Task(
        todo.teks,
        wilayah.nama_desa(todo.desa),
        until,
        done,
        todo.done_at,
        todo.done_by,
        todo.done_teks,
    )


def _picture(ctx: Context, number: int, foto: Photo) -> Picture:
    name = FOTO.format(ke=number)
    words = FOTO_DENGAN.format(foto=name, keterangan=foto.keterangan) if foto.keterangan else name
    return Picture(photo_bytes(ctx, PhotoKey(foto.desa, foto.sha256)), words)
