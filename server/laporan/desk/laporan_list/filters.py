"""The filters over the list: states with their counts, the choices, the search."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from server.core import teks as umum
from server.desk.widgets.buttons import choice, icon_button, tab
from server.desk.widgets.fields import SearchField
from server.laporan import teks
from server.laporan.desk.addresses import ListPlace
from server.laporan.desk.laporan_list.state import ListState
from shared import jenis
from shared.clock import nama_bulan
from shared.status import Status

Go = Callable[[ListPlace], None]

_JENIS = tuple((j.kode, j.pendek) for j in jenis.SEMUA)
_ALWAYS = (Status.DITERIMA, Status.PERLU_PERBAIKAN, Status.DIVERIFIKASI)


def tabs(state: ListState, go: Go) -> list[ft.Control]:
    """All, and each state with its count; "withdrawn" only when there is one."""
    counts = state.found.counts if state.found else {}
    chosen = state.asked.which.status
    shown = [s for s in Status if s in _ALWAYS or counts.get(s) or s == chosen]

    def to(status: str | None) -> Callable[[], None]:
        return lambda: go(state.asked.choosing(status=status))

    every = state.found.everything if state.found else 0
    return [
        tab(teks.SEMUA, every, to(None), chosen=chosen is None),
        *[tab(umum.STATUS[s], counts.get(s, 0), to(s), chosen=s == chosen) for s in shown],
    ]


def usual(state: ListState, go: Go) -> list[ft.Control]:
    """The village and what was done, and the way back to everything."""
    clear = icon_button(ft.Icons.FILTER_ALT_OFF, umum.HAPUS_SARINGAN, lambda: go(ListPlace()))
    return [
        _choice(state, go, "desa", umum.SEMUA_DESA, state.ctx.wilayah.choices, 148),
        _choice(state, go, "jenis", teks.SEMUA_JENIS, _JENIS, 148),
        *([clear] if state.asked.is_filtered else []),
    ]


def rare(state: ListState, go: Go) -> list[ft.Control]:
    """The kind of report and its month."""
    months = state.found.months if state.found else ()
    return [
        _choice(state, go, "kind", umum.SEMUA_MACAM, tuple(umum.MACAM.items()), 152),
        _choice(
            state, go, "bulan", teks.SEMUA_BULAN, tuple((m, nama_bulan(m)) for m in months), 158
        ),
    ]


def search_field(
    state: ListState, search: Callable[[str], None], width: float | None = None
) -> ft.Control:
    """Words anywhere in a report."""
    field = SearchField(teks.CARI, state.asked.which.words, search, limit=200, key="cari-laporan")
    return ft.Container(content=field, width=width)


def _choice(
    state: ListState,
    go: Go,
    name: str,
    every: str,
    options: tuple[tuple[str, str], ...],
    width: float,
) -> ft.Control:
    def choose(value: str | None) -> None:
        go(state.asked.choosing(**{name: value}))

    chosen = getattr(state.asked.which, name)
    return choice(teks.SARING[name], every, options, chosen, choose, width=width)
