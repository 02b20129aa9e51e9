"""The addresses of files: behind the log-in, for whom the table says, each person's own only."""

from __future__ import annotations

import time
from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI

from server.core.sessions import Account, current_account
from server.data import data_out
from server.data.data_out import Which
from server.data.web import data_files
from server.http import made_files, problems
from shared.roles import Permission, Role, can
from tests.server.data.kit import KASI, Stock, stocked, table

pytestmark = pytest.mark.anyio

ADDRESSES = ("/unduh/laporan.zip", "/unduh/laporan.zip?sensitif=1", "/unduh/kamus-laporan.csv")


@pytest.fixture(scope="module")
def juai(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stock]:
    with stocked(tmp_path_factory.mktemp("juai") / "data") as stock:
        yield stock


async def fetch(juai: Stock, path: str, account: Account | None) -> httpx.Response:
    app = FastAPI()
    app.state.context = juai.ctx
    problems.add_to(app)
    for part in (data_files, made_files):
        app.include_router(part.router)
    token = current_account.set(account)  # what the door does
    try:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://server") as client:
            return await client.get(path)
    finally:
        current_account.reset(token)


def finished(juai: Stock, account: Account) -> str:
    ident = data_out.start(juai.ctx, account, "laporan", "csv", Which())
    while juai.ctx.jobs.result(account.username, ident) is None:
        time.sleep(0.01)
    return ident


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("path", ADDRESSES)
async def test_files_open_to_whom_the_table_says(juai: Stock, role: Role, path: str):
    answer = await fetch(juai, path, Account("siapa", role, "Petugas (contoh)"))
    needed = {Permission.EXPORT} | ({Permission.SEE_SENSITIF} if "sensitif" in path else set())
    assert answer.status_code == (200 if all(can(role, one) for one in needed) else 403)
    if answer.status_code == 200:
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["content-disposition"].startswith("attachment; filename=")


@pytest.mark.parametrize("path", [*ADDRESSES, "/unduh/hasil/apa-saja"])
async def test_nobody_without_a_log_in_finds_a_file(juai: Stock, path: str):
    assert (await fetch(juai, path, None)).status_code == 404


async def test_a_made_file_is_its_owners_and_only_while_the_role_may(juai: Stock):
    path = f"/unduh/hasil/{finished(juai, KASI)}"
    answer = await fetch(juai, path, KASI)
    assert answer.status_code == 200 and len(table(answer.content)) == 4
    assert "laporan%20semua%20desa" in answer.headers["content-disposition"]
    camat = Account("camat", Role.CAMAT, "Camat (contoh)")
    assert (await fetch(juai, path, camat)).status_code == 404
    demoted = Account(KASI.username, Role.PEMBACA, KASI.nama)
    assert (await fetch(juai, path, demoted)).status_code == 403


@pytest.mark.parametrize("query", ["dari=2026-13", "desa=63.11.02.2001", "macam=entah"])
async def test_a_choice_that_makes_no_sense_is_refused(juai: Stock, query: str):
    answer = await fetch(juai, f"/unduh/laporan.zip?{query}", KASI)
    assert answer.status_code in (400, 404)
