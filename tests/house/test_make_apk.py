"""The Android package is built with the office's own keystore, and looked into afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.rooms import ROOT

STUB = """#!{python}
import io, os, pathlib, sys, zipfile
assert sys.argv[1:] == ["build", "apk", "--yes"], sys.argv
inside = io.BytesIO()
with zipfile.ZipFile(inside, "w") as app:
    for name in os.environ["INSIDE"].split():
        app.writestr(name, b"x")
if os.environ["INSIDE"]:
    out = pathlib.Path("build/apk")
    out.mkdir(parents=True)
    with zipfile.ZipFile(out / "sinar-arm64-v8a.apk", "w") as apk:
        apk.writestr("AndroidManifest.xml", b"x")
        apk.writestr("assets/app.zip", inside.getvalue())
print("Error: something went wrong")
"""
WHOLE = (
    "main.py mobile/app.pyc mobile/main.pyc shared/laporan.pyc assets/fonts/Jakarta-Medium.ttf "
    "site-packages/PIL/Image.pyc site-packages/cryptography/x.so site-packages/certifi/cacert.pem"
)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A checkout of nothing but the build."""
    house = tmp_path / "house"
    (house / ".ci").mkdir(parents=True)
    for name in ("apk", "apk_contents"):
        shutil.copy2(ROOT / ".ci" / name, house / ".ci" / name)
    (house / ".venv" / "bin").mkdir(parents=True)
    (house / ".venv" / "bin" / "python").symlink_to(sys.executable)
    stub = tmp_path / "flet"
    stub.write_text(STUB.format(python=sys.executable))
    stub.chmod(0o700)
    (tmp_path / "sinar.jks").write_bytes(b"a keystore")
    return house


def built(house: Path, inside: str = WHOLE, **environment: str) -> subprocess.CompletedProcess[str]:
    plain = {k: v for k, v in os.environ.items() if not k.startswith("FLET_ANDROID")}
    told = {"FLET": str(house.parent / "flet"), "INSIDE": inside, **environment}
    return subprocess.run(
        [str(house / ".ci" / "apk")], env=plain | told, capture_output=True, text=True
    )


def key(house: Path) -> dict[str, str]:
    return {
        "FLET_ANDROID_SIGNING_KEY_STORE": str(house.parent / "sinar.jks"),
        "FLET_ANDROID_SIGNING_KEY_STORE_PASSWORD": "contoh",
    }


def test_without_a_keystore_nothing_is_built_and_it_is_said_how_to_make_one(house: Path) -> None:
    done = built(house)
    assert done.returncode != 0
    assert "keytool -genkeypair" in done.stderr
    assert not (house / "build").exists()


@pytest.mark.parametrize("where", ["/nowhere/sinar.jks", "house/sinar.jks"])
def test_a_keystore_that_is_missing_or_lies_in_the_checkout_is_refused(
    house: Path, where: str
) -> None:
    (house / "sinar.jks").write_bytes(b"a keystore")
    place = str(house.parent / where)
    done = built(house, **key(house) | {"FLET_ANDROID_SIGNING_KEY_STORE": place})
    assert done.returncode != 0
    assert "keystore" in done.stderr
    assert not (house / "build").exists()


def test_a_whole_package_is_let_through(house: Path) -> None:
    done = built(house, **key(house))
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["main.py", "PIL", "cryptography", "cacert.pem", "Jakarta"])
def test_a_package_that_lacks_something_is_not(house: Path, name: str) -> None:
    inside = " ".join(one for one in WHOLE.split() if name not in one)
    done = built(house, inside, **key(house))
    assert done.returncode != 0
    assert name in done.stderr


def test_a_build_that_ends_well_without_a_package_has_failed(house: Path) -> None:
    done = built(house, "", **key(house))
    assert done.returncode != 0
    assert "No package was made" in done.stderr


def test_make_apk_goes_this_way() -> None:
    lines = (ROOT / "Makefile").read_text().splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("apk:"))
    assert lines[start + 1].strip() == "@.ci/apk"


def test_the_hosted_builder_is_marked_as_untried_and_keeps_the_keystore_outside() -> None:
    words = (ROOT / ".ci" / "hosted" / "apk.yml").read_text()
    assert "UNTRIED" in words
    assert "workflow_dispatch" in words
    assert "timeout-minutes: 60" in words
    assert "$RUNNER_TEMP/sinar.jks" in words
