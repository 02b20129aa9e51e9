"""Who asks at the staff view: the cookie, how we were called, and where a form came from."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

from starlette.requests import HTTPConnection

from server.core.context import Context

COOKIE = "sinar_sesi"
KNOWN = "sinar_kenal"
"""Of a browser in which somebody has logged in before; it opens nothing."""
STEP = "sinar_langkah"
"""Between the password and the second step."""


def token(visit: HTTPConnection) -> str | None:
    """The log-in's token."""
    return visit.cookies.get(COOKIE)


def is_https(visit: HTTPConnection) -> bool:
    """Whether the browser speaks TLS, with us or with a trusted proxy before us."""
    return _told(visit, "x-forwarded-proto", visit.scope.get("scheme", "")) in ("https", "wss")


def host(visit: HTTPConnection) -> str:
    """How the browser called us, through a trusted proxy too."""
    return _told(visit, "x-forwarded-host", visit.headers.get("host", ""))


def comes_from_here(visit: HTTPConnection) -> bool:
    """Whether the page that sends this is one of ours: its Origin is the host that it calls."""
    origin = visit.headers.get("origin")
    if origin is None:
        return False
    found = _split(origin)
    return found is not None and found.netloc.lower() == host(visit).lower() != ""


def comes_from_elsewhere(visit: HTTPConnection) -> bool:
    """Whether a page of another site sends this; what is no browser names no Origin."""
    return "origin" in visit.headers and not comes_from_here(visit)


def local_path(text: str) -> str:
    """A path on this server to go on to; the start page when it is anything else."""
    parts = _split(text)
    if parts is None:
        return "/"
    odd = parts.scheme or parts.netloc or "\\" in text or not text.isprintable()
    if odd or not text.startswith("/") or text.startswith("//"):
        return "/"
    return "/" if parts.path.startswith(("/masuk", "/keluar")) else text


def _split(text: str) -> SplitResult | None:
    """None for what is no address at all, such as ``//[``."""
    try:
        return urlsplit(text)
    except ValueError:
        return None


def _told(visit: HTTPConnection, header: str, otherwise: str) -> str:
    ctx: Context = visit.app.state.context
    peer = visit.client.host if visit.client else ""
    if peer not in ctx.settings.trusted_proxies:
        return otherwise
    return visit.headers.get(header, otherwise).split(",")[-1].strip()
