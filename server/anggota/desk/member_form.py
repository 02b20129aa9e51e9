"""The form of a member at the desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import flet as ft

from server.anggota import teks
from server.anggota.desk.member_state import MemberState
from server.desk.widgets.buttons import choice
from server.desk.widgets.fields import Field
from server.desk.widgets.layout import card
from server.desk.widgets.text import text
from server.desk.widgets.theme import colours, look
from shared.satlinmas import JABATAN, JENIS_KELAMIN, REGU, STATUS
from shared.widgets.layout import column, row

_YES = {"ya": teks.AG_YA, "tidak": teks.AG_TIDAK}


def form(state: MemberState) -> ft.Control:
    """Two fields a line, one on a phone."""
    draft = state.draft
    if draft is None:
        return ft.Container()
    desa = _pick(
        state,
        "desa",
        dict(state.ctx.wilayah.choices),
        draft.desa,
        lambda v: state.choose(desa=v or ""),
    )
    rows = [
        [_field(state, "nama"), *([desa] if state.is_new else [])],
        [
            _pick(state, "jenis_kelamin", JENIS_KELAMIN, draft.jenis_kelamin,
                  lambda v: state.choose(jenis_kelamin=v or "L")),
            _field(state, "tanggal_lahir", teks.AG_TANGGAL),
        ],
        [_field(state, "alamat"), _field(state, "hp")],
        [
            _pick(state, "jabatan", JABATAN, draft.jabatan,
                  lambda v: state.choose(jabatan=v or "anggota")),
            _pick(state, "regu", REGU, draft.regu, lambda v: state.choose(regu=v),
                  teks.AG_TANPA_REGU),
        ],
        [
            _pick(state, "status", STATUS, draft.status,
                  lambda v: state.choose(status=v or "aktif")),
            _field(state, "mulai", teks.AG_TANGGAL),
        ],
        *([[_field(state, "alasan"), _field(state, "berakhir", teks.AG_TANGGAL)]]
          if draft.status != "aktif" else []),
        [_field(state, "pendidikan"), _field(state, "kta")],
        [_field(state, "sk.nomor"), _field(state, "sk.tanggal", teks.AG_TANGGAL)],
        [_field(state, "sk.pejabat"),
         _pick(state, "terdaftar_simlinmas", _YES, "ya" if draft.terdaftar_simlinmas else "tidak",
               lambda v: state.choose(terdaftar_simlinmas=v == "ya"))],
        [_field(state, "perlengkapan", teks.DD_PISAH)],
    ]  # fmt: skip
    return card(
        column(
            *[_line(parts) for parts in rows], gap=14,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    )  # fmt: skip


def _line(parts: list[ft.Control]) -> ft.Control:
    if look().narrow:
        return column(*parts, gap=14, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    top = ft.CrossAxisAlignment.START
    return row(*[ft.Container(content=p, expand=True) for p in parts], gap=14,
               vertical_alignment=top)  # fmt: skip


def _field(state: MemberState, name: str, hint: str | None = None) -> ft.Control:
    def typed(words: str) -> None:
        state.type(name, words)

    field = Field(
        teks.AG_ISIAN[name], state.value(name), on_change=typed, hint=hint, limit=200,
        key=f"{name}-{state.round}",
    )  # fmt: skip
    return _with_fault(state, name, field)


def _pick(
    state: MemberState,
    name: str,
    options: Mapping[str, str],
    chosen: str | None,
    choose: Callable[[str | None], None],
    none: str = teks.AG_PILIH_DESA,
) -> ft.Control:
    label = teks.AG_ISIAN[name]
    menu = choice(label, none, tuple(options.items()), chosen or None, choose, width=260)
    head = ft.Semantics(content=text(label, "metab"), exclude_semantics=True)
    return _with_fault(state, name, column(head, row(menu), gap=5))


def _with_fault(state: MemberState, name: str, control: ft.Control) -> ft.Control:
    words = (state.faults or {}).get(name)
    if not words:
        return control
    fault = ft.Semantics(content=text(words, "metab", colours().error), live_region=True)
    return column(control, fault, gap=4, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
