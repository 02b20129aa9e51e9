"""What every test shares: hypothesis without a stopwatch, and asyncio as the only loop."""

import importlib.util

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "house",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("house")

pytest_plugins = ["tests.lanes"] if importlib.util.find_spec("xdist") else []


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"
