"""The picture of one report. Only data and callbacks come in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.core import teks as umum
from server.desk.widgets import notices
from server.desk.widgets.buttons import icon_button, outline_button
from server.desk.widgets.chips import kejadian_chip, kind_icon, status_chip
from server.desk.widgets.layout import card, pad, rule
from server.desk.widgets.text import copyable, icon, second, text
from server.desk.widgets.theme import colours, look
from server.laporan import desk_laporan, teks
from server.laporan.desk.laporan_detail import facts, map, photos
from server.laporan.desk.laporan_detail.doubts import doubts
from server.laporan.read_staff import LaporanPage
from shared.laporan import Kind
from shared.widgets.layout import column, row, wrapped
from shared.wilayah import Wilayah

SIDE_WIDTH = 336


@dataclass(frozen=True)
class DetailActions:
    """What the person can do here."""

    back: Callable[[], None]
    open: Callable[[str], None]
    again: Callable[[], None]
    photo: photos.PhotoActions


def lead(on: DetailActions) -> ft.Control:
    return icon_button(ft.Icons.ARROW_BACK, teks.RINCIAN_KEMBALI, on.back)


def head_actions(page: LaporanPage | None, on: DetailActions) -> list[ft.Control]:
    """The report before and after in the list that this one was opened from."""
    if page is None:
        return []

    def step(ident: str | None) -> Callable[[], None] | None:
        return (lambda: on.open(ident)) if ident else None

    before, after = step(page.before), step(page.after)
    if look().narrow:
        return [
            icon_button(ft.Icons.CHEVRON_LEFT, teks.LAPORAN_SEBELUM, before),
            icon_button(ft.Icons.CHEVRON_RIGHT, teks.LAPORAN_BERIKUT, after),
        ]
    return [
        outline_button(umum.SEBELUMNYA, before, ft.Icons.CHEVRON_LEFT, tip=teks.LAPORAN_SEBELUM),
        outline_button(umum.BERIKUTNYA, after, ft.Icons.CHEVRON_RIGHT, tip=teks.LAPORAN_BERIKUT),
    ]


def sub_title(page: LaporanPage | None) -> str | None:
    return teks.tempat_di_daftar(page.place, page.total) if page and page.place else None


def body(
    wilayah: Wilayah,
    page: LaporanPage,
    shown: list[photos.PhotoFacts],
    tiles: str,
    on: DetailActions,
) -> ft.Control:
    """On a desk two columns that scroll by themselves, on a phone one."""
    side = [*_origin(page), _position(wilayah, page, tiles), _phone(page), _history(page)]
    if look().narrow:
        return ft.Column(
            controls=[_report(wilayah, page, shown, on), *side, ft.Container(height=12)],
            spacing=12,
            expand=True,
            scroll=ft.ScrollMode.AUTO,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    return ft.Row(
        controls=[
            ft.Column(
                controls=[_report(wilayah, page, shown, on)],
                expand=True,
                scroll=ft.ScrollMode.AUTO,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
            ft.Column(
                controls=side,
                spacing=12,
                width=SIDE_WIDTH,
                scroll=ft.ScrollMode.AUTO,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
        ],
        spacing=14,
        expand=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def missing(on: DetailActions) -> ft.Control:
    return notices.notice(
        ft.Icons.SEARCH_OFF, teks.RINCIAN_TIDAK_ADA, teks.RINCIAN_KEMBALI, on.back
    )


def _report(
    wilayah: Wilayah, page: LaporanPage, shown: list[photos.PhotoFacts], on: DetailActions
) -> ft.Control:
    parts: list[ft.Control] = [_title(wilayah, page), *doubts(page), rule()]
    if shown:
        strip = ft.Container(content=photos.strip(shown, on.photo), padding=pad(14, 16))
        parts += [strip, rule()]
    fields = [_field(label, value) for label, value in facts.fields(page.laporan)]
    copied = copyable(column(*fields, gap=0), teks.RINCIAN_ISI)
    parts.append(ft.Container(content=copied, padding=pad(8, 0)))
    return card(
        column(*parts, gap=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), padding=0
    )


def _title(wilayah: Wilayah, page: LaporanPage) -> ft.Control:
    line = page.detail.line
    words = teks.RESI_MASUK.format(resi=line.resi, waktu=facts.short(line.received_at))
    chip = status_chip(line.status, incomplete=line.foto_utuh < line.jumlah_foto)
    urgent = [kejadian_chip()] if line.kind == Kind.KEJADIAN else []
    heading = text(
        f"{facts.title(page)}, {umum.DESA.format(nama=wilayah.nama_desa(line.desa))}", "head"
    )
    name = column(
        wrapped(heading, *urgent, gap=6),
        second(words),
        *([row(chip)] if look().narrow else []),
        gap=2 if not look().narrow else 6,
        expand=True,
    )
    right = [] if look().narrow else [chip]
    return ft.Container(
        content=row(kind_icon(line.kind, line.jenis, 24), name, *right, gap=12),
        padding=pad(12, 16),
    )


def _field(label: str, value: str) -> ft.Control:
    told = text(value, "body") if value else second(umum.TIDAK_DIISI, "body")
    return ft.Container(
        content=row(
            ft.Container(content=second(label), width=112, padding=pad(top=1)),
            ft.Container(content=told, expand=True),
            gap=10,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        padding=pad(6, 16),
    )


def _side_card(title: str, *parts: ft.Control) -> ft.Container:
    return card(
        column(
            text(title, "head"), *parts, gap=10,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    )  # fmt: skip


def _position(wilayah: Wilayah, page: LaporanPage, tiles: str) -> ft.Control:
    lokasi = page.laporan.lokasi
    if lokasi is None:
        none = row(icon(ft.Icons.LOCATION_OFF), second(teks.PETA_TANPA, "body", expand=True))
        return _side_card(teks.PETA, none)
    height = 240 if look().narrow else 210
    return _side_card(
        teks.PETA, map.position_map(wilayah, lokasi, page.detail.line.desa, tiles, height)
    )


def _origin(page: LaporanPage) -> list[ft.Control]:
    """Said plainly: the kecamatan wrote it, and from which words."""
    found = desk_laporan.origin(page.detail.message)
    if found is None:
        return []
    told = second(teks.TEMPEL_OLEH.format(oleh=found.oleh), "body")
    said = text(found.teks or teks.TEMPEL_TEKS_HILANG, "meta", selectable=True)
    words = ft.Container(
        content=said, bgcolor=colours().quiet, border_radius=10, padding=pad(10, 12),
    )  # fmt: skip
    return [_side_card(teks.TEMPEL_ASAL, told, words)]


def _phone(page: LaporanPage) -> ft.Control:
    pairs = [
        column(second(label), text(value or umum.TIDAK_DIISI, "body"), gap=0)
        for label, value in facts.phone_facts(page)
    ]
    warned = [_clock_warning()] if facts.clock_is_off(page) else []
    return _side_card(teks.PERANGKAT, *warned, copyable(column(*pairs, gap=10), teks.PERANGKAT))


def _clock_warning() -> ft.Control:
    pair = colours().wait
    return ft.Container(
        content=row(
            icon(ft.Icons.SCHEDULE, 18, pair.fore),
            text(teks.JAM_PERIKSA, "metab", pair.fore, expand=True),
        ),
        bgcolor=pair.back,
        border_radius=10,
        padding=pad(8, 12),
    )


def _history(page: LaporanPage) -> ft.Control:
    return _side_card(teks.RIWAYAT, *[_event(event) for event in facts.history(page)])


def _event(event: facts.Event) -> ft.Control:
    symbol = ft.Icons.MOVE_TO_INBOX if event.status is None else ft.Icons.FACT_CHECK
    by = f"{event.by}, {facts.short(event.at)}" if event.by else facts.short(event.at)
    return row(
        icon(symbol, 20, colours().primary),
        column(text(event.title, "bodyb"), second(by), gap=0, expand=True),
        gap=10,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
