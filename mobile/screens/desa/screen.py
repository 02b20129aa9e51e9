"""The tab Desa: who this phone reports for, and the way to Periksa HP and the look."""

from __future__ import annotations

from functools import partial

import flet as ft

from mobile import teks
from mobile.ports import Identity
from mobile.screens import routes, tampilan
from mobile.screens.beranda.sheets import look_choice
from mobile.screens.here import Here, here
from mobile.screens.tabs import tab_screen
from mobile.screens.view import TAB_KEY, page_view
from mobile.screens.words import moment
from mobile.widgets import cards, frame
from mobile.widgets.layout import column, row, rule
from mobile.widgets.text import text
from mobile.widgets.theme import colours
from shared.clock import tanggal

I = ft.Icons  # noqa: E741


@ft.component
def Desa() -> ft.View:
    """What is known of the village until the roster comes."""
    place = here()
    who = place.phone.identity()
    name = teks.DESA_NAMA.format(nama=who.desa_nama)
    return page_view(tab_screen(3, frame.tab_head(name), _body(place, who)), TAB_KEY)


def _body(place: Here, who: Identity) -> list[ft.Control]:
    chosen = tampilan.chosen(place.phone)
    tools = cards.link_list(
        (I.SMARTPHONE, teks.PERIKSA_JUDUL, teks.BANTUAN_PERIKSA_SUB,
         partial(place.go, routes.PERIKSA_HP)),
    )  # fmt: skip
    return [
        _welcome(),
        frame.section(teks.DESA_ALAT, tools),
        frame.section(teks.TAMPILAN, look_choice(chosen, partial(tampilan.choose, place))),
        _facts(who),
    ]


def _welcome() -> ft.Control:
    palette = colours()
    ink = palette.on_primary_container
    block = ft.Container(
        content=ft.Icon(I.HOLIDAY_VILLAGE, size=26, color=palette.primary_container),
        width=50, height=50, border_radius=14, bgcolor=ink, alignment=ft.Alignment.CENTER,
    )  # fmt: skip
    words = column(text(teks.DESA_SIAP, "bodyb", ink), gap=1, expand=True)
    return cards.green(row(block, words, gap=14))


def _facts(who: Identity) -> ft.Control:
    reporter = ", ".join(part for part in (who.pelapor.nama, who.pelapor.jabatan) if part)
    since = moment(who.activated_at)
    rows: list[ft.Control] = [cards.fact(teks.DESA_PELAPOR, reporter), rule()]
    rows.append(
        cards.fact(
            teks.DESA_KECAMATAN.format(nama=who.kecamatan_nama).strip(),
            teks.DESA_KODE.format(kode=who.desa_kode),
        )
    )
    if since:
        rows += [rule(), cards.fact(teks.DESA_SEJAK_LABEL, tanggal(since, weekday=False))]
    return cards.framed_list(*rows)
