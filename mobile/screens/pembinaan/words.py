"""Words, signs and chips of what the kecamatan sends."""

from __future__ import annotations

from datetime import date, datetime

import flet as ft

from mobile import teks
from mobile.screens.words import brief, moment, short_day
from mobile.usecases.inbox import PENGUMUMAN, UMPAN_BALIK, Item, Task
from mobile.widgets import chips
from shared.clock import WITA, jam, tanggal
from shared.pembinaan import Pembinaan, StatusPembinaan, days_left

I = ft.Icons  # noqa: E741

_BENTUK = {
    "kunjungan": I.HOLIDAY_VILLAGE,
    "rapat": I.GROUPS,
    "sosialisasi": I.CAMPAIGN,
    "pelatihan": I.SCHOOL,
    "bimtek_aplikasi": I.SMARTPHONE,
    "simulasi": I.FIRE_EXTINGUISHER,
    "apel": I.FLAG,
    "pembekalan_pemilihan": I.HOW_TO_VOTE,
    "pengarahan": I.RECORD_VOICE_OVER,
    "penghargaan": I.STAR,
}


def sign(item: Item) -> tuple[ft.IconData, str]:
    """Its icon and the colours of its block."""
    if item.kind == UMPAN_BALIK:
        return I.REPLY, "ok" if item.mended else "fix"
    if item.kind == PENGUMUMAN:
        return I.CAMPAIGN, "info"
    if item.is_invitation:
        return I.EVENT, "info"
    return _BENTUK.get(item.pembinaan.bentuk if item.pembinaan else "", I.SCHOOL), "ok"


def kind_words(item: Item) -> str:
    """What stands above the title."""
    if item.kind == UMPAN_BALIK:
        return teks.PB_UMPAN_BALIK
    if item.kind == PENGUMUMAN:
        return teks.PB_PENGUMUMAN
    if item.is_invitation:
        return teks.PB_UNDANGAN
    bentuk = item.pembinaan.bentuk if item.pembinaan else ""
    return teks.PB_BENTUK.get(bentuk, teks.PEMBINAAN)


def title(item: Item) -> str:
    """The name of it; of notes the report that they are on."""
    if item.laporan is None:
        return item.judul
    return f"{brief(item.laporan)} {short_day(item.laporan)}".strip()


def body(item: Item) -> str:
    """The few words of a card."""
    one = item.pembinaan
    if item.kind == UMPAN_BALIK:
        return teks.PB_KUTIPAN.format(teks=item.teks)
    if one is None:
        return item.teks
    if item.is_invitation:
        parts = [part for part in (time_words(one), one.tempat) if part]
        return ". ".join(part for part in (", ".join(parts), one.materi) if part)
    facts = [day_words(one)]
    facts += [teks.PB_HADIR.format(jumlah=len(one.peserta))] if one.peserta else []
    facts += [teks.PB_JP.format(jp=f"{one.jp:g}".replace(".", ","))] if one.jp else []
    head = ", ".join(fact for fact in facts if fact)
    return ". ".join(part for part in (head, one.hasil) if part)


def time_words(one: Pembinaan) -> str:
    """``Jumat 27 November, 09.00 WITA``, or until when."""
    begin = moment(one.mulai)
    if begin is None:
        return ""
    day = tanggal(begin, year=False).replace(",", "")
    end = moment(one.selesai)
    if end is None:
        return teks.PB_WAKTU.format(hari=day, jam=jam(begin))
    if end.astimezone(WITA).date() == begin.astimezone(WITA).date():
        return teks.PB_WAKTU.format(hari=day, jam=f"{jam(begin)}–{jam(end)}")
    until = f"{tanggal(end, year=False).replace(',', '')}, {jam(end)}"
    return teks.PB_WAKTU.format(hari=day, jam=f"{jam(begin)} – {until}")


def day_words(one: Pembinaan) -> str:
    """``12 November``"""
    begin = moment(one.mulai)
    return tanggal(begin, weekday=False, year=False) if begin else ""


def state_chip(item: Item, now: datetime) -> ft.Control | None:
    """What is asked of the village, or what it has said."""
    one = item.pembinaan
    if item.kind == UMPAN_BALIK:
        if item.mended:
            return chips.chip("ok", I.CHECK_CIRCLE, teks.PB_SUDAH_DIPERBAIKI)
        return chips.chip("fix", I.EDIT, teks.PB_PERLU_DIPERBAIKI)
    if one is None:
        return None
    if one.status == StatusPembinaan.DIBATALKAN:
        return chips.chip("mute", I.EVENT_BUSY, teks.PB_DIBATALKAN)
    if item.is_invitation:
        return reply_chip(item)
    if item.tasks:
        tasks = item.open_tasks or item.tasks
        return task_chip(tasks[0], now)
    return None


def reply_chip(item: Item) -> ft.Control:
    if item.jawaban is None:
        return chips.chip("wait", I.HELP_OUTLINE, teks.PB_DATANG_BELUM)
    comes = item.jawaban == "datang"
    name = I.EVENT_AVAILABLE if comes else I.EVENT_BUSY
    return chips.chip("ok" if comes else "fix", name, teks.PB_JAWABAN[item.jawaban])


def begun_chips(task: Task) -> list[ft.Control]:
    """A tick that is half written is not sent."""
    return [chips.chip("wait", I.EDIT_NOTE, teks.BELUM_DIKIRIM)] if task.begun else []


def task_chip(task: Task, now: datetime) -> ft.Control:
    """Done, or how long there is."""
    if task.done:
        words = teks.PB_TUGAS_MENUNGGU if task.waiting else teks.PB_TUGAS_SELESAI
        return chips.chip("wait" if task.waiting else "ok", I.CHECK_CIRCLE, words)
    left = days_left(task.todo, now.astimezone(WITA).date())
    if left is None or task.todo.tenggat is None:
        return chips.chip("wait", I.TIMER, teks.PB_TANPA_TENGGAT)
    day = tanggal(date.fromisoformat(task.todo.tenggat), weekday=False, year=False)
    if left < 0:
        return chips.chip("bad", I.TIMER_OFF, teks.PB_TENGGAT_LEWAT.format(tanggal=day))
    if left == 0:
        return chips.chip("wait", I.TIMER, teks.PB_TENGGAT_HARI_INI)
    return chips.chip("wait", I.TIMER, teks.PB_TENGGAT.format(tanggal=day, hari=left))
