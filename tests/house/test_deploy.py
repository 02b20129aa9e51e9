"""What stands in server/deploy is true: its commands are the program's, its units are sound."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from server import cli
from server.rawat.web.operator import DETAILS, METRICS
from shared.titipan import MAX_BYTES
from tests.house.rooms import ROOT

DEPLOY = ROOT / "server" / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))
SANDBOX = {
    "NoNewPrivileges": "yes", "ProtectSystem": "strict", "ProtectHome": "yes",
    "PrivateTmp": "yes", "UMask": "0077", "User": "sinar", "CapabilityBoundingSet": "",
}  # fmt: skip


def settings(unit: Path) -> dict[str, list[str]]:
    """All values of each key."""
    found: dict[str, list[str]] = {}
    for line in unit.read_text().splitlines():
        if "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            found.setdefault(key.strip(), []).append(value.strip())
    return found


def parsed(words: list[str]) -> object:
    """As the program itself reads it; it would end here at an option that is none."""
    return cli._parser().parse_args(words)


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_what_a_unit_starts_is_a_command_of_the_program(unit: Path) -> None:
    commands = settings(unit)["ExecStart"]
    for command in commands:
        program, *words = shlex.split(command)
        assert program == "/opt/sinar/bin/sinar"
        parsed(words)
    assert commands


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_writes_only_where_its_command_must(unit: Path) -> None:
    found = settings(unit)
    folders = found["ReadWritePaths"][0].split()
    named = {w.rstrip("/") for c in found["ExecStart"] for w in c.split() if w.startswith("/srv/")}
    assert set(folders) == named
    assert {key: found[key][0] for key in SANDBOX} == SANDBOX


COMMAND = re.compile(
    r"^(?:sudo -u sinar |ExecStart=)?(?:/opt/sinar/bin/)?sinar ([^#\n]+)", re.MULTILINE
)


def commands_of_the_page() -> list[str]:
    """What its blocks tell an operator to type."""
    return COMMAND.findall((DEPLOY / "README.md").read_text())


def test_what_the_page_tells_to_type_is_understood() -> None:
    found = commands_of_the_page()
    for words in found:
        parsed(shlex.split(words))
    told = {" ".join(words.split()[:2]) for words in found}
    assert {"kecamatan add", "kecamatan host", "restore --data", "restore --drill"} <= told


def test_whoever_serves_behind_the_proxy_believes_it() -> None:
    """Else all phones are one sender."""
    apart = re.findall(r"`(sinar serve --role api [^`]+)`", (DEPLOY / "README.md").read_text())
    assert apart and all("--trusted-proxy 127.0.0.1" in words for words in apart)


def test_one_process_that_is_killed_for_its_memory_ends_no_other() -> None:
    assert settings(DEPLOY / "sinar.service")["OOMPolicy"] == ["continue"]


def test_the_timer_starts_a_unit_that_is_there() -> None:
    timer = settings(DEPLOY / "sinar-backup.timer")
    assert (DEPLOY / "sinar-backup.service").exists()
    assert timer["Persistent"] == ["true"] and timer["OnCalendar"]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
def test_systemd_itself_finds_nothing_wrong_with_the_units(tmp_path: Path) -> None:
    for unit in DEPLOY.glob("sinar*.*"):
        text = unit.read_text().replace("/opt/sinar/bin/sinar", sys.executable)
        (tmp_path / unit.name).write_text(text)
    names = [str(tmp_path / unit.name) for unit in DEPLOY.glob("sinar*.*")]
    done = subprocess.run(
        ["systemd-analyze", "verify", *names], capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, [w for w in done.stderr.splitlines() if str(tmp_path) in w]) == (0, [])


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_is_closed_in_well(unit: Path) -> None:
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--threshold=20", str(unit)],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    if "Unknown" in done.stderr or "unrecognized" in done.stderr:
        pytest.skip("an older systemd-analyze")
    assert done.returncode == 0, done.stdout[-400:] + done.stderr


def test_caddy_sends_to_where_the_unit_listens_and_keeps_the_figures_in() -> None:
    caddy = (DEPLOY / "Caddyfile").read_text()
    serve = parsed(shlex.split(settings(DEPLOY / "sinar.service")["ExecStart"][0])[1:])
    host, port = getattr(serve, "host", ""), getattr(serve, "port", 0)
    assert f"reverse_proxy {host}:{port}" in caddy
    assert getattr(serve, "trusted_proxy", []) == ["127.0.0.1"]
    assert re.search(rf"@operator path {METRICS} {DETAILS}\n", caddy)
    largest = re.search(r"max_size (\d+)MB", caddy)
    assert largest and int(largest[1]) * 1_000_000 > MAX_BYTES
    assert caddy.count("{") == caddy.count("}")


def test_the_containers_command_is_one_and_copies_what_is_there() -> None:
    text = (DEPLOY / "Containerfile").read_text()
    command = re.search(r"^CMD (\[.*\])$", text, re.M)
    assert command and "USER sinar" in text
    parsed([str(word) for word in json.loads(command[1])])
    for line in re.findall(r"^COPY (?!--from)(.*) \S+$", text, re.M):
        for name in line.split():
            assert (ROOT / name).exists(), name
    compose = (DEPLOY / "compose.yaml").read_text()
    words = re.search(r"command: (\[\"serve\".*\])", compose)
    assert words
    parsed([str(word) for word in json.loads(words[1])])


def test_what_the_page_says_of_limits_is_so() -> None:
    from server.core import log
    from server.hp.activation import WRONG
    from shared import protocol as p
    from shared.titipan import MAX_LAPORAN

    page = (DEPLOY / "README.md").read_text()
    for words in (
        f"{p.MAX_LAPORAN_PER_CALL}, {p.MAX_SYNC_BYTES // 2**20} MiB",
        f"{p.MAX_PHOTOS}, {p.MAX_PHOTO_BYTES // 2**20} MiB, {p.MAX_PHOTO_SIDE} px",
        f"{MAX_BYTES // 2**20} MB, {MAX_LAPORAN} reports",
        f"in 15 minutes | {WRONG.most} |",
    ):
        assert words in page, words
    assert f"eight files of {log.MOST_BYTES // 10**6} MB" in page and log.KEPT + 1 == 8
