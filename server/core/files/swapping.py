"""Puts restored data in the place of the old, so that a power cut in between loses neither.

A note in the folder says how far it has come; whoever opens the folder next ends it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from server.core.files.disk import sync_folder

NOTE = "pulih.json"
NEW = "pulih-baru"
NAMES = ("sinar.db", "sinar.db-wal", "sinar.db-shm", "foto", "foto-kecil", "kertas")


def swap(folder: Path, aside: str) -> None:
    """Set what lies in ``folder`` aside and put what lies in ``folder/pulih-baru`` there."""
    _write_note(folder, {"tahap": "lama", "lama": aside})
    finish(folder)


def finish(folder: Path) -> None:
    """End a swap that was begun; does nothing when there is none."""
    note = folder / NOTE
    if not note.exists():
        return
    told: dict[str, Any] = json.loads(note.read_text())
    if told["tahap"] == "lama":
        _move(folder, folder / told["lama"])
        told["tahap"] = "baru"
        _write_note(folder, told)
    _move(folder / NEW, folder)
    note.unlink()
    (folder / NEW).rmdir()
    sync_folder(folder)


def _move(source: Path, target: Path) -> None:
    target.mkdir(mode=0o700, exist_ok=True)
    for name in NAMES:
        if (source / name).exists():
            (source / name).rename(target / name)
    sync_folder(target)
    sync_folder(source)


def _write_note(folder: Path, told: dict[str, Any]) -> None:
    draft = folder / f"{NOTE}.baru"
    with draft.open("w") as file:
        json.dump(told, file)
        file.flush()
        os.fsync(file.fileno())
    draft.rename(folder / NOTE)
    sync_folder(folder)
