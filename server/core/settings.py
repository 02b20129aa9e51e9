"""What the kecamatan decides and every phone needs, also who it is; kept as JSON by key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from server.core.context import Context
from server.core.db.database import Db
from server.core.rows import audit_rows, change_rows, desa_rows, device_rows, settings_rows
from shared import wilayah
from shared.jenis import KODE as JENIS
from shared.titipan import SETTING
from shared.wilayah import from_json, to_json

_TOLD = "wilayah_terkirim"
"""Which kecamatan phones have been told of."""

DEFAULTS: dict[str, Any] = {
    "cadence": {"per_bulan": 1},
    "due_day": 5,
    "jenis": dict.fromkeys(JENIS, True),
    "nomor_darurat": [],
    "retention_days": 90,
    "privasi_kontak": "",
    "simpan_laporan_tahun": 0,
    "simpan_foto_tahun": 0,
    "simpan_mantan_tahun": 0,
    "kop": [],
    "logo": "",
    "nomor_laporan": "",
    "salam": "",
    "survei": "",
}
"""Cadence, due day of the month, jenis on and off, emergency numbers ({nama, nomor}), for how many
days a phone keeps the photos of what was received; and for the letter that it makes of a report:
lines of the head, the logo (a small PNG as base64), the format of its number; the greeting that
messages begin with (empty: a neutral one). For the privacy
notice: whom to ask, and how many years reports, photos and members who left are kept (0: not
decided yet). The half-year whose satisfaction survey is open, as 2026-S2; empty: none."""


def for_phone(ctx: Context) -> dict[str, Any]:
    """The whole of what a phone needs."""
    with ctx.database.read() as db:
        return read(db)


def read(db: Db) -> dict[str, Any]:
    """The same, within a transaction."""
    return settings_rows.known(settings_rows.all_values(db), DEFAULTS)


def read_for(db: Db, desa: str) -> dict[str, Any]:
    """What the phones of one village need: also its own data, and the key for sealed packages."""
    _, own = desa_rows.newest(db, desa)
    stored = settings_rows.all_values(db)
    sealing = stored.get(SETTING)
    key = {SETTING: settings_rows.value_of(sealing)} if sealing else {}
    return {**read(db), "desa_data": own, **key, wilayah.SETTING: _named(stored)}


def tell_of_kecamatan(ctx: Context) -> None:
    """Send phones what they do not know yet: all of them after an update from 1.0.0."""
    told = json.dumps(to_json(ctx.wilayah))
    with ctx.database.read() as db:
        if settings_rows.all_values(db).get(_TOLD) == told:
            return
    now = ctx.clock.now()
    with ctx.database.write() as db:
        if settings_rows.all_values(db).get(_TOLD) == told:
            return
        settings_rows.put(db, _TOLD, told)
        for desa in ctx.wilayah.codes if device_rows.everyone(db) else ():
            change_rows.add(db, desa, "settings", now, data=json.dumps(read_for(db, desa)))


def _named(stored: Mapping[str, str]) -> dict[str, Any]:
    """The kecamatan without the spellings, which only the desk reads by."""
    known = from_json(settings_rows.value_of(stored[wilayah.SETTING]))
    return to_json(replace(known, desa=tuple(replace(one, ejaan=()) for one in known.desa)))


def change(ctx: Context, values: dict[str, Any], by: str) -> None:
    """Store what was decided, and tell every desa."""
    now = ctx.clock.now()
    with ctx.database.write() as db:
        for key in values.keys() & DEFAULTS.keys():
            settings_rows.put(db, key, json.dumps(values[key]))
            audit_rows.add(db, now, by, "setting_changed", key, _noted(key, values[key]))
        for desa in ctx.wilayah.desa:
            whole = json.dumps(read_for(db, desa.kode))
            change_rows.add(db, desa.kode, "settings", now, data=whole)
    ctx.bell.ring()


def _noted(key: str, value: Any) -> str:
    """What the log says of it: of a picture only whether there is one."""
    return str(bool(value)) if key == "logo" else json.dumps(value)
