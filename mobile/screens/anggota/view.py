"""What a member's form looks like: few questions, the rest behind one line."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import flet as ft

from mobile import teks
from mobile.screens.anggota.state import MemberState
from mobile.usecases.phone import Phone
from mobile.usecases.roster import age
from mobile.widgets import banners, buttons, chips, frame
from mobile.widgets.fields import Field, fault_line
from mobile.widgets.layout import side_by_side, stretched
from mobile.widgets.text import icon, second, text
from mobile.widgets.theme import colours
from shared.satlinmas import (
    JABATAN,
    JENIS_KELAMIN,
    MAX_AGE,
    MIN_AGE,
    PERLENGKAPAN,
    REGU_PENDEK,
    STATUS,
)
from shared.widgets.layout import row, wrapped

I = ft.Icons  # noqa: E741
OLDEST = 120
OFFICES = ("anggota", "komandan_regu", "kepala_pelaksana", "kepala_satlinmas")
SQUADS = ("pengamanan", "kesiapsiagaan", "pertolongan", "penyelamatan", "dapur_umum")


def head(state: MemberState) -> ft.Control:
    """Back, title, "Tersimpan di HP ini"."""
    title = teks.ANGGOTA_UBAH if state.ready and not state.form.new else teks.ANGGOTA_TAMBAH
    line = frame.saved_line(state.saved or teks.TERSIMPAN_SENDIRI)
    return frame.top_bar(title, line, state.leave, teks.KEMBALI)


def foot(state: MemberState) -> ft.Control:
    """No NIK, and the one button."""
    return frame.bottom_panel(
        frame.panel_note(teks.ANGGOTA_NIK, good=False),
        buttons.primary(teks.ANGGOTA_SIMPAN, state.save, name=I.CHECK, busy=state.busy),
    )


def _perhaps(state: MemberState) -> list[ft.Control]:
    """Whether somebody new is here already: asked, never decided."""
    if not state.perhaps:
        return []
    who = "; ".join(", ".join(filter(None, (one.nama, one.alamat))) for one in state.perhaps)
    asked = banners.banner("wait", I.HELP, teks.ANGGOTA_MUNGKIN.format(siapa=who))
    return [
        stretched(
            ft.Semantics(content=asked, live_region=True),
            buttons.outline(teks.ANGGOTA_MUNGKIN_YA, state.is_known, name=I.CHECK),
            buttons.outline(teks.ANGGOTA_MUNGKIN_LAIN, state.save_as_another, name=I.PERSON_ADD),
            gap=10,
        )
    ]


def body(state: MemberState, phone: Phone) -> list[ft.Control]:
    """The questions."""
    if not state.ready:
        return []
    one = state.draft
    parts: list[ft.Control] = []
    if state.trouble:
        parts.append(banners.banner("bad", I.SD_CARD_ALERT, state.trouble))
    if state.form.problems:
        parts.append(banners.banner("bad", I.ERROR, teks.ANGGOTA_DITOLAK_ISI))
    parts += _perhaps(state)
    return [
        *parts,
        _words(state, "nama", teks.ANGGOTA_NAMA, I.PERSON, limit=200),
        _choice(
            teks.ANGGOTA_JK, JENIS_KELAMIN, one.jenis_kelamin, _chooser(state, "jenis_kelamin")
        ),
        side_by_side(
            _words(
                state, "tanggal_lahir", teks.ANGGOTA_LAHIR, I.EVENT,
                hint=teks.ANGGOTA_LAHIR_CONTOH,
            ),
            _words(state, "alamat", teks.ANGGOTA_ALAMAT, I.PLACE, hint=teks.ANGGOTA_ALAMAT_CONTOH),
        ),
        *_age(state, phone),
        _choice(
            teks.ANGGOTA_JABATAN, {kode: JABATAN[kode] for kode in OFFICES}, one.jabatan,
            _chooser(state, "jabatan"),
        ),
        _choice(
            teks.ANGGOTA_REGU_LABEL,
            {"": teks.ANGGOTA_REGU_KOSONG, **{kode: REGU_PENDEK[kode] for kode in SQUADS}},
            one.regu or "",
            lambda value: state.chose(regu=value or None),
        ),
        *([] if state.form.new else _status(state)),
        _more_button(state),
        *(_more(state) if state.more else []),
        *_discard(state),
    ]  # fmt: skip


def _words(
    state: MemberState, field: str, label: str, name: ft.IconData | None = None,
    *, hint: str | None = None, limit: int = 200,
) -> ft.Control:  # fmt: skip
    def changed(words: str) -> None:
        state.typed(**{field: words})

    return Field(
        label, str(getattr(state.draft, field) or ""), on_change=changed,
        on_leave=lambda _words: state.left(field), fault=state.faults.get(field), hint=hint,
        name=name, limit=limit, key=f"anggota-{field}",
    )  # fmt: skip


def _sk(state: MemberState, field: str, label: str, *, hint: str | None = None) -> ft.Control:
    sk = state.draft.sk

    def changed(words: str) -> None:
        state.typed_sk(**{field: words})

    return Field(
        label, str(getattr(sk, field) or "") if sk else "", on_change=changed,
        on_leave=lambda _words: state.left(f"sk.{field}"), fault=state.faults.get(f"sk.{field}"),
        hint=hint, limit=200, key=f"anggota-sk-{field}",
    )  # fmt: skip


def _chooser(state: MemberState, field: str) -> Callable[[str], None]:
    return lambda value: state.chose(**{field: value})


def _choice(
    label: str, options: dict[str, str], chosen: str, on_pick: Callable[[str], Any]
) -> ft.Control:
    return stretched(
        text(label, "smallb"), chips.pick_one(list(options.items()), chosen, on_pick), gap=7
    )


def _age(state: MemberState, phone: Phone) -> list[ft.Control]:
    """Sentence 41, or that all is well; said after the field is left."""
    years = age(phone, state.draft)
    if years is None or state.faults.get("tanggal_lahir"):
        # The line is always there: nothing moves under the thumb when a field is left.
        words = second(teks.ANGGOTA_UMUR_SENDIRI, expand=True)
        return [row(icon(I.INFO_OUTLINE, 20), words, gap=8)]
    if not 0 <= years <= OLDEST:
        why = "hari_belum" if years < 0 else "hari_luar"
        return [banners.banner("bad", I.ERROR, teks.ANGGOTA_SALAH[why])]
    if years < MIN_AGE:
        return [banners.banner("wait", I.INFO, teks.ANGGOTA_UMUR_MUDA)]
    if years >= MAX_AGE:
        words = teks.ANGGOTA_UMUR_BATAS.format(umur=years)
        return [banners.banner("wait", I.CAKE, words)]
    words = teks.ANGGOTA_UMUR_CUKUP.format(umur=years)
    return [row(icon(I.CHECK_CIRCLE, 20, colours().primary), second(words, expand=True), gap=8)]


def _status(state: MemberState) -> list[ft.Control]:
    chosen = state.draft.status
    parts: list[ft.Control] = [
        _choice(teks.ANGGOTA_STATUS_LABEL, STATUS, chosen, _chooser(state, "status"))
    ]
    if chosen != "aktif":
        parts.append(_words(state, "alasan", teks.ANGGOTA_ALASAN))
    if chosen == "berhenti":
        hint = teks.ANGGOTA_LAHIR_CONTOH
        parts.append(_words(state, "berakhir", teks.ANGGOTA_BERAKHIR, I.EVENT, hint=hint))
    return parts


def _more_button(state: MemberState) -> ft.Control:
    words = teks.ANGGOTA_LAGI_TUTUP if state.more else teks.ANGGOTA_LAGI
    return row(buttons.quiet(words, state.show_more, name=I.REMOVE if state.more else I.ADD))


def _more(state: MemberState) -> list[ft.Control]:
    one, day = state.draft, teks.ANGGOTA_LAHIR_CONTOH
    return [
        _words(state, "hp", teks.ANGGOTA_HP, I.PHONE),
        _words(state, "mulai", teks.ANGGOTA_MULAI, I.EVENT, hint=day),
        _words(state, "pendidikan", teks.ANGGOTA_PENDIDIKAN, I.SCHOOL),
        _sk(state, "nomor", teks.ANGGOTA_SK_NOMOR),
        _sk(state, "tanggal", teks.ANGGOTA_SK_TANGGAL, hint=day),
        _sk(state, "pejabat", teks.ANGGOTA_SK_PEJABAT),
        _words(state, "kta", teks.ANGGOTA_KTA),
        stretched(
            text(teks.ANGGOTA_PERLENGKAPAN, "smallb"),
            wrapped(*[_thing(state, thing) for thing in _things(one.perlengkapan)]),
            gap=7,
        ),
        wrapped(
            chips.pick(
                teks.ANGGOTA_SIMLINMAS, one.terdaftar_simlinmas,
                lambda on: state.chose(terdaftar_simlinmas=on),
            )
        ),
        *[fault_line(words) for name, words in state.faults.items() if "perlengkapan" in name],
    ]  # fmt: skip


def _things(owned: tuple[Any, ...]) -> list[str]:
    named = [thing for thing in owned if isinstance(thing, str)]
    return list(dict.fromkeys((*PERLENGKAPAN, *named)))


def _thing(state: MemberState, thing: str) -> ft.Control:
    owned = state.draft.perlengkapan

    def change(on: bool) -> None:
        rest = tuple(other for other in owned if other != thing)
        state.chose(perlengkapan=(*rest, thing) if on else rest)

    return chips.pick(thing, thing in owned, change)


def _discard(state: MemberState) -> list[ft.Control]:
    if not state.saved:
        return []
    button = buttons.quiet(
        teks.ANGGOTA_BUANG, partial(state.discard), name=I.DELETE_OUTLINE, colour=colours().error
    )
    return [row(button)]
