"""What a report with three photos costs the server, and how many it takes in a second.

``make bench intake`` measures this build. ``make bench intake BASE=<commit>`` puts that commit's
files into a folder of their own and lets both builds take turns, five times, each on a fresh data
folder: the ratio then holds on a busy machine, too. As wanted: ``CLIENTS=1,8``, ``ROUNDS=7``,
``KIND=progressive``, ``DATABASE=postgresql+psycopg://…`` (an empty one), ``WORKERS=1,2,4`` (this
build with so many processes, in turns).

The server is `sinar serve` in a process of its own; its processor time is the system's count for
that process and those it looks after, from the first report to a second after the last, so that
nothing is put off.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench import _load
from tests.bench._serving import CALM_S, HERE, Server, codes_of, serving
from tests.cast import JUAI
from tests.mobile.device import pictures

REPORTS = {1: 48, 8: 160, 32: 192}
PHOTO_BYTES = 150_000
ALONE, TOGETHER = 3, 5
"""Rounds, where nothing else is asked for."""


def figures() -> list[tuple[str, str]]:
    """(what, figure) for the table that `make bench` prints."""
    base = os.environ.get("BASE", "")
    rounds = int(os.environ.get("ROUNDS", TOGETHER if base else ALONE))
    with tempfile.TemporaryDirectory(prefix="sinar-bangku-") as folder, contextlib.ExitStack() as s:
        builds = [
            Build("now" if number == 1 else f"{number} processes", HERE,
                  Path(folder) / f"now-{number}", number)
            for number in map(int, os.environ.get("WORKERS", "1").split(","))
        ]  # fmt: skip
        if base:
            code = s.enter_context(_files_of(base, Path(folder) / "code"))
            builds.append(Build(base, code, Path(folder) / "base"))
        for build in builds:
            build.prepare()
        for turn in range(rounds):
            for build in builds if turn % 2 == 0 else builds[::-1]:
                build.measure()
    return [row for clients in _clients() for row in _rows(builds, clients)] + _start_and_memory(
        builds
    )


class Figure(NamedTuple):
    """One round of one number of phones."""

    cpu_ms: float
    a_second: float
    client_ms: float
    latencies: list[float]


def _clients() -> list[int]:
    return [int(one) for one in os.environ.get("CLIENTS", "1,8,32").split(",")]


@dataclass
class Build:
    """The files of one commit, and what was measured of them."""

    name: str
    code: Path
    place: Path
    workers: int = 1

    def __post_init__(self) -> None:
        self._codes: list[tuple[str, str]] = []
        self.found: dict[int, list[Figure]] = {clients: [] for clients in _clients()}
        self.ready_s: list[float] = []
        self.start_cpu_s: list[float] = []
        self.rest_mb: list[float] = []
        self.after_mb: list[float] = []

    def prepare(self) -> None:
        """A data folder with codes for all phones."""
        self.place.mkdir(exist_ok=True)
        villages = (list(JUAI.by_kode) * 3)[: sum(_clients())]
        self._codes = codes_of(self._seed, villages, _database(), self.code)

    def measure(self) -> None:
        """One round: 1, 8, 32 phones, one after the other, on the same server."""
        data = self._fresh_folder()
        codes = list(self._codes)
        with serving(data, _database(), self.code, self.workers) as server:
            self.ready_s.append(server.ready_s)
            self.start_cpu_s.append(server.start_cpu_s)
            self.rest_mb.append(server.memory_mb())
            for clients in _clients():
                phones = [codes.pop() for _ in range(clients)]
                self.found[clients].append(_round(server, phones))
            self.after_mb.append(server.memory_mb())

    def _fresh_folder(self) -> Path:
        """A copy of the prepared one; where the database lies elsewhere, new codes must do."""
        if _database():
            self.prepare()
            return self._seed
        shutil.rmtree(self.place / "data", ignore_errors=True)
        return shutil.copytree(self._seed, self.place / "data")

    @property
    def _seed(self) -> Path:
        return self.place / "seed"


def _round(server: Server, phones: list[tuple[str, str]]) -> Figure:
    each = REPORTS.get(len(phones), 6 * len(phones)) // len(phones)
    seen, count = picture(), each * len(phones)
    jobs = [_load.Job(server.port, desa, code, seen, each) for desa, code in phones]
    warm: list[float] = []
    seconds, told = _load.sent_by(jobs, lambda: warm.append(server.cpu_s()))
    time.sleep(CALM_S)
    used = server.cpu_s() - warm[0]
    client = sum(one.cpu_s for one in told)
    return Figure(
        used / count * 1000, count / seconds, client / count * 1000,
        sorted(s for one in told for s in one.seconds),
    )  # fmt: skip


def _rows(builds: list[Build], clients: int) -> list[tuple[str, str]]:
    who = f"{clients} client{'s' if clients > 1 else ''}"
    rows: list[tuple[str, str]] = []
    for build in builds:
        found = build.found[clients]
        rows += [
            (f"{who}, {build.name}: CPU of the server per report", _spread(
                [one.cpu_ms for one in found], "ms")),
            (f"{who}, {build.name}: reports a second", _spread([one.a_second for one in found])),
            (f"{who}, {build.name}: seconds of a report, half / 95 %", _times(found)),
            (f"{who}, {build.name}: CPU of the clients per report", _spread(
                [one.client_ms for one in found], "ms")),
        ]  # fmt: skip
    if os.environ.get("BASE"):
        now, base = (build.found[clients] for build in (builds[0], builds[-1]))
        ratio = median(a.cpu_ms / b.cpu_ms for a, b in zip(now, base, strict=True))
        faster = median(a.a_second / b.a_second for a, b in zip(now, base, strict=True))
        rows.append((f"{who}: CPU against {builds[-1].name}, rate", f"{ratio:.2f}, {faster:.2f}"))
    return rows


def _spread(values: list[float], unit: str = "") -> str:
    said = f"{median(values):.1f} {unit}".strip()
    return f"{said} ({min(values):.1f} to {max(values):.1f})"


def _times(found: list[Figure]) -> str:
    every = sorted(seconds for one in found for seconds in one.latencies)
    return f"{every[len(every) // 2]:.3f} / {every[len(every) * 95 // 100]:.3f}"


def _start_and_memory(builds: list[Build]) -> list[tuple[str, str]]:
    return [
        (f"{build.name}: until the server answers, seconds / of processor",
         f"{min(build.ready_s):.2f} / {min(build.start_cpu_s):.2f}")
        for build in builds
    ] + [
        (f"{build.name}: memory of the server at rest / after",
         f"{median(build.rest_mb):.0f} / {median(build.after_mb):.0f} MB")
        for build in builds
    ]  # fmt: skip


def _database() -> list[str]:
    url = os.environ.get("DATABASE", "")
    return ["--database", url] if url else []


@contextlib.contextmanager
def _files_of(commit: str, place: Path) -> Iterator[Path]:
    git = ["git", "-C", str(HERE), "worktree"]
    subprocess.run([*git, "add", "--detach", str(place), commit], check=True, capture_output=True)
    try:
        for name in ("build", "assets/fonts"):  # what set-up makes is the same for both
            if (HERE / name).exists() and not (place / name).exists():
                (place / name).symlink_to((HERE / name).resolve())
        yield place
    finally:
        subprocess.run([*git, "remove", "--force", str(place)], check=True, capture_output=True)


def picture() -> bytes:
    """A JPEG of 1280 by 960 and nearly 150 kB, as a phone's browser (or its app) stores it."""
    image = pictures.scene(1280, 960)
    progressive = os.environ.get("KIND", "baseline") == "progressive"
    quality, data = 95, b""
    while not 0 < len(data) <= PHOTO_BYTES - _load.MARK_BYTES - 4:
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=quality, progressive=progressive)
        quality, data = quality - 1, buffer.getvalue()
    return data
