"""The roster of all villages: wiring between what it reads and its picture."""

from __future__ import annotations

import flet as ft

from server.anggota import roster_page, teks
from server.anggota.desk import addresses
from server.anggota.desk import list_view as view
from server.anggota.desk.addresses import (
    NEW,
    MemberPlace,
    RosterFilePlace,
    RosterPlace,
    VillagePlace,
)
from server.anggota.roster_page import RosterPage
from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import Reading, use_reading
from server.desk.widgets.buttons import filled_button
from shared.roles import Permission


class RosterState(Reading[RosterPlace, RosterPage]):
    """A page of the roster."""

    def read(self, asked: RosterPlace) -> RosterPage:
        return roster_page.page(self.ctx, self.account, asked.which, asked.number)


@ft.component
def AnggotaList(desk: Desk, place: RosterPlace) -> ft.Control:
    state = use_reading(desk, lambda: RosterState(desk.ctx, desk.account, place), place)

    def export(kind: str) -> None:
        desk.fetch(addresses.download(kind, state.asked.which))

    writes = desk.may(Permission.WRITE_ANGGOTA)
    on = view.RosterActions(
        go=desk.go,
        open=lambda ident: desk.go(MemberPlace(ident)),
        search=lambda words: desk.go(state.asked.choosing(words=words)),
        again=desk.run(state.load),
        villages=lambda: desk.go(VillagePlace(place.which.desa)),
        bring=(lambda: desk.go(RosterFilePlace())) if writes else None,
        export=export if desk.may(Permission.EXPORT) else None,
    )
    add = filled_button(teks.AG_TAMBAH, lambda: desk.go(MemberPlace(NEW)), ft.Icons.PERSON_ADD)
    found = state.found
    return desk.framed(
        menu.ANGGOTA,
        state,
        view.body(desk.ctx.wilayah, state, on),
        title=teks.AG_JUDUL,
        sub=teks.anggota_sub(found.everyone, found.villages) if found else None,
        actions=[add] if writes else [],
    )
