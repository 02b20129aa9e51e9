"""Pindah HP: pack this phone up, or take another one's file in."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from mobile import teks_titip as teks
from mobile.ports import StoreError
from mobile.screens import files
from mobile.screens.files import Chosen
from mobile.screens.here import Here
from mobile.usecases import pindah
from mobile.usecases.pindah import Packed
from mobile.usecases.pindah_moving import Moved


@ft.observable
@dataclass
class PindahState:
    """The phrase lives here and nowhere else: it is gone with the screen."""

    place: Here
    packed: Packed | None = None
    chosen: Chosen | None = None
    phrase: str = ""
    moved: Moved | None = None
    fault: str = ""
    move_fault: str = ""
    busy: str = ""

    async def pack(self) -> None:
        if self.busy:
            return
        self.busy, self.fault = "pack", ""
        try:
            self.packed = await pindah.pack(self.place.phone)
        except StoreError:
            self.fault = teks.TITIP_GAGAL
        finally:
            self.busy = ""

    async def hand_on(self) -> None:
        if self.packed is not None:
            await files.hand_on(self.place, self.packed.path)

    async def choose(self) -> None:
        chosen = await files.choose(self.place)
        if chosen is not None:
            self.chosen, self.moved, self.move_fault = chosen, None, ""

    def type(self, words: str) -> None:
        self.phrase = words

    async def move(self) -> None:
        """Look the file through, and write what this phone lacks."""
        if self.busy or self.chosen is None:
            return
        self.busy, self.move_fault = "move", ""
        try:
            self.moved = await pindah.unpack(self.place.phone, self.chosen.source, self.phrase)
            self.chosen = None
        except pindah.PindahError as error:
            self.move_fault = teks.PINDAH_SEBAB[_reason(error)]
        except StoreError:
            self.move_fault = teks.PINDAH_GAGAL
        finally:
            self.busy = ""


def _reason(error: pindah.PindahError) -> str:
    if isinstance(error, pindah.NotAMove):
        return error.reason
    return "wrong_phrase" if isinstance(error, pindah.WrongPhrase) else "other_village"
