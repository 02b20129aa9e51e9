"""The state of the complaints' page: a page of them, and the one that is being written."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from server.desk.reading import Reading, Refusals
from server.inovasi import complaints
from server.inovasi import teks_suara as words
from server.inovasi.complaints import Complaint, ComplaintPage, EmptyError, GoneError
from server.inovasi.desk.addresses_suara import ComplaintsPlace

NEW = "baru"


class ComplaintsState(Reading[ComplaintsPlace, ComplaintPage]):
    """What the page shows; ``open`` is the complaint whose answer is being written, or `NEW`."""

    refusals: ClassVar[Refusals] = {EmptyError: words.PGD_WAJIB, GoneError: words.PGD_HILANG}
    open = ""

    def read(self, asked: ComplaintsPlace) -> ComplaintPage:
        return complaints.page(self.ctx, self.account, asked.status, asked.number)

    def begin(self, one: Complaint | None) -> None:
        """Write an answer, or a new complaint; what was begun before is found again."""
        self.open, self.told = one.id if one else NEW, None
        self.typed = self.begun(self._form)
        if one is not None and not self.typed.teks:
            self.typed.teks = one.jawaban

    @property
    def _form(self) -> str:
        return f"pengaduan/{self.open}"

    def leave(self) -> None:
        """It is not wanted."""
        self.sent(self._form)
        self.open = ""

    async def write(self) -> None:
        await self._do(complaints.write, self.typed.nama, "", self.typed.teks)

    async def answer(self, status: str) -> None:
        await self._do(complaints.answer, self.open, status, self.typed.teks)

    async def _do(self, deed: Callable[..., object], *given: str) -> None:
        await self.act(deed, *given, then=lambda _: self.leave())
