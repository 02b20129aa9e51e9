"""Data of every earlier version is read by this app; the golden files are never made anew."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from mobile.store import migrations
from mobile.store.reports import FileLaporan
from mobile.store.state import FileState
from shared.status import PhoneState

GOLDEN = Path(__file__).parent / "golden"
DRAFT, MENDED, ARRIVED, OTHERS = (f"0b6d1a52-0000-4000-8000-00000000000{n}" for n in range(1, 5))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A phone's folder as version 1 left it."""
    shutil.copytree(GOLDEN / "versi-1", tmp_path / "phone")
    return tmp_path / "phone"


def test_there_is_a_golden_folder_for_every_earlier_version() -> None:
    folders = sorted(path.name for path in GOLDEN.iterdir())
    assert folders == [f"versi-{n}" for n in range(1, migrations.VERSION)]


def test_an_old_phones_reports_are_all_there(old: Path) -> None:
    store, state = FileLaporan(old), FileState(old)
    assert {r.id for r in store.open_records()} == {DRAFT, MENDED}
    assert {r.id for r in store.history("2026-11")} == {ARRIVED, OTHERS}
    draft = store.get(DRAFT)
    assert draft is not None
    assert draft.current.uraian == "Ronda keliling RT 01 sampai RT 04, keadaan aman."
    identity = state.identity()
    assert identity is not None
    assert identity.desa_nama == "Lalayau"
    assert state.memory().jam == {"": ("20.00", "23.00")}
    assert not store.damages()
    assert not state.damages()


def test_it_knows_what_it_has_a_receipt_for_although_the_old_app_did_not_say(old: Path) -> None:
    assert sorted(FileLaporan(old).received()) == [(MENDED, 1), (ARRIVED, 1)]


def test_what_is_written_next_is_of_this_version(old: Path) -> None:
    store = FileLaporan(old)
    store.update(DRAFT, lambda r: r.__class__(**{**vars(r), "place": "tempat"}))
    versions = [
        json.loads(path.read_bytes().split(b"\n")[1])["version"]
        for path in (old / "aktif").glob(f"{DRAFT}.*")
    ]
    assert versions == [migrations.VERSION] * 2
    again = FileLaporan(old).get(DRAFT)
    assert again is not None
    assert (again.place, again.state) == ("tempat", PhoneState.DRAFT)
