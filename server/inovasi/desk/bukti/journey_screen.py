"""The journey of the innovation: wiring between its state and its picture."""

from __future__ import annotations

from datetime import date

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.widgets.day_picker import ask_day
from server.desk.widgets.frame import frame
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
    state, _ = ft.use_state(lambda: EvidenceState(desk.ctx, desk.account))
    page = ft.context.page

    def show() -> None:
        page.run_task(state.show, place.tahun)

    ft.use_effect(show, [place])
    ft.use_effect(lambda: desk.pulse.follow(state.load), [])
    today = desk.ctx.clock.now().astimezone(WITA).date()

    def put(key: str, value: object) -> None:
        page.run_task(state.put, key, value)

    def pick(key: str) -> None:
        def picked(day: date) -> None:
            put(key, day.isoformat())

        known = fields.day(state.page.facts, key) if state.page else None
        ask_day(page, known or today, today, picked)

    def download(address: str) -> None:
        page.run_task(ft.UrlLauncher().launch_url, ft.Url(address, target=ft.UrlTarget.SELF))

    on = view.JourneyActions(
        go=desk.go,
        put=put,
        turn=lambda key, item: page.run_task(state.turn, key, item) and None,
        type=lambda key, value: page.run_task(state.type, key, value) and None,
        number=lambda key, text: page.run_task(state.put_number, key, text) and None,
        leave=lambda: page.run_task(state.flush) and None,
        pick_day=pick,
        download=download,
        files=files_view.actions(page, state),
        again=lambda: page.run_task(state.load) and None,
        writes=desk.may(Permission.WRITE_BUKTI),
        takes_papers=desk.may(Permission.EXPORT),
    )
    return frame(
        desk.frame_facts(menu.BUKTI),
        view.body(state, on),
        title=teks.PERJALANAN,
        sub=teks.PJ_SUB,
        lead=parts.lead(lambda: desk.go(EvidencePlace(place.tahun))),
    )
