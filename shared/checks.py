"""What a report lacks: ``gaps(message)`` gives the same codes at the form and at the server.

A message is the JSON object of a laporan. All faults are named, not only the first; wrong JSON
types are faults like any other, so nothing here raises.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

from shared import jenis as jenis_list
from shared import protocol as p
from shared.checks_form import COUNT_MAX, LONG, SHORT, VERSI_MAX, Form, Message
from shared.clock import nama_bulan
from shared.laporan import COUNTS, Kind, Sumber
from shared.nights import is_too_long
from shared.protocol import Gap

LAIN_MIN = 10


_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\Z")
_SHA = re.compile(r"[0-9a-f]{64}\Z")
_PERIODE = re.compile(r"\d{4}-\d\d\Z", re.ASCII)

_ACTIVITY = (
    "jenis", "mulai", "selesai", "tempat", "lokasi", "personel", "jumlah_personel", "pihak_lain",
    "dasar", "uraian", "hasil", "kendala", "tindak_lanjut", "foto",
)  # fmt: skip
_FOREIGN: dict[str, tuple[str, ...]] = {
    Kind.KEGIATAN: ("periode", "kejadian"),
    Kind.KEJADIAN: ("periode",),
    Kind.NIHIL: (*_ACTIVITY, "kejadian"),
}


def gaps(message: object) -> list[Gap]:
    """All faults of a laporan; an empty list means that it can be sent and taken in."""
    if not isinstance(message, Mapping):
        return [Gap("", p.BAD_TYPE)]
    form = Form(cast("Message", message))
    _head(form)
    kind: object = form.get("kind")
    if kind == Kind.NIHIL:
        _periode(form)
    elif kind in (Kind.KEGIATAN, Kind.KEJADIAN):
        _activity(form)
    if kind == Kind.KEJADIAN:
        form.part("kejadian", _kejadian, required=True)
    for name in foreign_to(kind):
        if _filled(form.get(name)):
            form.fault(name, p.UNKNOWN_VALUE)
    return form.found


def foreign_to(kind: object) -> tuple[str, ...]:
    """The fields that belong to other kinds; they may only stand there empty, in any manner."""
    return _FOREIGN.get(kind, ()) if isinstance(kind, str) else ()


_SHORT_FIELDS = (
    "tempat", "nama", "jabatan", "desa", "pihak_lain", "personel", "pelapor", "keterangan",
    "dihubungi", "anggota", "hp", "pendidikan", "kta", "sk", "perlengkapan",
)  # fmt: skip


def text_limit(path: str) -> int:
    """How many letters the text at a path may have: ``tempat``, ``personel.2.nama``."""
    parts = path.split(".")
    short = any(part in _SHORT_FIELDS for part in parts) or path == "kejadian.jenis"
    return SHORT if short else LONG


def letters_at(message: object, path: str) -> int:
    """How many letters stand at a path of a message or of its dataclass; 0 where no text is."""
    for step in path.split("."):
        if isinstance(message, Mapping):
            message = cast("Message", message).get(step)
        elif isinstance(message, list | tuple) and step.isdecimal():
            items = cast("Sequence[object]", message)
            message = items[int(step)] if int(step) < len(items) else None
        else:
            message = getattr(cast("object", message), step, None)
    return len(message) if isinstance(message, str) else 0


def _filled(value: object) -> bool:
    if value is None or value is False:
        return value is False
    return value not in ("", 0) and value != []


def _head(form: Form) -> None:
    form.pattern("id", _UUID)
    form.number("versi", 1, VERSI_MAX, required=True)
    form.choice("kind", tuple(Kind), required=True)
    form.text("desa", SHORT, required=True)
    form.part("pelapor", _pelapor, required=True)
    form.time("ditulis", required=True)
    form.number("clock_offset_s", -math.inf, math.inf, whole=False)
    form.part("ditarik", _ditarik)


def _pelapor(form: Form) -> None:
    form.text("nama", SHORT, required=True)
    form.text("jabatan", SHORT)


def _ditarik(form: Form) -> None:
    form.text("alasan")
    form.time("waktu", required=True)


def _periode(form: Form) -> None:
    value = form.get("periode")
    if value is None or value == "":
        form.fault("periode", p.REQUIRED)
    elif not isinstance(value, str):
        form.fault("periode", p.BAD_TYPE)
    elif not _PERIODE.match(value) or not _is_month(value):
        form.fault("periode", p.BAD_TIME)


def _is_month(value: str) -> bool:
    try:
        nama_bulan(value)
    except ValueError:
        return False
    return True


def _activity(form: Form) -> None:
    form.choice("jenis", jenis_list.KODE, required=True)
    start, end = form.time("mulai", required=True), form.time("selesai")
    if start and end and end < start:
        form.fault("selesai", p.END_BEFORE_START)
    elif start and end and form.get("kind") == Kind.KEGIATAN and is_too_long(start, end):
        form.fault("selesai", p.TOO_LONG)
    form.text("tempat", SHORT, required=True)
    uraian = form.text("uraian", required=True)
    if form.get("jenis") == "LAIN" and uraian is not None and len(uraian.strip()) < LAIN_MIN:
        form.fault("uraian", p.TOO_SHORT)
    for name in ("dasar", "hasil", "kendala", "tindak_lanjut"):
        form.text(name)
    form.part("lokasi", _lokasi)
    form.parts("personel", _personel)
    form.number("jumlah_personel", 0, COUNT_MAX)
    form.texts("pihak_lain")
    photo_list(form)


def photo_list(form: Form) -> None:
    """The ``foto`` of a report or an act."""
    form.parts("foto", _foto, p.MAX_PHOTOS)
    _distinct_photos(form)


def is_id(form: Form, name: str) -> None:
    """A UUID, as the phone makes it."""
    form.pattern(name, _UUID)


def _personel(form: Form) -> None:
    form.text("nama", SHORT, required=True)
    form.text("anggota", SHORT)


def _lokasi(form: Form) -> None:
    form.number("lintang", -90, 90, whole=False, required=True)
    form.number("bujur", -180, 180, whole=False, required=True)
    form.number("akurasi_m", 0, math.inf, whole=False)
    form.choice("sumber", tuple(Sumber))


def _foto(form: Form) -> None:
    form.pattern("sha256", _SHA)
    form.number("size", 1, p.MAX_PHOTO_BYTES, required=True)
    form.number("lebar", 0, p.MAX_PHOTO_SIDE)
    form.number("tinggi", 0, p.MAX_PHOTO_SIDE)
    form.time("diambil")
    form.part("lokasi", _lokasi)
    form.text("keterangan", SHORT)
    sensitif = form.get("sensitif")
    if sensitif is not None and not isinstance(sensitif, bool):
        form.fault("sensitif", p.BAD_TYPE)


def _distinct_photos(form: Form) -> None:
    seen: set[str] = set()
    rows = form.get("foto")
    for index, row in enumerate(cast("list[Any]", rows) if isinstance(rows, list) else []):
        sha = cast("Message", row).get("sha256") if isinstance(row, Mapping) else None
        if isinstance(sha, str) and sha in seen:
            form.fault(f"foto.{index}.sha256", p.DUPLICATE)
        elif isinstance(sha, str):
            seen.add(sha)


def _kejadian(form: Form) -> None:
    form.text("jenis", SHORT, required=True)
    form.time("waktu", required=True)
    for name in COUNTS:
        form.number(name, 0, COUNT_MAX)
    for name in ("kerugian", "penanganan", "kebutuhan"):
        form.text(name)
    form.texts("dihubungi")
