"""What OpenAPI says of the photo calls: tus 1.0.0 and its headers."""

from __future__ import annotations

from typing import Any

from server.http.doc_words import NUMBER, SHA
from server.http.docs import BEARER, problems
from shared.protocol import MAX_PHOTO_BYTES, OFFSET_TYPE, TUS

Schema = dict[str, Any]

PIECE: Schema = {OFFSET_TYPE: {"schema": {"type": "string", "format": "binary"}}}


def _header(name: str, schema: Schema, about: str, *, required: bool = True) -> Schema:
    return {
        "name": name, "in": "header", "required": required, "schema": schema, "description": about,
    }  # fmt: skip


def _answered(meaning: str, *names: str) -> Schema:
    headers = {name: {"schema": {"type": "string"}} for name in ("Tus-Resumable", *names)}
    return {"description": meaning, "headers": headers}


_NAME: Schema = {"name": "sha256", "in": "path", "required": True, "schema": SHA}
_TUS = _header("Tus-Resumable", {"type": "string", "enum": [TUS]}, "versi tus")
_LENGTH = _header(
    "Upload-Length",
    {"type": "integer", "minimum": 1, "maximum": MAX_PHOTO_BYTES},
    "panjang foto dalam bita, sama dengan `size` di laporan",
)
_METADATA = _header(
    "Upload-Metadata",
    {"type": "string", "pattern": "^sha256 [A-Za-z0-9+/]{86}==$"},
    "`sha256` (heksadesimal), `filename`, `filetype`, masing-masing dalam base64",
)
_OFFSET = _header("Upload-Offset", NUMBER, "bita pertama dari potongan ini")

CREATE: Schema = {
    **BEARER,
    "parameters": [_TUS, _LENGTH, _METADATA],
    "requestBody": {"required": False, "content": PIECE},
}
CREATED: dict[int | str, Schema] = {
    201: _answered("mulai, lanjut, atau sudah utuh", "Location", "Upload-Offset"),
    **problems(400, 401, 403, 408, 412, 413, 415, 422, 423, 429, 460, 503),
}
STATE: Schema = {**BEARER, "parameters": [_NAME, _TUS]}
STATED: dict[int | str, Schema] = {
    200: _answered("sampai mana foto itu diterima", "Upload-Offset", "Upload-Length"),
    **problems(400, 401, 404, 412, 423, 503),
}
RESUME: Schema = {
    **BEARER,
    "parameters": [_NAME, _TUS, _OFFSET],
    "requestBody": {"required": True, "content": PIECE},
}
RESUMED: dict[int | str, Schema] = {
    204: _answered("diterima sampai Upload-Offset", "Upload-Offset"),
    **problems(400, 401, 404, 408, 409, 412, 413, 415, 422, 423, 429, 460, 503),
}
SHOW: Schema = BEARER
SHOWN: dict[int | str, Schema] = {
    200: {
        "description": "foto yang disimpan, atau gambar kecilnya",
        "content": {"image/jpeg": {"schema": {"type": "string", "format": "binary"}}},
    },
    **problems(400, 401, 404, 503),
}
