"""Data keluar: wiring between what it reads and its picture."""

from __future__ import annotations

from urllib.parse import urlencode

import flet as ft

from server.data import teks
from server.data.desk import view
from server.data.desk.addresses import DataPlace
from server.data.desk.state import DataState
from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import use_reading
from shared.roles import Permission

ZIP = "/unduh/laporan.zip"
DICTIONARY = "/unduh/kamus-{what}.csv"


@ft.component
def DataKeluar(desk: Desk, place: DataPlace) -> ft.Control:
    state = use_reading(desk, lambda: DataState(desk.ctx, desk.account, place), place)

    def archive() -> None:
        more = {"sensitif": "1"} if state.sensitif else {}
        query = urlencode({**place.query, **more})
        desk.fetch(f"{ZIP}?{query}" if query else ZIP)

    def dictionary(what: str) -> None:
        desk.fetch(DICTIONARY.format(what=what))

    on = view.DataActions(
        go=desk.go,
        again=desk.run(state.load),
        start=lambda what, form: desk.run(state.start)(what, form),
        archive=archive,
        dictionary=dictionary,
        sees_sensitif=desk.may(Permission.SEE_SENSITIF),
    )
    return desk.framed(
        menu.DATA, state, view.body(state, on), title=teks.NAV_DATA, sub=teks.DATA_SUB
    )
