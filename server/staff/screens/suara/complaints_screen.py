"""The complaints, wired."""

from __future__ import annotations

from functools import partial

import flet as ft

from server import teks_suara as words
from server.staff import navigation
from server.staff.desk import Desk, runner
from server.staff.places_innovation import EvidencePlace
from server.staff.places_voice import ComplaintsPlace
from server.staff.screens.bukti import parts
from server.staff.screens.suara import complaints_view as view
from server.staff.screens.suara.complaints_state import ComplaintsState
from server.staff.widgets.buttons import filled_button
from server.staff.widgets.frame import frame
from shared.roles import Permission


@ft.component
def ComplaintsPage(desk: Desk, place: ComplaintsPlace) -> ft.Control:
    page = ft.context.page
    state, _ = ft.use_state(lambda: ComplaintsState(desk.ctx, desk.account, place))
    run = runner(page)

    def show() -> None:
        page.run_task(state.show, place)

    ft.use_effect(show, [place])
    ft.use_effect(lambda: desk.pulse.follow(state.load), [])
    writes = desk.may(Permission.WRITE_BUKTI)
    on = view.ComplaintActions(
        filter=lambda status: desk.go(ComplaintsPlace(status)),
        step=lambda number: desk.go(ComplaintsPlace(place.status, number)),
        begin=state.begin,
        leave=state.leave,
        write=run(state.write),
        answer=lambda status: run(partial(state.answer, status)),
        again=run(state.load),
        writes=writes,
    )
    new = [filled_button(words.PGD_TULIS, lambda: state.begin(None), ft.Icons.ADD_COMMENT)]
    return frame(
        desk.frame_facts(navigation.BUKTI),
        view.body(state, on),
        title=words.PGD_JUDUL,
        sub=words.PGD_SUB,
        lead=parts.lead(lambda: desk.go(EvidencePlace())),
        actions=new if writes else [],
    )
