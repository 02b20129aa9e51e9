"""What one process has changed, the windows of the others hear of within a second.

PostgreSQL tells of each commit that keeps something; beside SQLite a file does (`news`).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from typing import Any

from server.core.db import postgres
from server.core.db.database import Database
from server.core.db.postgres import CHANNEL
from server.core.db.trouble import StoreBusyError, StoreError, telling
from server.core.files.news import News

LOOK_S = 0.25
"""Between two looks at the file's size."""
WAIT_S = 0.5
"""Between two looks at the clock, and before a new try when the database is away."""


@contextmanager
def heard(database: Database, news: News, ring: Callable[[], None]) -> Generator[None]:
    """Call ``ring``, from a thread, after the others' changes."""
    stop = threading.Event()
    work, told = (_watch, news) if database.is_sqlite else (_hear, database)
    thread = threading.Thread(target=work, args=(told, ring, stop), name="mendengar")
    thread.start()
    try:
        yield
    finally:
        stop.set()
        if not database.is_sqlite:
            with suppress(StoreError), telling(), database.looking() as connection:
                connection.exec_driver_sql(f"NOTIFY {CHANNEL}")  # so that it need not wait
        thread.join()


def _watch(news: News, ring: Callable[[], None], stop: threading.Event) -> None:
    before = news.of_others()
    while not stop.wait(LOOK_S):
        if (now := news.of_others()) != before:
            before = now
            ring()


def _hear(database: Database, ring: Callable[[], None], stop: threading.Event) -> None:
    was_away = False
    while not stop.is_set():
        try:
            for _ in _told(database, stop, was_away=was_away):
                ring()
        except StoreError:
            was_away = True
            stop.wait(WAIT_S)


def _told(database: Database, stop: threading.Event, *, was_away: bool) -> Generator[None]:
    """Each time that somebody else has committed, and at once where that may have been missed."""
    with telling(), database.looking() as connection:
        postgres.stay(connection)
        connection.exec_driver_sql(f"LISTEN {CHANNEL}")
        if was_away:  # only now: what comes from here on is told
            yield
        driver: Any = connection.connection.driver_connection
        try:
            while not stop.is_set():
                if _names(driver) - {"", database.name}:
                    yield
        finally:
            connection.invalidate()  # nobody else shall listen with it


def _names(driver: Any) -> set[str]:
    """Who has committed; straight from the driver, so its errors are told here."""
    from psycopg import Error

    try:
        return {note.payload for note in driver.notifies(timeout=WAIT_S, stop_after=1)}
    except Error as error:
        raise StoreBusyError(str(error)) from error
