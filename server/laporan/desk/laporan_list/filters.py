"""The filters over the list: states with their counts, the choices, the search."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from server.core import teks as umum
from server.desk.widgets.buttons import choice, icon_button, tab
from server.desk.widgets.layout import pad
from server.desk.widgets.text import style
from server.desk.widgets.theme import colours, look
from server.laporan import teks
from server.laporan.desk.addresses import ListPlace
from server.laporan.desk.laporan_list.state import ListState
from shared import jenis, wilayah
from shared.clock import nama_bulan
from shared.status import Status

Go = Callable[[ListPlace], None]

_DESA = tuple((desa.kode, desa.nama) for desa in sorted(wilayah.DESA, key=lambda d: d.nama))
_JENIS = tuple((j.kode, j.pendek) for j in jenis.SEMUA)
_ALWAYS = (Status.DITERIMA, Status.PERLU_PERBAIKAN, Status.DIVERIFIKASI)


def tabs(state: ListState, go: Go) -> list[ft.Control]:
    """All, and each state with its count; "withdrawn" only when there is one."""
    counts = state.page.counts if state.page else {}
    chosen = state.place.which.status
    shown = [s for s in Status if s in _ALWAYS or counts.get(s) or s == chosen]

    def to(status: str | None) -> Callable[[], None]:
        return lambda: go(state.place.choosing(status=status))

    every = state.page.everything if state.page else 0
    return [
        tab(teks.SEMUA, every, to(None), chosen=chosen is None),
        *[tab(umum.STATUS[s], counts.get(s, 0), to(s), chosen=s == chosen) for s in shown],
    ]


def usual(state: ListState, go: Go) -> list[ft.Control]:
    """The village and what was done, and the way back to everything."""
    clear = icon_button(ft.Icons.FILTER_ALT_OFF, umum.HAPUS_SARINGAN, lambda: go(ListPlace()))
    return [
        _choice(state, go, "desa", umum.SEMUA_DESA, _DESA, 148),
        _choice(state, go, "jenis", teks.SEMUA_JENIS, _JENIS, 148),
        *([clear] if state.place.is_filtered else []),
    ]


def rare(state: ListState, go: Go) -> list[ft.Control]:
    """The kind of report and its month."""
    months = state.page.months if state.page else ()
    return [
        _choice(state, go, "kind", umum.SEMUA_MACAM, tuple(umum.MACAM.items()), 152),
        _choice(
            state, go, "bulan", teks.SEMUA_BULAN, tuple((m, nama_bulan(m)) for m in months), 158
        ),
    ]


def search_field(
    state: ListState,
    on_type: Callable[[str], None],
    on_search: Callable[[str], None],
    width: float | None = None,
) -> ft.Control:
    """Words anywhere in a report. Not a controlled field: it would lose what is typed meanwhile."""
    c = colours()
    words = state.place.which.words

    def typed(event: ft.Event[ft.TextField]) -> None:
        on_type(event.control.value or "")

    def entered(event: ft.Event[ft.TextField]) -> None:
        on_search(event.control.value or "")

    clear = icon_button(ft.Icons.CLOSE, teks.HAPUS_KATA, lambda: on_search(""), size=18)
    # The hint names the field only while it is empty: the group around it always does.
    field = ft.TextField(
        ref=state.search.field,
        key=f"cari-{state.search.number}",
        value=state.search.words(words),
        hint_text=teks.CARI,
        hint_style=style("body", c.on_surface_variant),
        text_style=style("body"),
        prefix_icon=ft.Icon(ft.Icons.SEARCH, size=18, color=c.on_surface_variant),
        prefix_icon_size_constraints=ft.BoxConstraints(min_width=40, min_height=38),
        size_constraints=ft.BoxConstraints(max_height=48 if look().narrow else 40),
        suffix=clear if words else None,
        border={
            ft.ControlState.DEFAULT: _border(c.outline, 1),
            ft.ControlState.FOCUSED: _border(c.primary, 2),
        },
        filled=True,
        fill_color=c.card,
        dense=True,
        content_padding=pad(11, 10),
        max_length=200,
        counter="",
        on_change=typed,
        on_submit=entered,
    )
    return ft.Semantics(
        label=teks.CARI, container=True, content=ft.Container(content=field, width=width)
    )


def _border(colour: str, width: float) -> ft.OutlineInputBorder:
    return ft.OutlineInputBorder(side=ft.BorderSide(width, colour), border_radius=10)


def _choice(
    state: ListState,
    go: Go,
    name: str,
    every: str,
    options: tuple[tuple[str, str], ...],
    width: float,
) -> ft.Control:
    def choose(value: str | None) -> None:
        go(state.place.choosing(**{name: value}))

    chosen = getattr(state.place.which, name)
    return choice(teks.SARING[name], every, options, chosen, choose, width=width)
