"""Evidence files of the innovation: letters, decrees, photos, tables, links; checked by content.

The bytes lie in the database: durable with the entry that names them, and in every backup.

EvidenceError
├── WrongTypeError   none of the types that are taken
├── TooLargeError    more than `MOST_BYTES`
└── BadLinkError     no address that begins with http:// or https://
"""

from __future__ import annotations

import hashlib
import io
import re
import uuid
import zipfile
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from server.core.context import Context
from server.core.files import jpeg
from server.core.permit import permit
from server.core.rows import audit_rows
from server.core.sessions import Account
from server.inovasi.rows import innovation_rows
from shared.photos.picture_file import is_picture
from shared.roles import Permission

MOST_BYTES = 10 * 1024 * 1024
MOST_LETTERS = 200
MOST_LINK = 500
KINDS = ("sk", "surat", "undangan", "daftar_hadir", "foto", "laporan", "media", "lain")
LINK = "tautan"

_PLACE = re.compile(r"(indikator:\d{1,3}|tahap:[a-z0-9_]{1,20})\Z", re.ASCII)
_OFFICE = {"word/": "docx", "xl/": "xlsx"}
_MEDIA = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class EvidenceError(Exception):
    """Nothing was kept."""


class WrongTypeError(EvidenceError):
    """Choose a PDF, a photo, a DOCX or an XLSX."""


class TooLargeError(EvidenceError):
    """Choose a smaller file; a video goes in as a link."""


class BadLinkError(EvidenceError):
    """Give an address that begins with http:// or https://."""


@dataclass(frozen=True)
class EvidenceFile:
    """A file to be sent to who asked for it."""

    name: str
    media: str
    data: bytes


def add(
    ctx: Context, account: Account, tahun: int, tempat: str, jenis: str, nama: str, data: bytes
) -> str:
    """Keep a file at an indicator or a stage; returns its id.

    Raises an EvidenceError or, for a photo that cannot be read, a PhotoError.
    """
    permit(account, Permission.WRITE_BUKTI)
    _check_place(tempat, jenis)
    if len(data) > MOST_BYTES:
        raise TooLargeError
    suffix = type_of(data)
    if suffix == "jpg":
        # A photo is reduced and loses its metadata, as all photos here do.
        data = jpeg.reduced(data)
    facts = {
        "sha256": hashlib.sha256(data).hexdigest(), "akhiran": suffix, "size": len(data),
        "tautan": "",
    }  # fmt: skip
    return _keep(ctx, account, tahun, tempat, jenis, nama, facts, data)


def add_link(
    ctx: Context, account: Account, tahun: int, tempat: str, nama: str, tautan: str
) -> str:
    """Keep an address, of a video or an article, at an indicator or a stage."""
    permit(account, Permission.WRITE_BUKTI)
    _check_place(tempat, LINK)
    tautan = tautan.strip()
    try:
        parts = urlsplit(tautan)
    except ValueError as error:
        raise BadLinkError from error
    if parts.scheme not in ("http", "https") or not parts.netloc or len(tautan) > MOST_LINK:
        raise BadLinkError
    facts = {"sha256": "", "akhiran": "", "size": 0, "tautan": tautan}
    return _keep(ctx, account, tahun, tempat, LINK, nama or tautan, facts, None)


def remove(ctx: Context, account: Account, ident: str) -> None:
    """Take it away again; that it was there stands in the log."""
    permit(account, Permission.WRITE_BUKTI)
    at = ctx.clock.now()
    with ctx.database.write() as db:
        row = innovation_rows.file(db, ident)
        if row is None:
            return
        innovation_rows.drop_file(db, ident)
        detail = f"{row['tempat']}, {row['nama']}"
        audit_rows.add(db, at, account.nama, "evidence_removed", ident, detail)
    ctx.bell.ring()


def fetch(ctx: Context, account: Account, ident: str) -> EvidenceFile | None:
    """The file; None when there is none, or only a link."""
    permit(account, Permission.READ_BUKTI)
    with ctx.database.read() as db:
        row = innovation_rows.file(db, ident)
        data = innovation_rows.data(db, row["sha256"]) if row and row["sha256"] else None
    if row is None or data is None:
        return None
    return EvidenceFile(file_name(row), _MEDIA[row["akhiran"]], data)


def file_name(row: dict[str, Any]) -> str:
    """A name that every file system takes, with the ending of what it is."""
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}\Z", "", row["nama"])
    plain = re.sub(r"[^A-Za-z0-9 ._-]+", "_", stem).strip(" ._-") or "berkas"
    return f"{plain[:80]}.{row['akhiran']}"


def type_of(data: bytes) -> str:
    """The ending that fits the content, of what is kept; raises `WrongTypeError` or HeicPhoto."""
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _office_type(data)
    if is_picture(data):
        return "jpg"
    raise WrongTypeError


def _office_type(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise WrongTypeError from error
    # A document with macros is a program: it is not taken.
    if "[Content_Types].xml" not in names or any("vbaProject" in name for name in names):
        raise WrongTypeError
    for folder, suffix in _OFFICE.items():
        if any(name.startswith(folder) for name in names):
            return suffix
    raise WrongTypeError


def _check_place(tempat: str, jenis: str) -> None:
    if not _PLACE.match(tempat) or jenis not in (*KINDS, LINK):
        raise WrongTypeError


def _keep(
    ctx: Context, account: Account, tahun: int, tempat: str, jenis: str, nama: str,
    facts: dict[str, Any], data: bytes | None,
) -> str:  # fmt: skip
    ident, at = str(uuid.uuid4()), ctx.clock.now()
    name = " ".join(nama.split())[:MOST_LETTERS] or jenis
    row = {"id": ident, "tahun": tahun, "tempat": tempat, "jenis": jenis, "nama": name}
    with ctx.database.write() as db:
        if data is not None:
            innovation_rows.keep_data(db, facts["sha256"], data)
        innovation_rows.add_file(db, {**row, **facts, "at": at, "by": account.nama})
        audit_rows.add(db, at, account.nama, "evidence_added", ident, f"{tempat}, {name}")
    ctx.bell.ring()
    return ident
