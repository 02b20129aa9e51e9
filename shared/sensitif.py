"""Photos marked *sensitif* stay at the desk: they are in no album, export, paper or share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Marked(Protocol):
    """A photo that says whether it is sensitif."""

    @property
    def sensitif(self) -> bool: ...


M = TypeVar("M", bound=Marked)


def may_leave(photos: Iterable[M]) -> tuple[M, ...]:
    """Those that may be put into an album, an export, a paper or a share; asked before each."""
    return tuple(photo for photo in photos if not photo.sensitif)
