"""The picture of the overview: four figures, the indicators, the way so far, the papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import flet as ft

from server.desk.places import Place
from server.desk.widgets.buttons import choice, filled_button, icon_button, outline_button
from server.desk.widgets.layout import card, pad, rule, scrolling, table_line
from server.desk.widgets.pressable import pressable
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import chip_colours, colours, look
from server.inovasi import innovation_fields as fields
from server.inovasi import innovation_round, round_words, teks
from server.inovasi import teks_suara as voice
from server.inovasi.desk import addresses as at
from server.inovasi.desk.addresses_suara import ComplaintsPlace, SurveyPlace
from server.inovasi.desk.bukti import journey_facts, parts
from server.inovasi.desk.bukti.labels import readiness
from server.inovasi.desk.bukti.state import EvidenceState
from server.inovasi.indicator_words import next_step, says
from server.inovasi.indicators import Standing
from server.inovasi.innovation import Innovation
from server.inovasi.measures import BY_KODE
from shared.widgets.layout import column, row

PAPERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("profil", ("pdf", "docx")), ("uji-coba", ("pdf",)), ("kemanfaatan", ("pdf",)),
    ("monev", ("pdf",)), ("skm", ("pdf",)), ("sk", ("docx", "pdf")), ("pelaksana", ("xlsx",)),
    ("pedoman", ("pdf",)), ("ringkasan", ("pdf",)), ("video", ("pdf",)),
)  # fmt: skip
WIDTHS = (40, None, 84, 170, 150)
_SIGNS = {
    "pdf": ft.Icons.PICTURE_AS_PDF, "docx": ft.Icons.DESCRIPTION, "xlsx": ft.Icons.GRID_ON,
}  # fmt: skip


@dataclass(frozen=True)
class OverviewActions:
    """What one can do here."""

    go: Callable[[Place], None]
    download: Callable[[str], None]
    again: Callable[[], None]
    pack: Callable[[], None] | None
    """None for who may take nothing away."""


def head_actions(page: Innovation | None, on: OverviewActions) -> list[ft.Control]:
    if page is None:
        return []
    pack: list[ft.Control] = []
    if on.pack:
        pack.append(filled_button(teks.UNDUH_SEMUA, on.pack, ft.Icons.DOWNLOAD))
    return pack if look().narrow else [_years(page, on), *pack]


def body(state: EvidenceState, on: OverviewActions, job: Sequence[ft.Control]) -> ft.Control:
    page = state.page
    if page is None:
        return parts.waiting(failed=state.failed, lacks_set=state.lacks_set, again=on.again)
    main = parts.stacked(_figures(page, on), _indicators(page, on))
    cards = (_round, _journey, _cheapest, *([_papers] if on.pack else []), _more)
    side = parts.stacked(*[make(page, on) for make in cards])
    return scrolling(
        *parts.banner(is_sample=page.is_sample),
        *job,
        *([_years(page, on)] if look().narrow else []),
        parts.beside(main, side),
    )


def _years(page: Innovation, on: OverviewActions) -> ft.Control:
    options = [(str(year), teks.TAHUN.format(tahun=year)) for year in page.years]

    def chosen(value: str | None) -> None:
        on.go(at.EvidencePlace(int(value) if value else None))

    return choice(teks.SET_TAHUN, teks.TH_TERBARU, options, str(page.tahun), chosen, width=140)


def _figures(page: Innovation, on: OverviewActions) -> ft.Control:
    period = str(page.tahun)
    was = fields.number(page.facts, "dulu.desa_melapor")
    before = "" if was is None else teks.DULU.format(n=teks.angka(was))
    late = fields.number(page.facts, "dulu.hari_terlambat")
    slow = "" if late is None else teks.DULU_HARI.format(n=teks.angka(late))
    told = {"desa_aktif": before, "jam_verifikasi": slow}

    def one(kode: str) -> ft.Control:
        figure, measure = page.figures[kode], BY_KODE[kode]
        share = teks.bagian(kode, figure.top, figure.of)
        sub = ", ".join(part for part in (share, told.get(kode, "")) if part)
        return _tile(
            teks.nilai(figure.value, measure.unit), teks.UKURAN[kode][0], sub,
            lambda: on.go(at.MeasurePlace(kode, period)),
        )  # fmt: skip

    points = teks.JUMLAH_POIN.format(
        poin=teks.angka(page.overview.points), semua=teks.angka(page.overview.most)
    )
    found = page.overview
    tiles = [
        one("desa_aktif"), one("tepat_waktu"), one("jam_verifikasi"),
        _tile(teks.angka(found.points), points.split(" ", 1)[1], _ready(found.standings), None),
    ]  # fmt: skip
    if not look().roomy:
        return parts.stacked(row(*tiles[:2], gap=12), row(*tiles[2:], gap=12))
    return row(*tiles, gap=12)


def _ready(found: tuple[Standing, ...]) -> str:
    full = sum(one.reached > 0 for one in found)
    return teks.INDIKATOR_BERNILAI.format(n=full, dari=len(found))


def _tile(number: str, name: str, sub: str, press: Callable[[], None] | None) -> ft.Container:
    inside = column(
        text(number, "num", colours().primary, lines=1),
        text(name, "bodyb", lines=1),
        second(sub or " ", lines=1),
        gap=2,
    )
    return pressable(
        inside,
        press,
        f"{name}: {number}. {sub}",
        expand=True,
        bgcolor=colours().card,
        border_radius=16,
        border=ft.Border.all(1, colours().outline_variant),
        padding=pad(12, 16),
    )


def _indicators(page: Innovation, on: OverviewActions) -> ft.Control:
    lines: list[ft.Control] = []
    for one in page.overview.standings:
        if lines:
            lines.append(rule())
        lines.append(_line(one, page, on) if look().roomy else _narrow(one, page, on))
    head = [_head()] if look().roomy else []
    return card(
        column(*head, *lines, gap=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        padding=0,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )


def _head() -> ft.Control:
    cells = [second(name, "metab") for name in teks.KOLOM]
    return table_line(cells, WIDTHS, colours().quiet, padding=pad(9, 16))


def _line(one: Standing, page: Innovation, on: OverviewActions) -> ft.Control:
    told = column(text(one.indicator.nama, "bodyb", lines=1), second(says(one), lines=1), gap=2)
    cells = [
        text(str(one.indicator.nomor), "bodyb"),
        told,
        text(teks.PARAMETER_DARI.format(n=one.reached)),
        row(readiness(one)),
        _open_button(one, page, on),
    ]
    return table_line(cells, WIDTHS, padding=pad(8, 16))


def _open_button(one: Standing, page: Innovation, on: OverviewActions) -> ft.Control:
    name = teks.LIHAT_BUKTI_YANG.format(nomor=one.indicator.nomor, nama=one.indicator.nama)
    needs_file = not one.is_measured and not one.files
    label = teks.UNGGAH if needs_file else teks.LIHAT_BUKTI
    symbol = ft.Icons.UPLOAD if needs_file else ft.Icons.FOLDER_OPEN
    return outline_button(label, lambda: _open(one, page, on), symbol, tip=name)


def _open(one: Standing, page: Innovation, on: OverviewActions) -> None:
    on.go(at.IndicatorPlace(one.indicator.nomor, page.tahun))


def _narrow(one: Standing, page: Innovation, on: OverviewActions) -> ft.Control:
    title = teks.IN_JUDUL.format(nomor=one.indicator.nomor, nama=one.indicator.nama)
    inside = column(
        text(title, "bodyb"),
        second(says(one)),
        row(second(teks.PARAMETER_DARI.format(n=one.reached)), readiness(one), wrap=True),
        gap=4,
    )
    return pressable(inside, lambda: _open(one, page, on), padding=pad(12, 16))


def _round(page: Innovation, on: OverviewActions) -> ft.Control:
    """May it be filed in the round that comes; the rest is on its own page."""
    go = outline_button(teks.BUKA, lambda: on.go(at.RoundPlace()), tip=teks.KL_JUDUL)
    found = innovation_round.outlook(page)
    if found is None:
        return parts.section(teks.KL_JUDUL, second(teks.KL_SUB), beside=[go])
    tahun, one = found
    told = teks.KL_PUTUSAN[one.verdict].format(tahun=tahun)
    change = round_words.would_make_it_so(one)
    return parts.section(
        teks.KL_JUDUL, text(told, "bodyb"), second(change or round_words.because(one, tahun)),
        beside=[go],
    )  # fmt: skip


def _journey(page: Innovation, on: OverviewActions) -> ft.Control:
    lines = [
        row(
            icon(ft.Icons.CHECK_CIRCLE if one.done else ft.Icons.RADIO_BUTTON_UNCHECKED, 20,
                 chip_colours("ok").fore if one.done else colours().outline),
            column(text(one.name, "bodyb"), second(one.when), gap=1, expand=True),
            gap=12,
        )
        for one in journey_facts.stages(page)
    ]  # fmt: skip
    go = outline_button(teks.BUKA, lambda: on.go(at.JourneyPlace(page.tahun)), tip=teks.PERJALANAN)
    return parts.section(teks.PERJALANAN, *lines, beside=[go])


def _cheapest(page: Innovation, on: OverviewActions) -> ft.Control:
    found = page.overview.cheapest()
    if not found:
        return parts.section(teks.POIN_TERMURAH, second(teks.POIN_PENUH, "body"))
    return parts.section(teks.POIN_TERMURAH, *[_cheap(one, page, on) for one in found])


def _cheap(one: Standing, page: Innovation, on: OverviewActions) -> ft.Control:
    gain = teks.POIN_TAMBAH.format(poin=teks.angka(one.step.gain))
    title = teks.IN_JUDUL.format(nomor=one.indicator.nomor, nama=one.indicator.nama)
    inside = column(
        row(text(title, "bodyb", expand=True), text(gain, "metab", colours().primary), gap=8),
        second(next_step(one)),
        gap=2,
    )
    return pressable(inside, lambda: _open(one, page, on), border_radius=8)


def _papers(page: Innovation, on: OverviewActions) -> ft.Control:
    return parts.section(teks.DOKUMEN, *[_paper(page, on, *one) for one in PAPERS])


def _paper(page: Innovation, on: OverviewActions, macam: str, kinds: tuple[str, ...]) -> ft.Control:
    def button(jenis: str) -> ft.Control:
        address = at.PAPER.format(macam=macam, jenis=jenis, tahun=page.tahun)
        name = teks.DK_UNDUH.format(nama=teks.DK_MACAM[macam], jenis=jenis.upper())
        return icon_button(
            _SIGNS[jenis], name, lambda: on.download(address), colour=colours().primary, size=20
        )

    return row(text(teks.DK_MACAM[macam], expand=True), *[button(one) for one in kinds], gap=0)


def _more(page: Innovation, on: OverviewActions) -> ft.Control:
    ways: tuple[tuple[str, Place, ft.IconData], ...] = (
        (teks.SEMUA_UKURAN, at.MeasuresPlace(str(page.tahun)), ft.Icons.QUERY_STATS),
        (teks.KL_JUDUL, at.RoundPlace(), ft.Icons.EVENT_AVAILABLE),
        (teks.LB_JUDUL, at.SheetPlace(page.tahun), ft.Icons.CONTENT_COPY),
        (teks.VL_JUDUL, at.ValidatorPlace(page.tahun), ft.Icons.GAVEL),
        (teks.PROFIL, at.ProfilePlace(page.tahun), ft.Icons.ARTICLE),
        (teks.SET_TAHUN, at.YearSetPlace(page.tahun), ft.Icons.RULE),
        (teks.DASAR_HUKUM, at.LegalPlace(), ft.Icons.GAVEL),
        (voice.SKM_JUDUL, SurveyPlace(), ft.Icons.HOW_TO_VOTE),
        (voice.PGD_JUDUL, ComplaintsPlace(), ft.Icons.FORUM),
    )
    return card(
        column(
            *[_way(name, place, symbol, on) for name, place, symbol in ways],
            gap=2,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=8,
    )


def _way(name: str, place: Place, symbol: ft.IconData, on: OverviewActions) -> ft.Control:
    inside = row(
        icon(symbol, 20, colours().primary), text(name, "bodyb", expand=True),
        icon(ft.Icons.CHEVRON_RIGHT, 20), gap=12,
    )  # fmt: skip
    return pressable(inside, lambda: on.go(place), name, padding=pad(10, 10), border_radius=8)
