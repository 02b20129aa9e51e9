"""OpenAPI names every field that comes back to a phone with a coaching and with the settings."""

from __future__ import annotations

from typing import Any

import pytest

from server.core import settings
from server.http.change_docs import SCHEMAS
from tests.server.kit import Office, Phone
from tests.server.pembinaan.test_pembinaan_way import training

pytestmark = pytest.mark.anyio


def unknown(schema: str, message: dict[str, Any]) -> set[str]:
    return set(message) - set(SCHEMAS[schema]["properties"])


async def test_a_coaching_and_its_follow_ups(juai: Office, ida: Phone):
    training(juai)
    await ida.sync()
    told = ida.said("pembinaan")[-1]
    assert unknown("Pembinaan", told) == set()
    assert unknown("TindakLanjut", told["tindak_lanjut"][0]) == set()


async def test_the_settings_with_the_villages_own_data(juai: Office, ida: Phone):
    settings.change(juai.ctx, {"due_day": 7}, "Kasi")
    await ida.sync()
    told = ida.said("settings")[-1]
    assert told["due_day"] == 7
    assert unknown("Settings", told) == set()
