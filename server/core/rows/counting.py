"""Which reports every figure counts: said once, for board, recap, measures and coaching."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_

from server.core.db.tables import laporan
from shared.status import COUNTED


def counts() -> ColumnElement[bool]:
    """Not withdrawn; and not still to come when it was received, until verified or mended."""
    return and_(laporan.c.status.in_(tuple(sorted(COUNTED))), laporan.c.belum_tiba == 0)
