"""The photo folder carries a mark that the database knows: so a folder that is missing is not
taken for photos that are lost.

An unmounted disk leaves an empty folder in its place, and a second server may look at another one.
Without the mark nothing is served, written or marked there.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from server.core.db.database import Database, Db
from server.core.files.disk import make_folder, sync_folder
from server.core.files.photo_files import MARK, PhotoKey
from server.core.rows import mark_rows, settings_rows

SETTING = "tanda_folder_foto"
SAMPLE = 50
"""So many photos are looked for, where a folder of before has no mark yet."""
UNKNOWN = "?"
"""No folder carries this."""


def settle(database: Database, folder: Path) -> str:
    """The mark that the folder must carry; a folder that is ours beyond doubt is given one."""
    known = settings_rows.glance(database, SETTING)
    if known is not None and _read(folder) == known:
        return known
    try:
        with database.write() as db:
            return _settle(db, folder)
    except OSError:  # nothing can be written there: it is no place for photos either
        return known or UNKNOWN


def adopt(db: Db, folder: Path) -> None:
    """This folder is ours from now on: the operator says so, or it came from a backup."""
    known = settings_rows.some(db, (SETTING,)).get(SETTING) or secrets.token_hex(16)
    _put(folder, known)
    settings_rows.put(db, SETTING, known)


def is_likely(db: Db, folder: Path) -> bool:
    """Whether some of the photos that should be there are there, or none should be yet."""
    noted = mark_rows.whole(db, SAMPLE)
    return not noted or any(_path(folder, key).exists() for key in noted)


def _settle(db: Db, folder: Path) -> str:
    known = settings_rows.some(db, (SETTING,)).get(SETTING)
    first = known is None and is_likely(db, folder)
    if first or not mark_rows.whole(db, 1):
        adopt(db, folder)
    return settings_rows.some(db, (SETTING,)).get(SETTING) or UNKNOWN


def _path(folder: Path, key: tuple[str, str]) -> Path:
    named = PhotoKey(*key)
    return folder / named.desa / f"{named.sha256}.jpg"


def _read(folder: Path) -> str:
    try:
        return (folder / MARK).read_text()
    except OSError:
        return ""


def _put(folder: Path, mark: str) -> None:
    make_folder(folder)
    draft = folder / f"{MARK}.baru"
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(mark)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / MARK)
    sync_folder(folder)
