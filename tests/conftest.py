"""What every test shares: hypothesis without a stopwatch, and asyncio as the only loop."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "house",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("house")

BROWSER = Path(__file__).parent / "browser"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Two lanes, for who runs with `-n 2 --dist loadgroup`: Chromium's tests, and all others.

    Playwright's session and a test that starts a loop of its own cannot share a process.
    """
    for item in items:
        lane = "browser" if BROWSER in item.path.parents else "the rest"
        item.add_marker(pytest.mark.xdist_group(lane))


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"
