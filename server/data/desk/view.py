"""The picture of Data keluar: what is chosen, files being made, a card for each kind of data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.core import teks as umum
from server.data import teks
from server.data.data_out import (
    ANGGOTA,
    FORMS,
    GEOJSON,
    LAPORAN,
    PEMBINAAN,
    Page,
    period_words,
)
from server.data.desk.addresses import DataPlace
from server.data.desk.state import DataState
from server.desk import teks as desk_teks
from server.desk.widgets import notices
from server.desk.widgets.buttons import choice, filled_button, outline_button
from server.desk.widgets.job import JobCard
from server.desk.widgets.layout import card, pane
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import colours, look
from shared.clock import nama_bulan
from shared.widgets.layout import column, row, wrapped

_SIGNS = {
    LAPORAN: ft.Icons.DESCRIPTION, ANGGOTA: ft.Icons.GROUPS, PEMBINAAN: ft.Icons.SCHOOL,
}  # fmt: skip


@dataclass(frozen=True)
class DataActions:
    """What the person can do here."""

    go: Callable[[DataPlace], None]
    again: Callable[[], None]
    start: Callable[[str, str], None]
    archive: Callable[[], None]
    dictionary: Callable[[str], None]
    sees_sensitif: bool


def body(state: DataState, on: DataActions) -> ft.Control:
    """Trouble, loading, or the page."""
    if state.found is None:
        return notices.waiting(state, on.again, 4, 90)
    cards = [_tables(state, what, on) for what in FORMS]
    archive = _archive(state, state.found, on)
    sides = [[cards[0], archive], cards[1:]]
    if look().narrow:
        shown: list[ft.Control] = [part for side in sides for part in side]
    else:
        shown = [row(*[_side(parts) for parts in sides], gap=14,
                     vertical_alignment=ft.CrossAxisAlignment.START)]  # fmt: skip
    return pane(
        _filters(state, state.found, on), *_files(state), *shown, _others(),
        ft.Container(height=12),
    )  # fmt: skip


def _side(parts: list[ft.Control]) -> ft.Column:
    return column(*parts, gap=14, expand=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _filters(state: DataState, page: Page, on: DataActions) -> ft.Control:
    months = [(bulan, nama_bulan(bulan)) for bulan in page.months]

    def choose(name: str) -> Callable[[str | None], None]:
        return lambda value: on.go(state.asked.choosing(**{name: value}))

    which, villages = state.asked.which, state.ctx.wilayah.choices
    return wrapped(
        _named(teks.DATA_DARI, teks.DATA_AWAL, months, which.dari, choose("dari")),
        _named(teks.DATA_SAMPAI, teks.DATA_AKHIR, months, which.sampai, choose("sampai")),
        _named(teks.DATA_DESA, umum.SEMUA_DESA, villages, which.desa, choose("desa")),
        _named(
            teks.DATA_MACAM, umum.SEMUA_MACAM, tuple(umum.MACAM.items()), which.macam,
            choose("macam"),
        ),
        gap=14,
    )  # fmt: skip


def _named(
    name: str, every: str, options: list[tuple[str, str]] | tuple[tuple[str, str], ...],
    chosen: str | None, choose: Callable[[str | None], None],
) -> ft.Control:  # fmt: skip
    return column(
        text(name, "metab"), choice(name, every, options, chosen, choose, width=180), gap=5
    )


def _files(state: DataState) -> list[ft.Control]:
    """What is being made, and what lies ready."""

    def closer(ident: str) -> Callable[[], None]:
        return lambda: state.close(ident)

    return [
        JobCard(state.ctx, state.account, ident, closer(ident), key=f"kerja-{ident}")
        for ident in state.files
    ]


def _tables(state: DataState, what: str, on: DataActions) -> ft.Control:
    """One kind of data with a button for each form."""

    def starter(form: str) -> Callable[[], None]:
        return lambda: on.start(what, form)

    count = getattr(state.found, what)
    buttons = [_form_button(what, form, starter(form)) for form in FORMS[what]]
    dictionary = ft.TextButton(
        content=teks.KAMUS, icon=ft.Icons.MENU_BOOK, on_click=lambda _: on.dictionary(what)
    )
    lines = [second(teks.DATA_ISI[what], "body")]
    if what == LAPORAN:
        lines.insert(0, text(_scope(state), "body"))
    return _card(
        _SIGNS[what],
        teks.DATA_JUMLAH[what].format(n=desk_teks.angka(count)),
        *lines,
        wrapped(*buttons, dictionary, gap=10),
    )


def _form_button(what: str, form: str, press: Callable[[], None]) -> ft.Control:
    """Three cards have the same buttons: read aloud, each says what it is of."""
    name = teks.DATA_BUAT.format(apa=teks.DATA_NAMA[what], bentuk=form)
    symbol = ft.Icons.MAP if form == GEOJSON else ft.Icons.TABLE_CHART
    button = outline_button(teks.BENTUK[form], press, symbol, tip=name)
    return ft.MergeSemantics(content=ft.Semantics(label=name, content=button))


def _archive(state: DataState, page: Page, on: DataActions) -> ft.Control:
    """Reports with their photos."""
    told = teks.ZIP_JUMLAH.format(
        laporan=desk_teks.angka(page.laporan), foto=desk_teks.angka(page.foto)
    )
    box: list[ft.Control] = []
    if on.sees_sensitif:
        box = [
            ft.Checkbox(
                label=teks.ZIP_IKUT, value=state.sensitif,
                on_change=lambda event: state.with_sensitif(bool(event.control.value)),
            )
        ]  # fmt: skip
    return _card(
        ft.Icons.FOLDER_ZIP,
        teks.ZIP_KARTU,
        text(told, "body"),
        second(teks.ZIP_ISI, "body"),
        *box,
        row(filled_button(teks.ZIP_UNDUH, on.archive, ft.Icons.DOWNLOAD)),
    )


def _scope(state: DataState) -> str:
    return teks.DATA_MASA.format(masa=period_words(state.asked.which))


def _others() -> ft.Control:
    """Other systems need not wait for a file."""
    return card(
        row(
            icon(ft.Icons.API, 22),
            text(teks.DATA_API, "body", expand=True),
            ft.TextButton(content=teks.DATA_API_BUKA, url="/api/v1/docs"),
            gap=12,
        )
    )


def _card(symbol: ft.IconData, title: str, *parts: ft.Control) -> ft.Control:
    head = row(
        icon(symbol, 24, colours().primary),
        ft.Semantics(content=text(title, "head"), header=True, expand=True),
        gap=10,
    )
    return card(column(head, *parts, gap=10, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))
