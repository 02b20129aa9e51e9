"""What a roster change lacks: ``anggota_gaps(message)``, with the codes of `checks`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from shared import protocol as p
from shared.checks import is_id
from shared.checks_form import LIST_MAX, SHORT, VERSI_MAX, Form, good_text
from shared.protocol import Gap
from shared.satlinmas import JABATAN, JENIS_KELAMIN, REGU, STATUS

FIELDS = (
    "id", "versi", "desa", "nama", "jenis_kelamin", "tanggal_lahir", "alamat", "jabatan", "regu",
    "status", "alasan", "mulai", "berakhir", "hp", "pendidikan", "sk", "kta",
    "terdaftar_simlinmas", "perlengkapan", "diubah",
)  # fmt: skip
"""All that is kept; a NIK never comes from a phone and falls away like any unknown field."""

_DATE = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)


def anggota_gaps(message: object) -> list[Gap]:
    """All faults of a roster change."""
    if not isinstance(message, Mapping):
        return [Gap("", p.BAD_TYPE)]
    form = Form(cast("Mapping[str, Any]", message))
    is_id(form, "id")
    form.number("versi", 1, VERSI_MAX, required=True)
    form.text("desa", SHORT, required=True)
    form.text("nama", SHORT, required=True)
    for name, allowed, required in (
        ("jenis_kelamin", JENIS_KELAMIN, True), ("jabatan", JABATAN, True), ("regu", REGU, False),
        ("status", STATUS, True),
    ):  # fmt: skip
        form.choice(name, allowed, required=required)
    for name in DAYS:
        date_field(form, name)
    for name in ("hp", "pendidikan", "kta"):
        form.text(name, SHORT)
    for name in ("alamat", "alasan"):
        form.text(name)
    form.part("sk", _sk)
    if not isinstance(form.get("terdaftar_simlinmas"), bool | None):
        form.fault("terdaftar_simlinmas", p.BAD_TYPE)
    _perlengkapan(form)
    form.time("diubah")
    return form.found


NOT_YET = "not_yet"
"""Told at the forms only: a server refuses nothing because of a clock."""
DAYS = ("tanggal_lahir", "mulai", "berakhir")


def day_gaps(message: Mapping[str, Any], today: date) -> list[Gap]:
    """Days that have not come yet, or lie further back than anybody lives."""
    found: list[Gap] = []
    for name in DAYS:
        day = message.get(name)
        if isinstance(day, str) and _is_date(day):
            if day > today.isoformat():
                found.append(Gap(name, NOT_YET))
            elif day < "1900":
                found.append(Gap(name, p.OUT_OF_RANGE))
    return found


def _sk(form: Form) -> None:
    form.text("nomor", SHORT)
    form.text("pejabat", SHORT)
    date_field(form, "tanggal")


def date_field(form: Form, name: str) -> None:
    """A day as ``1995-03-14``, or nothing."""
    value = form.get(name)
    if value is None or value == "":
        return
    if not isinstance(value, str):
        form.fault(name, p.BAD_TYPE)
    elif not _is_date(value):
        form.fault(name, p.BAD_TIME)


def _is_date(value: str) -> bool:
    if not _DATE.match(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _perlengkapan(form: Form) -> None:
    for index, item in enumerate(form.items("perlengkapan", LIST_MAX)):
        if isinstance(item, str):
            if not good_text(item):
                form.fault(f"perlengkapan.{index}", p.BAD_TEXT)
            elif len(item) > SHORT:
                form.fault(f"perlengkapan.{index}", p.TOO_LONG)
        elif not isinstance(item, Mapping):
            form.fault(f"perlengkapan.{index}", p.BAD_TYPE)
