"""An installation with its operator, and the form by which a kecamatan is added."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Generator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from server.core import accounts
from server.core.sessions import Account
from server.pengelola.web.pages import ADD
from shared.roles import Role
from tests.server.door_kit import PASSWORD, make_argon2_quick
from tests.server.shell.kit import Office, serving

OPERATOR = Account("server", Role.OPERATOR, "Pengelola (contoh)")
AWAYAN = "63.11.03"
VILLAGES = f"kode,nama,lintang,bujur\n{AWAYAN}.2001,Hulu Contoh,-2.3,115.6\n"
TYPED = {
    "kode": AWAYAN, "nama": "Awayan", "kabupaten": "Balangan", "provinsi": "", "singkatan": "",
    "pengguna": "trantib.awayan", "orang": "Petugas Awayan (contoh)", "peran": "kasi_trantib",
    "sandi": "tujuh bebek seberang",
}  # fmt: skip


@asynccontextmanager
async def with_operator(data: Path, patch: pytest.MonkeyPatch) -> AsyncIterator[Office]:
    """The installation on this folder, and an account of whoever runs it."""
    make_argon2_quick(patch)
    async with serving(data, patch) as office:
        name, role, nama = OPERATOR.username, OPERATOR.role, OPERATOR.nama
        accounts.add(office.ctx(), name, role, PASSWORD, nama)
        yield office


async def log_in(client: httpx.AsyncClient, username: str, password: str = PASSWORD) -> None:
    answer = await client.post("/masuk", data={"nama": username, "sandi": password})
    assert answer.status_code == 303, answer.text


async def fill_in(
    client: httpx.AsyncClient, table: str | bytes = VILLAGES, headers: Any = None, **typed: str
) -> httpx.Response:
    """Send the form as the browser does, with what is typed into it."""
    page = await client.get(ADD)
    given = {**TYPED, "kunci": key_of(page.text), **typed}
    body = table.encode() if isinstance(table, str) else table
    files = {"berkas": ("desa.csv", body, "text/csv")} if table else None
    return await client.post(ADD, data=given, files=files, headers=headers)


def key_of(page: str) -> str:
    return re.findall(r'name="kunci" value="(\w+)"', page)[0]


@contextmanager
def nothing_new(data: Path) -> Generator[None]:
    """No folder is made meanwhile."""
    before = sorted(data.glob("kecamatan/*"))
    yield
    assert sorted(data.glob("kecamatan/*")) == before
