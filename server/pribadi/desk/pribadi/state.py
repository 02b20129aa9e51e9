"""What would go by its retention; one member's data, and the erasing with its question."""

from __future__ import annotations

import contextlib
from typing import ClassVar

from server.desk.reading import Reading, Refusals, Typed
from server.pribadi import erasure, retention, teks
from server.pribadi.erasure import ErasurePreview
from server.pribadi.retention import Plan
from shared.names import plain


class PrivacyState(Reading[None, Plan]):
    """The preview; asking before anything goes."""

    asking = False

    def read(self, _: None) -> Plan:
        return retention.plan(self.ctx, self.account)

    def ask(self) -> None:
        self.asking, self.told = True, None

    def leave(self) -> None:
        self.asking = False

    async def run(self) -> None:
        """What the preview said, now."""
        self.asking = False
        await self.act(retention.run_now, well=_gone)


class PersonState(Reading[str, ErasurePreview]):
    """One member; erased only when the name was typed: nobody erases a person by a slip."""

    asking = False
    refusals: ClassVar[Refusals] = {erasure.ErasedError: teks.OR_SUDAH}

    def read(self, asked: str) -> ErasurePreview | None:
        with contextlib.suppress(erasure.NotThereError):
            return erasure.preview(self.ctx, self.account, asked)
        return None

    def ask(self) -> None:
        self.typed = Typed(nama="")
        self.asking, self.told = True, None

    def leave(self) -> None:
        self.asking, self.told = False, None

    async def erase(self) -> None:
        if self.found is None or plain(self.typed.nama) != plain(self.found.nama):
            self.tell(teks.OR_HAPUS_BEDA, well=False)
        elif await self.act(erasure.erase, self.asked, well=teks.OR_SELESAI):
            self.asking = False


def _gone(gone: Plan) -> str:
    return teks.DP_SELESAI.format(
        foto=gone.foto.count, laporan=gone.laporan.count, mantan=gone.mantan.count, nik=gone.niks
    )
