"""Two hundred letters typed while ten updates arrive, in every field of every page."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

import flet as ft
import pytest

from server.core.context import Context
from server.core.db.database import Database, StoreBusyError
from server.desk.pages import Page
from server.laporan.receive_laporan import from_desk
from tests.cast import JUAI, patrol
from tests.server.desk.every_page import desk_of, kecamatan, pages
from tests.server.desk.test_no_failure_is_forgotten import _named, _press, _rest
from tests.server.desk.window import Window

pytestmark = pytest.mark.anyio

PAGES = pages()
LETTERS = "".join(itertools.islice(itertools.cycle("abcdefghij klmno pqrst uvwxyz"), 200))
UPDATES = 10
OPENERS = 25
"""So many deeds of a page are tried for fields that they bring."""


@pytest.fixture
def juai(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Iterator[Context]:
    with kecamatan(tmp_path_factory.getbasetemp(), tmp_path) as ctx:
        yield ctx


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
async def test_no_letter_is_lost_and_no_field_made_anew(juai: Context, page: Page):
    at_once = patch("server.desk.widgets.fields.TYPING_PAUSE_S", 0.0)
    with at_once, patch("server.desk.pulse.REST_S", 0.0):
        async with desk_of(juai, page) as (seen, _):
            home, known = seen.route, set[int]()
            await _type(seen, juai, known)
            for name in list(_named(seen))[:OPENERS]:
                if name in _named(seen) and "log_out" not in name:
                    await _press(seen, name)
                    await _rest(seen)
                    if seen.route != home:
                        await seen.go(home)
                        await _rest(seen)
                    else:
                        await _type(seen, juai, known)


async def _type(seen: Window, juai: Context, known: set[int]) -> None:
    """Into every field that is new, all at once: each keeps its own letters."""
    fields = [f for f in seen.find(ft.TextField) if not f.read_only and f._i not in known]
    known |= {field._i for field in fields}
    if not fields:
        return
    outside = _Outside(juai, seen)
    step = len(LETTERS) // UPDATES
    for number in range(UPDATES):
        for field in fields:
            for upto in range(number * step + 1, (number + 1) * step + 1):
                _key(seen, field, LETTERS[:upto])
                await seen.session.dispatch_event(field._i, "change", LETTERS[:upto])
        outside.happens()
        await _rest(seen)
    outside.over()
    standing = {field._i: field.value for field in seen.find(ft.TextField)}
    for field in fields:
        name = field.hint_text or field.label or field._i
        assert standing.get(field._i) == LETTERS, f"{name}: {standing.get(field._i)!r}"


def _key(seen: Window, field: ft.TextField, words: str) -> None:
    seen.session.apply_patch(field._i, {"value": words})


def _a_report(juai: Context) -> None:
    """Another officer takes a village's report in."""
    with juai.database.write() as db:
        from_desk(JUAI, db, patrol(tempat="Pos baru (contoh)"), "", "Camat", juai.clock.now())


class _Outside:
    """What happens beside the person who types: each time something else."""

    def __init__(self, juai: Context, seen: Window) -> None:
        self._juai = juai
        self._report = seen.route.rsplit("/", 1)[-1]
        self._trouble = ExitStack()
        self._turns = itertools.cycle((self._news, self._colleague, self._fails, self._recovers))

    def happens(self) -> None:
        next(self._turns)()
        self._juai.bell.ring()

    def over(self) -> None:
        self._trouble.close()

    def _news(self) -> None:
        _a_report(self._juai)

    def _colleague(self) -> None:
        """Opens the same report."""
        self._juai.presence.look(self, self._report, "Camat (contoh)")

    def _fails(self) -> None:
        self._trouble.enter_context(patch.object(Database, "read", _busy))

    def _recovers(self) -> None:
        self._trouble.close()
        self._juai.presence.leave(self)


@contextmanager
def _busy(*_: object) -> Iterator[None]:
    raise StoreBusyError("locked")
    yield
