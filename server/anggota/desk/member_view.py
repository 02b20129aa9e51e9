"""The picture of one member: what is known, the form, NIK, trainings, duties, history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from server.anggota import teks
from server.anggota.desk import lines, member_form
from server.anggota.desk.member_state import MemberState, typed
from server.anggota.roster import MemberPage
from server.anggota.roster_history import FieldChange, Step
from server.core import teks as umum
from server.desk.widgets import notices
from server.desk.widgets.buttons import filled_button, icon_button, outline_button
from server.desk.widgets.fields import Field
from server.desk.widgets.layout import card, pad, pane, rule
from server.desk.widgets.text import copyable, icon, second, text
from server.desk.widgets.theme import colours, look
from shared.clock import WITA, jam, nama_bulan, tanggal_pendek
from shared.satlinmas import JABATAN, JENIS_KELAMIN, REGU, STATUS, Anggota
from shared.widgets.layout import column, row, wrapped
from shared.wilayah import Wilayah

SIDE_WIDTH = 336
FIELDS = (
    "jenis_kelamin", "tanggal_lahir", "alamat", "jabatan", "regu", "status", "alasan", "berakhir",
    "mulai", "hp", "pendidikan", "sk", "kta", "terdaftar_simlinmas", "perlengkapan",
)  # fmt: skip


@dataclass(frozen=True)
class MemberActions:
    """What the person can do here; None is what the role may not."""

    back: Callable[[], None]
    again: Callable[[], None]
    edit: Callable[[], None] | None
    privacy: Callable[[], None] | None
    save: Callable[[], None]
    save_as_another: Callable[[], None]
    open: Callable[[str], None]
    stop: Callable[[], None]
    see_nik: Callable[[], None] | None
    save_nik: Callable[[], None]


def lead(on: MemberActions) -> ft.Control:
    return icon_button(ft.Icons.ARROW_BACK, teks.AG_KEMBALI, on.back)


def head_actions(state: MemberState, on: MemberActions) -> list[ft.Control]:
    """The form's two buttons, or the one that opens it."""
    if state.editing:
        return [
            outline_button(teks.AG_BATAL, on.stop),
            filled_button(teks.AG_SIMPAN, on.save, ft.Icons.CHECK),
        ]
    if on.edit is None or state.found is None:
        return []
    return [outline_button(teks.AG_UBAH_TOMBOL, on.edit, ft.Icons.EDIT)]


