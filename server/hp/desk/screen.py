"""The villages' phones: wiring between state and picture."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.widgets.frame import frame
from server.hp import teks
from server.hp.desk import view
from server.hp.desk.addresses import DevicesPlace
from server.hp.desk.state import DevicesState


@ft.component
def Perangkat(desk: Desk, place: DevicesPlace) -> ft.Control:
    state, _ = ft.use_state(lambda: DevicesState(desk.ctx, desk.account, place))
    page = ft.context.page

    def show() -> None:
        page.run_task(state.show, place)

    def load() -> None:
        page.run_task(state.load)

    def make() -> None:
        page.run_task(state.make)

    def revoke() -> None:
        page.run_task(state.revoke)

    async def take_in() -> None:
        files = await ft.FilePicker().pick_files(with_data=True, cancel_upload_on_window_blur=False)
        for file in files[:1]:
            await state.take_in(file.bytes or b"")

    def choose_package() -> None:
        page.run_task(take_in)

    ft.use_effect(show, [place])
    ft.use_effect(lambda: desk.pulse.follow(state.load), [])
    return frame(
        desk.frame_facts(menu.HP),
        view.body(state, view.DevicesActions(desk.go, load, make, revoke, choose_package)),
        title=teks.NAV_HP,
        sub=teks.HK_SUB,
        actions=view.head_actions(state),
    )
