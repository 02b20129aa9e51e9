"""The one way in which a page of the staff view reads and acts: in a thread, and never in silence.

    class RosterState(Reading[RosterPlace, RosterPage]):
        def read(self, asked: RosterPlace) -> RosterPage:
            return roster.page(self.ctx, self.account, asked.which, asked.number)

A page that has moved on drops the answer to its old question; one that can no longer be read keeps
what it shows and says so; a deed ends in done or in a sentence, and pressed twice it acts once.
"""

from __future__ import annotations

import asyncio
import inspect
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar, Generic, Protocol, TypeVar

import flet as ft

from server.core import teks as umum
from server.core.context import Context
from server.core.sessions import Account
from server.desk import attention, teks
from server.desk.refusals import ALWAYS, Refusals
from server.desk.typed import KeptTyped, Typed

Q = TypeVar("Q")
A = TypeVar("A")

SKELETON_AFTER_S = 0.4
ONCE_S = 1.0
"""A press that comes again within this time is the same press."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Told:
    """One sentence on what a deed came to, or on how the page stands; maybe with a deed."""

    words: str
    kind: str = "ok"
    """ok, bad, info or wait."""
    button: str = ""
    press: Callable[[], None] | None = None

    @property
    def well(self) -> bool:
        return self.kind != "bad"


class Reading(ft.Observable, Generic[Q, A]):
    """What a page asks, what it found, and what its last deed came to."""

    refusals: ClassVar[Refusals] = {}
    """What deeds and readings of this page are refused for, besides what befalls every page."""

    def __init__(self, ctx: Context, account: Account, asked: Q) -> None:
        self.ctx = ctx
        self.account = account
        self.asked = asked
        self.found: A | None = None
        self.missing = False
        """What was asked for does not exist."""
        self.trouble = ""
        """Why it could not be read; "" while it can."""
        self.slow = False
        self.told: Told | None = None
        self.typed = Typed()
        self.round = 0
        """Grows when the fields of a form must begin anew."""
        self.left: Callable[[], Reading[Any, Any] | None] | None = None
        """Once the person has gone elsewhere: which page is open now."""
        self._turn = 0
        self._shown = 0
        self._under_way: list[object] = []
        self._unseen: list[object] = []
        self._last: tuple[object, float] = None, 0.0

    # Reading ---------------------------------------------------------------------------------

    def read(self, asked: Q, /) -> A | None:
        """The answer, read in a thread; None: there is no such thing."""
        raise NotImplementedError

    @property
    def reads(self) -> bool:
        """Whether there is something to read: a form for something new stands by itself."""
        return True

    def take(self, found: A | None) -> None:
        """An answer has come; a page that keeps more of it than `found` does so here."""
        self.found = found

    def moved(self, before: Q, /) -> None:
        """Something else is asked for: what belonged to the question before goes."""

    async def show(self, asked: Q) -> None:
        """Ask for something, maybe something else than before."""
        self.ask_for(asked)
        await self.load()

    def ask_for(self, asked: Q) -> None:
        """From now on this is asked."""
        before, self.asked = self.asked, asked
        if before != asked:
            self.told = None
            self.moved(before)

    async def load(self) -> None:
        """Ask again; the answer counts only for who still asks, and never after a newer one.

        A page that was left asks no more: nobody would see the answer, or that there is none.
        """
        if self.left is not None:
            return
        self._turn += 1
        asked, turn = self.asked, self._turn
        if not self.reads:
            self.trouble, self.missing = "", False
            self.take(None)
            return
        patience = asyncio.create_task(self._grow_impatient())
        try:
            found = await asyncio.to_thread(self.read, asked)
        except Exception as error:  # noqa: BLE001 - told and, where nobody foresaw it, logged
            if asked == self.asked and turn > self._shown:
                self.trouble = self._said(error, umum.GAGAL_BACA)
            return
        finally:
            patience.cancel()
            self.slow = False
        if asked == self.asked and turn > self._shown:
            self._shown = turn
            self.trouble, self.missing = "", found is None
            self.take(found)

    async def _grow_impatient(self) -> None:
        if self.found is None:
            await asyncio.sleep(SKELETON_AFTER_S)
            self.slow = True

    @property
    def failed(self) -> bool:
        """Whether there is nothing to show because it could not be read."""
        return bool(self.trouble) and self.found is None

    # Acting ----------------------------------------------------------------------------------

    async def act(
        self,
        deed: Callable[..., Any],
        *given: Any,
        well: str | Callable[[Any], str] = "",
        refusals: Refusals | None = None,
        then: Callable[[Any], object] | None = None,
        again: bool = True,
    ) -> bool:
        """Carry a deed out and read anew; whether it was done. ``then`` hears what it gave.

        A deed that is under way, or was done a moment ago, is not begun a second time.
        """
        mark = _mark(deed, given)
        if mark in self._under_way or self._was_just(mark):
            return False
        self._under_way.append(mark)
        try:
            done, came = await self.attempt(deed, *given, refusals=refusals)
        finally:
            self._under_way.remove(mark)
        if not done:
            return False
        self._last = mark, time.monotonic()
        words = well(came) if callable(well) else well
        self.told = Told(words) if words else None
        if then is not None:
            then(came)
        if again:
            await self.load()
        return True

    async def attempt(
        self, deed: Callable[..., Any], *given: Any, refusals: Refusals | None = None
    ) -> tuple[bool, Any]:
        """The same without reading: whether it was done, and what it gave or failed with."""
        try:
            return True, await asyncio.to_thread(deed, self.ctx, self.account, *given)
        except Exception as error:  # noqa: BLE001 - told and, where nobody foresaw it, logged
            self.tell(self._said(error, teks.AKSI_GAGAL, refusals), well=False)
            return False, error

    async def press_once(self, thing: object, work: Callable[..., Any], *given: Any) -> None:
        """Do what a second press would undo. Pressed again before the first one's picture is on
        the screen, it is that first press still.
        """
        if thing in self._unseen:
            return
        self._unseen.append(thing)
        try:
            came = work(*given)
            if inspect.isawaitable(came):
                await came
            await asyncio.gather(attention.painted(), asyncio.sleep(ONCE_S))
        finally:
            self._unseen.remove(thing)

    def tell(self, words: str, *, well: bool = True) -> None:
        """One sentence for the person, at the page that is open by now."""
        self._open().told = Told(words, "ok" if well else "bad") if words else None

    def take_back(self, words: str) -> None:
        """What was told is no longer so."""
        page = self._open()
        if page.told is not None and page.told.words == words:
            page.told = None

    def begun(self, form: str) -> Typed:
        """What this person has begun to write in a form."""
        return KeptTyped(self.ctx.drafts, self.account.username, form)

    def sent(self, form: str) -> None:
        """It is done: the form is empty again."""
        self.ctx.drafts.drop(self.account.username, form)
        self.typed = self.begun(form)
        self.round += 1

    @property
    def notice(self) -> Told | None:
        """The one thing that is said above the page: what went wrong goes before what went well."""
        told = self.told
        if not self.trouble or self.found is None or (told and not told.well):
            return told
        done = f"{told.words} " if told else ""
        return Told(done + teks.GAGAL_PERBARUI.format(sebab=self.trouble), "bad")

    def _open(self) -> Reading[Any, Any]:
        return (self.left() if self.left else None) or self

    def _was_just(self, mark: object) -> bool:
        last, at = self._last
        return mark == last and time.monotonic() - at < ONCE_S

    def _said(self, error: Exception, else_: str, refusals: Refusals | None = None) -> str:
        """The sentence for an error: the deed's own, the page's, then everybody's."""
        for table in (refusals or {}, self.refusals, ALWAYS):
            for family in type(error).__mro__:
                if family in table:
                    words = table[family]
                    return words if isinstance(words, str) else words(error)
        if not isinstance(error, OSError):
            _log.error("unforeseen at the desk", exc_info=error)
        return else_


