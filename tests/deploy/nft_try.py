"""Run in a network of its own (``unshare -n``): how many connections the rules let stand.

Prints JSON: of each address how many of a first burst were answered and how many seconds that took,
and how many stand at the end.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time

PORT, BURST, TRIES = 80, 100, 200
ADDRESSES = ("127.0.0.1", "::1")


def connected(address: str) -> socket.socket | None:
    """A connection that the rules have let through."""
    try:
        return socket.create_connection((address, PORT), timeout=5)
    except ConnectionRefusedError:
        return None


def tried(address: str) -> tuple[int, float, int]:
    """A burst, and then one every few hundredths of a second."""
    began = time.monotonic()
    standing = [one for _ in range(BURST) if (one := connected(address))]
    in_burst, took_s = len(standing), time.monotonic() - began
    for _ in range(TRIES - BURST):
        time.sleep(0.03)
        standing += [one for one in (connected(address),) if one]
    return in_burst, took_s, len(standing)


def main() -> None:
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    subprocess.run(["nft", "-f", sys.argv[1]], check=True)
    listener = socket.create_server(("::", PORT), family=socket.AF_INET6, dualstack_ipv6=True,
                                    backlog=4 * TRIES)  # fmt: skip
    with listener:
        print(json.dumps({address: tried(address) for address in ADDRESSES}))


if __name__ == "__main__":
    main()
