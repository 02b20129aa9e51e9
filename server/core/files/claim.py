"""Servers share a data folder, a restore has it alone; the other commands need no claim."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

CLAIM = ".dipakai"


class AlreadyClaimedError(Exception):
    """Stop whoever uses this folder first."""


@contextmanager
def claim(folder: Path, *, shared: bool = False) -> Generator[None]:
    """The folder is ours until the block ends, or this process dies; ``shared``: with servers."""
    how = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
    handle = os.open(folder / CLAIM, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, how | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise AlreadyClaimedError from error
    finally:
        os.close(handle)
