"""A phone app of a few bytes, packed as the real one is."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.hp.app import build, sources
from server.hp.app.built import Built
from server.hp.web import routes

LARGE = random.Random(7).randbytes(2000) * 2000
"""Large enough to be cut into pieces: 4 MB that pack well."""


def pack(
    folder: Path, patch: pytest.MonkeyPatch, codec: Path | None = None, **parts: bytes
) -> Built:
    """Pack these files besides the few that there always are; names by ``__`` for a slash."""
    client = {"main.dart.js": b"draw();", "flutter_bootstrap.js": b'"mainJsPath":"main.dart.js"',
              "canvaskit/chromium/canvaskit.wasm": LARGE,
              "canvaskit/canvaskit.wasm": b"others", "pyodide/pyodide.asm.mjs": b"think();",
              "pyodide/pyodide.mjs": b"import(`${e.indexURL}pyodide.asm.mjs`)"}  # fmt: skip
    own = {"shell.js": b"open();", "worker.js": b"think();"}
    own |= {name.replace("__", "/"): data for name, data in parts.items()}

    def listed(files: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
        yield from files.items()

    patch.setattr(sources, "client_files", lambda: listed(client))
    patch.setattr(sources, "own_files", lambda: listed(own))
    patch.setattr(sources, "face_of_icons", lambda: b"icons")
    patch.setattr(sources, "standard_library", lambda: b"library")
    patch.setattr(sources, "no_packages", lambda: b"{}")
    patch.setattr(sources, "quick_codec", lambda _kept: codec)
    patch.setattr(sources, "app_archive", lambda _codec: b"app")
    build.build(folder, build.QUICK)
    return Built(folder)


def serve(built: Built, patch: pytest.MonkeyPatch) -> None:
    """From now on the routes serve it."""
    patch.setattr(routes, "_built", built)
