"""A place for files that costs nothing to sync: a killed process needs no disk to be honest."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.harness import MEMORY


@pytest.fixture
def folder() -> Iterator[Path]:
    """In memory where the system has such a place."""
    made = Path(tempfile.mkdtemp(prefix="sinar-", dir=MEMORY if MEMORY.is_dir() else None))
    yield made
    shutil.rmtree(made)
