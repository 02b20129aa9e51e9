"""The satisfaction survey, wired."""

from __future__ import annotations

import flet as ft

from server import teks_suara as words
from server.staff import navigation
from server.staff.desk import Desk, runner
from server.staff.places_innovation import EvidencePlace
from server.staff.places_voice import SurveyPlace
from server.staff.screens.bukti import parts
from server.staff.screens.suara import survey_view as view
from server.staff.screens.suara.survey_state import SurveyState
from server.staff.widgets.frame import frame
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
        desk.frame_facts(navigation.BUKTI),
        view.body(state, on),
        title=words.SKM_JUDUL,
        sub=words.SKM_SUB,
        lead=parts.lead(lambda: desk.go(EvidencePlace())),
        actions=view.head_actions(state, on),
    )
