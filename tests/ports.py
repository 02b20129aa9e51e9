"""Ports of this machine for programs that tests start."""

from __future__ import annotations

import random
import socket

FIRST, LAST = 20_000, 32_000
"""Below those that the system takes for connections going out, so a restart finds it free."""

_dice = random.SystemRandom()


def free_port() -> int:
    """One on which nobody listens; the next program that binds it has it."""
    while True:
        port = _dice.randrange(FIRST, LAST)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
