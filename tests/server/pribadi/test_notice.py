"""The privacy notice on the web: for everybody, with visible blanks, from the log-in too."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from server.core import office
from server.core.config import Settings
from server.core.context import Context
from server.shell.app import create_app
from shared.clock import FixedClock
from shared.documents.privacy_notice import BLANK, notice
from tests.cast import EVENING, JUAI
from tests.server.desk.window import KASI
from tests.server.kit import fresh_database

pytestmark = pytest.mark.anyio


@pytest.fixture
async def web(tmp_path: Path) -> AsyncIterator[tuple[httpx.AsyncClient, Context]]:
    """The whole server with its staff view, and a browser that nobody has logged in with."""
    (tmp_path / "sinar.db").write_bytes(fresh_database())
    app = create_app(Settings(data=tmp_path), FixedClock(EVENING))
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app, client=("10.0.0.9", 5555))
        async with httpx.AsyncClient(transport=transport, base_url="http://server") as client:
            yield client, app.state.context


async def test_everybody_reads_it_and_what_is_not_filled_in_is_a_blank(
    web: tuple[httpx.AsyncClient, Context],
) -> None:
    browser, ctx = web
    empty = await browser.get("/privasi")
    assert empty.status_code == 200
    assert BLANK in empty.text
    for part in notice(JUAI, {}):
        assert f"<h2>{part.title}</h2>" in empty.text
    office.change(ctx, KASI, {"privasi_kontak": "<b>Kasi</b> & Co", "simpan_foto_tahun": 2})
    filled = (await browser.get("/privasi")).text
    assert BLANK not in filled
    assert "&lt;b&gt;Kasi&lt;/b&gt; &amp; Co" in filled
    assert "Foto laporan: 2 tahun" in filled


async def test_the_log_in_leads_to_it(web: tuple[httpx.AsyncClient, Context]) -> None:
    browser, _ = web
    assert 'href="/privasi"' in (await browser.get("/masuk")).text


def test_it_tells_all_that_the_law_asks_for() -> None:
    titles = " ".join(part.title for part in notice(JUAI, {}))
    for asked in ("Untuk apa", "Dasar hukum", "Data yang dicatat", "Berapa lama", "Hak Anda"):
        assert asked in titles
    whole = " ".join(line for part in notice(JUAI, {}) for line in part.lines)
    for fact in ("UU 27 Tahun 2022", "Permendagri 26 Tahun 2020", "3x24 jam", "NIK: boleh kosong"):
        assert fact in whole
