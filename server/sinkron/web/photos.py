"""Photos by tus 1.0.0: creation with or without bytes, HEAD, PATCH, and GET to look at one.

Token, version, types, sizes and names are looked at before a byte of the body is read.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC
from email.utils import format_datetime
from functools import partial, wraps
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Request
from fastapi.responses import FileResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from server.core import phone_quota
from server.core.devices import Device
from server.core.files.photo_files import PhotoKey
from server.core.phone_quota import QuotaError
from server.http import door
from server.http.lane import Handler
from server.http.problems import Problem, TooMany
from server.laporan.photo_errors import LinkBrokenError, WriterIdleError
from server.laporan.photos import KEEP_UNFINISHED, Found, Photos
from server.sinkron.web import photo_docs, tus
from server.sinkron.web.photo_answers import REFUSALS, as_problem
from shared.protocol import PHOTOS

ONE_PHOTO = PHOTOS + "/{sha256}"
IDLE_S = 15
"""A sender who is silent for so long loses the photo to the next."""

MOST_AT_ONCE, RETRY_S = 4, 5
"""Uploads of one phone at the same time; ours has one."""

router = APIRouter(tags=["foto"])


def speaking_tus(handler: Handler) -> Handler:
    """Every answer of the handler, a refusal too, says which tus it speaks."""

    @wraps(handler)
    async def answer(request: Request) -> Response:
        try:
            response = await handler(request)
        except QuotaError as error:
            problem = TooMany(error.seconds)
            problem.headers.update(tus.RESUMABLE)
            raise problem from error
        except Problem as problem:
            problem.headers.update(tus.RESUMABLE)
            raise
        except REFUSALS as error:
            raise as_problem(error) from error
        response.headers.update(tus.RESUMABLE)
        return response

    return answer


@router.post(PHOTOS, status_code=201, openapi_extra=photo_docs.CREATE, responses=photo_docs.CREATED)
@speaking_tus
async def create(request: Request) -> Response:
    """Begin a photo that a report names, with its first bytes or without."""
    device = await _enter(request)
    headers = request.headers
    length = tus.upload_length(headers)
    sha256 = tus.sha_of(tus.metadata(headers).get("sha256"))
    body = None
    if tus.has_body(headers):
        tus.require_body_type(headers)
        if (tus.announced(headers) or 0) > length:
            raise tus.refusal(413, "too_large")
        body = chunks(request)
    key = PhotoKey(device.desa, sha256)
    async with _sending(request, device) as came:
        found = await _photos(request).begin(
            key, length, came.of(body) if body is not None else None, _welcome(request)
        )
    place = {"Location": f"{PHOTOS}/{sha256}"}
    return Response(status_code=201, headers={**place, **_progress(request, found)})


@router.head(ONE_PHOTO, openapi_extra=photo_docs.STATE, responses=photo_docs.STATED)
@speaking_tus
async def state(request: Request) -> Response:
    """How much of a photo is here."""
    device = await _enter(request)
    found = await _photos(request).state(_key(request, device))
    length = {"Upload-Length": str(found.length), "Cache-Control": "no-store"}
    return Response(headers={**length, **_progress(request, found)})


@router.patch(
    ONE_PHOTO, status_code=204, openapi_extra=photo_docs.RESUME, responses=photo_docs.RESUMED
)
@speaking_tus
async def resume(request: Request) -> Response:
    """Go on where the photo ends."""
    device = await _enter(request)
    key = _key(request, device)
    tus.require_body_type(request.headers)
    offset = tus.number(request.headers, "upload-offset")
    announced = tus.announced(request.headers)
    async with _sending(request, device) as came:
        found = await _photos(request).resume(
            key, offset, announced, came.of(chunks(request)), _welcome(request)
        )
    return Response(status_code=204, headers=_progress(request, found))


@router.get(
    ONE_PHOTO,
    response_class=FileResponse,
    openapi_extra=photo_docs.SHOW,
    responses=photo_docs.SHOWN,
)
async def show(
    request: Request,
    device: Annotated[Device, Depends(door.device)],
    sha256: str,
    size: Literal["small"] | None = None,
) -> Response:
    """The photo as it was sent, or with ``size=small`` a picture of 320 px."""
    key = PhotoKey(device.desa, tus.sha_of(sha256))
    try:
        path = await _photos(request).picture(key, small=size == "small")
    except REFUSALS as error:
        raise as_problem(error) from error
    return FileResponse(path, media_type="image/jpeg", headers={"Cache-Control": "private"})


@speaking_tus
async def other(request: Request) -> Response:
    """405 for all that is not offered; it tells what is, so that a tus client can find out.

    Tus asks that a POST may stand for another method where a proxy lets no PATCH through.
    """
    if request.method == "POST" and "sha256" in request.path_params:
        meant = request.headers.get("x-http-method-override", "").upper()
        if meant == "PATCH":
            return await resume(request)
    allow = "GET, HEAD, PATCH" if "sha256" in request.path_params else "POST"
    raise tus.refusal(405, "method_not_allowed", headers={"Allow": allow, **tus.ABOUT})


class AnyMethod:
    """An endpoint for every method there is or will be."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive, send)
        response = await other(request)
        await response(scope, receive, send)


