"""The profile: the fields of the innovation's form, and the rancang bangun they make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import use_reading
from server.desk.widgets.buttons import pill
from server.desk.widgets.chips import chip
from server.desk.widgets.fields import Field
from server.desk.widgets.layout import scrolling
from server.desk.widgets.text import second, text
from server.inovasi import innovation_design as design
from server.inovasi import innovation_fields as fields
from server.inovasi import teks
from server.inovasi.desk.addresses import EvidencePlace, ProfilePlace
from server.inovasi.desk.bukti import parts
from server.inovasi.desk.bukti.state import EvidenceState
from server.inovasi.innovation import Innovation
from shared.roles import Permission
from shared.widgets.layout import column, row, wrapped

POPULATION = "skm.populasi"


@dataclass(frozen=True)
class ProfileActions:
    """What one can do here; ``write`` stores what is being typed into a field."""

    write: Callable[[str], Callable[[str], None]]
    leave: Callable[[], None]
    again: Callable[[], None]
    choose: Callable[[str], None]
    number: Callable[[str], None]
    writes: bool


@ft.component
def ProfilePage(desk: Desk, place: ProfilePlace) -> ft.Control:
    state = use_reading(
        desk, lambda: EvidenceState(desk.ctx, desk.account, place.tahun), place.tahun
    )

    def write(key: str) -> Callable[[str], None]:
        return lambda value: desk.run(state.type)(key, value)

    def leave() -> None:
        desk.run(state.flush)()

    def again() -> None:
        desk.run(state.load)()

    def choose(kind: str) -> None:
        desk.run(state.put)("sk.bentuk", kind)

    def number(value: str) -> None:
        desk.run(state.put_number)(POPULATION, value)

    writes = desk.may(Permission.WRITE_BUKTI)
    return desk.framed(
        menu.BUKTI,
        state,
        body(state, ProfileActions(write, leave, again, choose, number, writes)),
        title=teks.PROFIL,
        sub=teks.PR_SUB,
        lead=parts.lead(lambda: desk.go(EvidencePlace(place.tahun))),
    )


def body(state: EvidenceState, on: ProfileActions) -> ft.Control:
    page = state.page
    if page is None:
        return parts.waiting(failed=state.failed, lacks_set=state.lacks_set, again=on.again)
    form = [_entry(page, name, on.write, on.leave, writes=on.writes) for name in fields.PROFILE]
    return scrolling(
        *parts.banner(is_sample=page.is_sample),
        parts.beside(
            parts.section(teks.PROFIL, *form),
            parts.stacked(
                _design(page), _decree(page, on.choose if on.writes else None), _asked(page, on)
            ),
            side_width=420,
        ),
    )


def _entry(
    page: Innovation,
    name: str,
    write: Callable[[str], Callable[[str], None]],
    leave: Callable[[], None],
    *,
    writes: bool,
) -> ft.Control:
    """A field of the form, with a word on it where one is needed."""
    field = Field(
        teks.PR_ISIAN[name],
        fields.words(page.facts, f"profil.{name}"),
        on_change=write(f"profil.{name}"),
        on_leave=leave,
        lines=3 if name in fields.LONG_PROFILE else 1,
        limit=fields.LONG if name in fields.LONG_PROFILE else fields.SHORT,
        read_only=not writes,
        key=name,
    )
    hint = teks.PR_PETUNJUK.get(name, "")
    return parts.stacked(field, second(hint)) if hint else field


def _decree(page: Innovation, choose: Callable[[str], None] | None) -> ft.Control:
    """Whose decree the draft is."""
    now = fields.words(page.facts, "sk.bentuk") or fields.REGENT

    def press(kind: str) -> Callable[[], None] | None:
        return partial(choose, kind) if choose else None

    pills = [
        pill(page.wilayah.told(name), press(kind), chosen=kind == now)
        for kind, name in teks.PR_SK_PILIHAN.items()
    ]
    return parts.section(teks.PR_SK, wrapped(*pills, gap=6), second(teks.PR_SK_KET))


def _asked(page: Innovation, on: ProfileActions) -> ft.Control:
    """How many there are to ask in the survey."""
    known = fields.number(page.facts, POPULATION)
    field = Field(
        teks.PR_POPULASI,
        "" if known is None else teks.angka(known),
        on_change=on.number,
        on_leave=on.leave,
        limit=7,
        read_only=not on.writes,
        key=POPULATION,
    )
    return parts.section(teks.PR_POPULASI, field, second(teks.PR_POPULASI_KET))


def _design(page: Innovation) -> ft.Control:
    count = design.word_count(page.facts)
    enough = design.is_long_enough(page.facts)
    tag = (
        chip("ok", ft.Icons.CHECK_CIRCLE, teks.PR_KATA_CUKUP.format(n=count))
        if enough
        else chip("wait", ft.Icons.EDIT_NOTE, teks.PR_KATA.format(n=count))
    )
    shown = [
        column(text(teks.PR_ISIAN[name], "metab"), text(told), gap=3)
        for name, told in design.design(page.facts)
    ]
    return parts.section(teks.PR_RANCANG, row(tag), second(teks.PR_RANCANG_KET), *shown)
