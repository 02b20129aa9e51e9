"""Table A as it will be printed: all jenis with their heads turned; on a phone a card a village."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from server.desk.widgets.layout import card, pad
from server.desk.widgets.text import second, text
from server.desk.widgets.theme import colours, look
from server.rekap.papers import rekap_words as paper
from server.rekap.papers.rekap_facts import Rekap, VillageRow
from shared.jenis import SEMUA
from shared.widgets.layout import column, row, wrapped
from shared.wilayah import Wilayah

HEAD = 172
LINE = 26
SHORT = 20
"""Letters of a note that fit on one line."""
FIGURE, WIDE = 28, 42
_WIDTHS = (32, 118, WIDE, *[FIGURE] * len(SEMUA), WIDE, WIDE, WIDE + 4, 88, 170)
WIDTH = sum(_WIDTHS) + 16


def table(wilayah: Wilayah, rekap: Rekap) -> ft.Control:
    """The whole table; where it is wider than the window it scrolls sideways."""
    if look().narrow:
        return column(
            *[_card(wilayah, one, len(rekap.months)) for one in rekap.villages],
            _total_card(rekap), gap=8,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )  # fmt: skip
    lines = [_line(wilayah, n, one, len(rekap.months)) for n, one in enumerate(rekap.villages, 1)]
    whole = ft.Column(controls=[_head(), *lines, _total(rekap)], spacing=0, tight=True)
    inner = ft.Container(content=whole, width=WIDTH)
    return card(
        ft.Row(controls=[inner], scroll=ft.ScrollMode.AUTO), padding=0, radius=14,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )  # fmt: skip


def _head() -> ft.Control:
    names = (paper.ANGGOTA, *(one.pendek for one in SEMUA), paper.KEGIATAN, paper.KEJADIAN,
             paper.ORANG)  # fmt: skip
    turned = [_turned(name) for name in names]
    plain = [text(name, "metab") for name in (paper.NO, paper.DESA, paper.TEPAT, paper.KET)]
    cells = [plain[0], plain[1], *turned, plain[2], plain[3]]
    return _placed(cells, HEAD, colours().quiet, ft.Alignment.BOTTOM_CENTER)


def _turned(name: str) -> ft.Control:
    return ft.RotatedBox(content=text(name, "metab", no_wrap=True), quarter_turns=3, expand=False)


def _line(wilayah: Wilayah, number: int, one: VillageRow, months: int) -> ft.Control:
    back = colours().surface if number % 2 == 0 else colours().card
    notes = paper.keterangan(one, months)
    height = LINE if len(notes) <= SHORT else 2 * LINE - 8
    cells = [
        second(str(number)), text(wilayah.nama_desa(one.desa), "metab", lines=1), *_figures(one),
        text(paper.tepat(one, months), "meta"), _note_chip(notes) if notes else text("", "meta"),
    ]  # fmt: skip
    return ft.Semantics(
        content=_placed(cells, height, back),
        label=spoken(wilayah, one, months),
        exclude_semantics=True,
    )


def _total(rekap: Rekap) -> ft.Control:
    total, months = rekap.total, len(rekap.months)
    cells = [
        text("", "meta"), text(paper.JUMLAH, "metab"), *_figures(total, "metab"),
        text(paper.tepat(total, months), "metab"),
        text(paper.keterangan_jumlah(rekap.nihil, rekap.silent), "metab", lines=1),
    ]  # fmt: skip
    whole = _placed(cells, 38, colours().quiet)
    return ft.Semantics(content=whole, label=_spoken_total(rekap), exclude_semantics=True)


def _figures(one: VillageRow, role: str = "meta") -> list[ft.Control]:
    jenis = [one.jenis.get(kind.kode, 0) for kind in SEMUA]
    parts = [(one.anggota, role), *[(count, role) for count in jenis], (one.kegiatan, "metab"),
             (one.kejadian, "metab"), (one.orang, role)]  # fmt: skip
    quiet = colours().on_surface_variant
    return [text(paper.angka(count), how, None if count else quiet) for count, how in parts]


def _placed(
    cells: Sequence[ft.Control], height: float, back: str, where: ft.Alignment | None = None
) -> ft.Container:
    """Words at the left of their cell, figures in the middle."""
    boxes: list[ft.Control] = []
    for number, (cell, width) in enumerate(zip(cells, _WIDTHS, strict=True)):
        words = number in (1, len(_WIDTHS) - 1)
        place = ft.Alignment.CENTER_LEFT if words else ft.Alignment.CENTER
        if where is not None:
            place = ft.Alignment.BOTTOM_LEFT if words else where
        boxes.append(ft.Container(content=cell, width=width, alignment=place))
    inside = row(*boxes, gap=0, vertical_alignment=ft.CrossAxisAlignment.STRETCH)
    vertical = 8 if where is not None else 0
    return ft.Container(content=inside, height=height, bgcolor=back, padding=pad(vertical, 8))


def _note_chip(notes: str) -> ft.Control:
    kind = "wait" if paper.BELUM in notes else "nil"
    pair = getattr(colours(), kind)
    return ft.Container(
        content=text(notes, "metab", pair.fore, lines=2, tooltip=notes),
        bgcolor=pair.back, border_radius=6, padding=pad(1, 7),
    )  # fmt: skip


def spoken(wilayah: Wilayah, one: VillageRow, months: int) -> str:
    """A line as it is read aloud."""
    parts = [
        f"{wilayah.nama_desa(one.desa)}: {one.anggota} {paper.ANGGOTA}",
        *(
            f"{one.jenis[kind.kode]} {kind.pendek}" for kind in SEMUA if one.jenis.get(kind.kode)
        ),
        f"{one.kegiatan} {paper.KEGIATAN}", f"{one.kejadian} {paper.KEJADIAN}",
        f"{one.orang} {paper.ORANG}", f"{paper.TEPAT} {paper.tepat(one, months)}",
    ]  # fmt: skip
    notes = paper.keterangan(one, months)
    return ", ".join([*parts, notes] if notes else parts)


def _spoken_total(rekap: Rekap) -> str:
    total = rekap.total
    notes = paper.keterangan_jumlah(rekap.nihil, rekap.silent)
    return (
        f"{paper.JUMLAH}: {total.anggota} {paper.ANGGOTA}, {total.kegiatan} {paper.KEGIATAN}, "
        f"{total.kejadian} {paper.KEJADIAN}, {total.orang} {paper.ORANG}, {notes}"
    )


# --- On a phone -------------------------------------------------------------------------------


def _card(wilayah: Wilayah, one: VillageRow, months: int) -> ft.Control:
    notes = paper.keterangan(one, months)
    return _small_card(wilayah.nama_desa(one.desa), one, paper.tepat(one, months), notes)


def _total_card(rekap: Rekap) -> ft.Control:
    notes = paper.keterangan_jumlah(rekap.nihil, rekap.silent)
    in_time = paper.tepat(rekap.total, len(rekap.months))
    return _small_card(paper.JUMLAH, rekap.total, in_time, notes, back=colours().quiet)


def _small_card(
    name: str, one: VillageRow, in_time: str, notes: str, back: str | None = None
) -> ft.Control:
    figures = ((paper.ANGGOTA, one.anggota), (paper.KEGIATAN, one.kegiatan),
               (paper.KEJADIAN, one.kejadian), (paper.ORANG, one.orang))  # fmt: skip
    kinds = [f"{kind.pendek} {n}" for kind in SEMUA if (n := one.jenis.get(kind.kode, 0))]
    head = [text(name, "bodyb", expand=True)]
    told = [_note_chip(notes)] if notes and back is None else []
    parts: list[ft.Control] = [
        row(*head, *told),
        wrapped(*[_fact(word, count) for word, count in figures], gap=14),
        *([second(", ".join(kinds), "meta")] if kinds else []),
        second(f"{paper.TEPAT}: {in_time}" + (f" · {notes}" if back else ""), "meta"),
    ]
    return card(
        column(*parts, gap=6, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        padding=pad(12, 14), radius=14, bgcolor=back or colours().card,
    )  # fmt: skip


def _fact(word: str, count: int) -> ft.Control:
    return row(text(str(count), "bodyb"), second(word), gap=4, tight=True)
