"""The picture of a file's preview: what is asked, what must be mended, what will be stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.anggota import teks
from server.anggota.desk import file_rows as rows
from server.anggota.desk.file_state import FileState
from server.anggota.roster_import import Preview, open_rows
from server.desk.widgets.buttons import choice, filled_button, outline_button, pill
from server.desk.widgets.layout import card, pad
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import colours
from shared.widgets.layout import column, row, wrapped


@dataclass(frozen=True)
class FileActions:
    """What the person can do here."""

    choose: Callable[[], None]
    template: Callable[[], None]
    bring_in: Callable[[], None]
    back: Callable[[], None]
    fetch: Callable[[], None]
    desa: Callable[[str | None], None]
    sheet: Callable[[str], None]
    answer: Callable[[int, str], None]
    turn: Callable[[int], None]


def body(state: FileState, on: FileActions) -> ft.Control:
    """Choose; then what the file would do."""
    found = state.preview
    parts: list[ft.Control] = [
        wrapped(
            filled_button(teks.AG_IMPOR_PILIH, on.choose, ft.Icons.UPLOAD_FILE)
            if found is None or found.faults
            else outline_button(teks.AG_IMPOR_PILIH, on.choose, ft.Icons.UPLOAD_FILE),
            outline_button(teks.AG_IMPOR_CONTOH, on.template, ft.Icons.DOWNLOAD),
        )
    ]
    if state.done:
        parts.append(_after(state, on))
    if found is not None:
        parts += _preview(state, found, on)
    return ft.Column(
        controls=[*parts, ft.Container(height=12)],
        spacing=12,
        expand=True,
        scroll=ft.ScrollMode.AUTO,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _after(state: FileState, on: FileActions) -> ft.Control:
    back = outline_button(teks.AG_IMPOR_UNDUH, on.fetch, ft.Icons.DOWNLOAD)
    return wrapped(*([back] if state.back else []), outline_button(teks.AG_KEMBALI, on.back))


def _preview(state: FileState, found: Preview, on: FileActions) -> list[ft.Control]:
    told = [text(teks.AG_IMPOR_BARIS.format(baris=found.rows, berkas=state.chosen.name), "bodyb")]
    parts = [*told, *_sheets(found, on), *_village(state, found, on)]
    if not found.needs_desa:
        parts += [*_verdict(state, found, on), *rows.questions(state, found, on.answer)]
    parts += [*rows.faults(found), *rows.left_out(found), *rows.notes(found)]
    return [*parts, *([] if found.needs_desa else rows.people(state, found, on.turn))]


def _sheets(found: Preview, on: FileActions) -> list[ft.Control]:
    if len(found.sheets) < 2:
        return []

    def press(name: str) -> Callable[[], None]:
        return lambda: on.sheet(name)

    pills = [
        pill(rows.sheet_name(one), press(one.name), chosen=one.name == found.table.sheet.name)
        for one in found.sheets
    ]
    return [second(teks.AG_IMPOR_LEMBAR, "metab"), wrapped(*pills)]


def _village(state: FileState, found: Preview, on: FileActions) -> list[ft.Control]:
    """A picker where the file names no village; what its title says is offered, not taken."""
    if not found.needs_desa and state.chosen.desa is None:
        return []
    likely = found.table.likely_desa
    offer: list[ft.Control] = []
    if likely and state.chosen.desa is None:
        name = teks.AG_IMPOR_DESA_INI.format(desa=state.ctx.wilayah.nama_desa(likely))
        hint = teks.AG_IMPOR_DESA_JUDUL.format(desa=state.ctx.wilayah.nama_desa(likely))
        offer = [second(hint, "body"), row(filled_button(name, lambda: on.desa(likely)))]
    picker = choice(
        teks.AG_ISIAN["desa"],
        teks.AG_PILIH_DESA,
        state.ctx.wilayah.choices,
        state.chosen.desa,
        on.desa,
        width=220,
    )
    asked = text(teks.AG_IMPOR_DESA_TANYA, "bodyb")
    return [card(column(asked, *offer, row(picker), gap=10))]


def _verdict(state: FileState, found: Preview, on: FileActions) -> list[ft.Control]:
    ready = len(found.entries) + sum(
        said == "" or any(o.record["id"] == said and o.does == "change" for o in entry.perhaps)
        for entry in found.asked
        if (said := state.answers.get(entry.row)) is not None
    )
    left = len(found.faulty_rows) + len(open_rows(found, state.answers))
    if not ready and not left:
        return [_strip("info", ft.Icons.INFO, teks.AG_IMPOR_SAMA)]
    words = teks.AG_IMPOR_BERSIH.format(baru=found.new, ubah=found.changed)
    strip = _strip("ok", ft.Icons.CHECK_CIRCLE, words)
    label = teks.AG_IMPOR_LANJUT
    deeds: list[ft.Control] = []
    if left:
        words = teks.AG_IMPOR_SEBAGIAN.format(baru=found.new, ubah=found.changed, sisa=left)
        if found.faults:
            words = teks.AG_IMPOR_SALAH.format(n=len(found.faults))
        strip = _strip("bad" if found.faults else "wait", ft.Icons.ERROR, words)
        label = teks.AG_IMPOR_LANJUT_SEBAGIAN
        back = teks.AG_IMPOR_KEMBALI.format(n=left)
        deeds = [outline_button(back, on.fetch, ft.Icons.DOWNLOAD)]
    if ready:
        button = outline_button if found.faults else filled_button
        deeds.insert(0, button(label.format(n=ready), on.bring_in, ft.Icons.CHECK))
    return [strip, wrapped(*deeds)]


def _strip(kind: str, symbol: ft.IconData, words: str) -> ft.Control:
    pair = getattr(colours(), kind)
    return ft.Semantics(
        live_region=True,
        content=ft.Container(
            content=row(icon(symbol, 22, pair.fore), text(words, "bodyb", pair.fore, expand=True)),
            padding=pad(11, 16),
            border_radius=12,
            bgcolor=pair.back,
        ),
    )
