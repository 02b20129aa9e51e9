"""The satisfaction survey, wired."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import use_reading
from server.inovasi import teks_suara as words
from server.inovasi.desk.addresses import EvidencePlace
from server.inovasi.desk.addresses_suara import SurveyPlace
from server.inovasi.desk.bukti import parts
from server.inovasi.desk.suara import survey_view as view
from server.inovasi.desk.suara.survey_state import SurveyState
from shared.roles import Permission


@ft.component
def SurveyPage(desk: Desk, place: SurveyPlace) -> ft.Control:
    state = use_reading(
        desk,
        lambda: SurveyState(desk.ctx, desk.account, place.periode, desk.page.url or ""),
        place.periode,
    )
    on = view.SurveyActions(
        choose=lambda periode: desk.go(SurveyPlace(periode)),
        turn=desk.run(state.turn),
        turn_public=desk.run(state.turn_public),
        keep=desk.run(state.keep_action),
        again=desk.run(state.load),
        writes=desk.may(Permission.WRITE_BUKTI),
    )
    return desk.framed(
        menu.BUKTI,
        state,
        view.body(state, on),
        title=words.SKM_JUDUL,
        sub=words.SKM_SUB,
        lead=parts.lead(lambda: desk.go(EvidencePlace())),
        actions=view.head_actions(state, on),
    )