def body(state: MemberState, on: MemberActions) -> ft.Control:
    """Trouble, missing, or the member in two columns."""
    if state.found is None and not state.is_new:
        if state.missing:
            return notices.notice(ft.Icons.SEARCH_OFF, teks.AG_TIDAK_ADA, teks.AG_KEMBALI, on.back)
        return notices.waiting(state, on.again, 6, 44)
    main = [*_perhaps(state, on), *([member_form.form(state)] if state.editing else [])]
    main = main or [_facts(state.ctx.wilayah, state.found)]
    side = _side(state, state.found, on) if state.found else []
    if look().narrow or not side:
        return pane(*main, *side, ft.Container(height=12))
    return ft.Row(
        controls=[pane(*main, expand=True), pane(*side, width=SIDE_WIDTH)],
        spacing=14,
        expand=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _perhaps(state: MemberState, on: MemberActions) -> list[ft.Control]:
    """Who is here already under nearly this name: asked, never decided."""
    if not state.editing or not state.perhaps:
        return []

    def known(one: Anggota) -> ft.Control:
        born = typed(one.tanggal_lahir)
        facts = ", ".join(part for part in (one.nama, born, one.alamat) if part)
        return outline_button(teks.AG_MUNGKIN_BUKA.format(siapa=facts), lambda: on.open(one.id))

    other = filled_button(teks.AG_MUNGKIN_LAIN, on.save_as_another, ft.Icons.PERSON_ADD)
    head = text(teks.AG_IMPOR_SAMA_TANYA, "head")
    return [card(column(head, wrapped(*map(known, state.perhaps), other), gap=10))]


def value_words(name: str, value: Any) -> str:
    """A field's value as people read it."""
    if value in (None, "", [], (), {}):
        return ""
    tables = {"jenis_kelamin": JENIS_KELAMIN, "jabatan": JABATAN, "regu": REGU, "status": STATUS}
    if name in tables:
        return tables[name].get(str(value), str(value))
    if name in ("tanggal_lahir", "mulai", "berakhir"):
        return typed(str(value))
    if name == "terdaftar_simlinmas":
        return teks.AG_YA if value else teks.AG_TIDAK
    if name == "perlengkapan":
        return ", ".join(str(thing) for thing in value)
    if name == "sk":
        return _sk(value)
    return str(value)


def _sk(value: Any) -> str:
    parts = value if isinstance(value, dict) else vars(value)
    said = (parts.get("nomor"), typed(parts.get("tanggal")), parts.get("pejabat"))
    return ", ".join(part for part in said if part)


def _facts(wilayah: Wilayah, page: MemberPage | None) -> ft.Control:
    if page is None:
        return ft.Container()
    one = page.line.anggota
    top = row(
        column(
            text(one.nama, "head"),
            second(f"{umum.DESA.format(nama=wilayah.nama_desa(one.desa))}, {lines.age(page.line)}"),
            gap=2,
            # Where the marks may wrap, nothing can take all that is left of a line.
            expand=None if look().narrow else True,
        ),
        *lines.marks(page.line),
        gap=8,
        wrap=look().narrow,
    )
    fields: list[ft.Control] = []
    for name in FIELDS:
        value = value_words(name, getattr(one, name))
        if name in ("alasan", "berakhir") and not value:
            continue
        told = text(value) if value else second(umum.TIDAK_DIISI, "body")
        label = ft.Container(content=second(teks.AG_ISIAN[name]), width=150)
        fields.append(
            ft.Container(
                content=row(label, ft.Container(content=told, expand=True), gap=10),
                padding=pad(6, 16),
            )
        )
    copied = copyable(column(*fields, gap=0), one.nama)
    return card(
        column(
            ft.Container(content=top, padding=pad(12, 16)), rule(),
            ft.Container(content=copied, padding=pad(8, 0)), gap=0,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=0,
    )  # fmt: skip


def _side(state: MemberState, page: MemberPage, on: MemberActions) -> list[ft.Control]:
    duties = [
        text(teks.AG_TUGAS_KALI.format(bulan=nama_bulan(bulan), n=times))
        for bulan, times in page.duties[:6]
    ]
    trainings = [_training(one) for one in page.trainings]
    return [
        *(_nik(state, page, on)),
        *(_privacy(on)),
        _side_card(teks.AG_TUGAS, *(duties or [second(teks.AG_TUGAS_KOSONG, "body")])),
        _side_card(teks.AG_PELATIHAN, *(trainings or [second(teks.AG_PELATIHAN_KOSONG, "body")])),
        _side_card(teks.AG_RIWAYAT, *[_step(step) for step in page.history]),
    ]


def _training(one: Any) -> ft.Control:
    when = tanggal_pendek(one.mulai.astimezone(WITA)) if one.mulai else ""
    told = ", ".join(part for part in (one.penyelenggara, when, lines.hours(one.jp)) if part)
    return column(text(one.judul, "bodyb"), second(told), gap=0)


def _nik(state: MemberState, page: MemberPage, on: MemberActions) -> list[ft.Control]:
    """Masked for everybody; the rest only for who may see it."""
    shown = state.nik or page.nik_masked
    line: ft.Control = second(teks.AG_NIK_KOSONG, "body")
    if shown:
        line = text(shown, "bodyb")
    parts: list[ft.Control] = [copyable(line, teks.AG_NIK) if state.nik else line]
    if on.see_nik is not None:
        parts += [second(teks.AG_NIK_CATATAN), *_nik_deeds(state, page, on)]
    return [_side_card(teks.AG_NIK, *parts)]


def _privacy(on: MemberActions) -> list[ft.Control]:
    """The way to a copy for this person, or to the erasing."""
    if on.privacy is None:
        return []
    open_ = outline_button(teks.OR_TOMBOL, on.privacy, ft.Icons.PRIVACY_TIP)
    about = second(teks.OR_TENTANG)
    return [_side_card(teks.OR_JUDUL_KARTU, about, wrapped(open_))]


def _nik_deeds(state: MemberState, page: MemberPage, on: MemberActions) -> list[ft.Control]:
    if state.nik_editing:
        field = Field(
            teks.AG_NIK, "", on_change=lambda words: state.type("nik", words), limit=20,
            key="nik", autofocus=True,
        )  # fmt: skip
        return [
            field,
            wrapped(
                filled_button(teks.AG_NIK_SIMPAN, on.save_nik),
                outline_button(teks.AG_BATAL, state.leave_nik),
            ),
        ]
    deeds: list[ft.Control] = []
    if page.nik_masked and on.see_nik:
        see = (
            outline_button(teks.AG_NIK_TUTUP, state.hide_nik, ft.Icons.VISIBILITY_OFF)
            if state.nik
            else outline_button(teks.AG_NIK_LIHAT, on.see_nik, ft.Icons.VISIBILITY)
        )
        deeds.append(see)
    if page.line.anggota.status != "berhenti":
        deeds.append(outline_button(teks.AG_NIK_ISI, state.edit_nik, ft.Icons.EDIT))
    return [wrapped(*deeds)] if deeds else []


def _step(step: Step) -> ft.Control:
    at = step.at.astimezone(WITA)
    where = f" ({teks.AG_DARI_HP})" if step.from_phone else ""
    who = second(f"{step.by}{where}, {tanggal_pendek(at)} {jam(at)}")
    if step.versi == 1:
        told: list[ft.Control] = [text(teks.AG_KEADAAN_BARU, "bodyb")]
    else:
        told = [_change(change) for change in step.changes]
    symbol = ft.Icons.MERGE_TYPE if step.has_conflict else ft.Icons.EDIT_NOTE
    return row(
        icon(symbol, 20, colours().fix.fore if step.has_conflict else colours().primary),
        column(*told, who, gap=1, expand=True),
        gap=10,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _change(change: FieldChange) -> ft.Control:
    empty = teks.AG_KOSONG_ISIAN
    words = teks.AG_UBAH.format(
        isian=teks.AG_ISIAN.get(change.field, change.field),
        lama=value_words(change.field, change.before) or empty,
        baru=value_words(change.field, change.after) or empty,
    )
    if not change.conflict:
        return text(words)
    met = teks.AG_TABRAKAN.format(
        lain=value_words(change.field, change.other) or empty,
        baru=value_words(change.field, change.after) or empty,
    )
    return column(text(words), text(met, "metab", colours().fix.fore), gap=0)


def _side_card(title: str, *parts: ft.Control) -> ft.Container:
    return card(
        column(
            text(title, "head"), *parts, gap=10,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    )  # fmt: skip
