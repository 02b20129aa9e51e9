"""The overview of the evidence: wiring between its state and its picture."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk, runner
from server.desk.widgets.frame import frame
from server.desk.widgets.job import JobCard
from server.inovasi import teks
from server.inovasi.desk.addresses import EvidencePlace
from server.inovasi.desk.bukti import overview_view as view
from server.inovasi.desk.bukti.state import EvidenceState
from shared.roles import Permission


@ft.component
def EvidenceOverview(desk: Desk, place: EvidencePlace) -> ft.Control:
    state, _ = ft.use_state(lambda: EvidenceState(desk.ctx, desk.account))
    page = ft.context.page
    run = runner(page)

    def show() -> None:
        page.run_task(state.show, place.tahun)

    ft.use_effect(show, [place])
    ft.use_effect(lambda: desk.pulse.follow(state.load), [])

    def download(address: str) -> None:
        page.run_task(ft.UrlLauncher().launch_url, ft.Url(address, target=ft.UrlTarget.SELF))

    on = view.OverviewActions(
        go=desk.go,
        download=download,
        again=run(state.load),
        pack=run(state.pack) if desk.may(Permission.EXPORT) else None,
    )
    job = (
        [JobCard(desk.ctx, desk.account, state.job, state.put_away, key=state.job)]
        if state.job
        else []
    )
    return frame(
        desk.frame_facts(menu.BUKTI),
        view.body(state, on, job),
        title=teks.JUDUL,
        sub=teks.SUB,
        actions=view.head_actions(state.page, on),
    )
