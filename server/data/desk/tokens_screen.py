"""The keys of other systems: wiring between state and picture."""

from __future__ import annotations

import flet as ft

from server.core import teks as umum
from server.data import teks
from server.data.desk import tokens_view
from server.data.desk.tokens_state import TokensState
from server.desk import menu
from server.desk.page_context import Desk, runner
from server.desk.places import Elsewhere
from server.desk.widgets.buttons import filled_button, icon_button
from server.desk.widgets.frame import frame


@ft.component
def TokenApi(desk: Desk) -> ft.Control:
    state, _ = ft.use_state(lambda: TokensState(desk.ctx, desk.account))
    page = ft.context.page
    run = runner(page)

    def load() -> None:
        page.run_task(state.load)

    async def copy() -> None:
        await ft.Clipboard().set(state.secret)

    ft.use_effect(load, [])
    ft.use_effect(lambda: desk.pulse.follow(state.load), [])
    on = tokens_view.TokenActions(load, run(state.make), run(state.revoke), run(copy))
    return frame(
        desk.frame_facts(menu.PENGATURAN),
        tokens_view.body(state, on),
        title=teks.KUNCI_JUDUL,
        sub=teks.KUNCI_SUB,
        lead=icon_button(
            ft.Icons.ARROW_BACK, umum.PT_KE_PENGATURAN, lambda: desk.go(Elsewhere("/pengaturan"))
        ),
        actions=[filled_button(teks.KUNCI_BUAT, state.begin, ft.Icons.KEY)],
    )
