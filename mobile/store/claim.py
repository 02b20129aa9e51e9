"""Keeps a second process off the same data: two would write over each other's generations."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from mobile.ports import DiskFull, StoreError

NAME = "kunci"
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class InUse(StoreError):
    """Another process has this data open: close that one first."""


def claim(root: Path) -> int:
    """Hold the folder until this process ends, however it ends; raises InUse, or StoreError."""
    try:
        root.mkdir(parents=True, exist_ok=True)
        handle = os.open(root / NAME, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:  # at the very first start, on a full phone
        raise (DiskFull if error.errno in NO_ROOM else StoreError)(str(root)) from error
    try:
        import fcntl
    except ImportError:  # a system without it has one process for each app anyhow
        return handle
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        raise InUse(str(root)) from error
    return handle
