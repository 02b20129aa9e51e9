"""A server in this process, and phones that speak to it as the protocol's page says."""

from __future__ import annotations

import json
import shutil
import tempfile
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI
from sqlalchemy import make_url

from server.core.config import Settings
from server.core.context import Context
from server.core.db import dumps
from server.core.db.addresses import FILE, is_file
from server.core.db.database import Database
from server.core.db.replacing import DUMP, ServerPlace
from server.core.sessions import Account
from server.hp import activation
from server.laporan.read_staff import ListFilter, list_page
from server.shell.app import create_app
from shared.clock import FixedClock
from shared.codec import encode
from shared.laporan import Laporan
from shared.protocol import ACTIVATE, SYNC, inventory_digest
from shared.roles import Role
from tests.cast import BU_IDA, EVENING, HAMARUNG, KASI_TRANTIB, LALAYAU, PAK_RUDI

Json = dict[str, Any]
NOW = EVENING


def stored(ctx: Context) -> int:
    """How many reports there are, as the desk counts them."""
    return list_page(ctx, Account("kasi", Role.KASI_TRANTIB, KASI_TRANTIB), ListFilter()).total


@dataclass
class Phone:
    """A phone of a village that remembers its cursor."""

    client: httpx.AsyncClient
    token: str
    device_id: str
    desa: str
    cursor: int | None = None
    heard: list[Json] = field(default_factory=list)

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    async def post(self, **envelope: Any) -> httpx.Response:
        return await self.post_raw(json.dumps(envelope).encode())

    async def post_raw(self, body: bytes, **headers: str) -> httpx.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        kind = {"Content-Type": "application/json"}
        return await self.client.post(SYNC, content=body, headers={**self.headers, **kind, **named})

    async def sync(self, *laporan: Laporan, **envelope: Any) -> Json:
        """One call that must succeed; the changes are remembered."""
        items = [encode(one) for one in laporan]
        answer = await self.post(**{"cursor": self.cursor, "laporan": items, **envelope})
        assert answer.status_code == 200, answer.text
        body = answer.json()
        self.cursor = body["cursor"]
        self.heard += body["changes"]
        return body

    async def send(self, laporan: Laporan) -> Json:
        """The result of one report."""
        return (await self.sync(laporan))["results"][0]

    async def tell(self, kind: str, item: Json) -> Json:
        """The result of one anggota or act."""
        return (await self.sync(**{kind: [item]}))["results"][0]

    def said(self, kind: str) -> list[Json]:
        """The data of all changes of a kind so far."""
        return [change["data"] for change in self.heard if change["kind"] == kind]


@dataclass
class Office:
    """The running server."""

    app: FastAPI
    client: httpx.AsyncClient
    clock: FixedClock

    @property
    def ctx(self) -> Context:
        return self.app.state.context

    def code(self, desa: str = LALAYAU) -> str:
        who = PAK_RUDI if desa == HAMARUNG else BU_IDA
        return activation.new_code(self.ctx, desa, who.nama, who.jabatan)

    async def activate(self, code: str, client: httpx.AsyncClient | None = None) -> httpx.Response:
        body = {"code": code, "device_name": "HP (contoh)", "app_version": "1.0.0"}
        return await (client or self.client).post(ACTIVATE, json=body)

    async def phone(self, desa: str = LALAYAU) -> Phone:
        given = (await self.activate(self.code(desa))).json()
        return Phone(self.client, given["token"], given["device_id"], desa)


@cache
def fresh_database() -> bytes:
    """An empty database of this version: running the migrations takes longer than most tests."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sinar.db"
        database = Database(f"sqlite:///{path}")
        database.open()
        database.close()
        return path.read_bytes()


def is_sqlite(folder: Path) -> bool:
    """In which lane the tests run."""
    return is_file(Settings(folder).database_url)


def kept_as(folder: Path) -> str:
    """What its database is called in a backup."""
    return FILE if is_sqlite(folder) else DUMP


def copy_data(source: Path, target: Path) -> None:
    """A folder with all that belongs to it."""
    shutil.copytree(source, target)
    if not is_sqlite(source):
        place = ServerPlace(Settings(target).database_url)
        dump = target / DUMP
        dumps.dump(make_url(Settings(source).database_url), dump)
        place.load(dump)
        place.take("lama")


def by_hand(folder: Path, *statements: str) -> None:
    """What somebody with the database in hand can do."""
    database = Database(Settings(folder).database_url)
    with database.engine.begin() as db:
        for statement in statements:
            db.exec_driver_sql(statement)
    database.close()


@asynccontextmanager
async def office(folder: Path, **settings: Any) -> AsyncIterator[Office]:
    """A server on this folder that takes reports until the block ends."""
    make_data(folder)
    clock = FixedClock(NOW)
    app = create_app(Settings(data=folder, with_staff=False, **settings), clock)
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app, client=("10.0.0.9", 5555))
        async with httpx.AsyncClient(transport=transport, base_url="http://server") as client:
            yield Office(app, client, clock)


def make_data(folder: Path) -> None:
    """A data folder of nobody yet, unless there is one."""
    if not folder.exists():
        folder.mkdir(mode=0o700, parents=True)
        if is_sqlite(folder):
            (folder / "sinar.db").write_bytes(fresh_database())


def inventory(*reports: tuple[str, int]) -> Json:
    return {"count": len(reports), "digest": inventory_digest(reports)}


def at_hamarung(laporan: Laporan) -> Laporan:
    """The same report, written by Pak Rudi."""
    return replace(laporan, desa=HAMARUNG, pelapor=PAK_RUDI)


def member(ident: str | None = None, **changes: Any) -> Json:
    """Amat (contoh) of Lalayau, as the roster's message."""
    whole = {
        "id": ident or str(uuid.uuid4()), "versi": 1, "desa": LALAYAU, "nama": "Amat (contoh)",
        "jenis_kelamin": "L", "tanggal_lahir": "1995-03-14", "alamat": "RT 03",
        "jabatan": "anggota", "regu": "pengamanan", "status": "aktif", "alasan": "",
        "mulai": None, "berakhir": None, "hp": "", "pendidikan": "", "sk": None, "kta": "",
        "terdaftar_simlinmas": False, "perlengkapan": [], "diubah": "2026-11-24T20:41:00+08:00",
    }  # fmt: skip
    return {**whole, **changes}


def act(kind: str, ref: str | None = None, **data: Any) -> Json:
    """Something the village did."""
    when = "2026-11-24T20:41:00+08:00"
    return {"id": str(uuid.uuid4()), "kind": kind, "ref": ref, "waktu": when, "data": data}
