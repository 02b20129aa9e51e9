"""The picture of personal data: retention with its preview, requests, what to do after a breach."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.desk.widgets import notices
from server.desk.widgets.buttons import filled_button, outline_button
from server.desk.widgets.layout import card, pane, rule
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import colours, look
from server.pribadi import teks
from server.pribadi.desk.pribadi.state import PrivacyState
from server.pribadi.retention import FOTO, Plan, Rule
from shared.clock import tanggal
from shared.widgets.layout import column, row, wrapped

Press = Callable[[], None]


@dataclass(frozen=True)
class PrivacyActions:
    """What the person can do here."""

    again: Press
    run: Press
    settings: Press
    members: Press
    notice: Press


def body(state: PrivacyState, on: PrivacyActions) -> ft.Control:
    """Trouble, loading, or three cards."""
    if state.found is None:
        return notices.waiting(state, on.again, 4, 70)
    left = [_retention(state, state.found, on), _requests(on)]
    right = [_breach()]
    if look().narrow:
        return pane(*left, *right, ft.Container(height=12))
    return ft.Row(
        controls=[pane(*left), pane(*right)],
        spacing=14,
        expand=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _retention(state: PrivacyState, plan: Plan, on: PrivacyActions) -> ft.Control:
    parts: list[ft.Control] = [second(teks.DP_SIMPAN_ISI, "body")]
    for found in (plan.foto, plan.laporan, plan.mantan):
        parts += [rule(), _rule(found)]
    if plan.niks:
        parts += [rule(), text(teks.DP_NIK.format(n=plan.niks), "bodyb", colours().error)]
    deeds: list[ft.Control] = [outline_button(teks.DP_UBAH, on.settings, ft.Icons.EDIT)]
    if state.asking:
        parts.append(text(teks.DP_TANYA, "bodyb", colours().error))
        deeds = [
            filled_button(teks.DP_YA, on.run, ft.Icons.DELETE_FOREVER),
            outline_button(teks.DP_BATAL, state.leave),
        ]
    elif not plan.is_empty:
        deeds.append(outline_button(teks.DP_JALANKAN, state.ask, ft.Icons.DELETE_OUTLINE))
    return _card(ft.Icons.SCHEDULE, teks.DP_SIMPAN, *parts, wrapped(*deeds))


def _rule(found: Rule) -> ft.Control:
    """How long it is kept, and what of it is too old."""
    decided = teks.DP_ATURAN.format(n=found.years) if found.before else teks.DP_BELUM
    lines: list[ft.Control] = [text(teks.DP_BARIS[found.key], "bodyb"), text(decided)]
    if found.before:
        day = tanggal(found.before, weekday=False)
        words = teks.DP_AKAN_FOTO if found.key == FOTO else teks.DP_AKAN
        mb = f"{found.size / 1e6:.1f}".replace(".", ",")
        going = words.format(n=found.count, tanggal=day, mb=mb)
        quiet = second(teks.DP_TIDAK.format(tanggal=day), "body")
        lines.append(text(going, "bodyb", colours().fix.fore) if found.count else quiet)
    return column(*lines, gap=2)


def _requests(on: PrivacyActions) -> ft.Control:
    deeds = wrapped(
        outline_button(teks.DP_KE_ANGGOTA, on.members, ft.Icons.GROUPS),
        outline_button(teks.DP_PEMBERITAHUAN, on.notice, ft.Icons.PRIVACY_TIP),
    )
    return _card(ft.Icons.PERSON_SEARCH, teks.DP_HAK, text(teks.DP_HAK_ISI), deeds)


def _breach() -> ft.Control:
    """Eight steps in their order."""
    steps = [
        row(
            ft.Container(
                content=text(str(number), "bodyb", colours().on_primary_container), width=28,
                height=28, border_radius=14, bgcolor=colours().primary_container,
                alignment=ft.Alignment.CENTER,
            ),
            text(words, expand=True), gap=12, vertical_alignment=ft.CrossAxisAlignment.START,
        )
        for number, words in enumerate(teks.DP_BOCOR_ISI, start=1)
    ]  # fmt: skip
    return _card(ft.Icons.GPP_MAYBE, teks.DP_BOCOR, *steps)


def _card(symbol: ft.IconData, title: str, *parts: ft.Control) -> ft.Control:
    head = row(
        icon(symbol, 22, colours().primary),
        ft.Semantics(content=text(title, "head"), header=True),
        gap=10,
    )
    return card(column(head, *parts, gap=12, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))
