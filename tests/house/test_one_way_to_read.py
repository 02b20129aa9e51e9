"""Every page of the desk reads and acts through the one rule, so that none can forget a failure."""

from __future__ import annotations

from tests.house.rooms import ROOT, short

BY_THEMSELVES = {"server/desk/reading.py"}
HANDMADE = ("asyncio.to_thread(", "except StoreError", "except (StoreError")


def test_no_page_reads_in_a_thread_or_catches_the_store_by_itself() -> None:
    found = {
        short(path)
        for path in sorted((ROOT / "server").rglob("*.py"))
        if "desk" in path.relative_to(ROOT).parts
        if any(words in path.read_text(encoding="utf-8") for words in HANDMADE)
    }
    assert found == BY_THEMSELVES
