"""A server that is forked, ready to serve, from a process that has imported everything once.

``python -m tests.faults.mortal_server`` reads a data folder and a port from each line, and says
the number of the process that now serves there. Whoever asked kills it.
"""

from __future__ import annotations

import json
import logging
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from server.core.config import Settings
from server.shell.app import create_app
from tests.ports import free_port

ROOT = Path(__file__).parents[2]


def serve(data: Path, listening: socket.socket) -> None:
    """Until it is killed."""
    logging.disable(logging.WARNING)
    app = create_app(Settings(data, with_staff=False))
    config = uvicorn.Config(app, log_level="critical", timeout_graceful_shutdown=2)
    uvicorn.Server(config).run(sockets=[listening])


def main() -> None:
    """Connections wait in the queue of the port until the child has started."""
    for line in sys.stdin:
        data, port = json.loads(line)
        listening = socket.socket()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        port = port or free_port()
        listening.bind(("127.0.0.1", port))
        listening.listen(64)
        child = os.fork()
        if child == 0:
            serve(Path(data), listening)
            os._exit(0)
        listening.close()
        os.write(1, (json.dumps([child, port]) + "\n").encode())
        os.waitpid(child, 0)
        os.write(1, b"gone\n")


@dataclass
class Mother:
    """The process that all servers are forked from."""

    process: subprocess.Popen[str]
    port: int = 0
    child: int = 0

    def serve(self, data: Path) -> str:
        """A new server; its address, which stays the same for all of them."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps([str(data), self.port]) + "\n")
        self.process.stdin.flush()
        self.child, self.port = json.loads(self.process.stdout.readline())
        return f"http://127.0.0.1:{self.port}"

    def end(self, signal: int) -> None:
        """The server gets this signal; returns when it is gone."""
        assert self.process.stdout
        os.kill(self.child, signal)
        assert self.process.stdout.readline() == "gone\n"
        self.child = 0


@contextmanager
def mother() -> Iterator[Mother]:
    """As long as the block lasts."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.mortal_server"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
    ) as process:  # fmt: skip
        made = Mother(process)
        try:
            yield made
        finally:
            if made.child:
                os.kill(made.child, 9)
            assert process.stdin
            process.stdin.close()


if __name__ == "__main__":
    main()
