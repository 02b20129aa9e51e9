"""A file that was cut, zeroed, mixed up or deleted costs the last keystrokes at most."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mobile.domain.record import edited
from mobile.domain.record_answers import text_received
from mobile.ports import StoreError, SyncState
from mobile.store import migrations
from mobile.store.reports import FileLaporan
from mobile.store.sealed import Sealed, seal
from mobile.store.state import FileState
from tests import cast

IDENT = "0b6d1a52-0000-4000-8000-000000000001"
OTHER = "0b6d1a52-0000-4000-8000-000000000002"
AT = "2026-11-24T20:50:00+08:00"

Harm = Callable[[Path], None]


def wrong_json(path: Path) -> None:
    """Its hash is right, its content is not what we write."""
    store = f"{path.parent.name}/{path.name.split('.')[0]}"
    path.write_bytes(seal(Sealed(store, 1, 99, b"[1, 2")))


def of_another(path: Path) -> None:
    """A whole file, but another report's: copied by hand, or by a failing disk."""
    path.write_bytes(seal(Sealed("aktif/somebody-else", 1, 99, b"{}")))


HARMS: dict[str, Harm] = {
    "cut short": lambda p: void(p.write_bytes(p.read_bytes()[:-20])),
    "cut in the header": lambda p: void(p.write_bytes(p.read_bytes()[:70])),
    "full of NUL": lambda p: void(p.write_bytes(b"\0" * p.stat().st_size)),
    "ending in NUL": lambda p: void(p.write_bytes(p.read_bytes()[:-50] + b"\0" * 50)),
    "garbage": lambda p: void(p.write_bytes(bytes(range(256)) * 8)),
    "empty": lambda p: void(p.write_bytes(b"")),
    "one bit changed": lambda p: void(p.write_bytes(_flipped(p.read_bytes()))),
    "a bit of the generation changed": lambda p: void(p.write_bytes(_older(p.read_bytes()))),
    "other JSON": lambda p: void(p.write_bytes(b'{"laporan": {}}')),
    "wrong JSON with a right hash": wrong_json,
    "another report's file": of_another,
}


def void(_: object) -> None:
    return


def _flipped(data: bytes) -> bytes:
    at = len(data) * 3 // 4
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def _older(data: bytes) -> bytes:
    return data.replace(b'"generation": ', b'"generation": 9', 1)


def typed(store: FileLaporan, words: str, *, settle: bool) -> None:
    store.update(
        IDENT,
        lambda r: edited(r, replace(r.current, uraian=words), AT, "uraian"),
        settle=settle,
    )


def words_of(store: FileLaporan) -> str | None:
    record = store.get(IDENT)
    return record.current.uraian if record else None


def slots(root: Path, store: str) -> list[Path]:
    """The slot files, the newest generation first."""
    folder, name = (root / store).parent, (root / store).name
    paths = list(folder.glob(f"{name}.?.json"))
    return sorted(
        paths, key=lambda p: json.loads(p.read_bytes().split(b"\n")[1])["generation"], reverse=True
    )


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS.keys())
@pytest.mark.parametrize("which", [0, 1], ids=["one slot", "the other slot"])
def test_a_settled_draft_loses_nothing_by_any_one_damaged_file(
    tmp_path: Path, harm: Harm, which: int
) -> None:
    store = FileLaporan(tmp_path)
    store.put(cast.draft_of(cast.patrol(IDENT)))
    typed(store, "Ronda malam, aman.", settle=True)
    harm(slots(tmp_path, f"aktif/{IDENT}")[which])
    again = FileLaporan(tmp_path)
    assert words_of(again) == "Ronda malam, aman."
    assert [(d.file, d.recovered) for d in again.damages()] == [(f"aktif/{IDENT}", True)]
    assert len(list((tmp_path / "aktif").glob("*.rusak-*"))) == 1


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS.keys())
def test_an_unsettled_draft_falls_back_by_one_keystroke(tmp_path: Path, harm: Harm) -> None:
    store = FileLaporan(tmp_path)
    store.put(cast.draft_of(cast.patrol(IDENT)))
    typed(store, "Ronda", settle=False)
    typed(store, "Ronda malam", settle=False)
    harm(slots(tmp_path, f"aktif/{IDENT}")[0])
    again = FileLaporan(tmp_path)
    assert words_of(again) == "Ronda"
    assert again.damages()[0].recovered
    typed(again, "Ronda malam", settle=True)
    assert words_of(FileLaporan(tmp_path)) == "Ronda malam"


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS.keys())
def test_a_report_lost_in_both_slots_is_told_and_the_others_work(
    tmp_path: Path, harm: Harm
) -> None:
    store = FileLaporan(tmp_path)
    store.put(cast.draft_of(cast.patrol(IDENT)))
    store.put(cast.draft_of(cast.flood(OTHER)))
    for path in slots(tmp_path, f"aktif/{IDENT}"):
        harm(path)
    again = FileLaporan(tmp_path)
    assert again.get(IDENT) is None
    assert again.get(OTHER) is not None
    assert [(d.file, d.recovered) for d in again.damages()] == [(f"aktif/{IDENT}", False)]
    told_again = FileLaporan(tmp_path)
    assert [(d.file, d.recovered) for d in told_again.damages()] == [(f"aktif/{IDENT}", False)]
    assert len(list((tmp_path / "aktif").glob("*.rusak-*"))) == 2


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS.keys())
@pytest.mark.parametrize("which", [0, 1])
def test_a_month_of_received_reports_survives_one_damaged_file(
    tmp_path: Path, harm: Harm, which: int
) -> None:
    store = FileLaporan(tmp_path)
    store.put(text_received(cast.queued(cast.patrol(IDENT)), 1, "JUAI-2026-11-0042", (), AT))
    harm(slots(tmp_path, "riwayat/2026-11")[which])
    again = FileLaporan(tmp_path)
    assert [r.last_resi for r in again.history("2026-11")] == ["JUAI-2026-11-0042"]
    assert again.received() == [(IDENT, 1)]
    assert again.damages()[0].recovered


