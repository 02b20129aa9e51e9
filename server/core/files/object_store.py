"""Where whole photos and papers lie: the port, and what may befall whoever uses it.

An object is a file with a name (``63.11.01.2013/<sha256>.jpg``) that carries the hash of its bytes.
It is there whole or not at all, and never replaced by other bytes. There are two makes:
`folder_store` (the default) and `bucket_store` (any store that speaks S3).

PhotoFileError
├── WrongBytesError   the bytes are not those that were announced: send them again
├── StorageFullError  no room; what has arrived so far is kept, try again later
├── StorageAwayError  the store does not answer; nothing is lost, try again in a minute
└── WrongFolderError  it is not the store that the photos were put into: nothing is done there
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol


class PhotoFileError(Exception):
    """A photo could not be kept; a `jpeg.JpegError` says the same of its content."""


class WrongBytesError(PhotoFileError):
    """The bytes are not the photo that was announced; they are thrown away, send it again."""


class StorageFullError(PhotoFileError):
    """No room on the disk; what has arrived so far is kept, try again later."""


class StorageAwayError(PhotoFileError):
    """The store does not answer, or not as it should: what it holds is not known. Come again."""


class WrongFolderError(PhotoFileError):
    """The folder is not the one that the photos were put into: nothing is done there."""


class Named(NamedTuple):
    """One object of a listing; ``size`` in bytes."""

    name: str
    size: int


class Expected(NamedTuple):
    """What an object should be; ``size`` in bytes."""

    sha256: str
    size: int


class ObjectStore(Protocol):
    """Everything here blocks, and may raise StorageAwayError."""

    place: str
    """As people are told of it."""
    is_near: bool
    """Nobody waits for another machine: what is asked of it is answered by this one's disk."""

    def mark(self) -> str | None:
        """What `set_mark` has put there; None: no such mark."""
        ...

    def set_mark(self, mark: str) -> None:
        """By this the store is known from now on."""
        ...

    def size(self, name: str) -> int | None:
        """Of a whole object, in bytes; None: there is none."""
        ...

    def take(self, name: str, draft: Path, *, wait: bool = True) -> None:
        """Make a durable local file the object; it is whole and durable when this returns.

        The file is gone then. Whatever is raised, it is still there, and nothing was promised.
        Without ``wait`` a power cut may leave the file, complete, in the object's stead.
        """
        ...

    def path(self, name: str) -> Path:
        """Where the object lies on this machine once `file` has been asked for it."""
        ...

    def file(self, name: str) -> Path | None:
        """The object as a local file to be read at once; None: there is none that is sound."""
        ...

    def remove(self, name: str) -> None:
        """It is gone for good, here and there; also when there is none."""
        ...

    def set_aside(self, name: str, target: Path) -> None:
        """Move an object, whatever its bytes, to a place of this machine that is free."""
        ...

    def try_out(self) -> None:
        """Write, read and remove something, where another machine has to do it."""
        ...

    def each(self) -> Iterator[Named]:
        """All objects but the mark, by name."""
        ...

    def altered(self, names: Mapping[str, Expected]) -> Iterator[tuple[str, bool]]:
        """Of objects by name those that are not what they should be.

        True: it is there with other bytes, False: it is gone.
        """
        ...

    def with_copies_in(self, folder: Path) -> ObjectStore:
        """The same store, whose `file` lays copies there; where none are needed, itself."""
        ...
