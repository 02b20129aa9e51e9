"""The recap of the last month, approved by Kasi Trantib and the camat the day after it was due."""

from __future__ import annotations

from datetime import datetime, timedelta

from server.core.context import Context
from server.core.sessions import Account
from server.laporan import board_rules
from server.rekap import approvals, rekap
from server.rekap.rekap import Which
from server.sample.decisions import BY
from shared.clock import FixedClock, month_of
from shared.roles import Role

KASI = Account("kasi", Role.KASI_TRANTIB, BY)
CAMAT = Account("camat", Role.CAMAT, "Camat (contoh)")
DAY, MORNING, AFTERNOON = 6, 9, 14


def approve(ctx: Context, clock: FixedClock, now: datetime, server: str) -> bool:
    """Whether there was anything to approve; a sample of a few days has no last month."""
    which = Which(board_rules.month_before(month_of(now)))
    signed = now.replace(day=DAY, hour=MORNING, minute=0, second=0, microsecond=0)
    if signed > now:
        signed = now - timedelta(hours=AFTERNOON - MORNING)
    for account, later in ((KASI, 0), (CAMAT, AFTERNOON - MORNING)):
        clock.at = signed + timedelta(hours=later)
        reading = rekap.read(ctx, account, which)
        if not reading.is_used:
            return False
        approvals.approve(ctx, account, which, reading.rekap, server)
    return True
