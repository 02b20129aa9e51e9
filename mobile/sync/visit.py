"""One visit to the kecamatan: texts, then photos, each step chosen anew from what is stored.

So a kejadian that is finished while photos leave goes before the next photo, and after a crash
or a stop nothing has to be remembered.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from mobile import ports
from mobile.domain.record import Record
from mobile.sync import outcome
from mobile.sync.exchange import Exchange
from mobile.sync.outbox import NextPhoto, next_photo, texts_due
from mobile.sync.photo_sender import PhotoSender
from mobile.sync.progress import Progress
from shared.status import UNSENT


class SomeLeft(outcome.Busy):
    """The visit was made; something was left out and is tried again at the next one."""


@dataclass
class Visit:
    """Made once for each visit."""

    laporan: ports.LaporanStore
    exchange: Exchange
    sender: PhotoSender
    progress: Progress
    got_through: bool = False
    skipped: set[str] = field(default_factory=set[str])
    left: list[str] = field(default_factory=list[str])
    _asked_again: bool = False

    async def make(self) -> None:
        """Send all that can be sent now, fetch all there is; raises ContactFailed."""
        self.exchange.begin()
        while await self._step():
            pass
        if self.left:
            raise SomeLeft("; ".join(self.left))

    async def _step(self) -> bool:
        """One call or one photo; False when nothing is left to do."""
        records = await asyncio.to_thread(self.laporan.open_records)
        self.progress.count(records, self.exchange.lacking.values())
        due = [r for r in self._texts(records) if r.sent and r.sent.key not in self._had_a_turn]
        if due or self.exchange.again or not self.got_through:
            self.progress.at(due[0] if due else None)
            await self.exchange.send(due, sum(r.state in UNSENT for r in records))
            self.got_through = True
            return True
        photo = next_photo(records, self.exchange.lacking, self.skipped)
        if photo is None:
            photo = await asyncio.to_thread(self.exchange.photo_beside, self.skipped)
        if photo is not None:
            await self._photo(photo)
        return photo is not None

    def _texts(self, records: list[Record]) -> list[Record]:
        return texts_due(records, self.exchange.clock.now())

    @property
    def _had_a_turn(self) -> set[tuple[str, int]]:
        return self.exchange.left_out

    async def _photo(self, photo: NextPhoto) -> None:
        self.progress.at(photo.record, photo.number)
        self.skipped.add(photo.foto.sha256)
        try:
            await self.sender.send(photo, self.progress.moved)
        except outcome.NotKnown as error:
            # The server may have been put back to an older copy since the text went.
            self.left.append(error.detail)
            self.exchange.again, self._asked_again = not self._asked_again, True
        except (outcome.ServerFault, outcome.Unexpected, outcome.ItemFailed) as error:
            self.left.append(error.detail)
        else:
            self.exchange.lacking.pop(photo.foto.sha256, None)
