"""What stands after sending: first that it is safe, then what comes next."""

from __future__ import annotations

import flet as ft

from mobile import teks, teks_hp
from mobile.domain.record import Record
from mobile.ports import TroubleKind
from mobile.screens.setelah_kirim.state import TerkirimState
from mobile.screens.words import jam, moment, row_title, when
from mobile.usecases.outlook import SENDIRI
from mobile.usecases.read import Detail
from mobile.usecases.sentences import at_field, sync_trouble
from mobile.widgets import banners, buttons, cards, frame, steps
from mobile.widgets.layout import stretched
from mobile.widgets.steps import Step
from mobile.widgets.text import centred, icon, text
from mobile.widgets.theme import colours, look
from shared.clock import tanggal
from shared.status import PhoneState

I = ft.Icons  # noqa: E741


def page(state: TerkirimState, seen: Detail) -> ft.Control:
    """The whole screen."""
    record = seen.record
    body: list[ft.Control] = [
        ft.Container(height=10 if look().large else 26),
        _top(record),
        *_take_back(state),
        *_refused(state, record),
        _next(state, record),
        *_complete(state),
        _share(state),
    ]
    home = buttons.primary(teks.KE_BERANDA, state.home, name=I.HOME)
    return frame.screen(ft.Container(height=4), body, frame.bottom_panel(home), gap=18)


def _take_back(state: TerkirimState) -> list[ft.Control]:
    """Away from the foot: there lies the finger that has just tapped Kirim, perhaps twice.

    Its place stays when the seconds are over, so that nothing below moves under a finger.
    """
    if not state.offered:
        return []
    words = teks.BATALKAN.format(detik=state.left_s)
    if not state.left_s:
        words = teks.BATALKAN_HABIS
    undo = buttons.quiet(words, state.take_back, name=I.UNDO, disabled=not state.left_s)
    return [ft.Row([undo], alignment=ft.MainAxisAlignment.CENTER)]


def _top(record: Record) -> ft.Control:
    received = record.sent_state is PhoneState.RECEIVED
    palette = colours()
    mark = I.CLOUD_DONE if received else I.SAVE_ALT
    edge = ft.Border.all(2, palette.outline) if look().sun else None
    disc = ft.Container(
        content=icon(mark, 46, palette.on_primary_container), width=96, height=96,
        border_radius=48, bgcolor=palette.primary_container, border=edge,
        alignment=ft.Alignment.CENTER,
    )  # fmt: skip
    title = teks.DITERIMA_JUDUL if received else teks.AMAN_JUDUL
    lines = [centred(title, "tab"), centred(_summary(record), "body", palette.on_surface_variant)]
    if received and record.last_resi:
        lines.append(centred(teks.NOMOR_RESI.format(resi=record.last_resi), "bodyb"))
    return stretched(ft.Row([disc], alignment=ft.MainAxisAlignment.CENTER), *lines, gap=10)


def _summary(record: Record) -> str:
    laporan = record.current
    at = when(laporan)
    day = tanggal(at, weekday=False, year=False) if at else ""
    what = row_title(laporan)
    if not laporan.foto:
        return teks.TERKIRIM_RINGKAS_TANPA.format(apa=what, tanggal=day)
    return teks.TERKIRIM_RINGKAS.format(apa=what, tanggal=day, foto=len(laporan.foto))


def _refused(state: TerkirimState, record: Record) -> list[ft.Control]:
    if record.sent_state is not PhoneState.REFUSED or not record.problems:
        return []
    why = at_field(record.problems[0], record.current)
    words = teks.BELUM_BISA_ISI.format(sebab=why)
    return [banners.refusal(teks.BELUM_BISA_JUDUL, words, teks.PERBAIKI, state.open)]


def _next(state: TerkirimState, record: Record) -> ft.Control:
    parts = (_saved(record), _sending(state, record), _receipt(record))
    return cards.card(
        stretched(text(teks.APA_BERIKUTNYA, "head"), steps.steps(parts), gap=8), padding=16
    )


def _saved(record: Record) -> Step:
    at = moment(record.finished_at)
    sub = teks.LANGKAH_TERSIMPAN_SUB.format(jam=jam(at)) if at else ""
    return Step(I.CHECK_CIRCLE, teks.LANGKAH_TERSIMPAN, sub)


def _sending(state: TerkirimState, record: Record) -> Step:
    done, total = record.photos_done
    going = state.connection
    if record.sent_state is PhoneState.RECEIVED:
        at = moment(record.received_at or record.text_at)
        sub = teks.LANGKAH_TERSIMPAN_SUB.format(jam=jam(at)) if at else ""
        return Step(I.CHECK_CIRCLE, teks.LANGKAH_DITERIMA, sub)
    if record.sent_state is PhoneState.TEXT_RECEIVED:
        words = teks.LANGKAH_TEKS.format(ke=done, jumlah=total)
        return Step(I.CLOUD_SYNC, words, _meanwhile(state), done=False, kind="info")
    if record.sent_state is PhoneState.REFUSED:
        return Step(I.ERROR, teks.KEADAAN["refused"], done=False, kind="bad")
    if state.left_s:
        return Step(I.SCHEDULE, teks.LANGKAH_KIRIM_TUNGGU, _meanwhile(state), False, "wait")
    if going and going.progress and going.progress.laporan == state.ident:
        return Step(I.CLOUD_SYNC, teks.LANGKAH_KIRIM_SEDANG, _meanwhile(state), False, "info")
    if going and going.outlook != SENDIRI:
        why = teks.NASIB[going.outlook]
        return Step(I.CLOUD_OFF, teks.BELUM_BISA_DIKIRIM, why, done=False, kind="wait")
    trouble = going.trouble if going else None
    known = trouble is not None and trouble.kind is not TroubleKind.NO_SIGNAL
    sub = sync_trouble(trouble) if trouble and known else _meanwhile(state)
    return Step(I.CLOUD_OFF, teks.LANGKAH_KIRIM_NANTI, sub, done=False, kind="wait")


def _meanwhile(state: TerkirimState) -> str:
    """What the person has to do until it has gone: nothing, or leave the app open."""
    return teks_hp.BIARKAN_TERBUKA if state.place.browser else teks.LANGKAH_KIRIM_NANTI_SUB


def _receipt(record: Record) -> Step:
    if record.sent_state is PhoneState.RECEIVED:
        return Step(
            I.RADIO_BUTTON_UNCHECKED, teks.LANGKAH_DIPERIKSA, teks.LANGKAH_DIPERIKSA_SUB, done=False
        )
    return Step(I.RADIO_BUTTON_UNCHECKED, teks.LANGKAH_RESI, teks.LANGKAH_RESI_SUB, done=False)


def _complete(state: TerkirimState) -> list[ft.Control]:
    if not state.lacks_counts:
        return []
    mark = icon(I.POST_ADD, 26, colours().primary)
    words = (teks.LENGKAPI_SEKARANG, teks.LENGKAPI_SEKARANG_SUB)
    return [cards.link_card(mark, *words, state.complete, strong=True)]


def _share(state: TerkirimState) -> ft.Control:
    mark = icon(I.CHAT, 26, colours().primary)
    return cards.link_card(mark, teks.BAGIKAN_WA, teks.BAGIKAN_WA_SUB, state.share, strong=True)
