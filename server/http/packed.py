"""Compresses a file once and remembers it on disk; the next start finds it there.

``python -m server.http.packed`` makes the face of the icons and compresses Flet's client as well as
can be, at set-up. A twin is
named by what is in the file, so that what was made in one place is found in another.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import os
import threading
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

import brotli

from server.core.made import MADE
from server.http import icons
from server.http.icons import client_folder

CACHE = MADE / "webclient"
WORTHWHILE = 0.95

LARGE = ("main.dart.wasm", "canvaskit/skwasm.wasm")
"""Nine tenths of what most browsers load."""

QUICK, BEST = 5, 11
"""Brotli's quality: in half a second at the first request, or in half a minute at set-up."""

COMPRESSIBLE = {
    ".wasm", ".js", ".mjs", ".json", ".otf", ".ttf", ".bin", ".frag", ".html", ".css", ".svg", "",
}  # fmt: skip


class Packed:
    """The compressed twins of files, named by what is in them."""

    def __init__(self, cache: Path = CACHE) -> None:
        self._cache = cache
        self._locks: defaultdict[Path, threading.Lock] = defaultdict(threading.Lock)

    def twin(self, source: Path, encoding: str, quality: int = QUICK) -> Path | None:
        """The file in ``encoding`` (br or gzip), made now if need be; None: serve it as it is."""
        if source.suffix.lower() not in COMPRESSIBLE:
            return None
        name = _name(source)
        best = self._cache / f"{name}.{encoding}{BEST if encoding == 'br' else ''}"
        path = best if encoding == "gzip" or quality == BEST else self._cache / f"{name}.br{QUICK}"
        for found in (best, path):
            if found.exists():
                return found if found.stat().st_size else None
        with self._locks[path]:
            return path if path.exists() else self._make(source, encoding, quality, path)

    def _make(self, source: Path, encoding: str, quality: int, path: Path) -> Path | None:
        data = source.read_bytes()
        small = gzip.compress(data, 9, mtime=0) if encoding == "gzip" else _brotli(data, quality)
        if len(small) > len(data) * WORTHWHILE:
            small = b""  # remembered as not worth it
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            self._cache.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(small)
            draft.rename(path)
            return path if small else None
        return None


def _brotli(data: bytes, quality: int) -> bytes:
    return brotli.compress(data, quality=quality, lgwin=24)


def _name(source: Path) -> str:
    found = source.stat()
    return _named(source, found.st_size, found.st_mtime_ns)


@lru_cache(1024)
def _named(source: Path, _size: int, _changed: int) -> str:
    """By its bytes; read again only when its size or time is another."""
    return f"{source.name}-{hashlib.sha256(source.read_bytes()).hexdigest()[:12]}"


def compress_all(packed: Packed | None = None) -> None:
    """Compress the client as well as can be; takes half a minute on two cores, once."""
    packed = packed or Packed()
    large = [icons.CUT, *(client_folder() / name for name in LARGE)]
    with ThreadPoolExecutor() as pool:
        best = [pool.submit(packed.twin, path, "br", BEST) for path in large if path.is_file()]
        plain = [pool.submit(packed.twin, path, "gzip") for path in large if path.is_file()]
        for work in (*best, *plain):
            work.result()


if __name__ == "__main__":
    icons.make()
    compress_all()
