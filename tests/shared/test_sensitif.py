"""A sensitif photo stays at the desk."""

from __future__ import annotations

from dataclasses import replace

from shared.sensitif import may_leave
from tests.cast import foto


def test_sensitif_photos_stay_behind_and_the_others_keep_their_order() -> None:
    first, second, third = (foto(letter * 64) for letter in "abc")
    assert may_leave((first, replace(second, sensitif=True), third)) == (first, third)


def test_nothing_leaves_where_all_are_sensitif() -> None:
    assert may_leave([replace(foto(), sensitif=True)]) == ()
