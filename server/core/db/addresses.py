"""Addresses of PostgreSQL's databases: read, written, and of one beside another."""

from __future__ import annotations

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from server.core.db.trouble import StoreAddressError

FILE = "sinar.db"
"""What SQLite's is called in a data folder, and in a backup."""


def beside(url: URL, ending: str) -> URL:
    """Another database of the same server."""
    return url.set(database=f"{(url.database or '')[: 63 - len(ending) - 1]}_{ending}")


def parsed(address: str) -> URL:
    """An address, whichever of its two names is used for PostgreSQL.

    Raises StoreAddressError, which must not repeat an address: a password may stand in it.
    """
    try:
        return make_url(address.replace("postgres://", "postgresql://", 1))
    except ArgumentError as error:
        raise StoreAddressError(type(error).__name__) from error


def written(url: URL) -> str:
    """As an address, with the password in it."""
    return url.render_as_string(hide_password=False)


def is_file(address: str) -> bool:
    """Whether it is a file of SQLite's, and no database of a server."""
    return address.startswith("sqlite")


def of_kecamatan(address: str, kode: str) -> str | None:
    """The database of one beside the first, of a code such as ``63.11.02``; None: a file's own."""
    if is_file(address):
        return None
    return written(beside(parsed(address), kode.replace(".", "_")))
