"""One measure: what it means, where it comes from, and the reports behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import flet as ft

from server.core import teks as umum
from server.desk import menu
from server.desk.page_context import Desk
from server.desk.places import Place
from server.desk.reading import Reading, use_reading
from server.desk.widgets import notices
from server.desk.widgets.buttons import outline_button, tab
from server.desk.widgets.chips import kind_icon, status_chip
from server.desk.widgets.layout import card, pad, rule, scrolling
from server.desk.widgets.pressable import pressable
from server.desk.widgets.text import second, text
from server.desk.widgets.theme import colours
from server.inovasi import innovation, teks
from server.inovasi.desk.addresses import MeasurePlace, MeasuresPlace
from server.inovasi.desk.bukti import parts
from server.inovasi.innovation import OneMeasure
from server.laporan.desk.addresses import LaporanPlace
from shared.clock import jam, tanggal, tanggal_pendek
from shared.jenis import nama_jenis
from shared.widgets.layout import column, row
from shared.wilayah import Wilayah

PER_PAGE = 25


class MeasureState(Reading[MeasurePlace, OneMeasure]):
    """One measure."""

    def read(self, asked: MeasurePlace) -> OneMeasure | None:
        return innovation.one_measure(self.ctx, self.account, asked.kode, asked.period)


@ft.component
def MeasurePage(desk: Desk, place: MeasurePlace) -> ft.Control:
    state = use_reading(desk, lambda: MeasureState(desk.ctx, desk.account, place), place)
    return desk.framed(
        menu.BUKTI,
        state,
        body(state, desk.go, desk.run(state.load)),
        title=teks.UKURAN[place.kode][0],
        sub=teks.UK_SUB,
        lead=parts.lead(lambda: desk.go(MeasuresPlace(place.period))),
    )


def body(state: MeasureState, go: Callable[[Place], None], again: Callable[[], None]) -> ft.Control:
    found = state.found
    if found is None:
        return notices.waiting(state, again, 6, 56)
    return scrolling(
        *parts.banner(is_sample=found.is_sample),
        _about(found),
        *_behind(state.ctx.wilayah, state.asked, found, go),
    )


def _about(found: OneMeasure) -> ft.Control:
    figure, measure = found.figure, found.measure
    share = teks.bagian(measure.kode, figure.top, figure.of)
    notes = [text(teks.UKURAN[measure.kode][1])]
    scope, seen = found.period.scope, found.seen
    if scope is None or seen is None:
        notes.append(second(teks.UK_UJI_KOSONG, "body"))
    else:
        notes.append(second(teks.UK_MASA.format(
            mulai=tanggal(scope.since, weekday=False), selesai=tanggal(scope.until, weekday=False),
        )))  # fmt: skip
        if scope.is_partial(seen.today):
            passed = scope.passed(seen.today)
            notes.append(second(teks.UK_BERJALAN.format(lewat=passed, hari=scope.days)))
        if figure.value is None:
            notes.append(second(teks.UK_KOSONG))
    source = teks.SUMBER[measure.source]
    notes.append(second(teks.UK_SUMBER.format(nama=source, query=measure.source)))
    number = column(
        text(teks.nilai(figure.value, measure.unit), "num", colours().primary),
        second(share or " ", "body"), gap=0,
    )  # fmt: skip
    told = column(*notes, gap=4, expand=True)
    return card(row(ft.Container(content=number, width=190), told, gap=16))


def _behind(
    wilayah: Wilayah, place: MeasurePlace, found: OneMeasure, go: Callable[[Place], None]
) -> list[ft.Control]:
    behind = found.behind
    partners = found.seen.partners if found.seen and place.kode == "mitra" else {}
    named = [teks.UK_MITRA_N.format(nama=name, n=len(ids)) for name, ids in partners.items()]
    head = [parts.section(teks.UK_MITRA, text(" · ".join(named)))] if named else []
    if not behind.counted and not behind.others:
        return [*head, notices.notice(ft.Icons.LIST, teks.UK_TANPA_DAFTAR)]
    shown = behind.others if place.others else behind.counted
    first = replace(place, number=1, others=False)
    tabs = [
        tab(teks.UK_DIHITUNG, len(behind.counted), lambda: go(first),
            chosen=not place.others)
    ]  # fmt: skip
    if behind.others:
        rest = replace(first, others=True)
        tabs.append(
            tab(teks.UK_LAINNYA, len(behind.others), lambda: go(rest),
                chosen=place.others)
        )  # fmt: skip
    return [
        *head,
        row(*tabs, gap=8),
        _lines(wilayah, place, shown, go),
        *_foot(place, len(shown), go),
    ]


def _lines(
    wilayah: Wilayah,
    place: MeasurePlace,
    rows: tuple[dict[str, Any], ...],
    go: Callable[[Place], None],
) -> ft.Control:
    start = (place.number - 1) * PER_PAGE
    lines: list[ft.Control] = []
    for one in rows[start : start + PER_PAGE]:
        lines += [rule()] if lines else []
        lines.append(_line(wilayah, one, go))
    return card(
        column(*lines, gap=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), padding=0,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )  # fmt: skip


def _line(wilayah: Wilayah, one: dict[str, Any], go: Callable[[Place], None]) -> ft.Control:
    what = umum.NIHIL if one["kind"] == "nihil" else nama_jenis(one["jenis"])
    when = f"{tanggal_pendek(one['mulai'])} {jam(one['mulai'])}"
    told = column(
        text(f"{wilayah.nama_desa(one['desa'])}, {what}", "bodyb", lines=1),
        second(" · ".join(part for part in (when, one["tempat"], one["resi"]) if part), lines=1),
        gap=2, expand=True,
    )  # fmt: skip
    inside = row(kind_icon(one["kind"], one["jenis"]), told, status_chip(one["status"]), gap=12)
    return pressable(inside, lambda: go(LaporanPlace(one["id"])), padding=pad(9, 16))


def _foot(place: MeasurePlace, total: int, go: Callable[[Place], None]) -> list[ft.Control]:
    pages = max(1, -(-total // PER_PAGE))
    if pages == 1:
        return []

    def step(to: int) -> Callable[[], None] | None:
        return (lambda: go(replace(place, number=to))) if 1 <= to <= pages else None

    return [
        row(
            second(teks.UK_HALAMAN.format(n=place.number, dari=pages), "body", expand=True),
            outline_button(umum.SEBELUMNYA, step(place.number - 1), ft.Icons.CHEVRON_LEFT),
            outline_button(umum.BERIKUTNYA, step(place.number + 1), ft.Icons.CHEVRON_RIGHT),
        )
    ]
