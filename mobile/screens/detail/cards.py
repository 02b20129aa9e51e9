"""The cards on top of an opened report: sent back, refused, overtaken, withdrawn, mending."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from mobile import teks
from mobile.domain.record import Note, Record
from mobile.screens.detail.state import DetailState
from mobile.screens.words import day_stamp, note_part, part_name, stamp
from mobile.usecases.sentences import at_field
from mobile.widgets import banners, cards
from mobile.widgets.layout import stretched
from mobile.widgets.text import icon, text
from mobile.widgets.theme import colours, look, state_colours
from shared.status import PhoneState, Status
from shared.widgets.layout import row

I = ft.Icons  # noqa: E741


def on_top(state: DetailState, record: Record) -> list[ft.Control]:
    """What the person should know before reading on."""
    parts: list[ft.Control] = []
    if record.sent_state is PhoneState.REFUSED and record.sent and record.problems:
        parts.append(_refused(state, record))
    if record.newer is not None:
        parts.append(
            banners.banner("info", I.DEVICES, teks.DIDAHULUI_JUDUL, teks.DIDAHULUI_PENJELASAN)
        )
    notes = open_notes(record)
    if record.status == Status.PERLU_PERBAIKAN:
        parts.append(_sent_back(record, notes))
    elif record.notes:
        parts.append(_old_notes(record))
    if record.sent and record.sent.ditarik:
        parts.append(banners.banner("mute", I.UNDO, teks.DITARIK_JUDUL, record.sent.ditarik.alasan))
    if record.has_unsent_changes and record.newer is None:
        parts.append(
            banners.banner("wait", I.EDIT_NOTE, teks.PERUBAHAN_BELUM, teks.PERUBAHAN_BELUM_ISI)
        )
    return parts


def open_notes(record: Record) -> tuple[Note, ...]:
    """Notes on the version that was sent last: what is to be mended now."""
    versi = record.sent.versi if record.sent else 0
    return tuple(note for note in record.notes if note.versi == versi)


def _refused(state: DetailState, record: Record) -> ft.Control:
    first = record.problems[0]
    mend = teks.BETULKAN.format(bagian=part_name(first.field).lower())
    reasons = " ".join(dict.fromkeys(at_field(gap, record.current) for gap in record.problems))
    words = teks.BELUM_BISA_ISI.format(sebab=reasons)
    return banners.refusal(
        teks.BELUM_BISA_JUDUL, words, mend, state.mend, teks.RINCIAN, lambda: state.ask("teknis")
    )


def _sent_back(record: Record, notes: Sequence[Note]) -> ft.Control:
    ink = cards.tinted_ink("fix")
    title = teks.DIKEMBALIKAN.format(jumlah=len(notes)) if notes else teks.DIKEMBALIKAN_TANPA
    parts: list[ft.Control] = [
        row(icon(I.REPLY, 24, ink), text(title, "head", ink, expand=True), gap=10)
    ]
    if notes:
        who = teks.DARI_SIAPA.format(oleh=notes[0].oleh, waktu=day_stamp(notes[0].waktu))
        parts.append(text(who, "meta", ink))
    parts += [_note(record, note) for note in notes]
    return cards.tinted("fix", stretched(*parts, gap=10))


def _note(record: Record, note: Note) -> ft.Control:
    chip = state_colours("fix")
    ink = colours().on_surface if look().sun else chip.fore
    laporan = record.sent or record.current
    where = teks.BAGIAN_JUDUL.format(bagian=note_part(note, laporan))
    head = row(icon(I.PUSH_PIN, 18, ink), text(where, "smallb", ink, expand=True), gap=6)
    pinned = [head] if note.field or note.foto else []
    edge = ft.Border.all(2, colours().outline) if look().sun else None
    return ft.Container(
        content=stretched(*pinned, text(note.text, "body"), gap=6),
        padding=14, bgcolor=colours().card, border_radius=12, border=edge,
    )  # fmt: skip


def _old_notes(record: Record) -> ft.Control:
    """Notes that were answered already, or came with a verification."""
    newest = record.notes[-1]
    title = teks.DARI_SIAPA.format(oleh=newest.oleh, waktu=stamp(newest.waktu))
    words = "\n".join(note.text for note in record.notes)
    return banners.banner("info", I.COMMENT, title, words)
