"""The card on top of Beranda: amber while something waits, blue while it goes, else green."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import flet as ft

from mobile import teks
from mobile.ports import SyncProgress, TroubleKind
from mobile.screens.words import since, size_words
from mobile.usecases.outlook import SENDIRI, tried
from mobile.usecases.read import Connection
from mobile.usecases.sentences import sync_trouble
from mobile.widgets import banners, buttons, cards, progress
from mobile.widgets.layout import stretched
from mobile.widgets.text import text
from shared.widgets.layout import column, row

I = ft.Icons  # noqa: E741
Tap = Callable[..., Any]


@dataclass(frozen=True)
class CardTaps:
    """What the card's buttons do."""

    send: Tap
    stop: Tap
    new_code: Tap


def card(now: datetime, seen: Connection, taps: CardTaps, note: str = "") -> ft.Control:
    """Never red: no signal is no fault. ``note``: what else to know while something waits."""
    if seen.token_refused:
        return _needs_code(seen, taps)
    if seen.is_syncing and seen.progress and seen.progress.reports:
        return _sending(seen.progress, taps, note)
    if seen.unsent:
        return _waiting(now, seen, taps, note)
    return _all_sent(now, seen)


def _sending(going: SyncProgress, taps: CardTaps, note: str) -> ft.Control:
    ink = cards.tinted_ink("info")
    title = teks.MENGIRIM.format(ke=going.report, jumlah=going.reports)
    # Where the app must stay open, nobody is told that it may be left.
    sub = _photo_words(going) if not note else _photo_words(going).partition(",")[0]
    top = row(
        cards.icon_block(I.CLOUD_SYNC, "info", 48, solid=True),
        column(text(title, "head", ink), text(sub, "small", ink), gap=2, expand=True),
        # On top: below lies the finger that has just tapped "Coba kirim sekarang".
        buttons.icon_button(I.STOP_CIRCLE, teks.HENTIKAN, taps.stop, colour=ink),
        gap=14,
    )
    foot = text(size_words(going.kb_left), "small", ink)
    bar = progress.bar(_part(going), f"{title}. {sub}", height=8)
    stay = [text(note, "small", ink)] if note else []
    return cards.tinted("info", stretched(top, bar, *stay, foot, gap=10))


def _photo_words(going: SyncProgress) -> str:
    if going.photos:
        return teks.MENGIRIM_FOTO.format(ke=max(going.photo, 1), jumlah=going.photos)
    return teks.MENGIRIM_TEKS


def _part(going: SyncProgress) -> float:
    """Reports done, and within the one that goes the share of its photos."""
    inside = (going.photo - 0.5) / going.photos if going.photos and going.photo else 0.1
    return (max(going.report - 1, 0) + inside) / going.reports


def _waiting(now: datetime, seen: Connection, taps: CardTaps, note: str) -> ft.Control:
    ink = cards.tinted_ink("wait")
    top = row(
        cards.icon_block(I.CLOUD_OFF, "wait", 48, solid=True),
        column(
            text(teks.BELUM_TERKIRIM.format(jumlah=seen.unsent), "title", ink),
            text(_last(now, seen), "small", ink),
            gap=2, expand=True,
        ),
        gap=14,
    )  # fmt: skip
    told = tried(seen.trouble, now)
    words = f"{_next(seen)} {note}".strip()
    lines = [text(line, "small", ink) for line in (told, words) if line]
    again = buttons.on_tint(teks.COBA_KIRIM, taps.send, ink, name=I.REFRESH)
    return cards.tinted("wait", stretched(top, *lines, again, gap=12))


def _last(now: datetime, seen: Connection) -> str:
    at = since(seen.last_contact, now)
    if seen.trouble and seen.trouble.kind is TroubleKind.NO_SIGNAL:
        return teks.TANPA_SINYAL.format(kapan=at) if at else teks.TANPA_SINYAL_SAJA
    return teks.TERSAMBUNG.format(kapan=at) if at else teks.BELUM_TERSAMBUNG


def _next(seen: Connection) -> str:
    """What happens next; what is in the way is said once, in the line above."""
    if seen.is_syncing:
        return teks.SEDANG_MENCOBA
    known = seen.trouble is not None and seen.trouble.kind is not TroubleKind.NO_SIGNAL
    if known and seen.trouble and seen.outlook == SENDIRI:
        return sync_trouble(seen.trouble)
    return teks.AMAN.format(nasib=teks.NASIB[seen.outlook])


def _all_sent(now: datetime, seen: Connection) -> ft.Control:
    ink = cards.tinted_ink("ok")
    at = since(seen.last_contact, now)
    sub = teks.TERSAMBUNG.format(kapan=at) if at else teks.BELUM_TERSAMBUNG
    words = column(
        text(teks.SEMUA_TERKIRIM, "head", ink), text(sub, "small", ink), gap=2, expand=True
    )
    block = cards.icon_block(I.CLOUD_DONE, "ok", 48, solid=True)
    return cards.tinted("ok", row(block, words, gap=14), padding=14)


def _needs_code(seen: Connection, taps: CardTaps) -> ft.Control:
    title = teks.BELUM_TERKIRIM.format(jumlah=seen.unsent) if seen.unsent else teks.KODE_BARU
    ink = cards.tinted_ink("wait")
    enter = buttons.on_tint(teks.KODE_BARU, taps.new_code, ink, name=I.KEY)
    return banners.banner("wait", I.KEY_OFF, title, teks.KIRIMAN["token_refused"], enter)
