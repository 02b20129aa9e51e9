"""The picture of a file's preview: what it would do, or every cell that must be mended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.anggota import teks
from server.anggota.roster_import import Fault, Preview
from server.core import teks as umum
from server.desk.widgets.buttons import filled_button, outline_button
from server.desk.widgets.layout import card, column, pad, row, rule, table_line, wrapped
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import colours, look

MOST = 200
_WIDTHS = (70.0, 190.0, 220.0, None)


@dataclass(frozen=True)
class Shown:
    """What there is to see."""

    name: str
    preview: Preview | None
    told: str
    done: str


@dataclass(frozen=True)
class FileActions:
    """What the person can do here."""

    choose: Callable[[], None]
    template: Callable[[], None]
    bring_in: Callable[[], None]
    back: Callable[[], None]


def body(found: Shown, on: FileActions) -> ft.Control:
    """Choose; then what the file would do."""
    parts: list[ft.Control] = [
        wrapped(
            filled_button(teks.AG_IMPOR_PILIH, on.choose, ft.Icons.UPLOAD_FILE)
            if found.preview is None or found.preview.faults
            else outline_button(teks.AG_IMPOR_PILIH, on.choose, ft.Icons.UPLOAD_FILE),
            outline_button(teks.AG_IMPOR_CONTOH, on.template, ft.Icons.DOWNLOAD),
        )
    ]
    if found.told:
        parts.append(_strip("bad", ft.Icons.ERROR, found.told))
    if found.done:
        parts.append(_strip("ok", ft.Icons.CHECK_CIRCLE, found.done))
        parts.append(row(outline_button(teks.AG_KEMBALI, on.back)))
    if found.preview is not None:
        parts += _preview(found.name, found.preview, on)
    return ft.Column(
        controls=[*parts, ft.Container(height=12)],
        spacing=12,
        expand=True,
        scroll=ft.ScrollMode.AUTO,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _preview(name: str, preview: Preview, on: FileActions) -> list[ft.Control]:
    read = text(teks.AG_IMPOR_BARIS.format(baris=preview.rows, berkas=name), "bodyb")
    if preview.faults:
        words = teks.AG_IMPOR_SALAH.format(n=len(preview.faults))
        return [read, _strip("bad", ft.Icons.ERROR, words), _faults(preview.faults[:MOST])]
    if not preview.entries:
        return [read, _strip("info", ft.Icons.INFO, teks.AG_IMPOR_SAMA)]
    words = teks.AG_IMPOR_BERSIH.format(baru=preview.new, ubah=preview.changed)
    button = filled_button(
        teks.AG_IMPOR_LANJUT.format(n=len(preview.entries)), on.bring_in, ft.Icons.CHECK
    )
    return [read, _strip("ok", ft.Icons.CHECK_CIRCLE, words), row(button)]


def _faults(faults: tuple[Fault, ...]) -> ft.Control:
    rows: list[ft.Control] = [
        _cells([second(name, "metab") for name in teks.AG_IMPOR_KOLOM_SALAH], colours().quiet)
    ]
    for fault in faults:
        why = text(teks.AG_IMPOR_SEL.get(fault.code, teks.AG_SALAH_LAIN), "bodyb")
        if look().narrow:
            where = f"{fault.column}{fault.row}, {fault.heading}"
            told = column(text(where, "bodyb"), second(fault.value or umum.TANPA_FOTO), why, gap=2)
            rows += [rule(), ft.Container(content=told, padding=pad(8, 16))]
            continue
        cells: list[ft.Control] = [
            text(str(fault.row)),
            text(f"{fault.column}, {fault.heading}", lines=1),
            text(fault.value or umum.TANPA_FOTO, lines=1),
            why,
        ]
        rows += [rule(), _cells(cells, None)]
    return card(
        column(
            *(rows[1:] if look().narrow else rows), gap=0,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=0, radius=14, clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )  # fmt: skip


def _cells(cells: list[ft.Control], back: str | None) -> ft.Container:
    return table_line(cells, _WIDTHS, back, padding=pad(9, 16))


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
