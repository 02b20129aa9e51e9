"""Whatever was flushed is found again: behind a torn tail, a garbled stretch, half a cleaning."""

from __future__ import annotations

import errno
import random
from collections.abc import Callable

import pytest

from mobile.web.log import Log
from mobile.web.record import LONGEST_PATH
from tests.doubles.disk import Killed
from tests.doubles.handles import MemoryHandle, Vault

SEGMENT = 2_000


def vault(files: int = 4) -> Vault:
    return Vault({"log": files})


def opened(kept: Vault, segment: int = SEGMENT) -> Log:
    return Log(kept.files["log"], segment)


def saved(log: Log, path: str, data: bytes) -> None:
    log.put(path, data)
    log.flush()


def contents(log: Log) -> dict[str, bytes]:
    return {path: log.read(path) or b"" for path in log.paths()}


def newest(kept: Vault) -> MemoryHandle:
    """The file with the most in it."""
    return max(kept.files["log"], key=MemoryHandle.size)


def test_what_is_written_is_read_by_the_next_start() -> None:
    kept = vault()
    log = opened(kept)
    saved(log, "aktif/a.json", b"Ronda")
    saved(log, "aktif/a.json", b"Ronda malam")
    saved(log, "aktif/b.json", b"Banjir")
    log.drop("aktif/b.json")
    log.flush()
    assert contents(opened(kept.killed())) == {"aktif/a.json": b"Ronda malam"}
    assert not opened(kept.killed()).harmed


def test_the_end_may_be_torn_anywhere() -> None:
    kept = vault()
    log = opened(kept)
    saved(log, "a", b"Ronda")
    safe = newest(kept).size()
    saved(log, "b", b"Ronda malam")
    whole = newest(kept).size()
    for size in range(safe, whole):
        cut = kept.killed()
        newest(cut).truncate(size)
        again = opened(cut)
        assert contents(again) == {"a": b"Ronda"}
        assert not again.harmed
        saved(again, "c", b"Jaga pos")
        assert contents(opened(cut.killed())) == {"a": b"Ronda", "c": b"Jaga pos"}


@pytest.mark.parametrize("harm", [b"\0" * 40, b"\xff" * 40, b"SnR1" * 10])
def test_behind_a_garbled_middle_the_log_is_found_again(harm: bytes) -> None:
    kept = vault()
    log = opened(kept)
    for name in "abcde":
        saved(log, name, name.encode() * 30)
    handle = newest(kept)
    at = handle.data.index(b"c" * 30)
    handle.data[at - 45 : at - 5] = harm
    again = opened(kept.killed())
    assert contents(again) == {name: name.encode() * 30 for name in "abde"}
    assert again.harmed
    saved(again, "c", b"written anew")
    assert contents(opened(kept))["e"] == b"e" * 30


def test_garbled_bytes_of_one_file_are_that_files_own_trouble() -> None:
    kept = vault()
    log = opened(kept)
    for name in "abc":
        saved(log, f"aktif/{name}.json", name.encode() * 30)
    handle = newest(kept)
    at = handle.data.index(b"b" * 30)
    handle.data[at : at + 10] = b"\0" * 10
    found = contents(opened(kept.killed()))
    assert found["aktif/a.json"] == b"a" * 30
    assert found["aktif/c.json"] == b"c" * 30
    assert found["aktif/b.json"] != b"b" * 30  # the store that wrote it sees that by its own sum


def test_a_file_full_of_noise_is_noticed_and_given_up() -> None:
    kept = vault()
    log = opened(kept)
    for number in range(60):
        saved(log, f"{number}", b"x" * 100)
    victim = next(handle for handle in kept.files["log"] if b"x" in handle.data)
    victim.data[:] = random.Random(1).randbytes(len(victim.data))
    again = opened(kept.killed())
    assert again.harmed
    assert 0 < len(contents(again)) < 60


def life(log: Log, told: Callable[[dict[str, bytes]], None]) -> None:
    """Saves and removals that make much waste; `told` hears what is safe from then on."""
    truth: dict[str, bytes] = {}
    told(dict(truth))
    for number in range(160):
        name = f"aktif/{number % 7}"
        if number % 11 == 10:
            log.drop(name)
            truth.pop(name, None)
        else:
            data = f"{number} ".encode() * 12
            log.put(name, data)
            truth[name] = data
        log.flush()
        told(dict(truth))
        if log.is_untidy:
            log.tidy()


