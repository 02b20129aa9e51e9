"""What Python compiled at the first start is kept, so that later ones are spared half of it.

The wire carries sources only: they are smaller, and every phone compiles them once.
"""

from __future__ import annotations

import asyncio
import io
import sys
import zipfile
from pathlib import Path

from mobile.web.world import ffi, load, page

QUIET_S = 8
"""After the first screen, so that it is not in the person's way."""

UNCHECKED = (1).to_bytes(4, "little")
"""The mark of a file that belongs to its source for good: both come from the same archive."""


async def keep_for_next_time(home: Path) -> bool:
    """Once for each version; False when it is there already or cannot be kept."""
    if sys.dont_write_bytecode:
        return False
    await asyncio.sleep(QUIET_S)
    sys.dont_write_bytecode = True
    ready = await load("ready.js")
    return bool(await ready.keep(page.archive, ffi.to_js(packed(home))))


def packed(home: Path) -> bytes:
    """All compiled modules below a folder, in one archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(home.rglob("*.pyc")):
            data = path.read_bytes()
            archive.writestr(path.relative_to(home).as_posix(), data[:4] + UNCHECKED + data[8:])
    return out.getvalue()
