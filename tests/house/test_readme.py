"""What the README promises exists: commands, options and files."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.house.rooms import ROOT, kept_files

DOCS = [path for path in kept_files() if path.suffix == ".md"]


def test_every_make_command_that_a_page_names_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {
        target
        for page in DOCS
        for target in re.findall(r"`make ([a-z-]+)`|^ *make ([a-z-]+)$", page.read_text(), re.M)
        for target in target
        if target
    }

    assert named, "the README tells no command"
    assert named <= targets


def test_every_sinar_command_that_a_page_names_is_one() -> None:
    named = {
        command
        for page in DOCS
        for command in re.findall(r"(?:^|[`/ ])sinar ([a-z][a-z-]+)", page.read_text(), re.M)
    }
    usage = subprocess.run(
        [sys.executable, "-m", "server.cli", "--help"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip

    assert named
    assert not {command for command in named if not re.search(rf"\b{command}\b", usage)}


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_file_that_a_page_links_to_exists(page) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text())
    local = [link for link in links if "://" not in link and not link.startswith("mailto:")]

    assert not [link for link in local if not (page.parent / link).exists()]
