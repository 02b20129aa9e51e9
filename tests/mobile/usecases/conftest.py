"""Bu Ida's phone in memory, fresh for every test."""

from __future__ import annotations

import pytest

from mobile.usecases import edit
from mobile.usecases.phone import Phone
from tests.doubles.phone import memory_phone


@pytest.fixture
def phone() -> Phone:
    return memory_phone()


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits for a second in a village need not wait here."""
    monkeypatch.setattr(edit, "SETTLE_S", 0.01)
    monkeypatch.setattr(edit, "RETRY_S", 0.01)
