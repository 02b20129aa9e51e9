"""Both databases take the same signs for a word, so both find the same reports."""

from __future__ import annotations

import itertools
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import insert, select

from server.core.config import Settings
from server.core.context import Context, open_context
from server.core.db.tables import laporan
from server.laporan.rows import laporan_words
from shared.clock import FixedClock
from shared.names import searchable
from tests.postgres import Lane
from tests.server.kit import NOW
from tests.server.laporan.test_far_pages import _row

PIECES = (
    "pos", "poskamling", "rt-02/rw.1", "sa'adah", "Café", "ÉCOLE", "naïve", "3kg", "1e5", "-7",
    "2,5", "v1.2.3", "a_b", "desa@contoh.id", "https://contoh.id/a?b=c", "/etc/hosts",
    "<b>tebal</b>", "&amp;", "juai-2026-11-0001", "الله", "ćwiczenia", "ﬁ", "²", "½", "ß",
    "0x1f", "12abc34",
    "siang-malam", "08:30", "+62 812", "100%", "😀", "e\u0301cole", "Ⅻ", "x" * 300,
)  # fmt: skip


def test_the_same_words_find_the_same_reports(postgres: Lane | None, tmp_path: Path) -> None:
    if postgres is None:
        pytest.skip("asks both databases: with --database postgres")
    dice = Random(1945)
    texts = [" ".join(dice.sample(PIECES, 4)) for _ in range(150)]
    pairs = itertools.permutations(PIECES[:16], 2)
    texts += [dice.choice("-./_ '").join(pair) for pair in pairs]
    halves = (one[: max(1, len(one) // 2)] for one in PIECES)
    questions = [*PIECES, *halves, *texts[:60], "_", "& _"]
    here = f"sqlite:///{tmp_path / 'sinar.db'}"
    with (
        open_context(Settings(tmp_path / "a", here), FixedClock(NOW)) as one,
        open_context(Settings(tmp_path / "b"), FixedClock(NOW)) as other,
    ):
        for ctx in (one, other):
            _write(ctx, texts)
        wrong = {
            question: len(_found(one, question) ^ _found(other, question)) for question in questions
        }
        assert {question: n for question, n in wrong.items() if n} == {}


def _write(ctx: Context, texts: list[str]) -> None:
    dice = Random(8)
    rows = [{**_row(dice, n), "words": searchable(words)} for n, words in enumerate(texts)]
    with ctx.database.write() as db:
        db.execute(insert(laporan), rows)


def _found(ctx: Context, words: str) -> set[str]:
    query = select(laporan.c.resi).where(*laporan_words.holds(words))
    with ctx.database.read() as db:
        return set(db.execute(query).scalars())
