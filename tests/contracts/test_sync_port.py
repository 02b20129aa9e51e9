"""What every `SyncPort` promises: the engine, one that counts, one that does nothing."""

from __future__ import annotations

import pytest

from mobile.ports import SyncPort, SyncReason
from mobile.usecases.phone import NoSync
from tests.doubles.phone import CountingSync
from tests.mobile.sync.kit import Bench

pytestmark = pytest.mark.anyio


@pytest.fixture(params=["the engine", "one that counts", "none"])
def sync(request: pytest.FixtureRequest) -> SyncPort:
    if request.param == "the engine":
        return Bench().engine
    return CountingSync() if request.param == "one that counts" else NoSync()


@pytest.mark.parametrize("reason", list(SyncReason))
async def test_a_request_returns_at_once_whatever_its_reason(
    sync: SyncPort, reason: SyncReason
) -> None:
    assert sync.request_sync(reason) is None


async def test_before_the_first_attempt_there_is_nothing_to_tell(sync: SyncPort) -> None:
    assert not sync.is_syncing
    assert sync.progress is None
    assert sync.trouble is None


async def test_stopping_what_does_not_run_is_no_fault(sync: SyncPort) -> None:
    sync.stop()
    sync.request_sync(SyncReason.TAP)
    sync.stop()
    assert not sync.is_syncing
