"""What the villages say of themselves: all of them, or one with the form that is being filled."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar, NamedTuple

from server.anggota import roster_page, teks, village_data
from server.anggota.desk.addresses import VillagePlace
from server.anggota.desk.member_state import stored
from server.anggota.village_data import VillageError, VillagePage
from server.desk.reading import Reading, Refusals, Typed
from shared.satlinmas import DataDesa


def _lacking(error: VillageError) -> str:
    fields = ", ".join(teks.DD_ISIAN.get(gap.field, gap.field) for gap in error.gaps)
    return f"{teks.AG_BETULKAN} {fields}"


class All(NamedTuple):
    """What every village says of itself, and how many active members it has."""

    data: dict[str, DataDesa]
    active: dict[str, int]


class VillageState(Reading[VillagePlace, "All | VillagePage"]):
    """All villages, or one with its form."""

    refusals: ClassVar[Refusals] = {VillageError: _lacking}
    base_versi = 0

    @property
    def page(self) -> VillagePage | None:
        """The village that is shown."""
        return self.found if isinstance(self.found, VillagePage) else None

    def read(self, asked: VillagePlace) -> All | VillagePage:
        if asked.desa is not None:
            return village_data.page(self.ctx, self.account, asked.desa)
        everything = village_data.everything(self.ctx, self.account)
        return All(everything, roster_page.active_counts(self.ctx, self.account))

    def moved(self, _: VillagePlace) -> None:
        self.found, self.typed = None, Typed(words={})

    def take(self, found: All | VillagePage | None) -> None:
        """A form keeps what is typed, and the version that it began on."""
        if isinstance(found, VillagePage) and not self.typed.words:
            self.round += self.page is not None and self.page.versi != found.versi
            self.base_versi, self.typed = found.versi, Typed(words={})
        super().take(found)

    def type(self, name: str, words: str) -> None:
        self.typed.words[name] = words

    async def save(self) -> None:
        if self.page is not None:
            await self.act(
                village_data.save, self.page.desa, self._wanted(), self.base_versi,
                well=teks.AG_TERSIMPAN, then=lambda _: self._saved(),
            )  # fmt: skip

    def _saved(self) -> None:
        self.typed = Typed(words={})

    def _wanted(self) -> DataDesa:
        data = self.page.data if self.page else DataDesa()
        fields: dict[str, Any] = {}
        for name, words in self.typed.words.items():
            clean = " ".join(words.split())
            if name in ("alat", "kerawanan"):
                fields[name] = tuple(part.strip() for part in clean.split(",") if part.strip())
            elif name == "poskamling":
                fields[name] = int(clean) if clean.isdecimal() else clean or 0
            else:
                fields[name] = stored(clean) if name == "sk_tanggal" else clean
        return replace(data, **fields)
