"""An answer that is being written: each change is on disk, nothing of it leaves the phone yet."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from mobile.domain.deed import Deed
from mobile.ports import StoreError
from mobile.usecases.phone import Phone, off_loop
from shared.laporan import Foto


class Begun:
    """One deed under way; what was changed last is what stays.

    ``told`` is called whenever `saved_at` or `trouble` has changed.
    """

    def __init__(self, phone: Phone, kind: str, ref: str) -> None:
        self._phone = phone
        self._deed = Deed(f"{kind}/{ref}", kind, ref, "", draft=True)
        self._changed = False
        self._over = False
        self._task: asyncio.Task[None] | None = None
        self.saved_at = ""
        self.trouble: StoreError | None = None
        self.told: Callable[[], None] = lambda: None

    async def read(self) -> Deed | None:
        """What was begun before, also before a restart."""
        found = await off_loop(self._phone.deeds.all)
        return next((deed for deed in found if deed.id == self._deed.id), None)

    def change(self, data: dict[str, Any], foto: tuple[Foto, ...] = ()) -> None:
        """Keep what stands there now; the call returns at once."""
        self._deed = Deed(
            self._deed.id, self._deed.kind, self._deed.ref, self._phone.now(), data, foto,
            draft=True,
        )  # fmt: skip
        self._changed = True
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._keep())

    async def rest(self) -> None:
        """Write nothing more; the deed itself takes the place of what was begun."""
        self._over = True
        if self._task is not None:
            await self._task
        self._over = False

    async def end(self) -> None:
        """Nothing of it stays. Raises StoreError."""
        await self.rest()
        await off_loop(self._phone.deeds.update, self._deed.id, lambda _: None)

    async def _keep(self) -> None:
        while self._changed and not self._over:
            self._changed = False
            try:
                await off_loop(self._phone.deeds.put, self._deed)
            except StoreError as error:
                self.trouble = error
                self.told()
                return
            self.trouble, self.saved_at = None, self._phone.now()
            self.told()
