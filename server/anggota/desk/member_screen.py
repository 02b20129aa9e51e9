"""One member: wiring between its state and its picture."""

from __future__ import annotations

import flet as ft

from server.anggota import teks
from server.anggota.desk import member_view as view
from server.anggota.desk.addresses import MemberPlace, RosterPlace
from server.anggota.desk.member_state import MemberState
from server.desk import menu
from server.desk.page_context import Desk
from server.desk.places import Elsewhere
from server.desk.reading import use_reading
from shared.roles import Permission


@ft.component
def AnggotaMember(desk: Desk, place: MemberPlace) -> ft.Control:
    state = use_reading(desk, lambda: MemberState(desk.ctx, desk.account, place.ident), place.ident)

    def saved(ident: str) -> None:
        if state.is_new:
            desk.go(MemberPlace(ident))

    def back() -> None:
        desk.go(RosterPlace())

    def stop() -> None:
        back() if state.is_new else state.stop()

    def privacy() -> None:
        desk.go(Elsewhere(f"/data-pribadi/{place.ident}"))

    writes, sees = desk.may(Permission.WRITE_ANGGOTA), desk.may(Permission.SEE_NIK)
    on = view.MemberActions(
        back=back,
        again=desk.run(state.load),
        edit=state.edit if writes and not state.erased else None,
        privacy=privacy if writes and not state.is_new else None,
        save=desk.run(state.save, saved),
        save_as_another=desk.run(state.save_as_another, saved),
        open=lambda ident: desk.go(MemberPlace(ident)),
        stop=stop,
        see_nik=desk.run(state.show_nik) if sees else None,
        save_nik=desk.run(state.save_nik),
    )
    found = state.found.line.anggota if state.found else None
    return desk.framed(
        menu.ANGGOTA,
        state,
        view.body(state, on),
        title=found.nama if found else teks.AG_BARU_JUDUL if state.is_new else teks.AG_JUDUL,
        lead=view.lead(on),
        actions=view.head_actions(state, on),
    )
