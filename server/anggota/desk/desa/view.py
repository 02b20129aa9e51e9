"""The picture of the villages' own data: a table of all, the form and the history of one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from server.anggota import teks
from server.anggota.desk.desa.state import All, VillageState
from server.anggota.desk.member_state import typed as as_typed
from server.anggota.village_data import NAMES, VillagePage, VillageStep
from server.core import teks as umum
from server.desk.widgets import notices
from server.desk.widgets.fields import Field
from server.desk.widgets.layout import card, pad, rule, scrolling, table_line
from server.desk.widgets.pressable import pressable
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import colours, look
from shared.clock import WITA, jam, tanggal_pendek
from shared.satlinmas import MIN_MEMBERS, DataDesa
from shared.widgets.layout import column, row
from shared.wilayah import Wilayah

WIDTHS = (130.0, 200.0, 110.0, 96.0, None, None)


def body(
    state: VillageState, again: Callable[[], None], open_: Callable[[str], None], *, writes: bool
) -> ft.Control:
    """One village, or all."""
    found = state.found
    if found is None:
        return notices.waiting(state, again, len(state.ctx.wilayah.desa), 44)
    inside = (
        [_table(state.ctx.wilayah, found, open_)]
        if isinstance(found, All)
        else _one(state, found, writes)
    )
    return scrolling(*inside)


def words_of(name: str, value: Any) -> str:
    """A value as people read and write it."""
    if name in ("alat", "kerawanan"):
        return ", ".join(value or ())
    if name == "sk_tanggal":
        return as_typed(value)
    return str(value) if value else ""


def _table(wilayah: Wilayah, found: All, open_: Callable[[str], None]) -> ft.Control:
    rows: list[ft.Control] = []
    if look().roomy:
        heads: list[ft.Control] = [second(name, "metab") for name in teks.DD_KOLOM]
        rows.append(_cells(heads, colours().quiet))
    for desa in wilayah.desa:
        data, active = found.data.get(desa.kode), found.active.get(desa.kode, 0)
        rows += [rule()] if rows else []
        rows.append(_line(desa.kode, desa.nama, data, active, open_))
    return card(
        column(*rows, gap=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        padding=0, radius=14, clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )  # fmt: skip


def _line(
    kode: str, nama: str, data: DataDesa | None, active: int, open_: Callable[[str], None]
) -> ft.Control:
    short = colours().wait.fore if active < MIN_MEMBERS else None
    empty = second(teks.DD_BELUM, "body", lines=1)
    cells: list[ft.Control] = [
        text(nama, "bodyb", lines=1),
        text(data.kepala_desa, lines=1) if data and data.kepala_desa else empty,
        text(str(active), "bodyb" if short else "body", short),
        text(str(data.poskamling) if data else umum.TANPA_FOTO),
        second(words_of("alat", data.alat if data else ()), "body", lines=1),
        second(words_of("kerawanan", data.kerawanan if data else ()), "body", lines=1),
    ]
    if not look().roomy:
        inside: ft.Control = row(
            ft.Container(content=cells[0], width=120),
            ft.Container(content=cells[1], expand=True),
            cells[2],
        )
        return pressable(inside, lambda: open_(kode), padding=pad(12, 16))
    return _cells(cells, None, lambda: open_(kode))


def _cells(
    cells: list[ft.Control], back: str | None, press: Callable[[], None] | None = None
) -> ft.Container:
    return table_line(cells, WIDTHS, back, press, padding=pad(10, 16))


def _one(state: VillageState, page: VillagePage, writes: bool) -> list[ft.Control]:
    parts = [_field(state, name, getattr(page.data, name), writes) for name in NAMES]
    pairs = [parts[start : start + 2] for start in range(0, len(parts), 2)]
    lines = [
        column(*pair, gap=14, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
        if look().narrow
        else row(
            *[ft.Container(content=part, expand=True) for part in pair], gap=14,
            vertical_alignment=ft.CrossAxisAlignment.START,
        )
        for pair in pairs
    ]  # fmt: skip
    form = card(column(*lines, gap=14, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))
    if not page.history:
        return [form]
    history = [text(teks.AG_RIWAYAT, "head"), *[_step(step) for step in page.history[:20]]]
    return [form, card(column(*history, gap=10))]


def _field(state: VillageState, name: str, value: Any, writes: bool) -> ft.Control:
    hints = {"sk_tanggal": teks.AG_TANGGAL, "alat": teks.DD_PISAH, "kerawanan": teks.DD_PISAH}

    def typed(words: str) -> None:
        state.type(name, words)

    return Field(
        teks.DD_ISIAN[name], words_of(name, value), on_change=typed, hint=hints.get(name),
        limit=400, read_only=not writes, key=f"desa-{name}-{state.round}",
    )  # fmt: skip


def _step(step: VillageStep) -> ft.Control:
    at = step.at.astimezone(WITA)
    empty = teks.AG_KOSONG_ISIAN
    told = [
        text(
            teks.AG_UBAH.format(
                isian=teks.DD_ISIAN.get(name, name), lama=words_of(name, before) or empty,
                baru=words_of(name, after) or empty,
            )
        )
        for name, before, after in step.changes
    ]  # fmt: skip
    who = second(f"{step.by}, {tanggal_pendek(at)} {jam(at)}")
    return row(
        icon(ft.Icons.EDIT_NOTE, 20, colours().primary),
        column(*told, who, gap=1, expand=True),
        gap=10,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
