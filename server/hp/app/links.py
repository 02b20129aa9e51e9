"""Where a phone opens the app: an address that carries the code where no server ever sees it."""

from __future__ import annotations

from urllib.parse import urlsplit

from server.hp.app.built import BASE

_OWN_MACHINE = ("localhost", "127.0.0.1", "::1")


def opens_app(address: str) -> bool:
    """Whether a browser lets an app from there keep anything: over TLS, or on its own machine."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.hostname or "") in _OWN_MACHINE


def app_address(address: str) -> str:
    """``https://sinar.example/hp/``: what a person can type."""
    return f"{address.rstrip('/')}{BASE}"


def link(address: str, code: str) -> str:
    """For the QR and for messages: behind the # nothing is sent to a server or written in its log.

    The code alone where no app can be opened from that address.
    """
    return f"{app_address(address)}#kode={code}" if opens_app(address) else code
