"""What follows from a change: the kejadian's first sentence, the number of people, the hours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from mobile import teks
from mobile.ports import Memory
from mobile.usecases.times import guess
from shared.jenis import UNTUK_KEJADIAN
from shared.laporan import Kind, Laporan


def tupled(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Lists as the frozen report holds them."""
    return {
        name: tuple(cast("list[Any]", value)) if isinstance(value, list) else value
        for name, value in fields.items()
    }


def completed(
    before: Laporan, after: Laporan, fields: Mapping[str, Any], memory: Memory, begun: datetime
) -> Laporan:
    """`after` with what the app fills in itself, wherever the person has not."""
    if "personel" in fields and "jumlah_personel" not in fields:
        after = _counted(before, after)
    if after.kind == Kind.KEJADIAN:
        return _kejadian(before, after, fields)
    if "jenis" in fields and "mulai" not in fields:
        after = _usual_hours(before, after, memory, begun)
    return after


def first_sentence(laporan: Laporan) -> str:
    """What the app writes until the person does: ``Banjir di Bantaran sungai RT 04.``"""
    what = laporan.kejadian.jenis.strip() if laporan.kejadian else ""
    where = laporan.tempat.strip()
    if not what:
        return ""
    return teks.KEJADIAN_DI.format(apa=what, tempat=where) if where else f"{what}."


def _counted(before: Laporan, after: Laporan) -> Laporan:
    if before.jumlah_personel != len(before.personel):
        return replace(after, jumlah_personel=max(after.jumlah_personel, len(after.personel)))
    return replace(after, jumlah_personel=len(after.personel))


def _kejadian(before: Laporan, after: Laporan, fields: Mapping[str, Any]) -> Laporan:
    old, new = before.kejadian, after.kejadian
    if old and new and new.jenis != old.jenis and "jenis" not in fields:
        after = replace(after, jenis=UNTUK_KEJADIAN.get(new.jenis, "LAIN"))
    if new and "mulai" in fields:
        after = replace(after, kejadian=replace(new, waktu=after.mulai))
    elif old and new and new.waktu != old.waktu:
        after = replace(after, mulai=new.waktu)
    if "uraian" not in fields and before.uraian in ("", first_sentence(before)):
        after = replace(after, uraian=first_sentence(after))
    return after


def _usual_hours(before: Laporan, after: Laporan, memory: Memory, begun: datetime) -> Laporan:
    shown = guess(begun, memory, before.jenis)
    if (before.mulai, before.selesai) != (shown.mulai, shown.selesai):
        return after
    usual = guess(begun, memory, after.jenis)
    return replace(after, mulai=usual.mulai, selesai=usual.selesai)
