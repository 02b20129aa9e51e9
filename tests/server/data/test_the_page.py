"""Data keluar as a person sees it: counts, a file being made, stopped, fetched, put away."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from server.core.jobs import Seen, State, Step
from server.data import teks
from server.desk import teks as desk_teks
from server.desk.widgets.job import said
from server.laporan import board
from shared.protocol import HEALTH
from shared.roles import Permission
from tests.cast import patrol
from tests.server.desk.window import KASI, PEMBACA, read, window
from tests.server.kit import NOW, Office
from tests.server.kit import office as running_office

pytestmark = pytest.mark.anyio


@pytest.fixture
async def juai(tmp_path: Path) -> AsyncIterator[Office]:
    async with running_office(tmp_path / "data") as running:
        await (await running.phone()).send(patrol())
        yield running


async def test_a_file_is_begun_shown_and_put_away(juai: Office):
    async with window(juai, "/data?dari=2026-11") as seen:
        await read(seen)
        assert seen.has(teks.DATA_JUMLAH["laporan"].format(n=1))
        await seen.tap(teks.DATA_BUAT.format(apa="laporan", bentuk="csv"))
        ready = "Siap diunduh: laporan semua desa sejak November 2026.csv"
        await seen.until(lambda: any(told.startswith(ready) for told in seen.texts()), 30)
        await seen.tap(desk_teks.TUTUP)
        await seen.settle()
        assert not any(told.startswith(ready) for told in seen.texts())
    assert juai.ctx.jobs.mine(KASI.username) == ()


async def test_work_that_runs_shows_a_bar_and_can_be_stopped(juai: Office):
    begun, go = threading.Event(), threading.Event()

    def slow(path: Path, step: Step) -> None:
        step(120, 1260)
        begun.set()
        go.wait(60)
        step(121, 1260)
        path.write_text("isi")

    owner = KASI.username
    juai.ctx.jobs.start(owner, Permission.EXPORT, "laporan.xlsx", "text/plain", slow)
    assert begun.wait(60)
    async with window(juai, "/data") as seen:
        await read(seen)
        shown = desk_teks.KERJA_JALAN.format(nama="laporan.xlsx", selesai="120", semua="1.260")
        assert shown in seen.texts()
        await seen.tap(desk_teks.HENTIKAN)
        go.set()
        await seen.until(lambda: seen.has(desk_teks.KERJA_HENTI.format(nama="laporan.xlsx")), 30)


async def test_while_two_long_files_are_made_others_go_on(juai: Office):
    """All places are taken by work that never rests of itself but through its steps."""
    begun = threading.Barrier(3)

    def busy(_path: Path, step: Step) -> None:
        step(0, 0)
        begun.wait(60)
        number = 0
        while True:
            number += 1
            step(number, 0)

    idents = [
        juai.ctx.jobs.start(KASI.username, Permission.EXPORT, "a.csv", "text/csv", busy)
        for _ in range(2)
    ]
    begun.wait(60)
    assert (await juai.client.get(HEALTH)).status_code == 200
    assert board.board(juai.ctx, KASI) is not None
    assert (await (await juai.phone()).send(patrol()))["state"] == "accepted"
    for ident in idents:
        juai.ctx.jobs.stop(KASI.username, ident)


async def test_who_may_not_export_finds_no_page(juai: Office):
    async with window(juai, "/data", account=PEMBACA) as seen:
        await read(seen)
        assert not seen.has(teks.ZIP_UNDUH) and not seen.has(teks.NAV_DATA)


@pytest.mark.parametrize("state", State)
def test_every_state_has_a_sentence_with_the_files_name(state: State):
    seen = Seen("1", "kasi", "laporan.csv", "text/csv", Permission.EXPORT, 1, NOW, state, 3, 10)
    assert "laporan.csv" in said(replace(seen, size=48_000))
    assert said(None) == desk_teks.KERJA_HILANG
    assert said(replace(seen, state=State.FAILED, full=True)) == desk_teks.KERJA_PENUH.format(
        nama="laporan.csv"
    )