class Follows(Protocol):
    """What a window gives its pages to run and to follow by."""

    def run(self, work: Callable[..., Any], *given: Any) -> Callable[..., None]: ...

    def follow(self, refresh: Callable[[], Any]) -> Callable[[], None]: ...

    @property
    def unknown(self) -> tuple[str, ...]: ...

    @property
    def here(self) -> Reading[Any, Any] | None: ...


R = TypeVar("R", bound=Reading[Any, Any])


def use_reading(desk: Follows, make: Callable[[], R], asked: Any, *, live: bool = True) -> R:
    """A page's reading: made once, asked whenever the address changes, and at every bell."""
    state, _ = ft.use_state(lambda: _told_of(make(), desk.unknown))
    ft.use_effect(desk.run(state.show, asked), [asked])
    ft.use_effect(lambda: desk.follow(state.load) if live else None, [])
    ft.use_effect(lambda: None, [], lambda: setattr(state, "left", lambda: desk.here))
    return state


def _told_of(state: R, unknown: tuple[str, ...]) -> R:
    """Another month than the one in the address is not shown without a word."""
    if unknown:
        state.told = Told(teks.ALAMAT_BAGIAN.format(bagian=", ".join(unknown)), "info")
    return state


def _mark(deed: Callable[..., Any], given: tuple[Any, ...]) -> object:
    """What makes two presses the same."""
    if isinstance(deed, partial):
        return _mark(deed.func, (*deed.args, *given)), deed.keywords
    return deed, given
