"""Which value each setting can take. Pure."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from typing import Any, cast

from shared.jenis import KODE as JENIS

MOST_LETTERS = 200
MOST_LINES = 6
MOST_CONTACTS = 10
MOST_LOGO = 80_000

_NIP = re.compile(r"[0-9 ]{0,25}")
_PNG = b"\x89PNG"
_HOST = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?/?")
_TILES = re.compile(r"https://[A-Za-z0-9.-]+(:[0-9]{1,5})?/[A-Za-z0-9{}@._~/?=&%-]*")
_PHONE = re.compile(r"[0-9+() -]{2,20}")

Check = Callable[[Any], bool]


def is_good(key: str, value: object) -> bool:
    """Whether this key is known and can have this value."""
    check = _CHECKS.get(key)
    return check is not None and check(value)


def _items(value: Any) -> list[Any]:
    return cast("list[Any]", value) if isinstance(value, list) else []


def _fields(value: Any) -> dict[str, Any]:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _short(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= MOST_LETTERS


def _one_line(value: Any) -> bool:
    return _short(value) and len(value.splitlines()) < 2


def _lines(value: Any) -> bool:
    return isinstance(value, list) and len(_items(value)) <= MOST_LINES and _all_short(value)


def _all_short(value: Any) -> bool:
    return all(_short(item) for item in _items(value))


def _person(value: Any) -> bool:
    person = _fields(value)
    return (
        set(person) == {"nama", "pangkat", "nip"}
        and all(_short(words) for words in person.values())
        and _NIP.fullmatch(person["nip"]) is not None
    )


def _number(least: int, most: int) -> Check:
    def check(value: Any) -> bool:
        return type(value) is int and least <= value <= most

    return check


def _yes_or_no(value: Any) -> bool:
    return isinstance(value, bool)


def _contact(value: Any) -> bool:
    contact = _fields(value)
    return (
        set(contact) == {"nama", "nomor"}
        and all(_short(words) for words in contact.values())
        and contact["nama"] != ""
        and _PHONE.fullmatch(contact["nomor"]) is not None
    )


def _contacts(value: Any) -> bool:
    found = _items(value)
    return isinstance(value, list) and len(found) <= MOST_CONTACTS and all(map(_contact, found))


def _jenis(value: Any) -> bool:
    chosen = _fields(value)
    every = all(type(on) is bool for on in chosen.values())
    return set(chosen) == set(JENIS) and every and any(chosen.values())


def _cadence(value: Any) -> bool:
    return _number(0, 100)(_fields(value).get("per_bulan"))


def _logo(value: Any) -> bool:
    """Nothing, or what `office_logo` has made of a picture."""
    if not isinstance(value, str) or len(value) > MOST_LOGO:
        return False
    try:
        return value == "" or base64.b64decode(value, validate=True).startswith(_PNG)
    except binascii.Error:
        return False


def _address(value: Any) -> bool:
    """Where a browser reaches this server, without a path; empty while nobody has said it."""
    return _short(value) and (value == "" or _HOST.fullmatch(value) is not None)


def _tiles(value: Any) -> bool:
    """Where pictures of a map lie, by zoom and place; empty: the map does without."""
    if not _short(value) or value == "":
        return value == ""
    placed = all(part in value for part in ("{z}", "{x}", "{y}"))
    return placed and _TILES.fullmatch(value) is not None


_CHECKS: dict[str, Check] = {
    "kop": _lines, "kop_alamat": _short, "tempat": _short, "camat": _person, "kasi": _person,
    "logo": _logo, "nomor_rekap": _short, "nomor_pembinaan": _short, "nomor_sertifikat": _short,
    "nomor_laporan": _short, "salam": _one_line, "quiet_days": _number(1, 365), "cadence": _cadence,
    "alamat_umum": _address, "due_day": _number(1, 28), "jenis": _jenis, "nomor_darurat": _contacts,
    "peta_ubin": _tiles, "retention_days": _number(7, 3650),
    "privasi_kontak": _short, "simpan_laporan_tahun": _number(0, 50),
    "kuota_kiriman": _number(20, 100_000), "kuota_anggota": _number(100, 100_000),
    "kuota_foto_mb": _number(4, 100_000), "dua_langkah_wajib": _yes_or_no,
    "camat_verifikasi": _yes_or_no,
    "simpan_foto_tahun": _number(0, 50), "simpan_mantan_tahun": _number(0, 50),
}  # fmt: skip
