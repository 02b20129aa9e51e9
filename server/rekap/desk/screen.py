"""The recap: wiring between its state and its picture."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.places import Elsewhere
from server.desk.widgets.frame import frame
from server.laporan.desk.addresses import ListPlace, ReviewPlace
from server.laporan.read_staff import ListFilter
from server.rekap import teks
from server.rekap.approvals import public_address
from server.rekap.desk import view
from server.rekap.desk.actions import RekapActions
from server.rekap.desk.addresses import RekapPlace
from server.rekap.desk.state import Found, RekapState
from shared.roles import Permission
from shared.status import Status


@ft.component
def RekapBulanan(desk: Desk, place: RekapPlace) -> ft.Control:
    state, _ = ft.use_state(lambda: RekapState(desk.ctx, desk.account, place))
    page = ft.context.page

    def show() -> None:
        page.run_task(state.show, place)

    def again() -> None:
        page.run_task(state.load)

    def open_address(address: str) -> None:
        page.run_task(ft.UrlLauncher().launch_url, ft.Url(address, target=ft.UrlTarget.BLANK))

    def pdf() -> None:
        page.run_task(state.make, "pdf")

    def excel() -> None:
        page.run_task(state.make, "xlsx")

    def approve() -> None:
        page.run_task(state.approve, public_address(desk.ctx, page.url or ""))

    ft.use_effect(show, [place])
    ft.use_effect(lambda: desk.pulse.follow(state.load), [])
    takes = desk.may(Permission.EXPORT)
    waiting = ListPlace(ListFilter(status=Status.DITERIMA))
    on = RekapActions(
        go=desk.go,
        again=again,
        pdf=pdf if takes else None,
        excel=excel if takes else None,
        approve=approve if desk.may(Permission.SIGN_REKAP) else None,
        open=open_address,
        waiting=lambda: desk.go(ReviewPlace() if desk.may(Permission.REVIEW) else waiting),
        settings=_settings(desk),
        all_photos=state.show_all_photos,
        close_job=state.close_job,
    )
    return frame(
        desk.frame_facts(menu.REKAP),
        view.body(state, on),
        title=teks.JUDUL,
        sub=_sub(state.found),
        actions=view.actions(state, on),
    )


def _settings(desk: Desk) -> Callable[[], None] | None:
    if not desk.may(Permission.MANAGE_SETTINGS):
        return None
    return lambda: desk.go(Elsewhere("/pengaturan"))


def _sub(found: Found | None) -> str | None:
    return teks.KOP_DARI_PENGATURAN if found else None
