"""Several processes serve one port: one that dies is started again, all of them stop as one."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from copy import copy
from pathlib import Path
from typing import Any

import pytest

from server import cli
from server.core.config import Settings
from server.shell import crew, teks
from server.shell.crew import Crew
from shared.protocol import HEALTH
from tests.server.live import Live, live, sinar

WAIT_S = 120


def soon(so: Callable[[], object]) -> bool:
    """Whether it becomes so; nobody is held to a time."""
    end = time.monotonic() + WAIT_S
    while not so() and time.monotonic() < end:
        time.sleep(0.05)
    return bool(so())


def workers(server: Live) -> set[int]:
    """The processes that serve."""
    ident = server.process.pid
    children = Path(f"/proc/{ident}/task/{ident}/children")
    return {int(word) for word in children.read_text().split()}


def is_there(process: int) -> bool:
    """Whether it runs; one that waits to be buried does not."""
    try:
        stands = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return stands != "Z"


def said(server: Live, words: str, times: int = 1) -> bool:
    return server.log.read_text().count(words) >= times


def test_one_that_dies_is_started_again_and_all_stop_in_order(tmp_path: Path) -> None:
    with live(tmp_path / "data", "--workers", "2") as server:
        assert soon(lambda: said(server, teks.SERVE_SIAP))
        first = workers(server)
        assert len(first) == 2
        gone = first.pop()
        os.kill(gone, signal.SIGKILL)
        with server.client() as client:  # the other one answers meanwhile
            assert all(client.get(HEALTH).status_code == 200 for _ in range(20))
        assert soon(lambda: said(server, teks.SERVE_MATI.format(kode=-9)))
        assert soon(lambda: len(workers(server)) == 2)
        last = workers(server)
        assert gone not in last
        assert server.stop() == 0
        assert said(server, teks.SERVE_BERHENTI)
        assert not any(map(is_there, last))


def test_they_end_when_the_one_that_looks_after_them_is_killed(tmp_path: Path) -> None:
    with live(tmp_path / "data", "--workers", "2") as server:
        assert soon(lambda: said(server, teks.SERVE_SIAP))
        ones = workers(server)
        server.kill()
        assert soon(lambda: not any(map(is_there, ones)))


STAYS = """
import socket, sys
line = socket.socket(fileno=int(sys.argv[1]))
line.sendall(b"1")
while line.recv(65536):
    pass
"""
"""A process that is ready, and stays until the crew's head ends."""


@pytest.fixture
def signals() -> Generator[None]:
    """As they were, after a crew in this process."""
    before = [(one, signal.getsignal(one)) for one in (signal.SIGTERM, signal.SIGINT)]
    yield
    for number, handler in before:
        signal.signal(number, handler)


@pytest.mark.usefixtures("signals")
def test_one_that_cannot_be_started_again_leaves_the_others_at_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    popen, tries = subprocess.Popen, iter(range(9))

    def start(words: list[str], **how: Any) -> subprocess.Popen[bytes]:
        """There is no memory for the third."""
        if next(tries) == 2:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        return popen([sys.executable, "-c", STAYS, words[3]], **how)

    class Told(Crew):
        """Stops once the one that was missing is there."""

        def _note(self, one: crew._One) -> None:
            super()._note(one)
            if next(copy(tries)) > 3 and all(one.ready for one in self._ones):
                os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(crew, "REST_S", 0.0)
    monkeypatch.setattr(crew.subprocess, "Popen", start)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        ones = Told(Settings(tmp_path, workers=2), listener)
        assert ones.run(lambda: ones._ones[0].process.kill())


@pytest.mark.usefixtures("signals")
def test_a_crew_of_which_nobody_starts_gives_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        crew, "WORKER", "this"
    )  # Python's joke of a module says its verse, and ends
    with socket.create_server(("127.0.0.1", 0)) as listener:
        began = Crew(Settings(tmp_path, workers=2), listener).run(lambda: pytest.fail("ready"))
    assert not began


def test_a_number_of_processes_that_means_nothing_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for number in ("0", "dua", "1000"):
        with pytest.raises(SystemExit):
            cli.main(["serve", "--data", "x", "--workers", number])
        assert "--workers" in capsys.readouterr().err


def test_without_the_desk_phones_are_served_and_nothing_else_is_there(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert sinar(
        "account", "add", "--data", str(data), "--username", "kasi", "--role", "kasi_trantib",
        "--password-stdin", stdin="kata sandi panjang (contoh)\n",
    ).returncode == 0  # fmt: skip
    with live(data, "--role", "api") as phones, live(data) as all_of_it:
        with phones.client() as client:
            assert client.get(HEALTH).status_code == 200
            assert client.get("/masuk").status_code == 404
        with all_of_it.client() as client:
            assert client.get("/masuk").status_code == 200
