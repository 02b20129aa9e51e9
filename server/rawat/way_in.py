"""Whether the way in from outside passes uploads on as they come; a line of ``sinar doctor``.

A proxy that keeps a body until it is whole forgets the half photo of a phone whose link breaks. A
probe is sent in two halves with a pause between; the server tells how long it took to arrive.
"""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import SplitResult, urlsplit

from server.core import office
from server.core.context import Context
from server.rawat.doctor import Finding, Weight
from shared.protocol import PROBE, PROBE_HALF

HALF = bytes(PROBE_HALF)
PAUSE_S = 1.5
PATIENCE_S = 20.0


def examine(ctx: Context, address: str = "") -> Iterator[Finding]:
    """One line of the address that is given, or of the desk's setting; nothing without one."""
    address = address or str(office.read(ctx)["alamat_umum"])
    if not address:
        return
    try:
        took = arriving_s(address)
    except (OSError, http.client.HTTPException, ValueError) as error:
        yield Finding(Weight.NOTICE, "way_unknown", {"alamat": address, "sebab": _short(error)})
        return
    held = took < PAUSE_S / 2
    code = "way_held_back" if held else "way_open"
    yield Finding(Weight.NOTICE if held else Weight.WELL, code, {"alamat": address})


def arriving_s(address: str) -> float:
    """How long the server saw the probe arrive; OSError, HTTPException or ValueError if it did not.

    Blocks for some seconds.
    """
    link = _opened(urlsplit(address if "://" in address else f"https://{address}"))
    try:
        link.putrequest("POST", PROBE)
        link.putheader("Content-Type", "application/octet-stream")
        link.putheader("Content-Length", str(2 * len(HALF)))
        link.endheaders()
        link.send(HALF)
        time.sleep(PAUSE_S)
        link.send(HALF)
        return _told(link.getresponse())
    finally:
        link.close()


def _opened(parts: SplitResult) -> http.client.HTTPConnection:
    kind = http.client.HTTPConnection if parts.scheme == "http" else http.client.HTTPSConnection
    return kind(parts.hostname or "", parts.port, timeout=PATIENCE_S)


def _told(answer: http.client.HTTPResponse) -> float:
    body = answer.read(10_000)
    if answer.status != 200:
        raise ValueError(f"HTTP {answer.status}")
    told: Any = json.loads(body)
    if not isinstance(told, dict) or told.get("bytes") != 2 * len(HALF):
        raise ValueError("another program answers")
    return float(told["took_ms"]) / 1000


def _short(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:200]
