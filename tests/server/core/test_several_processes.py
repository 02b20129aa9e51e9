"""What must be true holds for all processes of a server over one folder and one database."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from server.core import brief, log
from server.core.config import Settings
from server.core.context import open_context
from server.core.db.database import Db
from server.core.db.duty import duty
from server.core.files import turns as turns_of_files
from server.core.files.claim import AlreadyClaimedError, claim
from server.core.files.news import News
from server.core.files.photo_files import PhotoKey
from server.core.files.turns import Turns
from server.core.jobs import State, Step
from server.hp import village_phones
from server.laporan import photo_errors
from shared.roles import Permission
from tests.cast import LALAYAU, new_id
from tests.server.kit import Office, office
from tests.server.rekap.kit import KASI

pytestmark = pytest.mark.anyio
WAIT_S = 120
HOLDER = """
import sys
from pathlib import Path
from server.core.files.turns import Turns
turns = Turns(Path(sys.argv[1]))
assert turns.take(sys.argv[2])
print("taken", flush=True)
sys.stdin.read()
"""


@pytest.fixture
async def juai(tmp_path: Path) -> AsyncIterator[Office]:
    async with office(tmp_path / "data") as one:
        yield one


@pytest.fixture
async def other(juai: Office) -> AsyncIterator[Office]:
    """Another process of the same server: its own memory, the same folder and database."""
    async with office(juai.ctx.settings.data) as one:
        yield one


@contextmanager
def another(program: str, *words: object) -> Iterator[subprocess.Popen[bytes]]:
    """A process of its own that has said its first line and stands there until the block ends."""
    command = [sys.executable, "-c", program, *map(str, words)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout and process.stdout.readline()
        yield process
        process.kill()


def soon(so: Callable[[], object]) -> bool:
    """Whether it becomes so; nobody is held to a time."""
    end = time.monotonic() + WAIT_S
    while not so() and time.monotonic() < end:
        time.sleep(0.01)
    return bool(so())


async def test_a_change_of_one_process_reaches_the_windows_of_the_other(
    juai: Office, other: Office
) -> None:
    rung, own = threading.Event(), []
    other.ctx.bell.subscribe(rung.set)
    juai.ctx.bell.subscribe(lambda: own.append(1))
    village_phones.new_code(juai.ctx, KASI, LALAYAU, "Ida (contoh)", "Kasi")
    assert rung.wait(WAIT_S)
    assert own == [1], "one's own changes ring once"


def test_one_process_does_what_only_one_shall_do_until_it_ends(tmp_path: Path) -> None:
    with open_context(Settings(tmp_path / "data")) as ctx:
        first, second = (duty(ctx.database, ctx.settings.data) for _ in range(2))
        assert (first.held(), second.held(), first.held()) == (True, False, True)
        first.close()
        assert soon(second.held)
        second.close()


def test_a_turn_is_one_of_all_processes_and_whoever_dies_lets_go(tmp_path: Path) -> None:
    ours = Turns(tmp_path)
    with another(HOLDER, tmp_path, "foto/1") as holder:
        assert not ours.take("foto/1") and ours.is_taken("foto/1")
        assert ours.take("foto/2") and not ours.take("foto/2")
        ours.give("foto/2")
        assert not ours.is_taken("foto/2")
        holder.kill()
    assert ours.take("foto/1")
    ours.close()


def test_a_file_of_turns_that_cannot_be_opened_is_no_turn_of_somebody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(turns_of_files.os, "open", refused)
    with pytest.raises(PermissionError):
        Turns(tmp_path).take("foto/1")


def test_whoever_comes_late_writes_and_locks_in_no_other_file(tmp_path: Path) -> None:
    news, ours = News(tmp_path), Turns(tmp_path)
    news.tell()
    assert ours.take("foto/1")
    news.close()
    ours.close()
    with (tmp_path / "lain").open("wb"), (tmp_path / "lain").open("wb"):  # numbers set free
        news.tell()
        ours.give("foto/1")
        with pytest.raises(OSError, match="closed"):
            ours.take("foto/1")
    assert (tmp_path / "lain").read_bytes() == b""


async def test_a_photo_that_another_process_takes_in_is_locked(juai: Office) -> None:
    photos, key = juai.app.state.photos, PhotoKey(LALAYAU, "0" * 64)
    folder, turn = juai.ctx.settings.data, "foto/{}/{}".format(*key)
    with another(HOLDER, folder, turn), pytest.raises(photo_errors.BusyError):
        await photos.begin(key, 10, None)


async def test_the_slip_of_a_code_opens_at_the_other_process_for_its_maker_only(
    juai: Office, other: Office
) -> None:
    made = village_phones.new_code(juai.ctx, KASI, LALAYAU, "Ida (contoh)", "Kasi")
    ticket = village_phones.ticket(juai.ctx, KASI, made)
    assert village_phones.slip(other.ctx, KASI, ticket) == made
    assert other.ctx.slips.get(ticket, "orang-lain", village_phones.SLIP) is None
    assert other.ctx.slips.get(ticket, KASI.username, "lain") is None
    assert other.ctx.slips.get("bukan", KASI.username, village_phones.SLIP) is None
    assert made.code not in _kept(juai, "tiket"), "a copy of the database opens no code"


async def test_typed_words_are_there_at_the_other_process_and_sealed(
    juai: Office, other: Office
) -> None:
    juai.ctx.drafts.keep("kasi", "anggota baru", {"nama": "Amat (contoh)"})
    assert soon(lambda: other.ctx.drafts.of("kasi", "anggota baru"))
    assert other.ctx.drafts.of("kasi", "anggota baru") == {"nama": "Amat (contoh)"}
    assert other.ctx.drafts.of("camat", "anggota baru") == {}
    assert "Amat" not in _kept(juai, "ketikan")
    juai.clock.move(days=2)
    other.clock.move(days=2)
    assert other.ctx.drafts.of("kasi", "anggota baru") == {}


async def test_what_was_sent_is_gone_at_the_other_process_too(juai: Office, other: Office) -> None:
    juai.ctx.drafts.keep("kasi", "f", {"nama": "Amat (contoh)"})
    assert juai.ctx.drafts.of("kasi", "f"), "at once where it was typed"
    juai.ctx.drafts.write()
    other.ctx.drafts.drop("kasi", "f")
    assert other.ctx.drafts.of("kasi", "f") == {}
    other.ctx.drafts.write()
    assert juai.ctx.drafts.of("kasi", "f") == {}


async def test_typed_words_outlive_the_process(tmp_path: Path) -> None:
    async with office(tmp_path / "data") as one:
        one.ctx.drafts.keep("kasi", "f", {"nama": "Amat (contoh)"})
    async with office(tmp_path / "data") as one:
        assert one.ctx.drafts.of("kasi", "f") == {"nama": "Amat (contoh)"}
        (one.ctx.settings.data / "nik.key").unlink()
        assert one.ctx.drafts.of("kasi", "f") == {}, "without the key nobody reads them"


async def test_windows_of_both_processes_know_of_each_other(juai: Office, other: Office) -> None:
    here, there, report = juai.ctx.presence, other.ctx.presence, new_id()
    here.look("satu", report, "Kasi")
    there.look("dua", report, "Camat")
    there.look("tiga", report, "Kasi")
    assert soon(lambda: here.others("satu", report, "Kasi") == ("Camat",))
    assert soon(lambda: there.others("dua", report, "Camat") == ("Kasi",))
    there.leave("dua")
    assert soon(lambda: here.others("satu", report, "Kasi") == ())


async def test_a_window_whose_process_has_died_is_forgotten_and_one_that_stands_is_not(
    juai: Office, other: Office
) -> None:
    report = new_id()

    def seen() -> tuple[str, ...]:
        return juai.ctx.presence.others("satu", report, "Kasi")

    other.ctx.presence.look("dua", report, "Camat")
    assert soon(seen)
    for clock in (juai.clock, other.clock):
        clock.move(seconds=50)
    other.ctx.presence.keep_on()
    juai.clock.move(seconds=50)
    assert seen() == ("Camat",)
    juai.clock.move(seconds=60)
    assert seen() == ()


async def test_a_window_that_leaves_while_the_others_are_kept_on_does_not_come_back(
    juai: Office, other: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    report, theirs = new_id(), other.ctx.presence

    def seen() -> tuple[str, ...]:
        return juai.ctx.presence.others("satu", report, "Kasi")

    theirs.look("dua", report, "Camat")
    theirs.look("tiga", report, "Sekcam")
    assert soon(lambda: seen() == ("Camat", "Sekcam"))
    write = other.ctx.database.write

    def a_moment_later(**how: bool) -> AbstractContextManager[Db]:
        monkeypatch.undo()
        theirs.leave("dua")
        assert soon(lambda: seen() == ("Sekcam",))
        return write(**how)

    monkeypatch.setattr(other.ctx.database, "write", a_moment_later)
    theirs.keep_on()
    assert seen() == ("Sekcam",)


async def test_a_file_is_made_by_one_process_and_seen_stopped_and_fetched_by_the_other(
    juai: Office, other: Office
) -> None:
    go = threading.Event()

    def work(path: Path, step: Step) -> None:
        for number in range(10**9):
            step(number, 10**9)
            if go.wait(0.01):
                break
        path.write_text("isi")

    def begin() -> str:
        return juai.ctx.jobs.start("kasi", Permission.EXPORT, "a.csv", "text/csv", work)

    def stands(ident: str, *states: State) -> bool:
        seen = other.ctx.jobs.look("kasi", ident)
        return seen is not None and seen.state in states

    stopped, made = begin(), begin()
    assert soon(lambda: stands(stopped, State.RUNNING))
    assert set(other.ctx.jobs.mine("kasi")) == {stopped, made}
    assert other.ctx.jobs.look("camat", made) is None
    other.ctx.jobs.stop("kasi", stopped)
    assert soon(lambda: stands(stopped, State.STOPPED))
    go.set()
    assert soon(lambda: stands(made, State.DONE))
    found = other.ctx.jobs.result("kasi", made)
    assert found and found.path.read_text() == "isi"
    other.ctx.jobs.forget("kasi", made)
    assert juai.ctx.jobs.mine("kasi") == (stopped,)
    assert other.ctx.jobs.look("kasi", "../sinar.db") is None


MAKER = """
import os, sys
from pathlib import Path
from server.core.jobs import Jobs
from shared.clock import SystemClock
from shared.roles import Permission
jobs = Jobs(Path(sys.argv[1]), SystemClock())
def work(path, step):
    step(1, 2)
    print(ident, flush=True)
    sys.stdin.read()
