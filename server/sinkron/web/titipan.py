"""Sealed packages that a phone carries for another: HEAD and PATCH by byte range, as with photos.

The answer to the last byte says how much was taken in, never what it was.
"""

from __future__ import annotations

import time
from functools import partial

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection

from server.core import log, phone_quota
from server.http import door
from server.sinkron.titipan import Taken
from server.sinkron.titipan_arriving import Arriving
from server.sinkron.titipan_reading import code_of
from server.sinkron.web import titipan_docs, tus
from server.sinkron.web.photos import chunks, speaking_tus
from shared.protocol import VERSION
from shared.sealed_file import SealedFileError
from shared.titipan import MAX_BYTES, TITIPAN

ONE = TITIPAN + "/{sha256}"

STATUS = {"titipan_foreign": 415, "titipan_huge": 413}
"""Of a package that is not taken; all the others are 422."""

router = APIRouter(tags=["titipan"])


@router.head(
    ONE, response_class=Response, openapi_extra=titipan_docs.STATE, responses=titipan_docs.STATED
)
@speaking_tus
async def state(request: Request) -> Response:
    """How much of a package is here."""
    device = await door.device(request)
    tus.require_version(request.headers)
    offset = await _arriving(request).offset(device, tus.sha_of(request.path_params["sha256"]))
    return Response(headers={"Upload-Offset": str(offset), "Cache-Control": "no-store"})


@router.patch(ONE, openapi_extra=titipan_docs.RESUME, responses=titipan_docs.RESUMED)
@speaking_tus
async def resume(request: Request) -> Response:
    """Go on with a package; the last byte opens it."""
    started = time.monotonic()
    device = await door.device(request)
    tus.require_version(request.headers)
    tus.require_body_type(request.headers)
    sha256 = tus.sha_of(request.path_params["sha256"])
    offset = tus.number(request.headers, "upload-offset")
    length = tus.number(request.headers, "upload-length")
    if offset + (tus.announced(request.headers) or 0) > min(length, MAX_BYTES):
        raise tus.refusal(413, "titipan_huge" if length > MAX_BYTES else "too_large")
    who = f"{device.nama} ({door.context(request).wilayah.nama_desa(device.desa)})"
    await run_in_threadpool(phone_quota.ask_package, door.context(request), device.id)
    try:
        came = await _arriving(request).take(
            device, sha256, offset, length, chunks(request), partial(door.still_welcome, request)
        )
    except SealedFileError as error:
        code = code_of(error)
        log.event(who, "titipan", code, log.since(started))
        raise tus.refusal(STATUS.get(code, 422), code) from error
    if isinstance(came, int):
        return Response(status_code=204, headers={"Upload-Offset": str(came)})
    desa = door.context(request).wilayah.nama_desa(came.desa)
    log.event(who, f"titipan dari {came.nama} ({desa})",
              f"{came.laporan} laporan, {came.photos} foto", log.since(started))  # fmt: skip
    return JSONResponse(_body(came), headers={"Upload-Offset": str(length)})


def _body(taken: Taken) -> dict[str, int]:
    """Counts only: what was in it is nothing for whoever carried it."""
    return {
        "protocol": VERSION,
        "laporan": taken.laporan,
        "foto": taken.photos + taken.photos_known,
        "refused": taken.refused,
    }


def _arriving(request: HTTPConnection) -> Arriving:
    return request.app.state.arriving
