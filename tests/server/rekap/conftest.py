"""What the tests of recaps share."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from server.rekap import rekap_paper
from server.rekap.papers import rekap_file


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDFs are written right here; `test_files` looks at the process that does it."""

    def write(order: Path, *_: object) -> None:
        rekap_file.write(json.loads(order.read_text()), lambda _done: None)

    monkeypatch.setattr(rekap_paper, "_in_a_process", write)
