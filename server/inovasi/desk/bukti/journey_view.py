"""The picture of the journey: each stage with what it asks, its entries and its files."""

from __future__ import annotations

import flet as ft

from server.desk.widgets.buttons import outline_button
from server.desk.widgets.chips import chip
from server.desk.widgets.layout import card, scrolling
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import chip_colours, colours
from server.inovasi import evidence, teks
from server.inovasi import innovation_fields as fields
from server.inovasi.desk.addresses import RoundPlace
from server.inovasi.desk.bukti import files_view, parts, trial_view
from server.inovasi.desk.bukti.journey_facts import DATES, StageFacts, stages
from server.inovasi.desk.bukti.journey_parts import JourneyActions, day, story
from server.inovasi.desk.bukti.state import EvidenceState
from server.inovasi.innovation import Innovation
from shared.clock import tanggal
from shared.widgets.layout import column, row, wrapped

_PEOPLE = {
    "inisiatif": "tahap.inisiatif.orang", "uji_coba": "uji.orang",
    "penerapan": "tahap.penerapan.orang",
}  # fmt: skip


def body(state: EvidenceState, on: JourneyActions) -> ft.Control:
    page = state.page
    if page is None:
        return parts.waiting(failed=state.failed, lacks_set=state.lacks_set, again=on.again)
    return scrolling(
        *parts.banner(is_sample=page.is_sample),
        *_on_paper(page),
        *[_stage(state, page, one, on) for one in stages(page)],
    )


def _on_paper(page: Innovation) -> list[ft.Control]:
    """The trial that lies behind, as the proposal tells it."""
    tried = fields.day(page.facts, "kertas.uji_coba")
    used = fields.day(page.facts, "kertas.penerapan")
    if tried is None or used is None:
        return []
    told = teks.PJ_KERTAS.format(
        uji=tanggal(tried, weekday=False), terap=tanggal(used, weekday=False)
    )
    lines = column(text(told, "bodyb"), second(teks.PJ_KERTAS_KET), gap=2, expand=True)
    return [card(row(icon(ft.Icons.HISTORY_EDU, 22), lines, gap=12), bgcolor=colours().quiet)]


def _stage(
    state: EvidenceState, page: Innovation, one: StageFacts, on: JourneyActions
) -> ft.Control:
    asked = parts.stacked(*[_asked(thing.teks, there) for thing, there in one.asked])
    asked.spacing = 7
    entries: list[ft.Control] = [_dates(page, one, on)]
    if one.kode == "uji_coba":
        entries += trial_view.plan(page, on)
    if one.kode in _PEOPLE:
        entries.append(story(page.facts, _PEOPLE[one.kode], on, lines=2))
    main = parts.stacked(*entries)
    side = parts.stacked(asked, *_files(state, page, one, on))
    count = teks.PJ_LENGKAP.format(n=one.count, dari=len(one.asked))
    tag = (
        chip("ok", ft.Icons.CHECK_CIRCLE, teks.PJ_LENGKAP_SEMUA)
        if one.done
        else chip("wait", ft.Icons.PENDING, count)
    )
    return parts.section(one.name, parts.beside(main, side, side_width=420), beside=[tag])


def _asked(asked: str, there: bool) -> ft.Control:
    colour = chip_colours("ok").fore if there else chip_colours("wait").fore
    sign = ft.Icons.CHECK_CIRCLE if there else ft.Icons.RADIO_BUTTON_UNCHECKED
    words_ = text(asked) if there else text(teks.PJ_BELUM.format(teks=asked), "bodyb", colour)
    words_.expand = True
    return row(icon(sign, 18, colour), words_, gap=8)


def _dates(page: Innovation, one: StageFacts, on: JourneyActions) -> ft.Control:
    keys = [key for key in DATES.get(one.kode, ()) if key]
    return wrapped(*[day(page.facts, key, on) for key in keys], gap=12)


def _files(
    state: EvidenceState, page: Innovation, one: StageFacts, on: JourneyActions
) -> list[ft.Control]:
    if one.kode == "pengembangan":
        return [row(outline_button(teks.PJ_KEMBANG, lambda: on.go(RoundPlace())))]
    place = f"tahap:{one.kode}"
    own = [file for file in page.files if file["tempat"] == place]
    found: list[ft.Control] = [
        text(teks.PJ_BERKAS.format(tahap=one.name), "metab"),
        files_view.listed(own, on.files, writes=on.writes),
    ]
    if on.writes:
        key = f"{place}-{page.tahun}-{state.round}"
        found.append(files_view.AddFile(place, evidence.KINDS, on.files, key=key))
    return found
