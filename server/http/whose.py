"""Pages that each kecamatan has, at one address: ``?kec=63.11.02`` says whose is meant.

Those of the first kecamatan, and of one with a server's name of its own, need nothing.
"""

from __future__ import annotations

from contextvars import ContextVar

from server.core.config import Settings

WHOSE = "kec"
chosen: ContextVar[str] = ContextVar("chosen", default="")
"""The kecamatan that the address of this request names, or none; set by the front."""


def at(path: str) -> str:
    """A page beside the one that is shown, of the same kecamatan."""
    return of(path, chosen.get())


def link(settings: Settings, path: str) -> str:
    """A page for everybody as it is handed out."""
    return of(path, settings.mark)


def of(path: str, mark: str) -> str:
    """The same of the kecamatan that has this mark."""
    return f"{path}?{WHOSE}={mark}" if mark else path
