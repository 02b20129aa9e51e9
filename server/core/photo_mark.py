"""The store of the photos carries a mark that the database knows: so one that is missing is not
taken for photos that are lost.

An unmounted disk leaves an empty folder in its place, a mistyped address another bucket, and a
second server may look elsewhere. Without the mark nothing is served, written or marked there.
"""

from __future__ import annotations

import secrets

from server.core.db.database import Database, Db
from server.core.files.object_store import ObjectStore, StorageAwayError
from server.core.rows import mark_rows, settings_rows

SETTING = "tanda_folder_foto"
SAMPLE = 50
"""So many photos are looked for, where a store of before has no mark yet."""
UNKNOWN = "?"
"""No store carries this."""


def settle(database: Database, store: ObjectStore) -> str:
    """The mark that the store must carry; one that is ours beyond doubt is given it.

    StorageAwayError where none is known yet: a first start needs the store.
    """
    known = settings_rows.glance(database, SETTING)
    try:
        if known is not None and store.mark() == known:
            return known
        with database.write() as db:
            return _settle(db, store)
    except OSError:  # nothing can be written there: it is no place for photos either
        return known or UNKNOWN
    except StorageAwayError:
        if known is None:
            raise
        return known


def adopt(db: Db, store: ObjectStore) -> None:
    """This store is ours from now on: the operator says so, or it came from a backup."""
    known = settings_rows.some(db, (SETTING,)).get(SETTING) or secrets.token_hex(16)
    store.set_mark(known)
    settings_rows.put(db, SETTING, known)


def is_likely(db: Db, store: ObjectStore) -> bool:
    """Whether some of the photos that should be there are there, or none should be yet."""
    noted = mark_rows.whole(db, SAMPLE)
    return not noted or any(store.size(f"{desa}/{sha}.jpg") is not None for desa, sha in noted)


def _settle(db: Db, store: ObjectStore) -> str:
    known = settings_rows.some(db, (SETTING,)).get(SETTING)
    if not store.is_near and store.mark() not in (None, known):
        return known or UNKNOWN  # somebody else's bucket: never taken over by a mistyped address
    first = known is None and is_likely(db, store)
    if first or not mark_rows.whole(db, 1):
        adopt(db, store)
    return settings_rows.some(db, (SETTING,)).get(SETTING) or UNKNOWN
