"""The measures of a period, and which phones are for practice."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from server.desk.reading import Reading
from server.inovasi import innovation
from server.inovasi.innovation import Measured, PracticePhone


class Found(NamedTuple):
    """All measures of a period, and all phones."""

    measured: Measured
    phones: tuple[PracticePhone, ...]


class MeasuresState(Reading[str, Found]):
    """The measures of its period."""

    def read(self, asked: str) -> Found:
        measured = innovation.measured(self.ctx, self.account, asked)
        return Found(measured, innovation.phones(self.ctx, self.account))

    async def turn(self, phone: PracticePhone) -> None:
        """For practice, or in earnest again."""
        await self.act(partial(innovation.mark_training, on=not phone.practice), phone.id)
