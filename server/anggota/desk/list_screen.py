"""The roster of all villages: wiring between its state and its picture."""

from __future__ import annotations

import flet as ft

from server.anggota import teks
from server.anggota.desk import addresses
from server.anggota.desk import list_view as view
from server.anggota.desk.addresses import (
    NEW,
    MemberPlace,
    RosterFilePlace,
    RosterPlace,
    VillagePlace,
)
from server.anggota.desk.list_state import RosterState
from server.desk import menu
from server.desk.page_context import Desk
from server.desk.widgets.buttons import filled_button
from server.desk.widgets.frame import frame
from shared.roles import Permission


@ft.component
def AnggotaList(desk: Desk, place: RosterPlace) -> ft.Control:
    state, _ = ft.use_state(lambda: RosterState(desk.ctx, desk.account, place))
    page = ft.context.page

    def show() -> None:
        page.run_task(state.show, place)

    def load() -> None:
        page.run_task(state.load)

    def search(words: str) -> None:
        desk.go(state.place.choosing(words=" ".join(words.split())))

    def typed(words: str) -> None:
        page.run_task(state.type, words, search)

    def export(kind: str) -> None:
        url = addresses.download(kind, state.place.which)
        page.run_task(ft.UrlLauncher().launch_url, ft.Url(url, target=ft.UrlTarget.SELF))

    ft.use_effect(show, [place])
    ft.use_effect(lambda: desk.pulse.follow(state.load), [])
    writes = desk.may(Permission.WRITE_ANGGOTA)
    on = view.RosterActions(
        go=desk.go,
        open=lambda ident: desk.go(MemberPlace(ident)),
        type=typed,
        search=search,
        again=load,
        villages=lambda: desk.go(VillagePlace(place.which.desa)),
        bring=(lambda: desk.go(RosterFilePlace())) if writes else None,
        export=export if desk.may(Permission.EXPORT) else None,
    )
    add = filled_button(teks.AG_TAMBAH, lambda: desk.go(MemberPlace(NEW)), ft.Icons.PERSON_ADD)
    found = state.page
    return frame(
        desk.frame_facts(menu.ANGGOTA),
        view.body(state, on),
        title=teks.AG_JUDUL,
        sub=teks.anggota_sub(found.everyone, found.villages) if found else None,
        actions=[add] if writes else [],
    )
