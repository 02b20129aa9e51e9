"""Every reading and every act of every page ends in done or in a sentence, whatever happens."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import flet as ft
import pytest

from server.core import permit
from server.core import teks as umum
from server.core.context import Context
from server.core.db.database import (
    Database,
    StoreBusyError,
    StoreDamagedError,
    StoreError,
    StoreFullError,
)
from server.desk import teks
from server.desk.page_context import Desk
from server.desk.pages import Page
from tests.doubles.flet_tree import walked
from tests.server.desk import window as windows
from tests.server.desk.every_page import desk_of, kecamatan, pages
from tests.server.desk.window import Window

pytestmark = pytest.mark.anyio

PAGES = pages()
TROUBLES: tuple[Exception | None, ...] = (
    StoreFullError("full"), StoreBusyError("locked"), StoreDamagedError("damaged"),
    StoreError("gone"), OSError("gone"), None,
)  # fmt: skip
"""What the store does; None: it is well, and everything is refused."""
MOST = 60
"""So many different things are pressed on one page."""


class Failing:
    """The background calls that failed, by name."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    @contextmanager
    def trouble(self, error: Exception | None) -> Iterator[None]:
        """Nothing can be read or written, or nothing is allowed."""

        @contextmanager
        def broken(*_given: object, **_how: object) -> Iterator[None]:
            if error is not None:
                raise error
            yield None

        self.calls.clear()
        refused = patch.object(permit, "can", lambda *_: False)
        if error is None:
            with refused:
                yield
        else:
            with (
                patch.object(Database, "read", broken),
                patch.object(Database, "write", broken),
                patch.object(Database, "first", lambda *_: _raise(error)),
            ):
                yield

    async def to_thread(self, question: Callable[..., Any], *given: Any) -> Any:
        try:
            return await _REAL(question, *given)
        except Exception:
            self.calls.append(str(question))
            raise


_REAL = windows._to_thread


def _raise(error: Exception) -> None:
    raise error


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Failing:
    made = Failing()
    monkeypatch.setattr(windows, "_to_thread", made.to_thread)
    return made


@pytest.fixture
def juai(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Iterator[Context]:
    with kecamatan(tmp_path_factory.getbasetemp(), tmp_path) as ctx:
        yield ctx


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
async def test_a_page_that_cannot_be_read_says_so_and_offers_another_try(
    juai: Context, failing: Failing, page: Page
):
    error = TROUBLES[PAGES.index(page) % (len(TROUBLES) - 1)]
    with failing.trouble(error):
        async with desk_of(juai, page) as (seen, desk):
            if desk.here is not None and desk.here.reads:
                assert seen.has(umum.GAGAL_BACA), f"{error!r}: {seen.texts()}"
                assert seen.has(teks.COBA_LAGI)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
async def test_whatever_is_pressed_ends_in_done_or_in_a_sentence(
    juai: Context, failing: Failing, page: Page, caplog: pytest.LogCaptureFixture
):
    troubles = itertools.cycle(TROUBLES)
    async with desk_of(juai, page) as (seen, desk):
        home, tried = seen.route, set[str]()
        await _type_everywhere(seen, desk, failing, next(troubles))
        while len(tried) < MOST and (name := _untried(seen, tried)) is not None:
            tried.add(name)
            error = next(troubles)
            _forget(desk)
            with failing.trouble(error):
                await _press(seen, name)
                await _rest(seen)
                if failing.calls:
                    await _is_told(seen, desk, f"{name}: {error!r}, {failing.calls}")
            if seen.route != home:
                await seen.go(home)
                await _rest(seen)
    assert tried or page.path in ("bukti/dasar-hukum",)
    assert not [r for r in caplog.records if r.levelno >= logging.ERROR], caplog.text


async def _is_told(seen: Window, desk: Desk, what: str) -> None:
    """A sentence about the failure comes to stand on the screen."""

    def told() -> bool:
        notice = desk.here.notice if desk.here else None
        said = notice is not None and not notice.well and notice.words in seen.texts()
        return said or seen.has(umum.GAGAL_BACA)

    try:
        await seen.until(told)
    except AssertionError as error:
        raise AssertionError(f"nobody is told of {what}") from error


def _forget(desk: Desk) -> None:
    """What was said before must not pass for what is said now."""
    if desk.here is not None:
        desk.here.told, desk.here.trouble = None, ""


async def _type_everywhere(
    seen: Window, desk: Desk, failing: Failing, error: Exception | None
) -> None:
    """Where typing is stored as one goes, that is an act, too."""
    _forget(desk)
    with failing.trouble(error):
        for field in seen.find(ft.TextField):
            if not field.read_only:
                await seen.type(field, "12")
        await seen.settle(0.8)
        await _rest(seen)
        if failing.calls:
            await _is_told(seen, desk, f"typing: {error!r}")


def _events(control: Any) -> list[str]:
    names = ("click", "tap", "select", "change", "submit")
    if isinstance(control, ft.TextField):
        names = ("submit",)
    return [name for name in names if getattr(control, f"on_{name}", None) is not None]


def _named(seen: Window) -> dict[str, tuple[Any, str]]:
    """Everything that can be pressed, by what it does: the lines of a list all do the same."""
    found: dict[str, tuple[Any, str]] = {}
    open_ = [one for one in seen.page._dialogs.controls if one.open]
    for control in walked(open_) if open_ else seen.all():
        for event in _events(control):
            if not getattr(control, "disabled", False):
                deed = " ".join(_deeds(getattr(control, f"on_{event}")))
                found.setdefault(f"{type(control).__name__} {event} {deed}", (control, event))
    return found


def _deeds(handler: Any, depth: int = 5) -> Iterator[str]:
    """Which functions a handler is made of."""
    if isinstance(handler, partial):
        yield from _deeds(handler.func, depth)
        return
    function = getattr(handler, "__func__", handler)
    code = getattr(function, "__code__", None)
    if code is None or not depth:
        return
    yield f"{Path(code.co_filename).stem}:{code.co_name}:{code.co_firstlineno}"
    for cell in function.__closure__ or ():
        for inner in (
            cell.cell_contents if isinstance(cell.cell_contents, tuple) else (cell.cell_contents,)
        ):
            if callable(inner) and "/server/" in str(
                getattr(
                    getattr(getattr(inner, "__func__", inner), "__code__", None),
                    "co_filename",
                    "/server/",
                )
            ):
                yield from _deeds(inner, depth - 1)


def _untried(seen: Window, tried: set[str]) -> str | None:
    here = _named(seen)
    return next((n for n in here if n not in tried and "log_out" not in n), None)


async def _press(seen: Window, name: str) -> None:
    control, event = _named(seen)[name]
    await seen.fire(control, event, True if event == "change" else None)


async def _rest(seen: Window) -> None:
    await seen.settle(0.02)
    await seen.until(lambda: not windows._under_way, 30)
    await seen.settle(0.02)


@pytest.mark.parametrize(("said", "told"), [("Session closed", False), ("something else", True)])
async def test_a_window_that_was_left_meanwhile_is_no_fault(
    juai: Context, caplog: pytest.LogCaptureFixture, said: str, told: bool
) -> None:
    async def asked() -> None:
        raise RuntimeError(said)

    async with desk_of(juai, PAGES[0]) as (seen, desk):
        desk.run(asked)()
        await windows.read(seen)
    assert ("unforeseen" in caplog.text) is told
