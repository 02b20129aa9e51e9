"""The trial as a plan: its villages, what is measured, the manual way, week by week, the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from server.desk.widgets.buttons import outline_button, pill
from server.desk.widgets.fields import Field
from server.desk.widgets.layout import pad
from server.desk.widgets.text import second, text
from server.desk.widgets.theme import colours, look
from server.inovasi import innovation_fields as fields
from server.inovasi import teks
from server.inovasi.desk import addresses as at
from server.inovasi.desk.bukti.journey_parts import JourneyActions, story
from server.inovasi.innovation import TRIAL, Innovation
from server.inovasi.measure_scope import Observed, Scope
from server.inovasi.measures import BY_KODE, MEASURES
from server.pembinaan.desk.parts import labelled
from shared.clock import tanggal_pendek
from shared.widgets.layout import column, row, wrapped


def plan(page: Innovation, on: JourneyActions) -> list[ft.Control]:
    """Everything of the trial between its dates and its files."""
    return [
        labelled(teks.PJ_DESA, _villages(page, on)),
        labelled(teks.PJ_UKUR, _measures(page, on)),
        _baseline(page, on),
        story(page.facts, "uji.cara", on),
        *_weeks(page, on),
        story(page.facts, "uji.pelajaran", on),
        labelled(teks.PJ_KEPUTUSAN, _decision(page, on)),
        story(page.facts, "uji.alasan", on, lines=2),
        _ways(page, on),
    ]


def _villages(page: Innovation, on: JourneyActions) -> ft.Control:
    chosen = fields.listed(page.facts, "uji.desa")
    options = [(desa.kode, desa.nama) for desa in page.wilayah.desa]
    return _pills("uji.desa", options, chosen, on)


def _measures(page: Innovation, on: JourneyActions) -> ft.Control:
    chosen = fields.listed(page.facts, "uji.ukur")
    options = [(one.kode, teks.UKURAN[one.kode][0]) for one in MEASURES]
    return _pills("uji.ukur", options, chosen, on)


def _pills(
    key: str, options: list[tuple[str, str]], chosen: tuple[str, ...], on: JourneyActions
) -> ft.Control:
    def turn(kode: str) -> Callable[[], None] | None:
        return (lambda: on.put_item(key, kode, kode not in chosen)) if on.writes else None

    shown = [(k, name) for k, name in options if on.writes or k in chosen]
    return wrapped(*[pill(name, turn(k), chosen=k in chosen) for k, name in shown], gap=6)


def _baseline(page: Innovation, on: JourneyActions) -> ft.Control:
    names = ("dulu.desa_melapor", "dulu.hari_terlambat", "dulu.jam_rekap")
    return ft.Container(
        content=column(
            text(teks.PJ_DULU, "bodyb"),
            second(teks.PJ_DULU_KET),
            _numbers(names, page.facts, on),
            second(teks.PJ_KINI),
            _numbers(("kini.jam_rekap",), page.facts, on),
            gap=10,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        bgcolor=colours().quiet,
        border_radius=12,
        padding=pad(12, 14),
    )


def _numbers(names: tuple[str, ...], facts: dict[str, Any], on: JourneyActions) -> ft.Control:
    shown = [_number(key, facts, on) for key in names]
    if look().narrow:
        return column(*shown, gap=10, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    boxes = [ft.Container(content=one, expand=True) for one in shown]
    return row(*boxes, gap=12, vertical_alignment=ft.CrossAxisAlignment.END)


def _number(key: str, facts: dict[str, Any], on: JourneyActions) -> ft.Control:
    known = fields.number(facts, key)
    return Field(
        teks.PJ_ISIAN[key],
        "" if known is None else teks.angka(known, 2),
        on_change=lambda value: on.number(key, value),
        on_leave=on.leave,
        limit=8,
        read_only=not on.writes,
        key=key,
    )


def _weeks(page: Innovation, on: JourneyActions) -> list[ft.Control]:
    """Each week's figures, with room for a note."""
    trial = page.trial
    if trial is None:
        return []
    weeks = trial.scope.weeks()
    return [
        labelled(
            teks.PJ_MINGGU,
            column(
                *[_week(n, week, trial, page, on) for n, week in enumerate(weeks, 1)],
                gap=8,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    ]


def week_words(trial: Observed, week: Scope) -> str:
    """A week in one line."""
    if not week.passed(trial.today):
        return teks.PJ_MINGGU_NANTI
    seen = trial.within(week)
    if not seen.reports:
        return teks.PJ_MINGGU_KOSONG
    timely = BY_KODE["tepat_waktu"].compute(seen)
    return teks.PJ_MINGGU_ANGKA.format(
        desa=teks.DARI.format(n=BY_KODE["desa_aktif"].compute(seen).top, dari=len(week.desa)),
        laporan=len(seen.reports),
        tepat=teks.nilai(timely.value, "persen"),
    )


def _week(
    number: int, week: Scope, trial: Observed, page: Innovation, on: JourneyActions
) -> ft.Control:
    key = f"uji.minggu.{week.since.isoformat()}"
    title = teks.PJ_MINGGU_KE.format(
        n=number, mulai=tanggal_pendek(week.since), selesai=tanggal_pendek(week.until)
    )
    note = Field(
        teks.PJ_MINGGU_CATATAN.format(n=number),
        fields.words(page.facts, key),
        on_change=lambda value: on.type(key, value),
        on_leave=on.leave,
        limit=fields.LONG,
        hint=teks.PJ_MINGGU_CATATAN.format(n=number),
        show_label=False,
        read_only=not on.writes,
        key=key,
    )
    told = column(text(title, "bodyb"), second(week_words(trial, week)), gap=2)
    if look().narrow:
        return column(told, note, gap=6, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return row(
        ft.Container(content=told, width=310), ft.Container(content=note, expand=True), gap=12
    )


def _decision(page: Innovation, on: JourneyActions) -> ft.Control:
    chosen = fields.words(page.facts, "uji.keputusan")

    def choose(kode: str) -> Callable[[], None] | None:
        return (lambda: on.choose("uji.keputusan", kode, kode != chosen)) if on.writes else None

    options = teks.PJ_KEPUTUSAN_PILIHAN.items()
    return wrapped(*[pill(name, choose(k), chosen=k == chosen) for k, name in options], gap=6)


def _ways(page: Innovation, on: JourneyActions) -> ft.Control:
    ways: list[ft.Control] = [
        outline_button(
            teks.PJ_BUKA_UKURAN, lambda: on.go(at.MeasuresPlace(TRIAL)), ft.Icons.QUERY_STATS
        )
    ]
    if on.takes_papers:
        paper = at.PAPER.format(macam="uji-coba", jenis="pdf", tahun=page.tahun)
        ways.append(
            outline_button(teks.PJ_LAPORAN, lambda: on.download(paper), ft.Icons.PICTURE_AS_PDF)
        )
    return wrapped(*ways, gap=10)
