"""The picture of one member's data: what there is, a copy to hand over, the erasing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.desk.widgets import notices
from server.desk.widgets.buttons import filled_button, outline_button
from server.desk.widgets.fields import Field
from server.desk.widgets.layout import card, pane
from server.desk.widgets.text import second, text
from server.desk.widgets.theme import look
from server.pribadi import teks
from server.pribadi.desk.pribadi.state import PersonState
from server.pribadi.erasure import ErasurePreview
from shared import erasing
from shared.widgets.layout import column, row, wrapped

Press = Callable[[], None]


@dataclass(frozen=True)
class PersonActions:
    """What the person at the desk can do; None is what the role may not."""

    back: Press
    again: Press
    take: Callable[[str], None] | None
    erase: Press
    open: Callable[[str], None]


def body(state: PersonState, on: PersonActions) -> ft.Control:
    """Trouble, missing, or the cards."""
    if state.missing:
        return notices.notice(ft.Icons.SEARCH_OFF, teks.OR_TIDAK_ADA, teks.OR_KEMBALI, on.back)
    if state.found is None:
        return notices.waiting(state, on.again, 4, 60)
    found = state.found
    parts = [_kept(found)]
    if on.take is not None:
        parts.append(_copy(on.take))
    parts.append(_erasing(state, found, on))
    return pane(*parts, ft.Container(height=12))


def _kept(found: ErasurePreview) -> ft.Control:
    facts = {
        "versi": found.versions,
        "nik": teks.OR_NIK_ADA if found.nik else teks.OR_NIK_TIDAK,
        "laporan": found.reports,
        "pembinaan": found.trainings,
    }
    lines = [
        row(_label(label), text(value.format(**facts), "bodyb"), gap=12)
        for label, value in teks.OR_ISI
    ]
    return _card(teks.OR_ADA, *lines)


def _label(words: str) -> ft.Control:
    """On a wide page the values stand near their labels."""
    if look().narrow:
        return ft.Container(content=text(words), expand=True)
    return ft.Container(content=text(words), width=380)


def _copy(take: Callable[[str], None]) -> ft.Control:
    deeds = wrapped(
        outline_button(teks.OR_UNDUH_TEKS, lambda: take("txt"), ft.Icons.DESCRIPTION),
        outline_button(teks.OR_UNDUH_JSON, lambda: take("json"), ft.Icons.DATA_OBJECT),
    )
    return _card(teks.OR_SALINAN, text(teks.OR_SALINAN_ISI), deeds)


def _erasing(state: PersonState, found: ErasurePreview, on: PersonActions) -> ft.Control:
    if found.erased:
        return _card(teks.OR_HAPUS, text(teks.OR_SUDAH))
    parts: list[ft.Control] = [text(teks.OR_HAPUS_ISI.format(pengganti=erasing.NAMA))]
    if found.in_texts:
        parts.append(text(teks.OR_DALAM_TEKS.format(n=len(found.in_texts)), "bodyb"))
        links = [
            outline_button(trace.resi, lambda ident=trace.id: on.open(ident))
            for trace in found.in_texts
        ]
        parts.append(wrapped(*links))
    if not state.asking:
        erase = outline_button(teks.OR_HAPUS_MULAI, state.ask, ft.Icons.PERSON_REMOVE)
        return _card(teks.OR_HAPUS, *parts, wrapped(erase))
    parts += [
        second(teks.OR_HAPUS_TANYA.format(nama=found.nama), "body"),
        Field(teks.OR_HAPUS_NAMA, "", on_change=state.typed.into("nama"), on_enter=on.erase,
              limit=200, key="nama-hapus", autofocus=True),
        wrapped(
            filled_button(teks.OR_HAPUS_YA, on.erase, ft.Icons.DELETE_FOREVER),
            outline_button(teks.OR_HAPUS_BATAL, state.leave),
        ),
    ]  # fmt: skip
    return _card(teks.OR_HAPUS, *parts)


def _card(title: str, *parts: ft.Control) -> ft.Control:
    head = ft.Semantics(content=text(title, "head"), header=True)
    return card(column(head, *parts, gap=12, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))
