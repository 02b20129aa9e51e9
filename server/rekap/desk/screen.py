"""The recap: wiring between its state and its picture."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.places import Elsewhere
from server.desk.reading import use_reading
from server.laporan.desk.addresses import ListPlace, ReviewPlace
from server.laporan.read_staff import ListFilter
from server.rekap import teks
from server.rekap.desk import view
from server.rekap.desk.actions import RekapActions
from server.rekap.desk.addresses import RekapPlace
from server.rekap.desk.state import Found, RekapState
from shared.roles import Permission
from shared.status import Status


@ft.component
def RekapBulanan(desk: Desk, place: RekapPlace) -> ft.Control:
    state = use_reading(desk, lambda: RekapState(desk.ctx, desk.account, place), place)
    takes, signs = desk.may(Permission.EXPORT), desk.may(Permission.SIGN_REKAP)
    waiting = ListPlace(ListFilter(status=Status.DITERIMA))
    on = RekapActions(
        go=desk.go,
        again=desk.run(state.load),
        pdf=desk.run(state.make, "pdf") if takes else None,
        excel=desk.run(state.make, "xlsx") if takes else None,
        ask=state.ask if signs else None,
        approve=desk.run(state.approve, desk.page.url or "") if signs else None,
        leave=state.leave,
        open=desk.open,
        waiting=lambda: desk.go(ReviewPlace() if desk.may(Permission.REVIEW) else waiting),
        settings=_settings(desk),
        all_photos=state.show_all_photos,
        close_job=state.close_job,
    )
    return desk.framed(
        menu.REKAP,
        state,
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
