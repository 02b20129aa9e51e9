"""What an opened report looks like: its state on top, its contents, photos, its way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from mobile import teks
from mobile.domain.record import Record
from mobile.screens.detail import cards as top
from mobile.screens.detail.journey import journey
from mobile.screens.detail.papers import ways
from mobile.screens.detail.state import DetailState
from mobile.screens.words import (
    jenis_full,
    marked_fields,
    month_words,
    note_part,
    people,
    place,
    row_title,
    short_day,
    span,
    state_chip,
    unsent_chip,
    victims,
)
from mobile.usecases.read import Detail, PhotoView
from mobile.widgets import banners, buttons, cards, frame, photo
from mobile.widgets.layout import nothing, pad, rule
from mobile.widgets.steps import steps
from mobile.widgets.taps import tap
from mobile.widgets.text import second
from shared.laporan import Kind, Laporan
from shared.status import PhoneState, Status
from shared.widgets.layout import row, wrapped

I = ft.Icons  # noqa: E741
Picture = Callable[[PhotoView], str | bytes | None]


def page(
    state: DetailState, seen: Detail, picture: Picture, on_back: Callable[[], Any], desa: str
) -> ft.Control:
    """The whole screen."""
    record = seen.record
    shown = record.current if record.sent is None else (record.draft or record.sent)
    sub = teks.RINCIAN_SUB.format(desa=desa, tanggal=short_day(shown, year=True))
    head = frame.top_bar(row_title(shown), sub, on_back, teks.KEMBALI, [_menu(state, seen)])
    body: list[ft.Control] = [
        *top.on_top(state, record),
        _state_line(seen),
        _contents(record, shown),
        *_photos(state, seen, picture),
        frame.section(teks.PERJALANAN, cards.card(steps(journey(record)), padding=14)),
        *_receipts(record),
        ways(state),
    ]
    return frame.screen(head, body, _foot(state, seen))


def _menu(state: DetailState, seen: Detail) -> ft.Control:
    return row(
        buttons.icon_button(I.SHARE, teks.BAGIKAN, state.share, size=24),
        buttons.icon_button(I.MORE_VERT, teks.LAINNYA, tap(state.ask, "menu")),
        gap=0, tight=True,
    ) if seen.record.sent or seen.can_delete else nothing()  # fmt: skip


def _state_line(seen: Detail) -> ft.Control:
    parts = [state_chip(seen.row)]
    if seen.record.has_unsent_changes:
        parts.append(unsent_chip())
    if resi := seen.record.last_resi:
        words = second(resi, "meta", selectable=True)
        parts.append(ft.Container(content=words, padding=pad(0, top=5)))
    return wrapped(*parts)


def _contents(record: Record, shown: Laporan) -> ft.Control:
    marks = marked_fields(
        top.open_notes(record) if record.status == Status.PERLU_PERBAIKAN else (),
        record.problems if record.sent_state is PhoneState.REFUSED else (),
    )
    rows: list[ft.Control] = []
    for key, value in facts(shown):
        if value:
            rows += [rule()] if rows else []
            rows.append(cards.fact(teks.LABEL[key], value, marked=_mark(marks, key)))
    return cards.framed_list(*rows)


_ALIASES = {"waktu": ("mulai", "selesai", "waktu"), "korban": ("kejadian",),
            "kejadian.jenis": ("kejadian.jenis",), "tempat": ("tempat", "lokasi"),
            "personel": ("personel", "jumlah_personel")}  # fmt: skip


def _mark(marks: dict[str, str], key: str) -> str | None:
    return next((marks[name] for name in _ALIASES.get(key, (key,)) if name in marks), None)


def facts(laporan: Laporan) -> list[tuple[str, str]]:
    """(key of `teks.LABEL`, words), in the order of the form; empty ones are left out later."""
    if laporan.kind == Kind.NIHIL:
        return [("periode", month_words(laporan.periode)), ("pelapor", _reporter(laporan))]
    detail = laporan.kejadian
    rows = [
        ("kejadian.jenis", detail.jenis if detail else ""),
        ("jenis", jenis_full(laporan.jenis)),
        ("waktu", span(laporan)),
        ("tempat", place(laporan)),
        ("personel", people(laporan)),
        ("pihak_lain", ", ".join(laporan.pihak_lain)),
        ("uraian", laporan.uraian),
    ]
    if detail:
        rows += [
            ("korban", victims(detail)),
            ("kerugian", detail.kerugian),
            ("penanganan", detail.penanganan),
            ("dihubungi", ", ".join(detail.dihubungi)),
            ("kebutuhan", detail.kebutuhan),
        ]
    return [
        *rows,
        ("hasil", laporan.hasil),
        ("kendala", laporan.kendala),
        ("tindak_lanjut", laporan.tindak_lanjut),
        ("dasar", laporan.dasar),
        ("pelapor", _reporter(laporan)),
    ]


def _reporter(laporan: Laporan) -> str:
    return ", ".join(part for part in (laporan.pelapor.nama, laporan.pelapor.jabatan) if part)


def _photos(state: DetailState, seen: Detail, picture: Picture) -> list[ft.Control]:
    if not seen.photos:
        return []
    parts = [_thumb(state, n, view, picture) for n, view in enumerate(seen.photos, 1)]
    lost = [n for n, view in enumerate(seen.photos, 1) if view.lost]
    told = [banners.banner("bad", I.BROKEN_IMAGE, teks.FOTO_HILANG.format(nomor=n)) for n in lost]
    return [*told, wrapped(*parts, gap=10)]


def _thumb(state: DetailState, number: int, view: PhotoView, picture: Picture) -> ft.Control:
    missing = teks.FOTO_DI_KECAMATAN if view.at_kecamatan else teks.FOTO_TIDAK_ADA
    source = picture(view)
    shown = photo.picture(source, 118, 88, missing=missing)
    if source is not None and view.foto.sensitif:
        shown = photo.veiled(shown, teks.FOTO_SENSITIF_TANYA, 118, 88)
    return ft.Container(
        content=shown, border_radius=12, ink=True, on_click=tap(state.open_photo, number),
        tooltip=teks.FOTO_BUKA.format(ke=number),
    )  # fmt: skip


def _receipts(record: Record) -> list[ft.Control]:
    if len(record.resi) < 2:
        return []
    return [second(teks.RESI_DUA.format(resi=", ".join(record.resi)))]


def _foot(state: DetailState, seen: Detail) -> ft.Control | None:
    """The one thing to do with this report, if there is one."""
    if not seen.can_edit:
        return None
    words = _deed(seen.record)
    return frame.bottom_panel(buttons.primary(words, state.mend, name=I.EDIT)) if words else None


def _deed(record: Record) -> str:
    if record.sent is None:
        return teks.LANJUTKAN_MENULIS
    if record.sent.kind == Kind.NIHIL:
        return ""
    if record.draft is not None:
        return teks.PERBAIKI_LANJUT
    if record.sent_state is PhoneState.REFUSED and record.problems:
        return ""  # the red card has the button
    notes = [note for note in top.open_notes(record) if note.field or note.foto]
    if record.status == Status.PERLU_PERBAIKAN and notes:
        return teks.PERBAIKI_BAGIAN.format(bagian=note_part(notes[0], record.sent))
    return teks.LENGKAPI if record.sent.kind == Kind.KEJADIAN else teks.PERBAIKI
