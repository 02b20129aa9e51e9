"""The fields of the phone's own text: as sure as the phone was, but for what it leaves out."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from typing import Any

from server.laporan.wa_paste import activities, days, lines, months, own, tellers, victims
from server.laporan.wa_paste import fields as f
from server.laporan.wa_paste.fields import Field, doubted, sure, unsure
from server.laporan.wa_paste.hours import SMALL_HOURS
from server.laporan.wa_paste.message import Message
from server.laporan.wa_paste.own import OwnText
from shared.clock import WITA
from shared.jenis import SEMUA, UNTUK_KEJADIAN
from shared.laporan import Kind
from shared.names import split_names
from shared.wilayah import Wilayah

_TEXTS = {
    "tempat": "Tempat", "dasar": "Dasar", "uraian": "Uraian", "hasil": "Hasil",
    "kendala": "Kendala", "tindak_lanjut": "Tindak lanjut", "kejadian": "Kejadian",
    "kerugian": "Kerugian", "penanganan": "Penanganan awal", "kebutuhan": "Kebutuhan",
}  # fmt: skip
_COUNT = re.compile(r"\s*\((\d+) orang\)$|^(\d+) orang$")
_CLOCK = re.compile(r"\b([01]\d|2[0-3])\.([0-5]\d)\b")
_HOURS = re.compile(
    r"\Z|(?:\d\d\.\d\d(?: s\.d\. \d\d\.\d\d)? WITA"
    r"|\d\d\.\d\d WITA s\.d\. \w+, \d+ \w+ \d{4} \d\d\.\d\d WITA)\Z"
)
"""How the phone writes hours; in any other form somebody has changed them."""
_JENIS = {name: one.kode for one in SEMUA for name in (one.nama, one.pendek)}


def read(wilayah: Wilayah, text: list[str], now: datetime) -> dict[str, Field[Any]] | None:
    """None: the text is somebody else's."""
    told, codes = own.read(text), {desa.nama: desa.kode for desa in wilayah.desa}
    if told is None or told.desa not in codes or not _HOURS.match(told.said.get("Pukul", "")):
        return None
    name, office = tellers.split_office(told.teller)
    found: dict[str, Field[Any]] = {
        "kind": sure(told.kind), "desa": sure(codes[told.desa]), "pelapor": sure(name),
        "jabatan": sure(office),
    }  # fmt: skip
    if told.kind == Kind.NIHIL:
        found["periode"] = months.month("", told.month, None, now)
    else:
        found |= _told(told, now)
    if told.withdrawn:
        found = {key: doubted(one, f.WITHDRAWN) for key, one in found.items()}
    return found


def _told(told: OwnText, now: datetime) -> dict[str, Field[Any]]:
    found: dict[str, Field[Any]] = {
        name: sure(told.said[label]) for name, label in _TEXTS.items() if label in told.said
    }
    found |= _when(told, now) | _crew(told.said.get("Personel", ""))
    found["pihak_lain"] = sure(_parts(told.said.get("Pihak lain", "")))
    found["jenis"] = _jenis(told)
    if told.kind == Kind.KEJADIAN:
        found["dihubungi"] = sure(_parts(told.said.get("Sudah dihubungi", "")))
        found |= victims.hurt(_message("Korban dan dampak", told))
    return found


def _jenis(told: OwnText) -> Field[str]:
    """An incident does not say which jenis followed; the phone takes it from this table."""
    if told.kind == Kind.KEGIATAN:
        done = told.said.get("Kegiatan", "")
        if done in _JENIS:
            return sure(_JENIS[done])
        found = activities.matching(done)
        return unsure(found[0], f.OTHER_WORDS) if found else Field()
    event = told.said.get("Kejadian", "")
    known = UNTUK_KEJADIAN.get(event)
    if known:
        return sure(known)
    guess = activities.matching(event)
    return unsure(guess[0] if guess else "LAIN", f.OTHER_WORDS)


def _when(told: OwnText, now: datetime) -> dict[str, Field[Any]]:
    """The phone writes hours of the day in full, so an end lies within a day or has its own day."""
    clock, _, last = told.said.get("Pukul", "").partition(" WITA s.d. ")
    day = days.read(told.said.get("Hari, tanggal", ""), now)
    hours = [time(int(h), int(m)) for h, m in _CLOCK.findall(clock)]
    if day is None or not hours:
        return {}
    start = datetime.combine(day.first, hours[0], WITA)
    reason = day.reason or (f.MIDNIGHT if start.hour < SMALL_HOURS else None)
    if start > now + timedelta(hours=1):
        reason = reason or f.FUTURE
    end = _later(start, hours[1]) if len(hours) > 1 else _named_end(last, now)
    return {"mulai": f.told(start, reason), "selesai": f.told(end, reason)}


def _later(start: datetime, hour: time) -> datetime:
    end = datetime.combine(start.date(), hour, WITA)
    return end if end > start else end + timedelta(days=1)


def _named_end(last: str, now: datetime) -> datetime | None:
    """``Rabu, 25 November 2026 20.00 WITA``"""
    day, hours = days.read(last, now), _CLOCK.findall(last)
    if day is None or not hours:
        return None
    return datetime.combine(day.first, time(int(hours[0][0]), int(hours[0][1])), WITA)


def _crew(words: str) -> dict[str, Field[Any]]:
    match = _COUNT.search(words)
    names = tuple(split_names(_COUNT.sub("", words)))
    count = int(match[1] or match[2]) if match else len(names)
    return {"personel": sure(names), "jumlah_personel": sure(count or None)}


def _parts(words: str) -> tuple[str, ...]:
    return tuple(part for part in words.split(", ") if part)


def _message(label: str, told: OwnText) -> Message:
    return lines.read([f"{label}: {told.said.get(label, '')}"])
