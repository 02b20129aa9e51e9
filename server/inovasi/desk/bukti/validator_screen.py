"""Every claim through the eyes of who validates: what is asked, what lies behind, what falls."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.places import Place
from server.desk.reading import Told, use_reading
from server.desk.widgets.buttons import outline_button
from server.desk.widgets.chips import chip
from server.desk.widgets.layout import pad, scrolling
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import chip_colours
from server.inovasi import innovation_validator as eyes
from server.inovasi import round_words, teks
from server.inovasi.desk.addresses import IndicatorPlace, MeasurePlace, RoundPlace, ValidatorPlace
from server.inovasi.desk.bukti import parts
from server.inovasi.desk.bukti.state import EvidenceState
from server.inovasi.innovation import Innovation
from server.inovasi.innovation_eligibility import Verdict
from server.inovasi.innovation_validator import Checked
from server.inovasi.measures import BY_KODE
from shared.widgets.layout import row, wrapped

Go = Callable[[Place], None]

_MEASURES = {
    "desa_rutin": "desa_aktif", "hari_proses": "jam_verifikasi", "aktor": "mitra",
    "sistem_daring": "laporan_per_desa", "tren_tepat_waktu": "tepat_waktu",
}  # fmt: skip
"""The measure whose reports lie behind a figure that decides."""


@ft.component
def ValidatorPage(desk: Desk, place: ValidatorPlace) -> ft.Control:
    state = use_reading(
        desk, lambda: EvidenceState(desk.ctx, desk.account, place.tahun), place.tahun
    )
    return desk.framed(
        menu.BUKTI,
        state,
        body(state, desk.go, desk.run(state.load)),
        title=teks.VL_JUDUL,
        sub=teks.VL_SUB,
        lead=parts.lead(lambda: desk.go(RoundPlace(place.tahun))),
    )


def body(state: EvidenceState, go: Go, again: Callable[[], None]) -> ft.Control:
    page = state.page
    if page is None:
        return parts.waiting(failed=state.failed, lacks_set=state.lacks_set, again=again)
    found = eyes.check(page)
    return scrolling(
        *parts.banner(is_sample=page.is_sample),
        *_whole(page),
        _sum(found),
        *[_claim(page, one, go) for one in found],
    )


def _whole(page: Innovation) -> list[ft.Control]:
    """That nothing may be filed at all, where it is so."""
    found = eyes.eligibility(page)
    if found.verdict in (Verdict.MAY, Verdict.UNKNOWN):
        return []
    why = round_words.because(found, page.tahun)
    said = Told(teks.VL_TIDAK_LAYAK.format(tahun=page.tahun, karena=why), "bad")
    return parts.told(said, well=False)


def _sum(found: tuple[Checked, ...]) -> ft.Control:
    claimed = sum(one.standing.indicator.bobot * one.claim for one in found)
    left = sum(one.points for one in found)
    struck = sum(one.struck for one in found)
    told = teks.VL_DICORET_N.format(n=struck) if struck else teks.VL_TANPA_CORET
    head = teks.VL_JUMLAH.format(bertahan=teks.angka(left), klaim=teks.angka(claimed))
    return parts.section(head, text(told, "bodyb"), second(teks.VL_KET))


def _claim(page: Innovation, one: Checked, go: Go) -> ft.Control:
    indicator, standing = one.standing.indicator, one.standing
    title = teks.IN_JUDUL.format(nomor=indicator.nomor, nama=indicator.nama)
    claim = (
        teks.VL_KLAIM.format(n=one.claim, teks=standing.basis.parameter[one.claim - 1])
        if one.claim
        else teks.VL_TANPA_KLAIM
    )
    lines = [second(line, "body") for line in one.behind]
    if one.more:
        lines.append(second(teks.VL_LAGI.format(n=one.more)))
    asked = [second(teks.VL_DIMINTA.format(teks=indicator.diminta))] if indicator.diminta else []
    return parts.section(
        title,
        text(claim, "bodyb"),
        *[_remark(finding) for finding in one.findings],
        *asked,
        text(teks.VL_DI_BALIK, "metab"),
        *(lines or [second(teks.VL_TIDAK_ADA, "body")]),
        wrapped(*_ways(page, one, go), gap=8),
        beside=[_tag(one)],
    )


def _tag(one: Checked) -> ft.Control:
    if not one.claim:
        return chip("mute", ft.Icons.REMOVE, teks.VL_TANPA_KLAIM)
    if one.struck:
        return chip("bad", ft.Icons.CANCEL, teks.VL_DICORET)
    if one.findings:
        return chip("wait", ft.Icons.HELP, teks.VL_RAGU)
    return chip("ok", ft.Icons.CHECK_CIRCLE, teks.VL_BERTAHAN)


def _remark(finding: eyes.Finding) -> ft.Control:
    pair = chip_colours("bad" if finding.strikes else "wait")
    inside = row(
        icon(ft.Icons.GAVEL, 18, pair.fore),
        text(finding.sentence, "bodyb", pair.fore, expand=True),
        gap=10,
    )
    return ft.Container(content=inside, bgcolor=pair.back, border_radius=10, padding=pad(8, 12))


def _ways(page: Innovation, one: Checked, go: Go) -> list[ft.Control]:
    """To the files, and to the reports."""
    number, ukuran = one.standing.indicator.nomor, one.standing.basis.ukuran
    name = teks.LIHAT_BUKTI_YANG.format(nomor=number, nama=one.standing.indicator.nama)
    ways: list[ft.Control] = [
        outline_button(
            teks.LIHAT_BUKTI, lambda: go(IndicatorPlace(number, page.tahun)),
            ft.Icons.FOLDER_OPEN, tip=name,
        )
    ]  # fmt: skip
    kode = _MEASURES.get(ukuran, ukuran)
    if kode in BY_KODE:
        place = MeasurePlace(kode, str(page.tahun))
        ways.append(outline_button(teks.IN_TEMBUS, lambda: go(place), ft.Icons.QUERY_STATS))
    return ways
