"""The picture of a pasted report: the text at the left, at the right the form to be checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import flet as ft

from server.core import teks as umum
from server.desk.widgets.buttons import choice, filled_button, outline_button
from server.desk.widgets.fields import Field
from server.desk.widgets.layout import card, pad, pane
from server.desk.widgets.text import icon, text
from server.desk.widgets.theme import colours, look
from server.laporan import teks
from server.laporan.desk.tempel.state import Draft, PasteState
from server.laporan.desk_laporan import Saved
from server.laporan.wa_paste.form import moment_words, names_of
from shared import jenis
from shared.laporan import Kind
from shared.widgets.layout import column, row, wrapped

_JENIS = tuple((one.kode, one.pendek) for one in jenis.SEMUA)
_LONG = {"uraian": 6, "hasil": 2, "kendala": 2, "tindak_lanjut": 2, "personel": 2}
_NEEDED = {
    "desa", "kind", "jenis", "mulai", "tempat", "uraian", "kejadian", "pelapor", "periode",
}  # fmt: skip


@dataclass(frozen=True)
class PasteActions:
    """What the person can do here, besides writing."""

    read: Callable[[], None]
    open: Callable[[str], None]
    turn: Callable[[int], None]


def body(state: PasteState, on: PasteActions) -> ft.Control:
    """Side by side; on a phone one below the other."""
    source, form = _source(state, on), _form(state, on)
    if look().narrow:
        return pane(*source, *form, ft.Container(height=12))
    return ft.Row(
        controls=[pane(*source, width=430), pane(*form, ft.Container(height=12), expand=True)],
        spacing=14,
        expand=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _source(state: PasteState, on: PasteActions) -> list[ft.Control]:
    def write(told: str) -> None:
        state.typed.text = told

    press = filled_button if state.draft is None else outline_button
    read = press(teks.TEMPEL_BACA, on.read, ft.Icons.AUTO_FIX_HIGH)
    tall = 8 if look().narrow else 18
    return [
        card(
            column(
                Field(teks.TEMPEL_TEKS, state.typed.text, on_change=write, lines=tall,
                      hint=teks.TEMPEL_CONTOH, limit=20_000, key="teks"),
                row(read), gap=12, horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            )
        ),
    ]  # fmt: skip


def _form(state: PasteState, on: PasteActions) -> list[ft.Control]:
    draft = state.draft
    if draft is None:
        return [_explained()]
    kind = draft.form["kind"]
    fields = [_entry(state, draft, name) for name in names_of(kind)]
    return [
        *([_several(state, draft, on)] if len(state.drafts) > 1 else []),
        _received(draft.saved) if draft.saved else _summary(draft),
        *[_alike(state, on)] * bool(state.alike),
        card(
            column(
                wrapped(
                    _chosen(state, draft, "kind", tuple(umum.MACAM.items())),
                    _chosen(state, draft, "desa", state.ctx.wilayah.choices),
                    *([_chosen(state, draft, "jenis", _JENIS)] if kind != Kind.NIHIL else []),
                    gap=14,
                    vertical_alignment=ft.CrossAxisAlignment.START,
                ),
                *fields,
                gap=14,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            )
        ),
    ]


def _explained() -> ft.Control:
    steps = [
        row(icon(symbol, 22, colours().primary), text(said, "body", expand=True), gap=12)
        for symbol, said in zip(
            (ft.Icons.CONTENT_PASTE, ft.Icons.RULE, ft.Icons.SEND), teks.TEMPEL_LANGKAH,
            strict=True,
        )
    ]  # fmt: skip
    return card(column(*steps, gap=14))


def _summary(draft: Draft) -> ft.Control:
    """How many fields somebody must look at."""
    names = ("kind", "desa", *names_of(draft.form["kind"]))
    doubtful = sum(_note(draft, name) is not None for name in names)
    good = doubtful == 0
    pair = colours().ok if good else colours().wait
    told = teks.TEMPEL_BERSIH if good else teks.TEMPEL_PERIKSA.format(n=doubtful)
    sign = ft.Icons.CHECK_CIRCLE if good else ft.Icons.RULE
    return _strip(sign, told, pair.fore, pair.back)


def _several(state: PasteState, draft: Draft, on: PasteActions) -> ft.Control:
    """Which report of the text this is, the words it was read from, and the way to the others."""
    at, last = state.at, len(state.drafts) - 1
    said = teks.TEMPEL_KE.format(n=at + 1, m=last + 1)
    turn_back = partial(on.turn, at - 1) if at else None
    turn_on = partial(on.turn, at + 1) if at < last else None
    return card(
        column(
            row(
                text(said, "bodyb", expand=True),
                outline_button(teks.TEMPEL_SEBELUM, turn_back),
                outline_button(teks.TEMPEL_BERIKUT, turn_on),
            ),
            text(teks.TEMPEL_BAGIAN, "metab"),
            text(draft.pasted.source, "body"),
            gap=8,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    )


def _received(saved: Saved) -> ft.Control:
    """This one is saved already."""
    pair = colours().ok
    told = teks.TEMPEL_SUDAH.format(resi=saved.resi)
    return _strip(ft.Icons.CHECK_CIRCLE, told, pair.fore, pair.back)


def _alike(state: PasteState, on: PasteActions) -> ft.Control:
    pair = colours().fix
    told = row(
        icon(ft.Icons.CONTENT_COPY, 20, pair.fore),
        text(teks.TEMPEL_MIRIP, "bodyb", pair.fore, expand=True),
        gap=10,
    )

    def opener(ident: str) -> Callable[[object], None]:
        return lambda _: on.open(ident)

    lines = [
        ft.TextButton(
            content=f"{one.resi}, {moment_words(one.mulai)}, {one.tempat}",
            on_click=opener(one.id),
        )
        for one in state.alike
    ]
    return ft.Container(
        content=column(told, *lines, gap=4), bgcolor=pair.back, border_radius=12,
        padding=pad(10, 14),
    )  # fmt: skip


def _chosen(
    state: PasteState, draft: Draft, name: str, options: tuple[tuple[str, str], ...]
) -> ft.Control:
    def choose(value: str | None) -> None:
        state.choose(name, value)

    shown = draft.form.get(name) or None
    menu = choice(teks.TEMPEL_ISIAN[name], teks.TEMPEL_PILIH, options, shown, choose, width=192)
    return column(
        text(teks.TEMPEL_ISIAN[name], "metab"), menu, *_marked(state, draft, name), gap=5, width=192
    )


def _entry(state: PasteState, draft: Draft, name: str) -> ft.Control:
    if name == "jenis":
        return ft.Container(visible=False)

    form = draft.form  # a late letter stays with the report that it was typed for

    def write(told: str) -> None:
        form[name] = told

    entry = Field(
        teks.TEMPEL_ISIAN[name], form.get(name, ""), on_change=write,
        lines=_LONG.get(name, 1), limit=4000, hint=teks.PETUNJUK.get(name),
        key=f"{name}{state.round}",
    )  # fmt: skip
    return column(
        entry,
        *_marked(state, draft, name),
        gap=5,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _marked(state: PasteState, draft: Draft, name: str) -> list[ft.Control]:
    """A fault of the checks first, else why the reader is unsure."""
    if name in state.faults:
        return [_mark(ft.Icons.ERROR_OUTLINE, state.faults[name], colours().error)]
    said = _note(draft, name)
    return [_mark(ft.Icons.RULE, said, colours().wait.fore)] if said else []


def _note(draft: Draft, name: str) -> str | None:
    found = draft.pasted[name]
    if found.reason is not None:
        return teks.RAGU[found.reason]
    if found.missing and name in _NEEDED and not draft.form.get(name):
        return teks.TEMPEL_TIDAK_ADA
    return None


def _mark(symbol: ft.IconData, said: str, colour: str) -> ft.Control:
    return row(icon(symbol, 18, colour), text(said, "metab", colour, expand=True), gap=6)


def _strip(symbol: ft.IconData, said: str, fore: str, back: str) -> ft.Control:
    told = row(icon(symbol, 20, fore), text(said, "bodyb", fore, expand=True), gap=10)
    return ft.Semantics(
        live_region=True,
        content=ft.Container(content=told, bgcolor=back, border_radius=12, padding=pad(10, 14)),
    )
