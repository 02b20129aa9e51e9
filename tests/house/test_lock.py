"""What is installed is known: `.ci/lock` names each file, and everybody installs from it."""

from __future__ import annotations

import importlib.metadata
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.rooms import ROOT, pyproject

LOCK = ROOT / ".ci" / "lock"
NOT_OF_THE_LOCK = {"pip", "wheel", "sinar-linmas"}
"""What an environment begins with, and ourselves."""


@cache
def locked(name: str) -> dict[str, tuple[Requirement, frozenset[str]]]:
    """Each package of a list, with the hashes of its files."""
    text = (LOCK / f"{name}.txt").read_text().replace("\\\n", " ")
    found = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            asked, *hashes = re.split(r"\s+--hash=sha256:", line)
            one = Requirement(asked)
            found[canonicalize_name(one.name)] = one, frozenset(hashes)
    return found


def version(requirement: Requirement) -> str:
    (only,) = requirement.specifier
    assert only.operator == "==" and not only.version.endswith("*")
    return only.version


def asked(*extras: str) -> list[Requirement]:
    project = pyproject()["project"]
    lists = [project["dependencies"], *(project["optional-dependencies"][name] for name in extras)]
    return [Requirement(line) for one in lists for line in one]


def test_what_is_installed_equals_the_lock() -> None:
    here = {
        canonicalize_name(found.metadata["Name"]): found.version
        for found in importlib.metadata.distributions()
    }
    wanted = {
        name: version(one)
        for name, (one, _) in locked("tests").items()
        if one.marker is None or one.marker.evaluate()
    }
    for name in NOT_OF_THE_LOCK:
        here.pop(canonicalize_name(name), None)
        wanted.pop(canonicalize_name(name), None)
    assert here == wanted, "make lock, then make setup-tools"


@pytest.mark.parametrize("name", ["server", "postgres", "s3", "tests"])
def test_each_package_of_the_lock_has_its_hashes(name: str) -> None:
    assert locked(name)
    for one, hashes in locked(name).values():
        assert version(one)
        assert hashes and all(re.fullmatch("[0-9a-f]{64}", digest) for digest in hashes), one


@pytest.mark.parametrize("name", ["server", "postgres", "s3"])
def test_a_servers_list_is_a_part_of_that_of_the_tests(name: str) -> None:
    server, tests = locked(name), locked("tests")
    assert {name: str(one) for name, (one, _) in server.items()} == {
        name: str(tests[name][0]) for name in server
    }
    assert all(hashes == tests[name][1] for name, (_, hashes) in server.items())


@pytest.mark.parametrize(
    ("name", "extras"),
    [
        ("server", ("server",)),
        ("postgres", ("server", "postgres")),
        ("s3", ("server", "postgres", "s3")),
        ("tests", tuple(pyproject()["project"]["optional-dependencies"])),
    ],
)
def test_the_lock_holds_what_pyproject_asks_for(name: str, extras: tuple[str, ...]) -> None:
    for one in asked(*extras):
        found = locked(name)[canonicalize_name(one.name)][0]
        assert one.specifier.contains(version(found)), f"{one}: make lock"


def test_the_phones_versions_are_those_of_flets_index_for_android() -> None:
    told = [Requirement(line) for line in pyproject()["tool"]["flet"]["android"]["dependencies"]]
    assert {one.name for one in told} == {"pillow", "cryptography", "msgpack"}
    for one in told:
        assert version(one) == version(locked("server")[one.name][0])


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (".ci/setup", '--require-hashes -r ".ci/lock/$list.txt"'),
        ("server/deploy/Containerfile", "--require-hashes -r .ci/lock/server.txt"),
        ("server/deploy/README.md", "--require-hashes -r .ci/lock/server.txt"),
        ("README.md", "--require-hashes -r .ci/lock/server.txt"),
    ],
)
def test_every_way_to_install_goes_by_the_lock(file: str, words: str) -> None:
    text = (ROOT / file).read_text()
    assert words in text
    assert ".[server" not in text, "it would take whatever is newest"


def test_a_wheel_asks_for_the_versions_of_the_lock(tmp_path: Path) -> None:
    """So that `pip install '.[server]'` takes nothing newer either."""
    house = tmp_path / "house"
    (house / "shared").mkdir(parents=True)
    for name in (".ci", "pyproject.toml"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, house / name)
    told = _metadata(house)
    assert f"Requires-Dist: pillow=={version(locked('server')['pillow'][0])}" in told
    for name, (one, _) in locked("server").items():
        wanted = rf"Requires-Dist: {name}(\[.*\])?=={re.escape(version(one))}; .*extra == .server."
        assert re.search(wanted, told), name
    assert not re.search(r"Requires-Dist: [\w.-]+(\[.*\])?(?!==)[<>~]", told)


def _metadata(house: Path) -> str:
    """The wheel's own, by the hook that pip calls; nothing is built for it."""
    asking = (
        "import sys; sys.path.insert(0, '.ci'); import packing;"
        "print(packing.prepare_metadata_for_build_wheel('.'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", asking], cwd=house, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return (house / done.stdout.splitlines()[-1] / "METADATA").read_text()
