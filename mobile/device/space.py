"""How much room is left on the phone."""

from __future__ import annotations

import shutil
from pathlib import Path


class DiskSpace:
    """The disk that holds the app's data."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def free_bytes(self) -> int:
        """What an app may still write, in bytes."""
        folder = self._folder
        while not folder.exists():  # before the first start has made it
            folder = folder.parent
        return shutil.disk_usage(folder).free

    def free_mb(self) -> int:
        return self.free_bytes() // 1_000_000
