"""The head and the foot of a form: what is safe, what is missing, and the one button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import flet as ft

from mobile import teks
from mobile.domain.record import Note
from mobile.screens.form_parts.form import FormState
from mobile.screens.form_parts.form_exits import told_key
from mobile.screens.form_parts.signs import Signs
from mobile.screens.words import note_part
from mobile.usecases.sentences import ask_delete
from mobile.widgets import banners, buttons, frame, sheet
from mobile.widgets.layout import nothing, pad
from mobile.widgets.text import style, text
from mobile.widgets.theme import MARGIN, TARGET, colours

I = ft.Icons  # noqa: E741
Tap = Callable[..., Any]


def told(form: FormState) -> list[ft.Control]:
    """What has just happened to this report, on top of the questions."""
    words = form.place.kept.get(told_key(form.id))
    if not isinstance(words, str):
        return []
    strip = banners.note_strip(I.UNDO, words)
    return [ft.Semantics(content=strip, live_region=True)]


def head(title: str, form: FormState, actions: Sequence[ft.Control]) -> ft.Control:
    """Back, title, "Tersimpan di HP ini", and what the form offers at the right."""
    line = SavedLine(form.keeper.signs)
    return frame.top_bar(title, line, form.exits.leave, teks.KEMBALI, actions)


@ft.component
def SavedLine(signs: Signs) -> ft.Control:
    """Sentence 15: only when it is on disk."""
    if signs.trouble or signs.slow:
        words = teks.MENYIMPAN_TULISAN
        return ft.Container(content=text(words, "meta", colours().on_surface_variant))
    return ft.Container(content=frame.saved_line(signs.saved or teks.TERSIMPAN_SENDIRI))


@ft.component
def DiskBar(signs: Signs) -> ft.Control:
    """Not on disk: a bar under the head; the words stay on the screen."""
    if not signs.trouble:
        return nothing()
    return ft.Container(
        content=banners.banner("bad", I.SD_CARD_ALERT, signs.trouble), padding=pad(4, MARGIN)
    )


@ft.component
def Foot(form: FormState, signs: Signs, urgent: bool = False) -> ft.Control:
    """The lower bar. Kirim is never grey: too early, it shows the way to the first gap."""
    words = teks.KIRIM_SEKARANG if urgent else teks.KIRIM_LAPORAN
    if form.mending:
        words = teks.KIRIM_ULANG
    if signs.busy:
        words = teks.SEDANG_DISIMPAN
    button = buttons.danger if urgent else buttons.primary
    good = signs.complete and not urgent
    return frame.bottom_panel(
        frame.panel_note(signs.bar, good=good),
        button(words, form.exits.send, name=I.SEND, busy=signs.busy),
    )


def menu(form: FormState) -> ft.Control:
    """The three dots: what is seldom wanted."""
    palette = colours()

    def ask(_event: ft.Event[ft.PopupMenuItem]) -> None:
        form.open("hapus")

    button = ft.PopupMenuButton(
        icon=I.MORE_VERT,
        icon_color=palette.on_surface_variant,
        icon_size=26,
        tooltip=teks.LAINNYA,
        width=TARGET,
        height=TARGET,
        padding=0,
        bgcolor=palette.card,
        shape=ft.RoundedRectangleBorder(
            radius=14, side=ft.BorderSide(palette.edge, palette.outline_variant)
        ),
        items=[
            ft.PopupMenuItem(
                content=text(teks.HAPUS_YA, "body", palette.error),
                icon=ft.Icon(I.DELETE_OUTLINE, color=palette.error),
                on_click=ask,
                label_text_style=style("body"),
            )
        ],
    )
    # Otherwise the words belong to the tooltip, and the button itself has no name.
    return ft.MergeSemantics(content=button)


def delete_question(form: FormState) -> ft.BottomSheet:
    """Sentence 30."""
    return sheet.question(
        ask_delete(form.record), teks.HAPUS_YA, form.exits.delete, teks.TIDAK_JADI,
        form.close_sheet, serious=True, name=I.DELETE_OUTLINE,
    )  # fmt: skip


def notes(form: FormState, section: str) -> list[ft.Control]:
    """The kecamatan's notes, above the question that they belong to."""
    return [
        banners.banner(
            "fix", I.REPLY, _said(form, note), f"{teks.CATATAN_BAGIAN} · {note.oleh}".rstrip(" ·")
        )
        for note in form.notes(section)
    ]


def _said(form: FormState, note: Note) -> str:
    """Of a photo's note the number is said, for several photos share one question."""
    sent = form.record.sent
    return f"{note_part(note, sent)}: {note.text}" if note.foto and sent else note.text
