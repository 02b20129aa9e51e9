"""The audit log: wiring between its state and its picture."""

from __future__ import annotations

import flet as ft

from server import teks_pribadi as teks
from server.staff import navigation, places_guard
from server.staff.desk import Desk
from server.staff.places_guard import AuditPlace
from server.staff.screens.catatan import view
from server.staff.screens.catatan.state import AuditState
from server.staff.widgets.buttons import outline_button
from server.staff.widgets.frame import frame
from shared.roles import Permission


@ft.component
def Catatan(desk: Desk, place: AuditPlace) -> ft.Control:
    state, _ = ft.use_state(lambda: AuditState(desk.ctx, desk.account, place))
    page = ft.context.page

    def show() -> None:
        page.run_task(state.show, place)

    def load() -> None:
        page.run_task(state.load)

    def search(words: str) -> None:
        desk.go(state.place.choosing(words=words))

    def typed(words: str) -> None:
        page.run_task(state.type, words, search)

    def export() -> None:
        url = ft.Url(places_guard.AUDIT_FILE, target=ft.UrlTarget.SELF)
        page.run_task(ft.UrlLauncher().launch_url, url)

    ft.use_effect(show, [place])
    deeds: list[ft.Control] = []
    if desk.may(Permission.EXPORT):
        deeds.append(outline_button(teks.CT_UNDUH, export, ft.Icons.DOWNLOAD))
    on = view.AuditActions(go=desk.go, type=typed, search=lambda: search(state.typed), again=load)
    return frame(
        desk.frame_facts(navigation.CATATAN),
        view.body(state, on),
        title=teks.CT_JUDUL,
        sub=teks.CT_SUB,
        actions=deeds,
    )
