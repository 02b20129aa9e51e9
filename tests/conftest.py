"""What every test shares: hypothesis without a stopwatch, one loop, the database."""

from __future__ import annotations

import importlib.util
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.doubles.cluster import why_not

if TYPE_CHECKING:
    from tests.postgres import Lane

settings.register_profile(
    "house",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("house")

LOGGERS = ("sinar", "uvicorn.error", "flet", "flet_web", "asyncio")

pytest_plugins = ["tests.lanes"] if importlib.util.find_spec("xdist") else []


@pytest.fixture(autouse=True)
def _logs() -> Iterator[None]:
    """A test that starts a server's log leaves the loggers as it found them."""
    found = [logging.getLogger(name) for name in LOGGERS]
    before = [(one.handlers[:], one.level, one.propagate) for one in found]
    yield
    for one, (handlers, level, propagate) in zip(found, before, strict=True):
        one.handlers[:], one.propagate = handlers, propagate
        one.setLevel(level)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--database postgres`: see `tests.postgres`."""
    parser.addoption("--database", choices=("sqlite", "postgres"), default="sqlite")


def pytest_configure(config: pytest.Config) -> None:
    """The lane's own part, where no path is named."""
    if _is_postgres(config) and config.args_source is pytest.Config.ArgsSource.TESTPATHS:
        from tests.postgres import part

        config.args[:] = part()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test of SQLite's own file says nothing about another database."""
    if not _is_postgres(config):
        return
    lacks = why_not()
    for item in items:
        if lacks or item.get_closest_marker("sqlite"):
            item.add_marker(pytest.mark.skip(reason=lacks or "about SQLite's own file"))


@pytest.fixture(scope="session")
def postgres(pytestconfig: pytest.Config) -> Iterator[Lane | None]:
    """The lane, where it was asked for."""
    if not _is_postgres(pytestconfig) or why_not():
        yield None
        return
    from tests.postgres import lane

    with lane() as one:
        yield one


@pytest.fixture(autouse=True)
def _databases(postgres: Lane | None) -> Iterator[None]:
    """What a test has made goes with it."""
    before = set(postgres.made) if postgres else set()
    yield
    if postgres:
        for folder in set(postgres.made) - before:
            postgres.drop(folder)


def _is_postgres(config: pytest.Config) -> bool:
    return config.getoption("--database") == "postgres"
