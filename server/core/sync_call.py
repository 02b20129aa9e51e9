"""What a phone sends in one call of POST sync, once its envelope has been found whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, cast

from shared.checks_form import VERSI_MAX


class Sent(NamedTuple):
    """An item as it came: the JSON value, and its very text."""

    message: Any
    text: str


@dataclass(frozen=True)
class Inventory:
    """All reports that the phone believes received, as a count and a digest."""

    count: int
    digest: str


@dataclass(frozen=True)
class PhoneSays:
    """What the phone tells of itself; None is what it does not tell."""

    time: datetime | None = None
    app_version: str | None = None
    queued: int | None = None
    free_mb: int | None = None


@dataclass(frozen=True)
class SyncCall:
    """The envelope of POST sync."""

    cursor: int = 0
    laporan: tuple[Sent, ...] = ()
    anggota: tuple[Sent, ...] = ()
    acts: tuple[Sent, ...] = ()
    read: tuple[str, ...] = ()
    inventory: Inventory | None = None
    inventory_list: tuple[tuple[str, int], ...] | None = None
    device: PhoneSays = PhoneSays()

    @property
    def items(self) -> int:
        """How many items want a result."""
        return len(self.laporan) + len(self.anggota) + len(self.acts)


def named(message: Any) -> tuple[str | None, int | None]:
    """The id and version that a result names, as far as they can be read."""
    if not isinstance(message, Mapping):
        return None, None
    fields = cast("Mapping[str, Any]", message)
    ident = fields.get("id")
    return ident if isinstance(ident, str) else None, _whole(fields.get("versi"))


def _whole(value: Any) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if 0 <= value <= VERSI_MAX and value == int(value) else None


def is_elsewhere(message: Any, desa: str) -> bool:
    """Whether the item belongs to another desa than the phone."""
    if not isinstance(message, Mapping):
        return False
    said = cast("Mapping[str, Any]", message).get("desa")
    return isinstance(said, str) and bool(said) and said != desa
