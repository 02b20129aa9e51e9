"""Reads the headers of tus 1.0.0, and refuses before a byte of the body is read."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping

from server.http.problems import Problem
from shared.protocol import MAX_PHOTO_BYTES, OFFSET_TYPE, TUS

RESUMABLE = {"Tus-Resumable": TUS}
ABOUT = {
    "Tus-Version": TUS,
    "Tus-Extension": "creation,creation-with-upload,expiration",
    "Tus-Max-Size": str(MAX_PHOTO_BYTES),
}

_SHA = re.compile(r"[0-9a-f]{64}\Z")
_NUMBER = re.compile(r"[0-9]{1,15}\Z", re.ASCII)

Headers = Mapping[str, str]


def refusal(status: int, code: str, *, detail: str = "", headers: Headers | None = None) -> Problem:
    """A refusal that a tus client knows as one of this server."""
    return Problem(detail, status=status, code=code, headers={**RESUMABLE, **(headers or {})})


def require_version(headers: Headers) -> None:
    """412 unless the sender speaks our version."""
    if headers.get("tus-resumable") != TUS:
        raise refusal(412, "wrong_tus_version", headers={"Tus-Version": TUS})


def require_body_type(headers: Headers) -> None:
    """415 unless the body is a piece of a file as it is."""
    if headers.get("content-type", "").strip().lower() != OFFSET_TYPE:
        raise refusal(415, "unsupported_type")
    if headers.get("content-encoding", "identity").strip().lower() != "identity":
        raise refusal(415, "unsupported_type")


def has_body(headers: Headers) -> bool:
    """Whether bytes follow the headers."""
    return "transfer-encoding" in headers or headers.get("content-length", "0").strip() != "0"


def announced(headers: Headers) -> int | None:
    """How many bytes follow; None when the sender does not say."""
    return number(headers, "content-length") if "content-length" in headers else None


def number(headers: Headers, name: str) -> int:
    """A header that must be a whole number, else 400."""
    value = headers.get(name, "").strip()
    if not _NUMBER.match(value):
        raise refusal(400, "bad_request", detail=name)
    return int(value)


def upload_length(headers: Headers) -> int:
    """``Upload-Length``, at most 2 MiB."""
    length = number(headers, "upload-length")
    if length > MAX_PHOTO_BYTES:
        raise refusal(413, "too_large")
    return length


def sha_of(text: str | None) -> str:
    """A name of 64 lower-case hex digits, else 400."""
    if text is None or not _SHA.match(text):
        raise refusal(400, "bad_sha256")
    return text


def metadata(headers: Headers) -> dict[str, str]:
    """``Upload-Metadata``: pairs of a key and a value in base64, else 400."""
    found: dict[str, str] = {}
    for pair in headers.get("upload-metadata", "").split(","):
        words = pair.split()
        if not words:
            continue
        if len(words) > 2 or words[0] in found:
            raise refusal(400, "bad_metadata")
        found[words[0]] = _decoded(words[1]) if len(words) == 2 else ""
    return found


def _decoded(text: str) -> str:
    try:
        return base64.b64decode(text, validate=True).decode()
    except ValueError as error:
        raise refusal(400, "bad_metadata") from error
