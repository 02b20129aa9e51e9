"""One process of a crew: ``python -m server.shell.worker LINE LISTENER``, two open sockets."""

from __future__ import annotations

import os
import pickle
import signal
import socket
import sys
import threading
from functools import partial

from server.core import log
from server.core.config import Settings
from server.core.files.claim import claim
from server.shell.crew import READY
from server.shell.serving import serve


def main(line: int, listener: int) -> int:
    """Serve until the crew's head says so or has ended; 0 when it had started."""
    ours, port = socket.socket(fileno=line), socket.socket(fileno=listener)
    settings = _settings(ours)
    log.start(settings.log_file)
    threading.Thread(target=_until_it_ends, args=(ours,), daemon=True).start()
    with claim(settings.data, shared=True):
        return 0 if serve(settings, port, partial(ours.sendall, READY)) else 1


def _settings(line: socket.socket) -> Settings:
    """What the crew's head was told; from nobody else can it come."""
    with line.makefile("rb") as file:
        size = int.from_bytes(file.read(4))
        return pickle.loads(file.read(size))  # noqa: S301


def _until_it_ends(line: socket.socket) -> None:
    line.recv(1)
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
