"""Whether the innovation may be filed, and when: wiring between its state and its picture."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import use_reading
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
    state = use_reading(desk, lambda: RoundState(desk.ctx, desk.account, place.tahun), place.tahun)

    def take(one: Suggestion) -> None:
        desk.run(state.adopt)(one)

    on = RoundActions(
        go=desk.go,
        open_step=lambda kode: desk.go(RoundPlace(place.tahun, kode)),
        tick=lambda kode: desk.run(state.tick)(kode),
        type=lambda key, value: desk.run(state.type)(key, value),
        type_day=lambda key, value: desk.run(state.type_day)(key, value),
        leave=desk.run(state.flush),
        leave_day=desk.run(state.put_days),
        take=take,
        more=desk.run(state.more),
        files=files_view.actions(desk, state),
        again=desk.run(state.load),
        writes=desk.may(Permission.WRITE_BUKTI),
    )
    return desk.framed(
        menu.BUKTI,
        state,
        view.body(state, place.langkah, on),
        title=teks.KL_JUDUL,
        sub=teks.KL_SUB,
        lead=parts.lead(lambda: desk.go(EvidencePlace(place.tahun))),
        actions=view.head_actions(state, on),
    )
