"""Builds the wheel: setuptools' own work, after everything that is made once has been made.

Faces, the compressed client and the phone app for browsers are made by the same programs as in a
checkout, copied into the packages, and taken out again when the wheel is there. What the wheel asks
for are the versions of `.ci/lock`, those that were tested: nothing newer slips in by `pip install`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from setuptools import build_meta
from setuptools.build_meta import (  # noqa: F401 - the hooks that stay as they are
    build_editable,
    build_sdist,
    get_requires_for_build_editable,
    get_requires_for_build_sdist,
    prepare_metadata_for_build_editable,
)
from setuptools.config import pyprojecttoml

ROOT = Path(__file__).resolve().parents[1]
PROGRAMS = (["assets/make/fonts.py"], ["-m", "server.http.packed"], ["-m", "server.hp.app.build"])
PICTURES = "*.png"
INTO = ROOT / "shared" / "packed", ROOT / "server" / "made"
LOCKED = re.compile(r"^([\w.-]+)==([^ ;]+)(?: ; (.+?))? \\$", re.MULTILINE)
ASKED = re.compile(r"^([\w.-]+)(\[[^]]*\])?")


def locked(name: str) -> dict[str, str]:
    """What a list of `.ci/lock` holds, as requirements without their hashes, by name."""
    text = (ROOT / ".ci" / "lock" / f"{name}.txt").read_text()
    found = LOCKED.findall(text)
    return {pkg: f"{pkg}=={ver}" + (f" ; {when}" if when else "") for pkg, ver, when in found}


def get_requires_for_build_wheel(config_settings: Any = None) -> list[str]:
    """What the programs above need: the phone's packages too, which are packed for browsers."""
    own = build_meta.get_requires_for_build_wheel(config_settings)
    return [*own, *locked("server").values(), locked("tests")["pip"]]


def prepare_metadata_for_build_wheel(metadata_directory: str, config_settings: Any = None) -> str:
    """The metadata, as the wheel will have it."""
    with _pinned():
        return build_meta.prepare_metadata_for_build_wheel(metadata_directory, config_settings)


def build_wheel(
    wheel_directory: str, config_settings: Any = None, metadata_directory: str | None = None
) -> str:
    """The wheel, with all that a server needs on a machine without this checkout."""
    with _made(), _pinned():
        return build_meta.build_wheel(wheel_directory, config_settings, metadata_directory)


@contextmanager
def _pinned() -> Iterator[None]:
    """While setuptools reads pyproject.toml: what is tested stands in the place of the bounds."""
    read = pyprojecttoml.load_file
    with mock.patch.object(pyprojecttoml, "load_file", lambda path: _with_pins(read(path))):
        yield


def _with_pins(told: dict[str, Any]) -> dict[str, Any]:
    project, every = told["project"], locked("tests")
    extras = project["optional-dependencies"]
    project["dependencies"] = [_pin(asked, every) for asked in project["dependencies"]]
    for name, wanted in extras.items():
        extras[name] = [_pin(asked, every) for asked in wanted]
    extras["server"] += locked("server").values()
    return told


def _pin(asked: str, every: dict[str, str]) -> str:
    """``uvicorn[standard]>=0.34`` becomes ``uvicorn[standard]==0.54.0``."""
    found = ASKED.match(asked)
    name, extras = (found[1].lower(), found[2] or "") if found else (asked, "")
    return name + extras + every[name].removeprefix(name)


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
