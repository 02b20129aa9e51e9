"""The kabupaten's month over 13 kecamatan, each with two years' reports of 21 villages."""

from __future__ import annotations

import statistics
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from server.core.sessions import Account
from server.kabupaten import overview
from shared.roles import Role
from tests.bench.board import ROUNDS, YEAR, filled

POL_PP = Account("polpp", Role.KABUPATEN, "Satpol PP (contoh)")
KECAMATAN = 13


def figures() -> list[tuple[str, str]]:
    """(what, figure) for the table that `make bench` prints."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as all_of_them:
        stores = [
            all_of_them.enter_context(filled(Path(folder) / str(number), 2 * YEAR))
            for number in range(KECAMATAN)
        ]
        times: list[float] = []
        found = overview.months(stores, POL_PP, "2026-06")
        for _ in range(ROUNDS):
            began = time.perf_counter()
            found = overview.months(stores, POL_PP, "2026-06")
            times.append(time.perf_counter() - began)
        assert all(one.kegiatan for one in found)
    told = f"{statistics.median(times) * 1000:.1f} ms".replace(".", ",")
    return [(f"month of {KECAMATAN} kecamatan, two years of 21 villages each", told)]
