"""What the frame of a page shows besides the page itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from server.core.sessions import Account
from server.desk.menu import NavItem
from server.desk.places import Place
from server.desk.reading import Reading
from shared.wilayah import Wilayah


@dataclass(frozen=True)
class FrameFacts:
    """What the frame shows of the person and of the work."""

    account: Account
    wilayah: Wilayah
    waiting: Reading[None, int]
    go: Callable[[Place], None]
    log_out: Callable[[], None]
    items: tuple[NavItem, ...]
    """What this person finds in the side bar."""
    here: str = ""
    """The key of this screen among ``items``."""
