"""The invited villages and who came: members are ticked from the rosters, others are named."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import flet as ft

from server.desk.widgets.buttons import choice, filled_button, icon_button, outline_button, pill
from server.desk.widgets.chips import chip
from server.desk.widgets.fields import Field
from server.desk.widgets.layout import pad
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import colours
from server.pembinaan import teks
from server.pembinaan.desk.parts import section
from server.pembinaan.desk.record_state import RecordState
from server.pembinaan.pembinaan_reading import Attendant, Member, Record
from shared.names import is_found, perhaps_same
from shared.satlinmas import JABATAN, told_apart
from shared.widgets.layout import column, row, wrapped
from shared.wilayah import Wilayah


@dataclass(frozen=True)
class PeopleActions:
    invite: Callable[[Iterable[str]], None]
    ask_to_leave_out: Callable[[str | None], None]
    leave_out: Callable[[str], None]
    tick: Callable[[Member, bool], None]
    tick_all: Callable[[str], None]
    add_name: Callable[[str, str], None]
    drop: Callable[[str], None]
    search: Callable[[str], None]


def people(state: RecordState, shown: Record, on: PeopleActions, *, writes: bool) -> ft.Container:
    present = chip("ok", ft.Icons.HOW_TO_REG, teks.PB_HADIR.format(n=len(shown.people)))
    parts: list[ft.Control] = [_villages(state.ctx.wilayah, shown, on, writes)]
    if state.leaving_out in shown.desa:
        parts.append(_question(state.ctx.wilayah, shown, state.leaving_out, on))
    if not shown.desa:
        parts.append(second(teks.PB_PILIH_DESA_DULU, "body"))
    else:
        parts += [
            Field(
                teks.PB_CARI_ANGGOTA, state.words, on_change=on.search, show_label=False,
                hint=teks.PB_CARI_ANGGOTA, symbol=ft.Icons.SEARCH, key=f"{shown.id}-cari",
            ),
            *[c for kode in shown.desa for c in _of_village(state, shown, kode, on, writes)],
        ]  # fmt: skip
        if writes:
            parts.append(_NameForm(state.ctx.wilayah, shown, on, key=f"nama-{state.name_number}"))
    return section(teks.PB_PESERTA, *parts, beside=[present])


def _villages(wilayah: Wilayah, shown: Record, on: PeopleActions, writes: bool) -> ft.Control:
    chosen = set(shown.desa)

    def leave(kode: str) -> Callable[[], None] | None:
        return (lambda: on.ask_to_leave_out(kode)) if writes else None

    pills = [pill(wilayah.nama_desa(kode), leave(kode), chosen=True) for kode in shown.desa]
    if not writes or len(chosen) == len(wilayah.desa):
        return wrapped(*pills, gap=6)
    left = [
        (d.kode, d.nama) for d in sorted(wilayah.desa, key=lambda d: d.nama) if d.kode not in chosen
    ]

    def add(kode: str | None) -> None:
        on.invite([kode] if kode in {k for k, _ in left} else [k for k, _ in left])

    options = [("*", teks.PB_DESA_SEMUA), *left]
    more = choice(teks.PB_DESA, teks.PB_DESA_TAMBAH, options, None, add, width=140)
    return wrapped(*pills, more, gap=6)


def _question(wilayah: Wilayah, shown: Record, kode: str, on: PeopleActions) -> ft.Control:
    """What goes along with the village."""
    words = teks.keluarkan(wilayah.nama_desa(kode), *map(len, shown.of(kode)))
    return column(
        text(words, "body"),
        wrapped(
            filled_button(teks.PB_KELUARKAN, lambda: on.leave_out(kode), ft.Icons.GROUP_REMOVE),
            outline_button(teks.PB_KELUARKAN_BATAL, lambda: on.ask_to_leave_out(None)),
        ),
        gap=8,
    )


def _of_village(
    state: RecordState, shown: Record, kode: str, on: PeopleActions, writes: bool
) -> list[ft.Control]:
    wanted = state.words.strip()
    members = [m for m in shown.members if m.desa == kode]
    found = [m for m in members if is_found(wanted, m.nama)]
    others = [p for p in shown.people if p.desa == kode and p.anggota is None]
    ticked = {p.anggota for p in shown.people}
    every = (
        [
            outline_button(
                teks.PB_SEMUA_DARI.format(desa=state.ctx.wilayah.nama_desa(kode)),
                lambda: on.tick_all(kode),
            )
        ]
        if writes and members and not wanted and any(m.id not in ticked for m in members)
        else []
    )
    if not members and not wanted:
        every = [
            second(teks.PB_ANGGOTA_KOSONG.format(desa=state.ctx.wilayah.nama_desa(kode)), "body")
        ]
    return [
        *every,
        *[
            _member(state.ctx.wilayah, m, told_apart(m, members), m.id in ticked, on, writes)
            for m in found
        ],
        *[_other(state.ctx.wilayah, p, on, writes) for p in others],
    ]


def _member(
    wilayah: Wilayah, member: Member, name: str, present: bool, on: PeopleActions, writes: bool
) -> ft.Control:
    role = JABATAN.get(member.jabatan, "") if member.jabatan != "anggota" else ""
    where = ", ".join(part for part in (role, wilayah.nama_desa(member.desa)) if part)
    box = ft.Checkbox(
        label=name,
        value=present,
        disabled=not writes,
        active_color=colours().primary,
        label_style=ft.TextStyle(color=colours().on_surface),
        on_change=lambda event: on.tick(member, bool(event.control.value)),
    )
    return row(ft.Container(content=box, expand=True), second(where))


def _other(wilayah: Wilayah, person: Attendant, on: PeopleActions, writes: bool) -> ft.Control:
    drop = (
        [
            icon_button(
                ft.Icons.CLOSE, teks.PB_HAPUS_NAMA.format(nama=person.nama),
                lambda: on.drop(person.id),
            )
        ]
        if writes
        else []
    )  # fmt: skip
    return row(
        ft.Container(content=icon(ft.Icons.PERSON, 20), padding=pad(0, 10)),
        text(person.nama, expand=True),
        second(wilayah.nama_desa(person.desa)),
        *drop,
    )


@ft.component
def _NameForm(wilayah: Wilayah, shown: Record, on: PeopleActions, **_key: object) -> ft.Control:
    """Somebody who is on no roster, and whose village."""
    nama, set_nama = ft.use_state("")
    desa, set_desa = ft.use_state(shown.desa[0])
    of = desa if desa in shown.desa else shown.desa[0]

    def add() -> None:
        on.add_name(of, nama)

    def known(member: Member) -> Callable[[], None]:
        return lambda: on.tick(member, True)

    there = {one.anggota for one in shown.people}
    members = [m for m in shown.members if m.desa == of and m.id not in there]
    meant = [
        pill(told_apart(m, members), known(m), chosen=False)
        for m in members
        if perhaps_same(m.nama, nama)
    ]
    asked = [second(teks.PB_NAMA_MUNGKIN), wrapped(*meant, gap=6)] if meant else []
    options = [(kode, wilayah.nama_desa(kode)) for kode in shown.desa]
    whose = choice(
        teks.PB_DESA,
        wilayah.nama_desa(of),
        options,
        of,
        lambda kode: set_desa(kode or of),
        width=130,
    )
    return column(
        Field(teks.PB_NAMA_LAIN, "", on_change=set_nama, on_enter=add),
        *asked,
        row(whose, outline_button(teks.PB_NAMA_TAMBAH, add, ft.Icons.PERSON_ADD)),
        gap=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
