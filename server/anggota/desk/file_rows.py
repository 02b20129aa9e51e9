"""The tables of a file's preview: faults, open questions, what is not used, rows as stored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import flet as ft

from server.anggota import nik, teks
from server.anggota.desk.file_state import FileState
from server.anggota.roster_import import ANOTHER, Preview, SheetFact
from server.anggota.roster_match import Entry, Record
from server.core import paging
from server.core import teks as umum
from server.desk.widgets.buttons import outline_button, pill
from server.desk.widgets.layout import card, pad, rule, table_line
from server.desk.widgets.text import second, text
from server.desk.widgets.theme import colours, look
from shared.satlinmas import JABATAN, REGU_PENDEK
from shared.widgets.layout import column, row, wrapped
from shared.wilayah import Wilayah

MOST = 200
PER_PAGE = 25
FAULT = (70.0, 190.0, 220.0, None)
PERSON = (44.0, None, 100.0, 30.0, 86.0, 90.0, 112.0, 128.0, 110.0)


def faults(found: Preview) -> list[ft.Control]:
    """Every cell that must be mended."""
    if not found.faults:
        return []
    lines: list[list[ft.Control]] = []
    for fault in found.faults[:MOST]:
        why = teks.AG_IMPOR_SEL.get(fault.code, teks.AG_SALAH_LAIN)
        where = f"{fault.column}, {fault.heading}" if fault.column else fault.heading
        lines.append(
            [
                text(str(fault.row)),
                text(where, lines=1),
                text(fault.value or umum.TANPA_FOTO, lines=1),
                text(why, "bodyb"),
            ]
        )
    rest = len(found.faults) - MOST
    more = [second(teks.AG_IMPOR_SISA.format(n=rest), "body")] if rest > 0 else []
    return [_table(teks.AG_IMPOR_KOLOM_SALAH, lines, FAULT), *more]


def questions(
    state: FileState, found: Preview, answer: Callable[[int, str], None]
) -> list[ft.Control]:
    """Who may be somebody who is here already: asked, never decided."""
    if not found.asked:
        return []
    head = ft.Semantics(content=text(teks.AG_IMPOR_SAMA_TANYA, "head"), header=True)
    parts: list[ft.Control] = [head, second(teks.AG_IMPOR_SAMA_PETUNJUK, "body")]
    for entry in found.asked[:MOST]:
        said = state.answers.get(entry.row)
        parts += [rule(), _question(entry, said, answer)]
    return [card(column(*parts, gap=10, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))]


def _question(entry: Entry, said: str | None, answer: Callable[[int, str], None]) -> ft.Control:
    def press(who: str) -> Callable[[], None]:
        return lambda: answer(entry.row, who)

    pills = [
        pill(
            teks.AG_IMPOR_SAMA_DENGAN.format(siapa=_who(one.old or one.record)),
            press(one.record["id"]), chosen=said == one.record["id"],
        )
        for one in entry.perhaps
    ]  # fmt: skip
    pills.append(pill(teks.AG_IMPOR_ORANG_LAIN, press(ANOTHER), chosen=said == ANOTHER))
    told = teks.AG_IMPOR_SAMA_BARIS.format(baris=entry.row, siapa=_who(entry.record))
    return column(text(told, "bodyb"), wrapped(*pills), gap=6)


def _who(record: Record) -> str:
    """``M. Ridwan, lahir 14-03-1995, RT 03``"""
    born = record.get("tanggal_lahir")
    parts = [record["nama"], teks.AG_IMPOR_LAHIR.format(tanggal=_day(born)) if born else ""]
    return ", ".join(part for part in (*parts, record.get("alamat") or "") if part)


def left_out(found: Preview) -> list[ft.Control]:
    """All that the file holds and nobody will find here."""
    said: list[str] = []
    if found.unused_columns:
        said.append(teks.AG_IMPOR_KOLOM_LAIN.format(nama=", ".join(found.unused_columns)))
    if found.unused_sheets:
        names = ", ".join(sheet_name(one) for one in found.unused_sheets)
        said.append(teks.AG_IMPOR_LEMBAR_LAIN.format(nama=names))
    said += [
        teks.AG_IMPOR_LEWAT_BARIS.format(
            baris=one.row, apa=teks.AG_IMPOR_LEWAT[one.why], teks=one.text[:120]
        )
        for one in found.skipped
    ]
    return _listed(teks.AG_IMPOR_TIDAK_DIPAKAI, said)


def notes(found: Preview) -> list[ft.Control]:
    """How cells were understood."""
    said = [
        teks.AG_IMPOR_CATATAN_BARIS.format(
            sel=note.cell, isi=note.value, apa=teks.AG_IMPOR_NOTE[note.code]
        )
        for note in found.notes
    ]
    return _listed(teks.AG_IMPOR_CATATAN, said)


def _listed(title: str, said: Sequence[str]) -> list[ft.Control]:
    if not said:
        return []
    head = ft.Semantics(content=text(title, "head"), header=True)
    lines = [second(words, "body") for words in said[:MOST]]
    if len(said) > MOST:
        lines.append(second(teks.AG_IMPOR_LAGI.format(n=len(said) - MOST), "body"))
    return [card(column(head, *lines, gap=6))]


def people(state: FileState, found: Preview, turn: Callable[[int], None]) -> list[ft.Control]:
    """Rows as they will be stored, a page at a time."""
    if not found.people:
        return []
    pages = paging.pages(len(found.people), PER_PAGE)
    at = max(1, min(state.page, pages))
    shown = found.people[(at - 1) * PER_PAGE : at * PER_PAGE]
    head = ft.Semantics(content=text(teks.AG_IMPOR_LIHAT, "head"), header=True)
    lines = [_person(state.ctx.wilayah, entry) for entry in shown]
    foot = row(
        outline_button(umum.SEBELUMNYA, (lambda: turn(at - 1)) if at > 1 else None),
        second(teks.AG_IMPOR_HALAMAN.format(n=at, dari=pages)),
        outline_button(umum.BERIKUTNYA, (lambda: turn(at + 1)) if at < pages else None),
    )
    table = _table(teks.AG_IMPOR_LIHAT_KOLOM, lines, PERSON)
    return [head, table, *([foot] if pages > 1 else [])]


def _person(wilayah: Wilayah, entry: Entry) -> list[ft.Control]:
    record: dict[str, Any] = entry.record
    changed = ", ".join(teks.AG_ISIAN.get(name, name) for name in entry.changes)
    becomes = teks.AG_IMPOR_MENJADI[entry.does].format(isian=changed or teks.AG_NIK)
    post = JABATAN.get(str(record["jabatan"]), str(record["jabatan"]))
    squad = REGU_PENDEK.get(str(record["regu"] or ""), "")
    said = [
        wilayah.nama_desa(record["desa"]), record["jenis_kelamin"],
        _day(record["tanggal_lahir"]), record["alamat"], record["hp"],
        nik.mask(entry.nik) if entry.nik else "", becomes,
    ]  # fmt: skip
    return [
        text(str(entry.row)),
        column(
            text(record["nama"], "bodyb", lines=2),
            second(", ".join(filter(None, (post, squad))), lines=1),
            gap=2,
        ),
        *(text(words or "", lines=2) for words in said),
    ]


def _table(
    heads: Sequence[str], lines: Sequence[list[ft.Control]], widths: Sequence[float | None]
) -> ft.Control:
    """A table; where it has no room each line is a small stack."""
    parts: list[ft.Control] = []
    if not look().roomy:
        for cells in lines:
            parts += [rule(), ft.Container(content=column(*cells, gap=2), padding=pad(8, 16))]
        parts = parts[1:]
    else:
        parts.append(_line([second(name, "metab") for name in heads], widths, colours().quiet))
        for cells in lines:
            parts += [rule(), _line(cells, widths, None)]
    return card(
        column(*parts, gap=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        padding=0, radius=14, clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )  # fmt: skip


def _line(
    cells: list[ft.Control], widths: Sequence[float | None], back: str | None
) -> ft.Container:
    return table_line(cells, widths, back, padding=pad(9, 16))


def sheet_name(one: SheetFact) -> str:
    """With a word where it is hidden."""
    return teks.AG_IMPOR_TERSEMBUNYI.format(nama=one.name) if one.hidden else one.name


def _day(text_: str | None) -> str:
    return f"{date.fromisoformat(text_):%d-%m-%Y}" if text_ else ""
