"""Settings of this phone: how it looks, and for whom it reports."""

from __future__ import annotations

from functools import partial

import flet as ft

from mobile import teks
from mobile.ports import Identity
from mobile.screens import tampilan
from mobile.screens.beranda.sheets import look_choice
from mobile.screens.here import here
from mobile.screens.privasi import privacy_sheet
from mobile.screens.tabs import TabFoot
from mobile.screens.view import page_view
from mobile.screens.words import moment
from mobile.usecases.kecamatan import kecamatan
from mobile.widgets import cards, frame
from mobile.widgets.layout import rule
from shared.clock import tanggal


@ft.component
def Pengaturan() -> ft.View:
    """The look, and who this phone is."""
    place = here()
    who = place.phone.identity()
    chosen = tampilan.chosen(place.phone)
    reading, read = ft.use_state(False)
    ft.use_dialog(privacy_sheet(place, lambda: read(False)) if reading else None)
    privacy = (ft.Icons.PRIVACY_TIP, teks.PRIVASI, teks.PRIVASI_SUB, lambda: read(True))
    head = frame.top_bar(
        teks.PENGATURAN, teks.DESA_NAMA.format(nama=who.desa_nama), place.back, teks.KEMBALI
    )
    body: list[ft.Control] = [
        frame.section(teks.TAMPILAN, look_choice(chosen, partial(tampilan.choose, place))),
        _facts(who, kecamatan(place.phone.state).nama),
        cards.link_list(privacy),
    ]
    return page_view(frame.screen(head, body, TabFoot(3)))


def _facts(who: Identity, nama: str) -> ft.Control:
    reporter = ", ".join(part for part in (who.pelapor.nama, who.pelapor.jabatan) if part)
    since = moment(who.activated_at)
    rows: list[ft.Control] = [cards.fact(teks.DESA_PELAPOR, reporter), rule()]
    rows.append(
        cards.fact(
            teks.DESA_KECAMATAN.format(nama=nama).strip(),
            teks.DESA_KODE.format(kode=who.desa_kode),
        )
    )
    if since:
        rows += [rule(), cards.fact(teks.DESA_SEJAK_LABEL, tanggal(since, weekday=False))]
    return cards.framed_list(*rows)
