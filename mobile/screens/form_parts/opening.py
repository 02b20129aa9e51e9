"""Finds or opens the form of an address: the camera above it gets the same one."""

from __future__ import annotations

import asyncio

import flet as ft

from mobile import teks
from mobile.domain.record import Record
from mobile.ports import Memory
from mobile.screens import routes
from mobile.screens.form_parts.form import FormState
from mobile.screens.form_parts.form_exits import key_of
from mobile.screens.here import Here, here
from mobile.usecases.edit import Editing, NoDraft
from mobile.usecases.phone import off_loop
from mobile.usecases.roster import active_members
from mobile.usecases.start import is_untouched, with_history
from shared.laporan import Kind


async def open_form(place: Here, ident: str) -> FormState | None:
    """The open form of a draft; None when there is no such draft (any more)."""
    known = place.kept.get(key_of(ident))
    if not isinstance(known, asyncio.Task):
        known = asyncio.get_running_loop().create_task(_open(place, ident))
        place.kept[key_of(ident)] = known
    opening: asyncio.Task[FormState] = known
    try:
        return await asyncio.shield(opening)
    except NoDraft:
        place.kept.pop(key_of(ident), None)
        return None


def use_form(ident: str) -> FormState | None:
    """The form for a screen; None while it is read. A report without a draft shows its detail."""
    place = here()
    form, set_form = ft.use_state(_nothing_yet)

    async def load() -> None:
        found = await open_form(place, ident)
        if found is None:
            await _elsewhere(place, ident)
        else:
            set_form(found)

    ft.use_effect(load, [ident])
    return form


def use_leaving(form: FormState | None, ident: str) -> None:
    """When the form goes from the screen, by the phone's own back key too, it is closed."""
    place = here()

    async def gone() -> None:
        if form is None:
            return
        here_still = (place.page.route or "").startswith(routes.form(form.draft.kind, ident))
        if not here_still:  # the camera above it is part of the form
            await form.exits.close()

    ft.use_effect(_nothing, [], cleanup=gone)


async def _elsewhere(place: Here, ident: str) -> None:
    """To its detail; where the browser's Back or Forward led to a deleted one, to Beranda."""
    if await off_loop(place.phone.laporan.get, ident):
        place.replace(routes.detail(ident))
    else:
        place.tab(routes.BERANDA)
        place.say(teks.DRAF_TIDAK_ADA)


async def _open(place: Here, ident: str) -> FormState:
    phone = place.phone

    def read() -> tuple[Record | None, Memory, dict[str, object]]:
        memory = with_history(phone, phone.state.memory())
        return phone.laporan.get(ident), memory, phone.state.sync_state().settings

    begun = phone.clock.now()
    record, memory, settings = await off_loop(read)
    if record is None or record.draft is None:
        raise NoDraft(ident)
    editing = Editing(phone, record, fresh=is_untouched(record))
    form = FormState(place, editing, memory, settings, begun)
    form.members = await active_members(phone)
    _prepare(form, record)
    return form


def _prepare(form: FormState, record: Record) -> None:
    """What the app fills in by itself: the usual result, and the position while one writes."""
    if record.sent is not None or record.draft is None:
        return
    if record.draft.kind == Kind.KEGIATAN and is_untouched(record):
        form.editing.suggest(hasil=teks.HASIL_AWAL[0])
    if record.draft.lokasi is None:
        form.locator.start()
    form.keeper.refresh()


def _nothing_yet() -> FormState | None:
    return None


def _nothing() -> None:
    return None
