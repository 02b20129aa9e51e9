"""The store that speaks S3: a bucket on another machine, of whatever make.

What is taken in is sent, read back and compared: "whole" is never said because of an answer alone,
so a store that cuts, loses or swaps bytes is found at once, whatever it knows of checksums. After a
failure it is left alone for some seconds; meanwhile everybody hears at once that it is away.
"""

from __future__ import annotations

import hashlib
import os
import re
import time
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from server.core import log
from server.core.files.disk import place as lay
from server.core.files.disk import telling_when_full
from server.core.files.folder_store import MARK
from server.core.files.object_store import Expected, Named, StorageAwayError

if TYPE_CHECKING:
    from obstore.store import S3Config

OURS = ".sinar"
TRIAL = f"{OURS}-coba"
CONNECT_S, ANSWER_S = 3, 10
REST_S = 5.0
"""So long a store that failed is not asked again."""
_SHA256 = re.compile(r"[0-9a-f]{64}")


class BucketStore:
    """All objects of ``bucket`` below ``prefix``; local copies below ``fetched``.

    ``key`` and ``secret`` are shown to nobody. Without an ``endpoint`` it is Amazon's own.
    """

    is_near = False

    def __init__(
        self, bucket: str, prefix: str, fetched: Path, *, key: str, secret: str,
        token: str = "", region: str = "", endpoint: str = "",
    ) -> None:  # fmt: skip
        self.place = f"s3://{bucket}/{prefix}"
        self.copies = fetched
        self._rests_until = 0.0
        config: S3Config = {
            "access_key_id": key,
            "secret_access_key": secret,
            "region": region or "us-east-1",
            "virtual_hosted_style_request": False,
        }
        if endpoint:
            config["endpoint"] = endpoint
        if token:
            config["session_token"] = token
        self._store = S3Store(
            bucket,
            prefix=prefix,
            config=config,
            client_options={
                "allow_http": endpoint.startswith("http://"),
                "connect_timeout": timedelta(seconds=CONNECT_S),
                "timeout": timedelta(seconds=ANSWER_S),
            },
            retry_config={"max_retries": 1, "retry_timeout": timedelta(seconds=ANSWER_S)},
        )

    def mark(self) -> str | None:
        data = self._read(MARK)
        return None if data is None else data.decode("ascii", "replace")

    def set_mark(self, mark: str) -> None:
        self._write(MARK, mark.encode())

    def size(self, name: str) -> int | None:
        try:
            with self._asking():
                return obstore.head(self._store, name)["size"]
        except FileNotFoundError:
            return None

    def take(self, name: str, draft: Path, *, wait: bool = True) -> None:  # noqa: ARG002
        self._write(name, draft.read_bytes())
        draft.unlink()

    def path(self, name: str) -> Path:
        return self.copies / name

    def file(self, name: str) -> Path | None:
        """A copy, fetched unless it is here; an object with other bytes is told and is none."""
        path = self.path(name)
        try:
            os.utime(path)
        except FileNotFoundError:
            data = self._read(name)
            if data is None:
                return None
            if not _is_right(name, data):
                log.event("server", "penyimpanan", f"isi berubah · {self.place}/{name}")
                return None
            with telling_when_full():
                lay(path, data)
        return path

    def remove(self, name: str) -> None:
        self.path(name).unlink(missing_ok=True)
        with self._asking():
            obstore.delete(self._store, name)

    def set_aside(self, name: str, target: Path) -> None:
        data = self._read(name)
        if data is not None:
            with telling_when_full():
                lay(target, data)
            self.remove(name)

    def try_out(self) -> None:
        name = f"{TRIAL}-{os.urandom(4).hex()}"
        self._write(name, os.urandom(1000))
        self.remove(name)

    def each(self) -> Iterator[Named]:
        with self._asking():
            for page in obstore.list(self._store):
                every = (Named(one["path"], one["size"]) for one in page)
                yield from (one for one in every if not one.name.startswith(OURS))

    def altered(self, names: Mapping[str, Expected]) -> Iterator[tuple[str, bool]]:
        """By a listing: the bytes were compared when they came, and are at each fetch."""
        found = dict(self.each())
        for name, expected in names.items():
            if found.get(name) != expected.size:
                yield name, name in found

    def with_copies_in(self, folder: Path) -> BucketStore:
        other = copy(self)
        other.copies = folder
        return other

    def _read(self, name: str) -> bytes | None:
        try:
            with self._asking():
                return bytes(obstore.get(self._store, name).bytes())
        except FileNotFoundError:
            return None

    def _write(self, name: str, data: bytes) -> None:
        """One PUT, so that it is there whole or not at all, and a look at what has arrived."""
        with self._asking():
            try:
                obstore.put(self._store, name, data, use_multipart=False)
                if bytes(obstore.get(self._store, name).bytes()) != data:
                    obstore.delete(self._store, name)
                    raise StorageAwayError(f"{self.place}: isi yang tersimpan berbeda")
            except FileNotFoundError as error:  # there is no such bucket, or it forgets
                raise StorageAwayError(self._told(error)) from error

    @contextmanager
    def _asking(self) -> Generator[None]:
        """Whatever goes wrong is the store's being away; FileNotFoundError is an answer."""
        if time.monotonic() < self._rests_until:
            raise StorageAwayError(self.place)
        try:
            yield
        except FileNotFoundError:
            raise
        except (BaseError, OSError) as error:
            told = self._told(error)
            self._rests_until = time.monotonic() + REST_S
            log.event("server", "penyimpanan", f"tidak menjawab · {told}")
            raise StorageAwayError(told) from error

    def _told(self, error: Exception) -> str:
        """The first line: what follows are the library's own insides."""
        return f"{self.place}: {str(error).partition(chr(10))[0][:200]}"


def _is_right(name: str, data: bytes) -> bool:
    named = _SHA256.search(name)
    return named is None or hashlib.sha256(data).hexdigest() == named[0]
