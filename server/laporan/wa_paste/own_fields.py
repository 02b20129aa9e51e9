"""The fields of the phone's own text: as sure as the phone was, but for what it leaves out."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from server.laporan.wa_paste import dates, kinds, lines, months, own, tellers, victims
from server.laporan.wa_paste import fields as f
from server.laporan.wa_paste.fields import Field, doubted, sure, unsure
from server.laporan.wa_paste.names import split_names
from server.laporan.wa_paste.own import OwnText
from shared.jenis import SEMUA, UNTUK_KEJADIAN
from shared.laporan import Kind
from shared.wilayah import DESA

_TEXTS = {
    "tempat": "Tempat", "dasar": "Dasar", "uraian": "Uraian", "hasil": "Hasil",
    "kendala": "Kendala", "tindak_lanjut": "Tindak lanjut", "kejadian": "Kejadian",
    "kerugian": "Kerugian", "penanganan": "Penanganan awal", "kebutuhan": "Kebutuhan",
}  # fmt: skip
_COUNT = re.compile(r"\s*\((\d+) orang\)$|^(\d+) orang$")
_JENIS = {one.nama: one.kode for one in SEMUA}
_CODES = {desa.nama: desa.kode for desa in DESA}


def read(text: list[str], now: datetime) -> dict[str, Field[Any]] | None:
    """None: the text is somebody else's."""
    told = own.read(text)
    if told is None or told.desa not in _CODES:
        return None
    name, office = tellers.split_office(told.teller)
    found: dict[str, Field[Any]] = {
        "kind": sure(told.kind), "desa": sure(_CODES[told.desa]), "pelapor": sure(name),
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
        return sure(_JENIS.get(told.said.get("Kegiatan", "")))
    event = told.said.get("Kejadian", "")
    known = UNTUK_KEJADIAN.get(event)
    if known:
        return sure(known)
    guess = kinds.matching(event)
    return unsure(guess[0] if guess else "LAIN", f.OTHER_WORDS)


def _when(told: OwnText, now: datetime) -> dict[str, Field[Any]]:
    clock, _, last = told.said.get("Pukul", "").partition(" WITA s.d. ")
    message = lines.read(
        [f"Hari, tanggal: {told.said.get('Hari, tanggal', '')}", f"Pukul: {clock}"]
    )
    when = dates.when(dates.Clues(message, "", False, None, now))
    end = when.end
    if last:
        other = lines.read([f"Tanggal: {last.removesuffix(' WITA')}"])
        end = dates.when(dates.Clues(other, "", False, None, now)).start
    return {"mulai": when.start, "selesai": end}


def _crew(words: str) -> dict[str, Field[Any]]:
    match = _COUNT.search(words)
    names = tuple(split_names(_COUNT.sub("", words)))
    count = int(match[1] or match[2]) if match else len(names)
    return {"personel": sure(names), "jumlah_personel": sure(count or None)}


def _parts(words: str) -> tuple[str, ...]:
    return tuple(part for part in words.split(", ") if part)


def _message(label: str, told: OwnText) -> lines.Message:
    return lines.read([f"{label}: {told.said.get(label, '')}"])
