"""What OpenAPI says of the calls for sealed packages."""

from __future__ import annotations

from typing import Any

from server.http.doc_words import NUMBER, SHA
from server.http.docs import BEARER, problems
from shared.protocol import OFFSET_TYPE, TUS, VERSION
from shared.titipan import MAX_BYTES

Schema = dict[str, Any]


def _header(name: str, schema: Schema, about: str) -> Schema:
    return {"name": name, "in": "header", "required": True, "schema": schema, "description": about}


_NAME: Schema = {"name": "sha256", "in": "path", "required": True, "schema": SHA}
_TUS = _header("Tus-Resumable", {"type": "string", "enum": [TUS]}, "versi tus")
_TEXT: Schema = {"schema": {"type": "string"}}
_OFFSET_ANSWER: Schema = {"Tus-Resumable": _TEXT, "Upload-Offset": _TEXT}
_COUNT: Schema = {"type": "integer", "minimum": 0}

STATE: Schema = {**BEARER, "parameters": [_NAME, _TUS]}
STATED: dict[int | str, Schema] = {
    200: {"description": "sampai bita mana titipan ini tiba", "headers": _OFFSET_ANSWER},
    **problems(400, 401, 412),
}
RESUME: Schema = {
    **BEARER,
    "parameters": [
        _NAME,
        _TUS,
        _header("Upload-Offset", NUMBER, "bita pertama dari potongan ini"),
        _header(
            "Upload-Length",
            {"type": "integer", "minimum": 1, "maximum": MAX_BYTES},
            "panjang seluruh berkas titipan",
        ),
    ],
    "requestBody": {
        "required": True,
        "content": {OFFSET_TYPE: {"schema": {"type": "string", "format": "binary"}}},
    },
}
RESUMED: dict[int | str, Schema] = {
    200: {
        "description": "utuh, dibuka, dan laporannya diterima",
        "headers": _OFFSET_ANSWER,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["protocol", "laporan", "foto", "refused"],
                    "properties": {
                        "protocol": {"type": "integer", "const": VERSION},
                        "laporan": _COUNT,
                        "foto": _COUNT,
                        "refused": _COUNT,
                    },
                }
            }
        },
    },
    204: {"description": "potongan ini tiba; belum utuh", "headers": _OFFSET_ANSWER},
    **problems(400, 401, 408, 409, 412, 413, 415, 422, 423, 429, 503),
}
