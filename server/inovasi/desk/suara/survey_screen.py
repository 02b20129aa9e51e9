"""The satisfaction survey, wired."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk, runner
from server.desk.widgets.frame import frame
from server.inovasi import teks_suara as words
from server.inovasi.desk.addresses import EvidencePlace
from server.inovasi.desk.addresses_suara import SurveyPlace
from server.inovasi.desk.bukti import parts
from server.inovasi.desk.suara import survey_view as view
from server.inovasi.desk.suara.survey_state import SurveyState
from shared.roles import Permission


@ft.component
def SurveyPage(desk: Desk, place: SurveyPlace) -> ft.Control:
    page = ft.context.page
    state, _ = ft.use_state(lambda: SurveyState(desk.ctx, desk.account, page.url or ""))
    run = runner(page)

    def show() -> None:
        page.run_task(state.show, place.periode)

    ft.use_effect(show, [place])
    ft.use_effect(lambda: desk.pulse.follow(state.load), [])
    on = view.SurveyActions(
        choose=lambda periode: desk.go(SurveyPlace(periode)),
        turn=run(state.turn),
        turn_public=run(state.turn_public),
        keep=run(state.keep_action),
        again=run(state.load),
        writes=desk.may(Permission.WRITE_BUKTI),
    )
    return frame(
        desk.frame_facts(menu.BUKTI),
        view.body(state, on),
        title=words.SKM_JUDUL,
        sub=words.SKM_SUB,
        lead=parts.lead(lambda: desk.go(EvidencePlace())),
        actions=view.head_actions(state, on),
    )
