"""The sheet "Laporan nihil"."""

from __future__ import annotations

import flet as ft

from mobile import teks
from mobile.screens.nihil.state import NihilState
from mobile.screens.words import month_name, month_words
from mobile.usecases.nihil import NihilCheck
from mobile.usecases.read import Home
from mobile.widgets import banners, buttons, cards, chips, sheet
from mobile.widgets.text import icon, second, text
from mobile.widgets.theme import colours
from shared.widgets.layout import column, row

I = ft.Icons  # noqa: E741


def nihil_sheet(state: NihilState, who: Home | None) -> ft.BottomSheet | None:
    """None while it is closed."""
    found = state.current
    if found is None or who is None:
        return None
    months = [(seen.periode, month_name(seen.periode)) for seen in state.checks]
    choice = [chips.pick_one(months, state.chosen, state.choose)] if len(months) > 1 else []
    return sheet.sheet(
        _head(found, who), *choice, *_body(state, found, who), on_dismiss=state.close
    )


def _head(found: NihilCheck, who: Home) -> ft.Control:
    sub = teks.NIHIL_SUB.format(bulan=month_words(found.periode), desa=who.desa)
    words = column(text(teks.NIHIL_JUDUL, "title"), second(sub), gap=2, expand=True)
    return row(cards.icon_block(I.EVENT_AVAILABLE, "nil", 58), words, gap=14)


def _body(state: NihilState, found: NihilCheck, who: Home) -> list[ft.Control]:
    name = month_name(found.periode)
    close = buttons.outline(teks.BATAL, state.close)
    if found.laporan:
        words = teks.NIHIL_ADA.format(bulan=name, jumlah=found.laporan)
        return [_note(words), buttons.outline(teks.TUTUP, state.close)]
    if found.sudah:
        done = banners.banner("nil", I.EVENT_AVAILABLE, teks.NIHIL_SUDAH.format(bulan=name))
        return [done, buttons.primary(teks.NIHIL_LIHAT, state.look), close]
    if state.asking:
        return _really(state, name)
    this_month = found.periode == who.bulan
    rule = teks.NIHIL_SYARAT if this_month else teks.NIHIL_SYARAT_LALU.format(bulan=name)
    send = buttons.primary(
        teks.NIHIL_KIRIM.format(bulan=name), state.send, name=I.SEND, busy=state.busy
    )
    return [text(rule, "body"), _note(teks.NIHIL_DIGANTI), _reporter(who), send, close]


def _really(state: NihilState, name: str) -> list[ft.Control]:
    """The month has hardly begun; the way back lies where "Kirim nihil" was tapped."""
    words = teks.NIHIL_DINI.format(bulan=name)
    asked = banners.banner("wait", I.HELP_OUTLINE, teks.NIHIL_DINI_JUDUL.format(bulan=name), words)
    send = buttons.outline(teks.NIHIL_TETAP.format(bulan=name), state.send, name=I.SEND)
    return [asked, buttons.primary(teks.NIHIL_NANTI, state.close), send]


def _note(words: str) -> ft.Control:
    inside = row(icon(I.INFO, 22), text(words, "small", expand=True), gap=10)
    return cards.card(inside, padding=12, radius=12, back=colours().quiet)


def _reporter(who: Home) -> ft.Control:
    name = ", ".join(part for part in (who.pelapor, who.jabatan) if part)
    return row(icon(I.PERSON, 20), second(teks.PELAPOR.format(nama=name), expand=True))