@pytest.mark.parametrize("which", [0, 1])
def test_a_deleted_slot_is_made_up_for_by_the_other(tmp_path: Path, which: int) -> None:
    store = FileLaporan(tmp_path)
    store.put(cast.draft_of(cast.patrol(IDENT)))
    slots(tmp_path, f"aktif/{IDENT}")[which].unlink()
    assert FileLaporan(tmp_path).get(IDENT) is not None


def test_a_damaged_identity_comes_from_its_second_copy(tmp_path: Path) -> None:
    FileState(tmp_path).set_identity(cast.IDA_PHONE)
    slots(tmp_path, "diri")[0].write_bytes(b"")
    again = FileState(tmp_path)
    assert again.identity() == cast.IDA_PHONE
    assert again.damages()[0].recovered


def test_a_lost_sync_state_starts_over_from_the_first_change(tmp_path: Path) -> None:
    state = FileState(tmp_path)
    state.update_sync(lambda s: replace(s, cursor=417))
    for path in slots(tmp_path, "sinkron"):
        path.write_bytes(b"\0" * 100)
    again = FileState(tmp_path)
    assert again.sync_state() == SyncState()
    assert not again.damages()[0].recovered
    again.update_sync(lambda s: replace(s, cursor=3))
    assert FileState(tmp_path).sync_state().cursor == 3


def test_what_was_set_aside_goes_with_the_draft(tmp_path: Path) -> None:
    store = FileLaporan(tmp_path)
    store.put(cast.draft_of(cast.patrol(IDENT)))
    slots(tmp_path, f"aktif/{IDENT}")[0].write_bytes(b"")
    again = FileLaporan(tmp_path)
    again.delete(IDENT)
    assert not list((tmp_path / "aktif").iterdir())
    assert not FileLaporan(tmp_path).damages()


def test_waste_of_an_interrupted_write_is_cleared_away(tmp_path: Path) -> None:
    FileLaporan(tmp_path)
    waste = tmp_path / "aktif" / f"{IDENT}.a.json.baru"
    waste.write_bytes(b"half")
    assert FileLaporan(tmp_path).open_records() == []
    assert not waste.exists()


def test_a_newer_apps_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    store = FileLaporan(tmp_path)
    store.put(cast.draft_of(cast.patrol(IDENT)))
    path = slots(tmp_path, f"aktif/{IDENT}")[0]
    payload = path.read_bytes().split(b"\n", 2)[2]
    path.write_bytes(seal(Sealed(f"aktif/{IDENT}", migrations.VERSION + 1, 9, payload)))
    before = {p.name: p.read_bytes() for p in (tmp_path / "aktif").iterdir()}
    again = FileLaporan(tmp_path)
    assert again.get(IDENT) is None
    assert [d.newer for d in again.damages()] == [True]
    with pytest.raises(StoreError):
        again.put(cast.draft_of(cast.patrol(IDENT)))
    assert {p.name: p.read_bytes() for p in (tmp_path / "aktif").iterdir()} == before


def test_a_newer_apps_identity_is_refused_and_left_alone(tmp_path: Path) -> None:
    newer = seal(Sealed("diri", migrations.VERSION + 1, 1, b'{"diri": {"1": {}}}'))
    (tmp_path / "diri.a.json").write_bytes(newer)
    state = FileState(tmp_path)
    assert state.identity() is None
    assert [d.newer for d in state.damages()] == [True]
    with pytest.raises(StoreError):
        state.set_identity(cast.IDA_PHONE)
    assert (tmp_path / "diri.a.json").read_bytes() == newer


def test_a_record_of_an_impossible_shape_is_told_not_thrown_away(tmp_path: Path) -> None:
    FileLaporan(tmp_path)
    payload = b'{"laporan": {"1": {"id": 3, "draft": 7}}}'
    path = tmp_path / "aktif" / f"{IDENT}.a.json"
    path.write_bytes(seal(Sealed(f"aktif/{IDENT}", migrations.VERSION, 1, payload)))
    store = FileLaporan(tmp_path)
    assert store.open_records() == []
    assert [d.recovered for d in store.damages()] == [False]
    assert path.exists()
