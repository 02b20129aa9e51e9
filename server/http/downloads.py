"""Files for who is logged in: one way to ask for them, to refuse them, and to hand them over.

Without a log-in there is nothing (404); what a role may not see is refused by the one handler of
`problems` (403); a use-case that answers None has nothing of that name (404).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import FileResponse, Response, StreamingResponse
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from server.core.sessions import Account, current_account
from server.http import door
from shared.wilayah import Wilayah

MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
ONCE = {"Cache-Control": "no-store"}


def account() -> Account:
    """Who asks."""
    found = current_account.get()
    if found is None:
        raise HTTPException(404)
    return found


def village(wilayah: Wilayah, desa: str | None) -> str | None:
    """One of our villages, or None for all."""
    if desa is not None and desa not in wilayah.by_kode:
        raise HTTPException(404)
    return desa


async def asked(request: Request, work: Callable[..., Any], *given: Any, **more: Any) -> Any:
    """What a use-case answers to the person who asks; it runs in a thread."""
    made = await run_in_threadpool(work, door.context(request), account(), *given, **more)
    if made is None:
        raise HTTPException(404)
    return made


def saved(data: bytes, name: str, media: str | None = None, **headers: str) -> Response:
    """Bytes that the browser saves under this name and keeps nowhere else."""
    return Response(data, media_type=media or media_of(name), headers=_headers(name, headers))


def streamed(pieces: Iterator[bytes], name: str) -> StreamingResponse:
    """The same while it is still being made."""
    return StreamingResponse(pieces, media_type=media_of(name), headers=_headers(name, {}))


def from_disk(path: Path, name: str, media: str | None = None) -> FileResponse:
    """A file that lies ready."""
    return FileResponse(path, media_type=media or media_of(name), filename=name, headers=ONCE)


def media_of(name: str) -> str:
    """By its ending."""
    return MEDIA[name.rpartition(".")[2]]


def _headers(name: str, more: dict[str, str]) -> dict[str, str]:
    plain = name.isascii() and '"' not in name
    said = f'filename="{name}"' if plain else f"filename*=UTF-8''{quote(name)}"
    return {**ONCE, "Content-Disposition": f"attachment; {said}", **more}
