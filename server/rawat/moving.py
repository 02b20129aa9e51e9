"""Takes the photos and papers of a data folder up to the bucket that the settings name.

The folder keeps everything. Begun again it goes on with what lacks; the bucket is known by its mark
only once all of it is there. What the server takes in meanwhile lies in the folder alone, noted
whole or not: all photos that reports name are looked for, each time.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from server.core import photo_mark
from server.core.commands import OPERATOR
from server.core.config import make_folder
from server.core.context import Context
from server.core.files.disk import sha256_of
from server.core.files.object_store import ObjectStore, WrongFolderError
from server.core.files.photo_key import PhotoKey, name_of
from server.core.files.stores import stores_of
from server.core.rows import audit_rows, settings_rows
from server.laporan.rows import photo_rows
from server.rekap.rows import paper_rows


class Moved(NamedTuple):
    """Files that went up now, that were there, and that are sound nowhere: by their names."""

    sent: int
    there: int
    lacking: tuple[str, ...]


def to_bucket(ctx: Context) -> Moved:
    """Everything that the database holds for whole. Raises StorageAwayError, or WrongFolderError
    where the bucket is somebody else's.
    """
    near, far = stores_of(replace(ctx.settings, photos="")), stores_of(ctx.settings)
    known = settings_rows.glance(ctx.database, photo_mark.SETTING)
    if far.photos.mark() not in (None, known):
        raise WrongFolderError(far.photos.place)
    with ctx.database.read() as db:
        named = photo_rows.all_named(db)
        papers = [(f"{sha}.pdf", sha) for sha in paper_rows.hashes(db)]
    photos = [(_name(desa, sha), sha) for desa, sha, *_ in named]
    make_folder(ctx.settings.fetched_folder)
    with tempfile.TemporaryDirectory(dir=ctx.settings.fetched_folder) as folder:
        found = dict(_each(near.photos, far.photos, photos, Path(folder)))
        found.update(_each(near.papers, far.papers, papers, Path(folder)))
    awaited = {_name(desa, sha): (desa, sha, size) for desa, sha, size, at in named if at is None}
    came = [photo for name, photo in awaited.items() if found[name] == "sent"]
    with ctx.database.write() as db:
        for photo in came:
            photo_rows.mark_whole(db, *photo, ctx.clock.now())
        photo_mark.adopt(db, far.photos)
        audit_rows.add(db, ctx.clock.now(), OPERATOR, "photos_moved", None, far.photos.place)
    hows = Counter(found.values())
    lacking = {name for name, how in found.items() if how == "lacking"} - awaited.keys()
    return Moved(hows["sent"], hows["there"], tuple(sorted(lacking)))


def _name(desa: str, sha256: str) -> str:
    return name_of(PhotoKey(desa, sha256))


def _each(
    near: ObjectStore, far: ObjectStore, names: list[tuple[str, str]], folder: Path
) -> Iterator[tuple[str, str]]:
    there = dict(far.each())
    for name, sha256 in names:
        path = near.file(name)
        if name in there and (path is None or there[name] == path.stat().st_size):
            yield name, "there"
        elif path is None or sha256_of(path) != sha256:
            yield name, "lacking"
        else:
            draft = folder / "berkas"
            shutil.copyfile(path, draft)
            far.take(name, draft)
            yield name, "sent"
