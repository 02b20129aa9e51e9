"""The follow-ups of a coaching: what each village should do, and what it has done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import flet as ft

from server.core import teks as umum
from server.desk.widgets.buttons import filled_button, icon_button, outline_button, pill
from server.desk.widgets.chips import chip
from server.desk.widgets.fields import Field
from server.desk.widgets.layout import card
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import chip_colours, colours
from server.pembinaan import teks
from server.pembinaan.desk.parts import framed, labelled, section
from server.pembinaan.desk.record_state import RecordState, TodoDraft, grouped
from server.pembinaan.pembinaan_reading import Photo, Record, Todo
from shared.clock import jam, tanggal, tanggal_pendek
from shared.pembinaan import StatusTindakLanjut, TindakLanjut, is_late
from shared.widgets.layout import column, row, wrapped
from shared.wilayah import Wilayah


@dataclass(frozen=True)
class TodoActions:
    edit: Callable[[TodoDraft | None], None]
    type: Callable[[str], None]
    turn_village: Callable[[str], None]
    keep: Callable[[], None]
    drop: Callable[[tuple[str, ...]], None]
    finish: Callable[[tuple[str, ...], bool], None]
    pick_day: Callable[[], None]
    photo: Callable[[str], str]


def todos(
    state: RecordState, shown: Record, today: date, on: TodoActions, *, writes: bool
) -> ft.Container:
    def begin() -> None:
        on.edit(TodoDraft(desa=frozenset(shown.desa)))

    add = (
        [outline_button(teks.PB_RTL_TAMBAH, begin, ft.Icons.ADD, tip=teks.PB_RTL_BARU)]
        if writes and shown.desa and state.todo is None
        else []
    )
    parts: list[ft.Control] = []
    for group in grouped(shown.todos):
        parts += [_group(state.ctx.wilayah, group, today, on, writes)]
    if state.todo is not None:
        parts.append(_draft(state.ctx.wilayah, state.todo, shown, on))
    if not parts:
        parts.append(second(teks.PB_RTL_KOSONG, "body"))
    return section(teks.PB_RTL, *parts, beside=add)


def _group(
    wilayah: Wilayah, group: tuple[Todo, ...], today: date, on: TodoActions, writes: bool
) -> ft.Control:
    done = all(todo.status == StatusTindakLanjut.SELESAI for todo in group)
    first, idents = group[0], tuple(todo.id for todo in group)
    kind = "ok" if done else "wait"
    sign = icon(ft.Icons.CHECK_CIRCLE if done else ft.Icons.TIMER, 22, chip_colours(kind).fore)
    draft = TodoDraft(
        first.teks,
        date.fromisoformat(first.tenggat) if first.tenggat else None,
        frozenset(todo.desa for todo in group),
        idents,
    )
    deeds = (
        [
            icon_button(
                ft.Icons.EDIT, teks.PB_RTL_UBAH.format(teks=first.teks), lambda: on.edit(draft)
            )
        ]
        if writes
        else []
    )
    head = row(sign, text(first.teks, "bodyb", expand=True), _state(group, today), *deeds, gap=10)
    lines = [_line(wilayah, todo, on, writes) for todo in group]
    return card(
        column(head, *lines, gap=8, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        padding=12,
        radius=10,
    )


def _state(group: tuple[Todo, ...], today: date) -> ft.Control:
    done = [todo for todo in group if todo.status == StatusTindakLanjut.SELESAI]
    if len(done) == len(group):
        last = max((todo.done_at for todo in done if todo.done_at), default=None)
        when = tanggal_pendek(last) if last else ""
        return chip("ok", ft.Icons.CHECK_CIRCLE, teks.PB_RTL_SELESAI_CHIP.format(tanggal=when))
    first = next(todo for todo in group if todo not in done)
    if first.tenggat is None:
        words = teks.PB_RTL_SEBAGIAN.format(n=len(done), dari=len(group))
        return chip("wait", ft.Icons.TIMER, words)
    when = tanggal_pendek(date.fromisoformat(first.tenggat))
    asked = TindakLanjut(first.id, first.teks, first.desa, first.tenggat, first.status)
    if is_late(asked, today):
        return chip("bad", ft.Icons.TIMER_OFF, teks.PB_RTL_LEWAT.format(tanggal=when))
    return chip("wait", ft.Icons.TIMER, teks.PB_RTL_TENGGAT_CHIP.format(tanggal=when))


def _line(wilayah: Wilayah, todo: Todo, on: TodoActions, writes: bool) -> ft.Control:
    """One village: what it says it has done."""
    done = todo.status == StatusTindakLanjut.SELESAI
    words = [text(wilayah.nama_desa(todo.desa), "metab")]
    if done:
        when = f"{tanggal_pendek(todo.done_at)}, {jam(todo.done_at)}" if todo.done_at else ""
        said = teks.PB_RTL_OLEH.format(nama=todo.done_by, waktu=when)
        words.append(second(f"{todo.done_teks} ({said})" if todo.done_teks else said))
    pictures = [_picture(foto, wilayah.nama_desa(todo.desa), on) for foto in todo.foto]
    told = column(*words, *([wrapped(*pictures)] if pictures else []), gap=3, expand=True)
    label = teks.PB_RTL_BUKA if done else teks.PB_RTL_SELESAI
    deed = [outline_button(label, lambda: on.finish((todo.id,), not done))] if writes else []
    mark = chip("ok", ft.Icons.CHECK, teks.PB_STATUS["selesai"], small=True) if done else None
    return framed(told, *([mark] if mark else []), *deed)


def _picture(foto: Photo, desa: str, on: TodoActions) -> ft.Control:
    """A sensitif photo is never shown in passing: its mark stands in its place."""
    words = teks.PB_FOTO_TINDAK_LANJUT.format(desa=desa)
    if foto.sensitif:
        return ft.Container(
            content=ft.Semantics(content=icon(ft.Icons.VISIBILITY_OFF, 22),
                                 label=f"{words}, {teks.PB_FOTO_SENSITIF}"),
            width=84, height=60, border_radius=8, bgcolor=colours().quiet,
            alignment=ft.Alignment.CENTER, tooltip=teks.PB_FOTO_SENSITIF,
        )  # fmt: skip
    return ft.Image(
        src=on.photo(foto.sha256), width=84, height=60, fit=ft.BoxFit.COVER, border_radius=8,
        semantics_label=words,
    )  # fmt: skip


def _draft(wilayah: Wilayah, draft: TodoDraft, shown: Record, on: TodoActions) -> ft.Control:
    def turn(kode: str) -> Callable[[], None]:
        return lambda: on.turn_village(kode)

    day = tanggal(draft.tenggat) if draft.tenggat else teks.PB_RTL_TANPA_TENGGAT
    drop = (
        [outline_button(teks.PB_RTL_HAPUS, lambda: on.drop(draft.instead), ft.Icons.DELETE)]
        if draft.instead
        else []
    )
    which = [pill(wilayah.nama_desa(k), turn(k), chosen=k in draft.desa) for k in shown.desa]
    return card(
        column(
            Field(
                teks.PB_RTL_TEKS,
                draft.teks,
                on_change=on.type,
                key="rtl-" + "-".join(draft.instead),
            ),
            wrapped(
                labelled(
                    teks.PB_RTL_TENGGAT,
                    outline_button(day, on.pick_day, ft.Icons.EVENT, tip=teks.PB_RTL_TENGGAT),
                ),
                labelled(teks.PB_RTL_DESA, wrapped(*which, gap=6)),
                gap=16,
            ),
            wrapped(
                filled_button(teks.PB_RTL_SIMPAN, on.keep, ft.Icons.CHECK),
                *drop,
                outline_button(umum.PB_BATAL, lambda: on.edit(None)),
            ),
            gap=12,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=14,
        radius=12,
    )
