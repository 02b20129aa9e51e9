"""What a part of the campaign is, how its cases are counted, and the table they end in.

Failure (of a case, counted and shown)
├── Lost       something that was confirmed is not there any more
└── Doubled    something that was said once is there twice
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Coroutine, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from server.core import office
from server.core.context import Context
from server.core.sessions import Account
from shared.roles import Role

MOST_NOTES = 5
CUTS_AFTER = 4
"""Whether unsynced names are there after a cut is a throw of the dice."""

MEMORY = Path("/dev/shm")
"""A place for files that costs nothing to sync, where the system has one."""


class Failure(AssertionError):
    """A case that did not end as it must."""


class Lost(Failure):
    """Confirmed, and gone."""


class Doubled(Failure):
    """Said once, there twice."""


@dataclass
class Row:
    """One line of the table. What is no `Doubled` counts as lost, whatever it was."""

    what: str
    seed: int
    cases: int = 0
    lost: int = 0
    doubled: int = 0
    recovered: int = 0
    seconds: float = 0.0
    skipped: str = ""
    told: str = ""
    """What else the run can say of itself."""
    notes: list[str] = field(default_factory=list[str])

    @contextlib.contextmanager
    def case(self, name: str) -> Iterator[None]:
        """One fault and what must hold after it; the run goes on if it does not."""
        self.cases += 1
        try:
            yield
        except Doubled as error:
            self.doubled += 1
            self._note(name, error)
        except Exception as error:  # noqa: BLE001 a crash of either side is a loss too
            self.lost += 1
            self._note(name, error)
        else:
            self.recovered += 1

    def broke(self, error: Exception) -> None:
        """The part itself could not go on."""
        self.cases += 1
        self.lost += 1
        self._note("the part", error)

    def _note(self, name: str, error: Exception) -> None:
        if len(self.notes) < MOST_NOTES:
            self.notes.append(f"{name}: {type(error).__name__}: {str(error)[:300]}")

    @property
    def well(self) -> bool:
        """Every case recovered, and there was one; or it was left out for a reason that is told."""
        return bool(self.skipped) or (self.cases > 0 and self.recovered == self.cases)


@dataclass(frozen=True)
class Job:
    """What a part is given: an empty folder, how much to do, where chance begins, its line."""

    folder: Path
    count: int
    seed: int
    row: Row


@dataclass(frozen=True)
class Part:
    """One kind of fault; ``short`` and ``long`` are how much of it is done."""

    name: str
    what: str
    run: Callable[[Job], Coroutine[Any, Any, None]]
    short: int
    long: int
    slices: int = 1
    """The long form may be cut into so many, each with a seed of its own, to use all cores."""


def need(holds: bool, what: str, failure: type[Failure] = Lost) -> None:
    """Say what is wrong, also where Python leaves out its asserts."""
    if not holds:
        raise failure(what)


def lift_quota(ctx: Context) -> None:
    """Phones that are killed send in minutes what a village sends in years."""
    most = {"kuota_kiriman": 100_000, "kuota_anggota": 100_000, "kuota_foto_mb": 100_000}
    office.change(ctx, Account("kasi", Role.KASI_TRANTIB, "Kasi Trantib (contoh)"), most)


def every_fault(calls: int, hows: Sequence[str], cuts: int) -> Iterator[tuple[int, str]]:
    """Each call with each fault and so many power cuts; some cuts when all has been said, too."""
    for call in range(1, calls + 1):
        for how in (*hows, *["power"] * cuts):
            yield call, how
    for _ in range(cuts + CUTS_AFTER):
        yield calls + 1, "power"


def timed(row: Row) -> contextlib.AbstractContextManager[None]:
    """Adds up how long it took."""

    @contextlib.contextmanager
    def running() -> Iterator[None]:
        began = time.monotonic()
        yield
        row.seconds += time.monotonic() - began

    return running()


def joined(rows: list[Row]) -> Row:
    """The line of a part that was cut into slices."""
    whole = Row(rows[0].what, rows[0].seed, skipped=rows[0].skipped)
    for row in rows:
        whole.cases += row.cases
        whole.lost += row.lost
        whole.doubled += row.doubled
        whole.recovered += row.recovered
        whole.seconds += row.seconds
        whole.notes += [f"{note} (slice {row.seed})" for note in row.notes]
    whole.told = rows[0].told if len(rows) == 1 else ""
    return whole


def table(rows: list[Row]) -> str:
    """As it is printed and put into the page beside this."""
    lines = ["| what | how many | lost | doubled | recovered | seed | s |"]
    lines.append("|---|---|---|---|---|---|---|")
    for row in rows:
        counts = f"{row.cases:,} | {row.lost} | {row.doubled} | {row.recovered:,}"
        if row.skipped:
            counts = f"left out: {row.skipped} | | |"
        lines.append(f"| {row.what} | {counts} | {row.seed} | {row.seconds:.0f} |")
    return "\n".join(lines)
