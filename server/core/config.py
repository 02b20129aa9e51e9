"""Where the server keeps its data and how it is reached; read once, at start."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

from server.core.db.addresses import FILE, of_kecamatan

NO_ROOM = 100_000_000
MARK_ENDS = "~"
"""After the code of a kecamatan that heads a token; in no token's own letters."""


@dataclass(frozen=True)
class Settings:
    """What the operator decides; everything else is kept in the database."""

    data: Path
    database: str | None = None
    """Address of PostgreSQL, for the first kecamatan and, by other names, for those beside it."""
    own_file: bool = False
    """Of one beside the first: its database is a file of its own all the same."""
    host: str = "127.0.0.1"
    port: int = 8550
    workers: int = 1
    """Processes that serve side by side on this port."""
    trusted_proxies: frozenset[str] = frozenset()
    """Peers whose ``X-Forwarded-For`` is believed."""
    tiles: str = ""
    """Address of map tiles with {z}, {x} and {y}; without them the map shows positions only."""
    with_staff: bool = True
    """Without it phones and other systems only are served, and the pages for everybody."""
    hosts: frozenset[str] = frozenset()
    """Names by which this server may be called; without them those that were seen at set-up."""
    metrics_local: bool = False
    """Opens the operator's figures to this machine itself: only where no proxy stands before."""
    metrics_token: str = ""
    """Opens the operator's figures to whoever shows it."""
    photos: str = ""
    """``s3://bucket/prefix``: where photos and papers lie; without it in the data folder."""
    s3_endpoint: str = ""
    """Address of that store; without it Amazon's own."""
    log_file: Path | None = None
    """Where the log goes, turned over by size; without it to standard error."""
    mark: str = ""
    """The code of a kecamatan that is not the first of its installation: what it hands out
    (tokens, cookies, keys, links) carries it, so that the front sees whose it is."""

    def fresh_secret(self) -> str:
        """A token that nobody guesses, for a phone, a log-in or another system."""
        return f"{self.mark}{MARK_ENDS if self.mark else ''}{secrets.token_urlsafe(32)}"

    @property
    def database_url(self) -> str:
        """The database: a file in the data folder unless an address is given.

        Raises StoreAddressError where that means nothing.
        """
        given = None if self.own_file else self.database
        if given and self.mark:
            given = of_kecamatan(given, self.mark)
        return given or f"sqlite:///{self.data / FILE}"

    @property
    def photo_folder(self) -> Path:
        """Where photos lie, a folder for each desa; with `photos` only those that are arriving."""
        return self.data / "foto"

    @property
    def small_folder(self) -> Path:
        """Where small pictures are made again whenever they lack."""
        return self.data / "foto-kecil"

    @property
    def making_folder(self) -> Path:
        """Where exports are made, and lie for an hour."""
        return self.data / "sementara"

    @property
    def fetched_folder(self) -> Path:
        """Where copies of what lies in a store on another machine are kept for an hour."""
        return self.data / "salinan"

    @property
    def paper_folder(self) -> Path:
        """Where approved papers lie, each as it was frozen."""
        return self.data / "kertas"


def make_folder(folder: Path) -> None:
    """Make the data folder, readable by its owner only."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
