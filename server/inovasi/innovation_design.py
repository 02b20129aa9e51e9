"""The *rancang bangun* of the profile: assembled from what was entered, and counted. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from server.inovasi import innovation_fields as fields

LEAST_WORDS = 300
"""What the form asks for."""

_WORD = re.compile(r"[^\W_]+(?:[-'’/.][^\W_]+)*")


def design(facts: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """(field, text) of the parts that were entered, in the order of the form."""
    return tuple(
        (name, text)
        for name in fields.DESIGN
        if (text := fields.words(facts, f"profil.{name}").strip())
    )


def word_count(facts: Mapping[str, Any]) -> int:
    """The words of its texts; headings do not count."""
    return sum(len(_WORD.findall(text)) for _, text in design(facts))


def is_long_enough(facts: Mapping[str, Any]) -> bool:
    """Whether the form would take it."""
    return word_count(facts) >= LEAST_WORDS
