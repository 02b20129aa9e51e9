"""A server that takes photos only, two phones, and pictures to send."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import httpx
from fastapi import FastAPI
from PIL import Image
from sqlalchemy import insert

from server.core.config import Settings
from server.core.context import Context, open_context
from server.core.db.database_copy import how_many
from server.core.db.tables import devices
from server.core.devices import secret_hash
from server.core.files.folder_store import MARK
from server.core.files.photo_files import PhotoKey
from server.core.files.stores import stores_of
from server.http import problems
from server.http.lane import Lane
from server.laporan.photos import Photos
from server.laporan.rows import photo_rows
from server.sinkron.web import LANE
from server.sinkron.web import photos as photos_api
from shared.clock import WITA, FixedClock
from shared.protocol import OFFSET_TYPE, PHOTOS, TUS
from tests.server.kit import fresh_database

LALAYAU = "63.11.01.2013"
HAMARUNG = "63.11.01.2002"
BU_IDA = "token-bu-ida"
PAK_RUDI = "token-pak-rudi"
NOW = datetime(2026, 11, 24, 20, 0, tzinfo=WITA)


def jpeg(seed: int = 1, size: tuple[int, int] = (320, 240), **how: object) -> bytes:
    """A picture with grain, different for each seed."""
    noise = Random(seed).randbytes(40 * 30 * 3)
    out = BytesIO()
    Image.frombytes("RGB", (40, 30), noise).resize(size).save(out, "JPEG", **how)
    return out.getvalue()


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@dataclass
class World:
    """The server, its files, and what the reports name."""

    ctx: Context
    photos: Photos
    app: FastAPI
    clock: FixedClock

    def name(self, data: bytes, desa: str = LALAYAU, size: int | None = None) -> PhotoKey:
        """A report of the desa names this photo."""
        return self.name_sha(sha(data), size or len(data), desa)

    def name_sha(self, sha256: str, size: int, desa: str = LALAYAU) -> PhotoKey:
        with self.ctx.database.write() as db:
            photo_rows.name_photos(db, desa, [(sha256, size)])
        return PhotoKey(desa, sha256)

    def noted_whole(self, key: PhotoKey) -> bool:
        self.photos.notes.write()
        found = photo_rows.find(self.ctx.database, *key)
        return bool(found and found[1])

    def part(self, key: PhotoKey) -> Path:
        return self.ctx.settings.photo_folder / key.desa / f"{key.sha256}.part"

    def offset(self, key: PhotoKey) -> int:
        return self.ctx.photos.part_size(key) or 0

    def stored(self, key: PhotoKey) -> bytes | None:
        path = self.ctx.photos.file(key)
        return path.read_bytes() if path is not None else None

    def files(self) -> list[str]:
        folder = self.ctx.settings.photo_folder
        found = [p for p in folder.rglob("*") if p.is_file() and p.name != MARK]
        whole = {f"{key.desa}/{key.sha256}.jpg" for key in self.ctx.photos.wholes()}
        return sorted({str(p.relative_to(folder)) for p in found} | whole)

    def lose(self, key: PhotoKey) -> None:
        """Somebody removes the photo behind the server's back."""
        stores_of(self.ctx.settings).photos.remove(f"{key.desa}/{key.sha256}.jpg")

    def client(self, token: str = BU_IDA) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            transport=httpx.ASGITransport(self.app),
            base_url="http://server",
            headers={"Authorization": f"Bearer {token}", "Tus-Resumable": TUS},
        )


@contextmanager
def world(folder: Path, database: Path | None = None, **store: Any) -> Iterator[World]:
    """On a fresh folder, or on what an earlier one left; the database may lie elsewhere."""
    file = database or folder / "sinar.db"
    folder.mkdir(mode=0o700, exist_ok=True)
    settings = Settings(folder, f"sqlite:///{database}" if database else None, **store)
    if settings.database_url.startswith("sqlite") and not file.exists():
        file.write_bytes(fresh_database())
    clock = FixedClock(NOW)
    with open_context(settings, clock) as ctx:
        with ctx.database.read() as db:
            fresh = not how_many(db)["devices"]
        for number, (token, desa) in enumerate(((BU_IDA, LALAYAU), (PAK_RUDI, HAMARUNG))):
            if fresh:
                _device(ctx, number, token, desa)
        photos = Photos(ctx)
        yield World(ctx, photos, app_of(ctx, photos), clock)
        photos.close()


