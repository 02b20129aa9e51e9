"""``make demo``: both programs answer, the way in is printed, and nothing is left when it ends."""

from __future__ import annotations

import http.server
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.rooms import ROOT
from tests.ports import free_port

HERE = "127.0.0.1"

Demo = subprocess.Popen[str]


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
    assert not any(answers(port) for port in ports)


def answers(port: str) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HERE, int(port))) == 0


def test_a_second_one_runs_beside_the_first_and_a_killed_one_leaves_nothing(
    demo: Demo, tmp_path: Path, ports: tuple[str, str]
) -> None:
    read_until(demo, "Ctrl-C")
    own = str(free_port()), str(free_port())
    second = start(tmp_path, "--port", own[0], "--phone-port", own[1])
    try:
        said = read_until(second, "Ctrl-C")
        assert "Demo lain sedang berjalan" in said
        assert all(answers(port) for port in (*own, *ports))
        assert (tmp_path / own[0] / "server" / "sinar.db").exists()
    finally:
        second.kill()
        second.communicate(timeout=60)
    end = time.monotonic() + 60
    while any(answers(port) for port in own) and time.monotonic() < end:
        time.sleep(0.1)
    assert not any(answers(port) for port in own)
    assert all(answers(port) for port in ports)


def test_it_is_not_ready_when_another_program_answers_in_its_place(tmp_path: Path) -> None:
    """One that took the port while the sample was being made."""
    port = free_port()
    demo = start(tmp_path, "--port", str(port), "--phone-port", str(free_port()))
    read_until(demo, "Menyiapkan data contoh")
    with http.server.HTTPServer((HERE, port), http.server.SimpleHTTPRequestHandler) as other:
        answering = threading.Thread(target=other.serve_forever)
        answering.start()
        try:
            said, _ = demo.communicate(timeout=120)
        finally:
            other.shutdown()
            answering.join()
    assert demo.returncode == 1
    assert "siap dicoba" not in said
    assert f"Port {port} sedang dipakai" in said


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--port", "8560", "--phone-port", "8560"), "dua nomor port yang berbeda"),
        (("--port", "99999"), "99999 bukan nomor port"),
    ],
)
def test_a_port_that_cannot_be_is_told(
    tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    demo = start(tmp_path, *words)
    said, _ = demo.communicate(timeout=60)
    assert demo.returncode == 1
    assert sentence in said and "Traceback" not in said


def test_make_hands_the_ports_on() -> None:
    words = ["make", "-n", "demo", "PORT=8560", "PHONE_PORT=8561"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "--port 8560" in done.stdout and "--phone-port 8561" in done.stdout


def test_a_port_in_use_is_told_before_anything_is_made(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        demo = start(tmp_path, "--port", str(other.getsockname()[1]))
        said, _ = demo.communicate(timeout=60)

    assert demo.returncode == 1
    assert "sedang dipakai" in said
    assert not list(tmp_path.iterdir())