def test_waste_is_cleaned_away_and_the_log_stays_short() -> None:
    kept = vault()
    states: list[dict[str, bytes]] = []
    log = opened(kept)
    life(log, states.append)
    assert contents(log) == states[-1] == contents(opened(kept.killed()))
    assert log.bytes < 4 * SEGMENT
    assert sum(handle.size() for handle in kept.every) == log.bytes


def calls_of_a_life() -> int:
    kept = vault()
    life(opened(kept), lambda _: None)
    return kept.power.calls


@pytest.mark.parametrize("call", range(1, calls_of_a_life() + 1, 2))
@pytest.mark.parametrize("how", ["kill", "power"])
def test_an_end_at_any_call_also_within_a_cleaning_loses_nothing(how: str, call: int) -> None:
    kept = vault()
    log = opened(kept)
    states: list[dict[str, bytes]] = []
    kept.power.at, kept.power.how, kept.power.calls = call, "kill", 0
    with pytest.raises(Killed):
        life(log, states.append)
    after = kept.killed() if how == "kill" else kept.crash(random.Random(call))
    again = opened(after)
    every: list[dict[str, bytes]] = []
    life(opened(vault()), every.append)
    following = every[len(states)] if len(states) < len(every) else states[-1]
    assert contents(again) in (states[-1], following)
    assert not again.harmed
    # And a second end right after the first one finds the same.
    assert contents(opened(after.crash(random.Random(call)))) == contents(again)


@pytest.mark.parametrize("call", range(1, calls_of_a_life() + 1, 3))
def test_a_call_that_fails_costs_nothing_that_was_said_to_be_safe(call: int) -> None:
    kept = vault()
    log = opened(kept)
    kept.power.at, kept.power.how, kept.power.calls = call, "fail", 0
    truth: dict[str, bytes] = {}
    for number in range(160):
        name, data = f"aktif/{number % 7}", f"{number} ".encode() * 12
        try:
            saved(log, name, data)
        except OSError:
            saved(log, name, data)
        truth[name] = data
        if log.is_untidy:
            try:
                log.tidy()
            except OSError as error:
                assert error.errno == errno.EIO
    assert contents(log) == truth == contents(opened(kept.killed()))
    assert not opened(kept.killed()).harmed


def test_without_room_nothing_changes_and_nothing_is_torn() -> None:
    kept = vault()
    log = opened(kept)
    saved(log, "a", b"Ronda")
    kept.power.room = newest(kept).size() + 70
    with pytest.raises(OSError, match="quota"):
        log.put("a", b"Ronda malam" * 40)
    assert contents(log) == {"a": b"Ronda"} == contents(opened(kept.killed()))
    kept.power.room = None
    saved(log, "a", b"Ronda malam")
    assert contents(opened(kept.killed())) == {"a": b"Ronda malam"}


def test_when_every_file_is_in_use_the_last_one_grows() -> None:
    kept = vault(files=1)
    log = opened(kept)
    for number in range(50):
        saved(log, f"{number}", b"x" * 100)
    assert log.wants_handle
    assert len(contents(opened(kept.killed()))) == 50
    fresh = vault(files=1).files["log"][0]
    log.lend(fresh)
    saved(log, "next", b"in the new one")
    assert fresh.size() > 0


def test_a_name_that_is_too_long_is_refused_before_it_is_written() -> None:
    kept = vault()
    with pytest.raises(OSError, match="too long"):
        opened(kept).put("a" * (LONGEST_PATH + 1), b"")
    assert sum(handle.size() for handle in kept.every) == 0


def test_long_records_are_found_without_reading_them() -> None:
    kept = vault()
    log = opened(kept, 10_000_000)
    for number in range(20):
        saved(log, f"foto/{number}.jpg", bytes([number]) * 100_000)
    read = 0
    plain = MemoryHandle.read

    def counted(handle: MemoryHandle, at: int, count: int) -> bytes:
        nonlocal read
        data = plain(handle, at, count)
        read += len(data)
        return data

    again = kept.killed()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(MemoryHandle, "read", counted)
        log = Log(again.files["log"], 10_000_000, window=4096)
    assert len(list(log.paths())) == 20
    assert read < 300_000
