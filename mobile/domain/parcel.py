"""Sealed files that leave this phone or are carried for others, and what is asked of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from shared.sealed_file import Cipher


@dataclass(frozen=True)
class Parcel:
    """A package of another phone that this one carries.

    ``delivered_at`` once the kecamatan has taken it in; ``trouble`` when it never will.
    """

    sha256: str
    name: str
    size: int
    taken_at: str
    trouble: str = ""
    delivered_at: str = ""
    laporan: int = 0
    foto: int = 0

    @property
    def waiting(self) -> bool:
        """Whether it is still to be brought."""
        return not self.trouble and not self.delivered_at


@dataclass(frozen=True)
class Outgoing:
    """A file of our own, ready to be handed on."""

    path: Path
    size: int


@dataclass(frozen=True)
class SealingKey:
    """A key for one file, and what its head must say so that it can be found again."""

    cipher: Cipher
    facts: dict[str, str] = field(default_factory=dict[str, str])


class Sealing(Protocol):
    """Makes keys. Blocking; `for_phrase` takes about a second."""

    async def ready(self) -> None:
        """To be awaited before the others are called; raises StoreError."""
        ...

    def for_server(self, public: str) -> SealingKey: ...
    def for_phrase(self, phrase: str, salt: bytes) -> SealingKey: ...

    def sign(self, token: str, digest: bytes) -> bytes:
        """The kecamatan knows by it that this very phone has sealed."""
        ...


class ParcelStore(Protocol):
    """The files themselves; what it writes is durable when it returns, or StoreError is raised."""

    def write_out(self, name: str, content: Iterable[bytes]) -> Outgoing:
        """A file of our own to hand on, in the place of the one before."""
        ...

    def carried(self) -> list[Parcel]:
        """In the order they came."""
        ...

    def take(self, name: str, data: bytes, at: str) -> Parcel:
        """Keep somebody's package; the same one twice is one."""
        ...

    def read(self, sha256: str) -> bytes: ...

    def delivered(self, sha256: str, at: str, laporan: int, foto: int) -> None:
        """The kecamatan has it: the file goes, the line stays."""
        ...

    def refused(self, sha256: str, trouble: str) -> None:
        """The kecamatan will never take it: the file goes, the reason stays."""
        ...

    def let_go(self, sha256: str) -> None:
        """Forget it; what was not brought yet is gone from this phone then."""
        ...


@dataclass(frozen=True)
class Post:
    """What seals files and keeps those that are carried."""

    parcels: ParcelStore
    sealing: Sealing
