"""How it ended: one of the usual results, or one's own words; and what is seldom told."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from mobile import teks
from mobile.screens.form_parts import sections
from mobile.screens.form_parts.form import FormState
from mobile.screens.form_parts.note_field import note_field
from mobile.screens.form_parts.question import question
from mobile.widgets import buttons, chips
from mobile.widgets.fields import Field
from mobile.widgets.layout import stretched
from shared.widgets.layout import wrapped

I = ft.Icons  # noqa: E741
REMEMBERED = 2


@ft.component
def Result(form: FormState) -> ft.Control:
    """The first is chosen already in a new report."""
    usual = teks.HASIL_AWAL
    learned = [words for words in form.memory.hasil if words not in usual][:REMEMBERED]
    start = form.draft.hasil
    shown = dict.fromkeys((*usual, *learned))
    own, set_own = ft.use_state(bool(start) and start not in shown)

    def pick(words: str) -> Callable[[bool], None]:
        def picked(_on: bool) -> None:
            set_own(False)
            form.chose(sections.HASIL, hasil="" if form.draft.hasil == words else words)

        return picked

    def write(_on: bool) -> None:
        set_own(True)
        form.chose(sections.HASIL, hasil="")

    picks = [chips.pick(words, not own and start == words, pick(words)) for words in shown]
    picks.append(chips.pick(teks.HASIL_LAIN, own, write, name=I.EDIT))
    parts: list[ft.Control] = [wrapped(*picks)]
    if own:
        parts.append(
            Field(
                teks.HASIL_ISI, start, hint=teks.HASIL_PETUNJUK, lines=2, show_label=False,
                on_change=lambda words: form.typed(sections.HASIL, hasil=words), focus=not start,
            )
        )  # fmt: skip
    return question(form, sections.HASIL, teks.HASILNYA, *parts)


@ft.component
def More(form: FormState) -> ft.Control:
    """ "Tambah kendala atau tindak lanjut"."""
    draft = form.draft
    filled = bool(draft.kendala or draft.tindak_lanjut or draft.dasar)
    asked = form.came_back_to == sections.LEBIH
    opened, set_opened = ft.use_state(filled or asked)
    if not opened and sections.LEBIH not in form.faults:
        more = buttons.quiet(teks.TAMBAH_KENDALA, lambda: set_opened(True), name=I.ADD)
        return ft.Container(content=more, key=ft.ScrollKey(sections.LEBIH),
                            alignment=ft.Alignment.CENTER_LEFT)  # fmt: skip
    return question(
        form, sections.LEBIH, teks.KENDALA,
        stretched(
            note_field(form, "kendala", teks.KENDALA, teks.KENDALA_PETUNJUK, draft.kendala,
                       lambda words: form.typed(sections.LEBIH, kendala=words), sections.LEBIH),
            note_field(form, "tindak_lanjut", teks.TINDAK_LANJUT, teks.TINDAK_LANJUT_PETUNJUK,
                       draft.tindak_lanjut,
                       lambda words: form.typed(sections.LEBIH, tindak_lanjut=words),
                       sections.LEBIH),
            note_field(form, "dasar", teks.DASAR, teks.DASAR_PETUNJUK, draft.dasar,
                       lambda words: form.typed(sections.LEBIH, dasar=words), sections.LEBIH),
            gap=14,
        ),
    )  # fmt: skip
