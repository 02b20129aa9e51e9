"""Where a report comes from, on a map that needs nobody else's tiles: the villages as dots."""

from __future__ import annotations

import flet as ft
import flet_map as fm

from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import colours
from server.laporan import teks
from server.laporan.desk.laporan_detail import facts
from server.laporan.desk.laporan_detail.labels import Side, sides
from shared.laporan import Lokasi
from shared.widgets.layout import column, row
from shared.wilayah import Desa, Wilayah

_NEAR = 0.02
"""Degrees around the point that are always in the picture: some two kilometres."""
_MARGIN = 28
_NAME_HEIGHT = 18


def position_map(
    wilayah: Wilayah, lokasi: Lokasi, desa: str, tiles: str, height: float
) -> ft.Control:
    """The point among the villages; can be moved and zoomed."""
    corners = _corners(wilayah, lokasi, desa)
    drawn = fm.Map(
        layers=[
            *([fm.TileLayer(url_template=tiles)] if tiles else []),
            _villages(wilayah, desa, _scale(corners, height)),
            _accuracy(lokasi),
            fm.MarkerLayer(markers=[_point(lokasi)]),
        ],
        bgcolor=colours().quiet,
        initial_camera_fit=fm.CameraFit(
            coordinates=corners, padding=ft.Padding.all(_MARGIN), max_zoom=15
        ),
        interaction_configuration=fm.InteractionConfiguration(
            flags=fm.InteractionFlag.ALL & ~fm.InteractionFlag.ROTATE,
            # The page's first field is where the keyboard begins, not the map.
            keyboard_configuration=fm.KeyboardConfiguration(autofocus=False),
        ),
        expand=True,
    )
    words = facts.position(lokasi)
    return column(
        ft.Semantics(
            label=teks.PETA_NAMA.format(titik=words),
            image=True,
            content=ft.Container(
                content=drawn,
                height=height,
                border_radius=12,
                border=ft.Border.all(1, colours().outline_variant),
                clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
            ),
        ),
        row(icon(ft.Icons.PLACE, 18, colours().error), second(words, expand=True), gap=6),
        *_far(wilayah, lokasi, desa),
        gap=8,
    )


def _far(wilayah: Wilayah, lokasi: Lokasi, desa: str) -> list[ft.Control]:
    words = facts.distance(wilayah, lokasi, desa)
    sign = icon(ft.Icons.STRAIGHTEN, 18, colours().primary)
    return [row(sign, second(words, expand=True), gap=6)] if words else []


def _at(lintang: float, bujur: float) -> fm.MapLatitudeLongitude:
    return fm.MapLatitudeLongitude(latitude=lintang, longitude=bujur)


def _corners(wilayah: Wilayah, lokasi: Lokasi, desa: str) -> list[fm.MapLatitudeLongitude]:
    """What must be in the picture: the surroundings of the point, and the village it names."""
    around = [
        _at(lokasi.lintang + up, lokasi.bujur + right)
        for up in (-_NEAR, _NEAR)
        for right in (-_NEAR, _NEAR)
    ]
    home = wilayah.by_kode.get(desa)
    return [*around, *([_at(home.lintang, home.bujur)] if home else [])]


def _scale(corners: list[fm.MapLatitudeLongitude], height: float) -> float:
    """Pixels a degree when the map opens; it is lower than wide, so the height decides."""
    tall = [corner.latitude for corner in corners]
    return (height - 2 * _MARGIN) / (max(tall) - min(tall))


def _villages(wilayah: Wilayah, own: str, scale: float) -> fm.MarkerLayer:
    placed = sides(wilayah.desa, own, scale)
    return fm.MarkerLayer(
        markers=[_village(desa, desa.kode == own, placed[desa.kode]) for desa in wilayah.desa]
    )


def _village(desa: Desa, own: bool, side: Side) -> fm.Marker:
    """As much above the dot as below it: the middle of a marker lies on its place."""
    c = colours()
    dot = ft.Container(width=9, height=9, border_radius=5, bgcolor=c.primary if own else c.outline)
    colour = c.on_surface if own else c.on_surface_variant
    name = ft.Container(
        content=text(desa.nama, "metab" if own else "meta", colour), height=_NAME_HEIGHT
    )
    blank = ft.Container(height=_NAME_HEIGHT)
    parts = {Side.BELOW: (blank, dot, name), Side.ABOVE: (name, dot, blank)}.get(
        side, (blank, dot, ft.Container(height=_NAME_HEIGHT))
    )
    return fm.Marker(
        content=column(*parts, gap=0, horizontal_alignment=ft.CrossAxisAlignment.CENTER),
        coordinates=_at(desa.lintang, desa.bujur),
        width=130,
        height=2 * _NAME_HEIGHT + 9,
    )


def _point(lokasi: Lokasi) -> fm.Marker:
    return fm.Marker(
        content=ft.Icon(ft.Icons.PLACE, size=36, color=colours().error),
        coordinates=_at(lokasi.lintang, lokasi.bujur),
        width=36,
        height=36,
        alignment=ft.Alignment.TOP_CENTER,
    )


def _accuracy(lokasi: Lokasi) -> fm.CircleLayer:
    c = colours()
    return fm.CircleLayer(
        circles=[
            fm.CircleMarker(
                coordinates=_at(lokasi.lintang, lokasi.bujur),
                radius=max(lokasi.akurasi_m or 0, 1),
                use_radius_in_meter=True,
                color=ft.Colors.with_opacity(0.18, c.error),
                border_color=c.error,
                border_stroke_width=1,
            )
        ]
    )
