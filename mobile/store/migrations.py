"""Brings data of an older app to today's shape, one step for each version.

To change the shape of what is stored: write a function from the old data to the new, append it to
`STEPS`, and add a file of the old version to the tests' golden files. Never change a step.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Data = dict[str, Any]
Step = Callable[[str, Data], Data]


def _delivered(_store: str, data: Data) -> Data:
    """1 → 2: a report says itself which version this phone has a receipt for."""
    for record in data.get("laporan", {}).values():
        arrived = record.get("sent_state") in ("text_received", "received")
        mine = record.get("sent") and record.get("resi") and not record.get("from_other_phone")
        record.setdefault("delivered", record["sent"]["versi"] if arrived and mine else None)
    return data


STEPS: tuple[Step, ...] = (_delivered,)

VERSION = len(STEPS) + 1
"""The version that this app writes."""


def migrate(store: str, data: Data, version: int) -> Data:
    """`data` of `version`, in today's shape."""
    for step in STEPS[version - 1 :]:
        data = step(store, data)
    return data
