"""Anybody with a paper in hand can ask whether it is genuine, and learns of no person."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from server.core import office
from server.core.config import Settings
from server.core.context import Context
from server.rekap import approvals, editions, rekap, teks
from server.rekap.rekap import Which
from server.rekap.web import paper_check
from server.shell.app import create_app
from shared.clock import FixedClock
from tests.server.kit import fresh_database
from tests.server.rekap.kit import CAMAT, DECEMBER, KASI, OFFICE, bring

pytestmark = pytest.mark.anyio

NOVEMBER = Which("2026-11")


class Desk:
    """A running server with an approved recap, and a browser without any log-in."""

    def __init__(self, ctx: Context, browser: httpx.AsyncClient) -> None:
        self.ctx = ctx
        self.browser = browser

    def approve(self) -> editions.Edition:
        seen = rekap.read(self.ctx, KASI, NOVEMBER).rekap
        approvals.approve(self.ctx, KASI, NOVEMBER, seen, "http://server")
        return self.editions()[0]

    def editions(self) -> tuple[editions.Edition, ...]:
        return approvals.standing(self.ctx, KASI, "2026-11", None).editions


@pytest.fixture
async def desk(tmp_path: Path, at_once: None) -> AsyncIterator[Desk]:
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    (data / "sinar.db").write_bytes(fresh_database())
    app = create_app(Settings(data=data, with_staff=False), FixedClock(DECEMBER))
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app, client=("10.0.0.9", 5555))
        async with httpx.AsyncClient(transport=transport, base_url="http://server") as browser:
            ctx = app.state.context
            office.change(ctx, KASI, OFFICE)
            bring(ctx, 1)
            yield Desk(ctx, browser)


async def test_the_page_tells_what_the_paper_is_and_names_nobody(desk: Desk):
    edition = desk.approve()
    answer = await desk.browser.get(f"/p/{edition.check_code}")
    assert answer.status_code == 200
    for told in (teks.P_ASLI_MENUNGGU, "300/001/TRANTIB/XII/2026", "November 2026",
                 "8 Desember 2026", edition.sha256, "Kasi Trantib, 8 Desember 2026"):  # fmt: skip
        assert told in answer.text
    assert "contoh" not in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "<script" not in answer.text


async def test_with_the_camats_approval_it_is_valid(desk: Desk):
    edition = desk.approve()
    seen = rekap.read(desk.ctx, CAMAT, NOVEMBER).rekap
    approvals.approve(desk.ctx, CAMAT, NOVEMBER, seen, "http://server")
    text = (await desk.browser.get(f"/p/{edition.check_code}")).text
    assert teks.P_ASLI_SAH in text and teks.P_ASLI_MENUNGGU not in text


async def test_an_old_editions_page_says_that_it_was_replaced(desk: Desk):
    old = desk.approve()
    bring(desk.ctx, 2)
    new = desk.approve()
    text = (await desk.browser.get(f"/p/{old.check_code}")).text
    assert teks.P_DIGANTI in text and f"/p/{new.check_code}" in text
    assert teks.P_DIGANTI not in (await desk.browser.get(f"/p/{new.check_code}")).text


async def test_a_file_or_a_hash_is_compared_with_the_frozen_one(desk: Desk):
    edition = desk.approve()
    found = approvals.file(desk.ctx, KASI, edition.id)
    assert found is not None
    data, path = found[0].read_bytes(), f"/p/{edition.check_code}"

    async def said(**form: object) -> str:
        return (await desk.browser.post(path, **form)).text  # pyright: ignore[reportArgumentType]

    same = {"berkas": ("rekap.pdf", data, "application/pdf")}
    other = {"berkas": ("rekap.pdf", data + b" ", "application/pdf")}
    assert teks.P_SAMA in await said(files=same)
    assert teks.P_BEDA in await said(files=other)
    assert teks.P_SAMA in await said(data={"sidik": f" {edition.sha256.upper()} "})
    assert teks.P_BEDA in await said(data={"sidik": "0" * 64})
    assert teks.P_BUKAN_SIDIK in await said(data={"sidik": "bukan sidik"})
    assert teks.P_TIDAK_ADA_BERKAS in await said(data={"sidik": ""})


async def test_a_file_that_is_too_large_is_not_even_read(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    edition = desk.approve()
    monkeypatch.setattr(paper_check, "MOST_BYTES", 1000)
    sent = {"berkas": ("besar.pdf", b"x" * 2000, "application/pdf")}
    answer = await desk.browser.post(f"/p/{edition.check_code}", files=sent)
    assert teks.P_TERLALU_BESAR in answer.text


@pytest.mark.parametrize("code", ["0" * 16, "a" * 16, "abc", "A" * 16, "..%2f..%2fetc"])
async def test_an_unknown_code_is_a_plain_page(desk: Desk, code: str):
    answer = await desk.browser.get(f"/p/{code}")
    assert answer.status_code == 404
    if "%" not in code:
        assert teks.P_TIDAK_DIKENAL in answer.text


async def test_guessing_is_made_slow_and_ends_by_itself(desk: Desk):
    edition = desk.approve()
    for _ in range(20):
        assert (await desk.browser.get("/p/" + "a" * 16)).status_code == 404
    held = await desk.browser.get(f"/p/{edition.check_code}")
    assert held.status_code == 429 and int(held.headers["retry-after"]) > 0
    assert teks.P_TERLALU_SERING in held.text
    clock = desk.ctx.clock
    assert isinstance(clock, FixedClock)
    clock.move(minutes=16)
    assert (await desk.browser.get(f"/p/{edition.check_code}")).status_code == 200


async def test_comparing_has_its_limit_too(desk: Desk):
    edition = desk.approve()
    path = f"/p/{edition.check_code}"
    codes = [
        (await desk.browser.post(path, data={"sidik": "0" * 64})).status_code for _ in range(21)
    ]
    assert codes == [200] * 20 + [429]
    assert (await desk.browser.get(path)).status_code == 200
