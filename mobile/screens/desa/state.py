"""The tab Desa: the village's members, a search, and a choice of squad."""

from __future__ import annotations

from dataclasses import dataclass, field

import flet as ft

from mobile.screens.here import Here
from mobile.usecases import complaint, survey
from mobile.usecases.roster import MemberRow, Roster, roster
from mobile.usecases.survey import Survey
from shared.names import is_found

KEPT = "desa"
SEMUA, TANPA = "semua", "tanpa"


@ft.observable
@dataclass
class DesaState:
    """What the tab shows and does."""

    place: Here
    roster: Roster | None = None
    shown: str = SEMUA
    searching: bool = False
    words: str = ""
    survey: Survey = field(default_factory=Survey)
    answered: int = 0
    """Complaints with an answer that nobody has seen."""

    @classmethod
    def begin(cls, place: Here) -> DesaState:
        kept = place.kept.get(KEPT)
        return cls(place, kept if isinstance(kept, Roster) else None)

    async def load(self) -> None:
        found = await roster(self.place.phone)
        self.place.kept[KEPT] = found
        self.roster = found
        self.survey = await survey.look(self.place.phone)
        self.answered = await complaint.unread(self.place.phone)

    def choose(self, shown: str) -> None:
        self.shown = shown

    def toggle_search(self) -> None:
        self.searching = not self.searching
        self.words = ""

    def search(self, words: str) -> None:
        self.words = words

    def rows(self) -> list[MemberRow]:
        """Those that fit the choice and the search."""
        found = self.roster.rows if self.roster else ()
        return [row for row in found if self._fits(row) and is_found(self.words, row.anggota.nama)]

    def _fits(self, row: MemberRow) -> bool:
        if self.shown in (SEMUA, row.anggota.regu):
            return True
        return self.shown == TANPA and row.anggota.regu is None
