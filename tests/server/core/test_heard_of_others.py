"""What one process commits on PostgreSQL rings in the others, also when the database was away."""

from __future__ import annotations

import threading
from signal import SIGQUIT

import pytest
from sqlalchemy import event

from server.core.context import Context, open_context
from server.core.db import counters, listening
from server.core.db.database import StoreBusyError
from server.hp import activation
from tests.cast import LALAYAU
from tests.postgres import Lane
from tests.server.kit import Office

pytestmark = pytest.mark.anyio
WAIT_S = 120
QUIET_S = 2


@pytest.fixture
def lane(postgres: Lane | None) -> Lane:
    if postgres is None:
        pytest.skip("PostgreSQL's own: with --database postgres")
    return postgres


async def test_a_change_of_another_process_reaches_who_looks_also_after_a_restart(
    lane: Lane, juai: Office
) -> None:
    """A phone is revoked by a command; a window of the server follows the bell."""
    rung = threading.Event()
    leave = juai.ctx.bell.subscribe(rung.set)
    with open_context(juai.ctx.settings, juai.clock) as other:
        for _ in range(2):
            assert _is_heard(other, rung)
            _all_is_heard(rung)
            lane.cluster.stop(SIGQUIT)
            lane.cluster.start()
            assert rung.wait(WAIT_S), "something may have come meanwhile"
            _all_is_heard(rung)
    leave()


def _is_heard(other: Context, rung: threading.Event) -> bool:
    """Whether a change rings; the other one may have begun to listen a moment after it."""
    for _ in range(WAIT_S):
        activation.new_code(other, LALAYAU, "Ida (contoh)", "Kasi")
        if rung.wait(1):
            return True
    return False


def _all_is_heard(rung: threading.Event) -> None:
    while rung.wait(QUIET_S):
        rung.clear()


async def test_after_a_break_it_is_told_once_it_is_listened_to_again(
    lane: Lane, juai: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What comes just before would be told to nobody."""
    happened, enough, breaks = list[str](), threading.Event(), iter([True])
    names = listening._names

    def heard(driver: object) -> set[str]:
        if next(breaks, False):
            raise StoreBusyError("the line broke")
        return names(driver)

    def ran(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.startswith("LISTEN"):
            happened.append("listening")

    def ring() -> None:
        happened.append("rung")
        if happened.count("listening") == 2:
            enough.set()

    with open_context(juai.ctx.settings, juai.clock) as other:
        monkeypatch.setattr(listening, "_names", heard)
        event.listen(other.database.engine, "after_cursor_execute", ran)
        with listening.heard(other.database, other.news, ring):
            assert enough.wait(WAIT_S)
    assert happened == ["listening", "listening", "rung"]


async def test_ones_own_changes_ring_no_second_time(lane: Lane, juai: Office) -> None:
    rung, heard = list[int](), threading.Event()

    def ring() -> None:
        rung.append(1)
        heard.set()

    leave = juai.ctx.bell.subscribe(ring)
    with open_context(juai.ctx.settings, juai.clock) as other:
        assert _is_heard(other, heard), "it listens from now on"
        _all_is_heard(heard)
        rung.clear()
        for _ in range(3):
            with juai.ctx.database.write() as db:
                counters.next_value(db, "seq")
        with other.database.write() as db:
            counters.next_value(db, "seq")
        assert heard.wait(WAIT_S)
        _all_is_heard(heard)
    leave()
    assert len(rung) == 1
