"""The papers of a coaching: buttons that save them, and the numbers of its certificates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.desk.widgets.buttons import outline_button
from server.desk.widgets.fields import Field
from server.desk.widgets.paper import paper_button
from server.desk.widgets.text import second
from server.pembinaan import teks
from server.pembinaan.desk.parts import section
from server.pembinaan.desk.record_state import RecordState
from server.pembinaan.pembinaan_reading import Attendant, Record
from shared.widgets.layout import wrapped

ADDRESS = "/unduh/pembinaan/{ident}/{name}"
LONGEST = 100


@dataclass(frozen=True)
class PaperActions:
    may_take: bool
    fill: Callable[[], None]
    put: Callable[[str, str], None]
    show: Callable[[], None]


def papers(
    state: RecordState, shown: Record, on: PaperActions, *, writes: bool
) -> list[ft.Control]:
    """Nothing for who may not take papers along."""
    if not on.may_take:
        return []
    buttons = [
        paper_button(words, ADDRESS.format(ident=shown.id, name=name))
        for name, words in teks.SURAT_PEMBINAAN.items()
        if _makes_sense(name, shown)
    ]
    numbers = _numbers(state, shown, on) if writes and shown.people else []
    return [section(teks.SURAT_BAGIAN, wrapped(*buttons), *numbers)]


def _makes_sense(name: str, shown: Record) -> bool:
    """No certificates without people, no list of follow-ups without one."""
    if name.startswith("sertifikat"):
        return bool(shown.people)
    return not name.startswith("tindak") or bool(shown.todos)


def _numbers(state: RecordState, shown: Record, on: PaperActions) -> list[ft.Control]:
    lacking = sum(not person.sertifikat for person in shown.people)
    words = teks.SURAT_NOMOR_TUTUP if state.numbering else teks.SURAT_NOMOR_LIHAT
    deeds: list[ft.Control] = [outline_button(words, on.show, ft.Icons.NUMBERS)]
    if lacking:
        fill = teks.SURAT_NOMOR_ISI.format(n=lacking)
        deeds.insert(0, outline_button(fill, on.fill, ft.Icons.FORMAT_LIST_NUMBERED))
    fields = [_number(state, person, on) for person in shown.people] if state.numbering else []
    return [second(teks.SURAT_NOMOR), wrapped(*deeds), *fields]


def _number(state: RecordState, person: Attendant, on: PaperActions) -> ft.Control:
    """Stored when the field is left with something else in it than it began with."""
    typing = state.numbers
    began, _ = typing.get(person.id, (person.sertifikat, ""))

    def write(words: str) -> None:
        typing[person.id] = began, words

    def leave() -> None:
        _, typed = typing.pop(person.id, ("", began))
        if typed != began:
            on.put(person.id, typed)

    return Field(
        person.nama, began, on_change=write, on_leave=leave, limit=LONGEST,
        hint=teks.SURAT_NOMOR_PETUNJUK, key=f"{person.id}-{began}",
    )  # fmt: skip
