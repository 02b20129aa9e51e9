"""How often one may try to log in: strangers make each other wait, never those who were here.

A lock is slow, it does not close: behind it one try goes through each minute. A name that many
strangers guess at leaves every house (address, /64) a try of its own; and a browser in which
somebody has logged in with this name before is counted by itself alone.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from server.core.db.database import Db
from server.core.rate_limit import RateLimit, hit_all

WINDOW = timedelta(minutes=15)
MINUTE = timedelta(minutes=1)
OF_NAME = "masuk-nama"
OF_BOTH = "masuk-nama-alamat"

KNOWN = RateLimit("masuk-kenal", 10, WINDOW, slow=MINUTE)
BOTH = RateLimit(OF_BOTH, 5, WINDOW, slow=MINUTE)
ADDRESS = RateLimit("masuk-alamat", 30, WINDOW, slow=timedelta(seconds=30))
MANY = RateLimit(OF_NAME, 20, WINDOW)
"""A name that strangers have tried so often is guarded more closely."""
GUARDED = RateLimit(OF_BOTH, 1, timedelta(minutes=5))
"""Then each house has one try in five minutes."""
NAME = RateLimit(OF_NAME, 100, WINDOW, slow=timedelta(seconds=10))
"""Of all houses together."""

Rules = list[tuple[RateLimit, str]]


def hit(db: Db, username: str, address: str, browser: str, now: datetime) -> int:
    """Count a try; or the seconds to wait. ``browser`` names one that is known, else ""."""
    if browser:
        return KNOWN.hit_in(db, browser, now)
    name, both = _keys(username, address)
    if MANY.wait_in(db, name, now) and (wait := GUARDED.wait_in(db, both, now)):
        return wait
    return hit_all(db, _strangers(name, both, address), now)


def forgive(db: Db, username: str, address: str, browser: str, now: datetime) -> None:
    """Whoever has the right password did not guess."""
    if browser:
        KNOWN.forgive(db, browser)
        return
    name, both = _keys(username, address)
    BOTH.forgive(db, both)
    for rule, key in ((ADDRESS, address), (NAME, name)):
        rule.take_back(db, key, now)


def _strangers(name: str, both: str, address: str) -> Rules:
    return [(BOTH, both), (ADDRESS, address), (NAME, name)]


def _keys(username: str, address: str) -> tuple[str, str]:
    """What was typed as a name may be a password: too little of its hash is kept to tell."""
    typed = username.encode("utf-8", "surrogatepass")
    name = hashlib.sha256(b"masuk " + typed).hexdigest()[:4]
    return name, f"{name} {address}"
