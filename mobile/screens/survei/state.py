"""The survey's form: nine answers and a word beside, on disk while they are given."""

from __future__ import annotations

from dataclasses import dataclass, field

import flet as ft

from mobile import teks_suara as teks
from mobile.ports import StoreError
from mobile.screens.here import Here
from mobile.usecases import survey
from mobile.usecases.begun import Begun
from mobile.usecases.sentences import at_field, saved
from mobile.usecases.survey import NONE_YET, NOT_YET, Answers, Survey
from shared.checks_act import SURVEY


@ft.observable
@dataclass
class SurveiState:
    """What the screen shows and does."""

    place: Here
    survey: Survey | None = None
    jawaban: Answers = NONE_YET
    saran: str = ""
    profil: dict[str, str] = field(default_factory=dict[str, str])
    saved: str = ""
    fault: str = ""
    saran_fault: str = ""
    busy: bool = False
    begun: Begun | None = None

    async def load(self) -> None:
        found = await survey.look(self.place.phone)
        if self._goes_on(found):
            return
        if found.open and self.begun is None:
            await self._begin(found.periode)
        self.survey = found

    async def _begin(self, periode: str) -> None:
        """With what was begun, also before a restart."""
        self.begun = Begun(self.place.phone, SURVEY, periode)
        self.begun.told = self._kept
        before = await self.begun.read()
        if before is not None:
            self.jawaban = survey.answers_in(before.data)
            self.profil = survey.profile_in(before.data)
            self.saran = str(before.data.get("saran", ""))
            self.saved = saved(before.waktu, None)

    def _goes_on(self, found: Survey) -> bool:
        """Whoever has begun may finish, also when the kecamatan closes the survey meanwhile."""
        filling = self.survey is not None and self.survey.open
        return filling and not found.answered and not found.periode

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        return sum(one != NOT_YET for one in self.jawaban)

    @property
    def complete(self) -> bool:
        return self.answered == len(self.jawaban)

    def choose(self, question: int, value: int) -> None:
        """An answer; it can be changed until it is sent, and a second tap takes it back."""
        value = NOT_YET if self.jawaban[question] == value else value
        self.jawaban = (*self.jawaban[:question], value, *self.jawaban[question + 1 :])
        self._keep()

    def tell(self, name: str, value: str) -> None:
        """Something of who answers; a second tap takes it back."""
        rest = {key: one for key, one in self.profil.items() if key != name}
        self.profil = rest if self.profil.get(name) == value else {**rest, name: value}
        self._keep()

    def type(self, words: str) -> None:
        self.saran = words
        self._keep()

    async def send(self) -> None:
        """Kept, and sent when there is a signal."""
        if self.busy or self.survey is None or not self.complete:
            return
        self.busy = True
        try:
            if self.begun is not None:
                await self.begun.rest()
            gaps = await survey.send(
                self.place.phone, self.survey.periode, self.jawaban, self.saran, self.profil
            )
        except StoreError:
            self._keep()
            self.fault = teks.SURVEI_BELUM_TERCATAT
            return
        finally:
            self.busy = False
        if gaps:
            self._keep()
            self.saran_fault = at_field(gaps[0])
            return
        self.place.buzz()
        self.survey = await survey.look(self.place.phone)

    async def understood(self) -> None:
        """Why an answer was not counted has been read."""
        refused = self.survey.refused if self.survey else None
        if refused is not None:
            await survey.acknowledge(self.place.phone, refused)

    def _keep(self) -> None:
        if self.begun is not None:
            begun = {"jawaban": list(self.jawaban), "saran": self.saran, "profil": self.profil}
            self.begun.change(begun)

    def _kept(self) -> None:
        if self.begun is None:
            return
        trouble = self.begun.trouble
        fault, line = saved("", trouble) if trouble else "", saved(self.begun.saved_at, None)
        if (fault, line) != (self.fault, self.saved):
            self.fault, self.saved = fault, line
