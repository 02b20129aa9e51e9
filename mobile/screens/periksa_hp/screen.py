"""Periksa HP, wired."""

from __future__ import annotations

from functools import partial

import flet as ft

from mobile import teks
from mobile import teks_titip as words
from mobile.screens import peramban, tampilan
from mobile.screens.beranda.sheets import look_choice
from mobile.screens.here import Here, here
from mobile.screens.live import use_fresh
from mobile.screens.periksa_hp import view
from mobile.screens.periksa_hp.state import PeriksaState
from mobile.screens.privasi import privacy_sheet
from mobile.screens.tabs import TabFoot
from mobile.screens.view import page_view
from mobile.screens.words import room_words
from mobile.widgets import cards, frame
from mobile.widgets.text import second


@ft.component
def PeriksaHp() -> ft.View:
    """Is this phone fit to report, and how it looks."""
    place = here()
    state, _ = ft.use_state(lambda: PeriksaState(place))
    use_fresh(state.load)
    ft.use_effect(lambda: place.task(state.ask_the_way), [])

    async def clear() -> None:
        freed = await state.clear()
        place.say(teks.PERIKSA_BERSIH.format(ruang=room_words(freed)))

    ft.use_dialog(view.room_sheet(state.room, clear, state.close) if state.room else None)
    ft.use_dialog(privacy_sheet(place, state.close) if state.privacy else None)
    who = place.phone.identity()
    sub = teks.DESA_NAMA.format(nama=who.desa_nama)
    head = frame.top_bar(teks.PERIKSA_JUDUL, sub, place.back, teks.KEMBALI)
    return page_view(frame.screen(head, _body(place, state), TabFoot(3), gap=13))


def _body(place: Here, state: PeriksaState) -> list[ft.Control]:
    who = place.phone.identity()
    chosen = tampilan.chosen(place.phone)
    version = teks.PERIKSA_VERSI.format(versi=place.phone.app_version, desa=who.desa_nama)
    privacy = (ft.Icons.PRIVACY_TIP, teks.PRIVASI, teks.PRIVASI_SUB, state.open_privacy)
    return [
        view.summary(state.findings),
        view.rows(place.phone.clock.now(), state),
        cards.link_list(
            (ft.Icons.MOVE_TO_INBOX, words.TITIP, words.TITIP_SUB, state.hand_on),
            (ft.Icons.PHONELINK_SETUP, words.PINDAH, words.PINDAH_SUB, state.move),
        ),
        *([peramban.to_know(place.browser)] if place.browser else []),
        frame.section(teks.TAMPILAN, look_choice(chosen, partial(tampilan.choose, place))),
        cards.link_list(privacy),
        second(version, "meta"),
        second(teks.PERIKSA_ALAMAT.format(alamat=who.server), "meta", selectable=True),
    ]
