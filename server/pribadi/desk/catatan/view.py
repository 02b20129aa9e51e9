"""The picture of the audit log: whether it is whole, filters, lines, pages."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.core import teks as umum
from server.desk.reading import Reading
from server.desk.widgets import notices
from server.desk.widgets.buttons import choice, icon_button, outline_button
from server.desk.widgets.fields import SearchField
from server.desk.widgets.layout import card, pad, pane, rule, table_line
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import colours, look
from server.pribadi import teks
from server.pribadi.audit_log import PER_PAGE, AuditLine, AuditPage, words_of
from server.pribadi.desk.addresses import AuditPlace
from shared.clock import jam, tanggal_pendek
from shared.widgets.layout import column, row

WIDTHS = (150, 150, 220, 180, None)
State = Reading[AuditPlace, AuditPage]

_GROUPS = tuple(teks.KELOMPOK.items())


@dataclass(frozen=True)
class AuditActions:
    """What the person can do here."""

    go: Callable[[AuditPlace], None]
    search: Callable[[str], None]
    again: Callable[[], None]


def body(state: State, on: AuditActions) -> ft.Control:
    """Filters, then trouble, loading, empty or the lines."""
    if state.found is None:
        return notices.waiting(state, on.again, 10, 44)
    inside = [_filters(state, state.found, on), _chain(state.found), *_content(state, on)]
    return pane(*inside, ft.Container(height=12))


def _chain(page: AuditPage) -> ft.Control:
    """Whether somebody has gone around the application."""
    broken = page.broken_at is not None
    pair = colours().bad if broken else colours().ok
    sign = ft.Icons.GPP_BAD if broken else ft.Icons.VERIFIED_USER
    words = teks.CT_UTUH.format(n=page.length, meterai=page.head[:16])
    if broken:
        words = teks.CT_RUSAK.format(n=page.broken_at)
    return ft.Container(
        content=row(icon(sign, 20, pair.fore), text(words, "bodyb", pair.fore, expand=True)),
        bgcolor=pair.back,
        border_radius=12,
        padding=pad(10, 14),
    )


def _filters(state: State, page: AuditPage, on: AuditActions) -> ft.Control:
    which = state.asked.which
    search = ft.Container(
        content=SearchField(teks.CT_CARI, which.words, on.search, key="cari-catatan"),
        width=None if look().narrow else 280,
    )
    actors = tuple((actor, actor) for actor in page.actors)
    chosen: list[ft.Control] = [
        _choice(state, on, "kelompok", teks.CT_SEMUA_KELOMPOK, _GROUPS),
        _choice(state, on, "pelaku", teks.CT_SEMUA_PELAKU, actors),
    ]
    if state.asked.is_filtered:
        chosen.append(
            icon_button(ft.Icons.FILTER_ALT_OFF, umum.HAPUS_SARINGAN, lambda: on.go(AuditPlace()))
        )
    if look().narrow:
        filters = row(*chosen, scroll=ft.ScrollMode.HIDDEN)
        return column(search, filters, gap=10, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return row(search, *chosen)


def _choice(
    state: State, on: AuditActions, name: str, every: str,
    options: tuple[tuple[str, str], ...],
) -> ft.Control:  # fmt: skip
    def choose(value: str | None) -> None:
        on.go(state.asked.choosing(**{name: value}))

    chosen = getattr(state.asked.which, name)
    return choice(teks.CT_SARING[name], every, options, chosen, choose, width=200)


def _content(state: State, on: AuditActions) -> list[ft.Control]:
    page = state.found
    if page is None or not page.lines:
        empty = teks.CT_TIDAK_COCOK if state.asked.is_filtered else teks.CT_KOSONG
        return [notices.notice(ft.Icons.FACT_CHECK, empty)]
    shown = [_card(line) for line in page.lines] if not look().roomy else [_table(page.lines)]
    return [*shown, _foot(state, page, on)]


def _table(lines: tuple[AuditLine, ...]) -> ft.Control:
    head = table_line([text(name, "metab") for name in teks.CT_KOLOM], WIDTHS, colours().quiet,
                      padding=pad(10, 16))  # fmt: skip
    parts: list[ft.Control] = [head]
    for line in lines:
        parts += [rule(), _line(line)]
    return card(
        column(*parts, gap=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), padding=0,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )  # fmt: skip


def _line(line: AuditLine) -> ft.Control:
    cells = [
        second(_when(line), lines=1), text(line.actor, lines=1),
        text(words_of(line.action), "bodyb", lines=2), text(line.about, lines=2),
        second(_plain(line.detail), lines=2),
    ]  # fmt: skip
    return table_line(cells, WIDTHS, padding=pad(8, 16))


def _card(line: AuditLine) -> ft.Control:
    about = " · ".join(part for part in (line.about, _plain(line.detail)) if part)
    return card(
        column(
            text(words_of(line.action), "bodyb"),
            second(f"{line.actor} · {_when(line)}"),
            *([text(about, lines=3)] if about else []),
            gap=2,
        ),
        padding=12,
    )


def _plain(detail: str) -> str:
    """Words without the marks of how they are stored."""
    if detail.startswith('"'):
        try:
            detail = str(json.loads(detail))
        except ValueError:
            return detail
    return " ".join(detail.split())


def _when(line: AuditLine) -> str:
    return f"{tanggal_pendek(line.at)} {line.at.year}, {jam(line.at)}"


def _foot(state: State, page: AuditPage, on: AuditActions) -> ft.Control:
    first = (page.number - 1) * PER_PAGE + 1
    words = teks.CT_KE_BERAPA.format(
        awal=first, akhir=first + len(page.lines) - 1, semua=page.total
    )

    def step(to: int) -> Callable[[], None] | None:
        return (lambda: on.go(state.asked.at(to))) if 1 <= to <= page.pages else None

    return row(
        ft.Container(content=notices.quiet_words(words), expand=True),
        outline_button(umum.SEBELUMNYA, step(page.number - 1), ft.Icons.CHEVRON_LEFT),
        outline_button(umum.BERIKUTNYA, step(page.number + 1), ft.Icons.CHEVRON_RIGHT),
        wrap=look().narrow,
    )
