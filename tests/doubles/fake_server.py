"""A kecamatan's server in memory, spoken to through httpx: honest, small, and breakable on demand.

The real server has its own tests (tests/both); this one is for what a real one never says.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx

from shared import protocol as p
from shared.checks import gaps
from shared.clock import Clock, FixedClock, format_time
from tests import cast

Breaker = Callable[[httpx.Request], httpx.Response | Exception | None]

JSON = "application/json"
TUS = {"Tus-Resumable": p.TUS}


def problem(status: int, code: str, **headers: str) -> httpx.Response:
    """An error as the real server words it."""
    body = {"type": "about:blank", "title": code, "status": status, "code": code}
    return httpx.Response(
        status, content=json.dumps(body), headers={"Content-Type": p.PROBLEM_TYPE, **headers}
    )


def portal(_request: httpx.Request) -> httpx.Response:
    """The page of a Wi-Fi that wants a log-in."""
    return httpx.Response(200, html="<html><h1>Selamat datang di Wi-Fi Kafe</h1></html>")


@dataclass
class FakeServer(httpx.AsyncBaseTransport):
    """Takes reports and photos. ``breakers`` are asked first, one for each request in turn;
    what they return or raise stands for the answer, None lets the request through.
    """

    clock: Clock = field(default_factory=lambda: FixedClock(cast.EVENING))
    token: str = "token-of-ida"
    code: str = "ABCD2345"
    reports: dict[str, dict[str, Any]] = field(default_factory=dict)
    photos: dict[str, bytes] = field(default_factory=dict)
    parts: dict[str, bytes] = field(default_factory=dict)
    changes: list[dict[str, Any]] = field(default_factory=list)
    breakers: list[Breaker | None] = field(default_factory=list)
    after_commit: list[Exception] = field(default_factory=list)
    calls: list[tuple[str, str]] = field(default_factory=list)
    bodies: list[dict[str, Any]] = field(default_factory=list)
    inventory: str = "match"
    resend: list[str] = field(default_factory=list)
    poison: Callable[[list[dict[str, Any]]], httpx.Response | None] = lambda _items: None
    body_limit: int | None = None
    """A link that breaks after so many bytes of every photo body."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.calls.append((request.method, request.url.path.removeprefix(p.BASE)))
        breaker = self.breakers.pop(0) if self.breakers else None
        broken = breaker(request) if breaker else None
        if isinstance(broken, Exception):
            raise broken
        body, whole = await self._read(request)
        answer = broken or self._answer(request, body)
        if not whole:
            raise httpx.WriteError("the link broke")
        if self.after_commit and request.url.path == p.SYNC:
            raise self.after_commit.pop(0)
        return answer

    async def _read(self, request: httpx.Request) -> tuple[bytes, bool]:
        body = b""
        async for part in request.stream:  # pyright: ignore[reportGeneralTypeIssues]
            body += part
            limit = self.body_limit if request.url.path != p.SYNC else None
            if limit is not None and len(body) > limit:
                return body[:limit], False
        return body, True

    def _answer(self, request: httpx.Request, body: bytes) -> httpx.Response:
        path = request.url.path
        if path == p.ACTIVATE:
            return self._activate(json.loads(body))
        if request.headers.get("authorization") != f"Bearer {self.token}":
            return problem(401, "unauthorized", **TUS)
        if path == p.SYNC:
            return self._sync(json.loads(body))
        return self._photo(request, path.rsplit("/", 1)[-1], body)

    def _activate(self, message: dict[str, Any]) -> httpx.Response:
        if message["code"] != self.code:
            return problem(403, "code_invalid")
        return self._json(
            201,
            token=self.token,
            device_id=cast.IDA_PHONE.device_id,
            pelapor={"nama": cast.BU_IDA.nama, "jabatan": cast.BU_IDA.jabatan},
            desa={"kode": cast.LALAYAU, "nama": "Lalayau"},
            kecamatan={"kode": "63.11.01", "nama": "Juai"},
            settings={"due_day": 5},
        )

    def _json(self, status: int, **fields: Any) -> httpx.Response:
        now = format_time(self.clock.now())
        return httpx.Response(status, json={"protocol": p.VERSION, "server_time": now, **fields})

    def _sync(self, body: dict[str, Any]) -> httpx.Response:
        self.bodies.append(body)
        refusal = self.poison(body["laporan"])
        if refusal is not None:
            return refusal
        results = [self._take(message) for message in body["laporan"]]
        seen = body["cursor"] or 0
        inventory, resend = self.inventory, []
        if body["inventory_list"] is not None:
            inventory, resend, self.inventory = "match", self.resend, "match"
        return self._json(
            200,
            results=results,
            missing_photos=self.missing(),
            changes=[change for change in self.changes if change["seq"] > seen],
            cursor=max([seen, *(change["seq"] for change in self.changes)]),
            more=False,
            inventory=inventory,
            resend=resend,
        )

    def _take(self, message: dict[str, Any]) -> dict[str, Any]:
        ident, known = message["id"], self.reports.get(message["id"])
        result = {"id": ident, "versi": message["versi"], "resi": None, "problems": []}
        if found := gaps(message):
            problems = [{"field": gap.field, "code": gap.code} for gap in found]
            return {**result, "state": p.REFUSED, "problems": problems}
        if known and known["versi"] >= message["versi"]:
            same = {k: v for k, v in known.items() if k != "resi"} == message
            state = p.ALREADY_HAVE if same else p.STALE
            return {**result, "state": state, "resi": known["resi"]}
        resi = known["resi"] if known else f"JUAI-2026-11-{len(self.reports) + 1:04d}"
        self.reports[ident] = {**message, "resi": resi}
        return {**result, "state": p.ACCEPTED, "resi": resi}

    def missing(self) -> list[dict[str, Any]]:
        """Photos that the reports name and that are not here whole."""
        named = {f["sha256"]: f["size"] for r in self.reports.values() for f in r["foto"]}
        return [
            {"sha256": sha, "size": size, "offset": len(self.parts.get(sha, b""))}
            for sha, size in named.items()
            if sha not in self.photos
        ]

    def _photo(self, request: httpx.Request, sha: str, body: bytes) -> httpx.Response:
        sizes = {f["sha256"]: f["size"] for r in self.reports.values() for f in r["foto"]}
        if request.method == "GET":
            data = self.photos[sha]
            return httpx.Response(200, content=data, headers={"Content-Type": "image/jpeg"})
        if request.method == "POST":
            pairs = [pair.split() for pair in request.headers["upload-metadata"].split(",")]
            sha = base64.b64decode(dict(pairs)["sha256"]).decode()
        if sha not in sizes:
            return problem(403, "photo_unknown", **TUS)
        if request.method == "PATCH" and request.headers["upload-offset"] != str(self._here(sha)):
            return problem(409, "offset_mismatch", **TUS, **{"Upload-Offset": str(self._here(sha))})
        if sha not in self.photos and request.method != "HEAD":
            if request.method == "PATCH" or not self.parts.get(sha):
                self.parts[sha] = self.parts.get(sha, b"") + body
            if len(self.parts[sha]) == sizes[sha] and not self._finish(sha):
                return problem(460, "checksum_mismatch", **TUS)
        status = {"POST": 201, "PATCH": 204, "HEAD": 200}[request.method]
        return httpx.Response(status, headers={**TUS, "Upload-Offset": str(self._here(sha))})

    def _finish(self, sha: str) -> bool:
        data = self.parts.pop(sha)
        if hashlib.sha256(data).hexdigest() != sha:
            return False
        self.photos[sha] = data
        return True

    def _here(self, sha: str) -> int:
        return len(self.photos.get(sha) or self.parts.get(sha, b""))
