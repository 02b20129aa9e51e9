"""What was done: five tiles by use, and all eighteen with their official names and a search."""

from __future__ import annotations

from functools import partial

import flet as ft

from mobile import teks
from mobile.screens.form_parts import sections
from mobile.screens.form_parts.form import FormState
from mobile.screens.form_parts.question import question, spoken
from mobile.usecases.chips import tiles
from mobile.widgets import sheet
from mobile.widgets import tiles as pieces
from mobile.widgets.cards import framed_list
from mobile.widgets.fields import Field
from mobile.widgets.layout import pad, rule, stretched
from mobile.widgets.text import icon, second, text
from mobile.widgets.theme import colours
from shared.jenis import KODE, SEMUA, JenisKegiatan
from shared.widgets.layout import column, row
from shared.widgets.looks import JENIS_ICONS

I = ft.Icons  # noqa: E741
SHEET = "jenis"


def what(form: FormState) -> ft.Control:
    """The tiles keep their places; a jenis that is none of the five stands on the sixth."""
    off = switched_off(form)
    chosen = form.draft.jenis
    shown = tiles(form.memory, off)
    parts: list[ft.Control] = [
        spoken(
            pieces.tile(
                KODE[kode].pendek, JENIS_ICONS[kode], kode == chosen, partial(choose, form, kode)
            ),
            kode == chosen,
        )
        for kode in shown
    ]
    other = chosen if chosen in KODE and chosen not in shown else None
    rest = len(SEMUA) - len(off) - len(shown)
    words = KODE[other].pendek if other else teks.JENIS_LAINNYA.format(jumlah=rest)
    name = JENIS_ICONS[other] if other else I.APPS
    last = pieces.tile(words, name, other is not None, partial(form.open, SHEET))
    parts.append(spoken(last, other is not None))
    return question(form, sections.JENIS, teks.KEGIATAN_APA, pieces.tiles(parts))


def choose(form: FormState, kode: str) -> None:
    form.close_sheet()
    form.chose(sections.JENIS, jenis=kode)


def switched_off(form: FormState) -> tuple[str, ...]:
    """The jenis that the kecamatan does not use; what a report already has stays."""
    known = form.settings.get("jenis")
    if not isinstance(known, dict):
        return ()
    return tuple(kode for kode in KODE if known.get(kode) is False and kode != form.draft.jenis)


def jenis_sheet(form: FormState) -> ft.BottomSheet:
    return sheet.sheet(JenisList(form), on_dismiss=form.close_sheet)


@ft.component
def JenisList(form: FormState) -> ft.Control:
    wanted, set_wanted = ft.use_state("")
    off = switched_off(form)
    found = [one for one in SEMUA if one.kode not in off and fits(one, wanted)]
    rows: list[ft.Control] = []
    for one in found:
        rows += [rule()] if rows else []
        rows.append(_row(form, one))
    listed = framed_list(*rows) if rows else second(teks.JENIS_TIDAK_ADA)
    return stretched(
        text(teks.JENIS_SEMUA, "title"),
        Field(teks.JENIS_CARI, on_change=set_wanted, hint=teks.JENIS_CARI, name=I.SEARCH,
              show_label=False),
        listed,
        gap=12,
    )  # fmt: skip


def fits(one: JenisKegiatan, wanted: str) -> bool:
    """All words of the search stand in its names."""
    names = f"{one.pendek} {one.nama}".lower()
    return all(word in names for word in wanted.lower().split())


def _row(form: FormState, one: JenisKegiatan) -> ft.Control:
    palette = colours()
    chosen = form.draft.jenis == one.kode
    mark = [icon(I.CHECK_CIRCLE, 22, palette.primary)] if chosen else []
    inside = row(
        icon(JENIS_ICONS[one.kode], 26, palette.primary),
        column(text(one.pendek, "bodyb"), second(one.nama), gap=1, expand=True),
        *mark,
        gap=12,
    )
    return ft.Container(
        content=inside, padding=pad(12, 14), ink=True, on_click=partial(choose, form, one.kode),
        bgcolor=palette.primary_container if chosen else None,
    )  # fmt: skip
