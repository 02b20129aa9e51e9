"""The picture of a round: the verdict, what is next, the dates, the calendar, the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import flet as ft

from server.desk.widgets.buttons import choice, filled_button, outline_button, pill
from server.desk.widgets.fields import Field
from server.desk.widgets.layout import pad, rule, scrolling
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import chip_colours, look
from server.inovasi import evidence, round_words, teks
from server.inovasi import innovation_fields as fields
from server.inovasi.desk import addresses as at
from server.inovasi.desk.bukti import files_view, parts, round_way
from server.inovasi.desk.bukti.round_actions import RoundActions
from server.inovasi.desk.bukti.round_state import RoundState
from server.inovasi.innovation_calendar import Event
from server.inovasi.innovation_dates import DIGITAL, ON_PAPER, PLACE, Development
from server.inovasi.innovation_eligibility import Verdict
from server.inovasi.innovation_round import Condition, Round, Suggestion
from shared.clock import tanggal
from shared.widgets.layout import column, row, wrapped

_SIGNS = {
    Verdict.MAY: ("ok", ft.Icons.CHECK_CIRCLE), Verdict.NOT_YET: ("wait", ft.Icons.HOURGLASS_TOP),
    Verdict.NO_LONGER: ("bad", ft.Icons.EVENT_BUSY), Verdict.UNKNOWN: ("mute", ft.Icons.HELP),
}  # fmt: skip


def head_actions(state: RoundState, on: RoundActions) -> list[ft.Control]:
    found = state.found
    return [_years(found, on)] if found and not look().narrow else []


def body(state: RoundState, opened: str, on: RoundActions) -> ft.Control:
    found = state.found
    if found is None:
        return parts.waiting(failed=state.failed, lacks_set=state.lacks_set, again=on.again)
    main = parts.stacked(_verdict(found), _dates(found, on), _developments(state, found, on))
    side = parts.stacked(_next(found, on), _calendar(found, on), _conditions(found, on))
    return scrolling(
        *parts.banner(is_sample=found.is_sample),
        *([_years(found, on)] if look().narrow else []),
        parts.beside(main, side, side_width=380),
        round_way.way(found, opened, on),
    )


def _years(found: Round, on: RoundActions) -> ft.Control:
    options = [(str(year), teks.KL_PUTARAN.format(tahun=year)) for year in found.years]

    def chosen(value: str | None) -> None:
        on.go(at.RoundPlace(int(value) if value else None))

    return choice(teks.KL_JUDUL, teks.TH_TERBARU, options, str(found.tahun), chosen, width=140)


# --- The verdict ----------------------------------------------------------------------------------


def _verdict(found: Round) -> ft.Control:
    """Large, with its reason, what would change it, and where the rule comes from."""
    one = found.eligibility
    kind, sign = _SIGNS[one.verdict]
    pair = chip_colours(kind)
    head = teks.KL_PUTUSAN[one.verdict].format(tahun=found.tahun)
    change = round_words.would_make_it_so(one)
    window = next((event for event in found.set.kalender if event.kode == "jendela"), None)
    lines: list[ft.Control] = [
        text(round_words.because(one, found.tahun), "bodyb", pair.fore),
        *([text(change, "body", pair.fore)] if change else []),
        *[text(remark, "body", pair.fore) for remark in round_words.remarks(one)],
        *([text(teks.KL_URUTAN, "body", pair.fore)] if not found.dates.in_order else []),
    ]
    told = column(
        ft.Semantics(content=text(head, "title", pair.fore), header=True), *lines, gap=6,
        expand=True,
    )  # fmt: skip
    box = ft.Container(
        content=row(
            icon(sign, 40, pair.fore), told, gap=16,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        bgcolor=pair.back, border_radius=16, padding=pad(16, 18),
    )  # fmt: skip
    guess = [second(teks.KL_DUGAAN.format(tahun=found.tahun))] if found.projected else []
    source = [parts.source(window.sumber, window.yakin)] if window else []
    return parts.stacked(ft.Semantics(live_region=True, content=box), *source, *guess)


def _next(found: Round, on: RoundActions) -> ft.Control:
    """One step at a time."""
    step = found.next_step
    if step is None:
        return parts.section(teks.KL_LANGKAH, text(teks.KL_JALAN_HABIS))
    return parts.section(
        teks.KL_LANGKAH,
        text(step.nama, "bodyb"),
        text(step.isi),
        second(teks.KL_JALAN_SIAPA.format(siapa=step.siapa)),
        row(outline_button(teks.BUKA, lambda: on.open_step(step.kode), tip=step.nama)),
    )


# --- Dates ----------------------------------------------------------------------------------------


def _dates(found: Round, on: RoundActions) -> ft.Control:
    entries = [_day(found, key, teks.KL_ISIAN[key], on) for key in ON_PAPER]
    told = [fields.day(found.facts, key) for key in DIGITAL]
    lines: list[ft.Control] = [second(teks.KL_TANGGAL_KET), _across(entries)]
    if any(told):
        days = [tanggal(one, weekday=False) if one else teks.BELUM_ADA for one in told]
        digital = teks.KL_DIGITAL.format(inisiatif=days[0], uji=days[1], terap=days[2])
        way = outline_button(
            teks.PERJALANAN, lambda: on.go(at.JourneyPlace(_set_year(found))), ft.Icons.ROUTE
        )
        lines += [text(digital), row(way)]
    return parts.section(teks.KL_TANGGAL, *lines)


def _across(entries: Sequence[ft.Control]) -> ft.Control:
    if look().narrow:
        return parts.stacked(*entries)
    return row(*[ft.Container(content=one, expand=True) for one in entries], gap=12)


def _day(found: Round, key: str, label: str, on: RoundActions, mark: str = "") -> ft.Control:
    known = fields.day(found.facts, key)
    return Field(
        label,
        tanggal(known, weekday=False) if known else "",
        on_change=lambda value: on.type_day(key, value),
        on_leave=on.leave_day,
        limit=30,
        read_only=not on.writes,
        key=f"{key}{mark}",
    )


def _developments(state: RoundState, found: Round, on: RoundActions) -> ft.Control:
    entered = [one for one in found.dates.developments if one.nomor]
    digital = [
        row(
            icon(ft.Icons.CHECK_CIRCLE, 20),
            text(teks.KL_KEMBANG_DIGITAL.format(hari=tanggal(one.day, weekday=False)), "bodyb"),
        )
        for one in found.dates.developments
        if not one.nomor and one.day
    ]
    numbers = [one.nomor for one in entered]
    free = [n for n in range(1, fields.MOST_DEVELOPMENTS + 1) if n not in numbers]
    opened = free[: state.shown or (0 if entered else 1)] if on.writes else []
    known = {one.nomor: one for one in entered}
    forms = [_development(state, found, n, known.get(n), on) for n in sorted([*numbers, *opened])]
    add = (
        [row(outline_button(teks.KL_KEMBANG_TAMBAH, on.more, ft.Icons.ADD))]
        if on.writes and free
        else []
    )
    return parts.section(
        teks.KL_KEMBANG, second(teks.KL_KEMBANG_KET), *digital, *forms, *_suggested(found, on), *add
    )


def _development(
    state: RoundState, found: Round, n: int, known: Development | None, on: RoundActions
) -> ft.Control:
    """Since when, what is new, and the files that prove it."""
    place, mark = PLACE.format(n=n), f"-{state.round}"
    files = [one for one in found.files if one["tempat"] == place]
    what = Field(
        teks.KL_KEMBANG_APA.format(n=n),
        fields.words(found.facts, f"kembang.{n}.apa"),
        on_change=lambda value: on.type(f"kembang.{n}.apa", value),
        on_leave=on.leave,
        lines=2,
        limit=fields.LONG,
        read_only=not on.writes,
        key=f"kembang.{n}.apa{mark}",
    )
    proof: list[ft.Control] = [files_view.listed(files, on.files, writes=on.writes)]
    if on.writes and known is not None:
        key = f"{place}-{state.round}"
        proof.append(files_view.AddFile(place, evidence.KINDS, on.files, key=key))
    return parts.stacked(
        rule(),
        text(teks.KL_KEMBANG_KE.format(n=n), "bodyb"),
        _day(found, f"kembang.{n}.mulai", teks.KL_KEMBANG_TANGGAL.format(n=n), on, mark),
        what,
        *proof,
    )


def _suggested(found: Round, on: RoundActions) -> list[ft.Control]:
    """What the data themselves can date."""
    if not found.suggestions or not on.writes:
        return []

    def press(one: Suggestion) -> Callable[[], None]:
        return lambda: on.take(one)

    pills = [
        pill(
            teks.KL_SARAN_PAKAI.format(
                teks=teks.KL_SARAN_ISI[one.kode], hari=tanggal(one.day, weekday=False)
            ),
            press(one),
            chosen=False,
        )
        for one in found.suggestions
    ]
    return [text(teks.KL_SARAN, "metab"), wrapped(*pills, gap=6)]


# --- Calendar, conditions -------------------------------------------------------------------------


def _calendar(found: Round, on: RoundActions) -> ft.Control:
    """What is to come first, then every line with its mark and source."""
    soon = [
        row(icon(ft.Icons.TIMER, 18), text(round_words.counted(one), "bodyb", expand=True), gap=8)
        for one in found.countdowns[:2]
    ]
    lines = [_event(one) for one in found.set.kalender]
    change = outline_button(
        teks.KL_KALENDER_UBAH,
        lambda: on.go(at.YearSetPlace(_set_year(found))),
        ft.Icons.EDIT_CALENDAR,
    )
    return parts.section(teks.KL_KALENDER, *soon, *lines, row(change))


def _event(one: Event) -> ft.Control:
    note = [second(one.catatan)] if one.catatan else []
    return column(
        text(one.nama, "metab"), text(round_words.span(one)), *note,
        parts.source(one.sumber, one.yakin), gap=3,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )  # fmt: skip


def _conditions(found: Round, on: RoundActions) -> ft.Control:
    lines = [_condition(one) for one in found.conditions]
    year = found.tahun
    ways: list[ft.Control] = (
        [filled_button(teks.KL_KE_SET.format(tahun=year), lambda: on.go(at.YearSetPlace()))]
        if found.projected
        else [
            filled_button(teks.KL_KE_LEMBAR, lambda: on.go(at.SheetPlace(year))),
            outline_button(teks.KL_KE_VALIDATOR, lambda: on.go(at.ValidatorPlace(year))),
        ]
    )
    return parts.section(teks.KL_SYARAT, *lines, wrapped(*ways, gap=8))


def _condition(one: Condition) -> ft.Control:
    told = {
        "kata": teks.KL_SYARAT_KATA.format(n=one.number),
        "wajib": teks.KL_SYARAT_WAJIB.format(nomor=one.number),
        "set": teks.KL_SYARAT_SET.format(tahun=one.number),
    }[one.kode]
    colour = chip_colours("ok" if one.met else "wait").fore
    sign = ft.Icons.CHECK_CIRCLE if one.met else ft.Icons.RADIO_BUTTON_UNCHECKED
    return row(icon(sign, 18, colour), text(told, "body", expand=True), gap=8)


def _set_year(found: Round) -> int | None:
    """The year that has a set to be shown; None is the newest."""
    return None if found.projected else found.tahun
