"""Who writes and who signs, as papers need it: built from the settings of the kecamatan.

What is empty stays empty here and becomes a line to write on; nothing is ever made up.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from shared.clock import tanggal
from shared.documents import words
from shared.wilayah import Wilayah

_NIP_PARTS = (8, 6, 1, 3)


@dataclass(frozen=True)
class Kop:
    """The head of a letter: centred lines, the address below, the logo as PNG or JPEG."""

    lines: tuple[str, ...] = ()
    address: str = ""
    logo: bytes | None = None


@dataclass(frozen=True)
class Signatory:
    """Who signs. None for a line that this office does not have, "" for one still to be filled."""

    jabatan: str
    nama: str = ""
    pangkat: str | None = None
    nip: str | None = None
    head: str = ""


@dataclass(frozen=True)
class Office:
    """The kecamatan on paper."""

    kecamatan: str
    kop: Kop
    tempat: str
    camat: Signatory
    kasi: Signatory
    numbers: Mapping[str, str]

    def number(self, key: str, nomor: int | str, day: date) -> str:
        """The number of a letter by the format that stands under ``key``; "" without one."""
        return numbered(self.numbers.get(key, ""), nomor, day)


def office_of(wilayah: Wilayah, values: Mapping[str, Any]) -> Office:
    """From the settings as the desk keeps them, or the part of them that a phone knows."""
    return Office(
        kecamatan=wilayah.nama,
        kop=kop_of(wilayah, values),
        tempat=str(values.get("tempat") or ""),
        camat=_signatory(words.CAMAT.format(kecamatan=wilayah.nama.upper()), values.get("camat")),
        kasi=_signatory(words.KASI, values.get("kasi")),
        numbers={key: str(value) for key, value in values.items() if key.startswith("nomor_")},
    )


def kop_of(wilayah: Wilayah, values: Mapping[str, Any]) -> Kop:
    """The head of the kecamatan's letters; while nobody has written one, what is known of it."""
    lines = cast("list[str]", values.get("kop") or [])
    return Kop(
        tuple(lines) or _known(wilayah), str(values.get("kop_alamat") or ""), logo_of(values)
    )


def _known(wilayah: Wilayah) -> tuple[str, ...]:
    """Without the kabupaten where a phone has not heard of it yet."""
    said = {"kabupaten": wilayah.kabupaten, "kecamatan": wilayah.nama}
    lines = words.KOP if wilayah.kabupaten else words.KOP[1:]
    return tuple(line.format_map(said).upper() for line in lines)


def logo_of(values: Mapping[str, Any]) -> bytes | None:
    """The picture in the settings, which hold it as base64; None when there is none."""
    try:
        return base64.b64decode(str(values.get("logo") or ""), validate=True) or None
    except binascii.Error:
        return None


def grouped_nip(nip: str) -> str:
    """``19740512 199903 1 002`` from 18 digits; anything else as it was written."""
    digits = re.sub(r"\s", "", nip)
    if len(digits) != sum(_NIP_PARTS) or not digits.isdecimal():
        return nip
    parts: list[str] = []
    for length in _NIP_PARTS:
        parts.append(digits[:length])
        digits = digits[length:]
    return " ".join(parts)


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def numbered(form: str, nomor: int | str, day: date | datetime, desa: str = "") -> str:
    """``300/007/TRANTIB/XI/2026`` from ``300/{nomor}/TRANTIB/{romawi}/{tahun}``.

    ``desa`` is the village that writes. A word in braces that is none of ours stays as it is; ""
    when there is no form.
    """
    parts = {
        "nomor": f"{nomor:03d}" if isinstance(nomor, int) else nomor,
        "bulan": f"{day.month:02d}",
        "romawi": _ROMAN[day.month - 1],
        "tahun": f"{day.year:04d}",
        "desa": desa.upper(),
    }
    return re.sub(r"\{(\w+)\}", lambda found: parts.get(found[1], found[0]), form)


def place_and_day(tempat: str, day: date | datetime) -> str:
    """``Juai, 30 November 2026``, with room to write where the place is not set."""
    place = tempat or words.TEMPAT_KOSONG
    return words.TEMPAT_TANGGAL.format(tempat=place, tanggal=tanggal(day, weekday=False))


def _signatory(jabatan: str, person: object) -> Signatory:
    known = cast("Mapping[str, str]", person or {})
    nama, pangkat, nip = (known.get(part, "").strip() for part in ("nama", "pangkat", "nip"))
    return Signatory(jabatan, nama, pangkat, nip)
