"""The right side: the form of a new code, the code itself in large type, revoking, how to use."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import flet as ft

from server.core import teks as umum
from server.desk.widgets.buttons import choice, filled_button, outline_button
from server.desk.widgets.fields import Field
from server.desk.widgets.layout import card, pad
from server.desk.widgets.text import copyable, icon, second, style, text
from server.desk.widgets.theme import colours
from server.hp import teks
from server.hp.desk.state import DevicesState, ShownCode
from server.laporan.desk.laporan_detail.facts import full
from server.rawat import teks as words_of
from shared.widgets.layout import column, row
from shared.wilayah import Wilayah

SLIP = "/kode/{ticket}"
WIDTH = 318

Press = Callable[[], None]


def cards(state: DevicesState, make: Press, revoke: Press) -> list[ft.Control]:
    """What stands at the right just now."""
    found: list[ft.Control] = []
    if state.asking is not None:
        found.append(_question(state, revoke))
    if state.making:
        found.append(_form(state, make))
    elif state.code is not None:
        found.append(_code(state.ctx.wilayah, state.code))
    return [*found, _steps(), _lost()]


def _question(state: DevicesState, revoke: Press) -> ft.Control:
    line = state.asking
    words = "" if line is None else teks.HK_CABUT_TANYA.format(
        n=line.number, desa=state.ctx.wilayah.nama_desa(line.desa)
    )  # fmt: skip
    return _card(
        text(words, "body"),
        row(
            filled_button(teks.HK_CABUT, revoke, ft.Icons.PHONELINK_ERASE),
            outline_button(teks.HK_CABUT_BATAL, lambda: state.ask(None)),
        ),
    )


def _form(state: DevicesState, make: Press) -> ft.Control:
    into = state.typed.into
    options = [(desa.kode, desa.nama) for desa in state.ctx.wilayah.desa]
    return _card(
        text(teks.HK_BUAT, "head"),
        column(
            text(teks.HK_UNTUK_DESA, "metab"),
            choice(
                teks.HK_UNTUK_DESA, teks.HK_PILIH_DESA, options, state.desa, state.choose, width=284
            ),
            gap=5,
        ),
        Field(teks.HK_NAMA, on_change=into("nama"), limit=200, key=f"nama-{state.round}"),
        Field(
            teks.HK_JABATAN, state.typed.jabatan, on_change=into("jabatan"), on_enter=make,
            limit=200, key=f"jabatan-{state.round}",
        ),
        row(
            filled_button(teks.HK_BUAT_KODE, make, ft.Icons.QR_CODE_2),
            outline_button(teks.HK_BATAL, state.stop),
        ),
    )  # fmt: skip


def _code(wilayah: Wilayah, shown: ShownCode) -> ft.Control:
    made = shown.made
    until = full(made.expires_at)
    desa = wilayah.nama_desa(made.desa)
    told = teks.HK_WA_TEKS if shown.link != made.code else teks.HK_WA_TEKS_KETIK
    words = told.format(
        sapa=umum.sapaan(shown.salam),
        nama=made.nama,
        desa=desa,
        kode=made.parted,
        waktu=until,
        alamat=shown.link,
    )
    code = text(made.parted, "num", text_align=ft.TextAlign.CENTER)
    large = copyable(code, teks.HK_KODE_UNTUK.format(desa=desa))
    return _card(
        text(teks.HK_KODE_UNTUK.format(desa=desa), "head", text_align=ft.TextAlign.CENTER),
        second(teks.HK_KODE_NAMA.format(nama=made.nama, jabatan=made.jabatan),
               text_align=ft.TextAlign.CENTER),
        ft.Container(
            content=ft.Image(
                src=shown.picture, width=190, height=190, filter_quality=ft.FilterQuality.NONE,
                semantics_label=teks.HK_QR.format(isi=shown.link),
            ),
            alignment=ft.Alignment.CENTER, bgcolor="#FFFFFF", border_radius=12, padding=6,
        ),
        large,
        second(teks.HK_BERLAKU.format(waktu=until), text_align=ft.TextAlign.CENTER),
        row(
            _link(teks.HK_CETAK, ft.Icons.PRINT, SLIP.format(ticket=shown.ticket)),
            _link(teks.HK_WA, ft.Icons.CHAT, f"https://wa.me/?text={quote(words)}"),
            alignment=ft.MainAxisAlignment.CENTER,
        ),
    )  # fmt: skip


def _link(words: str, symbol: ft.IconData, address: str) -> ft.OutlinedButton:
    """Opens beside this window."""
    c = colours()
    return ft.OutlinedButton(
        content=words,
        icon=symbol,
        url=ft.Url(address, target=ft.UrlTarget.BLANK),
        style=ft.ButtonStyle(
            shape=ft.RoundedRectangleBorder(radius=10),
            side=ft.BorderSide(1, c.outline),
            color=c.primary,
            icon_size=18,
            padding=pad(11, 14),
            text_style=style("bodyb"),
        ),
    )


def _steps() -> ft.Control:
    steps = [
        row(
            ft.Container(
                content=text(str(number), "metab"), width=26, height=26, border_radius=13,
                bgcolor=colours().primary_container, alignment=ft.Alignment.CENTER,
            ),
            text(words, "body", expand=True),
        )
        for number, words in enumerate(teks.HK_LANGKAH, 1)
    ]  # fmt: skip
    return _card(text(teks.HK_CARA, "bodyb"), *steps)


def _lost() -> ft.Control:
    sign = icon(ft.Icons.PHONELINK_ERASE, 22, colours().error)
    words = column(text(teks.HK_HILANG, "bodyb"), second(teks.HK_HILANG_ISI), gap=2, expand=True)
    return _card(row(sign, words, gap=12))


def package(take_in: Press) -> ft.Control:
    """A sealed package that somebody brings as a file."""
    return _card(
        text(words_of.TITIP_JUDUL, "bodyb"),
        second(words_of.TITIP_CARA),
        outline_button(words_of.TITIP_PILIH, take_in, ft.Icons.UPLOAD_FILE),
    )


def _card(*controls: ft.Control) -> ft.Container:
    return card(
        column(*controls, gap=10, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), padding=16
    )
