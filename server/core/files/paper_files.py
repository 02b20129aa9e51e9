"""The frozen PDFs: ``kertas/<sha256>.pdf``, whole and durable before anybody hears of one."""

from __future__ import annotations

import os
from pathlib import Path

from server.core.files.disk import sha256_of, telling_when_full
from server.core.files.object_store import ObjectStore

FOLDER = "kertas"


class PaperFiles:
    """All approved papers; like the photos they are named by the hash of their bytes."""

    def __init__(self, store: ObjectStore) -> None:
        self._store = store

    def where(self, sha256: str) -> str:
        """As people are told of it."""
        return f"{self._store.place}/{sha256}.pdf"

    def keep(self, made: Path) -> str:
        """Take a finished file over, whole and durable; returns its SHA-256."""
        sha256 = sha256_of(made)
        made.chmod(0o600)
        with telling_when_full():
            with made.open("rb") as file:
                os.fsync(file.fileno())
            self._store.take(f"{sha256}.pdf", made)
        return sha256

    def file(self, sha256: str) -> Path | None:
        """To be shown; None where there is none."""
        return self._store.file(f"{sha256}.pdf")

    def whole(self, sha256: str) -> Path | None:
        """The file, if it is there and unchanged."""
        found = self.file(sha256)
        return found if found is not None and sha256_of(found) == sha256 else None
