"""What a village's own data lack: ``desa_gaps(fields)``; only the fields that are there count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shared import protocol as p
from shared.checks_anggota import date_field
from shared.checks_form import COUNT_MAX, SHORT, Form
from shared.protocol import Gap

_TEXTS = (
    "alamat", "kepala_desa", "kepala_pelaksana", "operator", "operator_wa", "sk_nomor",
    "sumber_dana",
)  # fmt: skip


def desa_gaps(message: Mapping[str, Any]) -> list[Gap]:
    """All faults, with the codes of `checks`."""
    form = Form(message)
    check_desa(form)
    return form.found


def check_desa(form: Form) -> None:
    """The same within another message."""
    for name in _TEXTS:
        form.text(name, SHORT)
    form.number("poskamling", 0, COUNT_MAX)
    date_field(form, "sk_tanggal")
    for name in ("alat", "kerawanan"):
        _words(form, name)


def _words(form: Form, name: str) -> None:
    rows = form.items(name, 100)
    for index, row in enumerate(rows):
        if not isinstance(row, str):
            form.fault(f"{name}.{index}", p.BAD_TYPE)
    if all(isinstance(row, str) for row in rows):
        form.texts(name)
