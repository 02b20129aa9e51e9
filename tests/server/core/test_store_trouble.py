"""The database is held, the answer is lost: the phone tries again, no harm.

The full disk is in `tests/faults/server_database.py`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import event

from server.core.config import Settings
from server.core.db.database import Database, StoreDamagedError
from shared.codec import encode
from shared.protocol import SYNC
from tests.cast import patrol
from tests.server.kit import Office, Phone, stored

pytestmark = pytest.mark.anyio


@pytest.mark.sqlite
async def test_a_database_that_is_held_is_answered_by_later(juai: Office, ida: Phone) -> None:
    _for_new_connections(juai, "PRAGMA busy_timeout=20")
    other = sqlite3.connect(juai.ctx.settings.data / "sinar.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    answer = await ida.post(laporan=[encode(patrol())])
    assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
    assert "retry-after" in answer.headers
    other.execute("ROLLBACK")
    other.close()
    assert (await ida.post(laporan=[encode(patrol())])).status_code == 200


async def test_an_answer_that_is_lost_after_the_commit_costs_nothing(
    juai: Office, ida: Phone
) -> None:
    laporan = patrol()

    async def deaf(scope: Any, receive: Any, send: Any) -> None:
        async def lost(_message: Any) -> None:
            raise ConnectionResetError

        await juai.app(scope, receive, lost)

    transport = httpx.ASGITransport(deaf)
    async with httpx.AsyncClient(transport=transport, base_url="http://server") as client:
        with pytest.raises(ConnectionResetError):
            await client.post(SYNC, json={"laporan": [encode(laporan)]}, headers=ida.headers)
    result = await ida.send(laporan)
    assert (result["state"], result["resi"]) == ("already_have", "JUAI-2026-11-0001")


@pytest.mark.sqlite
def test_a_connection_that_a_thread_holds_while_the_data_is_closed_is_closed_after_it(
    tmp_path: Path,
) -> None:
    """A sweep that is still at it when the server stops."""
    database = Database(Settings(tmp_path).database_url)
    database.open()
    with database.read() as held:
        driver = held.connection.driver_connection
        assert driver is not None
        database.close()
        assert driver.execute("SELECT 1").fetchone() == (1,)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        driver.execute("SELECT 1")


async def test_the_bell_rings_once_something_is_durable(juai: Office, ida: Phone) -> None:
    seen: list[int] = []

    def look() -> None:
        seen.append(stored(juai.ctx))

    stop: Callable[[], None] = juai.ctx.bell.subscribe(look)
    await ida.sync(patrol())
    await ida.sync()
    stop()
    await ida.sync(patrol())
    assert seen == [1]


def _for_new_connections(juai: Office, pragma: str) -> None:
    def prepare(driver: Any, _record: Any) -> None:
        driver.execute(pragma)

    event.listen(juai.ctx.database.engine, "connect", prepare)
    juai.ctx.database.engine.dispose()


@pytest.mark.sqlite
async def test_what_carries_a_report_is_committed_with_a_synced_log(
    juai: Office, ida: Phone
) -> None:
    """Without a report a contact is noted only, and may be lost in a power cut."""
    levels: list[int] = []

    def note(connection: Any) -> None:
        driver = connection.connection.driver_connection
        if driver.in_transaction and driver.total_changes:
            levels.append(driver.execute("PRAGMA synchronous").fetchone()[0])

    event.listen(juai.ctx.database.engine, "commit", note)
    await ida.sync(patrol(), patrol())
    assert levels.count(2) == 2
    levels.clear()
    await ida.sync()
    assert 1 in levels


@pytest.mark.sqlite
async def test_letters_that_are_none_are_damage_and_are_not_repeated(juai: Office) -> None:
    spoiled = "CAST(X'" + b"Jahrani (contoh), full \xff".hex() + "' AS TEXT)"
    with pytest.raises(StoreDamagedError) as told, juai.ctx.database.read() as db:
        db.exec_driver_sql(f"SELECT {spoiled} AS nama").all()
    assert "nama" in str(told.value)
    assert "Jahrani" not in str(told.value)
