""" "Perjalanan laporan": what has happened to a report, and what comes next."""

from __future__ import annotations

import flet as ft

from mobile import teks
from mobile.domain.record import Act, Record
from mobile.screens.words import STATES, stamp
from mobile.widgets.steps import Step
from shared.status import PhoneState, Status

I = ft.Icons  # noqa: E741
DONE = I.CHECK_CIRCLE
LATER = I.RADIO_BUTTON_UNCHECKED


def journey(record: Record) -> list[Step]:
    """The steps, oldest first."""
    if record.sent is None:
        return [Step(I.EDIT_NOTE, teks.JALAN_DRAF, stamp(record.saved_at), done=False, kind="mute")]
    steps = [_sent(record), *_received(record)]
    steps += [_act(act, last=act is record.acts[-1]) for act in _later_acts(record)]
    if record.has_unsent_changes:
        return [*steps, Step(I.EDIT_NOTE, teks.PERUBAHAN_BELUM, done=False, kind="wait")]
    return [*steps, *_next(record)]


def _sent(record: Record) -> Step:
    words = teks.JALAN_KIRIM_LAIN if record.from_other_phone else teks.JALAN_KIRIM
    versi = record.sent.versi if record.sent else 1
    if versi > 1 and not record.from_other_phone:
        words = teks.JALAN_PERBAIKAN.format(nomor=versi - 1)
    written = record.sent.ditulis if record.sent else ""
    return Step(DONE, words, stamp(record.finished_at or written))


def _received(record: Record) -> list[Step]:
    resi = record.last_resi
    words = teks.JALAN_TERIMA_RESI.format(resi=resi) if resi else teks.JALAN_TERIMA
    done, total = record.photos_done
    if record.sent_state is PhoneState.TEXT_RECEIVED:
        told = teks.LANGKAH_TEKS.format(ke=done, jumlah=total)
        return [Step(DONE, words, stamp(record.text_at)),
                Step(I.CLOUD_SYNC, told, done=False, kind="info")]  # fmt: skip
    if record.sent_state is PhoneState.RECEIVED:
        return [Step(DONE, words, stamp(record.text_at or record.received_at))]
    if record.sent_state is PhoneState.REFUSED:
        return [Step(I.ERROR, teks.KEADAAN["refused"], done=False, kind="bad")]
    return [Step(I.CLOUD_OFF, teks.JALAN_MENUNGGU, done=False, kind="wait")]


def _later_acts(record: Record) -> list[Act]:
    return [act for act in record.acts if act.status != Status.DITERIMA]


def _act(act: Act, *, last: bool) -> Step:
    kind, name = STATES.get(act.status, ("mute", DONE))
    sub = ", ".join(part for part in (stamp(act.waktu), act.oleh) if part)
    words = teks.JALAN_STATUS.get(act.status, act.status)
    verified = act.status == Status.DIVERIFIKASI
    return Step(name, words, sub, kind=kind if last and not verified else None)


def _next(record: Record) -> list[Step]:
    """What is still to come."""
    if record.status in (Status.DIVERIFIKASI, Status.DITARIK):
        return []
    if record.sent and record.sent.ditarik:
        return []
    waits = record.status == Status.PERLU_PERBAIKAN and record.sent_state is PhoneState.RECEIVED
    sub = teks.JALAN_TUNGGU_PERBAIKAN if waits else teks.JALAN_TUNGGU_KECAMATAN
    return [Step(LATER, teks.JALAN_VERIFIKASI, sub, done=False)]
