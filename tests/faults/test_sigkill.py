"""Forty phones die at seeded moments while they write, photograph and send."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.campaign import Campaign, run

pytestmark = pytest.mark.anyio

DEATHS = 40


async def test_nothing_confirmed_is_lost_and_nothing_is_doubled(folder: Path) -> None:
    campaign: Campaign = await run(folder, DEATHS, seed=63)

    assert campaign.deaths == DEATHS
    confirmed = campaign.confirmed
    assert all((confirmed.words, confirmed.photos, confirmed.versions, confirmed.receipts))
