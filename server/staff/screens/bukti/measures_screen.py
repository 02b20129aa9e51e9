"""All measures of a period: before and after, from month to month, each with its definition."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server import teks_inovasi as words
from server.staff import navigation
from server.staff.desk import Desk, runner
from server.staff.places import Place
from server.staff.places_innovation import EvidencePlace, MeasurePlace, MeasuresPlace
from server.staff.screens.bukti import charts, parts
from server.staff.widgets import notices
from server.staff.widgets.buttons import choice
from server.staff.widgets.frame import frame
from server.staff.widgets.layout import card, column, pad, row, rule
from server.staff.widgets.pressable import pressable
from server.staff.widgets.text import icon, second, text
from server.staff.widgets.theme import colours, look
from server.store.database import StoreError
from server.usecases import innovation
from server.usecases.context import Context
from server.usecases.innovation import TRIAL, Measured
from server.usecases.measure_scope import Scope
from server.usecases.measures import MEASURES, Measure
from server.usecases.sessions import Account
from shared.clock import WITA, nama_bulan, tanggal


@ft.observable
@dataclass
class MeasuresState:
    """Reads the measures of its period, again whenever something has changed."""

    ctx: Context
    account: Account
    period: str
    found: Measured | None = None
    failed: bool = False

    async def show(self, period: str) -> None:
        self.period = period
        await self.load()

    async def load(self) -> None:
        asked = self.period
        try:
            found = await asyncio.to_thread(innovation.measured, self.ctx, self.account, asked)
        except StoreError:
            self.failed = True
            return
        if asked == self.period:
            self.failed, self.found = False, found


@ft.component
def MeasuresPage(desk: Desk, place: MeasuresPlace) -> ft.Control:
    state, _ = ft.use_state(lambda: MeasuresState(desk.ctx, desk.account, place.period))
    page = ft.context.page

    def show() -> None:
        page.run_task(state.show, place.period)

    ft.use_effect(show, [place])
    ft.use_effect(lambda: desk.pulse.follow(state.load), [])
    today = desk.ctx.clock.now().astimezone(WITA)
    options = [
        (str(today.year), words.TAHUN.format(tahun=today.year)), (TRIAL, words.UK_UJI),
        *[(bulan, nama_bulan(bulan)) for bulan in _months(today.year, today.month)],
    ]  # fmt: skip

    def chosen(value: str | None) -> None:
        desk.go(MeasuresPlace(value or str(today.year)))

    return frame(
        desk.frame_facts(navigation.BUKTI),
        body(state, desk.go, runner(page)(state.load)),
        title=words.UK_JUDUL,
        sub=words.UK_SUB,
        lead=parts.lead(lambda: desk.go(EvidencePlace())),
        actions=[choice(words.UK_JUDUL, words.TH_TERBARU, options, place.period, chosen)],
    )


def _months(year: int, month: int) -> list[str]:
    """The last twelve, the newest first."""
    found: list[str] = []
    for _ in range(12):
        found.append(f"{year:04d}-{month:02d}")
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    return found


def body(
    state: MeasuresState, go: Callable[[Place], None], again: Callable[[], None]
) -> ft.Control:
    found = state.found
    if found is None:
        return notices.trouble(again) if state.failed else notices.skeleton(8, 56)
    head = parts.banner(is_sample=found.is_sample)
    if found.seen is None or found.period.scope is None:
        return parts.scrolling(*head, notices.notice(ft.Icons.SCIENCE, words.UK_UJI_KOSONG))
    lines: list[ft.Control] = []
    for one in MEASURES:
        lines += [rule()] if lines else []
        lines.append(_line(one, found, go))
    table = card(
        column(*lines, gap=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), padding=0,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )  # fmt: skip
    side = parts.stacked(charts.before_after(found), *charts.monthly(found))
    return parts.scrolling(
        *head, *span_notes(found.period.scope, found), parts.beside(table, side, side_width=420)
    )


def span_notes(scope: Scope, found: Measured) -> list[ft.Control]:
    """Which days it is about, and that it is empty or has not ended."""
    seen = found.seen
    if seen is None:
        return []
    span = words.UK_MASA.format(
        mulai=tanggal(scope.since, weekday=False), selesai=tanggal(scope.until, weekday=False)
    )
    notes = [second(span, "body")]
    passed = scope.passed(seen.today)
    if not passed:
        notes.append(second(words.UK_BELUM_MULAI, "body"))
    elif scope.is_partial(seen.today):
        notes.append(second(words.UK_BERJALAN.format(lewat=passed, hari=scope.days), "body"))
    if passed and not seen.reports:
        notes.append(second(words.UK_KOSONG, "body"))
    return [column(*notes, gap=2)]


def _line(one: Measure, found: Measured, go: Callable[[Place], None]) -> ft.Control:
    figure = found.figures[one.kode]
    name, definition = words.UKURAN[one.kode]
    share = "" if figure.top is None else words.DARI.format(n=figure.top, dari=figure.of)
    value = words.nilai(figure.value, one.unit)
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
