"""``POST sync``: takes in what a phone sends, answers what it should know."""

from __future__ import annotations

import json
import time
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from server.core import log
from server.core.devices import Device
from server.core.metrics import Meters
from server.core.sync_call import SyncCall
from server.http import docs, door, json_body
from server.sinkron import titipan_key
from server.sinkron.sync import summary, sync
from server.sinkron.web import envelope
from shared.protocol import MAX_SYNC_BYTES, SYNC, VERSION, Result, SyncAnswer

router = APIRouter(tags=["sinkron"])


@router.post(SYNC, openapi_extra=docs.SYNC, responses=docs.SYNCED)
async def post_sync(request: Request) -> Response:
    """Kirim laporan, perubahan anggota, dan tindakan; ambil kabar dari kecamatan."""
    started = time.monotonic()
    device = await door.device(request)
    text = await json_body.read(request, MAX_SYNC_BYTES)
    await door.device_still(request)
    body, answer, items = await run_in_threadpool(_sync, request, device, text)
    who = f"{device.nama} ({door.context(request).wilayah.nama_desa(device.desa)})"
    log.event(who, f"kirim {items} hal", summary(answer), log.since(started))
    _count(door.context(request).meters, answer, time.monotonic() - started)
    return Response(body, media_type="application/json")


def _sync(request: Request, device: Device, text: str) -> tuple[bytes, SyncAnswer, int]:
    """All in one thread: reading, storing and writing the answer."""
    call: SyncCall = envelope.sync_call(text)
    ctx = door.context(request)
    if device.sign_key is None:
        titipan_key.learn_sign_key(ctx, device.id, door.token(request))
    answer = sync(ctx, device, call)
    return json.dumps(_body(answer)).encode(), answer, call.items


def _count(meters: Meters, answer: SyncAnswer, seconds: float) -> None:
    meters.synced(seconds)
    for result in answer.results:
        meters.count("reports_total", result.state)


def _body(answer: SyncAnswer) -> dict[str, Any]:
    return {
        "protocol": VERSION,
        "server_time": answer.server_time,
        "results": [_result(result) for result in answer.results],
        "missing_photos": [
            {"sha256": photo.sha256, "size": photo.size, "offset": photo.offset}
            for photo in answer.missing_photos
        ],
        "changes": [
            {"seq": change.seq, "kind": change.kind, "data": change.data}
            for change in answer.changes
        ],
        "cursor": answer.cursor,
        "more": answer.more,
        "inventory": answer.inventory,
        "resend": answer.resend,
    }


def _result(result: Result) -> dict[str, Any]:
    return {
        "id": result.id or None,
        "versi": result.versi,
        "state": result.state,
        "resi": result.resi,
        "problems": [{"field": gap.field, "code": gap.code} for gap in result.problems],
    }
