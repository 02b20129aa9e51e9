"""Words and pictures that somebody hands over from another app: they begin a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mobile.domain.record import Record
from mobile.usecases.edit import Editing
from mobile.usecases.phone import Phone, off_loop
from mobile.usecases.photo import add_photo
from mobile.usecases.start import begin
from shared.laporan import Kind
from shared.photos.errors import PhotoError

MOST_LETTERS = 4000


@dataclass(frozen=True)
class TakenIn:
    """The draft, and how many pictures could not be taken in."""

    record: Record
    left_out: int = 0


async def take_in(phone: Phone, words: str, pictures: Sequence[bytes]) -> TakenIn:
    """A kegiatan with the words as its story and the pictures as photos of the gallery.

    On disk when it returns. Raises StoreError; what was stored until then is whole.
    """
    record = await begin(phone, Kind.KEGIATAN)
    editing = Editing(phone, record, fresh=True)
    if words.strip():
        editing.change(uraian=words.strip()[:MOST_LETTERS])
    left_out = 0
    for picture in pictures:
        try:
            await add_photo(phone, editing, picture, from_gallery=True)
        except PhotoError:
            left_out += 1
    await editing.close()
    kept = await off_loop(phone.laporan.get, record.id)
    return TakenIn(kept or record, left_out)
