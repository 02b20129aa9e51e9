"""Certificates that an older Android unpacked beside our data at each start, and left there."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

_COPY = re.compile(r"tmp\w{8}cacert\.pem\Z")


def sweep_certificates(folder: Path) -> None:
    """Take them away; the app reads its certificates without a copy."""
    for path in folder.iterdir():
        if _COPY.match(path.name):
            with contextlib.suppress(OSError):
                path.unlink()
