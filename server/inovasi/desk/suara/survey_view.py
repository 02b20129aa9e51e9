"""The picture of the survey: whether it is open, the index, each element, what was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.desk.widgets import notices
from server.desk.widgets.buttons import choice, filled_button, outline_button
from server.desk.widgets.fields import Field
from server.desk.widgets.layout import scrolling
from server.desk.widgets.paper import paper_button
from server.desk.widgets.text import copyable, second, text
from server.desk.widgets.theme import colours, look
from server.inovasi import teks_suara as words
from server.inovasi.desk.addresses import PAPER
from server.inovasi.desk.bukti import parts
from server.inovasi.desk.suara.survey_state import SurveyState
from server.inovasi.survey import Survey
from shared import skm
from shared.widgets.layout import column, row, wrapped

Press = Callable[[], None]


@dataclass(frozen=True)
class SurveyActions:
    """What one can do here; ``writes`` decides whether anything can be changed."""

    choose: Callable[[str], None]
    turn: Press
    turn_public: Press
    keep: Press
    again: Press
    writes: bool


def head_actions(state: SurveyState, on: SurveyActions) -> list[ft.Control]:
    seen = state.seen
    if seen is None:
        return []
    options = [(one, skm.period_words(one)) for one in seen.periods]
    pick = choice(
        words.SKM_PILIH, words.SKM_PILIH, options, seen.periode,
        lambda value: on.choose(value or ""), width=220,
    )  # fmt: skip
    paper = paper_button(
        words.SKM_UNDUH, PAPER.format(macam="skm", jenis="pdf", tahun=seen.periode[:4])
    )
    return [paper] if look().narrow else [pick, paper]


def body(state: SurveyState, on: SurveyActions) -> ft.Control:
    seen = state.seen
    if seen is None:
        return notices.trouble(on.again) if state.failed else notices.skeleton(6, 60)
    side = parts.stacked(_door(state, seen, on), _public(state, on))
    main = parts.stacked(
        _result(seen), *_elements(seen), *_respondents(seen), *_done(state, seen, on), *_saran(seen)
    )
    return scrolling(parts.beside(main, side, side_width=320))


def _door(state: SurveyState, seen: Survey, on: SurveyActions) -> ft.Control:
    """Open or closed, with the link and the code for citizens."""
    told = skm.period_words(seen.periode)
    if not seen.open:
        running = seen.periode == seen.periods[0]
        press = [filled_button(words.SKM_BUKA, on.turn, ft.Icons.HOW_TO_VOTE)]
        return parts.section(
            words.SKM_TERTUTUP.format(periode=told),
            second(words.SKM_TERTUTUP_ISI, "body"),
            *(press if on.writes and running else []),
        )
    code = ft.Semantics(
        content=ft.Container(
            content=ft.Image(
                src=state.code, width=176, height=176, filter_quality=ft.FilterQuality.NONE
            ),
            bgcolor="#FFFFFF", padding=8, border_radius=10,
        ),
        label=words.SKM_QR, image=True,
    )  # fmt: skip
    close = [outline_button(words.SKM_TUTUP, on.turn)] if on.writes else []
    return parts.section(
        words.SKM_TERBUKA.format(periode=told),
        second(words.SKM_TERBUKA_ISI, "body"),
        row(code),
        second(words.SKM_TAUTAN),
        copyable(text(state.link, "bodyb", selectable=True), state.link),
        *close,
    )


def _public(state: SurveyState, on: SurveyActions) -> ft.Control:
    title = words.PUBLIK_TERBUKA if state.public else words.PUBLIK_TERTUTUP
    label = words.PUBLIK_TUTUP if state.public else words.PUBLIK_BUKA
    press = [outline_button(label, on.turn_public)] if on.writes else []
    link = (
        [copyable(text(state.about, "bodyb", selectable=True), state.about)] if state.public else []
    )
    return parts.section(title, second(words.PUBLIK_ISI, "body"), *link, *press)


def _result(seen: Survey) -> ft.Control:
    told = skm.period_words(seen.periode)
    found = seen.told.result
    if found.index is None:
        return parts.section(words.SKM_HASIL, second(words.SKM_KOSONG.format(periode=told), "body"))
    head = words.SKM_INDEKS.format(
        indeks=number(found.index), mutu=found.grade, kata=skm.MUTU[found.grade].lower()
    )
    base = words.SKM_DASAR.format(
        jumlah=found.answers,
        desa=seen.told.from_desa,
        banyak=seen.told.villages,
        publik=seen.told.from_public,
    )
    before = []
    if seen.before.index is not None:
        before.append(second(words.SKM_SEBELUM.format(indeks=number(seen.before.index)), "body"))
    return parts.section(
        words.SKM_HASIL, text(head, "title", colours().primary), second(base, "body"), *before,
        second(words.SKM_SATU_INDEKS),
    )  # fmt: skip


def _respondents(seen: Survey) -> list[ft.Control]:
    """Who has answered, as far as they told it: counts only."""
    if not seen.told.result.answers:
        return []
    lines: list[ft.Control] = []
    for name, bidang in skm.PROFIL.items():
        given = {key: seen.told.profil.get((name, key), 0) for key in bidang.pilihan}
        told = ", ".join(
            words.SKM_PROFIL_BARIS.format(pilihan=bidang.pilihan[key], jumlah=n)
            for key, n in given.items()
            if n
        )
        filled = words.SKM_PROFIL_KET.format(
            jumlah=sum(given.values()), semua=seen.told.result.answers
        )
        lines.append(
            column(
                text(bidang.nama, "metab"), text(told or words.SKM_PROFIL_KOSONG), second(filled),
                gap=2,
            )
        )  # fmt: skip
    return [parts.section(words.SKM_PROFIL, *lines)]


def _elements(seen: Survey) -> list[ft.Control]:
    found = seen.told.result
    if not found.means:
        return []
    lines = [
        _element(number_, mean, weakest=number_ == found.weakest)
        for number_, mean in enumerate(found.means)
    ]
    return [parts.section(words.SKM_UNSUR, *lines)]


def _element(index: int, mean: float, *, weakest: bool) -> ft.Control:
    name = f"{index + 1}. {skm.UNSUR[index].nama}"
    value = number(mean)
    mark = [second(words.SKM_TERLEMAH, "metab")] if weakest else []
    bar = ft.ProgressBar(
        value=(mean - skm.LOW) / (skm.HIGH - skm.LOW),
        bar_height=8,
        border_radius=4,
        color="#B97A10" if weakest else colours().primary,
        bgcolor=colours().quiet,
        semantics_label=f"{name}: {value}",
    )
    return column(
        row(text(name, expand=True), *mark, text(value, "bodyb"), gap=10), bar, gap=4,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )  # fmt: skip


def _done(state: SurveyState, seen: Survey, on: SurveyActions) -> list[ft.Control]:
    weakest = seen.told.result.weakest
    if weakest is None:
        return []
    title = words.SKM_PERBAIKAN.format(unsur=skm.UNSUR[weakest].nama)
    by = [second(words.SKM_DITULIS.format(nama=seen.told.action_by))] if seen.told.action_by else []
    if not on.writes:
        return [parts.section(title, text(seen.told.action or "–"), *by)]
    field = Field(
        title, state.typed.teks, on_change=state.type, lines=3, limit=4000, show_label=False,
        key=f"tindak-{seen.periode}-{seen.told.action}",
    )  # fmt: skip
    keep = outline_button(words.SKM_PERBAIKAN_SIMPAN, on.keep, ft.Icons.SAVE)
    return [parts.section(title, second(words.SKM_PERBAIKAN_KET), field, *by, wrapped(keep))]


def _saran(seen: Survey) -> list[ft.Control]:
    if not seen.told.saran:
        return []
    lines = [copyable(text(one), one) for one in seen.told.saran]
    return [parts.section(words.SKM_SARAN.format(jumlah=len(lines)), *lines)]


def number(value: float) -> str:
    """Two decimals, with a comma."""
    return f"{value:.2f}".replace(".", ",")
