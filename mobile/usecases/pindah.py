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
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from mobile.domain.deed import Deed
from mobile.domain.member import Member
from mobile.domain.record import Record
from mobile.domain.record_answers import overtaken
from mobile.ports import Memory, PreparedPhoto, StoreError, SyncReason
from mobile.usecases.chips import memory_of
from mobile.usecases.phone import Phone, off_loop
from shared import pindah as box
from shared.clock import WITA
from shared.codec import decode, encode
from shared.frames import Frame, frame, frames
from shared.protocol import normal_code
from shared.satlinmas import Anggota
from shared.sealed_file import (
    DamagedFileError,
    ForeignFileError,
    NewerFileError,
    head_of,
    read_head,
    seal,
    unseal,
)
from shared.status import PhoneState

T = TypeVar("T")


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


@dataclass(frozen=True)
class Moved:
    """What the new phone has now that it did not have."""

    laporan: int
    drafts: int
    photos: int


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
        mover = _Mover(phone)
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
            desa = _read(Record, data).current.desa
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


class _Mover:
    """Writes one thing after the other; each is durable when it is written."""

    def __init__(self, phone: Phone) -> None:
        self._phone = phone
        self.moved = Moved(0, 0, 0)

    def take(self, letter: str, data: bytes) -> None:
        """One frame; letters of a later app are left out."""
        work = {
            box.RECORD: self._record, box.MEMBER: self._member, box.FORM: self._form,
            box.DEED: self._deed, box.MEMORY: self._memory, box.PHOTO: self._photo,
        }.get(letter)  # fmt: skip
        if work is not None:
            work(data)

    def _record(self, data: bytes) -> None:
        theirs = _read(Record, data)
        mine = self._phone.laporan.get(theirs.id)
        wanted = merged(mine, theirs)
        if wanted == mine:
            return
        self._phone.laporan.put(wanted)
        self.moved = replace(
            self.moved,
            laporan=self.moved.laporan + 1,
            drafts=self.moved.drafts + (wanted.draft is not None),
        )

    def _photo(self, data: bytes) -> None:
        sha256, small, big = box.unpack_photo(data)
        if self._phone.photos.whole(sha256):
            return
        # The sides stand in the reports; the store keeps the bytes.
        self._phone.photos.keep(PreparedPhoto(big, small or big, sha256, 0, 0))
        self.moved = replace(self.moved, photos=self.moved.photos + 1)

    def _member(self, data: bytes) -> None:
        theirs = _read(Member, data)

        def change(mine: Member | None) -> Member:
            if mine is None:
                return theirs
            if mine.mine is not None or mine.sent is not None:
                return mine
            return replace(mine, mine=theirs.mine or theirs.sent)

        self._phone.roster.update(theirs.id, change)

    def _form(self, data: bytes) -> None:
        form = _read(Anggota, data)
        if form.id not in self._phone.roster.drafts():
            self._phone.roster.put_draft(form)

    def _deed(self, data: bytes) -> None:
        deed = _read(Deed, data)
        if all(known.id != deed.id for known in self._phone.deeds.all()):
            self._phone.deeds.put(deed)

    def _memory(self, data: bytes) -> None:
        """The chips are a comfort: what this phone has learned itself is not replaced."""
        if self._phone.state.memory() == Memory():
            self._phone.state.set_memory(memory_of(json.loads(data)))


def merged(mine: Record | None, theirs: Record) -> Record:
    """A report of the old phone meets what the new one has of it since its activation."""
    if mine is None:
        return theirs
    if not mine.from_other_phone or mine.draft is not None or mine.sent is None:
        return mine  # moved before, or written here
    own_words = theirs.draft is not None or theirs.sent_state in (
        PhoneState.QUEUED, PhoneState.REFUSED,
    )  # fmt: skip
    known = theirs.sent.versi if theirs.sent else 0
    if mine.sent.versi > known:
        return overtaken(theirs, mine.sent) if own_words else mine
    if own_words:
        return theirs
    resi = tuple(dict.fromkeys((*theirs.resi, *mine.resi)))
    return replace(theirs, resi=resi, status=mine.status or theirs.status)


def _read(cls: type[T], data: bytes) -> T:
    found = json.loads(data)
    if not isinstance(found, dict):
        raise ValueError(cls.__name__)
    return decode(cls, found)  # pyright: ignore[reportUnknownArgumentType]
