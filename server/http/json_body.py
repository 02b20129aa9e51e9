"""Reads a JSON body: strict, bounded, and with the very text of each item of a list.

Refused before the body is read: another content type, an encoding, a length beyond the limit.
"""

from __future__ import annotations

import re
from typing import Any

import anyio
from fastapi import Request
from starlette.requests import ClientDisconnect

from server.core import strict_json
from server.http.problems import BadRequest, Problem, TooLarge, UnsupportedType

MAX_SECONDS = 120

_BLANK = re.compile(r"[ \t\n\r]*")


async def read(request: Request, limit: int) -> str:
    """The body as text."""
    check_headers(request, limit)
    body = bytearray()
    try:
        with anyio.fail_after(MAX_SECONDS):
            async for chunk in request.stream():
                body += chunk
                if len(body) > limit:
                    raise TooLarge
    except TimeoutError as error:
        raise Problem(status=408, code="slow") from error
    except ClientDisconnect as error:
        raise BadRequest from error
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise BadRequest("Isi bukan UTF-8.") from error


def check_headers(request: Request, limit: int) -> None:
    """What the headers alone already tell."""
    headers = request.headers
    if headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
        raise UnsupportedType("Content-Encoding tidak didukung.")
    media, _, rest = headers.get("content-type", "").partition(";")
    if media.strip().lower() != "application/json" or not _is_utf8(rest):
        raise UnsupportedType("Content-Type harus application/json (UTF-8).")
    length = headers.get("content-length")
    if length is None:
        return
    if not (length.isascii() and length.isdigit()):
        raise BadRequest
    if len(length) > 15 or int(length) > limit:
        raise TooLarge


def parse(text: str, lists: tuple[str, ...] = ()) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """The object, and for each of ``lists`` the text of its items; BadRequest when it is none."""
    if strict_json.too_deep(text):
        raise BadRequest("JSON bertingkat terlalu dalam.")
    try:
        return _Parser(text).top(lists)
    except (ValueError, RecursionError) as error:
        raise BadRequest("Isi bukan objek JSON yang sah.") from error


class _Parser:
    """Walks the outermost object by hand and leaves everything inside to the fast scanner."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def top(self, lists: tuple[str, ...]) -> tuple[dict[str, Any], dict[str, list[str]]]:
        found: dict[str, Any] = {}
        texts: dict[str, list[str]] = {}
        self.take("{")
        if not self.next_is("}"):
            while True:
                key = self.value()
                if not isinstance(key, str) or key in found:
                    raise ValueError(key)
                self.take(":")
                if key in lists and self.peek() == "[":
                    found[key], texts[key] = self.items()
                else:
                    found[key] = self.value()
                if not self.more("}"):
                    break
        if self.peek():
            raise ValueError(self.at)
        return found, texts

    def items(self) -> tuple[list[Any], list[str]]:
        values: list[Any] = []
        texts: list[str] = []
        self.take("[")
        if self.next_is("]"):
            return values, texts
        while True:
            self.peek()
            start = self.at
            values.append(self.value())
            texts.append(self.text[start : self.at])
            if not self.more("]"):
                return values, texts

    def value(self) -> Any:
        self.peek()
        value, self.at = strict_json.DECODER.raw_decode(self.text, self.at)
        return value

    def peek(self) -> str:
        blank = _BLANK.match(self.text, self.at)
        self.at = blank.end() if blank else self.at
        return self.text[self.at : self.at + 1]

    def take(self, mark: str) -> None:
        if self.peek() != mark:
            raise ValueError(self.at)
        self.at += 1

    def next_is(self, mark: str) -> bool:
        if self.peek() != mark:
            return False
        self.at += 1
        return True

    def more(self, end: str) -> bool:
        if self.next_is(end):
            return False
        self.take(",")
        return True


def _is_utf8(parameters: str) -> bool:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset" and value.strip(' "').lower() not in _UTF8:
            return False
    return True


_UTF8 = ("utf-8", "utf8", "us-ascii")
