"""Words and signs of a coaching that both its list and its page show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

import flet as ft

from server.desk.widgets.chips import chip
from server.pembinaan import teks
from server.pembinaan.pembinaan_reading import Line
from shared.clock import WITA, jam, tanggal, tanggal_pendek
from shared.pembinaan import StatusPembinaan
from shared.wilayah import Wilayah

_BENTUK = {
    "umpan_balik": ft.Icons.REPLY,
    "kunjungan": ft.Icons.HOLIDAY_VILLAGE,
    "rapat": ft.Icons.GROUPS,
    "sosialisasi": ft.Icons.CAMPAIGN,
    "pelatihan": ft.Icons.SCHOOL,
    "bimtek_aplikasi": ft.Icons.SMARTPHONE,
    "simulasi": ft.Icons.FIRE_EXTINGUISHER,
    "apel": ft.Icons.FLAG,
    "pembekalan_pemilihan": ft.Icons.HOW_TO_VOTE,
    "pengarahan": ft.Icons.RECORD_VOICE_OVER,
    "penghargaan": ft.Icons.STAR,
}
_STATUS = {
    StatusPembinaan.DIRENCANAKAN: ("info", ft.Icons.EVENT),
    StatusPembinaan.SELESAI: ("ok", ft.Icons.CHECK_CIRCLE),
    StatusPembinaan.DIBATALKAN: ("mute", ft.Icons.EVENT_BUSY),
}


class Timed(Protocol):
    """Anything that takes place at some time."""

    @property
    def mulai(self) -> datetime | None: ...
    @property
    def selesai(self) -> datetime | None: ...


def bentuk_icon(bentuk: str) -> ft.IconData:
    return _BENTUK.get(bentuk, ft.Icons.SCHOOL)


def span_words(line: Timed) -> str:
    """``Kamis, 12 November 2026, 09.00–12.30``"""
    if line.mulai is None:
        return teks.PB_TANPA_TANGGAL
    words = f"{tanggal(line.mulai)}, {jam(line.mulai)}"
    if line.selesai is None:
        return words
    same = line.selesai.astimezone(WITA).date() == line.mulai.astimezone(WITA).date()
    end = jam(line.selesai) if same else f"{tanggal_pendek(line.selesai)}, {jam(line.selesai)}"
    return f"{words}–{end}"


def villages(wilayah: Wilayah, codes: Sequence[str]) -> str:
    """The names, or that it is all of them."""
    if len(codes) == len(wilayah.desa):
        return teks.PB_DESA_SEMUA
    return ", ".join(wilayah.nama_desa(kode) for kode in codes)


def state_chips(line: Line) -> list[ft.Control]:
    """Where it stands, whether its villages have it, and how its follow-ups go."""
    kind, symbol = _STATUS[StatusPembinaan(line.status)]
    found: list[ft.Control] = []
    if line.todos:
        words = teks.PB_TINDAK_LANJUT.format(n=line.todos_done, dari=line.todos)
        done = line.todos_done == line.todos
        found.append(chip("ok" if done else "wait", ft.Icons.TASK_ALT, words))
    if not line.sent:
        found.append(chip("wait", ft.Icons.EDIT, teks.PB_BELUM_DIKIRIM))
    return [*found, chip(kind, symbol, teks.PB_STATUS[line.status])]
