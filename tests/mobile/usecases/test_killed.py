"""Bu Ida's evening, cut short at every single call to the disk: what she was told is true."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from mobile.store.photos import FilePhotos
from mobile.store.reports import FileLaporan
from mobile.store.state import FileState
from mobile.usecases import finish, photo, start
from mobile.usecases.edit import start_form
from mobile.usecases.phone import Phone
from shared.laporan import Kind
from shared.status import PhoneState
from tests import cast
from tests.doubles.disk import Killed, MemoryDisk
from tests.doubles.phone import memory_phone

ROOT = Path("/phone")


@dataclass
class Told:
    """What the screen has said so far."""

    ident: str = ""
    words: str = ""
    photos: tuple[str, ...] = ()
    sent: int = 0


def phone_on(disk: MemoryDisk) -> Phone:
    """The app as it starts over this disk."""
    plain = memory_phone()
    laporan, state = FileLaporan(ROOT, disk), FileState(ROOT, disk)
    return replace(plain, laporan=laporan, state=state, photos=FilePhotos(ROOT, disk))


async def evening(phone: Phone, told: Told) -> None:
    """Write, photograph, send, take back, mend, send again."""
    phone.state.set_identity(cast.IDA_PHONE)
    form = await start_form(phone, Kind.KEGIATAN)
    for words in ("Ronda", "Ronda malam", "Ronda malam, aman."):
        form.change(jenis="PATROLI", tempat="Poskamling RT 02", uraian=words)
        if await form.flush():
            told.ident, told.words = form.id, words
    for number in range(2):
        foto = await photo.add_photo(phone, form, b"shot %d" % number)
        told.photos = (*told.photos, foto.sha256)
    await finish.finish(phone, form)
    told.sent += 1
    await finish.recall(phone, form.id)
    form = await finish.reopen(phone, form.id)
    form.change(uraian="Ronda malam, aman, hujan.")
    await finish.finish(phone, form)
    told.words = "Ronda malam, aman, hujan."
    told.sent += 1


def live(disk: MemoryDisk) -> Told:
    told = Told()

    async def run() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda *_: None)
        await evening(phone_on(disk), told)

    with contextlib.suppress(Killed):
        asyncio.run(run())
    return told


def calls_of_an_evening() -> int:
    disk = MemoryDisk()
    live(disk)
    return disk.calls


CALLS = calls_of_an_evening()


@pytest.mark.parametrize("call", range(1, CALLS + 1, 2))
def test_what_the_screen_said_is_true_after_the_end(
    call: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    disk = MemoryDisk()
    disk.arm(call, "kill")
    told = live(disk)
    again = phone_on(disk.crash(random.Random(call)))
    assert not [d for d in again.laporan.damages() if not d.recovered]
    if not told.ident:
        return
    assert again.state.identity() == cast.IDA_PHONE
    record = again.laporan.get(told.ident)
    assert record is not None
    assert len(record.current.uraian) >= len(told.words)
    assert {foto.sha256 for foto in record.photos} >= set(told.photos)
    assert all(again.photos.whole(foto.sha256) for foto in record.photos)
    if told.sent == 2:
        assert record.state is PhoneState.QUEUED
    if record.state is PhoneState.DRAFT:
        assert start.latest_draft(again) == record
