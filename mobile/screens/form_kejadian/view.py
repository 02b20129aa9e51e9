"""A kejadian: call first, then four taps; everything else can wait."""

from __future__ import annotations

import flet as ft

from mobile import teks
from mobile.screens.form_kejadian.counts import count_sheet, counts
from mobile.screens.form_kejadian.more import Complete, told
from mobile.screens.form_kejadian.state import numbers
from mobile.screens.form_kejadian.urgent import urgent_card
from mobile.screens.form_kejadian.what import What
from mobile.screens.form_kejadian.when import when
from mobile.screens.form_parts import number
from mobile.screens.form_parts.form import FormState
from mobile.screens.form_parts.head import menu
from mobile.screens.form_parts.page import common_sheet, page
from mobile.screens.form_parts.photos import Photos
from mobile.screens.form_parts.story import Story
from mobile.screens.form_parts.where import Where
from mobile.widgets import buttons
from mobile.widgets.theme import look

I = ft.Icons  # noqa: E741


def form_page(form: FormState, column: ft.Ref[ft.Column]) -> ft.Control:
    title = teks.KEJADIAN_LENGKAPI if form.mending else teks.KEJADIAN_JUDUL
    return page(form, title, [_camera(form), menu(form)], questions(form), column, urgent=True)


def questions(form: FormState) -> list[ft.Control]:
    return [
        urgent_card(numbers(form.settings)),
        What(form),
        when(form),
        Where(form, form.memory.tempat, teks.KEJADIAN_TEMPAT_PETUNJUK, True),
        counts(form),
        Story(form, form.retold, teks.KEJADIAN_CERITA),
        told(form),
        Complete(form),
        Photos(form, form.photos.state),
    ]


def form_sheet(form: FormState) -> ft.BottomSheet | None:
    """The sheet that is open now."""
    return count_sheet(form) if form.sheet.startswith(number.SHEET) else common_sheet(form)


def _camera(form: FormState) -> ft.Control:
    """The camera within reach at once, as the pictures are at the end of the form."""
    if look().large:
        return buttons.icon_button(I.ADD_A_PHOTO, teks.FOTO_AMBIL, form.exits.camera)
    return buttons.quiet(teks.KEJADIAN_FOTO, form.exits.camera, name=I.ADD_A_PHOTO)
