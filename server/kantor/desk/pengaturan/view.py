"""The picture of the settings: what is still empty on top, then the parts, each a card."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from server.desk.reading import Typed
from server.desk.widgets import notices
from server.desk.widgets.fields import Field
from server.desk.widgets.layout import card, pad
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import colours, look
from server.kantor import teks
from server.kantor.desk.pengaturan.logo import logo
from server.kantor.desk.pengaturan.state import SettingsState
from server.pribadi import teks as teks_pribadi
from server.rekap import teks as teks_rekap
from shared.jenis import KODE
from shared.widgets.layout import column, row, wrapped

Press = Callable[[], None]


def body(state: SettingsState, again: Press, pick_logo: Press, drop_logo: Press) -> ft.Control:
    """Trouble, loading, or the form."""
    if state.found is None:
        return notices.waiting(state, again, 6, 60)
    typed = state.typed
    left = [_letterhead(state, typed, pick_logo, drop_logo), _signatories(typed), _papers(typed)]
    right = [
        _rules(typed),
        _privacy(typed),
        _emergency(typed),
        _map(typed),
        _safety(typed),
        _kinds(state),
    ]
    top = [_empty(state)]
    if look().narrow:
        return _column(*top, *left, *right, ft.Container(height=12), scroll=True)
    sides = row(
        _column(*left), _column(*right), gap=14, vertical_alignment=ft.CrossAxisAlignment.START
    )
    return _column(*top, sides, ft.Container(height=12), scroll=True)


def _empty(state: SettingsState) -> ft.Control:
    """What is still empty is said."""
    if not state.empty:
        pair = colours().ok
        return _strip(ft.Icons.CHECK_CIRCLE, teks.PT_LENGKAP, pair.fore, pair.back)
    pair = colours().wait
    words = teks.PT_KOSONG.format(isian=", ".join(state.empty))
    return _strip(ft.Icons.EDIT_NOTE, words, pair.fore, pair.back)


def _strip(symbol: ft.IconData, words: str, fore: str, back: str) -> ft.Control:
    said = row(icon(symbol, 20, fore), text(words, "bodyb", fore, expand=True), gap=10)
    return ft.Semantics(
        live_region=True,
        content=ft.Container(content=said, bgcolor=back, border_radius=12, padding=pad(10, 14)),
    )


def _letterhead(
    state: SettingsState, typed: Typed, pick_logo: Press, drop_logo: Press
) -> ft.Control:
    return _card(
        "kop",
        Field(teks.PT_KOP, typed.kop, on_change=typed.into("kop"), key="kop", lines=3, limit=800),
        _plain(typed, "kop_alamat", teks.PT_KOP_ALAMAT),
        logo(state, pick_logo, drop_logo),
    )


def _signatories(typed: Typed) -> ft.Control:
    people = (("camat", teks.PT_CAMAT), ("kasi", teks.PT_KASI))
    fields = [
        _person(typed, key, name, label.format(siapa=who))
        for key, who in people
        for name, label in teks.PT_ORANG.items()
    ]
    return _card("tanda", _plain(typed, "tempat", teks.PT_TEMPAT), *fields)


def _papers(typed: Typed) -> ft.Control:
    hint = teks.PT_NOMOR_PETUNJUK
    return _card(
        "nomor",
        _plain(typed, "nomor_rekap", teks.PT_NOMOR_REKAP, hint),
        _plain(typed, "nomor_pembinaan", teks.PT_NOMOR_PEMBINAAN, hint),
        _plain(typed, "nomor_sertifikat", teks.PT_NOMOR_SERTIFIKAT, hint),
        _plain(typed, "nomor_laporan", teks.PT_NOMOR_LAPORAN, hint),
        second(teks.PT_NOMOR_ARTI),
        _plain(typed, "alamat_umum", teks_rekap.PT_ALAMAT, teks_rekap.PT_ALAMAT_PETUNJUK),
        second(teks_rekap.PT_ALAMAT_ARTI),
    )


def _rules(typed: Typed) -> ft.Control:
    return _card(
        "aturan",
        Field(
            teks.PT_PER_BULAN,
            typed.per_bulan,
            on_change=typed.into("per_bulan"),
            limit=3,
            key="per_bulan",
        ),
        _box(typed, "camat_verifies", teks.PT_CAMAT_VERIFIKASI),
        _figure(typed, "due_day", teks.PT_BATAS),
        _figure(typed, "quiet_days", teks.PT_KONTAK),
        _figure(typed, "retention_days", teks.PT_SIMPAN_FOTO),
    )


def _privacy(typed: Typed) -> ft.Control:
    years = [_figure(typed, key, label) for key, label in teks_pribadi.PT_TAHUN.items()]
    return _card(
        "pribadi",
        _plain(typed, "privasi_kontak", teks_pribadi.PT_KONTAK, teks_pribadi.PT_KONTAK_CONTOH),
        *years,
    )


def _safety(typed: Typed) -> ft.Control:
    figures = [_figure(typed, key, label) for key, label in teks.PT_KUOTA.items()]
    box = _box(typed, "demanded", teks.PT_DUA_LANGKAH)
    return _card("aman", box, *figures, second(teks.PT_KUOTA_ARTI))


def _emergency(typed: Typed) -> ft.Control:
    field = Field(
        teks.PT_DARURAT, typed.darurat, on_change=typed.into("darurat"), lines=3, limit=1000,
        key="darurat",
    )  # fmt: skip
    greeting = _plain(typed, "salam", teks.PT_SALAM, teks.PT_SALAM_CONTOH)
    return _card("darurat", field, greeting, second(teks.PT_SALAM_ARTI))


def _map(typed: Typed) -> ft.Control:
    where = _plain(typed, "peta_ubin", teks.PT_UBIN, teks.PT_UBIN_CONTOH)
    return _card("peta", where, second(teks.PT_UBIN_ARTI))


def _kinds(state: SettingsState) -> ft.Control:
    """Every jenis with a switch."""
    boxes = [
        ft.Checkbox(
            label=one.nama,
            value=(state.jenis or {}).get(one.kode, True),
            width=300,
            on_change=lambda event, kode=one.kode: state.turn(kode, bool(event.control.value)),
        )
        for one in KODE.values()
    ]
    return _card("jenis", wrapped(*boxes, gap=0))


def _plain(typed: Typed, key: str, label: str, hint: str | None = None) -> ft.Control:
    def write(words: str) -> None:
        typed.plain[key] = words

    return Field(label, typed.plain[key], on_change=write, limit=200, hint=hint, key=key)


def _box(typed: Typed, name: str, label: str) -> ft.Control:
    def turn(event: ft.Event[ft.Checkbox]) -> None:
        setattr(typed, name, bool(event.control.value))

    return ft.Checkbox(label=label, value=getattr(typed, name), on_change=turn)


def _figure(typed: Typed, key: str, label: str) -> ft.Control:
    def write(words: str) -> None:
        typed.numbers[key] = words

    return Field(label, typed.numbers[key], on_change=write, limit=5, key=key)


def _person(typed: Typed, key: str, name: str, label: str) -> ft.Control:
    def write(words: str) -> None:
        typed.people[key][name] = words

    return Field(label, typed.people[key][name], on_change=write, limit=200, key=f"{key}-{name}")


def _card(part: str, *controls: ft.Control) -> ft.Control:
    title = ft.Semantics(content=text(teks.PT_BAGIAN[part], "head"), header=True)
    return card(
        column(title, *controls, gap=12, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    )


def _column(*controls: ft.Control, scroll: bool = False) -> ft.Column:
    return ft.Column(
        controls=list(controls),
        spacing=12,
        expand=True,
        tight=not scroll,
        scroll=ft.ScrollMode.AUTO if scroll else None,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
