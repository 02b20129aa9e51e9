"""One's own way in: wiring between state and picture."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import use_reading
from server.kantor import teks
from server.kantor.desk.pengaturan import my_log_ins_view as view
from server.kantor.desk.pengaturan.my_log_ins_state import MyLogInsState


@ft.component
def MyLogIns(desk: Desk) -> ft.Control:
    state = use_reading(desk, lambda: MyLogInsState(desk.ctx, desk.account, None), None, live=False)
    on = view.MyLogInsActions(
        desk.run(state.load), desk.run(state.switch_on), desk.run(state.switch_off),
        desk.run(state.end_all),
    )  # fmt: skip
    return desk.framed(
        menu.LOG_IN_SAYA, state, view.body(state, on), title=teks.LS_JUDUL, sub=teks.LS_SUB
    )
