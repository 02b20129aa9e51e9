"""``POST activate``: a code for a phone's identity."""

from __future__ import annotations

import time
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from starlette.concurrency import run_in_threadpool

from server.core import log
from server.hp import activation
from server.hp.activation import Activated, BlockedError, CodeInvalidError
from server.http import docs, door, json_body
from server.http.problems import BadRequest, Forbidden, TooMany, Unavailable
from shared.checks_form import SHORT, good_text
from shared.clock import format_time
from shared.protocol import ACTIVATE, VERSION
from shared.wilayah import Wilayah

MAX_BYTES = 16 * 1024

router = APIRouter(tags=["aktivasi"])


@router.post(ACTIVATE, status_code=201, openapi_extra=docs.ACTIVATE, responses=docs.ACTIVATED)
async def activate(request: Request) -> JSONResponse:
    """Aktivasi HP dengan kode dari kecamatan."""
    started = time.monotonic()
    body, _ = json_body.parse(await json_body.read(request, MAX_BYTES))
    code, name, version = (_text(body, key) for key in ("code", "device_name", "app_version"))
    address = door.address(request)
    all_asked = await door.go_where(request, lambda ctx: activation.knows(ctx, code))
    try:
        new = await run_in_threadpool(
            activation.activate,
            door.context(request),
            code,
            name,
            version[:50],
            address,
            door.token(request),
        )
    except CodeInvalidError as error:
        if not all_asked:  # it was counted all the same: nobody guesses meanwhile
            raise Unavailable(door.AWAY_RETRY_S) from error
        log.event(address, "aktivasi", "kode ditolak", log.since(started))
        raise Forbidden(code="code_invalid") from error
    except BlockedError as error:
        log.event(address, "aktivasi", f"ditahan {error.seconds} detik", log.since(started))
        raise TooMany(error.seconds) from error
    log.event(f"{new.nama} ({new.desa.nama})", "aktivasi HP", "berhasil", log.since(started))
    return JSONResponse(_answer(door.context(request).wilayah, new), 201)


def _text(body: dict[str, Any], name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or len(value) > SHORT or not good_text(value):
        raise BadRequest(f"{name} harus berupa teks pendek.")
    return value


def _answer(wilayah: Wilayah, new: Activated) -> dict[str, Any]:
    return {
        "protocol": VERSION,
        "token": new.token,
        "device_id": new.device_id,
        "pelapor": {"nama": new.nama, "jabatan": new.jabatan},
        "desa": {"kode": new.desa.kode, "nama": new.desa.nama},
        "kecamatan": {"kode": wilayah.kode, "nama": wilayah.nama},
        "settings": new.settings,
        "server_time": format_time(new.at),
    }
