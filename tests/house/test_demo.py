"""``make demo``: both programs answer, the way in is printed, Ctrl-C stops them."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.rooms import ROOT

Demo = subprocess.Popen[str]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(folder: Path, *words: str) -> Demo:
    command = [sys.executable, "-m", "server.sample", "--demo", str(folder), "--days", "2", *words]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def read_until(demo: Demo, word: str) -> str:
    assert demo.stdout
    said = ""
    for line in demo.stdout:
        said += line
        if word in line:
            return said
    raise AssertionError(said)


@pytest.fixture
def ports() -> tuple[str, str]:
    return str(free_port()), str(free_port())


@pytest.fixture
def demo(tmp_path: Path, ports: tuple[str, str]) -> Iterator[Demo]:
    process = start(tmp_path, "--port", ports[0], "--phone-port", ports[1])
    yield process
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)


def test_both_sides_answer_until_ctrl_c(demo: Demo, ports: tuple[str, str]) -> None:
    said = read_until(demo, "Ctrl-C")

    for port in ports:
        assert f"http://127.0.0.1:{port}" in said
        asked = urllib.request.Request(f"http://127.0.0.1:{port}/", headers={"Accept": "text/html"})
        with urllib.request.urlopen(asked, timeout=30) as page:
            assert page.status == 200
    assert re.search(r"kasi / contoh-kasi", said)
    assert re.search(r"kode aktivasi: [2-9A-Z]{8}\b", said)
    assert re.search(rf"http://127.0.0.1:{ports[0]}/hp/#kode=[2-9A-Z]{{8}}\b", said)
    assert "█" in said, "its QR"

    demo.send_signal(signal.SIGINT)
    assert demo.wait(60) == 0
    for port in ports:
        with socket.socket() as probe:
            assert probe.connect_ex(("127.0.0.1", int(port))) != 0


def test_a_port_in_use_is_told_before_anything_is_made(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        demo = start(tmp_path, "--port", str(other.getsockname()[1]))
        said, _ = demo.communicate(timeout=60)

    assert demo.returncode == 1
    assert "sedang dipakai" in said
    assert not list(tmp_path.iterdir())
