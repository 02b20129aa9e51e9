"""The token of the app in a browser: a file among the others, as safe as the browser's profile."""

from __future__ import annotations

from pathlib import Path

from mobile.store.disk import Disk, guarded, place


class DiskSecrets:
    """The real `Secrets` in a browser, which lends a page no keystore."""

    def __init__(self, disk: Disk, path: Path) -> None:
        self._disk = disk
        self._path = path

    async def token(self) -> str | None:
        """The token, or None where none was kept; StoreError when the disk does not answer."""
        with guarded("token"):
            try:
                return self._disk.read(self._path).decode("utf-8", "replace").strip() or None
            except FileNotFoundError:
                return None

    async def keep_token(self, token: str) -> None:
        """On disk when it returns; StoreError, and then the former token is still there."""
        with guarded("token"):
            place(self._disk, self._path, token.encode())
            self._disk.sync_folder(self._path.parent)

    async def forget_token(self) -> None:
        with guarded("token"):
            self._disk.remove(self._path)
            self._disk.sync_folder(self._path.parent)
