"""Addresses of PostgreSQL's databases: read, written, and of one beside another."""

from __future__ import annotations

from sqlalchemy import URL, make_url


def beside(url: URL, ending: str) -> URL:
    """Another database of the same server."""
    return url.set(database=f"{(url.database or '')[: 63 - len(ending) - 1]}_{ending}")


def parsed(address: str) -> URL:
    """An address, whichever of its two names is used for PostgreSQL."""
    return make_url(address.replace("postgres://", "postgresql://", 1))


def written(url: URL) -> str:
    """As an address, with the password in it."""
    return url.render_as_string(hide_password=False)
