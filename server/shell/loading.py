"""What a start loads is no waste: Python need not look through it, neither now nor later."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def to_stay() -> Generator[None]:
    """What is loaded in the block stays until the process ends."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