def app_of(ctx: Context, photos: Photos) -> FastAPI:
    app = FastAPI()
    problems.add_to(app)
    app.include_router(photos_api.router)
    app.add_middleware(Lane, handlers=LANE)
    app.state.context, app.state.photos = ctx, photos
    return app


def creation(data: bytes, **changed: str) -> dict[str, str]:
    """The headers of a creation; ``changed`` replaces or, with "", leaves one out."""
    meta = ",".join(
        f"{key} {base64.b64encode(value.encode()).decode()}"
        for key, value in (("sha256", sha(data)), ("filename", "a.jpg"), ("filetype", "image/jpeg"))
    )
    headers = {"Upload-Length": str(len(data)), "Upload-Metadata": meta, **changed}
    return {name.replace("_", "-"): value for name, value in headers.items() if value}


def with_bytes(data: bytes, **changed: str) -> dict[str, str]:
    return {"Content-Type": OFFSET_TYPE, **creation(data, **changed)}


def at(offset: int) -> dict[str, str]:
    return {"Upload-Offset": str(offset), "Content-Type": OFFSET_TYPE}


def url(data: bytes) -> str:
    return f"{PHOTOS}/{sha(data)}"


Message = MutableMapping[str, Any]


@dataclass
class Asked:
    """One request that the test drives message by message."""

    app: FastAPI
    method: str
    path: str
    headers: Mapping[str, str]
    next_message: Callable[[], object]
    status: int = 0
    answered: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    async def run(self) -> Asked:
        """Give the app its messages and collect its answer."""
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1",
            "method": self.method, "path": self.path, "raw_path": self.path.encode(),
            "query_string": b"", "scheme": "http", "root_path": "",
            "server": ("server", 80), "client": ("10.0.0.9", 5555),
            "headers": [(k.lower().encode(), v.encode()) for k, v in self.headers.items()],
        }  # fmt: skip
        await self.app(scope, self._receive, self._send)
        return self

    async def _receive(self) -> Message:
        message: Any = self.next_message()
        return await message if hasattr(message, "__await__") else message

    async def _send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.answered = {k.decode(): v.decode() for k, v in message["headers"]}
        else:
            self.body += message.get("body", b"")


def asked(
    world: World, method: str, path: str, headers: Mapping[str, str], *messages: object
) -> Asked:
    """A request of Bu Ida's phone; each message is given as bytes, "cut", or an awaitable."""
    waiting = iter(messages)

    def following() -> object:
        message = next(waiting, "cut")
        if message == "cut":
            return {"type": "http.disconnect"}
        if isinstance(message, bytes):
            return {"type": "http.request", "body": message, "more_body": True}
        return message

    who = {
        "Authorization": f"Bearer {BU_IDA}",
        "Tus-Resumable": TUS,
        "Transfer-Encoding": "chunked",
    }
    return Asked(world.app, method, path, {**who, **headers}, following)


END = {"type": "http.request", "body": b"", "more_body": False}


async def pieces(*parts: bytes) -> AsyncIterator[bytes]:
    """A body without a Content-Length."""
    for part in parts:
        yield part


def _device(ctx: Context, number: int, token: str, desa: str) -> None:
    row = {
        "id": f"00000000-0000-0000-0000-00000000000{number}", "token_hash": secret_hash(token),
        "desa": desa, "nama": "(contoh)", "jabatan": "Kasi Pemerintahan", "device_name": "HP",
        "app_version": "1.0.0", "activated_at": NOW, "cursor": 0,
    }  # fmt: skip
    with ctx.database.write() as db:
        db.execute(insert(devices), row)
