"""All measures of a period: before and after, from month to month, each with its definition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.places import Place
from server.desk.reading import use_reading
from server.desk.widgets import notices
from server.desk.widgets.buttons import choice, pill
from server.desk.widgets.layout import card, pad, rule, scrolling
from server.desk.widgets.pressable import pressable
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import colours, look
from server.inovasi import teks
from server.inovasi.desk.addresses import EvidencePlace, MeasurePlace, MeasuresPlace
from server.inovasi.desk.bukti import charts, parts
from server.inovasi.desk.bukti.measures_state import MeasuresState
from server.inovasi.indicator_words import since_first_use
from server.inovasi.innovation import TRIAL, Measured, PracticePhone
from server.inovasi.measure_scope import Scope
from server.inovasi.measures import MEASURES, Measure
from shared.clock import WITA, nama_bulan, tanggal
from shared.roles import Permission
from shared.widgets.layout import column, row, wrapped


@dataclass(frozen=True)
class MeasuresActions:
    """``turn`` marks a phone as one for practice, or takes the mark away."""

    go: Callable[[Place], None]
    again: Callable[[], None]
    turn: Callable[[PracticePhone], None] | None


@ft.component
def MeasuresPage(desk: Desk, place: MeasuresPlace) -> ft.Control:
    state = use_reading(
        desk, lambda: MeasuresState(desk.ctx, desk.account, place.period), place.period
    )
    today = desk.ctx.clock.now().astimezone(WITA)
    options = [
        (str(today.year), teks.TAHUN.format(tahun=today.year)), (TRIAL, teks.UK_UJI),
        *[(bulan, nama_bulan(bulan)) for bulan in _months(today.year, today.month)],
    ]  # fmt: skip

    def chosen(value: str | None) -> None:
        desk.go(MeasuresPlace(value or str(today.year)))

    on = MeasuresActions(
        go=desk.go,
        again=desk.run(state.load),
        turn=desk.run(state.turn) if desk.may(Permission.WRITE_BUKTI) else None,
    )
    return desk.framed(
        menu.BUKTI,
        state,
        body(state, on),
        title=teks.UK_JUDUL,
        sub=teks.UK_SUB,
        lead=parts.lead(lambda: desk.go(EvidencePlace())),
        actions=[choice(teks.UK_JUDUL, teks.TH_TERBARU, options, place.period, chosen)],
    )


def _months(year: int, month: int) -> list[str]:
    """The last twelve, the newest first."""
    found: list[str] = []
    for _ in range(12):
        found.append(f"{year:04d}-{month:02d}")
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    return found


def body(state: MeasuresState, on: MeasuresActions) -> ft.Control:
    if state.found is None:
        return notices.waiting(state, on.again, 8, 56)
    found = state.found.measured
    head = parts.banner(is_sample=found.is_sample)
    if found.seen is None or found.period.scope is None:
        return scrolling(*head, notices.notice(ft.Icons.SCIENCE, teks.UK_UJI_KOSONG))
    lines: list[ft.Control] = []
    for one in MEASURES:
        lines += [rule()] if lines else []
        lines.append(_line(one, found, on.go))
    table = card(
        column(*lines, gap=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), padding=0,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )  # fmt: skip
    side = parts.stacked(
        charts.before_after(state.ctx.wilayah, found), *charts.monthly(found), _practice(state, on)
    )
    return scrolling(
        *head, *span_notes(found.period.scope, found), parts.beside(table, side, side_width=420)
    )


def _practice(state: MeasuresState, on: MeasuresActions) -> ft.Control:
    """Phones for practice count nowhere."""
    turn = on.turn

    def press(phone: PracticePhone) -> Callable[[], None]:
        return lambda: turn(phone) if turn else None

    pills = [
        pill(
            f"{state.ctx.wilayah.nama_desa(one.desa)}, {one.nama}",
            press(one) if turn else None,
            chosen=one.practice,
        )
        for one in (state.found.phones if state.found else ())
    ]
    shown = [wrapped(*pills, gap=6)] if pills else []
    return parts.section(teks.UK_LATIHAN, second(teks.UK_LATIHAN_KET), *shown)


def span_notes(scope: Scope, found: Measured) -> list[ft.Control]:
    """Which days it is about, and that it is empty or has not ended."""
    seen = found.seen
    if seen is None:
        return []
    span = teks.UK_MASA.format(
        mulai=tanggal(scope.since, weekday=False), selesai=tanggal(scope.until, weekday=False)
    )
    notes = [second(span, "body")]
    passed = scope.passed(seen.today)
    if not passed:
        notes.append(second(teks.UK_BELUM_MULAI, "body"))
    elif scope.is_partial(seen.today):
        notes.append(second(teks.UK_BERJALAN.format(lewat=passed, hari=scope.days), "body"))
    if passed and (told := since_first_use(seen)):
        notes.append(second(told, "body"))
    if passed and not seen.reports:
        notes.append(second(teks.UK_KOSONG, "body"))
    return [column(*notes, gap=2)]


def _line(one: Measure, found: Measured, go: Callable[[Place], None]) -> ft.Control:
    figure = found.figures[one.kode]
    name, definition = teks.UKURAN[one.kode]
    share = teks.bagian(one.kode, figure.top, figure.of)
    value = teks.nilai(figure.value, one.unit)
    number = column(
        text(value, "head", colours().primary if figure.value is not None else None),
        second(share or " "), gap=0, horizontal_alignment=ft.CrossAxisAlignment.END,
    )  # fmt: skip
    told = column(
        text(name, "bodyb"), second(definition, lines=3 if look().narrow else 2), gap=2, expand=True
    )
    return pressable(
        row(told, number, icon(ft.Icons.CHEVRON_RIGHT, 20), gap=14),
        lambda: go(MeasurePlace(one.kode, found.period.name)),
        f"{name}: {value}. {share}",
        padding=pad(10, 16),
    )
