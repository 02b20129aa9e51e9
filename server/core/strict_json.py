"""JSON as it is taken from outside: no name twice, no NaN, no number without end, not too deep."""

from __future__ import annotations

import json
import math
import re
from typing import Any

MAX_DEPTH = 50
"""Deeper than any message; what is stored must never be too deep for a reader."""

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)


def loads(text: str) -> Any:
    """The value; ValueError when it is none that is taken."""
    if too_deep(text):
        raise ValueError("too deep")
    try:
        return json.loads(text, **_STRICT)
    except RecursionError as error:
        raise ValueError("too deep") from error


def too_deep(text: str) -> bool:
    """Whether it nests deeper than any message does."""
    return text.count("[") + text.count("{") > MAX_DEPTH and _depth(text) > MAX_DEPTH


def _depth(text: str) -> int:
    depth = deepest = 0
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif mark in "]}":
            depth -= 1
    return deepest


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def _finite(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise ValueError(text)
    return value


def _no_constant(name: str) -> Any:
    raise ValueError(name)


_STRICT: dict[str, Any] = {
    "object_pairs_hook": _once, "parse_float": _finite, "parse_constant": _no_constant,
}  # fmt: skip

DECODER = json.JSONDecoder(**_STRICT)