for path in (PHOTOS, ONE_PHOTO):
    router.routes.append(Route(path, AnyMethod(), include_in_schema=False))


async def _enter(request: Request) -> Device:
    """The phone that asks, once it has shown its token and its tus version."""
    device = await door.device(request)
    tus.require_version(request.headers)
    return device


def _key(request: Request, device: Device) -> PhotoKey:
    return PhotoKey(device.desa, tus.sha_of(request.path_params["sha256"]))


def _welcome(request: Request) -> Callable[[], bool]:
    return partial(door.still_welcome, request)


class Counted:
    """Counts the bytes of a body as they are read."""

    def __init__(self) -> None:
        self.bytes = 0

    async def of(self, body: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        async for piece in body:
            self.bytes += len(piece)
            yield piece


@asynccontextmanager
async def _sending(request: Request, device: Device) -> AsyncGenerator[Counted]:
    """One upload of this phone: 429 when it has sent enough; what comes now is counted."""
    ctx, under_way = door.context(request), _photos(request).under_way
    if under_way[device.id] >= MOST_AT_ONCE:
        raise TooMany(RETRY_S)
    under_way[device.id] += 1
    came = Counted()
    try:
        waiting = _photos(request).notes.waiting
        if ctx.database.is_sqlite:  # as at the door: nobody makes such a reader wait
            phone_quota.ask_photo(ctx, device.id, waiting)
        else:
            await run_in_threadpool(phone_quota.ask_photo, ctx, device.id, waiting)
        yield came
    finally:
        under_way.subtract([device.id])
        if not under_way[device.id]:
            del under_way[device.id]
        _photos(request).notes.came(device.id, came.bytes)


def _photos(request: Request) -> Photos:
    return request.app.state.photos


async def chunks(request: Request) -> AsyncIterator[bytes]:
    """The body as it comes; ends with an error when the sender breaks off or falls silent."""
    while True:
        try:
            async with asyncio.timeout(IDLE_S):
                message = await request.receive()
        except TimeoutError as error:
            raise WriterIdleError from error
        if message["type"] == "http.disconnect":
            raise LinkBrokenError
        if body := message.get("body"):
            yield body
        if not message.get("more_body"):
            return


def _progress(request: Request, found: Found) -> dict[str, str]:
    """Where the photo ends, and until when an unfinished one is kept."""
    offset = {"Upload-Offset": str(found.here or 0)}
    if found.whole:
        return offset
    expires = door.context(request).clock.now().astimezone(UTC) + KEEP_UNFINISHED
    return {**offset, "Upload-Expires": format_datetime(expires, usegmt=True)}
