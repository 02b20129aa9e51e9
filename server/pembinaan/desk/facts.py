"""What came back of a coaching: who has read and answered, what it grew out of, what changed."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from server.core import teks as umum
from server.desk.widgets.buttons import icon_button, outline_button
from server.desk.widgets.chips import chip
from server.desk.widgets.fields import Field
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import chip_colours, colours
from server.pembinaan import teks
from server.pembinaan.desk.parts import framed, section
from server.pembinaan.pembinaan_effect import Effect, Figures
from server.pembinaan.pembinaan_reading import Record, Report, Village
from shared.clock import jam, tanggal_pendek
from shared.jenis import nama_jenis
from shared.pembinaan import StatusPembinaan
from shared.widgets.layout import column, row, wrapped
from shared.wilayah import Wilayah

Deed = Callable[[str], None]


def answers(wilayah: Wilayah, shown: Record) -> ft.Container:
    """Per village: read or not, coming or not."""
    asked = shown.status == StatusPembinaan.DIRENCANAKAN
    return section(
        teks.PB_UNDANGAN, *[_answer(wilayah, village, asked) for village in shown.villages]
    )


def _answer(wilayah: Wilayah, village: Village, asked: bool) -> ft.Control:
    if village.read_at:
        when = f"{tanggal_pendek(village.read_at)}, {jam(village.read_at)}"
        read = chip("ok", ft.Icons.DONE_ALL, teks.PB_DIBACA.format(waktu=when))
    else:
        read = chip("mute", ft.Icons.MARK_EMAIL_UNREAD, teks.PB_BELUM_DIBACA)
    told = [text(wilayah.nama_desa(village.desa), "bodyb")]
    if village.jawaban_teks:
        told.append(second(village.jawaban_teks))
    if village.jawaban_oleh:
        told.append(second(village.jawaban_oleh))
    words = column(*told, gap=2, expand=True)
    reply = [_reply(village)] if asked or village.jawaban else []
    return framed(words, wrapped(read, *reply, gap=6, tight=True))


def _reply(village: Village) -> ft.Control:
    if village.jawaban is None:
        return chip("wait", ft.Icons.HELP_OUTLINE, teks.PB_BELUM_DIJAWAB)
    comes = village.jawaban == "datang"
    symbol = ft.Icons.EVENT_AVAILABLE if comes else ft.Icons.EVENT_BUSY
    return chip("ok" if comes else "fix", symbol, teks.PB_JAWABAN[village.jawaban])


def reports(
    wilayah: Wilayah, shown: Record, open_: Deed, deeds: tuple[Deed, Deed] | None
) -> ft.Container:
    """``deeds`` take a report away and add one by its receipt."""
    unlink, link = deeds or (None, None)
    lines: list[ft.Control] = [_report(wilayah, one, open_, unlink) for one in shown.reports]
    if link is not None:
        lines.append(_LinkForm(link, key=f"laporan-{len(shown.reports)}"))
    return section(teks.PB_LAPORAN, *lines)


@ft.component
def _LinkForm(link: Deed, **_key: object) -> ft.Control:
    resi, set_resi = ft.use_state("")

    def add() -> None:
        link(resi)

    field = Field(
        teks.PB_LAPORAN_RESI, "", on_change=set_resi, on_enter=add, show_label=False,
        hint=teks.PB_LAPORAN_RESI,
    )  # fmt: skip
    button = outline_button(teks.PB_LAPORAN_TAMBAH, add, ft.Icons.LINK)
    return row(ft.Container(content=field, expand=True), button)


def _report(wilayah: Wilayah, one: Report, open_: Deed, unlink: Deed | None) -> ft.Control:
    what = nama_jenis(one.jenis) if one.jenis else umum.MACAM[one.kind]
    when = tanggal_pendek(one.mulai) if one.mulai else ""
    sub = ", ".join(part for part in (wilayah.nama_desa(one.desa), when, one.tempat) if part)
    label = teks.PB_LAPORAN_BUKA.format(resi=one.resi)
    words = column(text(what, "bodyb", lines=1), second(sub, lines=1), gap=2, expand=True)
    deeds: list[ft.Control] = [outline_button(umum.LIHAT, lambda: open_(one.id), tip=label)]
    if unlink is not None:
        name = teks.PB_LAPORAN_LEPAS.format(resi=one.resi)
        deeds.append(icon_button(ft.Icons.LINK_OFF, name, lambda: unlink(one.id)))
    return framed(words, *deeds)


def change(effect: Effect) -> ft.Container:
    """The thirty days before and after."""
    after = teks.PB_SESUDAH.format(hari=effect.days)
    return section(
        teks.PB_SEBELUM_SESUDAH,
        _figures(teks.PB_SEBELUM, effect.before),
        _figures(after, effect.after),
        second(teks.PB_CEPAT),
    )


def _figures(label: str, figures: Figures) -> ft.Control:
    if figures.percent is None:
        words = teks.PB_ANGKA_TANPA
    else:
        words = teks.PB_ANGKA.format(laporan=figures.laporan, persen=f"{figures.percent}%")
    share = (figures.percent or 0) / 100
    bar = ft.ProgressBar(
        value=share, color=colours().primary, bgcolor=colours().quiet, height=10, border_radius=5
    )
    silent = ft.Semantics(content=bar, exclude_semantics=True)
    return column(
        row(ft.Container(content=second(label, "metab"), width=120), text(words, expand=True)),
        silent,
        gap=6,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def history(shown: Record) -> ft.Container:
    lines = [
        row(
            icon(ft.Icons.HISTORY, 18, chip_colours("mute").fore),
            text(teks.PB_VERSI.format(n=version.versi), "metab"),
            second(f"{tanggal_pendek(version.at)}, {jam(version.at)}, {version.by}", expand=True),
            gap=8,
        )
        for version in reversed(shown.versions)
    ]
    return section(teks.PB_RIWAYAT, *lines)
