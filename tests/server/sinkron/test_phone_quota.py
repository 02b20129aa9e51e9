"""A phone sends what a village can produce; then it is asked to wait, and nobody else is."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest

from server.core import devices, office
from server.core.db.fair_lock import FairLock
from server.core.sessions import Account
from shared.codec import encode
from shared.protocol import PHOTOS
from shared.roles import Role
from tests.cast import KASI_TRANTIB, new_id, patrol
from tests.server.kit import Office, Phone, member
from tests.server.photo_kit import (
    LALAYAU,
    PAK_RUDI,
    World,
    at,
    creation,
    jpeg,
    url,
    with_bytes,
    world,
)

pytestmark = pytest.mark.anyio

KASI = Account("kasi", Role.KASI_TRANTIB, KASI_TRANTIB)
PHOTO = jpeg()


@pytest.fixture
def w(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path / "data") as made:
        yield made


async def test_more_reports_than_a_village_has_wait_for_the_next_hour(
    juai: Office, ida: Phone
) -> None:
    office.change(juai.ctx, KASI, {"kuota_kiriman": 40})
    rudi = await juai.phone("63.11.01.2002")
    for _ in range(2):
        await ida.sync(*(patrol() for _ in range(20)))
    late = patrol()
    assert (await ida.post(laporan=[encode(late)])).status_code == 429
    assert (await ida.post(laporan=[])).status_code == 200
    answer = await ida.post(acts=[{"id": new_id()}])
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "3600")
    assert (await rudi.sync())["results"] == []
    juai.clock.move(hours=1)
    assert (await ida.send(late))["state"] == "accepted"


async def test_many_calls_at_once_are_counted_together(juai: Office, ida: Phone) -> None:
    office.change(juai.ctx, KASI, {"kuota_kiriman": 20})
    calls = (ida.post(acts=[{"id": new_id()} for _ in range(10)]) for _ in range(6))
    statuses = [answer.status_code for answer in await asyncio.gather(*calls)]
    assert sorted(statuses) == [200, 200, 429, 429, 429, 429]


async def test_a_roster_is_sent_in_pieces_and_not_endlessly(juai: Office, ida: Phone) -> None:
    office.change(juai.ctx, KASI, {"kuota_anggota": 100})
    members = [member() for _ in range(101)]
    assert (await ida.post(anggota=members)).status_code == 413
    assert (await ida.post(anggota=members[:100])).status_code == 200
    again = await ida.post(anggota=members[100:])
    assert (again.status_code, again.headers["retry-after"]) == (429, "3600")


@pytest.mark.parametrize("name", ["acts", "read"])
async def test_no_list_of_a_call_is_endless(ida: Phone, name: str) -> None:
    most = {"acts": 100, "read": 5_000}[name]
    items = [new_id() for _ in range(most + 1)]
    assert (await ida.post(**{name: items})).status_code == 413


async def test_photos_beyond_what_a_village_takes_wait_and_what_came_is_kept(w: World) -> None:
    office.change(w.ctx, KASI, {"kuota_foto_mb": 4})
    (ida,) = [one.id for one in devices.all_devices(w.ctx) if one.desa == LALAYAU]
    w.photos.notes.came(ida, 4 * 1024 * 1024 - len(PHOTO) + 1)
    other = jpeg(2)
    for data in (PHOTO, other):
        w.name(data)
    async with w.client() as phone, w.client(PAK_RUDI) as neighbour:
        first = await phone.post(PHOTOS, headers=with_bytes(PHOTO), content=PHOTO)
        refused = await phone.post(PHOTOS, headers=with_bytes(other), content=other)
        elsewhere = await neighbour.post(PHOTOS, headers=with_bytes(other), content=other)
        w.photos.notes.write()
        w.clock.move(hours=1)
        later = await phone.post(PHOTOS, headers=with_bytes(other), content=other)
    assert (first.status_code, refused.status_code, later.status_code) == (201, 429, 201)
    assert elsewhere.status_code == 403
    assert refused.headers["retry-after"] == "3600"
    assert refused.headers["tus-resumable"] == "1.0.0"


async def test_a_link_that_breaks_costs_only_what_came(w: World) -> None:
    office.change(w.ctx, KASI, {"kuota_foto_mb": 4})
    w.name(PHOTO)
    async with w.client() as phone:
        await phone.post(PHOTOS, headers=creation(PHOTO))
        for offset in range(0, 3000, 100):
            piece = PHOTO[offset : offset + 100]
            answer = await phone.patch(url(PHOTO), headers=at(offset), content=piece)
            assert answer.status_code == 204


async def test_one_phone_has_few_uploads_at_a_time(w: World) -> None:
    photos = [jpeg(seed) for seed in range(5)]
    go_on = asyncio.Event()

    async def slowly(data: bytes) -> AsyncIterator[bytes]:
        yield data[:10]
        await go_on.wait()
        yield data[10:]

    async with w.client() as phone:

        async def send(data: bytes) -> httpx.Response:
            return await phone.post(PHOTOS, headers=with_bytes(data), content=slowly(data))

        for data in photos:
            w.name(data)
        sending = [asyncio.ensure_future(send(data)) for data in photos[:4]]
        async with asyncio.timeout(60):
            while w.photos.under_way.total() < 4:
                await asyncio.sleep(0)
            fifth = await send(photos[4])
        go_on.set()
        answers = [(await one).status_code for one in sending]
    assert (fifth.status_code, answers) == (429, [201] * 4)
    assert w.photos.under_way.total() == 0


@pytest.mark.parametrize("begun", [False, True])
async def test_an_upload_begun_before_a_revoke_ends_refused(w: World, begun: bool) -> None:
    key = w.name(PHOTO)
    revoked = asyncio.Event()

    async def slowly() -> AsyncIterator[bytes]:
        yield PHOTO[:50]
        await revoked.wait()
        yield PHOTO[50:]

    async with w.client() as phone:
        if begun:
            await phone.post(PHOTOS, headers=creation(PHOTO))
            call = phone.patch(url(PHOTO), headers=at(0), content=slowly())
        else:
            call = phone.post(PHOTOS, headers=with_bytes(PHOTO), content=slowly())
        sending = asyncio.ensure_future(call)
        async with asyncio.timeout(60):
            while not w.photos.under_way.total():
                await asyncio.sleep(0)
        devices.revoke(w.ctx, devices.all_devices(w.ctx)[1].id, "operator")
        devices.revoke(w.ctx, devices.all_devices(w.ctx)[0].id, "operator")
        revoked.set()
        answer = await sending
    assert (answer.status_code, answer.json()["code"]) == (401, "revoked")
    assert w.ctx.photos.whole_size(key) is None
    assert not w.ctx.photos.part_size(key)


async def test_a_report_whose_phone_is_revoked_while_it_is_sent_is_refused(
    juai: Office, ida: Phone
) -> None:
    reading, revoked = asyncio.Event(), asyncio.Event()

    async def slowly() -> AsyncIterator[bytes]:
        yield b'{"laporan": '
        reading.set()
        await revoked.wait()
        yield b"[]}"

    kind = {"Content-Type": "application/json", **ida.headers}
    sending = asyncio.ensure_future(ida.client.post("/api/v1/sync", content=slowly(), headers=kind))
    async with asyncio.timeout(60):
        await reading.wait()
    devices.revoke(juai.ctx, ida.device_id, "operator")
    revoked.set()
    assert (await sending).status_code == 401


def test_whoever_waits_for_the_writer_is_next_though_another_goes_on_and_on() -> None:
    lock, order = FairLock(), []
    inside, waiting = threading.Event(), threading.Event()

    def patient() -> None:
        inside.wait()
        waiting.set()
        with lock:
            order.append("ida")

    thread = threading.Thread(target=patient)
    thread.start()
    for number in range(200):
        with lock:
            order.append("banyak")
            inside.set()
            waiting.wait()
            while number == 0 and not lock._waiting:
                pass
    thread.join()
    assert order.index("ida") == 1
