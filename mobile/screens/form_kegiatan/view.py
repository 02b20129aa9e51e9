"""The seven questions of a kegiatan, in the order in which one remembers."""

from __future__ import annotations

import flet as ft

from mobile import teks
from mobile.screens.form_kegiatan.result import More, Result
from mobile.screens.form_kegiatan.what import SHEET, jenis_sheet, what
from mobile.screens.form_kegiatan.when import when
from mobile.screens.form_kegiatan.who import Who, count_sheet
from mobile.screens.form_parts import number
from mobile.screens.form_parts.form import FormState
from mobile.screens.form_parts.head import menu
from mobile.screens.form_parts.page import common_sheet, page
from mobile.screens.form_parts.photos import Photos
from mobile.screens.form_parts.story import Story
from mobile.screens.form_parts.where import Where
from mobile.usecases.sentences import copied
from mobile.widgets import banners

I = ft.Icons  # noqa: E741
SENTENCES = 3


def form_page(form: FormState, column: ft.Ref[ft.Column]) -> ft.Control:
    title = teks.PERBAIKI_JUDUL if form.mending else teks.LAPOR_KEGIATAN
    return page(form, title, [menu(form)], questions(form), column)


def questions(form: FormState) -> list[ft.Control]:
    """What, photo, when, where, who, tell, result."""
    draft = form.draft
    # While one mends, the kecamatan's note stands right above the field.
    known = () if form.mending else form.memory.uraian.get(draft.jenis or "", ())
    source = copied(form.record, form.begun)
    return [
        *([banners.note_strip(I.CONTENT_COPY, source)] if source else []),
        what(form),
        Photos(form, form.photos.state),
        when(form),
        Where(form, form.memory.tempat, teks.TEMPAT_PETUNJUK),
        Who(form),
        Story(form, form.retold, teks.CERITAKAN, known[:SENTENCES]),
        Result(form),
        More(form),
    ]


def form_sheet(form: FormState) -> ft.BottomSheet | None:
    """The sheet that is open now."""
    if form.sheet == SHEET:
        return jenis_sheet(form)
    return count_sheet(form) if form.sheet == number.SHEET else common_sheet(form)
