"""Phone and server need not be of one age: what 1.0.0 said and kept is understood by this version.

The golden files are what a phone and a server of 1.0.0 said to each other on one evening, and that
server's database afterwards. They are never made anew.
"""

from __future__ import annotations

import base64
import json
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

from mobile.domain.deed import Deed
from mobile.domain.record import Record
from mobile.usecases.inbox import inbox
from server.laporan import read_laporan
from shared.clock import FixedClock
from shared.codec import decode, decode_laporan, encode
from shared.laporan import Laporan
from shared.protocol import ACTIVATE, SYNC
from shared.status import PhoneState
from tests import cast
from tests.both.kit import RealPhone
from tests.server.kit import Json, Office, Phone, office

pytestmark = pytest.mark.anyio
GOLDEN = Path(__file__).parent / "golden" / "versi-1.0.0"
OLD_STORE = Path(__file__).parents[1] / "mobile" / "store" / "golden" / "versi-1"
TALK: list[Json] = json.loads((GOLDEN / "percakapan.json").read_text())
SYNCS = [one for one in TALK if one["path"] == SYNC]
ACTIVATION, PHOTO = TALK[0], next(one for one in TALK if one["bytes"])
FINISHED = [decode_laporan(one) for sync in SYNCS for one in sync["body"]["laporan"]]


