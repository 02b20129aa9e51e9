"""Reads the server's answers: success only when it is surely the server that speaks.

A captive portal, a proxy and a server of tomorrow all answer with a status too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any, cast

from mobile.sync import outcome
from mobile.sync.parcel_sender import Brought
from shared import protocol as p
from shared.clock import parse_time
from shared.codec import decode

SHOWN = 200
"""So much of a strange body goes into the detail."""


@dataclass(frozen=True)
class Answer:
    """An HTTP answer, whoever gave it; header names in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def type(self) -> str:
        return self.headers.get("content-type", "").split(";")[0].strip().lower()

    @property
    def speaks_tus(self) -> bool:
        return self.headers.get("tus-resumable") == p.TUS


def message(answer: Answer, status: int) -> dict[str, Any]:
    """The body of a success; raises the outcome of anything else."""
    if answer.status != status:
        raise failure(answer)
    if answer.type != "application/json":
        raise outcome.Portal(_shown(answer))
    body = _json(answer)
    if body is None or not isinstance(body.get("protocol"), int):
        raise outcome.Portal(_shown(answer))
    if body["protocol"] > p.VERSION:
        raise outcome.OldApp(f"protocol {body['protocol']}")
    if body["protocol"] != p.VERSION:
        raise outcome.Unexpected(_shown(answer))
    return body


def sync_answer(answer: Answer) -> p.SyncAnswer:
    """The answer to POST sync."""
    body = message(answer, 200)
    try:
        read = decode(p.SyncAnswer, body)
        parse_time(read.server_time)
        _check_shape(read)
    except (TypeError, ValueError, AttributeError, KeyError) as error:
        raise outcome.Unexpected(f"sync answer: {error!r}") from error
    return read


def _check_shape(read: p.SyncAnswer) -> None:
    """What the rest of the engine relies on; decoding looks at the shape of objects only."""
    whole = (
        isinstance(cast("Any", read.cursor), int)
        and all(isinstance(cast("Any", r.id), str) for r in read.results)
        and all(isinstance(cast("Any", c.data), dict) for c in read.changes)
        and all(isinstance(cast("Any", m.offset), int) for m in read.missing_photos)
    )
    if not whole:
        raise TypeError("a value of another type")


def upload_offset(answer: Answer, status: int) -> int:
    """The `Upload-Offset` of a tus success; raises the outcome of anything else."""
    if answer.status != status:
        raise failure(answer)
    offset = answer.headers.get("upload-offset", "")
    if not answer.speaks_tus or not offset.isdecimal():
        raise outcome.Portal(_shown(answer))
    return int(offset)


def brought(answer: Answer) -> Brought:
    """What was taken in of a package."""
    body = message(answer, 200)
    laporan, foto = body.get("laporan"), body.get("foto")
    if not isinstance(laporan, int) or not isinstance(foto, int):
        raise outcome.Unexpected(_shown(answer))
    return Brought(laporan, foto)


def picture(answer: Answer) -> bytes:
    """The bytes of a JPEG."""
    if answer.status != 200:
        raise failure(answer)
    if answer.type != "image/jpeg" or not answer.body.startswith(b"\xff\xd8"):
        raise outcome.Portal(_shown(answer))
    return answer.body


def failure(answer: Answer) -> outcome.ContactFailed:
    """What an unwelcome status means. Only a problem of our server's is taken at its word."""
    if answer.status in (429, 503):
        return outcome.Busy(_shown(answer), retry_after_s=_retry_after(answer))
    if answer.status >= 500 and answer.status != 511:
        kind = outcome.ServerFault if answer.status == 500 else outcome.Busy
        return kind(_shown(answer))
    problem = _problem(answer)
    if problem is None:
        page = answer.type == "text/html" and answer.status != 413
        stranger = answer.status < 400 or answer.status == 511 or page
        return (outcome.Portal if stranger else outcome.Unexpected)(_shown(answer))
    return _our_problem(answer, problem)


def _our_problem(answer: Answer, problem: dict[str, Any]) -> outcome.ContactFailed:
    code, status = str(problem.get("code", "")), answer.status
    if status == 401:
        return outcome.TokenRefused(f"401 {code}")
    if status in (403, 404):
        return outcome.NotKnown(code, status)
    if status == 409:
        offset = answer.headers.get("upload-offset", "")
        return outcome.OffsetDiffers(int(offset) if offset.isdecimal() else None)
    if status == 423:
        return outcome.Held(f"423 {code}")
    if status in (400, 412, 413, 415, 422, 460):
        return outcome.Refused(code, status, str(problem.get("detail") or ""))
    return outcome.Unexpected(f"{status} {code}")


def _problem(answer: Answer) -> dict[str, Any] | None:
    """The problem of our own server, or None; an answer to HEAD has no body to show it."""
    if answer.type == p.PROBLEM_TYPE:
        body = _json(answer)
        if body is not None and isinstance(body.get("code"), str):
            return body
    return {} if answer.speaks_tus and not answer.body else None


def _json(answer: Answer) -> dict[str, Any] | None:
    try:
        body = json.loads(answer.body)
    except ValueError:
        return None
    return cast("dict[str, Any]", body) if isinstance(body, dict) else None


def _retry_after(answer: Answer) -> float | None:
    """Seconds from `Retry-After`, also when it is a date: then by the server's own clock."""
    text = answer.headers.get("retry-after", "").strip()
    if text.isdecimal():
        return float(text)
    until, now = _http_date(text), _http_date(answer.headers.get("date", ""))
    return (until - now).total_seconds() if until and now else None


def _http_date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _shown(answer: Answer) -> str:
    body = answer.body[:SHOWN].decode("utf-8", "replace")
    return f"{answer.status} {answer.type} {' '.join(body.split())}".strip()
