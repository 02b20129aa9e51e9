"""Titip laporan: what could be handed on, and what is carried for others."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from mobile import teks_titip as teks
from mobile.domain.parcel import Parcel
from mobile.ports import StoreError
from mobile.screens import files
from mobile.screens.here import Here
from mobile.usecases import titip
from mobile.usecases.titip import Package, Waiting


@ft.observable
@dataclass
class TitipState:
    """Read anew whenever something stored changes."""

    place: Here
    waiting: Waiting | None = None
    carried: tuple[Parcel, ...] = ()
    made: Package | None = None
    fault: str = ""
    carry_fault: str = ""
    busy: bool = False

    async def load(self) -> None:
        self.waiting = await titip.waiting(self.place.phone)
        self.carried = await titip.carried(self.place.phone)

    async def hand_on(self) -> None:
        """ "Bagikan berkas titipan": seal what waits, and share it."""
        if self.busy:
            return
        self.busy, self.fault = True, ""
        try:
            self.made = await titip.make(self.place.phone)
        except titip.TitipError as error:
            self.fault = _FAULTS[type(error)]
        except StoreError:
            self.fault = teks.TITIP_GAGAL
        else:
            await files.hand_on(self.place, self.made.path)
        finally:
            self.busy = False

    async def carry(self) -> None:
        """ "Kirimkan titipan": keep somebody's file, and bring it when there is a signal."""
        chosen = await files.choose(self.place)
        if chosen is None:
            return
        self.carry_fault = ""
        try:
            await titip.carry(self.place.phone, chosen.name, await chosen.bytes())
        except titip.NotAPackage as error:
            self.carry_fault = teks.BAWA_SEBAB[error.reason]
        except (StoreError, OSError):
            self.carry_fault = teks.BAWA_GAGAL
        else:
            self.place.say(teks.BAWA_DISIMPAN)

    async def let_go(self, parcel: Parcel) -> None:
        await titip.let_go(self.place.phone, parcel.sha256)


_FAULTS: dict[type[titip.TitipError], str] = {
    titip.NothingToSend: teks.TITIP_KOSONG,
    titip.NoServerKey: teks.TITIP_TANPA_KUNCI,
    titip.NoTokenLeft: teks.TITIP_TANPA_TANDA,
}
