"""Pindah HP: drafts, history and photos leave the old phone as one file, and come to the new one.

The file is sealed under a phrase; on the new phone, activated for the same village, it is looked
through whole before anything of it is written. Twice does no harm.

PindahError
├── WrongPhrase     the phrase is not the one that was shown: type it again
├── OtherVillage    made on a phone of another village: it stays closed here
└── NotAMove        what was opened is none (`reason`): choose another file
"""

from __future__ import annotations

import hashlib
import io
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from mobile.domain.record import Record
from mobile.ports import StoreError, SyncReason
from mobile.usecases.phone import Phone, off_loop
from mobile.usecases.pindah_moving import Moved, Mover, read
from shared import pindah as box
from shared.clock import WITA
from shared.codec import encode
from shared.frames import Frame, frame, frames
from shared.protocol import normal_code
from shared.sealed_file import (
    DamagedFileError,
    ForeignFileError,
    NewerFileError,
    head_of,
    read_head,
    seal,
    unseal,
)


class PindahError(Exception):
    """Nothing was written."""


class WrongPhrase(PindahError):
    """Ask for the phrase again; the file is as it was."""


class OtherVillage(PindahError):
    """It belongs on a phone of that village."""


class NotAMove(PindahError):
    """``reason``: `pindah_foreign`, `pindah_newer` or `pindah_damaged`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Packed:
    """The file, and the phrase that opens it, shown once."""

    path: Path
    phrase: str
    laporan: int
    photos: int
    bytes: int


async def pack(phone: Phone) -> Packed:
    """Seal all that this phone keeps; raises StoreError, and then there is no file."""
    await phone.need_post().sealing.ready()
    return await off_loop(_pack, phone, box.new_phrase())


async def unpack(phone: Phone, source: Path | bytes, phrase: str) -> Moved:
    """Take an old phone's store in; raises PindahError or StoreError (then do it once more)."""
    await phone.need_post().sealing.ready()
    moved = await off_loop(_unpack, phone, source, normal_code(phrase))
    phone.feed.tell()
    phone.sync.request_sync(SyncReason.TAP)
    return moved


# Out -----------------------------------------------------------------------------------------


def _pack(phone: Phone, phrase: str) -> Packed:
    records = list(_records(phone))
    shas = [sha for sha in sorted(phone.laporan.photos_in_use()) if phone.photos.whole(sha)]
    post = phone.need_post()
    key = post.sealing.for_phrase(phrase, os.urandom(box.SALT_BYTES))
    head, lines = head_of(box.KIND, key.facts)

    def content() -> Iterator[bytes]:
        yield lines
        yield from seal(head, _content(phone, records, shas), key.cipher)

    file = post.parcels.write_out(_file_name(phone), content())
    return Packed(file.path, phrase, len(records), len(shas), file.size)


def _records(phone: Phone) -> Iterator[Record]:
    yield from phone.laporan.open_records()
    for month in phone.laporan.months():
        yield from phone.laporan.history(month)


def _content(phone: Phone, records: list[Record], shas: list[str]) -> Iterator[bytes]:
    who = phone.identity()
    about = {"desa": who.desa_kode, "device": who.device_id, "dibuat": phone.now()}
    yield frame(box.ABOUT, json.dumps(about).encode())
    # Photos before the reports that name them: nothing may be sent before it is whole.
    for sha256 in shas:
        big = phone.photos.read(sha256)
        yield frame(box.PHOTO, box.pack_photo(sha256, _small(phone, sha256), big))
    for record in records:
        yield _json_frame(box.RECORD, record)
    for member in phone.roster.members():
        if member.mine is not None or member.sent is not None:
            yield _json_frame(box.MEMBER, member)
    for form in phone.roster.drafts().values():
        yield _json_frame(box.FORM, form)
    for deed in phone.deeds.all():
        yield _json_frame(box.DEED, deed)
    yield _json_frame(box.MEMORY, phone.state.memory())


def _json_frame(letter: str, thing: Any) -> bytes:
    return frame(letter, json.dumps(encode(thing), separators=(",", ":")).encode("ascii"))


def _small(phone: Phone, sha256: str) -> bytes:
    try:
        return phone.photos.read_small(sha256)
    except StoreError:
        return b""


def _file_name(phone: Phone) -> str:
    return f"pindah-hp-{phone.clock.now().astimezone(WITA):%Y%m%d-%H%M}{box.SUFFIX}"


# In ------------------------------------------------------------------------------------------


def _unpack(phone: Phone, source: Path | bytes, phrase: str) -> Moved:
    with _opened(source) as file:
        opening = _Opening(phone, file, phrase)
        for letter, data in opening.frames():
            _check(phone, letter, data)
        mover = Mover(phone)
        for letter, data in opening.frames():
            mover.take(letter, data)
    return mover.moved


def _opened(source: Path | bytes) -> BinaryIO:
    if isinstance(source, bytes):
        return io.BytesIO(source)
    try:
        return source.open("rb")
    except OSError as error:
        raise StoreError(str(source)) from error


class _Opening:
    """A file and its key, which takes a second to make: once for two readings."""

    def __init__(self, phone: Phone, file: BinaryIO, phrase: str) -> None:
        self._file = file
        try:
            head = read_head(file, box.KIND)
            salt = bytes.fromhex(str(head.facts["salt"]))
        except ForeignFileError as error:
            raise NotAMove("pindah_foreign") from error
        except NewerFileError as error:
            raise NotAMove("pindah_newer") from error
        except (DamagedFileError, KeyError, ValueError) as error:
            raise NotAMove("pindah_damaged") from error
        self._key = phone.need_post().sealing.for_phrase(phrase, salt)

    def frames(self) -> Iterator[Frame]:
        """All of them; a wrong phrase shows at the very first piece."""
        self._file.seek(0)
        head = read_head(self._file, box.KIND)
        begun = False
        try:
            for one in frames(unseal(head, self._file, self._key.cipher)):
                begun = True
                yield one
        except DamagedFileError as error:
            raise (NotAMove("pindah_damaged") if begun else WrongPhrase()) from error


def _check(phone: Phone, letter: str, data: bytes) -> None:
    """Whether it can be taken; nothing is written yet."""
    try:
        if letter == box.ABOUT:
            desa = json.loads(data)["desa"]
        elif letter == box.RECORD:
            desa = read(Record, data).current.desa
        elif letter == box.PHOTO:
            sha256, _, big = box.unpack_photo(data)
            desa = phone.identity().desa_kode
            if hashlib.sha256(big).hexdigest() != sha256:
                raise ValueError(sha256)
        else:
            json.loads(data)
            return
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise NotAMove("pindah_damaged") from error
    if desa != phone.identity().desa_kode:
        raise OtherVillage(desa)
