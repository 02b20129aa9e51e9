"""The part where a recap is approved: how it works, the button, the editions so far."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from server.desk.widgets.buttons import filled_button, outline_button
from server.desk.widgets.chips import chip
from server.desk.widgets.layout import card, pad
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import colours
from server.rekap import teks
from server.rekap.approvals import PUBLIC
from server.rekap.desk.actions import RekapActions
from server.rekap.desk.state import Found, RekapState
from server.rekap.editions import Edition, State
from server.rekap.papers import rekap_words as paper
from server.rekap.papers.rekap_facts import Change
from shared.roles import NAMA
from shared.widgets.layout import column, row, wrapped
from shared.wilayah import Wilayah

MOST_CHANGES = 20
_SIGNS = {
    State.MENUNGGU: ("wait", ft.Icons.HOURGLASS_EMPTY),
    State.SAH: ("ok", ft.Icons.VERIFIED),
    State.DIGANTI: ("mute", ft.Icons.HISTORY),
}


def approval(state: RekapState, found: Found, on: RekapActions) -> ft.Control:
    """Everything of it, the newest edition on top."""
    cards = [_edition(state.ctx.wilayah, one, on) for one in found.standing.editions]
    return column(
        _deed(state, found, on), *cards, gap=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )  # fmt: skip


def state_chip(found: Found) -> list[ft.Control]:
    """Where the newest edition stands, in two words."""
    if not found.standing.editions:
        return []
    newest = found.standing.editions[0]
    kind, symbol = _SIGNS[newest.state]
    standing = teks.KEADAAN[newest.state]
    word = f"{teks.EDISI.format(edisi=newest.edisi)}, {standing[0].lower()}{standing[1:]}"
    return [chip(kind, symbol, word)]


def _deed(state: RekapState, found: Found, on: RekapActions) -> ft.Control:
    editions, since = found.standing.editions, found.standing.since
    parts: list[ft.Control] = [second(teks.CARA, "body")]
    if not editions:
        parts.append(text(teks.BELUM_ADA, "body"))
    elif since:
        said = teks.BERUBAH_SEJAK.format(edisi=editions[0].edisi, jumlah=len(since))
        parts += [text(said, "bodyb"), *_changes(state.ctx.wilayah, since)]
    else:
        parts.append(text(teks.TIDAK_BERUBAH.format(edisi=editions[0].edisi), "body"))
    parts += _told(state)
    parts += _button(state, found, on)
    return card(column(*parts, gap=10, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))


def _told(state: RekapState) -> list[ft.Control]:
    if not state.approving:
        return []
    pair = colours().info
    said = text(teks.MENYETUJUI, "bodyb", pair.fore, expand=True)
    inside = row(icon(ft.Icons.HOURGLASS_TOP, 20, pair.fore), said, gap=10)
    return [
        ft.Semantics(
            live_region=True,
            content=ft.Container(
                content=inside, bgcolor=pair.back, border_radius=12, padding=pad(10, 14)
            ),
        )
    ]


def _button(state: RekapState, found: Found, on: RekapActions) -> list[ft.Control]:
    if on.approve is None:
        return [second(teks.TIDAK_BERHAK, "body")]
    standing, me = found.standing, NAMA[state.account.role]
    if standing.is_current and state.account.role in standing.editions[0].roles:
        return [second(teks.SUDAH_ANDA, "body")]
    if state.approving or not found.reading.is_used:
        return []
    number = standing.editions[0].edisi + (not standing.is_current) if standing.editions else 1
    named = teks.SETUJUI_EDISI if number > 1 else teks.SETUJUI_SEBAGAI
    said = named.format(edisi=number, siapa=me)
    if not state.asked_to_approve:
        return [row(filled_button(said, on.ask, ft.Icons.TASK_ALT))]
    return [_question(found, on)]


def _question(found: Found, on: RekapActions) -> ft.Control:
    """Month, what waits, deadline and number; the button lies elsewhere than the one before."""
    lines = [text(line, "body") for line in teks.tanya(found.which.periode, found.asking)]
    deeds = wrapped(
        outline_button(teks.TANYA_BATAL, on.leave, ft.Icons.CLOSE),
        filled_button(teks.TANYA_YA, on.approve, ft.Icons.TASK_ALT),
    )
    return card(
        column(
            text(teks.TANYA_JUDUL, "head"), *lines, deeds,
            gap=8, horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    )  # fmt: skip


def _changes(wilayah: Wilayah, found: Sequence[Change]) -> list[ft.Control]:
    lines = [row(
        icon(ft.Icons.CHANGE_CIRCLE, 16), text(paper.change(wilayah, one), "meta", expand=True),
        gap=8, vertical_alignment=ft.CrossAxisAlignment.START,
    ) for one in found[:MOST_CHANGES]]  # fmt: skip
    rest = len(found) - len(lines)
    more = [second(teks.DAN_LAIN.format(jumlah=rest))] if rest > 0 else []
    return [column(*lines, *more, gap=4, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)]


def _edition(wilayah: Wilayah, one: Edition, on: RekapActions) -> ft.Control:
    kind, symbol = _SIGNS[one.state]
    head = wrapped(
        text(teks.EDISI.format(edisi=one.edisi), "head"),
        chip(kind, symbol, teks.KEADAAN[one.state]),
        gap=10,
    )
    number = one.nomor or teks.TANPA_NOMOR
    signed = [text(teks.disetujui(each.role, each.nama, each.at), "body") for each in one.approvals]
    changed = (
        [text(teks.BERUBAH_DARI, "bodyb"), *_changes(wilayah, one.changes)] if one.changes else []
    )
    deeds = wrapped(*_deeds(one, on))
    return card(
        column(
            head, text(f"{number}, {teks.hari(one.tanggal)}", "bodyb"), *signed,
            second(f"{teks.P_FAKTA['sidik']}: {one.sha256}", "meta", selectable=True), *changed,
            deeds, gap=8, horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    )  # fmt: skip


def _deeds(one: Edition, on: RekapActions) -> list[ft.Control]:
    def fetch() -> None:
        on.open(f"/unduh/rekap/{one.id}.pdf")

    def check() -> None:
        on.open(f"{PUBLIC}{one.check_code}")

    files = []
    if on.pdf is not None:
        named = teks.UNDUH_EDISI.format(edisi=one.edisi)
        files.append(outline_button(named, fetch, ft.Icons.PICTURE_AS_PDF))
    return [*files, outline_button(teks.HALAMAN_PERIKSA, check, ft.Icons.QR_CODE_2)]
