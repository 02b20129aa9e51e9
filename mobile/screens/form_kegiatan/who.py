"""Who was on duty: the last crew with one tap, tiles, a name by hand, and who came along."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import flet as ft

from mobile import teks
from mobile.screens.form_parts import number, people, sections
from mobile.screens.form_parts.form import FormState
from mobile.screens.form_parts.question import part, question, spoken
from mobile.screens.form_parts.several import AddField, Several
from mobile.widgets import buttons, chips
from mobile.widgets.fields import counter
from mobile.widgets.layout import side_by_side, stretched
from mobile.widgets.tiles import person_tile
from shared.laporan import Laporan, Personel
from shared.satlinmas import Anggota, told_apart
from shared.widgets.layout import wrapped

I = ft.Icons  # noqa: E741
PARTNERS = 6
_NOBODY: tuple[str, ...] = ()


@ft.component
def Who(form: FormState) -> ft.Control:
    everyone, set_everyone = ft.use_state(False)
    typed, set_typed = ft.use_state(_NOBODY)
    found = people.people(form.memory, form.draft, form.members)
    shown = (*found.shown, *found.rest) if everyone else found.shown
    parts: list[ft.Control] = []
    if form.memory.regu_terakhir:
        parts.append(wrapped(_crew_chip(form)))
    if shown:
        parts.append(_tiles(form, shown))
    if found.rest:
        words = teks.ORANG_LAINNYA.format(jumlah=len(found.rest))
        parts.append(
            buttons.quiet(
                teks.ORANG_RINGKAS if everyone else words,
                lambda: set_everyone(not everyone),
                name=I.EXPAND_LESS if everyone else I.EXPAND_MORE,
            )
        )
    parts += [_add(form, typed, set_typed), *_asked(form, typed, set_typed)]
    parts += [_count(form), _partners(form)]
    return question(
        form, sections.SIAPA, teks.SIAPA, stretched(*parts, gap=10), note=who_note(form.draft)
    )


def who_note(draft: Laporan) -> str | None:
    """``3 anggota, 1 pihak lain``"""
    persons, partners = draft.jumlah_personel, len(draft.pihak_lain)
    if persons and partners:
        return teks.SIAPA_JUMLAH_PIHAK.format(orang=persons, pihak=partners)
    if persons:
        return teks.SIAPA_JUMLAH.format(orang=persons)
    return teks.SIAPA_PIHAK.format(pihak=partners) if partners else None


def _crew_chip(form: FormState) -> ft.Control:
    def tapped(_on: bool) -> None:
        form.chose(sections.SIAPA, personel=people.with_crew(form.memory, form.draft, form.members))

    return chips.pick(
        teks.REGU_TERAKHIR, people.is_crew(form.memory, form.draft), tapped, name=I.GROUPS
    )


def _tiles(form: FormState, shown: Sequence[Personel]) -> ft.Control:
    draft, members = form.draft, form.members
    tiles = [
        spoken(
            person_tile(one.nama, _sub(form, one), chosen, partial(_toggle, form, one)),
            chosen,
        )
        for one in shown
        for chosen in [people.is_chosen(draft, one, members)]
    ]
    pairs = [tiles[start : start + 2] for start in range(0, len(tiles), 2)]
    return stretched(
        *[side_by_side(*pair, *[ft.Container()] * (2 - len(pair)), gap=10) for pair in pairs], gap=8
    )


def _sub(form: FormState, tile: Personel) -> str:
    """Office; of two members with one name also where each lives."""
    member = next((one for one in form.members if one.id == tile.anggota), None)
    if member is not None:
        office = teks.ORANG_JABATAN.get(member.jabatan, "")
        where = told_apart(member, form.members).removeprefix(member.nama).strip(", ")
        return ", ".join(part for part in (office, where) if part)
    if tile.nama in form.memory.regu_terakhir:
        return teks.REGU_SUB
    return teks.PERNAH_SUB if tile.nama in form.memory.nama else ""


def _toggle(form: FormState, tile: Personel) -> None:
    form.chose(sections.SIAPA, personel=people.toggled(form.draft, tile, form.members))


def _add(
    form: FormState, typed: tuple[str, ...], set_typed: Callable[[tuple[str, ...]], None]
) -> ft.Control:
    def add(words: str) -> None:
        after = people.with_name(form.draft, words, form.members)
        new = (one.nama for one in after if one not in form.draft.personel)
        set_typed((*typed, *new))
        form.chose(sections.SIAPA, personel=after)

    return AddField(form, "nama", teks.NAMA_TAMBAH, teks.NAMA_TAMBAH, add, focus=False)


def _asked(
    form: FormState, typed: tuple[str, ...], set_typed: Callable[[tuple[str, ...]], None]
) -> list[ft.Control]:
    """Whether a name that was just typed means a member: asked, never decided."""

    def settled(one: Personel, member: Anggota | None) -> Callable[[bool], None]:
        def answer(_on: bool) -> None:
            set_typed(tuple(name for name in typed if name != one.nama))
            if member is not None:
                form.chose(sections.SIAPA, personel=people.meant(form.draft, one, member))

        return answer

    found: list[ft.Control] = []
    for one in form.draft.personel:
        members = people.perhaps(one, form.draft, form.members) if one.nama in typed else ()
        if not members:
            continue
        picks = [
            chips.pick(", ".join(filter(None, (m.nama, m.alamat))), False, settled(one, m))
            for m in members
        ]
        picks.append(chips.pick(teks.ORANG_BUKAN, False, settled(one, None)))
        found.append(part(teks.ORANG_MUNGKIN.format(nama=one.nama), wrapped(*picks)))
    return found


def count_sheet(form: FormState) -> ft.BottomSheet:
    """How many were there, written."""
    return number.number_sheet(
        form, teks.JUMLAH_ORANG, form.draft.jumlah_personel, partial(_counted, form)
    )


def _counted(form: FormState, persons: int) -> None:
    form.chose(sections.SIAPA, jumlah_personel=max(persons, len(form.draft.personel)))


def _count(form: FormState) -> ft.Control:
    return counter(
        teks.JUMLAH_ORANG, form.draft.jumlah_personel, partial(_counted, form),
        less=teks.KURANGI.format(apa=teks.JUMLAH_ORANG.lower()),
        more=teks.TAMBAHI.format(apa=teks.JUMLAH_ORANG.lower()),
        on_type=partial(form.open, number.SHEET),
        type_words=teks.JUMLAH_ORANG,
    )  # fmt: skip


def _partners(form: FormState) -> ft.Control:
    known = dict.fromkeys((*teks.PIHAK_AWAL, *form.memory.pihak_lain))

    def choose(names: tuple[str, ...]) -> None:
        form.chose(sections.SIAPA, pihak_lain=names)

    return part(
        teks.PIHAK,
        Several(form, "pihak", tuple(known)[:PARTNERS], form.draft.pihak_lain, choose,
                teks.PIHAK_TAMBAH, teks.PIHAK_PETUNJUK),
    )  # fmt: skip
