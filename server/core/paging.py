"""How a long list falls into pages."""

from __future__ import annotations


def pages(total: int, per_page: int) -> int:
    """How many there are, at least one."""
    return max(1, -(-total // per_page))
