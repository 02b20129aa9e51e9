"""The kabupaten's month over 13 kecamatan, each with two years' reports of 21 villages.

Their members, phones and open codes are there, too; the texts of reports are not, which nobody
reads for it.
"""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from server.core.context import Context
from server.core.db.tables import activation_codes, anggota
from server.core.sessions import Account
from server.kabupaten import overview
from shared.roles import Role
from tests.bench._timing import in_turns, median, ms, processor
from tests.bench.board import NOW, ROUNDS, YEAR, filled
from tests.cast import JUAI

POL_PP = Account("polpp", Role.KABUPATEN, "Satpol PP (contoh)")
KECAMATAN = 13
FEW, MANY = 2, 10
"""Years."""
MEMBERS = 25
"""Of each village."""
MESSAGE = 600
"""Bytes of a member's record, which lie between the columns that are counted."""
BULAN = "2026-06"


def figures() -> list[tuple[str, str]]:
    """(what, figure) for the table that `make bench` prints."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as open_ones:
        stores = [
            open_ones.enter_context(kecamatan(Path(folder) / str(number), FEW))
            for number in range(KECAMATAN)
        ]
        old = open_ones.enter_context(kecamatan(Path(folder) / "old", MANY))
        whole = f"{ms(median(_months(stores), ROUNDS))} / {ms(processor(_months(stores), ROUNDS))}"
        one, more = in_turns(4 * ROUNDS, _months(stores[:1]), _months([old]))
    return [
        (f"month of {KECAMATAN} kecamatan, {FEW} years each: time / processor", whole),
        (f"a kecamatan with {MANY} years against {FEW}", f"{more / one:.2f}"),
    ]


def _months(stores: list[Context]) -> Callable[[], object]:
    def asked() -> None:
        assert all(one.kegiatan for one in overview.months(stores, POL_PP, BULAN))

    return asked


@contextmanager
def kecamatan(folder: Path, years: int) -> Iterator[Context]:
    """Open, with so many years' reports, with members and codes."""
    with filled(folder, years * YEAR, years) as ctx:
        with ctx.database.write() as db:
            db.execute(
                insert(anggota), [_member(d.kode) for d in JUAI.desa for _ in range(MEMBERS)]
            )
            db.execute(insert(activation_codes), [_code(desa.kode) for desa in JUAI.desa])
        yield ctx


def _member(desa: str) -> dict[str, Any]:
    return {
        "id": str(uuid.uuid4()), "desa": desa, "versi": 1, "nama": "Bangku (contoh)",
        "status": "aktif", "message": "{}" + " " * MESSAGE, "changed_at": NOW,
    }  # fmt: skip


def _code(desa: str) -> dict[str, Any]:
    return {
        "code_hash": uuid.uuid4().hex, "desa": desa, "nama": "Bangku (contoh)", "jabatan": "Kasi",
        "created_at": NOW, "created_by": "Bangku (contoh)", "expires_at": NOW + timedelta(days=7),
    }  # fmt: skip
