"""The queue at the left: what waits, kejadian on top, then the oldest."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from server.core import teks as umum
from server.desk.widgets.chips import kind_icon
from server.desk.widgets.layout import card, pad
from server.desk.widgets.pressable import pressable
from server.desk.widgets.text import second, text
from server.desk.widgets.theme import colours, look
from server.laporan import teks
from server.laporan.desk.periksa.state import ReviewState
from server.laporan.read_laporan import Line
from shared.clock import tanggal_pendek
from shared.jenis import nama_jenis
from shared.laporan import Kind
from shared.widgets.layout import column, row
from shared.wilayah import Wilayah

WIDTH = 222


def queue_card(state: ReviewState, go: Callable[[str], None]) -> ft.Control:
    """Where there is room a column that scrolls by itself."""
    found = state.queue
    lines = found.lines if found else ()
    at = next((n for n, line in enumerate(lines, 1) if line.id == state.asked), 0)
    total = found.total if found else 0
    place = teks.tempat_di_daftar(at, total) if at else str(total)
    head = row(text(teks.PK_ANTREAN, "bodyb", expand=True), second(place))
    items = [_item(state.ctx.wilayah, line, line.id == state.asked, go) for line in lines]
    body = ft.Column(
        controls=items or [second(teks.PK_SELESAI)],
        spacing=2,
        scroll=ft.ScrollMode.AUTO if look().roomy else None,
        expand=look().roomy,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    inner = ft.Column(
        controls=[ft.Container(content=head, padding=pad(4, 8)), body],
        spacing=4,
        expand=look().roomy,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    width = WIDTH if look().roomy else None
    return card(inner, padding=pad(10, 8), width=width, key="antrean")


def _item(wilayah: Wilayah, line: Line, chosen: bool, go: Callable[[str], None]) -> ft.Control:
    c = colours()
    front = c.on_primary if chosen else c.on_surface
    quiet = c.on_primary if chosen else c.on_surface_variant
    what = umum.KEJADIAN if line.kind == Kind.KEJADIAN else nama_jenis(line.jenis)
    if line.kind == Kind.NIHIL:
        what = umum.NIHIL
    words = f"{tanggal_pendek(line.received_at)}, {what}"
    sign = kind_icon(line.kind, line.jenis)
    if chosen:
        sign.color = front

    told = column(
        text(wilayah.nama_desa(line.desa), "bodyb", front, lines=1),
        text(words, "meta", quiet, lines=1),
        gap=1,
        expand=True,
    )
    return pressable(
        row(sign, told, gap=10),
        lambda: go(line.id),
        f"{wilayah.nama_desa(line.desa)}, {words}",
        chosen=chosen,
        padding=pad(7, 10),
        border_radius=12,
        bgcolor=c.primary if chosen else None,
    )
