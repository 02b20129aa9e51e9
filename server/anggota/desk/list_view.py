"""The picture of the roster: warnings, filters, lines, pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.anggota import teks
from server.anggota.desk import lines
from server.anggota.desk.addresses import TANPA, RosterPlace
from server.anggota.roster_page import NOTICED, PER_PAGE, RosterPage
from server.core import teks as umum
from server.desk.reading import Reading
from server.desk.widgets import notices
from server.desk.widgets.buttons import choice, icon_button, outline_button
from server.desk.widgets.fields import SearchField
from server.desk.widgets.layout import beside, pad
from server.desk.widgets.pressable import pressable
from server.desk.widgets.text import icon, text
from server.desk.widgets.theme import colours, look
from shared.satlinmas import REGU_PENDEK, STATUS
from shared.widgets.layout import row, wrapped
from shared.wilayah import Wilayah

State = Reading[RosterPlace, RosterPage]

_REGU = (*REGU_PENDEK.items(), (TANPA, teks.AG_TANPA_REGU))
_STATUS = ((NOTICED, teks.AG_PERHATIAN), *STATUS.items())


@dataclass(frozen=True)
class RosterActions:
    """What the person can do here; None is what the role may not."""

    go: Callable[[RosterPlace], None]
    open: Callable[[str], None]
    search: Callable[[str], None]
    again: Callable[[], None]
    villages: Callable[[], None]
    bring: Callable[[], None] | None
    export: Callable[[str], None] | None


def body(wilayah: Wilayah, state: State, on: RosterActions) -> ft.Control:
    """Filters, then trouble, loading, empty or the lines."""
    top = [_filters(wilayah, state, on), *_warnings(state.found, on)]
    if not look().roomy:
        return ft.Column(
            controls=[*top, *_content(wilayah, state, on), ft.Container(height=12)],
            spacing=10,
            expand=True,
            scroll=ft.ScrollMode.AUTO,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    return ft.Column(
        controls=[*top, *_content(wilayah, state, on)],
        spacing=12,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _filters(wilayah: Wilayah, state: State, on: RosterActions) -> ft.Control:
    which = state.asked.which
    search = ft.Container(
        content=SearchField(teks.AG_CARI, which.words, on.search, key="cari-anggota"),
        width=None if look().narrow else 220,
    )
    chosen = [
        _choice(state, on, "desa", umum.SEMUA_DESA, wilayah.choices),
        _choice(state, on, "regu", teks.AG_SEMUA_REGU, _REGU),
        _choice(state, on, "status", teks.AG_SEMUA_STATUS, _STATUS),
    ]
    if state.asked.is_filtered:
        chosen.append(
            icon_button(ft.Icons.FILTER_ALT_OFF, umum.HAPUS_SARINGAN, lambda: on.go(RosterPlace()))
        )
    deeds = _deeds(on)
    if look().narrow:
        return ft.Column(
            controls=[search, row(*chosen, *deeds, scroll=ft.ScrollMode.HIDDEN)], spacing=10,
            tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )  # fmt: skip
    return wrapped(search, *chosen, *deeds)


def _choice(
    state: State, on: RosterActions, name: str, every: str,
    options: tuple[tuple[str, str], ...],
) -> ft.Control:  # fmt: skip
    def choose(value: str | None) -> None:
        on.go(state.asked.choosing(**{name: value}))

    chosen = getattr(state.asked.which, name)
    return choice(teks.AG_SARING[name], every, options, chosen, choose, width=142)


def _deeds(on: RosterActions) -> list[ft.Control]:
    found: list[ft.Control] = [
        outline_button(teks.AG_DATA_DESA, on.villages, ft.Icons.HOLIDAY_VILLAGE)
    ]
    if on.bring:
        found.append(outline_button(teks.AG_IMPOR, on.bring, ft.Icons.UPLOAD_FILE))
    if on.export:
        found.append(_export(on.export))
    return found


def _export(export: Callable[[str], None]) -> ft.Control:
    def item(kind: str, words: str) -> ft.PopupMenuItem:
        return ft.PopupMenuItem(
            content=text(words), height=40, on_click=lambda _, kind=kind: export(kind)
        )

    c = colours()
    return ft.PopupMenuButton(
        tooltip=teks.AG_EKSPOR,
        padding=0,
        menu_position=ft.PopupMenuPosition.UNDER,
        size_constraints=ft.BoxConstraints(min_width=240, max_width=340, max_height=520),
        items=[
            item("xlsx", teks.AG_EKSPOR_XLSX),
            item("csv", teks.AG_EKSPOR_CSV),
            *[item(kind, words) for kind, words in teks.MENU],
        ],
        content=ft.Container(
            content=row(
                icon(ft.Icons.TABLE_CHART, 18, c.primary),
                text(teks.AG_EKSPOR, "bodyb", c.primary),
                gap=8,
                tight=True,
            ),
            height=40,
            padding=pad(0, 14),
            bgcolor=c.card,
            border_radius=10,
            border=ft.Border.all(1, c.outline),
        ),
    )


def _warnings(page: RosterPage | None, on: RosterActions) -> list[ft.Control]:
    """First what needs somebody: too few members, and members with a notice."""
    if page is None:
        return []
    found: list[ft.Control] = []
    if page.few:
        found.append(_strip(ft.Icons.GROUP_OFF, teks.anggota_kurang(page.few), on.villages))
    if page.noticed:
        place = RosterPlace().choosing(status=NOTICED)
        words = teks.anggota_perhatian(page.noticed)
        found.append(_strip(ft.Icons.CAKE, words, lambda: on.go(place)))
    return found


def _strip(symbol: ft.IconData, words: str, look_at: Callable[[], None]) -> ft.Control:
    pair = colours().wait
    inside = row(
        icon(symbol, 22, pair.fore),
        ft.Container(
            content=beside(
                text(words, "body", pair.fore), text(umum.LIHAT, "bodyb", pair.fore), gap=12
            ),
            expand=True,
        ),
        gap=12,
    )
    name = f"{words} {umum.LIHAT}"
    return pressable(
        inside, look_at, name, padding=pad(11, 16), border_radius=12, bgcolor=pair.back
    )


def _content(wilayah: Wilayah, state: State, on: RosterActions) -> list[ft.Control]:
    page = state.found
    if page is None:
        return [notices.waiting(state, on.again, 10, 50)]
    if not page.lines:
        if state.asked.is_filtered:
            return [
                notices.notice(
                    ft.Icons.SEARCH_OFF, teks.AG_TIDAK_COCOK, umum.HAPUS_SARINGAN,
                    lambda: on.go(RosterPlace()),
                )
            ]  # fmt: skip
        return [notices.notice(ft.Icons.GROUPS, teks.AG_KOSONG)]
    if not look().roomy:
        cards = [lines.card_line(wilayah, line, on.open) for line in page.lines]
        return [*cards, _foot(state, page, on)]
    return [lines.table(wilayah, page.lines, on.open), _foot(state, page, on)]


def _foot(state: State, page: RosterPage, on: RosterActions) -> ft.Control:
    first = (page.number - 1) * PER_PAGE + 1
    words = teks.anggota_ke_berapa(first, first + len(page.lines) - 1, page.total)

    def step(to: int) -> Callable[[], None] | None:
        return (lambda: on.go(state.asked.at(to))) if 1 <= to <= page.pages else None

    told = notices.quiet_words(words)
    return row(
        told if look().narrow else ft.Container(content=told, expand=True),
        outline_button(umum.SEBELUMNYA, step(page.number - 1), ft.Icons.CHEVRON_LEFT),
        outline_button(umum.BERIKUTNYA, step(page.number + 1), ft.Icons.CHEVRON_RIGHT),
        wrap=look().narrow,
    )
