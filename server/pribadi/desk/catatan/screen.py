"""The audit log: wiring between what it reads and its picture."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import Reading, use_reading
from server.desk.widgets.buttons import outline_button
from server.pribadi import audit_log, teks
from server.pribadi.audit_log import AuditPage
from server.pribadi.desk import addresses
from server.pribadi.desk.addresses import AuditPlace
from server.pribadi.desk.catatan import view
from shared.roles import Permission


class AuditState(Reading[AuditPlace, AuditPage]):
    """A page of the log."""

    def read(self, asked: AuditPlace) -> AuditPage:
        return audit_log.page(self.ctx, self.account, asked.which, asked.number)


@ft.component
def Catatan(desk: Desk, place: AuditPlace) -> ft.Control:
    # A log that moves while one reads helps nobody.
    state = use_reading(desk, lambda: AuditState(desk.ctx, desk.account, place), place, live=False)

    def search(words: str) -> None:
        desk.go(state.asked.choosing(words=words))

    def export() -> None:
        desk.fetch(addresses.AUDIT_FILE)

    deeds: list[ft.Control] = []
    if desk.may(Permission.EXPORT):
        deeds.append(outline_button(teks.CT_UNDUH, export, ft.Icons.DOWNLOAD))
    on = view.AuditActions(go=desk.go, search=search, again=desk.run(state.load))
    return desk.framed(
        menu.CATATAN,
        state,
        view.body(state, on),
        title=teks.CT_JUDUL,
        sub=teks.CT_SUB,
        actions=deeds,
    )
