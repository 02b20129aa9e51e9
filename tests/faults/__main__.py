"""`make faults`: every part, long or short, and the table they end in.

``python -m tests.faults --length short|long|N --seed S --only NAME``; N is so many times the short
form. Ends with an error if anything was lost, doubled or did not recover. The long form takes
hours: started again with the same code it goes on where it was cut off; ``--anew`` begins anew.
"""

from __future__ import annotations

import argparse
import logging
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from pathlib import Path

from tests.faults import kept
from tests.faults.harness import MEMORY, Part, Row, joined, table
from tests.faults.kept import Kept, Slice
from tests.faults.parts import PARTS, play, seeds

SEED = 63


def arguments(words: Sequence[str] | None) -> argparse.Namespace:
    """How long, from which seed, which parts."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--length", default="long", help="short, long, or N times the short form")
    parser.add_argument("--seed", type=int, default=SEED)
    names = [part.name for part in PARTS]
    parser.add_argument("--only", action="append", choices=names, help="a part; may be repeated")
    parser.add_argument("--anew", action="store_true", help="forget what a cut run has done")
    given = parser.parse_args(words)
    if given.length not in ("short", "long") and not given.length.isdigit():
        parser.error("--length is short, long or a number")
    return given


def amount(part: Part, length: str) -> int:
    """How much of a part is done at this length."""
    if length == "long":
        return part.long
    return part.short * (1 if length == "short" else int(length))


def shares(part: Part, length: str, seed: int) -> Iterator[tuple[int, int]]:
    """How much each slice does, and its seed."""
    whole = amount(part, length)
    slices = min(part.slices, whole) if length == "long" else 1
    for number, own in enumerate(seeds(seed, slices)):
        count = whole // slices + (number < whole % slices)
        yield count, own


def run(
    parts: Sequence[Part], length: str, seed: int, folder: Path, done: Kept | None = None
) -> list[Row]:
    """All parts side by side, as many at once as there are cores; told in their order.

    What is ``done`` already is not done again, and what ends is added to it.
    """
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), fresh, logging.disable, (logging.CRITICAL,)) as pool:

        def begin(one: Slice, place: Path) -> Future[Row]:
            """The slice, or what came out of it before."""
            before = done.of(one) if done else None
            if before is not None:
                known = Future[Row]()
                known.set_result(before)
                return known
            job = pool.submit(play, one[0], str(place), one[1], one[2])
            if done:
                job.add_done_callback(partial(_keep, done, one))
            return job

        jobs = [
            [
                begin((part.name, count, own), folder / f"{part.name}-{number}")
                for number, (count, own) in enumerate(shares(part, length, seed))
            ]
            for part in parts
        ]
        rows = list[Row]()
        for slices in jobs:
            rows.append(joined([job.result() for job in slices]))
            tell(rows[-1])
    return rows


def _keep(done: Kept, one: Slice, job: Future[Row]) -> None:
    if not job.cancelled() and job.exception() is None:
        done.add(one, job.result())


def tell(row: Row) -> None:
    """One part, as soon as it and those before it have ended."""
    outcome = row.skipped or f"{row.recovered} of {row.cases} recovered"
    told = f" ({row.told})" if row.told else ""
    print(f"{row.what}: {outcome}{told}", flush=True)
    for note in row.notes:
        print(f"  WRONG, seed {row.seed}: {note}", flush=True)


def main(words: Sequence[str] | None = None) -> int:
    """0 when nothing was lost and nothing doubled."""
    given = arguments(words)
    parts = [part for part in PARTS if not given.only or part.name in given.only]
    done = _done_before(given)
    folder = Path(tempfile.mkdtemp(prefix="sinar-", dir=MEMORY if MEMORY.is_dir() else None))
    began = time.monotonic()
    try:
        rows = run(parts, given.length, given.seed, folder, done)
    finally:
        shutil.rmtree(folder)
    print(f"\n{table(rows)}\n")
    worked = sum(row.seconds for row in rows)
    print(
        f"--length {given.length} --seed {given.seed}: {time.monotonic() - began:.0f} s, "
        f"{worked:.0f} s of work"
    )
    if all(row.well for row in rows):
        print("Nothing was lost, nothing was doubled.")
        return 0
    print("SOMETHING WAS LOST OR DOUBLED. The same seed shows it again.", file=sys.stderr)
    return 1


def _done_before(given: argparse.Namespace) -> Kept | None:
    """Only the long form is long enough to be cut off."""
    if given.length != "long":
        return None
    done = Kept(kept.FOLDER, kept.code_hash())
    if given.anew:
        done.path.unlink(missing_ok=True)
        done = Kept(kept.FOLDER, kept.code_hash())
    if done.count:
        print(f"{done.count} slices were done before and are not done again.", flush=True)
    return done


if __name__ == "__main__":
    sys.exit(main())
