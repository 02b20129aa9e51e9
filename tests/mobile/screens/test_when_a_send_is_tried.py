"""A send is asked for at the start, on coming back, with a new signal; and nothing is swallowed."""

from __future__ import annotations

import logging

import pytest

from mobile.ports import SyncReason
from mobile.screens.here import here
from tests.doubles.phone import Switch
from tests.mobile.screens.stage import staged

pytestmark = pytest.mark.anyio


async def test_at_the_start() -> None:
    async with staged() as stage:
        assert stage.asked == [SyncReason.START]


async def test_when_the_app_comes_back() -> None:
    async with staged() as stage:
        await stage.tree.page._trigger_event("app_lifecycle_state_change", {"state": "resume"})
        await stage.tree.settle()
        assert stage.asked[-1] is SyncReason.RESUME


async def test_with_a_new_signal_and_not_when_it_goes() -> None:
    async with staged() as stage:
        assert isinstance(stage.phone.connectivity, Switch)
        stage.phone.connectivity.turn(False)
        assert stage.asked == [SyncReason.START]
        stage.phone.connectivity.turn(True)
        assert stage.asked[-1] is SyncReason.CONNECTED


async def test_a_window_that_is_gone_hears_of_nothing() -> None:
    async with staged() as stage:
        stage.place.close()
        assert isinstance(stage.phone.connectivity, Switch)
        stage.phone.connectivity.turn(True)
        assert stage.asked == [SyncReason.START]
        assert stage.phone.feed._watchers == []


async def test_two_windows_share_one_phone() -> None:
    async with staged() as stage, staged(stage.phone, route="/laporan") as other:
        await stage.tap("Nihil")
        await stage.sees("Kirim nihil November")
        await stage.tap("Kirim nihil November")
        await other.sees("Nihil November 2026")


async def test_what_nobody_foresaw_is_written_down_and_told_in_plain_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with staged() as stage:
        await stage.sees("Lapor kegiatan")

        def broken() -> None:
            raise RuntimeError("kabel putus")

        stage.place.go = broken  # pyright: ignore[reportAttributeAccessIssue]
        with caplog.at_level(logging.ERROR, "sinar.phone"):
            await stage.tap("Lapor kegiatan")
            await stage.sees("Ada yang tidak beres di aplikasi ini. Laporan Anda aman.")
        assert stage.tree.has("Rincian untuk kecamatan")
        assert "broken" in caplog.text
        await stage.tap("Tutup")
        assert here().kept["fault"] is False


async def test_the_same_holds_for_work_beside_the_screen(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with staged() as stage:

        async def broken() -> None:
            raise RuntimeError("kabel putus")

        with caplog.at_level(logging.ERROR, "sinar.phone"):
            stage.place.task(broken)
            await stage.sees("Laporan Anda aman.")
        assert "kabel putus" in caplog.text
        await stage.tap("Tutup")
