"""The list of reports as it stands on one screen."""

from __future__ import annotations

from datetime import datetime

from server.desk.reading import Reading
from server.laporan.desk.addresses import ListPlace
from server.laporan.read_laporan import Line
from server.laporan.read_staff import ListPage, list_page


class ListState(Reading[ListPlace, ListPage]):
    """A page of the list, and what of it the person has not seen before."""

    seen: datetime | None = None
    """The newest receipt that the person has been shown; what is later is marked as new."""

    def read(self, asked: ListPlace) -> ListPage:
        return list_page(self.ctx, self.account, asked.which, asked.number, self.seen)

    def take(self, found: ListPage | None) -> None:
        if found is not None:
            self.seen = self.seen or found.newest or self.ctx.clock.now()
        super().take(found)

    def moved(self, _: ListPlace) -> None:
        self.acknowledge()

    def is_new(self, line: Line) -> bool:
        return self.seen is not None and line.received_at > self.seen

    def acknowledge(self) -> None:
        """The person has seen what is new."""
        self.seen = self.found.newest if self.found else None
