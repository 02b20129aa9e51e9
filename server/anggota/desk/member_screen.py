"""One member: wiring between its state and its picture."""

from __future__ import annotations

import flet as ft

from server.anggota import teks
from server.anggota.desk import member_view as view
from server.anggota.desk.addresses import MemberPlace, RosterPlace
from server.anggota.desk.member_state import MemberState
from server.desk import menu
from server.desk.page_context import Desk, runner
from server.desk.places import Elsewhere
from server.desk.widgets.frame import frame
from shared.roles import Permission


@ft.component
def AnggotaMember(desk: Desk, place: MemberPlace) -> ft.Control:
    state, _ = ft.use_state(lambda: MemberState(desk.ctx, desk.account, place.ident))
    page = ft.context.page
    run = runner(page)

    def show() -> None:
        page.run_task(state.show, place.ident)

    async def save() -> None:
        ident = await state.save()
        if ident is not None and state.is_new:
            desk.go(MemberPlace(ident))
        elif ident is not None:
            await state.load()

    def back() -> None:
        desk.go(RosterPlace())

    def stop() -> None:
        back() if state.is_new else state.stop()

    def privacy() -> None:
        desk.go(Elsewhere(f"/data-pribadi/{place.ident}"))

    ft.use_effect(show, [place])
    ft.use_effect(lambda: desk.pulse.follow(state.load), [])
    writes, sees = desk.may(Permission.WRITE_ANGGOTA), desk.may(Permission.SEE_NIK)
    on = view.MemberActions(
        back=back,
        again=run(state.load),
        edit=state.edit if writes and not state.erased else None,
        privacy=privacy if writes and not state.is_new else None,
        save=run(save),
        stop=stop,
        see_nik=run(state.show_nik) if sees else None,
        save_nik=run(state.save_nik),
    )
    found = state.page.line.anggota if state.page else None
    return frame(
        desk.frame_facts(menu.ANGGOTA),
        view.body(state, on),
        title=found.nama if found else teks.AG_BARU_JUDUL if state.is_new else teks.AG_JUDUL,
        lead=view.lead(on),
        actions=view.head_actions(state, on),
    )
