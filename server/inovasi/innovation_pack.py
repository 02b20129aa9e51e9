"""All evidence of a year as one ZIP, each file in the folder of its indicator."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

from server.core.context import Context
from server.core.jobs import Step
from server.core.papers import teks as words
from server.core.permit import permit
from server.core.sessions import Account
from server.inovasi import evidence, innovation, teks
from server.inovasi.indicator_words import next_step, says
from server.inovasi.indicators import Overview, Standing
from server.inovasi.innovation_papers import DOCX, PDF, XLSX, made, paperwork
from server.inovasi.rows import innovation_rows
from shared.roles import Permission

MEDIA = "application/zip"

PAPERS: tuple[tuple[str, str, tuple[int, ...]], ...] = (
    ("profil", PDF, ()), ("profil", DOCX, ()), ("sk", DOCX, (16, 17, 23)),
    ("pelaksana", XLSX, (17, 23)), ("ringkasan", PDF, (25,)), ("pedoman", PDF, (26,)),
    ("monev", PDF, (20, 34)), ("skm", PDF, (34,)), ("kemanfaatan", PDF, (22, 28, 33)),
    ("uji-coba", PDF, (32,)), ("video", PDF, (35,)),
)  # fmt: skip
"""Each paper in a form, and the indicators that it belongs to; without any it is for all."""

Row = dict[str, Any]


def start(ctx: Context, account: Account, tahun: int) -> str:
    """Begin to make it in the background; the id of the work."""
    permit(account, Permission.READ_BUKTI)
    permit(account, Permission.EXPORT)
    name = f"{words.PAKET.format(tahun=tahun)}.zip"
    return ctx.jobs.start(
        account.username, Permission.EXPORT, name, MEDIA,
        lambda path, step: write(ctx, account, tahun, path, step),
    )  # fmt: skip


def write(ctx: Context, account: Account, tahun: int, path: Path, step: Step) -> None:
    """The whole pack into a file."""
    permit(account, Permission.READ_BUKTI)
    permit(account, Permission.EXPORT)
    page = innovation.page(ctx, account, tahun)
    work = paperwork(ctx, account, page)
    files = [one for one in page.files if one["sha256"]]
    total = len(PAPERS) + len(files)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr(words.PAKET_ISI, _contents(page.overview, page.is_sample))
        for number, (macam, jenis, wanted) in enumerate(PAPERS, 1):
            step(number, total)
            data, name = made(work, macam, jenis), f"{words.NAMA_BERKAS[macam]}.{jenis}"
            for folder in _folders(page.overview, wanted):
                pack.writestr(f"{folder}/{name}", data)
        for number, one in enumerate(files, 1):
            step(len(PAPERS) + number, total)
            _put_file(ctx, pack, _folder_of(page.overview, one["tempat"]), number, one)
        _put_links(pack, page.overview, page.files)


def _put_file(ctx: Context, pack: zipfile.ZipFile, folder: str, number: int, one: Row) -> None:
    with ctx.database.read() as db:
        data = innovation_rows.data(db, one["sha256"])
    if data is not None:
        pack.writestr(f"{folder}/{number:02d} {evidence.file_name(one)}", data)


def _put_links(pack: zipfile.ZipFile, overview: Overview, files: tuple[Row, ...]) -> None:
    """Addresses, one file for each folder."""
    links: dict[str, list[str]] = {}
    for one in files:
        if one["tautan"]:
            folder = _folder_of(overview, one["tempat"])
            links.setdefault(folder, []).append(f"{one['nama']}: {one['tautan']}")
    for folder, lines in links.items():
        pack.writestr(f"{folder}/{words.PAKET_TAUTAN}", "\n".join(lines) + "\n")


def _contents(overview: Overview, is_sample: bool) -> str:
    total = words.JUMLAH_POIN.format(
        poin=teks.angka(overview.points), semua=teks.angka(overview.most)
    )
    lines = [words.CONTOH] if is_sample else []
    lines += [words.PAKET.format(tahun=overview.set.tahun), total, ""]
    for one in overview.standings:
        lines.append(
            words.PAKET_BARIS.format(
                nomor=one.indicator.nomor, nama=one.indicator.nama, p=one.reached,
                poin=teks.angka(one.points), kata=says(one),
            )
        )  # fmt: skip
        lines += [f"   {file['nama']}" for file in one.files]
        lines.append(f"   {next_step(one)}")
    return "\n".join(lines) + "\n"


def _folders(overview: Overview, wanted: tuple[int, ...]) -> list[str]:
    found = [one for one in overview.standings if one.indicator.nomor in wanted]
    return [_folder(one) for one in found] or [words.PAKET_UMUM]


def _folder_of(overview: Overview, tempat: str) -> str:
    """Of an indicator; what belongs to a stage lies with the papers for all."""
    kind, _, key = tempat.partition(":")
    standing = overview.find(int(key)) if kind == "indikator" else None
    return _folder(standing) if standing else words.PAKET_UMUM


def _folder(one: Standing) -> str:
    plain = re.sub(r"[^A-Za-z0-9 ()-]+", " ", one.indicator.nama)
    return f"{one.indicator.nomor:02d} {' '.join(plain.split())}"
