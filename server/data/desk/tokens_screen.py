"""The keys of other systems: wiring between state and picture."""

from __future__ import annotations

import flet as ft

from server.core import teks as umum
from server.data import teks
from server.data.desk import tokens_view
from server.data.desk.tokens_state import TokensState
from server.desk import menu
from server.desk.page_context import Desk
from server.desk.places import Elsewhere
from server.desk.reading import use_reading
from server.desk.widgets.buttons import filled_button, icon_button


@ft.component
def TokenApi(desk: Desk) -> ft.Control:
    state = use_reading(desk, lambda: TokensState(desk.ctx, desk.account, None), None)

    async def copy() -> None:
        await ft.Clipboard().set(state.secret)

    on = tokens_view.TokenActions(
        desk.run(state.load), desk.run(state.make), desk.run(state.revoke), desk.run(copy)
    )
    return desk.framed(
        menu.PENGATURAN,
        state,
        tokens_view.body(state, on),
        title=teks.KUNCI_JUDUL,
        sub=teks.KUNCI_SUB,
        lead=icon_button(
            ft.Icons.ARROW_BACK, umum.PT_KE_PENGATURAN, lambda: desk.go(Elsewhere("/pengaturan"))
        ),
        actions=[filled_button(teks.KUNCI_BUAT, state.begin, ft.Icons.KEY)],
    )
