"""Builds the wheel: setuptools' own work, after everything that is made once has been made.

Faces, the compressed client and the phone app for browsers are made by the same programs as in a
checkout, copied into the packages, and taken out again when the wheel is there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from setuptools import build_meta
from setuptools.build_meta import (  # noqa: F401 - the hooks that stay as they are
    build_editable,
    build_sdist,
    get_requires_for_build_editable,
    get_requires_for_build_sdist,
    prepare_metadata_for_build_editable,
    prepare_metadata_for_build_wheel,
)

ROOT = Path(__file__).resolve().parents[1]
PROGRAMS = (["assets/make/fonts.py"], ["-m", "server.http.packed"], ["-m", "server.hp.app.build"])
PICTURES = "*.png"
INTO = ROOT / "shared" / "packed", ROOT / "server" / "made"
MAKING = ("brotli", "fonttools", "flet-web", "pillow")


def get_requires_for_build_wheel(config_settings: Any = None) -> list[str]:
    """What the programs above need: the phone's packages, which are packed for browsers."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = [name for names in project["optional-dependencies"].values() for name in names]
    making = [name for name in extras if name.startswith(MAKING)]
    wanted = {*project["dependencies"], *making, "pip"}
    return [*build_meta.get_requires_for_build_wheel(config_settings), *sorted(wanted)]


def build_wheel(
    wheel_directory: str, config_settings: Any = None, metadata_directory: str | None = None
) -> str:
    """The wheel, with all that a server needs on a machine without this checkout."""
    with _made():
        return build_meta.build_wheel(wheel_directory, config_settings, metadata_directory)


@contextmanager
def _made() -> Iterator[None]:
    paths = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    for words in PROGRAMS:
        subprocess.run(  # noqa: S603
            [sys.executable, *words], cwd=ROOT, env={**os.environ, "PYTHONPATH": paths}, check=True
        )
    packed, made = INTO
    try:
        _empty()
        shutil.copytree(ROOT / "assets" / "fonts", packed / "fonts")
        for picture in (ROOT / "assets").glob(PICTURES):
            shutil.copy2(picture, packed / picture.name)
        for name in ("webclient", "hp"):
            shutil.copytree(
                ROOT / "build" / name, made / name, ignore=shutil.ignore_patterns("wheels")
            )
        yield
    finally:
        _empty()


def _empty() -> None:
    """What an earlier run left would go into this wheel too."""
    for folder in (*INTO, ROOT / "build" / "lib"):
        shutil.rmtree(folder, ignore_errors=True)
