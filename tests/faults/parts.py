"""Everything that is done to the phone and the server, in the order of the table."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

from tests.faults import (
    at_every_call,
    bad_link,
    browser_kills,
    campaign,
    crews,
    damaged_files,
    doors_and_disasters,
    races,
    real_link,
    server_database,
    server_kills,
    server_photos,
    soak,
    two_sides,
)
from tests.faults.harness import Job, Part, Row, timed

PARTS: tuple[Part, ...] = (
    Part("phone-kills", "phone killed at seeded moments", campaign.run, 10, 1_000, slices=20),
    Part(
        "phone-calls", "phone at every file-system call: killed, failing, full, without power",
        at_every_call.run, 1, 12, slices=2,
    ),
    Part(
        "phone-files", "the same on real files, syncs and names watched",
        at_every_call.run_on_files, 1, 4,
    ),
    Part(
        "phone-log", "phone in a browser at every write, cut and flush of its log: killed, "
        "failing, full, without power", at_every_call.run_on_log, 1, 12, slices=2,
    ),
    Part(
        "browser-kills", "a browser killed (SIGKILL) while its app types, photographs, is received",
        browser_kills.run, 20, 200, slices=5,
    ),
    Part("phone-damage", "a file of the phone damaged", damaged_files.run, 1, 10),
    Part("server-kills", "server killed under load of four phones", server_kills.run, 4, 200, 2),
    Part(
        "server-photos", "server's photo files at every call: killed, full, without power",
        server_photos.run, 1, 12,
    ),
    Part("server-power", "server without power after a commit", server_database.lose_power, 6, 150),
    Part("server-full", "server's disk full after so many pages", server_database.run_full, 4, 60),
    Part("server-damage", "a page of the database damaged", server_database.damage, 6, 150),
    Part("clocks", "clocks three days off, on both sides", two_sides.clocks, 8, 64),
    Part("yesterday", "server put back to yesterday", two_sides.yesterday, 1, 30),
    Part("link", "a link that cuts, loses, doubles, delays, throttles, lies", bad_link.run, 1, 40),
    Part("packets", "real TCP, 30 % of packets lost, 800 ms", real_link.run, 0, 2),
    Part(
        "clock-back", "a clock that was ahead goes back",
        doors_and_disasters.clocks_go_back, 4, 60,
    ),
    Part(
        "photo-disk", "the disk of the photos goes and comes",
        doors_and_disasters.photo_folders, 4, 60,
    ),
    Part(
        "lists", "lists that leave out what was delivered, photos half sent",
        doors_and_disasters.lists_leave_out, 3, 40,
    ),
    Part("attack", "the doors attacked from two addresses", doors_and_disasters.under_attack, 0, 1),
    Part(
        "postgres-races", "two processes race for a code, a report, a decision, an approval, "
        "on PostgreSQL", races.run, 100, 1_000,
    ),
    Part(
        "crew", "two and four processes under load, killed in the middle of races", crews.run,
        8, 1_000,
    ),
    Part(
        "crew-postgres", "the same on PostgreSQL, which is started anew meanwhile",
        crews.run_on_postgres, 8, 1_000,
    ),
    Part("soak", "21 phones for a quarter, all of it at random", soak.run, 5, 92),
)  # fmt: skip


def part_named(name: str) -> Part:
    """The part of this name."""
    return next(part for part in PARTS if part.name == name)


def play(name: str, folder: str, count: int, seed: int) -> Row:
    """One part, or a slice of it, in a folder that is made for it.

    What breaks the part itself counts as a case that was lost.
    """
    part, place = part_named(name), Path(folder)
    row = Row(part.what, seed)
    if not count:
        row.skipped = "in the long form only"
        return row
    place.mkdir(parents=True)
    with timed(row):
        try:
            asyncio.run(part.run(Job(place, count, seed, row)))
        except Exception as error:  # noqa: BLE001 the other parts go on
            row.broke(error)
    return row


def seeds(seed: int, count: int) -> list[int]:
    """One for each slice; the first is the one that was given."""
    dice = random.Random(seed)
    return [seed, *(dice.randrange(1, 1_000_000) for _ in range(count - 1))]
