"""What every test shares: hypothesis without a stopwatch, one loop, the database."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from tests.doubles.cluster import why_not
from tests.postgres import Lane, lane, part

settings.register_profile(
    "house",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("house")


class Lanes(LoadScopeScheduling):
    """For who runs with `-n 2`: Chromium's tests in one process, all others in the other.

    Playwright's session and a test that starts a loop of its own cannot share a process, and two
    browsers at a time would only slow each other down.
    """

    def _split_scope(self, nodeid: str) -> str:
        if _is_postgres(self.config):  # each process has a cluster of its own
            return nodeid.partition("::")[0]
        return "browser" if nodeid.startswith("tests/browser/") else "the rest"


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Lanes:
    return Lanes(config, log)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--database postgres`: see `tests.postgres`."""
    parser.addoption("--database", choices=("sqlite", "postgres"), default="sqlite")


def pytest_configure(config: pytest.Config) -> None:
    """The lane's own part, where no path is named."""
    if _is_postgres(config) and config.args_source is pytest.Config.ArgsSource.TESTPATHS:
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
