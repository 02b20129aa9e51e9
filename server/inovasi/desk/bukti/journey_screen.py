"""The journey of the innovation: wiring between its state and its picture."""

from __future__ import annotations

from datetime import date

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import use_reading
from server.desk.widgets.day_picker import ask_day
from server.inovasi import innovation_fields as fields
from server.inovasi import teks
from server.inovasi.desk.addresses import EvidencePlace, JourneyPlace
from server.inovasi.desk.bukti import files_view, parts
from server.inovasi.desk.bukti import journey_view as view
from server.inovasi.desk.bukti.state import EvidenceState
from shared.clock import WITA
from shared.roles import Permission


@ft.component
def JourneyPage(desk: Desk, place: JourneyPlace) -> ft.Control:
    state = use_reading(
        desk, lambda: EvidenceState(desk.ctx, desk.account, place.tahun), place.tahun
    )
    today = desk.ctx.clock.now().astimezone(WITA).date()

    def put(key: str, value: object) -> None:
        desk.run(state.put)(key, value)

    def pick(key: str) -> None:
        def picked(day: date) -> None:
            put(key, day.isoformat())

        known = fields.day(state.page.facts, key) if state.page else None
        ask_day(desk.page, known or today, today, picked)

    def download(address: str) -> None:
        desk.fetch(address)

    on = view.JourneyActions(
        go=desk.go,
        put=put,
        choose=lambda *which: desk.run(state.press_once, which[:2], state.choose)(*which),
        put_item=lambda *which: desk.run(state.press_once, which[:2], state.put_item)(*which),
        type=lambda key, value: desk.run(state.type)(key, value),
        number=lambda key, text: desk.run(state.put_number)(key, text),
        leave=lambda: desk.run(state.flush)(),
        pick_day=pick,
        download=download,
        files=files_view.actions(desk, state),
        again=lambda: desk.run(state.load)(),
        writes=desk.may(Permission.WRITE_BUKTI),
        takes_papers=desk.may(Permission.EXPORT),
    )
    return desk.framed(
        menu.BUKTI,
        state,
        view.body(state, on),
        title=teks.PERJALANAN,
        sub=teks.PJ_SUB,
        lead=parts.lead(lambda: desk.go(EvidencePlace(place.tahun))),
    )
