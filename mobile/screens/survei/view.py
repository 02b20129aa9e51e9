"""What the survey looks like: a question with its four answers, nine times; then the thanks."""

from __future__ import annotations

from functools import partial

import flet as ft

from mobile import teks_suara as teks
from mobile.screens.here import here
from mobile.screens.survei.state import SurveiState
from mobile.teks import TUTUP
from mobile.usecases.outlook import fate
from mobile.usecases.survey import MOST_SARAN, NOT_YET, Refused, Survey
from mobile.widgets import banners, buttons, cards, chips, frame, progress
from mobile.widgets.fields import Field
from mobile.widgets.layout import stretched
from mobile.widgets.skeleton import list_bones
from mobile.widgets.text import icon, text
from mobile.widgets.theme import colours, look
from shared.skm import PROFIL, UNSUR, Unsur, period_words
from shared.widgets.layout import row

I = ft.Icons  # noqa: E741


def body(state: SurveiState) -> list[ft.Control]:
    """What scrolls."""
    found = state.survey
    if found is None:
        return list_bones()
    parts = [_refused(state, found.refused)] if found.refused else []
    if found.open:
        return [*parts, *_form(state)]
    return [*parts, _rest(found)]


def bottom(state: SurveiState) -> ft.Control | None:
    """How far one is, and the way to send; the way out when there is nothing to answer."""
    if state.survey is None:
        return None
    if not state.survey.open:
        return frame.bottom_panel(buttons.outline(TUTUP, state.place.back))
    done, every = state.answered, len(UNSUR)
    told = teks.SURVEI_TERJAWAB.format(jumlah=done, semua=every)
    note = frame.panel_note(told, good=True)
    send: ft.Control = buttons.primary(teks.SURVEI_KIRIM, state.send, name=I.CHECK, busy=state.busy)
    if not state.complete:
        left = teks.SURVEI_TINGGAL.format(ada=done, semua=every, jumlah=every - done)
        note = frame.panel_note(left, good=False)
        send = buttons.not_yet(teks.SURVEI_KIRIM)
    return frame.bottom_panel(progress.bar(done / every, told), note, send)


def _form(state: SurveiState) -> list[ft.Control]:
    trouble = [banners.banner("bad", I.SD_CARD_ALERT, state.fault)] if state.fault else []
    questions = [_question(state, number, unsur) for number, unsur in enumerate(UNSUR)]
    saran = Field(
        teks.SURVEI_SARAN, state.saran, on_change=state.type, lines=3, limit=MOST_SARAN,
        hint=teks.SURVEI_SARAN_PETUNJUK, helper=teks.SURVEI_SARAN_ANONIM,
        fault=state.saran_fault or None, key="saran",
    )  # fmt: skip
    return [
        banners.note_strip(I.LOCK, teks.SURVEI_ANONIM), *trouble, *questions, _profile(state),
        saran,
    ]  # fmt: skip


def _profile(state: SurveiState) -> ft.Control:
    """Who answers: each of it may be left out."""
    fields: list[ft.Control] = []
    for name, bidang in PROFIL.items():
        fields += [
            text(bidang.nama, "bodyb"),
            chips.pick_one(
                list(bidang.pilihan.items()), state.profil.get(name), partial(state.tell, name)
            ),
        ]
    return cards.card(
        stretched(text(teks.SURVEI_PROFIL, "bodyb"), text(teks.SURVEI_PROFIL_ISI), *fields, gap=12),
        padding=14,
        key="profil",
    )


def _question(state: SurveiState, number: int, unsur: Unsur) -> ft.Control:
    """The question, and its answers from worst to best."""
    chosen = state.jawaban[number]
    options = [(str(value), words) for value, words in enumerate(unsur.pilihan, 1)]
    picked = None if chosen == NOT_YET else str(chosen)
    return cards.card(
        stretched(
            row(
                _number(number + 1, done=picked is not None),
                text(unsur.tanya, "bodyb", expand=True),
                gap=10,
                vertical_alignment=ft.CrossAxisAlignment.START,
            ),
            chips.pick_one(options, picked, partial(_choose, state, number)),
            gap=12,
        ),
        padding=14,
        key=f"tanya-{number}",
    )


def _choose(state: SurveiState, number: int, value: str) -> None:
    state.choose(number, int(value))


def _number(number: int, *, done: bool) -> ft.Control:
    """The number on a disc; answered questions have it filled."""
    palette = colours()
    fore, back = (
        (palette.on_primary, palette.primary) if done
        else (palette.on_surface_variant, palette.quiet)
    )  # fmt: skip
    side = 52 if look().large else 28
    return ft.Container(
        content=text(str(number), "smallb", fore), width=side, height=side, bgcolor=back,
        border_radius=side / 2, alignment=ft.Alignment.CENTER,
    )  # fmt: skip


def _rest(found: Survey) -> ft.Control:
    """Answered, or none is open."""
    if found.waiting:
        return _thanks(I.CLOUD_OFF, teks.SURVEI_MENUNGGU.format(nasib=fate(here().phone)))
    if found.answered:
        return _thanks(I.CHECK_CIRCLE, teks.SURVEI_SUDAH.format(periode=_halves(found.periode)))
    return banners.empty(I.POLL_OUTLINED, teks.SURVEI_TUTUP, teks.SURVEI_TUTUP_ISI)


def _thanks(name: ft.IconData, words: str) -> ft.Control:
    ink = colours().on_primary_container
    inside = stretched(
        row(icon(name, 28, ink), text(teks.SURVEI_TERIMA_KASIH, "title", ink, expand=True), gap=12),
        text(words, "body", ink),
        gap=10,
    )
    return cards.green(inside)


def _refused(state: SurveiState, refused: Refused) -> ft.Control:
    words = teks.SURVEI_DUA_KALI if refused.twice else teks.SURVEI_TERLAMBAT
    understood = buttons.on_tint(teks.SURVEI_MENGERTI, state.understood, cards.tinted_ink("wait"))
    return banners.banner(
        "wait", I.INFO, teks.SURVEI_DITOLAK, words.format(periode=_halves(refused.periode)),
        understood,
    )  # fmt: skip


def _halves(periode: str) -> str:
    words = period_words(periode)
    return words[:1].lower() + words[1:]
