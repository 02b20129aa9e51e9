"""One coaching: wiring between its state and its picture."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import use_reading
from server.desk.widgets.day_picker import ask_day
from server.laporan.desk.addresses import LaporanPlace
from server.pembinaan import teks
from server.pembinaan.desk import record_view as view
from server.pembinaan.desk.addresses import PembinaanPlace, RecordPlace
from server.pembinaan.desk.form import FormActions, start_day
from server.pembinaan.desk.papers import PaperActions
from server.pembinaan.desk.people import PeopleActions
from server.pembinaan.desk.record_state import RecordState
from server.pembinaan.desk.todos import TodoActions
from shared.clock import WITA
from shared.roles import Permission

PHOTO = "/foto/pembinaan/{ident}/{sha256}?size=small"


@ft.component
def PembinaanRecord(desk: Desk, place: RecordPlace) -> ft.Control:
    state = use_reading(desk, lambda: RecordState(desk.ctx, desk.account, place.ident), place.ident)
    writes = desk.may(Permission.WRITE_PEMBINAAN)
    today = desk.ctx.clock.now().astimezone(WITA).date()
    on = _actions(desk, state, today)
    return desk.framed(
        menu.PEMBINAAN,
        state,
        view.body(state, today, on, writes=writes),
        title=teks.PB_CATAT if writes else teks.NAV_PEMBINAAN,
        sub=view.sub_title(state),
        lead=view.lead(on),
        actions=view.head_actions(state, on, writes=writes),
    )


def _actions(desk: Desk, state: RecordState, today: date) -> view.RecordActions:
    page, run = desk.page, desk.run

    def photo(sha256: str) -> str:
        return PHOTO.format(ident=state.asked, sha256=sha256)

    def pick_day(last: bool) -> None:
        if state.found is not None:
            start = start_day(state.found, today + timedelta(days=1), last=last)
            ask_day(page, start, today, run(state.put_last_day if last else state.put_day))

    def pick_deadline() -> None:
        if state.todo is not None:
            start = state.todo.tenggat or today + timedelta(days=14)
            ask_day(page, start, today, state.put_deadline)

    add_photo = desk.upload(
        state.add_photo, file_type=ft.FilePickerFileType.IMAGE, allow_multiple=True
    )
    return view.RecordActions(
        form=FormActions(
            put=run(state.put),
            type=run(state.type),
            leave=run(state.flush),
            pick_day=pick_day,
            put_hour=lambda hour, last: run(state.put_hour)(hour, last=last),
        ),
        people=PeopleActions(
            invite=run(state.invite),
            ask_to_leave_out=run(state.ask_to_leave_out),
            leave_out=run(state.leave_out),
            tick=lambda member, present: run(state.tick)(member, present=present),
            tick_all=run(state.tick_all),
            add_name=run(state.add_name),
            drop=run(state.drop_person),
            search=state.search,
        ),
        todo=TodoActions(
            edit=state.edit_todo,
            type=state.type_todo,
            turn_village=lambda kode: run(state.press_once, kode, state.turn_village)(kode),
            keep=run(state.keep_todo),
            drop=run(state.drop_todo),
            finish=lambda todos, done: run(
                state.press_once, todos, partial(state.finish_todo, done=done)
            )(todos),
            pick_day=pick_deadline,
            photo=photo,
        ),
        back=lambda: desk.go(PembinaanPlace()),
        again=run(state.load),
        send=run(state.send),
        call_off=run(state.call_off),
        add_photo=add_photo,
        drop_photo=run(state.drop_photo),
        open_report=lambda ident: desk.go(LaporanPlace(ident)),
        unlink=run(state.unlink),
        link=run(state.link),
        photo=photo,
        paper=PaperActions(
            may_take=desk.may(Permission.EXPORT),
            fill=run(state.fill_numbers),
            put=run(state.put_number),
            show=run(state.press_once, "numbers", state.show_numbers),
        ),
    )
