"""Makes a `SyncCall` of the JSON that came: a fault of the envelope refuses the whole call."""

from __future__ import annotations

import re
from typing import Any

from server.core.sync_call import Inventory, PhoneSays, Sent, SyncCall
from server.http import json_body
from server.http.problems import BadRequest, TooLarge
from shared.checks_form import SHORT, good_text, good_time
from shared.protocol import MAX_LAPORAN_PER_CALL

LISTS = ("laporan", "anggota", "acts")
NUMBER_MAX = 2**53
MOST_ITEMS = 100
"""Changes of the roster, and acts, of one call; our phone sends 40."""
MOST_READ = 5_000
MOST_LISTED = 10_000
"""Reports of a list: what one phone has delivered in many years."""

_ID = re.compile(r"[0-9A-Za-z-]{1,36}\Z", re.ASCII)


def sync_call(text: str) -> SyncCall:
    """The call; BadRequest or TooLarge when it cannot be one."""
    body, texts = json_body.parse(text, LISTS)
    laporan, anggota, acts = (_items(body, texts, name) for name in LISTS)
    if len(laporan) > MAX_LAPORAN_PER_CALL:
        raise TooLarge(f"Paling banyak {MAX_LAPORAN_PER_CALL} laporan sekali kirim.")
    if max(len(anggota), len(acts)) > MOST_ITEMS:
        raise TooLarge(f"Paling banyak {MOST_ITEMS} perubahan sekali kirim.")
    return SyncCall(
        cursor=_number(body, "cursor") or 0,
        laporan=laporan,
        anggota=anggota,
        acts=acts,
        read=_read(body),
        inventory=_inventory(body.get("inventory")),
        inventory_list=_inventory_list(body.get("inventory_list")),
        device=_phone(body.get("device")),
    )


def _items(body: dict[str, Any], texts: dict[str, list[str]], name: str) -> tuple[Sent, ...]:
    values = _list(body, name)
    return tuple(Sent(value, text) for value, text in zip(values, texts.get(name, ()), strict=True))


def _list(body: dict[str, Any], name: str) -> list[Any]:
    value = body.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise BadRequest(f"{name} harus berupa daftar.")
    return value


def _number(values: dict[str, Any], name: str) -> int | None:
    value = values.get(name)
    if value is None:
        return None
    if isinstance(value, float) and value == int(value):
        value = int(value)  # 3.0 is the same JSON number as 3
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= NUMBER_MAX:
        raise BadRequest(f"{name} harus bilangan bulat, tidak negatif.")
    return value


def _read(body: dict[str, Any]) -> tuple[str, ...]:
    refs = _list(body, "read")
    if len(refs) > MOST_READ:
        raise TooLarge(f"read paling banyak {MOST_READ} id.")
    if not all(isinstance(ref, str) for ref in refs):
        raise BadRequest("read harus daftar id.")
    return tuple(ref for ref in refs if _ID.match(ref))  # what is no id names nothing


def _inventory(value: Any) -> Inventory | None:
    if value is None:
        return None
    if not isinstance(value, dict) or not isinstance(value.get("digest"), str):
        raise BadRequest("inventory harus berisi count dan digest.")
    count = _number(value, "count")
    if count is None:
        raise BadRequest("inventory harus berisi count dan digest.")
    return Inventory(count, value["digest"])


def _inventory_list(value: Any) -> tuple[tuple[str, int], ...] | None:
    if value is None:
        return None
    if not isinstance(value, list) or not all(_is_pair(pair) for pair in value):
        raise BadRequest("inventory_list harus daftar pasangan [id, versi].")
    if len(value) > MOST_LISTED:
        raise TooLarge(f"inventory_list paling banyak {MOST_LISTED} pasangan.")
    return tuple((ident, versi) for ident, versi in value)


def _is_pair(pair: Any) -> bool:
    return (
        isinstance(pair, list)
        and len(pair) == 2
        and isinstance(pair[0], str)
        and isinstance(pair[1], int)
        and not isinstance(pair[1], bool)
        and 0 <= pair[1] <= NUMBER_MAX
    )


def _phone(value: Any) -> PhoneSays:
    if value is None:
        return PhoneSays()
    if not isinstance(value, dict):
        raise BadRequest("device harus berupa objek.")
    version, time = value.get("app_version"), value.get("time")
    if version is not None and not _is_short(version):
        raise BadRequest("device.app_version harus berupa teks pendek.")
    moment = good_time(time) if isinstance(time, str) else None
    if time is not None and moment is None:
        raise BadRequest("device.time harus waktu RFC 3339 dengan zona.")
    return PhoneSays(moment, version, _number(value, "queued"), _number(value, "free_mb"))


def _is_short(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= SHORT and good_text(value)
