"""The long run: two hundred deaths, and a link cut after every so many bytes.

Ends with an error at the first thing that is lost or doubled.
"""

from __future__ import annotations

import asyncio
import logging
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from tests import cast
from tests.both.kit import RealPhone, RealServer, assert_all_arrived
from tests.doubles.proxy import Proxy
from tests.faults.campaign import run
from tests.faults.conftest import MEMORY

DEATHS, PHONES = 40, 5
CUTS = [*range(2_400, 6_000, 200), *range(6_000, 40_000, 1_700), 64 * 1024]
"""A link that lasts for less than one report of 2 kB gets nothing through, ever."""


async def deaths(folder: Path) -> None:
    """Five phones, forty deaths each."""
    for seed in range(PHONES):
        began = time.monotonic()
        campaign = await run(folder / f"phone-{seed}", DEATHS, seed)
        said = campaign.confirmed
        tell(
            f"phone {seed + 1}: {campaign.deaths} deaths, {said.heard} confirmations, "
            f"{len(said.words)} reports, {sum(map(len, said.photos.values()))} photos, "
            f"{sum(map(len, said.receipts.values()))} receipts: all there, none doubled "
            f"({time.monotonic() - began:.0f} s)"
        )


async def cuts(folder: Path) -> None:
    """Each k once upwards, with three reports and five photos."""
    server = RealServer(folder / "cuts")
    server.start()
    for every in CUTS:
        phone = RealPhone(folder / f"cut-{every}")
        await phone.activate(server)
        size = 12_000 if every < 60_000 else 150_000
        sent = [
            phone.finish(cast.patrol(foto=(phone.photo(1, size), phone.photo(2, size)))),
            phone.finish(cast.patrol(foto=(phone.photo(3, size),))),
            phone.finish(cast.flood(foto=(phone.photo(4, size), phone.photo(5, size)))),
        ]
        async with Proxy(server.port).running() as proxy:
            phone.reach(proxy.port)
            proxy.link.cut_up = every
            visits = await phone.visit_until_done(most=400)
            assert_all_arrived(server, phone, sent)
            tell(
                f"cut every {every:>6} bytes: {visits} visits, "
                f"{proxy.link.connections} connections, {proxy.link.up} bytes for {5 * size}"
            )
        await phone.close()
    server.stop()


def tell(line: str) -> None:
    """One line at once."""
    print(line, flush=True)


def main() -> None:
    """All of it, in a folder that goes afterwards."""
    logging.disable(logging.WARNING)
    parts: list[Callable[[Path], Coroutine[Any, Any, None]]] = [deaths, cuts]
    folder = Path(tempfile.mkdtemp(prefix="sinar-", dir=MEMORY if MEMORY.is_dir() else None))
    try:
        for part in parts:
            asyncio.run(part(folder))
    finally:
        shutil.rmtree(folder)
    tell("Nothing was lost, nothing was doubled.")


if __name__ == "__main__":
    sys.exit(main())
