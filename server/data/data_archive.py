"""A period as one ZIP: the reports as a table, every photo that may leave, and what each means.

It is streamed: the first bytes leave at once, and no more than a piece of it is ever in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from server.core.context import Context
from server.core.files.disk import make_folder
from server.core.files.photo_files import PhotoFiles, PhotoKey
from server.core.papers.sheet import Cell, csv_lines
from server.core.papers.zip_stream import ZipStream, safe_name
from server.core.permit import permit
from server.core.rows import audit_rows
from server.core.sessions import Account
from server.data import teks, teks_kamus
from server.data.data_out import Which, laporan_where, scope_words
from server.data.datasets import laporan
from server.data.datasets.fields import DECIMAL, FLAG, MOMENT, NUMBER, TEXT, Dataset, Field
from server.data.rows import export_rows
from shared.clock import WITA, parse_time, tanggal_jam
from shared.laporan import Foto
from shared.roles import Permission
from shared.sensitif import may_leave
from shared.wilayah import Wilayah

README, REPORTS, PHOTOS = "baca-saya.txt", "laporan.csv", "foto.csv"
BATCH = 100


@dataclass(frozen=True)
class Shot:
    """A photo of a report, where it lies in the ZIP, and why not when it does not."""

    resi: str
    number: int
    foto: Foto
    file: str
    state: str


def _taken(one: Shot) -> datetime | None:
    return parse_time(one.foto.diambil).astimezone(WITA) if one.foto.diambil else None


def _place(name: str) -> Callable[[Shot], Cell]:
    return lambda one: getattr(one.foto.lokasi, name, None)


FOTO: Dataset[Shot] = Dataset(
    "foto",
    "Foto",
    teks_kamus.FOTO,
    (
        Field("resi", TEXT, lambda one: one.resi),
        Field("urutan", NUMBER, lambda one: one.number),
        Field("berkas", TEXT, lambda one: one.file),
        Field("keadaan", TEXT, lambda one: one.state),
        Field("keterangan", TEXT, lambda one: one.foto.keterangan),
        Field("diambil", MOMENT, _taken),
        Field("lintang", DECIMAL, _place("lintang")),
        Field("bujur", DECIMAL, _place("bujur")),
        Field("sensitif", FLAG, lambda one: one.foto.sensitif),
        Field("sha256", TEXT, lambda one: one.foto.sha256),
    ),
)


def archive(
    ctx: Context, account: Account, which: Which, *, sensitif: bool = False
) -> Iterator[bytes]:
    """The ZIP piece by piece; ``sensitif``: with those photos too, for who may see them."""
    permit(account, Permission.EXPORT)
    permit(account, Permission.READ_LAPORAN)
    if sensitif:
        permit(account, Permission.SEE_SENSITIF)
    with ctx.database.write() as db:
        more = " · dengan foto sensitif" if sensitif else ""
        detail = f"laporan.zip · {scope_words(ctx.wilayah, which)}{more}"
        audit_rows.add(db, ctx.clock.now(), account.username, "data_exported", which.desa, detail)
    return _pieces(ctx, account, which, sensitif)


def file_name(wilayah: Wilayah, which: Which) -> str:
    """What the browser saves it as."""
    return f"{safe_name(f'laporan {scope_words(wilayah, which)}')}.zip"


def _pieces(ctx: Context, account: Account, which: Which, sensitif: bool) -> Iterator[bytes]:
    now, stream = ctx.clock.now(), ZipStream(ctx.clock.now())
    yield from stream.text(README, [_readme(ctx.wilayah, account, which, now, sensitif).encode()])
    with ctx.database.read() as db:
        idents = export_rows.laporan_ids(db, laporan_where(which))
    data = laporan.DATASET
    rows = map(data.row, laporan.items(ctx.wilayah, ctx.database, idents))
    yield from stream.text(REPORTS, csv_lines(data.heads(), rows))
    shots: list[list[Cell]] = []
    with _fetching(ctx) as photos:
        for key, shot in _all_shots(ctx, idents, sensitif):
            there = photos.file(key) if shot.file else None
            if there:
                yield from stream.photo(shot.file, there)
                if not photos.is_near:
                    there.unlink()
            shots.append(FOTO.row(shot if there or not shot.file else _late(shot)))
    yield from stream.text(PHOTOS, csv_lines(FOTO.heads(), shots))
    yield from stream.end()


@contextmanager
def _fetching(ctx: Context) -> Generator[PhotoFiles]:
    """The photos; copies of what lies on another machine are this archive's own, to be dropped."""
    if ctx.photos.is_near:
        yield ctx.photos
        return
    make_folder(ctx.settings.fetched_folder)
    with TemporaryDirectory(dir=ctx.settings.fetched_folder) as folder:
        yield ctx.photos.with_copies_in(Path(folder))


def _all_shots(ctx: Context, idents: list[str], sensitif: bool) -> Iterator[tuple[PhotoKey, Shot]]:
    for start in range(0, len(idents), BATCH):
        some = idents[start : start + BATCH]
        with ctx.database.read() as db:
            whole = export_rows.whole_photos(db, some)
        for item in laporan.items(ctx.wilayah, ctx.database, some):
            yield from _shots(ctx.wilayah, item, whole, sensitif)


def _shots(
    wilayah: Wilayah, item: laporan.Item, whole: set[tuple[str, str]], sensitif: bool
) -> Iterator[tuple[PhotoKey, Shot]]:
    report, resi = item.laporan, str(item.row["resi"])
    leaving = report.foto if sensitif else may_leave(report.foto)
    for number, foto in enumerate(report.foto, start=1):
        name = f"foto/{safe_name(wilayah.nama_desa(report.desa))}/{safe_name(resi)}-{number}.jpg"
        if foto not in leaving:
            name, state = "", teks.FOTO_SENSITIF
        elif (report.id, foto.sha256) not in whole:
            name, state = "", teks.FOTO_BELUM
        else:
            state = teks.FOTO_ADA
        yield PhotoKey(report.desa, foto.sha256), Shot(resi, number, foto, name, state)


def _late(shot: Shot) -> Shot:
    """The table says it has come, the disk does not."""
    return Shot(shot.resi, shot.number, shot.foto, "", teks.FOTO_BELUM)


def _readme(wilayah: Wilayah, account: Account, which: Which, now: datetime, sensitif: bool) -> str:
    """What this is, and the meaning of every column of both tables."""
    lines = [
        teks.ZIP_JUDUL.format(lingkup=scope_words(wilayah, which)),
        teks.ZIP_OLEH.format(nama=account.nama, waktu=tanggal_jam(now)),
        teks.ZIP_SENSITIF_IKUT if sensitif else teks.ZIP_SENSITIF_TIDAK,
        teks.ZIP_CARA,
    ]
    for name, data in ((REPORTS, laporan.DATASET), (PHOTOS, FOTO)):
        lines += ["", f"{teks.KAMUS}: {name}"]
        lines += [f"{row[0]} ({row[2]}): {row[3]}" for row in data.dictionary()]
    return "\r\n".join(lines) + "\r\n"
