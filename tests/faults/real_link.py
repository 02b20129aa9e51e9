"""Real TCP in a network of its own that loses 30 % of all packets and takes 800 ms there and back.

``tc netem`` does it where the kernel has it; elsewhere a tunnel whose other end is in this file
does the same to every packet. Without root, or without a tunnel device, the part is left out.
"""

from __future__ import annotations

import asyncio
import fcntl
import json
import os
import random
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from shared.laporan import Laporan
from tests import cast
from tests.both.kit import RealPhone, RealServer
from tests.faults.bad_link import check_arrived
from tests.faults.harness import Job, need

LOSS, ONE_WAY_S = 0.30, 0.4
HERE, THERE = "10.9.0.1", "10.9.0.2"
"""The phone asks THERE; the tunnel gives it back as coming from THERE to HERE, where we serve."""

TUNNEL = Path("/dev/net/tun")
SET_NAME, PLAIN_TUNNEL = 0x400454CA, 0x1001
LONGEST_S = 400
PHOTO_BYTES = 6_000
ROOT = Path(__file__).parents[2]


@dataclass
class Tunnel:
    """Every packet comes back to its sender as if from the other side, late or never."""

    dice: random.Random
    packets: int = 0
    dropped: int = 0

    @contextmanager
    def open(self) -> Iterator[None]:
        """As long as the block lasts; in the network of this process."""
        handle = os.open(TUNNEL, os.O_RDWR | os.O_NONBLOCK)
        fcntl.ioctl(handle, SET_NAME, struct.pack("16sH", b"sinar0", PLAIN_TUNNEL))
        _run("ip", "addr", "add", f"{HERE}/24", "dev", "sinar0")
        _run("ip", "link", "set", "sinar0", "up")
        loop = asyncio.get_running_loop()
        loop.add_reader(handle, self._take, loop, handle)
        try:
            yield
        finally:
            loop.remove_reader(handle)
            os.close(handle)

    def _take(self, loop: asyncio.AbstractEventLoop, handle: int) -> None:
        packet = os.read(handle, 65_536)
        if packet[0] >> 4 != 4:
            return
        self.packets += 1
        if self.dice.random() < LOSS:
            self.dropped += 1
            return
        # The sums at the heads stay right when the two addresses change places.
        back = packet[:12] + packet[16:20] + packet[12:16] + packet[20:]
        loop.call_later(ONE_WAY_S, os.write, handle, back)


async def send_over(folder: Path, number: int, dice: random.Random) -> str:
    """Two reports and a photo; says how it was done."""
    server = RealServer(folder / "server", host="0.0.0.0")
    server.start()
    phone = RealPhone(folder / f"phone-{number}")
    await phone.activate(server)
    sent = [
        phone.finish(cast.patrol(foto=(phone.photo(1, PHOTO_BYTES),))),
        phone.finish(cast.flood()),
    ]
    try:
        if _has_netem():
            return f"{await _visit(server, phone, sent)} visits over netem"
        tunnel = Tunnel(dice)
        with tunnel.open():
            identity = phone.state.identity()
            assert identity
            there = f"http://{THERE}:{server.port}"
            phone.state.set_identity(replace(identity, server=there))
            visits = await _visit(server, phone, sent)
        share = tunnel.dropped / tunnel.packets
        return f"{visits} visits, {tunnel.packets} packets, {share:.0%} of them dropped"
    finally:
        server.stop()


async def _visit(server: RealServer, phone: RealPhone, sent: list[Laporan]) -> int:
    async with asyncio.timeout(LONGEST_S):
        visits = await phone.visit_until_done(LONGEST_S)
    check_arrived(server, phone, sent)
    await phone.close()
    return visits


def _has_netem() -> bool:
    """Puts it on the loopback of this network, if the kernel can."""
    words = ("tc", "qdisc", "add", "dev", "lo", "root", "netem", "loss", f"{LOSS:.0%}")
    delay = ("delay", f"{ONE_WAY_S * 1000:.0f}ms")
    return subprocess.run([*words, *delay], capture_output=True, check=False).returncode == 0


def _run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)


def hindrance() -> str:
    """Why it cannot be done on this machine; empty when it can."""
    if os.geteuid() != 0:
        return "needs root for a network of its own"
    if not all(map(shutil.which, ("unshare", "ip"))):
        return "needs the programs unshare and ip"
    if subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False).returncode:
        return "no network namespaces here"
    return "" if TUNNEL.exists() else "neither netem nor a tunnel device"


async def run(job: Job) -> None:
    """``count`` times, each in a network of its own."""
    job.row.skipped = hindrance()
    if job.row.skipped:
        return
    for number in range(job.count):
        with job.row.case(f"link {number}"):
            words = ("unshare", "-n", sys.executable, "-m", __name__)
            asked = json.dumps([str(job.folder / str(number)), number, job.seed + number])
            child = await asyncio.create_subprocess_exec(
                *words, asked, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
            said, wrong = await child.communicate()
            need(child.returncode == 0, wrong.decode()[-300:])
            job.row.told = said.decode().strip()


def main() -> None:
    """In the network of its own."""
    folder, number, seed = json.loads(sys.argv[1])
    Path(folder).mkdir(parents=True)
    _run("ip", "link", "set", "lo", "up")
    print(asyncio.run(send_over(Path(folder), number, random.Random(seed))))


if __name__ == "__main__":
    main()
