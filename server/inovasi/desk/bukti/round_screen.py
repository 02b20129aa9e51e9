"""Whether the innovation may be filed, and when: wiring between its state and its picture."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk, runner
from server.desk.widgets.frame import frame
from server.inovasi import teks
from server.inovasi.desk.addresses import EvidencePlace, RoundPlace
from server.inovasi.desk.bukti import files_view, parts
from server.inovasi.desk.bukti import round_view as view
from server.inovasi.desk.bukti.round_actions import RoundActions
from server.inovasi.desk.bukti.round_state import RoundState
from server.inovasi.innovation_round import Suggestion
from shared.roles import Permission


@ft.component
def RoundPage(desk: Desk, place: RoundPlace) -> ft.Control:
    state, _ = ft.use_state(lambda: RoundState(desk.ctx, desk.account))
    page = ft.context.page
    run = runner(page)

    def show() -> None:
        page.run_task(state.show, place.tahun)

    ft.use_effect(show, [place.tahun])
    ft.use_effect(lambda: desk.pulse.follow(state.load), [])

    def take(one: Suggestion) -> None:
        page.run_task(state.take, one)

    on = RoundActions(
        go=desk.go,
        open_step=lambda kode: desk.go(RoundPlace(place.tahun, kode)),
        tick=lambda kode: page.run_task(state.tick, kode) and None,
        type=lambda key, value: page.run_task(state.type, key, value) and None,
        type_day=lambda key, value: page.run_task(state.type_day, key, value) and None,
        leave=run(state.flush),
        leave_day=run(state.put_days),
        take=take,
        more=run(state.more),
        files=files_view.actions(page, state),
        again=run(state.load),
        writes=desk.may(Permission.WRITE_BUKTI),
    )
    return frame(
        desk.frame_facts(menu.BUKTI),
        view.body(state, place.langkah, on),
        title=teks.KL_JUDUL,
        sub=teks.KL_SUB,
        lead=parts.lead(lambda: desk.go(EvidencePlace(place.tahun))),
        actions=view.head_actions(state, on),
    )
