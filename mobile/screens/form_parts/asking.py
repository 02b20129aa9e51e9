"""The sheet that asks before a report leaves: is it to come, was it told already?"""

from __future__ import annotations

import flet as ft

from mobile import teks
from mobile.screens.form_parts.form import FormState
from mobile.screens.words import row_sub, row_title, short_resi
from mobile.usecases.doubts import BELUM_TIBA, Doubt
from mobile.usecases.sentences import duration
from mobile.widgets import buttons, cards, sheet
from mobile.widgets.text import second, text
from shared.widgets.layout import column

I = ft.Icons  # noqa: E741


def ask_sheet(form: FormState) -> ft.BottomSheet | None:
    """One question at a time; the way back stands where the finger is."""
    doubt = form.doubt
    if doubt is None:
        return None
    return _still_to_come(form, doubt) if doubt.kind == BELUM_TIBA else _told_already(form, doubt)


def _still_to_come(form: FormState, doubt: Doubt) -> ft.BottomSheet:
    words = teks.BELUM_TIBA_ISI.format(lama=duration(doubt.ahead.total_seconds()))
    return sheet.sheet(
        text(teks.BELUM_TIBA, "title"),
        text(words, "body"),
        buttons.outline(teks.TETAP_KIRIM, form.exits.send_anyway),
        buttons.primary(teks.BETULKAN_JAM, form.exits.mend_hours, name=I.SCHEDULE),
        on_dismiss=form.close_sheet,
    )


def _told_already(form: FormState, doubt: Doubt) -> ft.BottomSheet:
    parts: list[ft.Control] = [text(teks.MIRIP, "title")]
    if doubt.other is not None:
        shown = doubt.other.current
        resi = short_resi(doubt.other.last_resi)
        sub = ", ".join(words for words in (row_sub(shown), resi) if words)
        inside = column(text(row_title(shown), "bodyb"), second(sub), gap=1)
        parts.append(cards.card(inside, padding=12))
    return sheet.sheet(
        *parts,
        text(teks.MIRIP_ISI, "body"),
        buttons.outline(teks.TETAP_KIRIM, form.exits.send_anyway),
        buttons.outline(teks.KEMBALI_KE_FORMULIR, form.close_sheet),
        buttons.primary(teks.MIRIP_LIHAT, form.exits.look_at_other, name=I.DESCRIPTION),
        on_dismiss=form.close_sheet,
    )
