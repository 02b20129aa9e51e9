"""Two kecamatan in one installation, each with a phone, a log-in, and one of everything."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Generator
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.types import Receive, Scope, Send

from server.anggota import roster_return
from server.core import accounts, wilayah
from server.core.config import Settings
from server.core.context import Context
from server.core.db.database import Database
from server.core.sessions import Account
from server.data import api_tokens
from server.hp import activation, village_phones
from server.http import visitor
from server.inovasi import evidence
from server.pembinaan import pembinaan, pembinaan_photos
from server.rekap import approvals, rekap
from server.rekap.rekap import Which
from server.shell import desk_app
from server.shell.front import Front
from server.shell.installation import Installation
from shared.clock import FixedClock
from shared.protocol import ACTIVATE, PHOTOS, TUS
from shared.roles import Permission, Role
from shared.wilayah import Desa, Wilayah
from tests.cast import LALAYAU, patrol
from tests.server.desk.window import picture, with_photos
from tests.server.door_kit import PASSWORD
from tests.server.kit import NOW, Phone, act, make_data, member
from tests.server.photo_kit import with_bytes

HALONG = "63.11.02"


def wilayah_of(kode: str, nama: str) -> Wilayah:
    """A kecamatan whose one village has the code of Lalayau: codes tell nothing apart here."""
    desa = (Desa(LALAYAU, f"Lalayau {nama}", -2.2, 115.6),)
    return Wilayah(kode, nama, "Balangan", "Kalimantan Selatan", nama.upper(), desa)


def add_kecamatan(data: Path, kode: str = HALONG, nama: str = "Halong") -> Path:
    """One more below the first."""
    folder = data / "kecamatan" / kode
    make_data(folder)
    with closing(Database(Settings(folder).database_url)) as database, database.write() as db:
        wilayah.put(db, wilayah_of(kode, nama))
    return folder


@dataclass
class Office:
    """The server of all, as browsers and phones meet it."""

    all: Installation
    front: Front
    clock: FixedClock

    def ctx(self, mark: str = "") -> Context:
        return self.all.hall.apps[mark].state.context

    def client(self, address: str = "10.0.0.9", base: str = "http://server") -> httpx.AsyncClient:
        transport = httpx.ASGITransport(self.front, client=(address, 5555))
        return httpx.AsyncClient(transport=transport, base_url=base, headers={"Origin": base})

    async def look(self) -> None:
        """As the server does every few seconds."""
        await self.all._look()


class Flet:
    """Stands for Flet: says whose window this is."""

    def __init__(self, context: Any, **_: object) -> None:
        self._context = context

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "websocket.accept"})
        await send({"type": "websocket.send", "text": self._context().wilayah.kode})
        while (await receive())["type"] != "websocket.disconnect":
            await asyncio.sleep(0)


@asynccontextmanager
async def serving(
    data: Path, monkeypatch: pytest.MonkeyPatch, **settings: Any
) -> AsyncIterator[Office]:
    """The installation on this folder; its first kecamatan is Juai."""
    make_data(data)
    monkeypatch.setattr(desk_app, "staff_app", Flet)
    clock = FixedClock(NOW)
    everyone = Installation(Settings(data, **settings), clock)
    async with everyone.running():
        yield Office(everyone, Front(everyone), clock)


@dataclass
class Side:
    """What one kecamatan has, all of it with its own word in it."""

    office: Office
    mark: str
    word: str
    user: str
    cookie: str = ""
    key: str = ""
    phone: Phone = field(default_factory=lambda: Phone(httpx.AsyncClient(), "", "", ""))
    ids: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def ctx(self) -> Context:
        return self.office.ctx(self.mark)

    @property
    def kasi(self) -> Account:
        return Account(self.user, Role.KASI_TRANTIB, f"Kasi {self.word}")

    @contextmanager
    def at_desk(self, client: httpx.AsyncClient) -> Generator[httpx.AsyncClient]:
        """The browser of this kecamatan's desk."""
        client.cookies.set(visitor.COOKIE, self.cookie)
        yield client
        client.cookies.clear()


async def side(office: Office, mark: str, word: str, user: str) -> Side:
    """A kecamatan that works: by the same doors as every other."""
    one = Side(office, mark, word, user)
    accounts.add(one.ctx, user, Role.KASI_TRANTIB, PASSWORD, f"Kasi {word}")
    async with office.client() as client:
        await client.post("/masuk", data={"nama": user, "sandi": PASSWORD})
        one.cookie = client.cookies[visitor.COOKIE]
    await _a_phone_sends(one)
    _the_desk_works(one)
    return one


async def _a_phone_sends(one: Side) -> None:
    client = one.office.client()
    code = activation.new_code(one.ctx, LALAYAU, f"Ida {one.word}", "Kasi")
    body = {"code": code, "device_name": "HP (contoh)", "app_version": "1.0.0"}
    given = (await client.post(ACTIVATE, json=body)).json()
    one.phone = Phone(client, given["token"], given["device_id"], LALAYAU)
    photo = picture(len(one.word))
    report = with_photos(patrol(uraian=f"Ronda {one.word}.", tempat=one.word), photo)
    one.ids["laporan"], one.ids["foto"] = report.id, report.foto[0].sha256
    assert (await one.phone.send(report))["state"] == "accepted"
    headers = {**one.phone.headers, "Tus-Resumable": TUS, **with_bytes(photo)}
    assert (await client.post(PHOTOS, content=photo, headers=headers)).status_code == 201
    person = member(nama=f"Amat {one.word}")
    one.ids["anggota"] = person["id"]
    assert (await one.phone.tell("anggota", person))["state"] == "accepted"
    complaint = act("complaint", teks=f"Lambat {one.word}.")
    one.ids["pengaduan"] = complaint["id"]
    assert (await one.phone.tell("acts", complaint))["state"] == "accepted"


def _the_desk_works(one: Side) -> None:
    ctx, kasi, ids = one.ctx, one.kasi, one.ids
    one.key = api_tokens.make(ctx, "operator", one.word, api_tokens.SCOPES).secret
    ids["pembinaan"] = pembinaan.begin(ctx, kasi, desa=[LALAYAU], judul=f"Latihan {one.word}")
    photo = picture(3 + len(one.word))
    ids["foto pembinaan"] = pembinaan_photos.add(ctx, kasi, ids["pembinaan"], photo)
    ids["bukti"] = evidence.add(
        ctx, kasi, 2026, "indikator:16", "sk", "SK.pdf", f"%PDF-1.7 {one.word}".encode()
    )
    made = village_phones.new_code(ctx, kasi, LALAYAU, f"Rudi {one.word}", "Kasi")
    ids["kode"] = village_phones.ticket(ctx, kasi, made)
    ids["kembali"] = ctx.slips.put(one.user, roster_return.NAME, one.word.encode())
    ids["hasil"] = ctx.jobs.start(
        one.user, Permission.EXPORT, f"{one.word}.txt", "text/plain",
        lambda file, _step: _write(file, one.word),
    )  # fmt: skip
    seen = rekap.read(ctx, kasi, Which("2026-11")).rekap
    approvals.approve(ctx, kasi, Which("2026-11"), seen, "http://server")
    edition = approvals.standing(ctx, kasi, "2026-11", None).editions[0]
    ids["rekap"], ids["kertas"] = edition.id, edition.check_code


def _write(file: Path, text: str) -> None:
    file.write_text(text)
