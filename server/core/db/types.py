"""Column types of ours."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect
from sqlalchemy.types import TypeDecorator

from shared.clock import WITA


class Moment(TypeDecorator[datetime]):
    """A moment with an offset; kept in UTC so that it sorts, read in WITA."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """To UTC without offset, which both databases keep alike."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Back to WITA."""
        return None if value is None else value.replace(tzinfo=UTC).astimezone(WITA)
