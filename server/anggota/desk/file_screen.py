"""Bringing a roster file in: choose, look at what it would do, and take what is right of it."""

from __future__ import annotations

import flet as ft

from server.anggota import teks
from server.anggota.desk import file_view as view
from server.anggota.desk.addresses import RosterPlace
from server.anggota.desk.file_state import FileState
from server.desk import menu
from server.desk.page_context import Desk, runner
from server.desk.widgets.buttons import icon_button
from server.desk.widgets.frame import frame

TEMPLATE = "/unduh/contoh-anggota.xlsx"
TAKEN = ["xlsx", "xls", "ods", "csv", "txt"]


@ft.component
def AnggotaFile(desk: Desk) -> ft.Control:
    state, _ = ft.use_state(lambda: FileState(desk.ctx, desk.account))
    page = ft.context.page
    run = runner(page)

    async def choose() -> None:
        files = await ft.FilePicker().pick_files(
            file_type=ft.FilePickerFileType.CUSTOM, allowed_extensions=TAKEN,
            with_data=True, cancel_upload_on_window_blur=False,
        )  # fmt: skip
        for file in files[:1]:
            await state.look(file.name, file.bytes or b"")

    def fetch(address: str) -> None:
        page.run_task(ft.UrlLauncher().launch_url, ft.Url(address, target=ft.UrlTarget.SELF))

    async def fetch_back() -> None:
        address = state.back or await state.handed_back()
        if address:
            fetch(address)

    def desa(kode: str | None) -> None:
        page.run_task(state.choose_desa, kode)

    def sheet(name: str) -> None:
        page.run_task(state.choose_sheet, name)

    on = view.FileActions(
        choose=run(choose),
        template=lambda: fetch(TEMPLATE),
        bring_in=run(state.bring_in),
        back=lambda: desk.go(RosterPlace()),
        fetch=run(fetch_back),
        desa=desa,
        sheet=sheet,
        answer=state.answer,
        turn=state.turn,
    )
    return frame(
        desk.frame_facts(menu.ANGGOTA),
        view.body(state, on),
        title=teks.AG_IMPOR_JUDUL,
        sub=teks.AG_IMPOR_SUB,
        lead=icon_button(ft.Icons.ARROW_BACK, teks.AG_KEMBALI, on.back),
    )
