"""Papers and evidence files go out as downloads, to whom the table lets."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from server.core.context import Context
from server.core.sessions import Account, current_account
from server.http import problems
from server.inovasi import evidence
from server.inovasi.web import innovation_files
from shared.roles import Permission, Role, can
from tests.server.inovasi.kit import KASI, kecamatan

pytestmark = pytest.mark.anyio

PDF = b"%PDF-1.7 contoh"


@asynccontextmanager
async def browser(ctx: Context, account: Account | None) -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    app.state.context = ctx
    problems.add_to(app)
    app.include_router(innovation_files.router)
    token = current_account.set(account)
    transport = httpx.ASGITransport(app)
    try:
        async with httpx.AsyncClient(transport=transport, base_url="http://server") as client:
            yield client
    finally:
        current_account.reset(token)


@pytest.mark.parametrize("role", [Role.CAMAT, Role.PEMBACA])
async def test_each_role_fetches_what_the_table_says(tmp_path: Path, role: Role):
    account = Account("siapa", role, "Petugas (contoh)")
    with kecamatan(tmp_path) as story:
        ident = evidence.add(story.ctx, KASI, 2026, "indikator:16", "sk", "SK Bupati.pdf", PDF)
        async with browser(story.ctx, account) as client:
            got = await client.get(f"/unduh/bukti/{ident}")
            assert got.status_code == 200 and got.content == PDF
            assert got.headers["content-disposition"].startswith("attachment;")
            assert "sandbox" in got.headers["content-security-policy"]
            paper = await client.get("/unduh/inovasi/profil.pdf?tahun=2026")
            assert paper.status_code == (200 if can(role, Permission.EXPORT) else 403)
            asked = await client.get("/unduh/inovasi/indikator-2026.json")
            assert asked.status_code == 200 and asked.json()["tahun"] == 2026


@pytest.mark.parametrize(
    "path",
    [
        "/unduh/bukti/tidak-ada", "/unduh/inovasi/profil.exe?tahun=2026",
        "/unduh/inovasi/apa.pdf?tahun=2026", "/unduh/inovasi/profil.pdf?tahun=2031",
        "/unduh/inovasi/indikator-2031.json", "/unduh/inovasi/indikator-2026.pdf",
    ],
)  # fmt: skip
async def test_what_there_is_not_is_not_found(tmp_path: Path, path: str):
    with kecamatan(tmp_path) as story:
        async with browser(story.ctx, KASI) as client:
            assert (await client.get(path)).status_code == 404
        async with browser(story.ctx, None) as client:
            assert (await client.get("/unduh/inovasi/profil.pdf?tahun=2026")).status_code == 404
