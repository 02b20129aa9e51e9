"""What every test shares: hypothesis without a stopwatch, and asyncio as the only loop."""

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

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
        return "browser" if nodeid.startswith("tests/browser/") else "the rest"


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Lanes:
    return Lanes(config, log)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"
