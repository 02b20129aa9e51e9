"""Fills a phone's data folder: ``python -m tests.browser.phone_seed DIR [WHAT…]``.

A process of its own, because a folder belongs to one process at a time. Prints the reports' ids.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime, timedelta
from pathlib import Path

from mobile import bootstrap
from mobile.usecases.phone import Phone
from mobile.usecases.times import NOON
from shared.clock import WITA, FixedClock, SystemClock
from tests import cast
from tests.doubles import story
from tests.doubles.phone import (
    FixedLocation,
    FixedSpace,
    MemorySecrets,
    OneCode,
    PlainImages,
    Switch,
)


def _before_tonight() -> datetime:
    """A night that still goes on, and was reported already, would be asked about."""
    now = SystemClock().now().astimezone(WITA)
    evening = now.replace(hour=20, minute=40, second=0, microsecond=0)
    return evening - timedelta(days=1) if now.hour < NOON else min(now, evening)


def seed(data: Path, *what: str) -> dict[str, str]:
    data.mkdir(parents=True, exist_ok=True)
    house = bootstrap.build(data)
    phone = Phone(
        laporan=house.laporan, state=house.state, photos=house.photos, images=PlainImages(),
        secrets=MemorySecrets(), space=FixedSpace(), activation=OneCode(),
        location=FixedLocation(), connectivity=Switch(), roster=house.roster,
        clock=FixedClock(_before_tonight()),
    )  # fmt: skip
    house.state.set_identity(cast.IDA_PHONE)
    (data / "token").write_text("a" * 43)
    if "empty" in what:
        return {}
    return story.tell(phone, refused="refused" in what, draft="draft" in what)


if __name__ == "__main__":
    print(json.dumps(seed(Path(sys.argv[1]), *sys.argv[2:])))
