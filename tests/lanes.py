"""How tests are dealt out to processes, for who has xdist and runs with `-n 2`."""

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling


class Lanes(LoadScopeScheduling):
    """Chromium's tests in one process, all others in the other.

    Playwright's session and a test that starts a loop of its own cannot share a process, and two
    browsers at a time would only slow each other down.
    """

    def _split_scope(self, nodeid: str) -> str:
        if self.config.getoption("--database") == "postgres":  # a cluster for each process
            return nodeid.partition("::")[0]
        return "browser" if nodeid.startswith("tests/browser/") else "the rest"


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Lanes:
    return Lanes(config, log)
