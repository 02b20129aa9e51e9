"""What can wait: who has been told, the damage, what was done, what is needed."""

from __future__ import annotations

import flet as ft

from mobile import teks
from mobile.screens.form_kejadian import state
from mobile.screens.form_parts import sections
from mobile.screens.form_parts.form import FormState
from mobile.screens.form_parts.note_field import note_field
from mobile.screens.form_parts.question import question
from mobile.screens.form_parts.several import Several
from mobile.widgets.cards import link_card
from mobile.widgets.layout import stretched
from mobile.widgets.text import icon
from mobile.widgets.theme import colours

I = ft.Icons  # noqa: E741


def told(form: FormState) -> ft.Control:
    """Who has been called already."""

    def choose(names: tuple[str, ...]) -> None:
        form.chose_kejadian(sections.DIHUBUNGI, dihubungi=names)

    chosen = state.detail(form).dihubungi
    picks = Several(form, "dihubungi", teks.DIHUBUNGI_AWAL, chosen, choose,
                    teks.DIHUBUNGI, teks.PIHAK_PETUNJUK)  # fmt: skip
    return question(form, sections.DIHUBUNGI, teks.DIHUBUNGI, picks, note=teks.BOLEH_NANTI)


@ft.component
def Complete(form: FormState) -> ft.Control:
    """ "Lengkapi": open at once when the report is completed later."""
    found = state.detail(form)
    filled = bool(found.kerugian or found.penanganan or found.kebutuhan)
    opened, set_opened = ft.use_state(filled or form.mending)
    if not opened and sections.LENGKAPI not in form.faults:
        row = link_card(
            icon(I.POST_ADD, 26, colours().primary), teks.LENGKAPI_BAGIAN, teks.LENGKAPI_SUB,
            lambda: set_opened(True), trail=icon(I.EXPAND_MORE, 24),
        )  # fmt: skip
        return ft.Container(content=row, key=ft.ScrollKey(sections.LENGKAPI))
    parts = [
        _field(form, "kerugian", teks.KERUGIAN, teks.KERUGIAN_PETUNJUK),
        _field(form, "penanganan", teks.PENANGANAN, teks.PENANGANAN_PETUNJUK),
        _field(form, "kebutuhan", teks.KEBUTUHAN, teks.KEBUTUHAN_PETUNJUK),
    ]
    return question(
        form, sections.LENGKAPI, teks.LENGKAPI_BAGIAN, stretched(*parts, gap=14),
        note=teks.BOLEH_NANTI,
    )  # fmt: skip


def _field(form: FormState, name: str, label: str, hint: str) -> ft.Control:
    def write(words: str) -> None:
        form.typed_kejadian(sections.LENGKAPI, **{name: words})

    start: str = getattr(state.detail(form), name)
    return note_field(form, f"kejadian.{name}", label, hint, start, write, sections.LENGKAPI)
