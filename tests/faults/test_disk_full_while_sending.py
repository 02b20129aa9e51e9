"""The phone's disk fills up at any moment of a visit: nothing is lost, and it goes on by itself."""

from __future__ import annotations

import errno
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from mobile.ports import TroubleKind
from mobile.record import PhoneState
from mobile.store.disk import Disk
from tests import cast
from tests.both.kit import RealPhone, RealServer, assert_all_arrived

pytestmark = pytest.mark.anyio


class SmallDisk(Disk):
    """Takes so many new files and then no more, until somebody makes room."""

    def __init__(self) -> None:
        self.room: int | None = None

    def create(self, path: Path) -> Any:
        if self.room is not None:
            self.room -= 1
            if self.room < 0:
                raise OSError(errno.ENOSPC, "no space left on device")
        return super().create(path)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealServer]:
    real = RealServer(tmp_path_factory.mktemp("server"))
    real.start()
    yield real
    real.stop()


@pytest.fixture
async def ida(folder: Path, server: RealServer) -> AsyncIterator[RealPhone]:
    phone = RealPhone(folder / "ida", disk=SmallDisk())
    await phone.activate(server)
    yield phone
    await phone.close()


@pytest.mark.parametrize("room", range(12))
async def test_full_after_so_many_writes(server: RealServer, ida: RealPhone, room: int) -> None:
    sent = [ida.finish(cast.patrol(foto=(ida.photo(n, 5_000),))) for n in range(2)]
    disk = ida.disk
    assert isinstance(disk, SmallDisk)
    disk.room = room

    trouble = await ida.engine.visit()
    if trouble is not None:
        assert trouble.kind is TroubleKind.DISK_FULL
        assert trouble.retry_at is not None
    await ida.start_again()
    assert [ida.record(one).sent for one in sent] == sent

    disk.room = None
    await ida.visit_until_done()
    assert_all_arrived(server, ida, sent)


async def test_what_was_received_before_the_disk_filled_up_stays_received(
    server: RealServer, ida: RealPhone
) -> None:
    first = ida.finish(cast.patrol())
    await ida.visit_until_done()
    second = ida.finish(cast.patrol())
    disk = ida.disk
    assert isinstance(disk, SmallDisk)
    disk.room = 0

    assert await ida.engine.visit() is not None

    await ida.start_again()
    assert ida.record(first).state is PhoneState.RECEIVED
    assert ida.record(second).state is PhoneState.QUEUED
