"""The other lane: the server's tests over PostgreSQL, with ``pytest --database postgres``.

Every data folder gets a database of its own, a copy of one that was migrated once; whoever asks
`Settings` for the address is told that one. Without a path the lane runs `PART`: what touches
codes, receipts, decisions, counters, the search, the log, erasing, backup and restore.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from server.core.config import Settings
from server.core.db.database import Database
from tests.doubles.cluster import Cluster, cluster

PART = {
    "both": "a_report_arrives two_sides_that_disagree",
    "server/core": "audit heard_of_others postgres rate_limit several_processes",
    "server/hp": "activation",
    "server/kabupaten": "the_kabupatens_view the_same_as_at_the_desk",
    "server/laporan": "board_counts deciding far_pages found_alike receiving things_to_come"
    " words_are_found",
    "server/pengelola": "the_operators_page",
    "server/pribadi": "one_persons_data retention",
    "server/rawat": "after_a_restore backup_folder care repair the_photo_folder",
    "server/rekap": "approval",
    "server/shell": "many_on_postgres no_kecamatan_crosses the_front",
    "server/sinkron": "changes inventory phone_quota roster_and_acts take_in",
}
"""By the folder: the words after `test_`."""
TEMPLATE = "sinar_template"


def part() -> list[str]:
    """The files of `PART`."""
    return [
        f"tests/{folder}/test_{name}.py" for folder, names in PART.items() for name in names.split()
    ]


class Lane:
    """Which database belongs to which data folder."""

    def __init__(self, running: Cluster) -> None:
        self.cluster = running
        self.made: dict[Path, str] = {}
        self._numbers = itertools.count(1)
        database = Database(running.make(TEMPLATE))
        database.open()
        database.close()

    def url(self, folder: Path) -> str:
        """Of the folder's own database, made when it is first asked for."""
        key = folder.absolute()
        if key not in self.made:
            self.made[key] = f"sinar_{next(self._numbers)}"
            self.cluster.make(self.made[key], TEMPLATE)
        return self.cluster.url(self.made[key])

    def drop(self, folder: Path) -> None:
        """The folder's database goes, whoever looks at it, and what a restore has set aside."""
        name = self.made.pop(folder)
        for one in self.cluster.names():
            if one == name or one.startswith(f"{name}_"):
                self.cluster.run(f"DROP DATABASE IF EXISTS {one} WITH (FORCE)")


@contextmanager
def lane() -> Iterator[Lane]:
    """As long as the block lasts every data folder means a database of PostgreSQL."""
    with cluster() as running, pytest.MonkeyPatch.context() as patch:
        one = Lane(running)
        named: Any = Settings.database_url

        def address(settings: Settings) -> str:
            return named.fget(settings) if settings.database else one.url(settings.data)

        patch.setattr(Settings, "database_url", property(address))
        yield one
