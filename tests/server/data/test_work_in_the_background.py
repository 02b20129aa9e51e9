"""Exports are made in the background: seen, stopped, kept for their owner, thrown away in time."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from server.core.job_folder import JobFolder
from server.core.jobs import Jobs, Seen, State, Step, TooManyError, file_name
from server.core.papers.sheet import Book, Column
from shared.clock import FixedClock
from shared.roles import Permission
from tests.cast import EVENING

KASI, CAMAT = "kasi", "camat"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(EVENING)


@pytest.fixture
def jobs(tmp_path: Path, clock: FixedClock) -> Iterator[Jobs]:
    made = Jobs(tmp_path / "sementara", clock)
    yield made
    made.close()


class Held:
    """Work that waits after its first step until it is let go."""

    def __init__(self) -> None:
        self.begun, self.go = threading.Event(), threading.Event()

    def __call__(self, path: Path, step: Step) -> None:
        step(1, 3)
        self.begun.set()
        assert self.go.wait(60)
        step(2, 3)
        path.write_text("isi")


def begin(jobs: Jobs, work: Callable[[Path, Step], None], owner: str = KASI) -> str:
    return jobs.start(owner, Permission.EXPORT, "laporan.csv", "text/csv", work)


def ended(jobs: Jobs, ident: str, owner: str = KASI) -> Seen:
    for _ in range(3000):
        seen = jobs.look(owner, ident)
        assert seen is not None
        if seen.over:
            return seen
        threading.Event().wait(0.01)
    raise AssertionError("it never ended")


def short(path: Path, _step: Step) -> None:
    path.write_text("isi")


def made_in(data: Path) -> list[Path]:
    """Files that lie there, made or half made."""
    return list((data / "sementara").glob("*/isi/*"))


def test_it_shows_how_far_it_is_and_leaves_a_file_for_its_owner_only(jobs: Jobs):
    work = Held()
    ident = begin(jobs, work)
    assert work.begun.wait(60)
    seen = jobs.look(KASI, ident)
    assert seen is not None and (seen.state, seen.done, seen.total) == (State.RUNNING, 1, 3)
    assert jobs.result(KASI, ident) is None
    work.go.set()
    assert ended(jobs, ident).state == State.DONE
    found = jobs.result(KASI, ident)
    assert found is not None and found.path.read_text() == "isi"
    assert (found.name, found.permission) == ("laporan.csv", Permission.EXPORT)
    assert jobs.look(CAMAT, ident) is None and jobs.result(CAMAT, ident) is None


def test_stopped_work_ends_and_leaves_no_file(jobs: Jobs, tmp_path: Path):
    work = Held()
    ident = begin(jobs, work)
    assert work.begun.wait(60)
    jobs.stop(CAMAT, ident)  # somebody else's word counts for nothing
    jobs.stop(KASI, ident)
    work.go.set()
    assert ended(jobs, ident).state == State.STOPPED
    assert jobs.result(KASI, ident) is None
    assert made_in(tmp_path) == []


def test_a_book_that_is_stopped_half_way_leaves_nothing(jobs: Jobs, tmp_path: Path):
    begun = threading.Event()

    def endless(path: Path, step: Step) -> None:
        with Book(path) as book:
            sheet = book.sheet("Laporan", [Column("Resi")])
            for number in range(10**9):
                sheet.add([f"JUAI-2026-11-{number:04d}"])
                step(number, 0)
                begun.set()

    ident = begin(jobs, endless)
    assert begun.wait(60)
    jobs.stop(KASI, ident)
    assert ended(jobs, ident).state == State.STOPPED
    assert made_in(tmp_path) == []


def test_work_that_fails_says_so_and_a_full_disk_is_named(jobs: Jobs):
    def fails(_path: Path, _step: Step) -> None:
        raise RuntimeError("apa saja")

    def full(_path: Path, _step: Step) -> None:
        raise OSError(28, "No space left on device")

    seen = ended(jobs, begin(jobs, fails))
    assert (seen.state, seen.full) == (State.FAILED, False)
    assert ended(jobs, begin(jobs, full)).full


def test_a_third_waits_its_turn_and_a_fifth_is_refused(jobs: Jobs):
    works = [Held() for _ in range(4)]
    idents = [begin(jobs, work) for work in works]
    assert works[0].begun.wait(60) and works[1].begun.wait(60)
    third = jobs.look(KASI, idents[2])
    assert third is not None and third.state == State.WAITING
    with pytest.raises(TooManyError):
        begin(jobs, Held())
    other = Held()
    begin(jobs, other, CAMAT)
    jobs.stop(KASI, idents[3])
    assert ended(jobs, idents[3]).state == State.STOPPED
    for work in (*works, other):
        work.go.set()
    assert ended(jobs, idents[2]).state == State.DONE
    assert not works[3].begun.is_set()


def test_what_was_made_lies_for_an_hour(jobs: Jobs, clock: FixedClock, tmp_path: Path):
    ident = begin(jobs, short)
    assert ended(jobs, ident).state == State.DONE
    clock.move(minutes=59)
    jobs.sweep()
    assert jobs.result(KASI, ident) is not None
    clock.move(minutes=2)
    jobs.sweep()
    assert jobs.look(KASI, ident) is None
    assert made_in(tmp_path) == []
    assert jobs.mine(KASI) == ()


@pytest.mark.parametrize("state", [b"", b"\0" * 40, b"[]", b"{}", b'{"id": "x"'])
def test_a_state_that_a_power_cut_spoiled_keeps_nobody_from_the_next_file(
    jobs: Jobs, tmp_path: Path, state: bytes
) -> None:
    spoiled = tmp_path / "sementara" / "11111111-1111-4111-8111-111111111111"
    spoiled.mkdir(parents=True)
    (spoiled / "keadaan.json").write_bytes(state)
    assert ended(jobs, begin(jobs, short)).state == State.DONE
    assert jobs.look(KASI, spoiled.name) is None
    assert len(jobs.mine(KASI)) == 1
    os.utime(spoiled, (0, 0))
    jobs.sweep()
    assert not spoiled.exists()


def test_work_that_ends_while_another_process_looks_has_ended_and_is_not_gone(
    jobs: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = ended(jobs, begin(jobs, short))
    maker, looker = (JobFolder(tmp_path / "lain") for _ in range(2))
    maker.begin(replace(done, state=State.RUNNING))
    look = looker._is_worked_on

    def a_moment_later() -> bool:
        maker.write(done)
        maker.let_go()
        return look()

    monkeypatch.setattr(looker, "_is_worked_on", a_moment_later)
    assert looker.read() == done


def test_what_a_server_made_goes_with_it(jobs: Jobs, tmp_path: Path):
    ident = begin(jobs, short)
    assert ended(jobs, ident).state == State.DONE
    assert len(made_in(tmp_path)) == 1
    jobs.close()
    assert made_in(tmp_path) == []


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("laporan Lalayau 2026-11.xlsx", "laporan Lalayau 2026-11.xlsx"),
        ("../../etc/passwd", "etc-passwd"),
        ('a"b\r\nc.csv', "a-b-c.csv"),
        ("….csv", "berkas.csv"),
    ],
)
def test_a_files_name_leads_nowhere_else(given: str, made: str):
    assert file_name(given) == made
