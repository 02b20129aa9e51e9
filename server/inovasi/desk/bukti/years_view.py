"""The picture of a year's set: its indicators, and the form of the one that is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.desk.places import Place
from server.desk.widgets.buttons import filled_button, outline_button, pill
from server.desk.widgets.fields import Field
from server.desk.widgets.layout import card, pad, scrolling
from server.desk.widgets.pressable import pressable
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import look
from server.inovasi import teks
from server.inovasi.desk.addresses import YearSetPlace
from server.inovasi.desk.bukti import parts
from server.inovasi.desk.bukti.years_state import Form, YearsState
from server.inovasi.innovation_calendar import MARKS, Event
from server.inovasi.innovation_set import PARAMETERS, Basis, Indicator, YearSet
from shared.widgets.layout import column, row, wrapped


@dataclass(frozen=True)
class YearsActions:
    """What one can do here."""

    go: Callable[[Place], None]
    begin: Callable[[int], None]
    take_in: Callable[[], None]
    fetch: Callable[[int, str], None]
    save: Callable[[int], None]
    mark: Callable[[Event, str], None]
    save_calendar: Callable[[], None]
    again: Callable[[], None]
    writes: bool


def head_actions(state: YearsState, on: YearsActions) -> list[ft.Control]:
    if not on.writes or look().narrow:
        return []
    return _deeds(state, on)


def _deeds(state: YearsState, on: YearsActions) -> list[ft.Control]:
    found: list[ft.Control] = [
        outline_button(teks.TH_IMPOR, on.take_in, ft.Icons.UPLOAD_FILE),
    ]
    if state.years:
        following = state.years[0] + 1
        copy = teks.TH_SALIN.format(tahun=following)
        found.append(filled_button(copy, lambda: on.begin(following), ft.Icons.CONTENT_COPY))
    return found


def body(state: YearsState, opened: int | None, on: YearsActions) -> ft.Control:
    year = state.set
    if year is None:
        return parts.waiting(failed=state.failed, lacks_set=state.missing, again=on.again)
    deeds = _deeds(state, on) if on.writes and look().narrow else []
    return scrolling(
        *deeds,
        _years(state, year, on),
        calendar(state, year, on),
        *[_indicator(state, year, one, opened, on) for one in year.indikator],
    )


def _years(state: YearsState, year: YearSet, on: YearsActions) -> ft.Control:
    def go(tahun: int) -> Callable[[], None]:
        return lambda: on.go(YearSetPlace(tahun))

    pills = [pill(str(one), go(one), chosen=one == year.tahun) for one in state.years]
    files = [
        outline_button(name, lambda jenis=jenis: on.fetch(year.tahun, jenis), ft.Icons.DOWNLOAD)
        for jenis, name in (("json", teks.TH_JSON), ("xlsx", teks.TH_EXCEL))
    ]
    points = teks.JUMLAH_POIN.format(poin=teks.angka(year.most), semua=teks.angka(year.most))
    return card(
        column(
            wrapped(*pills, *files, gap=8),
            second(f"{teks.TH_SUMBER}: {year.sumber}") if year.sumber else second(points),
            gap=10,
        )
    )


def calendar(state: YearsState, year: YearSet, on: YearsActions) -> ft.Control:
    """The dates of the round: entered here, never in a program."""
    save = [row(filled_button(teks.TH_KALENDER_SIMPAN, on.save_calendar, ft.Icons.SAVE))]
    lines = [_event(state, one, on) for one in year.kalender]
    return parts.section(
        teks.TH_KALENDER.format(tahun=year.tahun), second(teks.TH_KALENDER_KET), *lines,
        *(save if on.writes and lines else []),
    )  # fmt: skip


def _event(state: YearsState, one: Event, on: YearsActions) -> ft.Control:
    typed = state.event(one)

    def since(value: str) -> None:
        typed.mulai = value

    def until(value: str) -> None:
        typed.selesai = value

    def source(value: str) -> None:
        typed.sumber = value

    def field(label: str, start: str, change: Callable[[str], None], limit: int) -> ft.Control:
        name = teks.TH_ACARA.format(nama=one.nama, isian=label)
        return Field(
            name, start, on_change=change, limit=limit, read_only=not on.writes,
            key=f"{one.kode}-{label}-{state.set and state.set.tahun}-{state.round}",
        )  # fmt: skip

    def press(yakin: str) -> Callable[[], None] | None:
        return (lambda: on.mark(one, yakin)) if on.writes else None

    days = [
        field(teks.TH_MULAI, typed.mulai, since, 30),
        field(teks.TH_SELESAI, typed.selesai, until, 30),
    ]
    placed = (
        parts.stacked(*days)
        if look().narrow
        else row(*[ft.Container(content=day, expand=True) for day in days], gap=12)
    )
    pills = [pill(teks.YAKIN[mark], press(mark), chosen=typed.yakin == mark) for mark in MARKS]
    note = [second(one.catatan)] if one.catatan else []
    return parts.stacked(
        text(one.nama, "bodyb"), *note, placed, field(teks.TH_SUMBER, typed.sumber, source, 500),
        wrapped(*pills, gap=6),
    )  # fmt: skip


def _indicator(
    state: YearsState, year: YearSet, one: Indicator, opened: int | None, on: YearsActions
) -> ft.Control:
    is_open = opened == one.nomor
    place = YearSetPlace(year.tahun, None if is_open else one.nomor)
    title = teks.IN_JUDUL.format(nomor=one.nomor, nama=one.nama)
    weight = teks.IN_BOBOT.format(bobot=teks.angka(one.bobot, 2))
    sign = ft.Icons.EXPAND_LESS if is_open else ft.Icons.EXPAND_MORE
    head = pressable(
        row(text(title, "bodyb", expand=True), second(weight, "metab"), icon(sign, 20), gap=12),
        lambda: on.go(place),
        f"{title}, {weight}",
        padding=pad(12, 16),
    )
    inside = [_form(state.form(one), one, on)] if is_open else []
    return card(
        column(head, *inside, gap=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        padding=0,
    )


def _form(typed: Form, one: Indicator, on: YearsActions) -> ft.Control:
    def name(value: str) -> None:
        typed.nama = value

    def question(value: str) -> None:
        typed.tanya = value

    def weight(value: str) -> None:
        typed.bobot = value

    read_only = not on.writes
    save = [row(filled_button(teks.TH_SIMPAN, lambda: on.save(one.nomor), ft.Icons.SAVE))]
    return ft.Container(
        content=parts.stacked(
            Field(teks.TH_NAMA, typed.nama, on_change=name, limit=200, read_only=read_only,
                  key=f"nama-{one.nomor}"),
            Field(teks.TH_TANYA, typed.tanya,
                  on_change=question, limit=500, read_only=read_only, key=f"tanya-{one.nomor}"),
            Field(teks.TH_BOBOT, typed.bobot, on_change=weight, limit=6, read_only=read_only,
                  key=f"bobot-{one.nomor}"),
            *[_basis(typed, one, basis, read_only) for basis in one.dasar],
            *(save if on.writes else []),
        ),
        padding=pad(4, 16, bottom=16),
    )  # fmt: skip


def _basis(typed: Form, one: Indicator, basis: Basis, read_only: bool) -> ft.Control:
    def step(number: int) -> ft.Control:
        def parameter(value: str) -> None:
            typed.parameter[basis.kode][number] = value

        def border(value: str) -> None:
            typed.batas[basis.kode][number] = value

        key = f"{one.nomor}-{basis.kode}-{number}"
        told = Field(
            teks.TH_PARAMETER.format(n=number + 1), typed.parameter[basis.kode][number],
            on_change=parameter, limit=500, read_only=read_only, key=f"parameter-{key}",
        )  # fmt: skip
        if not basis.ukuran:
            return told
        limit = Field(
            teks.TH_BATAS.format(n=number + 1), typed.batas[basis.kode][number],
            on_change=border, limit=10, read_only=read_only, key=f"batas-{key}",
        )  # fmt: skip
        return row(
            ft.Container(content=told, expand=True), ft.Container(content=limit, width=110), gap=12
        )

    head = [text(f"{basis.kode}. {basis.nama}", "bodyb")] if basis.nama else []
    note = [second(teks.TH_BATAS_KET.format(ukuran=basis.ukuran))] if basis.ukuran else []
    return parts.stacked(*head, *[step(n) for n in range(PARAMETERS)], *note)
