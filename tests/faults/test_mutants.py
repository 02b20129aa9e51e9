"""The faults that `make mutants` plants can still be planted, and their tests are still there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.mutants import ROOT, NotThereError, planted
from tests.faults.planted import MUTANTS, Mutant


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.what)
def test_each_stands_where_it_is_planted(mutant: Mutant) -> None:
    assert planted(mutant) != (ROOT / mutant.file).read_text()
    compile(planted(mutant), mutant.file, "exec")
    for test in mutant.tests:
        file, _, name = test.partition("::")
        assert (name.partition("[")[0]) in (ROOT / file).read_text()


def test_there_are_twenty_and_more() -> None:
    assert len({mutant.what for mutant in MUTANTS}) == len(MUTANTS) >= 20


def test_a_text_that_has_changed_is_told(tmp_path: Path) -> None:
    for found in ("", MUTANTS[0].text * 2):
        (tmp_path / MUTANTS[0].file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / MUTANTS[0].file).write_text(found)
        with pytest.raises(NotThereError):
            planted(MUTANTS[0], tmp_path)