ident = ""
ident = jobs.start("kasi", Permission.EXPORT, "a.csv", "text/csv", work)
sys.stdin.read()
"""


async def test_what_a_process_died_over_is_no_longer_waited_for(juai: Office) -> None:
    folder = juai.ctx.settings.making_folder
    with another(MAKER, folder) as maker:
        (ident,) = juai.ctx.jobs.mine("kasi")
        assert juai.ctx.jobs.look("kasi", ident)
        maker.kill()
    assert juai.ctx.jobs.look("kasi", ident) is None
    assert juai.ctx.jobs.mine("kasi") == ()


def test_servers_share_a_folder_and_a_restore_has_it_alone(tmp_path: Path) -> None:
    with (
        claim(tmp_path, shared=True), claim(tmp_path, shared=True),
        pytest.raises(AlreadyClaimedError), claim(tmp_path),
    ):  # fmt: skip
        pass
    with claim(tmp_path), pytest.raises(AlreadyClaimedError), claim(tmp_path, shared=True):
        pass


def test_a_log_that_two_processes_write_is_turned_over_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "MOST_BYTES", 2_000)
    file = tmp_path / "sinar.log"
    ones = [log._Turning(file) for _ in range(2)]
    for number in range(100):
        record = logging.makeLogRecord({"msg": f"baris {number:03d} {'x' * 60}"})
        ones[number % 2].emit(record)
    for one in ones:
        one.close()
    texts = [path.read_text() for path in tmp_path.iterdir()]
    lines = [line.split()[1] for text in texts for line in text.splitlines()]
    assert sorted(lines) == [f"{number:03d}" for number in range(100)]
    assert all(path.stat().st_size <= 2_000 for path in tmp_path.iterdir())


async def test_what_has_passed_is_swept(juai: Office) -> None:
    juai.ctx.drafts.keep("kasi", "f", {"nama": "Amat (contoh)"})
    juai.ctx.drafts.write()
    assert _kept(juai, "ketikan")
    juai.clock.move(days=2)
    brief.sweep(juai.ctx.database, juai.ctx.clock)
    assert _kept(juai, "ketikan") == ""


def _kept(juai: Office, kind: str) -> str:
    with juai.ctx.database.read() as db:
        query = f"SELECT owner, name, value FROM brief WHERE kind = '{kind}'"
        return " ".join(str(row) for row in db.exec_driver_sql(query))
