"""One browser for all browser tests; every test gets contexts of its own."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import in_firefox, kit, roads


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            # A real browser on a busy machine stumbles now and then; a fault of ours fails always.
            item.add_marker(pytest.mark.flaky(reruns=2))
            if why := in_firefox.why_not(item.nodeid):
                item.add_marker(pytest.mark.skip(reason=f"not in Firefox: {why}"))
    # Last: while Playwright's session runs, no asyncio test can start a loop of its own.
    items.sort(key=lambda item: here in item.path.parents)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with kit.launched() as browser:
        yield browser


@pytest.fixture
def phone_page(browser: Browser) -> Iterator[Page]:
    """A page of a phone: 412×915, fake camera, a position in Lalayau."""
    context = kit.phone_context(browser)
    yield context.new_page()
    context.close()


@pytest.fixture
def desk_page(browser: Browser) -> Iterator[Page]:
    """A page of the kecamatan's laptop: 1366×768."""
    context = kit.desk_context(browser)
    yield context.new_page()
    context.close()


@pytest.fixture
def programs() -> Iterator[Callable[[kit.Program], kit.Program]]:
    """Hand programs in; all are stopped at the end of the test."""
    running: list[kit.Program] = []

    def keep(program: kit.Program) -> kit.Program:
        running.append(program)
        return program

    yield keep
    for program in reversed(running):
        program.stop()


@pytest.fixture(scope="session")
def office(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[roads.OfficeContext]:
    """The phone app in a browser's own worker, loaded once for all who ask for this road."""
    with roads.office_context(browser, tmp_path_factory.mktemp("office")) as loaded:
        yield loaded


NewPhone = Callable[..., roads.Road]


@pytest.fixture(params=roads.ROADS)
def new_phone(
    request: pytest.FixtureRequest, browser: Browser, tmp_path: Path
) -> Iterator[NewPhone]:
    """Makes this test's phone, seeded with `what`; the test runs on both roads."""
    office = request.param == roads.OFFICE
    load = partial(request.getfixturevalue, "office") if office else None
    with contextlib.ExitStack() as stack:
        yield lambda *what: stack.enter_context(
            roads.phone(browser, load, tmp_path / "phone", *what)
        )
