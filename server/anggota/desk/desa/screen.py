"""What the villages say of themselves: wiring between state and picture."""

from __future__ import annotations

import flet as ft

from server.anggota import teks
from server.anggota.desk.addresses import RosterPlace, VillagePlace
from server.anggota.desk.desa import view
from server.anggota.desk.desa.state import VillageState
from server.core import teks as umum
from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import use_reading
from server.desk.widgets.buttons import filled_button, icon_button
from shared.roles import Permission


@ft.component
def DataDesaScreen(desk: Desk, place: VillagePlace) -> ft.Control:
    state = use_reading(desk, lambda: VillageState(desk.ctx, desk.account, place), place)

    def back() -> None:
        desk.go(RosterPlace() if place.desa is None else VillagePlace())

    writes = desk.may(Permission.WRITE_DESA)
    button = [filled_button(teks.DD_SIMPAN, desk.run(state.save), ft.Icons.CHECK)]
    title = (
        umum.DESA.format(nama=desk.ctx.wilayah.nama_desa(place.desa))
        if place.desa
        else teks.DD_JUDUL
    )
    return desk.framed(
        menu.ANGGOTA,
        state,
        view.body(
            state, desk.run(state.load), lambda kode: desk.go(VillagePlace(kode)), writes=writes
        ),
        title=title,
        sub=teks.DD_SUB,
        lead=icon_button(ft.Icons.ARROW_BACK, teks.AG_KEMBALI, back),
        actions=button if writes and state.page is not None else [],
    )
