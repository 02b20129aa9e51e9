"""What Beranda looks like: what is read above, what is done below, under the thumb."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import flet as ft

from mobile import teks, teks_hp
from mobile.ports import Browser, TroubleKind
from mobile.screens import peramban
from mobile.screens.beranda import connection, news
from mobile.screens.laporan.view import lead
from mobile.screens.words import (
    brief,
    day_ago,
    first_part,
    month_name,
    resume_words,
    room_words,
    row_title,
    short_day,
    when,
)
from mobile.usecases.read import Home, Row
from mobile.usecases.sentences import at_field, clock_warning, damage
from mobile.widgets import banners, buttons, cards
from mobile.widgets.assets import address
from mobile.widgets.layout import head_and_note, pad, side_by_side, stretched
from mobile.widgets.skeleton import row_bones
from mobile.widgets.text import icon, second, text
from mobile.widgets.theme import MARGIN, colours, look
from shared.clock import tanggal
from shared.status import PhoneState
from shared.widgets.layout import column, row

I = ft.Icons  # noqa: E741
Tap = Callable[..., Any]
Picture = Callable[[Row], str | bytes | None]
ATTENTION = 2


@dataclass(frozen=True)
class Taps:
    """What can be tapped on Beranda."""

    card: connection.CardTaps
    kegiatan: Tap
    kejadian: Tap
    nihil: Tap
    copy: Tap
    resume: Tap
    menu: Tap
    open_rows: Callable[[tuple[Row, ...]], Any]
    check: Tap
    news: news.NewsTaps


def page(
    now: datetime,
    seen: Home | None,
    picture: Picture,
    taps: Taps,
    foot: ft.Control,
    browser: Browser | None = None,
) -> ft.Control:
    """The whole tab. With large text the actions come first and all scrolls."""
    head = _head(now, seen, taps.menu)
    news = _news(now, seen, taps, browser)
    actions = _actions(now, seen, picture, taps)
    if look().large:
        return _ground([_scrolling([head, actions, _padded(news)])], foot)
    middle = ft.Container(
        content=_scrolling(news, gap=10), expand=True, padding=pad(0, MARGIN, top=2)
    )
    return _ground([head, middle, actions], foot)


def _ground(parts: list[ft.Control], foot: ft.Control) -> ft.Control:
    return ft.Container(
        content=ft.Column([*parts, foot], spacing=0, expand=True),
        bgcolor=colours().surface,
        expand=True,
    )


def _scrolling(parts: list[ft.Control], gap: float = 0) -> ft.Column:
    return ft.Column(
        parts, spacing=gap, scroll=ft.ScrollMode.AUTO, expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )  # fmt: skip


def _padded(parts: list[ft.Control]) -> ft.Control:
    return ft.Container(content=stretched(*parts, gap=10), padding=pad(0, MARGIN, bottom=16))


def _head(now: datetime, seen: Home | None, on_menu: Tap) -> ft.Control:
    name = teks.DESA_NAMA.format(nama=seen.desa) if seen else teks.APLIKASI
    logo = ft.Image(src=address("logo.png"), width=44, height=44, border_radius=12)
    words = column(text(name, "title"), second(tanggal(now), "meta"), gap=1, expand=True)
    menu = buttons.icon_button(I.HELP_OUTLINE, teks.BANTUAN, on_menu)
    return ft.Container(
        content=row(logo, words, menu, gap=12), padding=pad(8, 16, right=8, bottom=10)
    )


def _news(
    now: datetime, seen: Home | None, taps: Taps, browser: Browser | None
) -> list[ft.Control]:
    if seen is None:
        return [row_bones()]
    note = teks_hp.BIARKAN_TERBUKA if browser else ""
    parts: list[ft.Control] = [connection.card(now, seen.connection, taps.card, note)]
    parts += peramban.lines(browser) if browser else []
    if seen.room_is_lent:
        room = room_words(seen.free_mb * 1e6)
        parts.append(second(teks.RUANG_PERAMBAN.format(ruang=room), "meta"))
    parts += _warnings(seen, taps)
    parts += _attention(seen, taps)
    return parts


def _warnings(seen: Home, taps: Taps) -> list[ft.Control]:
    """One notice, however much there is to say: the gravest gives it its colour."""
    told = _said(seen)
    if not told:
        return []
    kind, name, sentence = told[0]
    title, _, rest = sentence.partition(". ")
    words = " ".join([rest, *(other for _, _, other in told[1:])]).strip()
    if kind != "bad" and name is not I.SAVE:
        return [banners.banner(kind, name, title, words)]
    look_at = buttons.on_tint(
        teks.PERIKSA_JUDUL, taps.check, cards.tinted_ink(kind), name=I.SMARTPHONE
    )
    return [banners.banner(kind, name, title, words, look_at)]


def _said(seen: Home) -> list[tuple[str, ft.IconData, str]]:
    """What is to be said of this phone, the gravest first."""
    found: list[tuple[str, ft.IconData, str]] = []
    if seen.damages:
        sentence = f"{teks.SIMPANAN_JUDUL}. {damage(seen.damages[0])}"
        found.append(("bad", I.HEALING, sentence))
    if seen.room_is_short:
        found.append(("bad", I.STORAGE, teks.RUANG.format(mb=seen.free_mb)))
    if seen.room_is_refused:
        found.append(("wait", I.SAVE, f"{teks.JAMINAN_JUDUL}. {teks.JAMINAN_ISI}"))
    if seen.clock_warning_s is not None:
        found.append(("wait", I.ACCESS_TIME, clock_warning(seen.clock_warning_s)))
    trouble = seen.connection.trouble
    if trouble and trouble.kind is TroubleKind.OLD_APP:
        found.append(("info", I.SYSTEM_UPDATE, teks.KIRIMAN["old_app"]))
    return found


def _attention(seen: Home, taps: Taps) -> list[ft.Control]:
    """At most two rows: what was refused, what was sent back, what another phone overtook."""
    refused = tuple(r for r in seen.attention if r.shown == PhoneState.REFUSED)
    overtaken = tuple(r for r in seen.attention if r.overtaken and r not in refused)
    back = tuple(r for r in seen.attention if r not in refused and r not in overtaken)
    groups = (
        (refused, "bad", I.ERROR, teks.BELUM_BISA, _why_refused),
        (back, "fix", I.REPLY, teks.PERLU_DIPERBAIKI, _what_to_mend),
        (overtaken, "info", I.DEVICES, teks.DIDAHULUI, lambda _row: teks.DIDAHULUI_ISI),
    )
    shown = [
        cards.link_card(
            cards.icon_block(name, kind),
            words.format(jumlah=len(rows)),
            sub(rows[0]),
            _opener(rows, taps),
        )
        for rows, kind, name, words, sub in groups
        if rows
    ]
    return [*shown[:ATTENTION], *news.rows(seen, taps.news)]


def _opener(rows: tuple[Row, ...], taps: Taps) -> Tap:
    return lambda _event: taps.open_rows(rows)


def _why_refused(found: Row) -> str:
    return (
        at_field(found.problems[0], found.laporan) if found.problems else row_title(found.laporan)
    )


def _what_to_mend(found: Row) -> str:
    what = f"{brief(found.laporan)} {short_day(found.laporan)}"
    if found.mending:
        return teks.RESUME_BELUM.format(apa=what)
    part = first_part(found)
    return teks.BAGIAN.format(apa=what, bagian=part) if part else what


def _actions(now: datetime, seen: Home | None, picture: Picture, taps: Taps) -> ft.Control:
    parts: list[ft.Control] = [head_and_note(text(teks.BUAT_LAPORAN, "head"), _month(seen))]
    first = _first_row(now, seen, picture, taps)
    parts += [first] if first else []
    kegiatan = buttons.big_action(
        teks.LAPOR_KEGIATAN, teks.LAPOR_KEGIATAN_SUB, I.ADD_A_PHOTO, taps.kegiatan
    )
    # The row above comes once the phone has been read: what is tapped meanwhile stays itself.
    kegiatan.key = "kegiatan"
    parts.append(kegiatan)
    kejadian = buttons.half_action(
        teks.LAPOR_KEJADIAN, teks.LAPOR_KEJADIAN_SUB, I.CAMPAIGN, taps.kejadian, urgent=True
    )
    nihil = buttons.half_action(
        teks.LAPOR_NIHIL, teks.LAPOR_NIHIL_SUB, I.EVENT_AVAILABLE, taps.nihil
    )
    both = side_by_side(kejadian, nihil)
    both.key = "kejadian-nihil"
    parts.append(both)
    return ft.Container(content=stretched(*parts, gap=12), padding=pad(0, MARGIN, top=6, bottom=14))


def _month(seen: Home | None) -> ft.Control | None:
    if seen is None:
        return None
    name = month_name(seen.bulan)
    if seen.laporan_bulan_ini:
        words = teks.BULAN_JUMLAH.format(bulan=name, jumlah=seen.laporan_bulan_ini)
    elif seen.nihil_bulan_ini:
        words = teks.BULAN_NIHIL.format(bulan=name)
    else:
        words = teks.BULAN_KOSONG.format(bulan=name)
    return second(words, "meta")


def _first_row(now: datetime, seen: Home | None, picture: Picture, taps: Taps) -> ft.Control | None:
    """The draft that was left lying; else the last report, to copy."""
    if seen and seen.resume:
        return _resume_row(seen.resume, now, picture, taps)
    if seen and seen.last:
        sub = _copy_words(seen.last, now)
        return _row(seen.last, teks.SALIN_TERAKHIR, sub, I.CONTENT_COPY, picture, taps.copy)
    return None


def _resume_row(left: Row, now: datetime, picture: Picture, taps: Taps) -> ft.Control:
    title = resume_words(left.saved_at, now)
    what = f"{row_title(left.laporan)} {short_day(left.laporan)}".strip()
    if left.mending:
        what = teks.RESUME_BELUM.format(apa=what)
    return _row(left, title, what, I.EDIT_NOTE, picture, taps.resume, wraps=True)


def _copy_words(last: Row, now: datetime) -> str:
    day = day_ago(when(last.laporan), now)
    where = last.laporan.tempat.strip()
    what = f"{brief(last.laporan)} {where}".strip()
    return f"{what}, {day}" if day else what


def _row(
    found: Row,
    title: str,
    sub: str,
    name: ft.IconData,
    picture: Picture,
    on_tap: Tap,
    *,
    wraps: bool = False,
) -> ft.Control:
    palette = colours()
    lines = None if look().large else 1
    words = column(
        text(title, "bodyb", palette.primary, lines=None if wraps else lines),
        second(sub, lines=lines),
        gap=2, expand=True,
    )  # fmt: skip
    inside = row(lead(found, picture, 56), words, icon(name, 24, palette.primary), gap=14)
    return cards.card(
        inside, padding=pad(10, 10, right=16), radius=18, edge=palette.outline, on_tap=on_tap
    )
