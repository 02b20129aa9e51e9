"""The sets of years: wiring between their state and their picture."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.widgets.frame import frame
from server.inovasi import teks
from server.inovasi.desk import addresses as at
from server.inovasi.desk.addresses import EvidencePlace, YearSetPlace
from server.inovasi.desk.bukti import parts
from server.inovasi.desk.bukti import years_view as view
from server.inovasi.desk.bukti.years_state import YearsState
from shared.roles import Permission


@ft.component
def YearSets(desk: Desk, place: YearSetPlace) -> ft.Control:
    state, _ = ft.use_state(lambda: YearsState(desk.ctx, desk.account))
    page = ft.context.page

    def show() -> None:
        page.run_task(state.show, place.tahun)

    ft.use_effect(show, [place.tahun])
    ft.use_effect(lambda: desk.pulse.follow(state.load), [])

    def opened(tahun: int) -> None:
        desk.go(YearSetPlace(tahun))

    async def take_in() -> None:
        files = await ft.FilePicker().pick_files(
            with_data=True, allowed_extensions=["json", "xlsx"],
            cancel_upload_on_window_blur=False,
        )  # fmt: skip
        for file in files:
            await state.take_in(file.bytes or b"", opened)

    def fetch(tahun: int, jenis: str) -> None:
        address = at.SET.format(tahun=tahun, jenis=jenis)
        page.run_task(ft.UrlLauncher().launch_url, ft.Url(address, target=ft.UrlTarget.SELF))

    on = view.YearsActions(
        go=desk.go,
        begin=lambda tahun: page.run_task(state.begin, tahun, opened) and None,
        take_in=lambda: page.run_task(take_in) and None,
        fetch=fetch,
        mark=lambda one, yakin: page.run_task(state.mark, one, yakin) and None,
        save_calendar=lambda: page.run_task(state.save_calendar) and None,
        save=lambda nomor: page.run_task(state.save, nomor) and None,
        again=lambda: page.run_task(state.load) and None,
        writes=desk.may(Permission.WRITE_BUKTI),
    )
    return frame(
        desk.frame_facts(menu.BUKTI),
        view.body(state, place.nomor, on),
        title=teks.SET_TAHUN,
        sub=teks.TH_SUB,
        lead=parts.lead(lambda: desk.go(EvidencePlace(place.tahun))),
        actions=view.head_actions(state, on),
    )
