"""The short form of `make faults`: every part that needs no minutes, and an honest table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults import parts
from tests.faults.__main__ import amount, main, run, shares
from tests.faults.harness import Doubled, Lost, Part, Row, joined, table
from tests.faults.kept import Kept, code_hash
from tests.faults.parts import seeds

SHORT = [part for part in parts.PARTS if part.short]


@pytest.mark.parametrize("part", SHORT, ids=lambda part: part.name)
def test_nothing_is_lost_and_nothing_is_doubled(part: Part, folder: Path) -> None:
    row = parts.play(part.name, str(folder / "it"), part.short, seed=63)

    if row.skipped:
        pytest.skip(row.skipped)
    assert row.notes == []
    assert row.well


def test_a_soak_can_be_repeated_from_its_seed(folder: Path) -> None:
    told = [parts.play("soak", str(folder / name), 4, seed=7).told for name in "ab"]

    assert "digest" in told[0]
    assert told[0] == told[1]
    assert parts.play("soak", str(folder / "c"), 4, seed=8).told != told[0]


def test_the_table_counts_what_goes_wrong() -> None:
    row = Row("a fault", 1)
    for error in (None, Lost("a word"), Doubled("a resi"), ValueError("a crash")):
        with row.case("case"):
            if error:
                raise error

    assert (row.cases, row.lost, row.doubled, row.recovered) == (4, 2, 1, 1)
    assert not row.well
    assert "| a fault | 4 | 2 | 1 | 1 | 1 |" in table([row])
    assert joined([row, row]).lost == 4


def test_a_part_that_did_nothing_is_not_well() -> None:
    assert not Row("nothing", 1).well


def test_a_part_without_a_short_form_is_left_out_and_fails_nothing() -> None:
    long_only = [part for part in parts.PARTS if not part.short]
    assert long_only
    words = [word for part in long_only for word in ("--only", part.name)]
    assert main(["--length", "short", *words]) == 0
    assert main(["--length", "3", *words]) == 0


def test_a_long_run_that_was_cut_off_goes_on_where_it_stood(folder: Path) -> None:
    done = Kept(folder, "c0de")
    row = Row("a fault", 1, cases=3, recovered=2, lost=1, notes=["case: gone"])
    done.add(("phone-kills", 50, 63), row)
    with done.path.open("a") as file:
        file.write('[["phone-kills", 50, 7], {"wh')

    again = Kept(folder, "c0de")

    assert again.count == 1
    assert again.of(("phone-kills", 50, 63)) == row
    assert again.of(("phone-kills", 50, 7)) is None
    again.add(("phone-kills", 50, 7), row)
    assert Kept(folder, "c0de").count == 2
    assert Kept(folder, "another").count == 0


def test_the_first_slice_of_a_long_run_is_kept_already(folder: Path) -> None:
    few = replace(next(part for part in parts.PARTS if part.name == "lists"), long=1)
    [row] = run([few], "long", 63, folder / "it", Kept(folder, "c0de"))

    assert Kept(folder, "c0de").of((few.name, 1, seeds(63, 1)[0])) == row


def test_another_line_of_code_begins_a_long_run_anew(folder: Path) -> None:
    (folder / "server").mkdir()
    code = folder / "server" / "one.py"
    code.write_text("ONE = 1\n")
    before = code_hash(folder)
    code.write_text("ONE = 2\n")

    assert code_hash(folder) != before


def test_slices_make_up_the_whole() -> None:
    for part in parts.PARTS:
        counts = [count for count, _ in shares(part, "long", 63)]
        assert sum(counts) == part.long == amount(part, "long")
        assert amount(part, "3") == 3 * part.short
