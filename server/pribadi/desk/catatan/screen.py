"""The audit log: wiring between its state and its picture."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.widgets.buttons import outline_button
from server.desk.widgets.frame import frame
from server.pribadi import teks
from server.pribadi.desk import addresses
from server.pribadi.desk.addresses import AuditPlace
from server.pribadi.desk.catatan import view
from server.pribadi.desk.catatan.state import AuditState
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
        url = ft.Url(addresses.AUDIT_FILE, target=ft.UrlTarget.SELF)
        page.run_task(ft.UrlLauncher().launch_url, url)

    ft.use_effect(show, [place])
    deeds: list[ft.Control] = []
    if desk.may(Permission.EXPORT):
        deeds.append(outline_button(teks.CT_UNDUH, export, ft.Icons.DOWNLOAD))
    on = view.AuditActions(go=desk.go, type=typed, search=lambda: search(state.typed), again=load)
    return frame(
        desk.frame_facts(menu.CATATAN),
        view.body(state, on),
        title=teks.CT_JUDUL,
        sub=teks.CT_SUB,
        actions=deeds,
    )
