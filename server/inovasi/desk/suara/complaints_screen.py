"""The complaints, wired."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import use_reading
from server.desk.widgets.buttons import filled_button
from server.inovasi import teks_suara as words
from server.inovasi.desk.addresses import EvidencePlace
from server.inovasi.desk.addresses_suara import ComplaintsPlace
from server.inovasi.desk.bukti import parts
from server.inovasi.desk.suara import complaints_view as view
from server.inovasi.desk.suara.complaints_state import ComplaintsState
from shared.roles import Permission


@ft.component
def ComplaintsPage(desk: Desk, place: ComplaintsPlace) -> ft.Control:
    state = use_reading(desk, lambda: ComplaintsState(desk.ctx, desk.account, place), place)
    writes = desk.may(Permission.WRITE_BUKTI)
    on = view.ComplaintActions(
        filter=lambda status: desk.go(ComplaintsPlace(status)),
        step=lambda number: desk.go(ComplaintsPlace(place.status, number)),
        begin=state.begin,
        leave=state.leave,
        write=desk.run(state.write),
        answer=lambda status: desk.run(state.answer, status),
        again=desk.run(state.load),
        writes=writes,
    )
    new = [filled_button(words.PGD_TULIS, lambda: state.begin(None), ft.Icons.ADD_COMMENT)]
    return desk.framed(
        menu.BUKTI,
        state,
        view.body(state, on),
        title=words.PGD_JUDUL,
        sub=words.PGD_SUB,
        lead=parts.lead(lambda: desk.go(EvidencePlace())),
        actions=new if writes else [],
    )
