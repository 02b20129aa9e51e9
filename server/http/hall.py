"""The hall before the doors of all kecamatan that one process serves: what they count together."""

from __future__ import annotations

from dataclasses import dataclass, field

from fastapi import FastAPI

from server.http.connection_limits import Counts
from server.http.log_in_queue import AT_ONCE, LogInQueue
from server.http.open_connections import Regulars
from server.http.probe import Probes


@dataclass(frozen=True)
class Hall:
    """One sender is one sender, and one core is one core, however many kecamatan are served."""

    counts: Counts = field(default_factory=Counts)
    regulars: Regulars = field(default_factory=Regulars)
    probes: Probes = field(default_factory=Probes)
    log_in_queue: LogInQueue = field(default_factory=LogInQueue)
    apps: dict[str, FastAPI] = field(default_factory=dict[str, FastAPI])
    """Those that are open, by their mark; the first kecamatan's is ""."""
    known: set[str] = field(default_factory=set[str])
    """The marks of all that there are, open or not."""
    names: dict[str, str] = field(default_factory=dict[str, str])
    """By which name of the server that is its own a kecamatan is called; mostly none."""

    def away(self) -> list[str]:
        """The codes of those whose data cannot be opened just now."""
        return sorted(self.known - set(self.apps))

    @classmethod
    def of(cls, workers: int) -> Hall:
        """Of one of so many processes: they share the places where passwords are checked."""
        return cls(log_in_queue=LogInQueue(at_once=max(1, AT_ONCE // workers)))
