"""Which stores an installation has: folders of its data, or a bucket.

Names and addresses are settings; the keys come from the environment alone, by the names that every
tool of S3 knows, so they stand in no command's words and in no log.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import NamedTuple
from urllib.parse import urlsplit

from server.core.config import Settings
from server.core.files.folder_store import FolderStore
from server.core.files.object_store import ObjectStore

KEY, SECRET = "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"
TOKEN, REGION = "AWS_SESSION_TOKEN", "AWS_REGION"


class PhotoAddressError(Exception):
    """The address of the store, or what it needs, is not right; nothing was asked of it."""


class NoLibraryError(PhotoAddressError):
    """Install the extra ``s3``."""


class NoKeysError(PhotoAddressError):
    """`KEY` and `SECRET` must stand in the environment."""


class Stores(NamedTuple):
    """Where the photos lie, and the approved papers."""

    photos: ObjectStore
    papers: ObjectStore


def stores_of(settings: Settings) -> Stores:
    """The stores that the settings name; nothing is asked of them. Raises PhotoAddressError."""
    if not settings.photos:
        return Stores(FolderStore(settings.photo_folder), FolderStore(settings.paper_folder))
    return Stores(_bucket(settings, "foto"), _bucket(settings, "kertas"))


def clear_copies(settings: Settings, before: float) -> None:
    """What was fetched and nobody has asked for since ``before`` (seconds of the epoch) goes."""
    for path in settings.fetched_folder.rglob("*.*"):
        with suppress(FileNotFoundError):  # another process was quicker
            if path.is_file() and path.stat().st_mtime < before:
                path.unlink()


def _bucket(settings: Settings, room: str) -> ObjectStore:
    """``s3://bucket/prefix``; photos lie below ``prefix/foto/<desa>``.

    A kecamatan beside the first has ``prefix/<its code>``.
    """
    try:
        from server.core.files.bucket_store import BucketStore
    except ImportError as error:
        raise NoLibraryError from error
    bucket, prefix = _address(settings)
    if not os.environ.get(KEY) or not os.environ.get(SECRET):
        raise NoKeysError
    return BucketStore(
        bucket,
        "/".join(filter(None, (prefix, settings.mark, room))),
        settings.fetched_folder / room,
        key=os.environ[KEY],
        secret=os.environ[SECRET],
        token=os.environ.get(TOKEN, ""),
        region=os.environ.get(REGION, ""),
        endpoint=settings.s3_endpoint,
    )


def _address(settings: Settings) -> tuple[str, str]:
    parts = urlsplit(settings.photos)
    if parts.scheme != "s3" or not parts.hostname or "@" in parts.netloc or parts.query:
        raise PhotoAddressError
    end = urlsplit(settings.s3_endpoint)
    if settings.s3_endpoint and (end.scheme not in ("http", "https") or "@" in end.netloc):
        raise PhotoAddressError
    return parts.hostname, parts.path.strip("/")
