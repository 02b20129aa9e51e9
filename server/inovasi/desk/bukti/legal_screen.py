"""The legal basis: what is in force, what the proposal lists, what each kind of activity is."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.widgets.chips import kind_icon
from server.desk.widgets.layout import pad, scrolling
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import chip_colours, colours, look
from server.inovasi import teks
from server.inovasi import teks_hukum as law
from server.inovasi.desk.addresses import EvidencePlace
from server.inovasi.desk.bukti import parts
from shared.jenis import SEMUA, JenisKegiatan
from shared.laporan import Kind
from shared.widgets.layout import column, row


@ft.component
def LegalBasis(desk: Desk) -> ft.Control:
    return desk.framed(
        menu.BUKTI,
        None,
        body(),
        title=law.JUDUL,
        sub=law.SUB,
        lead=parts.lead(lambda: desk.go(EvidencePlace())),
    )


def body() -> ft.Control:
    return scrolling(_in_force(), _proposed(), _kinds())


def _in_force() -> ft.Control:
    lines = [_line(one) for one in law.BERLAKU]
    return parts.section(law.BAGIAN_BERLAKU, *lines, _careful())


def _line(one: law.Instrument) -> ft.Control:
    words = column(
        text(one.nama, "bodyb"), second(one.guna, "body"), second(_from(one.sumber)), gap=2,
        expand=True,
    )  # fmt: skip
    return _beside(words, parts.sure(one.keyakinan))


def _from(sumber: str) -> str:
    return teks.SUMBER_DARI.format(sumber=sumber)


def _beside(words: ft.Control, tag: ft.Control) -> ft.Control:
    if look().narrow:
        return column(words, row(tag), gap=6)
    return row(words, tag, gap=14)


def _careful() -> ft.Control:
    pair = chip_colours("wait")
    inside = row(
        icon(ft.Icons.WARNING_AMBER, 20, pair.fore),
        text(law.HATI_HATI, "body", pair.fore, expand=True), gap=10,
    )  # fmt: skip
    return ft.Container(content=inside, bgcolor=pair.back, border_radius=10, padding=pad(8, 12))


def _proposed() -> ft.Control:
    return parts.section(
        law.BAGIAN_USULAN, second(law.BAGIAN_USULAN_KET), *[_pair(one) for one in law.USULAN]
    )


def _pair(one: law.Proposed) -> ft.Control:
    left = column(second(law.MENURUT_PROPOSAL, "metab"), text(one.nama), gap=2, expand=True)
    right = column(
        second(law.HARI_INI, "metab"), text(one.kini), second(_from(one.sumber)),
        row(parts.sure(one.keyakinan)), gap=4,
        expand=True,
    )  # fmt: skip
    pair = (
        parts.stacked(left, right)
        if look().narrow
        else row(left, right, gap=20, vertical_alignment=ft.CrossAxisAlignment.START)
    )
    return ft.Container(
        content=pair, padding=pad(10, 14), border_radius=10,
        border=ft.Border.all(1, colours().outline_variant),
    )  # fmt: skip


def _kinds() -> ft.Control:
    return parts.section(
        law.BAGIAN_JENIS,
        second(law.BAGIAN_JENIS_KET),
        second(_from(law.SUMBER_TUGAS)),
        *[_kind(one) for one in SEMUA],
    )


def _kind(one: JenisKegiatan) -> ft.Control:
    """Its tasks, each with how sure it is, and the instruments."""
    letters = [letter.strip() for letter in one.tugas.split(",")]
    tasks = [law.TUGAS[letter] for letter in letters]
    special = law.INSTRUMEN_KHUSUS.get(one.kode, "")
    basis = law.INSTRUMEN if one.kode != "LATIHAN" else ""
    named = ", ".join(part for part in (basis, special) if part)
    lines = [
        row(second(f"{letter}. {told}", "body", expand=True), parts.sure(sure), gap=10)
        for letter, (told, sure) in zip(letters, tasks, strict=True)
    ]
    words = column(text(one.nama, "bodyb"), *lines, second(named, "metab"), gap=4, expand=True)
    return row(
        kind_icon(Kind.KEGIATAN, one.kode), words, gap=14,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )  # fmt: skip
