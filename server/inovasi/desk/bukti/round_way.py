"""The way from the kecamatan to the national system, drawn in three lanes; one step is opened."""

from __future__ import annotations

import flet as ft

from server.desk.widgets.buttons import filled_button, outline_button
from server.desk.widgets.layout import edge, pad
from server.desk.widgets.pressable import pressable
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import chip_colours, colours, look
from server.inovasi import teks
from server.inovasi.desk.bukti import parts
from server.inovasi.desk.bukti.round_actions import RoundActions
from server.inovasi.innovation_round import Round, WayStep
from shared.widgets.layout import column, row


def way(found: Round, opened: str, on: RoundActions) -> ft.Control:
    """Lane by lane, arrows between them, and what the opened step says."""
    now = found.next_step
    chosen = next((one for one in found.way if one.kode == opened), now or found.way[-1])
    lanes = [_lane(found, lane, chosen, on) for lane in teks.KL_LAJUR]
    return parts.section(
        teks.KL_JALAN,
        second(teks.KL_JALAN_KET),
        _drawn(lanes),
        _opened(chosen, on),
    )


def _drawn(lanes: list[ft.Control]) -> ft.Control:
    narrow = look().narrow
    arrow = ft.Icons.ARROW_DOWNWARD if narrow else ft.Icons.ARROW_FORWARD
    placed: list[ft.Control] = []
    for lane in lanes:
        if placed:
            placed.append(row(icon(arrow, 28, colours().primary), tight=True))
        placed.append(lane if narrow else ft.Container(content=lane, expand=True))
    if narrow:
        return column(*placed, gap=6, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return row(*placed, gap=10, vertical_alignment=ft.CrossAxisAlignment.START)


def _lane(found: Round, lane: str, chosen: WayStep, on: RoundActions) -> ft.Control:
    steps = [
        _node(number, one, one == chosen, one == found.next_step, on)
        for number, one in enumerate(found.way, 1)
        if one.lajur == lane
    ]
    drawn: list[ft.Control] = []
    for step in steps:
        if drawn:
            drawn.append(row(icon(ft.Icons.ARROW_DOWNWARD, 16), tight=True))
        drawn.append(step)
    return ft.Container(
        content=column(
            text(found.wilayah.told(teks.KL_LAJUR[lane]), "metab"), *drawn, gap=4,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        bgcolor=colours().quiet, border_radius=14, padding=pad(12, 12),
    )  # fmt: skip


def _node(number: int, one: WayStep, chosen: bool, is_next: bool, on: RoundActions) -> ft.Control:
    """One step as a box; green when done, the next one stands out."""
    kind = "ok" if one.done else "info" if is_next else "mute"
    pair = chip_colours(kind)
    sign = ft.Icons.CHECK_CIRCLE if one.done else ft.Icons.RADIO_BUTTON_UNCHECKED
    name = teks.KL_JALAN_BACA.format(
        n=number, nama=one.nama, keadaan=teks.KL_JALAN_KEADAAN[one.done]
    )
    inside = row(
        icon(sign, 18, pair.fore),
        column(
            text(f"{number}. {one.nama}", "bodyb", pair.fore),
            second(one.siapa),
            gap=1,
            expand=True,
        ),
        gap=8,
    )
    border = colours().primary if chosen else colours().outline_variant
    return pressable(
        inside, lambda: on.open_step(one.kode), name, chosen=chosen, bgcolor=pair.back,
        border_radius=10, padding=pad(8, 10), border=edge(border, 2 if chosen else 1),
    )  # fmt: skip


def _opened(one: WayStep, on: RoundActions) -> ft.Control:
    told = column(
        text(one.nama, "head"),
        text(teks.KL_JALAN_SIAPA.format(siapa=one.siapa), "bodyb"),
        text(one.isi),
        parts.source(one.sumber, one.yakin),
        gap=4,
        expand=True,
    )
    press = (
        outline_button(teks.KL_JALAN_SUDAH, lambda: on.tick(one.kode), ft.Icons.CHECK_CIRCLE)
        if one.done
        else filled_button(teks.KL_JALAN_BELUM, lambda: on.tick(one.kode), ft.Icons.CHECK)
    )
    deeds = [press] if on.writes else []
    if look().narrow:
        return parts.stacked(told, *deeds)
    return row(told, *deeds, gap=14)
