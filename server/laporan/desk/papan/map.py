"""The month's reports over the villages' centres; it needs nobody's tiles."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft
import flet_map as fm

from server.desk.widgets.layout import card, edge, pad
from server.desk.widgets.pressable import pressable
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import colours
from server.laporan import teks
from server.laporan.desk.addresses import LaporanPlace, ListPlace
from server.laporan.desk.laporan_detail.labels import Side, sides
from server.laporan.desk.papan.actions import BoardActions
from server.laporan.month_board import Board, Point
from server.laporan.read_staff import ListFilter
from shared.clock import nama_bulan
from shared.jenis import nama_jenis
from shared.laporan import Kind
from shared.widgets.layout import column, row
from shared.wilayah import Desa, Wilayah

HEIGHT = 380
_MARGIN = 26
_NAME = 18
_NEWEST = 3
_LEAST = 0.02
"""In degrees: what the map shows at least from end to end, some 2 km."""


def month_map(wilayah: Wilayah, board: Board, on: BoardActions, tiles: str) -> ft.Control:
    """The villages with how many reports each has; kejadian stand out and can be pressed."""
    kejadian = [point for point in board.points if point.kind == Kind.KEJADIAN]
    name = teks.PAPAN_PETA_NAMA.format(
        bulan=nama_bulan(board.bulan), laporan=board.laporan, kejadian=board.kejadian
    )
    return card(
        column(
            ft.Semantics(content=text(teks.PAPAN_PETA, "head"), header=True),
            ft.Semantics(
                label=name,
                image=True,
                content=ft.Container(
                    content=_drawn(wilayah, board, kejadian, on, tiles),
                    height=HEIGHT,
                    border_radius=12,
                    border=edge(colours().outline_variant),
                    clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
                ),
            ),
            second(teks.PAPAN_TITIK),
            *_newest(wilayah, kejadian[:_NEWEST], on, board),
            gap=8,
        ),
        padding=pad(14, 16),
    )


def _drawn(
    wilayah: Wilayah, board: Board, kejadian: list[Point], on: BoardActions, tiles: str
) -> fm.Map:
    corners = [
        _at(lintang, bujur)
        for lintang, bujur in zip(
            _ends([d.lintang for d in wilayah.desa]), _ends([d.bujur for d in wilayah.desa]),
            strict=True,
        )
    ]  # fmt: skip
    return fm.Map(
        layers=[
            *([fm.TileLayer(url_template=tiles)] if tiles else []),
            fm.CircleLayer(circles=[_dot(p) for p in board.points if p.kind == Kind.KEGIATAN]),
            _villages(wilayah, board, corners),
            fm.MarkerLayer(
                markers=[_sign(wilayah, point, _open(point, on, board)) for point in kejadian]
            ),
        ],
        bgcolor=colours().quiet,
        initial_camera_fit=fm.CameraFit(
            coordinates=corners, padding=ft.Padding.all(_MARGIN), max_zoom=15
        ),
        # The page scrolls over it: a map that caught the wheel would be in the way.
        # Left alone, it would also take the keyboard's focus as soon as the page opens.
        interaction_configuration=fm.InteractionConfiguration(
            flags=fm.InteractionFlag.NONE,
            keyboard_configuration=fm.KeyboardConfiguration.disabled(),
        ),
        expand=True,
    )


def _ends(degrees: list[float]) -> tuple[float, float]:
    """The least and the greatest, set apart where all centres lie in one place."""
    low, high = min(degrees), max(degrees)
    apart = max(_LEAST - (high - low), 0) / 2
    return low - apart, high + apart


def _at(lintang: float, bujur: float) -> fm.MapLatitudeLongitude:
    return fm.MapLatitudeLongitude(latitude=lintang, longitude=bujur)


def _villages(
    wilayah: Wilayah, board: Board, corners: list[fm.MapLatitudeLongitude]
) -> fm.MarkerLayer:
    tall = [corner.latitude for corner in corners]
    scale = (HEIGHT - 2 * _MARGIN) / (max(tall) - min(tall))
    busiest = max(board.villages, key=lambda village: village.laporan).desa
    placed = sides(wilayah.desa, busiest, scale)
    counts = {village.desa: village.laporan for village in board.villages}
    return fm.MarkerLayer(
        markers=[_village(desa, counts[desa.kode], placed[desa.kode]) for desa in wilayah.desa]
    )


def _village(desa: Desa, count: int, side: Side) -> fm.Marker:
    """A disc with its number, as much above its place as below."""
    c = colours()
    disc = ft.Container(
        content=text(str(count), "metab", c.on_primary if count else c.on_surface_variant),
        bgcolor=c.primary if count else c.card,
        border=edge(c.primary if count else c.outline),
        border_radius=12,
        width=24,
        height=24,
        alignment=ft.Alignment.CENTER,
    )
    name = ft.Container(content=second(desa.nama), height=_NAME)
    parts, end = {
        Side.BELOW: ((disc, name), ft.MainAxisAlignment.END),
        Side.ABOVE: ((name, disc), ft.MainAxisAlignment.START),
    }.get(side, ((disc,), ft.MainAxisAlignment.CENTER))
    return fm.Marker(
        content=column(
            *parts, gap=0, tight=False, alignment=end,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        coordinates=_at(desa.lintang, desa.bujur),
        width=130,
        height=2 * _NAME + 24,
    )  # fmt: skip


def _dot(point: Point) -> fm.CircleMarker:
    c = colours()
    return fm.CircleMarker(
        coordinates=_at(point.lintang, point.bujur),
        radius=4,
        color=ft.Colors.with_opacity(0.55, c.primary),
        border_color=c.card,
        border_stroke_width=1,
    )


def _sign(wilayah: Wilayah, point: Point, press: Callable[[], None]) -> fm.Marker:
    c = colours()
    return fm.Marker(
        content=pressable(
            ft.Icon(ft.Icons.PRIORITY_HIGH, size=12, color=c.on_error),
            press,
            _told(wilayah, point),
            bgcolor=c.error,
            border=ft.Border.all(1.5, c.card),
            border_radius=10,
            alignment=ft.Alignment.CENTER,
        ),
        coordinates=_at(point.lintang, point.bujur),
        # Beside its place, so that the number below stays readable.
        alignment=ft.Alignment.TOP_RIGHT,
        width=20,
        height=20,
    )


def _newest(
    wilayah: Wilayah, kejadian: list[Point], on: BoardActions, board: Board
) -> list[ft.Control]:
    """The newest kejadian in words: the map alone tells nothing to a screen reader."""
    if not kejadian:
        return []
    return [second(teks.PAPAN_KEJADIAN_TERBARU, "metab"), *[
        _kejadian(wilayah, point, _open(point, on, board)) for point in kejadian
    ]]  # fmt: skip


def _kejadian(wilayah: Wilayah, point: Point, press: Callable[[], None]) -> ft.Control:
    words = _told(wilayah, point)
    inside = row(
        icon(ft.Icons.PRIORITY_HIGH, 18, colours().error),
        text(words, lines=1, expand=True),
        icon(ft.Icons.CHEVRON_RIGHT, 18),
    )
    return pressable(inside, press, words, padding=pad(6, 4), border_radius=8)


def _told(wilayah: Wilayah, point: Point) -> str:
    """``Kebakaran, Mungkur Uyam: RT 03``"""
    return f"{nama_jenis(point.jenis)}, {wilayah.nama_desa(point.desa)}: {point.tempat}"


def _open(point: Point, on: BoardActions, board: Board) -> Callable[[], None]:
    origin = ListPlace(ListFilter(kind=Kind.KEJADIAN, bulan=board.bulan))
    return lambda: on.go(LaporanPlace(point.id, origin))
