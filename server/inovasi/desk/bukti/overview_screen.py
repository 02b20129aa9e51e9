"""The overview of the evidence: wiring between its state and its picture."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import use_reading
from server.desk.widgets.job import JobCard
from server.inovasi import teks
from server.inovasi.desk.addresses import EvidencePlace
from server.inovasi.desk.bukti import overview_view as view
from server.inovasi.desk.bukti.state import EvidenceState
from shared.roles import Permission


@ft.component
def EvidenceOverview(desk: Desk, place: EvidencePlace) -> ft.Control:
    state = use_reading(
        desk, lambda: EvidenceState(desk.ctx, desk.account, place.tahun), place.tahun
    )

    def download(address: str) -> None:
        desk.fetch(address)

    on = view.OverviewActions(
        go=desk.go,
        download=download,
        again=desk.run(state.load),
        pack=desk.run(state.pack) if desk.may(Permission.EXPORT) else None,
    )
    job = (
        [JobCard(desk.ctx, desk.account, state.job, state.put_away, key=state.job)]
        if state.job
        else []
    )
    return desk.framed(
        menu.BUKTI,
        state,
        view.body(state, on, job),
        title=teks.JUDUL,
        sub=teks.SUB,
        actions=view.head_actions(state.page, on),
    )
