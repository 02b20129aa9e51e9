"""The picture of the announcements: each with its readers, and the form of a new one."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from server.core import teks as umum
from server.desk.widgets import notices
from server.desk.widgets.buttons import outline_button
from server.desk.widgets.chips import chip
from server.desk.widgets.fields import Field
from server.desk.widgets.layout import beside, card, pad
from server.desk.widgets.text import copyable, icon, second, style, text
from server.desk.widgets.theme import colours
from server.kantor import teks
from server.kantor.announcements import Announcement
from server.kantor.desk.pengumuman.state import AnnouncementState
from shared.clock import WITA, jam, tanggal_pendek
from shared.widgets.layout import TICK, column, row, ticked_chip, wrapped
from shared.wilayah import Wilayah

MOST_NAMES = 6


def listing(
    state: AnnouncementState, again: Callable[[], None], go: Callable[[int], None]
) -> ft.Control:
    """The newest first."""
    page = state.found
    if page is None:
        return notices.waiting(state, again, 4, 90)
    if not page.lines:
        return notices.notice(ft.Icons.CAMPAIGN, teks.PG_KOSONG)

    def step(to: int) -> Callable[[], None] | None:
        return (lambda: go(to)) if 1 <= to <= page.pages else None

    foot = row(
        ft.Container(expand=True),
        outline_button(umum.SEBELUMNYA, step(page.number - 1), ft.Icons.CHEVRON_LEFT),
        outline_button(umum.BERIKUTNYA, step(page.number + 1), ft.Icons.CHEVRON_RIGHT),
    )
    cards = [_card(state.ctx.wilayah, line) for line in page.lines]
    return _column(*cards, *([foot] if page.pages > 1 else []))


def form(state: AnnouncementState) -> ft.Control:
    """Title, text, and the villages it goes to."""
    chosen, typed = state.chosen, state.typed
    every = len(chosen) == len(state.ctx.wilayah.by_kode)
    picks = [_pick(teks.PG_SEMUA, every, state.all_or_none)]
    picks += [
        _village(desa.kode, desa.nama, chosen, state.choose) for desa in state.ctx.wilayah.desa
    ]
    return _column(
        card(
            column(
                Field(
                    teks.PG_JUDUL_ISIAN, typed.judul, on_change=typed.into("judul"), limit=200,
                    autofocus=True, key=f"judul-{state.round}",
                ),
                Field(
                    teks.PG_TEKS, typed.teks, on_change=typed.into("teks"), lines=5, limit=4000,
                    key=f"teks-{state.round}",
                ),
                text(teks.PG_UNTUK, "metab"),
                wrapped(*picks),
                gap=14,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            )
        )
    )  # fmt: skip


def _village(
    kode: str, nama: str, chosen: frozenset[str], choose: Callable[[str, bool], None]
) -> ft.Control:
    return _pick(nama, kode in chosen, lambda on: choose(kode, on))


def _pick(words: str, on: bool, press: Callable[[bool], None]) -> ft.Chip:
    c = colours()
    fore = c.on_primary if on else c.on_surface
    return ft.Chip(
        label=text(words, "bodyb", fore),
        selected=on,
        show_checkmark=False,
        color={ft.ControlState.SELECTED: c.primary, ft.ControlState.DEFAULT: c.card},
        border_side=ft.BorderSide(1, c.primary if on else c.outline),
        shape=ft.StadiumBorder(),
        label_text_style=style("bodyb", fore),
        elevation=0,
        elevation_on_click=0,
        on_select=lambda event: press(event.control.selected),
        **ticked_chip(icon(ft.Icons.CHECK, TICK, fore) if on else None),
    )


def _card(wilayah: Wilayah, line: Announcement) -> ft.Control:
    total = len(line.villages)
    unread = [wilayah.nama_desa(desa) for desa, at in line.villages if at is None]
    words = teks.PG_DIBACA.format(n=line.read, dari=total)
    mark = chip(
        "info" if unread else "ok",
        ft.Icons.MARK_EMAIL_READ if not unread else ft.Icons.MARK_EMAIL_UNREAD,
        words,
    )
    more = f" +{len(unread) - MOST_NAMES}" if len(unread) > MOST_NAMES else ""
    rest = teks.PG_DIBACA_SEMUA
    if unread:
        rest = teks.PG_BELUM_DIBACA.format(desa=", ".join(unread[:MOST_NAMES]) + more)
    at = line.at.astimezone(WITA)
    who = teks.PG_OLEH.format(oleh=line.by, waktu=f"{tanggal_pendek(at)} {jam(at)}")
    return card(
        column(
            beside(text(line.judul, "head"), mark),
            copyable(text(line.teks), line.judul),
            second(who),
            second(rest),
            gap=6,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    )


def _column(*controls: ft.Control) -> ft.Column:
    return ft.Column(
        controls=[*controls, ft.Container(height=12, padding=pad(0))],
        spacing=12,
        expand=True,
        scroll=ft.ScrollMode.AUTO,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
