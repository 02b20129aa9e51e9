"""The overview of the evidence: wiring between its state and its picture."""

from __future__ import annotations

import flet as ft

from server import teks_inovasi as words
from server.staff import navigation
from server.staff.desk import Desk, runner
from server.staff.places_innovation import EvidencePlace
from server.staff.screens.bukti import overview_view as view
from server.staff.screens.bukti.state import EvidenceState
from server.staff.widgets.frame import frame
from server.staff.widgets.job import JobCard
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
        desk.frame_facts(navigation.BUKTI),
        view.body(state, on, job),
        title=words.JUDUL,
        sub=words.SUB,
        actions=view.head_actions(state.page, on),
    )
