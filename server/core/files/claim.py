"""One server or one restore at a time on a data folder; the other commands need no claim."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

CLAIM = ".dipakai"


class AlreadyClaimedError(Exception):
    """Stop the server that uses this folder first."""


@contextmanager
def claim(folder: Path) -> Generator[None]:
    """The folder is ours until the block ends, or this process dies."""
    handle = os.open(folder / CLAIM, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise AlreadyClaimedError from error
    finally:
        os.close(handle)
