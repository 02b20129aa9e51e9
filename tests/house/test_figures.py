"""The house in figures: no file that cannot be held in the head."""

from __future__ import annotations

from tests.house import figures


def test_no_file_is_longer_than_can_be_held_in_the_head() -> None:
    """But tables of words, and frozen migrations."""
    assert not figures.too_long()


def test_half_of_all_functions_fit_six_lines_and_nearly_all_fit_twenty() -> None:
    for room in figures.ROOMS:
        median, p95 = figures.lengths(room)
        assert median <= 6 and p95 <= 20, room
