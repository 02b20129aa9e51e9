"""What there is to take along, and the files that are being made."""

from __future__ import annotations

from server.data import data_out
from server.data.data_out import Page
from server.data.desk.addresses import DataPlace
from server.desk.reading import Reading


class DataState(Reading[DataPlace, Page]):
    """The counts of what is chosen; files that were begun earlier are found again."""

    sensitif = False
    files: tuple[str, ...] = ()

    def read(self, asked: DataPlace) -> Page:
        return data_out.page(self.ctx, self.account, asked.which)

    def take(self, found: Page | None) -> None:
        super().take(found)
        self._look()

    def with_sensitif(self, on: bool) -> None:
        self.sensitif = on

    async def start(self, what: str, form: str) -> None:
        """Begin a file."""
        await self.act(data_out.start, what, form, self.asked.which)

    def close(self, ident: str) -> None:
        self.ctx.jobs.forget(self.account.username, ident)
        self._look()

    def _look(self) -> None:
        self.files = self.ctx.jobs.mine(self.account.username)
