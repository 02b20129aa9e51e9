"""Every page of the staff view over the sample's data, as the wings register them."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import cache
from pathlib import Path
from unittest.mock import patch

from server.core.config import Settings
from server.core.context import Context, open_context
from server.core.sessions import Account
from server.desk.page_context import Desk
from server.desk.pages import Page
from server.sample.fill import fill
from server.shell import session, wings
from shared.roles import Role, can
from tests.server.desk.window import KASI, Window, window

ADMIN = Account("admin", Role.ADMIN, "Admin (contoh)")

_MEMBER = "SELECT id FROM anggota WHERE desa = '63.11.01.2013' ORDER BY id LIMIT 1"
STEPS: dict[str, tuple[str, ...]] = {
    "laporan/:ident": ("SELECT id FROM laporan WHERE jumlah_foto > 1 ORDER BY id LIMIT 1",),
    "periksa/:ident": ("SELECT id FROM laporan WHERE status = 'diterima' ORDER BY id LIMIT 1",),
    "pembinaan/:ident": ("SELECT pembinaan FROM pembinaan_peserta LIMIT 1",),
    "anggota/:ident": (_MEMBER,),
    "anggota/desa/:desa": ("SELECT '63-11-01-2013'",),
    "data-pribadi/:anggota": (_MEMBER,),
    "bukti/indikator/:nomor": ("SELECT '3'",),
    "bukti/ukuran/:masa": ("SELECT '2026'",),
    "bukti/ukuran/:masa/:kode": ("SELECT '2026'", "SELECT 'desa_aktif'"),
}
"""What stands for the named steps of an address."""


FILE = {"id": 0, "name": "contoh.jpg", "size": 3, "bytes": b"abc"}
REPLIES = {"pick_files": [FILE]}
"""What the browser answers."""


def pages() -> list[Page]:
    """All of them: a new one is in every walk by itself."""
    return [page for page in wings.pages() if page.path]


def address(page: Page, data: Path) -> str:
    """Where a page is, with steps that exist in the data."""
    steps, known = page.path.split("/"), list(STEPS.get(page.path, ()))
    named = sum(step.startswith(":") for step in steps)
    assert len(known) == named, f"say in STEPS what stands for the named steps of {page.path}"
    found = [_ask(data, known.pop(0)) if step.startswith(":") else step for step in steps]
    return "/" + "/".join(found)


def _ask(data: Path, sql: str) -> str:
    with sqlite3.connect(f"file:{data / 'sinar.db'}?mode=ro", uri=True) as db:
        row = db.execute(sql).fetchone()
    db.close()
    assert row, sql
    return str(row[0])


def reader(page: Page) -> Account:
    """Somebody who may do most there."""
    return KASI if can(KASI.role, page.permission) else ADMIN


@cache
def _sample(folder: Path) -> Path:
    fill(folder / "contoh", days=2)
    return folder / "contoh"


@contextmanager
def kecamatan(shared: Path, own: Path) -> Iterator[Context]:
    """A copy of the sample, which is made once for each process."""
    shutil.copytree(_sample(shared), own / "data")
    with open_context(Settings(own / "data")) as ctx:
        yield ctx


@asynccontextmanager
async def desk_of(ctx: Context, page: Page) -> AsyncIterator[tuple[Window, Desk]]:
    """A window at a page, and what its screens are handed."""
    made: list[Desk] = []

    class Known(Desk):
        def __post_init__(self) -> None:
            super().__post_init__()
            made.append(self)

    route = address(page, ctx.settings.data)
    with patch.object(session, "Desk", Known):
        async with window(ctx, route, account=reader(page), replies=REPLIES) as seen:
            yield seen, made[0]
