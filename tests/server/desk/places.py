"""The place of an address, as the router of the staff view finds it."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

import repath

from server.desk.places import Given, Place, query
from server.shell import wings
from tests.cast import JUAI


def place_of(route: str | None) -> Place | None:
    """None: there is no such page."""
    parts = urlsplit(route or "/")
    path = parts.path.rstrip("/") or "/"
    for page in wings.pages():
        if found := re.match(repath.pattern(f"/{page.path}"), path):
            steps = {name: unquote(step) for name, step in found.groupdict().items()}
            return page.read(Given({**query(parts.query), **steps}, JUAI))
    return None
