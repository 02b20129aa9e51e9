"""Every refusal has one shape: RFC 9457 problem+json with a stable ``code``.

Problem
├── BadRequest      400  the call itself is faulty: final
├── Unauthorized    401  no token, or one that is not known (any more): stop sending
├── Forbidden       403  not yours, or a wrong code
├── TooLarge        413  final
├── UnsupportedType 415  final
├── TooMany         429  come back after ``Retry-After``
└── Unavailable     503  the same: it could not be looked up just now
"""

from __future__ import annotations

import json
from typing import ClassVar

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException as StarletteHTTPException

from server.core import log
from server.core.db.database import StoreError, StoreFullError
from server.core.files.object_store import StorageAwayError, StorageFullError, WrongFolderError
from server.core.permit import NotAllowedError
from server.core.phone_quota import QuotaError
from server.http import teks
from shared.protocol import PROBLEM_TYPE


class Problem(Exception):
    """Ends a request; ``detail`` is a sentence for people, never a secret."""

    status: ClassVar[int] = 500
    code: ClassVar[str] = "internal"

    def __init__(
        self,
        detail: str = "",
        *,
        status: int | None = None,
        code: str | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.status_code = status or self.status
        self.word = code or self.code
        self.headers = headers or {}

    def response(self) -> Response:
        """The answer."""
        return problem(self.status_code, self.word, self.detail, self.headers)


class BadRequest(Problem):
    """Mend the client; sending the same again gives the same."""

    status, code = 400, "bad_request"


class Unauthorized(Problem):
    """Go on drafting; a new activation code is needed before anything is sent."""

    status, code = 401, "unauthorized"


class Forbidden(Problem):
    """Asking again does not help."""

    status, code = 403, "forbidden"


class TooLarge(Problem):
    """Send less."""

    status, code = 413, "too_large"


class UnsupportedType(Problem):
    """Send another type."""

    status, code = 415, "unsupported_type"


class TooMany(Problem):
    """Wait as long as ``Retry-After`` says."""

    status, code = 429, "too_many"

    def __init__(self, seconds: int, detail: str = "") -> None:
        super().__init__(detail, headers={"Retry-After": str(max(1, seconds))})


class Unavailable(Problem):
    """Nothing is refused: come again when ``Retry-After`` says."""

    status, code = 503, "unavailable"

    def __init__(self, seconds: int) -> None:
        super().__init__(headers={"Retry-After": str(seconds)})


_BY_STATUS = {
    400: "bad_request", 401: "unauthorized", 403: "forbidden", 404: "not_found",
    405: "method_not_allowed", 409: "offset_mismatch", 413: "too_large", 415: "unsupported_type",
    422: "unprocessable", 423: "busy", 429: "too_many", 500: "internal", 503: "unavailable",
}  # fmt: skip


def problem(
    status: int, code: str, detail: str = "", headers: dict[str, str] | None = None
) -> Response:
    """A problem+json answer."""
    body = {
        "type": "about:blank",
        "title": teks.PROBLEMS.get(code, teks.PROBLEMS["internal"]),
        "status": status,
        "detail": detail or teks.PROBLEMS.get(code, teks.PROBLEMS["internal"]),
        "code": code,
    }
    return Response(json.dumps(body), status, headers, PROBLEM_TYPE)


async def on_problem(request: Request, error: Exception) -> Response:
    """Turns a `Problem` into its answer."""
    if not isinstance(error, Problem):
        raise error
    request.app.state.context.meters.count("refused_total", error.word)
    return error.response()


async def on_quota(request: Request, error: Exception) -> Response:
    """A phone has sent as much as a village can produce."""
    if not isinstance(error, QuotaError):
        raise error
    return await on_problem(request, TooMany(error.seconds))


async def on_wrong_folder(_request: Request, error: Exception) -> Response:
    """The photos cannot be reached; what is not a photo goes on."""
    log.event("server", "folder foto", f"bukan folder yang semestinya · {error}")
    return problem(503, "unavailable", "", {"Retry-After": "300"})


async def on_away(_request: Request, _error: Exception) -> Response:
    """The store of the photos does not answer, as the log says already."""
    return problem(503, "unavailable", "", {"Retry-After": "60"})


async def on_full(_request: Request, _error: Exception) -> Response:
    """No room for a copy of a photo that lies on another machine; nothing was changed."""
    log.event("server", "foto", "ruang disk penuh")
    return problem(503, "storage_full", "", {"Retry-After": "60"})


async def on_http(_request: Request, error: Exception) -> Response:
    """What the framework refuses by itself: 404, 405, …"""
    if not isinstance(error, StarletteHTTPException):
        raise error
    code = _BY_STATUS.get(error.status_code, "bad_request")
    return problem(error.status_code, code, "", dict(error.headers or {}))


async def on_not_allowed(_request: Request, _error: Exception) -> Response:
    """A role may not see or do that."""
    return Forbidden().response()


async def on_validation(_request: Request, error: Exception) -> Response:
    """What the framework finds wrong with a parameter."""
    if not isinstance(error, RequestValidationError):
        raise error
    return BadRequest().response()


async def on_store(_request: Request, error: Exception) -> Response:
    """The database cannot take it just now; nothing was changed."""
    code = "storage_full" if isinstance(error, StoreFullError) else "unavailable"
    log.event("server", "basis data", str(error))
    return problem(503, code, "", {"Retry-After": "10"})


async def on_crash(request: Request, error: Exception) -> Response:
    """A fault of ours: told to the log, not to the caller."""
    log.crash(f"{request.method} {request.url.path}", error)
    return problem(500, "internal")


def add_to(app: FastAPI) -> None:
    """Every refusal of the app takes this shape."""
    app.add_exception_handler(Problem, on_problem)
    app.add_exception_handler(QuotaError, on_quota)
    app.add_exception_handler(StarletteHTTPException, on_http)
    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(RequestValidationError, on_validation)
    app.add_exception_handler(NotAllowedError, on_not_allowed)
    app.add_exception_handler(StoreError, on_store)
    app.add_exception_handler(WrongFolderError, on_wrong_folder)
    app.add_exception_handler(StorageAwayError, on_away)
    app.add_exception_handler(StorageFullError, on_full)
    app.add_exception_handler(Exception, on_crash)
