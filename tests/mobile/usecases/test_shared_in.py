"""What another app hands over begins a draft: words as its story, pictures as gallery photos."""

from __future__ import annotations

import pytest

from mobile.usecases.phone import Phone
from mobile.usecases.shared_in import take_in
from mobile.usecases.start import is_untouched, latest_draft
from shared.laporan import Kind
from shared.photos.errors import NotAPhoto
from tests.doubles.phone import PlainImages

pytestmark = pytest.mark.anyio


async def test_words_and_pictures_become_a_draft_that_is_on_disk(phone: Phone) -> None:
    taken = await take_in(phone, " Ronda malam di RT 02. \n", [b"one", b"two"])
    record = phone.laporan.get(taken.record.id)
    assert record is not None and record.draft is not None
    assert (record.draft.kind, record.draft.uraian) == (Kind.KEGIATAN, "Ronda malam di RT 02.")
    assert len(record.photos) == 2
    assert all(phone.photos.whole(foto.sha256) for foto in record.photos)
    assert taken.left_out == 0
    assert not is_untouched(record)
    assert latest_draft(phone) == record, "it is offered again after a kill"


async def test_a_picture_claims_no_time_and_no_place_of_its_own(phone: Phone) -> None:
    taken = await take_in(phone, "", [b"one"])
    [foto] = taken.record.photos
    assert (foto.diambil, foto.lokasi) == (None, None)


async def test_what_is_no_picture_is_left_out_and_counted(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = PlainImages.prepare

    async def prepare(self: PlainImages, data: bytes, strip: tuple[str, ...]) -> object:
        if data == b"film":
            raise NotAPhoto(data)
        return await good(self, data, strip)

    monkeypatch.setattr(PlainImages, "prepare", prepare)
    taken = await take_in(phone, "", [b"one", b"film", *(bytes([n]) for n in range(5))])
    assert len(taken.record.photos) == 5, "one that is no picture leaves its place to the next"
    assert taken.left_out == 2, "one is no picture, and a report has five at most"
