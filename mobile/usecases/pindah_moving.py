"""What a phone before sent goes into this phone's stores, beside what is there."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TypeVar

from mobile.domain.deed import Deed
from mobile.domain.member import Member
from mobile.domain.record import Record
from mobile.domain.record_answers import overtaken
from mobile.ports import Memory, PreparedPhoto
from mobile.usecases.chips import memory_of
from mobile.usecases.phone import Phone
from shared import pindah as box
from shared.codec import decode
from shared.satlinmas import Anggota
from shared.status import PhoneState

T = TypeVar("T")


@dataclass(frozen=True)
class Moved:
    """What the new phone has now that it did not have."""

    laporan: int
    drafts: int
    photos: int


class Mover:
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
        theirs = read(Record, data)
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
        theirs = read(Member, data)

        def change(mine: Member | None) -> Member:
            if mine is None:
                return theirs
            if mine.mine is not None or mine.sent is not None:
                return mine
            return replace(mine, mine=theirs.mine or theirs.sent)

        self._phone.roster.update(theirs.id, change)

    def _form(self, data: bytes) -> None:
        form = read(Anggota, data)
        if form.id not in self._phone.roster.drafts():
            self._phone.roster.put_draft(form)

    def _deed(self, data: bytes) -> None:
        deed = read(Deed, data)
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


def read(cls: type[T], data: bytes) -> T:
    """The message as that kind of thing; raises NotAMove where it is none."""
    found = json.loads(data)
    if not isinstance(found, dict):
        raise ValueError(cls.__name__)
    return decode(cls, found)  # pyright: ignore[reportUnknownArgumentType]
