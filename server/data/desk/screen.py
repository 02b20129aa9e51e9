"""Data keluar: wiring between state and picture."""

from __future__ import annotations

from urllib.parse import urlencode

import flet as ft

from server.data import teks
from server.data.desk import view
from server.data.desk.addresses import DataPlace
from server.data.desk.state import DataState
from server.desk import menu
from server.desk.page_context import Desk
from server.desk.widgets.frame import frame
from shared.roles import Permission

ZIP = "/unduh/laporan.zip"
DICTIONARY = "/unduh/kamus-{what}.csv"


@ft.component
def DataKeluar(desk: Desk, place: DataPlace) -> ft.Control:
    state, _ = ft.use_state(lambda: DataState(desk.ctx, desk.account, place))
    page = ft.context.page

    def show() -> None:
        page.run_task(state.show, place)

    def again() -> None:
        page.run_task(state.load)

    def fetch(address: str) -> None:
        page.run_task(ft.UrlLauncher().launch_url, ft.Url(address, target=ft.UrlTarget.SELF))

    def archive() -> None:
        more = {"sensitif": "1"} if state.sensitif else {}
        query = urlencode({**place.query, **more})
        fetch(f"{ZIP}?{query}" if query else ZIP)

    def dictionary(what: str) -> None:
        fetch(DICTIONARY.format(what=what))

    ft.use_effect(show, [place])
    ft.use_effect(lambda: desk.pulse.follow(state.load), [])
    on = view.DataActions(desk.go, again, archive, dictionary, desk.may(Permission.SEE_SENSITIF))
    return frame(
        desk.frame_facts(menu.DATA),
        view.body(state, on),
        title=teks.NAV_DATA,
        sub=teks.DATA_SUB,
    )
