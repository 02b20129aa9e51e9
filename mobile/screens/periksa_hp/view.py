"""What Periksa HP looks like: a calm summary, one row each, and the look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import flet as ft

from mobile import teks
from mobile.screens.periksa_hp.state import PeriksaState
from mobile.screens.words import room_words, since
from mobile.usecases.clear_photos import Clearable
from mobile.usecases.health import Finding, Grade, Part
from mobile.usecases.sentences import clock_warning
from mobile.widgets import buttons, cards, sheet
from mobile.widgets.layout import pad, rule, stretched
from mobile.widgets.text import icon, second, text
from mobile.widgets.theme import TARGET, colours, look, state_colours
from shared.widgets.layout import column, row

I = ft.Icons  # noqa: E741
Tap = Callable[..., Any]

PHOTO_MB = 0.15
THOUSANDS = 3000
MARKS = {
    Grade.BAIK: ("ok", I.CHECK),
    Grade.PERHATIAN: ("bad", I.PRIORITY_HIGH),
    Grade.TIDAK_TAHU: ("wait", I.SCHEDULE),
}
LOOKING = "sedang"
NOT_YET = tuple(
    Finding(part, Grade.TIDAK_TAHU, LOOKING) for part in Part if part is not Part.JAMINAN
)
"""Until it is known."""
WAITS = {"no_signal"}
"""No signal is no fault: it is waited for."""


def summary(findings: tuple[Finding, ...]) -> ft.Control:
    """ "HP ini bisa dipakai melapor", and how many rows are well; as high before it is known."""
    ink = colours().on_primary_container
    waits = sum(1 for f in findings if f.reason in WAITS)
    counts: list[tuple[str, int]] = [
        (grade, sum(1 for f in findings if f.grade is grade and f.reason not in WAITS))
        for grade in Grade
    ]
    counts.insert(1, ("menunggu", waits))
    words = ", ".join(teks.PERIKSA_RINGKAS[grade].format(n=n) for grade, n in counts if n)
    words = words or teks.PERIKSA_SEDANG
    lines = column(
        text(teks.PERIKSA_BISA, "bodyb", ink), text(words, "small", ink), gap=0, expand=True
    )
    return cards.green(row(icon(I.SMARTPHONE, 24, ink), lines, gap=12), padding=pad(12, 14))


def rows(now: datetime, state: PeriksaState) -> ft.Control:
    """The list itself: all its rows from the first frame on, so that nothing below them falls."""
    parts: list[ft.Control] = []
    for finding in state.findings or NOT_YET:
        parts += [rule()] if parts else []
        parts.append(_row(now, finding, state))
    return cards.framed_list(*parts)


def _row(now: datetime, finding: Finding, state: PeriksaState) -> ft.Control:
    grade = Grade.TIDAK_TAHU if finding.reason in WAITS else finding.grade
    kind, mark = MARKS[grade]
    chip = state_colours(kind)
    disc = ft.Container(
        content=icon(mark, 22, chip.fore), width=40, height=40, border_radius=20,
        bgcolor=chip.back, alignment=ft.Alignment.CENTER,
    )  # fmt: skip
    words = column(
        text(teks.PERIKSA_BAGIAN[finding.part], "bodyb"), second(_sentence(now, finding)),
        gap=1, expand=True,
    )  # fmt: skip
    deed = _deed(finding, state)
    # Where there is no deed its height stays.
    action: list[ft.Control] = [buttons.quiet(*deed)] if deed else [ft.Container(height=TARGET)]
    if look().large:
        inside: ft.Control = stretched(row(disc, words, gap=12), *action, gap=4)
    else:
        inside = row(disc, words, *action, gap=12)
    return ft.Container(content=inside, padding=pad(10, 14))


def _deed(finding: Finding, state: PeriksaState) -> tuple[str, Tap] | None:
    if finding.reason == LOOKING and finding.part not in (Part.SAMBUNGAN, Part.RUANG):
        return None
    if finding.part is Part.SAMBUNGAN:
        if finding.reason == "token_refused":
            return teks.PERIKSA_KODE, state.new_code
        return teks.PERIKSA_COBA, state.try_now
    if finding.part is Part.RUANG:
        return teks.PERIKSA_CARA, state.ask_room
    if finding.part is Part.JAMINAN and finding.grade is Grade.PERHATIAN:
        return teks.PERIKSA_MINTA, state.ask_promise
    denied = finding.reason == "denied" and finding.part in (Part.KAMERA, Part.LOKASI)
    return (teks.PERIKSA_IZIN, state.allow) if denied else None


def _sentence(now: datetime, finding: Finding) -> str:
    if finding.part is Part.SAMBUNGAN and finding.tried:
        return finding.tried
    words = teks.PERIKSA_SEDANG if finding.reason == LOOKING else _words(finding)
    number = finding.number or 0
    return words.format(
        kapan=since(finding.at, now),
        detik=round(abs(number)),
        kalimat=clock_warning(number) if finding.part is Part.JAM else "",
        ruang=room_words(number * 1e6),
        foto=_photo_count(number / PHOTO_MB),
        n=round(number),
    )


def _photo_count(count: float) -> str:
    if count > THOUSANDS:
        return teks.RIBUAN
    return str(round(count / 100) * 100 if count > 300 else round(count))


def _words(finding: Finding) -> str:
    reason = finding.reason
    if reason == "no_signal" and not finding.at:
        reason = "no_signal_kosong"
    table = teks.PERIKSA_ISI
    grade = "tidak_tahu" if reason == "unknown" else str(finding.grade)
    known = table.get((finding.part, reason)) or teks.KIRIMAN.get(reason)
    return known or table[finding.part, grade]


def room_sheet(room: Clearable, on_clear: Tap, on_close: Tap) -> ft.BottomSheet:
    """How to make room; one of the ways is ours."""
    lines = [_point(words) for words in teks.PERIKSA_CARA_ISI]
    if room.photos:
        words = teks.PERIKSA_BERSIHKAN.format(jumlah=room.photos, ruang=room_words(room.bytes))
        deed: ft.Control = buttons.primary(words, on_clear, name=I.CLEANING_SERVICES)
    else:
        deed = second(teks.PERIKSA_BERSIH_KOSONG)
    close = buttons.outline(teks.TUTUP, on_close)
    return sheet.sheet(
        text(teks.PERIKSA_CARA_JUDUL, "title"), *lines, deed, close, on_dismiss=on_close
    )


def _point(words: str) -> ft.Control:
    return row(
        icon(I.CHECK_CIRCLE_OUTLINE, 20), text(words, "body", expand=True), gap=10,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )  # fmt: skip
