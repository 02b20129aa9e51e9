"""What would go by its retention, and what went."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import flet as ft

from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account
from server.pribadi import retention, teks
from server.pribadi.retention import Plan


@ft.observable
@dataclass
class PrivacyState:
    """The preview; asking before anything goes."""

    ctx: Context
    account: Account
    plan: Plan | None = None
    failed: bool = False
    asking: bool = False
    told: str = ""

    async def load(self) -> None:
        try:
            self.plan = await asyncio.to_thread(retention.plan, self.ctx, self.account)
            self.failed = False
        except StoreError:
            self.failed = True

    def ask(self) -> None:
        self.asking, self.told = True, ""

    def leave(self) -> None:
        self.asking = False

    async def run(self) -> None:
        """What the preview said, now."""
        self.asking = False
        try:
            gone = await asyncio.to_thread(retention.run_now, self.ctx, self.account)
        except (StoreError, OSError):
            self.told = teks.OR_GAGAL
            return
        self.told = teks.DP_SELESAI.format(
            foto=gone.foto.count, laporan=gone.laporan.count, mantan=gone.mantan.count,
            nik=gone.niks,
        )  # fmt: skip
        await self.load()
