"""The sets of years: wiring between their state and their picture."""

from __future__ import annotations

from functools import partial

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import use_reading
from server.inovasi import teks
from server.inovasi.desk import addresses as at
from server.inovasi.desk.addresses import EvidencePlace, YearSetPlace
from server.inovasi.desk.bukti import parts
from server.inovasi.desk.bukti import years_view as view
from server.inovasi.desk.bukti.years_state import YearsState
from shared.roles import Permission


@ft.component
def YearSets(desk: Desk, place: YearSetPlace) -> ft.Control:
    state = use_reading(desk, lambda: YearsState(desk.ctx, desk.account, place.tahun), place.tahun)

    def opened(tahun: int) -> None:
        desk.go(YearSetPlace(tahun))

    def fetch(tahun: int, jenis: str) -> None:
        address = at.SET.format(tahun=tahun, jenis=jenis)
        desk.fetch(address)

    on = view.YearsActions(
        go=desk.go,
        begin=desk.run(state.begin, opened),
        take_in=desk.upload(partial(state.take_in, opened), allowed_extensions=["json", "xlsx"]),
        fetch=fetch,
        mark=desk.run(state.mark),
        save_calendar=desk.run(state.save_calendar),
        save=desk.run(state.save),
        again=desk.run(state.load),
        writes=desk.may(Permission.WRITE_BUKTI),
    )
    return desk.framed(
        menu.BUKTI,
        state,
        view.body(state, place.nomor, on),
        title=teks.SET_TAHUN,
        sub=teks.TH_SUB,
        lead=parts.lead(lambda: desk.go(EvidencePlace(place.tahun))),
        actions=view.head_actions(state, on),
    )
