"""What the tab Desa looks like: how many members, the way to the tools, and the members."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import flet as ft

from mobile import teks, teks_suara
from mobile.screens.desa.state import SEMUA, TANPA, DesaState
from mobile.usecases.roster import MemberRow, Roster
from mobile.usecases.survey import Survey
from mobile.widgets import banners, buttons, cards, chips, frame
from mobile.widgets.fields import Field
from mobile.widgets.layout import pad, rule, side_by_side, stretched
from mobile.widgets.skeleton import list_bones
from mobile.widgets.text import centred, icon, second, text
from mobile.widgets.theme import MARGIN, colours, look
from mobile.widgets.tiles import tiles
from shared.satlinmas import (
    AT_LIMIT,
    JABATAN,
    MIN_MEMBERS,
    NOT_BORN,
    REGU_PENDEK,
    SERVICE,
    UNDER_AGE,
)
from shared.widgets.layout import column, row, wrapped

I = ft.Icons  # noqa: E741
Tap = Callable[..., Any]
Tool = tuple[ft.IconData, str, Tap]
Voice = tuple[ft.IconData, str, str, Tap]
NOTICE_ICONS = {
    NOT_BORN: I.EVENT_BUSY,
    UNDER_AGE: I.CHILD_CARE,
    AT_LIMIT: I.CAKE,
    SERVICE: I.MILITARY_TECH,
}
_NOTICES = {SERVICE: teks.ANGGOTA_BAKTI, NOT_BORN: teks.ANGGOTA_LAHIR_BELUM}


def head(state: DesaState, desa: str) -> ft.Control:
    """The village's name and the way to the search."""
    name = I.SEARCH_OFF if state.searching else I.SEARCH
    words = teks.TUTUP if state.searching else teks.ANGGOTA_CARI
    search = buttons.icon_button(name, words, state.toggle_search)
    return frame.tab_head(teks.DESA_NAMA.format(nama=desa), [search])


def body(
    state: DesaState, tools: tuple[list[Tool], list[Voice]], on_open: Callable[[str], Any]
) -> list[ft.Control]:
    """What scrolls."""
    found = state.roster
    if found is None:
        return [_tools(tools), *list_bones()]
    top: list[ft.Control] = [] if state.searching else [count(found), _tools(tools)]
    if not found.rows:
        empty = banners.empty(I.GROUPS_OUTLINED, teks.ANGGOTA_KOSONG, teks.ANGGOTA_KOSONG_ISI)
        return [*top, empty]
    if state.searching:
        top.append(
            Field(
                teks.ANGGOTA_CARI, on_change=state.search, name=I.SEARCH, show_label=False,
                hint=teks.ANGGOTA_CARI, focus=True, limit=100, key="cari-anggota",
            )
        )  # fmt: skip
    else:
        top.append(_squads(state, found))
    return [*top, _list(state.rows(), on_open)]


def count(found: Roster) -> ft.Control:
    """How many there are, and whether that is enough."""
    palette = colours()
    words = teks.ANGGOTA_CUKUP
    if not found.enough:
        words = teks.ANGGOTA_KURANG.format(jumlah=MIN_MEMBERS - found.active)
    ink = palette.on_primary_container if found.enough else cards.tinted_ink("wait")
    block = ft.Container(
        content=ft.Icon(I.GROUPS, size=28, color=palette.primary_container),
        width=50, height=50, border_radius=14, bgcolor=palette.on_primary_container,
        alignment=ft.Alignment.CENTER,
    )  # fmt: skip
    told = column(
        text(teks.ANGGOTA_AKTIF.format(jumlah=found.active), "title", ink),
        text(words, "small", ink),
        gap=1,
        expand=True,
    )
    inside = row(block, told, gap=14)
    return cards.green(inside) if found.enough else cards.tinted("wait", inside, radius=16)


def add_button(on_add: Tap) -> ft.Control:
    """In the thumb's reach, above the bar."""
    button = buttons.primary(teks.ANGGOTA_TAMBAH, on_add, name=I.PERSON_ADD)
    placed = ft.Row([button], alignment=ft.MainAxisAlignment.END)
    return ft.Container(content=placed, padding=pad(8, MARGIN, bottom=10))


def survey_words(found: Survey) -> str:
    """How the survey stands, below its name."""
    state = "buka" if found.open else "sudah" if found.answered else "tutup"
    return teks_suara.SURVEI_KEADAAN[state]


def complaint_words(answered: int) -> str:
    """What one can do there, or what is new."""
    return (
        teks_suara.PENGADUAN_BARU.format(jumlah=answered)
        if answered
        else teks_suara.PENGADUAN_TULIS
    )


def _tools(tools: tuple[list[Tool], list[Voice]]) -> ft.Control:
    """Three tiles, and below them the two ways to say something to the kecamatan."""
    own, voices = tools
    return stretched(
        tiles([_tool(name, words, on_tap) for name, words, on_tap in own]),
        side_by_side(*[_voice(*voice) for voice in voices], gap=10),
        gap=10,
    )


