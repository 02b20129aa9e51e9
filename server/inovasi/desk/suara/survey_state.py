"""The state of the survey's page: a period's result, and whether it is open."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from server.core.context import Context
from server.core.papers import qr
from server.core.sessions import Account
from server.desk.reading import Reading, Typed
from server.http import whose
from server.http.public_page import ABOUT, SURVEY
from server.inovasi import public_summary, survey
from server.inovasi import teks_suara as words
from server.inovasi.survey import Survey
from server.rekap import approvals


class Found(NamedTuple):
    """A period's result, and where the public answers."""

    survey: Survey
    public: bool
    link: str
    about: str
    code: str


class SurveyState(Reading[str, Found]):
    """The survey of a period; it is opened and closed, and what was done is told."""

    def __init__(self, ctx: Context, account: Account, asked: str, origin: str) -> None:
        super().__init__(ctx, account, asked)
        self._origin = origin

    @property
    def seen(self) -> Survey | None:
        return self.found.survey if self.found else None

    @property
    def public(self) -> bool:
        return self.found is None or self.found.public

    @property
    def link(self) -> str:
        return self.found.link if self.found else ""

    @property
    def about(self) -> str:
        return self.found.about if self.found else ""

    @property
    def code(self) -> str:
        return self.found.code if self.found else ""

    @property
    def well(self) -> bool:
        return self.told is None or self.told.well

    def read(self, asked: str) -> Found:
        seen = survey.look(self.ctx, self.account, asked)
        base = approvals.public_address(self.ctx, self._origin).rstrip("/")
        link, about = (base + whose.link(self.ctx.settings, path) for path in (SURVEY, ABOUT))
        return Found(seen, public_summary.is_on(self.ctx), link, about, qr.text(link))

    def take(self, found: Found | None) -> None:
        """What is being typed stays."""
        super().take(found)
        if found is not None and not self.typed.touched:
            self.typed.teks = found.survey.told.action

    def moved(self, _: str) -> None:
        self.typed = Typed()

    async def turn(self) -> None:
        """Open the survey, or close it."""
        is_open = self.seen is not None and self.seen.open
        await self.act(partial(survey.set_open, is_open=not is_open))

    async def turn_public(self) -> None:
        """Show the public page, or switch it off."""
        await self.act(partial(public_summary.set_on, on=not self.public))

    async def keep_action(self) -> None:
        """What was done about the weakest element."""
        if self.seen is not None:
            await self.act(
                survey.tell_action, self.seen.periode, self.typed.teks, well=words.SKM_TERSIMPAN,
                then=lambda _: self._untouched(),
            )  # fmt: skip

    def _untouched(self) -> None:
        self.typed.touched = ""

    def type(self, words_: str) -> None:
        self.typed.teks, self.typed.touched = words_, "ya"
