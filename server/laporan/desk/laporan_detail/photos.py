"""The photos of a report: small ones in a row, and one enlarged over everything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import flet as ft

from server.core import teks as umum
from server.desk.widgets.buttons import icon_button
from server.desk.widgets.layout import pad
from server.desk.widgets.pressable import pressable
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import colours, look
from server.laporan import teks
from server.laporan.desk.laporan_detail import facts
from server.laporan.read_laporan import PhotoOfLaporan
from server.laporan.read_staff import LaporanPage
from shared.laporan import Foto
from shared.widgets.layout import column, row, wrapped

PHOTO_PATH = "/foto/{laporan}/{sha256}"

_SHADE = "#F2101512"
_ON_SHADE = "#FFFFFF"
_VEIL = "#59101512"


@dataclass(frozen=True)
class PhotoActions:
    enlarge: Callable[[int], None]
    uncover: Callable[[str], None]
    close: Callable[[], None]
    step: Callable[[int], None]


@dataclass(frozen=True)
class PhotoFacts:
    """One photo as it may be shown to this person."""

    index: int
    ident: str
    photo: PhotoOfLaporan
    told: Foto | None
    may_see: bool
    covered: bool

    @property
    def number(self) -> int:
        return self.index + 1

    def address(self, *, small: bool) -> str:
        path = PHOTO_PATH.format(laporan=self.ident, sha256=self.photo.sha256)
        return f"{path}?size=small" if small else path


def photo_facts(
    page: LaporanPage, *, may_see_sensitif: bool, uncovered: frozenset[str]
) -> list[PhotoFacts]:
    """All photos of the version in force, in their order."""
    told = {foto.sha256: foto for foto in page.laporan.foto}
    return [
        PhotoFacts(
            index=index,
            ident=page.detail.line.id,
            photo=photo,
            told=told.get(photo.sha256),
            may_see=may_see_sensitif or not photo.sensitif,
            covered=photo.sensitif and photo.sha256 not in uncovered,
        )
        for index, photo in enumerate(page.detail.foto)
    ]


def strip(photos: list[PhotoFacts], on: PhotoActions) -> ft.Control:
    """Small pictures, big enough to judge by, and what is known of them."""
    pictures = wrapped(
        *[thumbnail(photo, on, _size(len(photos))) for photo in photos],
        gap=12,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    return column(pictures, wrapped(*known(photos), gap=16), gap=10)


def viewer(photos: list[PhotoFacts], index: int, on: PhotoActions) -> ft.Control:
    """One photo over everything; next and previous go round."""
    photo = photos[index]
    several = sum(p.photo.whole for p in photos) > 1

    def arrow(symbol: ft.IconData, name: str, by: int) -> ft.Control:
        if not several:
            return ft.Container(width=8)
        return icon_button(symbol, name, lambda: on.step(by), colour=_ON_SHADE, size=30)

    head = row(
        ft.Semantics(
            live_region=True,
            content=text(
                f"{umum.FOTO} {teks.tempat_di_daftar(photo.number, len(photos))}", "head", _ON_SHADE
            ),
        ),
        ft.Container(expand=True),
        icon_button(ft.Icons.CLOSE, teks.FOTO_TUTUP, on.close, colour=_ON_SHADE, size=28),
    )
    return ft.Container(
        content=ft.Column(
            controls=[
                head,
                ft.Row(
                    controls=[
                        arrow(ft.Icons.CHEVRON_LEFT, teks.FOTO_SEBELUM, -1),
                        ft.Container(content=_large(photo, on), expand=True),
                        arrow(ft.Icons.CHEVRON_RIGHT, teks.FOTO_BERIKUT, 1),
                    ],
                    expand=True,
                    spacing=4,
                ),
                _caption(photo),
            ],
            spacing=8,
            expand=True,
        ),
        left=0,
        top=0,
        right=0,
        bottom=0,
        bgcolor=_SHADE,
        padding=pad(12, 8 if look().narrow else 20),
    )


def known(photos: list[PhotoFacts]) -> list[ft.Control]:
    """When the first was taken, how many have come, and how to see more."""
    whole = sum(p.photo.whole for p in photos)
    taken = next((p.told.diambil for p in photos if p.told and p.told.diambil), None)
    lines = [(ft.Icons.CLOUD_DONE, teks.foto_sampai(whole, len(photos)))]
    if taken:
        lines.insert(0, (ft.Icons.PHOTO_CAMERA, f"{teks.DIAMBIL} {facts.moment(taken)}"))
    if any(p.photo.whole and p.may_see for p in photos):
        lines.append((ft.Icons.ZOOM_IN, teks.KLIK_PERBESAR))
    colour = colours().primary
    return [row(icon(sign, 17, colour), second(words), gap=6, tight=True) for sign, words in lines]


def _size(count: int) -> tuple[float, float]:
    """As large as a row of them allows."""
    if look().narrow:
        return 164, 122
    return (206, 152) if count < 4 or not look().roomy else (168, 126)


def thumbnail(photo: PhotoFacts, on: PhotoActions, size: tuple[float, float]) -> ft.Control:
    """A small picture with its caption below."""
    width, height = size
    if not photo.photo.whole:
        inner = _placeholder(ft.Icons.CLOUD_SYNC, teks.FOTO_BELUM.format(n=photo.number))
    elif not photo.may_see:
        inner = _placeholder(ft.Icons.VISIBILITY_OFF, teks.SENSITIF)
    else:
        inner = _small(photo)
    name, press = _deed(photo, on)
    named = pressable(
        inner,
        press,
        name,
        width=width,
        height=height,
        border_radius=12,
        bgcolor=colours().quiet,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )
    caption = photo.photo.keterangan
    below = [ft.Container(content=second(caption, lines=2), width=width)] if caption else []
    return column(named, *below, gap=4)


def _deed(photo: PhotoFacts, on: PhotoActions) -> tuple[str, Callable[[], None] | None]:
    """What the small picture is called, and what a press on it does."""
    if not photo.photo.whole:
        return teks.FOTO_BELUM.format(n=photo.number), None
    if not photo.may_see:
        return teks.SENSITIF_TUTUP.format(n=photo.number), None
    if photo.covered:
        return (
            teks.SENSITIF_LIHAT.format(n=photo.number),
            lambda: on.uncover(photo.photo.sha256),
        )
    return teks.PERBESAR.format(n=photo.number), lambda: on.enlarge(photo.index)


def _small(photo: PhotoFacts) -> ft.Control:
    picture = ft.Image(
        src=photo.address(small=True),
        fit=ft.BoxFit.COVER,
        left=0,
        top=0,
        right=0,
        bottom=0,
        exclude_from_semantics=True,
        error_content=_placeholder(ft.Icons.BROKEN_IMAGE, teks.FOTO_RUSAK.format(n=photo.number)),
    )
    over = [_veil()] if photo.covered else [_mark()] if photo.photo.sensitif else []
    return ft.Stack(controls=[picture, *over], expand=True)


def _large(photo: PhotoFacts, on: PhotoActions) -> ft.Control:
    if not photo.may_see:
        return _placeholder(ft.Icons.VISIBILITY_OFF, teks.SENSITIF)
    picture = ft.Image(
        src=photo.address(small=False),
        fit=ft.BoxFit.CONTAIN,
        semantics_label=f"{umum.FOTO} {photo.number}",
        gapless_playback=True,
        error_content=_placeholder(ft.Icons.BROKEN_IMAGE, teks.FOTO_RUSAK.format(n=photo.number)),
    )
    if photo.covered:
        words = teks.SENSITIF_LIHAT.format(n=photo.number)
        inside = column(
            icon(ft.Icons.VISIBILITY_OFF, 40, _ON_SHADE),
            text(words, "body", _ON_SHADE),
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        )
        uncover = partial(on.uncover, photo.photo.sha256)
        return pressable(inside, uncover, words, alignment=ft.Alignment.CENTER)
    return ft.InteractiveViewer(content=picture, min_scale=1, max_scale=5, expand=True)


def _veil() -> ft.Container:
    """Blurs what lies under it."""
    return ft.Container(
        content=column(
            icon(ft.Icons.VISIBILITY_OFF, 22, _ON_SHADE),
            text(teks.SENSITIF, "metab", _ON_SHADE),
            gap=4,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        alignment=ft.Alignment.CENTER,
        left=0,
        top=0,
        right=0,
        bottom=0,
        bgcolor=_VEIL,
        blur=ft.Blur(16, 16),
    )


def _mark() -> ft.Container:
    """What an uncovered photo still says of itself."""
    words = row(
        icon(ft.Icons.VISIBILITY_OFF, 15, _ON_SHADE),
        text(teks.SENSITIF, "metab", _ON_SHADE),
        gap=4,
        tight=True,
    )
    return ft.Container(
        content=words, left=0, bottom=0, bgcolor=_SHADE, padding=pad(3, 7),
        border_radius=ft.BorderRadius.only(top_right=10),
    )  # fmt: skip


def _placeholder(symbol: ft.IconData, words: str) -> ft.Container:
    return ft.Container(
        content=column(
            icon(symbol, 24),
            second(words, text_align=ft.TextAlign.CENTER),
            gap=6,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        alignment=ft.Alignment.CENTER,
        padding=10,
    )


def _caption(photo: PhotoFacts) -> ft.Control:
    told = photo.told
    parts = [teks.SENSITIF if photo.photo.sensitif else "", photo.photo.keterangan]
    if told and told.diambil:
        parts.append(f"{teks.DIAMBIL} {facts.moment(told.diambil)}")
    if told and told.lokasi:
        parts.append(facts.position(told.lokasi))
    return ft.Container(
        content=text("  ·  ".join(filter(None, parts)), "body", _ON_SHADE,
                     text_align=ft.TextAlign.CENTER),
        alignment=ft.Alignment.CENTER,
        padding=pad(4, 12),
    )  # fmt: skip