def _voice(name: ft.IconData, words: str, sub: str, on_tap: Tap) -> ft.Control:
    told = column(text(words, "smallb"), second(sub, "meta"), gap=0, expand=True)
    inside = row(icon(name, 26, colours().primary), told, gap=14 if look().large else 10)
    return cards.card(inside, padding=pad(10, 16 if look().large else 12), on_tap=on_tap)


def _tool(name: ft.IconData, words: str, on_tap: Tap) -> ft.Control:
    picture = icon(name, 26, colours().primary)
    if look().large:
        inside: ft.Control = row(picture, text(words, "smallb", expand=True), gap=14)
    else:
        inside = ft.Column(
            [picture, centred(words, "smallb")], spacing=6, tight=True,
            alignment=ft.MainAxisAlignment.CENTER,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        )  # fmt: skip
    padding = pad(14, 16) if look().large else pad(14, 4)
    return cards.card(inside, padding=padding, on_tap=on_tap, alignment=ft.Alignment.CENTER)


def _squads(state: DesaState, found: Roster) -> ft.Control:
    options = [(SEMUA, teks.ANGGOTA_SEMUA.format(jumlah=len(found.rows)))]
    options += [
        (kode, teks.ANGGOTA_REGU.format(regu=REGU_PENDEK.get(kode, kode), jumlah=many))
        for kode, many in found.regu().items()
    ]
    if len(options) > 1 and any(member.anggota.regu is None for member in found.rows):
        options.append((TANPA, teks.ANGGOTA_TANPA_REGU))
    picks = chips.pick_one(options, state.shown, state.choose)
    if look().large:
        return picks
    return row(*picks.controls, gap=8, scroll=ft.ScrollMode.HIDDEN)


def _list(rows: list[MemberRow], on_open: Callable[[str], Any]) -> ft.Control:
    if not rows:
        return second(teks.ANGGOTA_TIDAK_COCOK, "body")
    parts: list[ft.Control] = []
    for member in rows:
        parts += [ft.Container(content=rule(), padding=pad(0, 14))] if parts else []
        parts.append(
            ft.Container(
                content=_member(member), padding=pad(11, 14), ink=True,
                on_click=partial(_opened, on_open, member.id), key=member.id,
            )
        )  # fmt: skip
    return cards.framed_list(*parts)


def _opened(on_open: Callable[[str], Any], ident: str, _event: object = None) -> None:
    on_open(ident)


def _member(member: MemberRow) -> ft.Control:
    one, palette = member.anggota, colours()
    name = one.nama or teks.ANGGOTA_TANPA_NAMA
    disc = ft.Container(
        content=text(name[0].upper(), "smallb", palette.on_primary_container),
        width=42, height=42, border_radius=21, bgcolor=palette.primary_container,
        alignment=ft.Alignment.CENTER,
        border=ft.Border.all(palette.edge, palette.outline) if look().sun else None,
    )  # fmt: skip
    marks = _marks(member)
    words = column(
        text(name, "bodyb", lines=None if look().large else 1),
        second(sub(member), lines=None if look().large else 1),
        gap=1,
        expand=True,
    )
    arrow = icon(I.CHEVRON_RIGHT, 24)
    if look().large or len(marks) > 1:
        inside = stretched(words, *([wrapped(*marks, gap=6)] if marks else []), gap=6)
        return row(disc, ft.Container(content=inside, expand=True), arrow, gap=12)
    return row(disc, words, *marks, arrow, gap=10)


def sub(member: MemberRow) -> str:
    """Office and squad."""
    one = member.anggota
    office = JABATAN.get(one.jabatan, one.jabatan)
    if one.regu is None:
        return teks.ANGGOTA_TANPA_REGU if one.jabatan == "anggota" else office
    return teks.ANGGOTA_SUB.format(jabatan=office, regu=REGU_PENDEK.get(one.regu, one.regu))


def _marks(member: MemberRow) -> list[ft.Control]:
    found: list[ft.Control] = []
    if member.draft:
        found.append(chips.chip("mute", I.EDIT_NOTE, teks.ANGGOTA_DRAF))
    if member.refused:
        found.append(chips.chip("bad", I.ERROR, teks.ANGGOTA_DITOLAK))
    elif member.waiting:
        found.append(chips.chip("wait", I.CLOUD_OFF, teks.ANGGOTA_BELUM_TERKIRIM))
    for kind, years in member.notices:
        told = _NOTICES.get(kind, teks.ANGGOTA_UMUR).format(umur=years, lama=years)
        found.append(chips.chip("ok" if kind == SERVICE else "wait", NOTICE_ICONS[kind], told))
    if (status := teks.ANGGOTA_STATUS.get(member.anggota.status)) and not member.draft:
        found.append(chips.chip("mute", I.PAUSE_CIRCLE, status))
    return found
