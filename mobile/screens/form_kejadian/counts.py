"""How it stands now, in numbers; never in names."""

from __future__ import annotations

from functools import partial

import flet as ft

from mobile import teks
from mobile.screens.form_kejadian import state
from mobile.screens.form_parts import number, sections
from mobile.screens.form_parts.form import FormState
from mobile.screens.form_parts.question import question
from mobile.widgets.cards import card
from mobile.widgets.fields import counter
from mobile.widgets.layout import pad, rule, stretched


def counts(form: FormState) -> ft.Control:
    found = state.detail(form)
    rows: list[ft.Control] = []
    for name, words in teks.HITUNG.items():
        rows += [rule()] if rows else []
        known = getattr(found, name)
        told = words if known is not None else teks.HITUNG_BELUM.format(apa=words)
        rows.append(
            counter(
                told, known, partial(state.count, form, name),
                less=teks.KURANGI.format(apa=words), more=teks.TAMBAHI.format(apa=words),
                on_type=partial(form.open, number.SHEET + name),
                type_words=teks.HITUNG_KETIK.format(apa=words),
            )
        )  # fmt: skip
    inside = card(stretched(*rows, gap=6), padding=pad(6, 14))
    return question(form, sections.KEADAAN, teks.KEADAAN_SEKARANG, inside, note=teks.BOLEH_NANTI)


def count_sheet(form: FormState) -> ft.BottomSheet | None:
    """A large number is written, not tapped."""
    name = form.sheet.removeprefix(number.SHEET)
    if name not in teks.HITUNG:
        return None
    start = getattr(state.detail(form), name)
    return number.number_sheet(form, teks.HITUNG[name], start, partial(state.count, form, name))