def missing(old: Any, new: Any, at: str = "") -> Iterator[str]:
    """What an old reader looks for and does not find; more than it knows does it no harm."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key, value in old.items():
            if key not in new:
                yield f"{at}.{key}"
            else:
                yield from missing(value, new[key], f"{at}.{key}")
    elif isinstance(old, list) and isinstance(new, list):
        for before, after in zip(old, new, strict=False):
            yield from missing(before, after, f"{at}[]")
    elif old is not None and new is not None and type(old) is not type(new):
        yield f"{at}: {type(old).__name__} became {type(new).__name__}"


# An old phone, a new server ----------------------------------------------------------------------


async def say_again(juai: Office) -> list[httpx.Response]:
    """All that the old phone said, word for word; only code and token are of today."""
    answers = list[httpx.Response]()
    token = ""
    for one in TALK:
        body = {**one["body"], "code": juai.code()} if one["path"] == ACTIVATE else one["body"]
        content = base64.b64decode(one["bytes"]) if one["bytes"] else json.dumps(body).encode()
        headers = {**one["headers"], "Authorization": f"Bearer {token}"}
        answer = await juai.client.request(
            one["method"], one["path"], headers=headers, content=content
        )
        token = token or answer.json()["token"]
        answers.append(answer)
    return answers


async def test_an_old_phones_words_are_answered_so_that_it_understands(tmp_path: Path) -> None:
    async with office(tmp_path / "data") as juai:
        answers = await say_again(juai)
        assert [a.status_code for a in answers] == [one["status"] for one in TALK]
        for one, answer in zip(TALK, answers, strict=True):
            for name, value in one["answer_headers"].items():
                assert answer.headers[name] == value
            old = {**(one["answer"] or {}), "changes": []}
            new = {**(answer.json() if one["answer"] else {}), "changes": []}
            assert list(missing(old, new)) == []
        states = [one["state"] for one in answers[1].json()["results"]]
        assert states == ["accepted"] * 3
        last = {one.id: one for one in FINISHED}
        for laporan in last.values():
            detail = read_laporan.detail(juai.ctx, laporan.id)
            assert detail is not None
            assert detail.message == encode(laporan)
        foto = next(one.foto[0] for one in FINISHED if one.foto)
        assert PHOTO["answer_headers"]["upload-offset"] == str(foto.size)


@pytest.mark.sqlite
async def test_an_old_servers_database_is_served_on(tmp_path: Path) -> None:
    """Its reports, numbers, phones and what it had still to tell."""
    (tmp_path / "data").mkdir(mode=0o700)
    with sqlite3.connect(tmp_path / "data" / "sinar.db") as db:
        db.executescript((GOLDEN / "sinar.sql").read_text())
    db.close()
    async with office(tmp_path / "data") as juai:
        ida = Phone(juai.client, ACTIVATION["answer"]["token"], "", cast.LALAYAU)
        last = list({one.id: one for one in FINISHED}.values())
        answer = await ida.sync(*last)
        assert [one["state"] for one in answer["results"]] == ["already_have"] * len(last)
        told = [one["resi"] for one in SYNCS[0]["answer"]["results"]]
        assert [one["resi"] for one in answer["results"]] == sorted(told)
        kinds = {one["kind"] for one in SYNCS[1]["answer"]["changes"]}
        assert kinds <= {one["kind"] for one in ida.heard}
        for change in SYNCS[1]["answer"]["changes"]:
            same = [one for one in ida.heard if one["seq"] == change["seq"]]
            assert list(missing([change], same)) == []
        assert (await ida.send(cast.patrol()))["resi"] == "JUAI-2026-11-0005"


# A new phone, an old server ----------------------------------------------------------------------


@dataclass
class OldServer(httpx.AsyncBaseTransport):
    """Answers each kind of call with what a server of 1.0.0 answered, in its order."""

    left: dict[str, list[Json]] = field(default_factory=dict[str, list[Json]])
    heard: list[Json] = field(default_factory=list[Json])

    def __post_init__(self) -> None:
        for one in TALK:
            self.left.setdefault(one["path"], []).append(one)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        body = b"".join([part async for part in request.stream])  # pyright: ignore[reportGeneralTypeIssues]
        said = self.left[request.url.path].pop(0)
        if said["body"] is not None:
            new = json.loads(body)
            assert list(missing(said["body"], new)) == [], "an old server lacks a field"
            self.heard.append(new)
        else:
            assert base64.b64decode(said["bytes"]) == body
            for name in ("upload-length", "upload-metadata", "content-type", "tus-resumable"):
                assert request.headers[name] == said["headers"][name]
        content = json.dumps(said["answer"]).encode() if said["answer"] else b""
        return httpx.Response(said["status"], headers=said["answer_headers"], content=content)


async def old_evening(tmp_path: Path) -> tuple[RealPhone, OldServer]:
    """A new phone that does on that evening what the old one did."""
    server = OldServer()
    ida = RealPhone(tmp_path / "ida", FixedClock(cast.EVENING), transport=server)
    given = await ida.api.activate("http://127.0.0.1:8550", "ABCD2345", "HP contoh", "1.0.0")
    ida.state.set_identity(given.identity)
    await ida.secrets.keep_token(given.token)
    ida.keep_photo(base64.b64decode(PHOTO["bytes"]))
    for laporan in FINISHED[:3]:
        ida.finish(laporan)
    return ida, server


def record(ida: RealPhone, laporan: Laporan) -> Record:
    return ida.record_of(laporan.id)


async def test_a_new_phone_is_understood_by_an_old_server_and_understands_it(
    tmp_path: Path,
) -> None:
    ida, server = await old_evening(tmp_path)
    for _ in range(2):
        assert await ida.engine.visit() is None
    mended = FINISHED[3]
    ida.finish(mended)
    ida.deeds.put(decode(Deed, SYNCS[2]["body"]["acts"][0]))
    assert await ida.engine.visit() is None

    assert server.left[SYNC] == []
    resi = {one["id"]: one["resi"] for one in SYNCS[0]["answer"]["results"]}
    for laporan in FINISHED[:3]:
        assert record(ida, laporan).resi == (resi[laporan.id],)
        assert record(ida, laporan).state is PhoneState.RECEIVED
    assert [note.text for note in record(ida, mended).notes] == ["Sebutkan RT berapa saja."]
    assert record(ida, mended).sent == mended
    assert ida.deeds.all() == []
    foreign = [r for r in ida.laporan.history("2026-11") if r.from_other_phone]
    assert [r.current.tempat for r in foreign] == ["Pos RT 05"]
    titles = {one.judul for one in await inbox(ida.hand())}
    assert {"Siaga banjir", "Pelatihan pompa portabel"} <= titles
    assert ida.state.sync_state().settings["due_day"] == 7
    assert [one.shown.nama for one in ida.roster.members()] == ["Amat (contoh)"]
    await ida.close()


# An old phone's store ----------------------------------------------------------------------------


async def test_an_old_phones_reports_reach_a_server_that_knows_none_of_them(
    tmp_path: Path,
) -> None:
    shutil.copytree(OLD_STORE, tmp_path / "ida")
    async with office(tmp_path / "data") as juai:
        transport = httpx.ASGITransport(juai.app)
        ida = RealPhone(tmp_path / "ida", FixedClock(cast.EVENING), transport=transport)
        given = await ida.api.activate("http://127.0.0.1", juai.code(), "HP contoh", "1.0.0")
        ida.state.set_identity(given.identity)
        await ida.secrets.keep_token(given.token)
        before = sorted(ida.laporan.received())
        for _ in range(3):
            await ida.engine.visit()
        for ident, versi in before:
            detail = read_laporan.detail(juai.ctx, ident)
            assert detail is not None
            assert detail.message["versi"] == versi
        assert sorted(ida.laporan.received()) == before
        await ida.close()
