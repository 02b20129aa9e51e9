"""Deleting takes the draft and its photos; a photo goes only when nothing refers to it."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from mobile.domain.record import reopened
from mobile.domain.record_answers import overtaken, refused, text_received
from mobile.store.photos import FilePhotos
from mobile.store.reports import FileLaporan
from mobile.usecases import clear_photos, delete, photo, read, sentences
from mobile.usecases.edit import start_form
from mobile.usecases.phone import Phone
from shared.laporan import Kind
from shared.protocol import Gap
from tests import cast

pytestmark = pytest.mark.anyio
AT = "2026-11-24T20:50:00+08:00"


@pytest.fixture
def phone(phone: Phone, tmp_path: Path) -> Phone:
    """The same phone, its reports and photos on a real disk."""
    phone.laporan = FileLaporan(tmp_path)
    phone.photos = FilePhotos(tmp_path)
    return phone


async def with_photo(phone: Phone, data: bytes) -> tuple[str, str]:
    form = await start_form(phone, Kind.KEGIATAN)
    form.change(jenis="PATROLI", tempat="Pos", uraian="Ronda")
    foto = await photo.add_photo(phone, form, data)
    await form.close()
    return form.id, foto.sha256


def age(phone: Phone, sha: str, hours: float) -> None:
    then = time.time() - hours * 3600
    os.utime(phone.photos.path(sha), (then, then))


async def test_the_question_names_what_goes() -> None:
    assert sentences.ask_delete(cast.draft_of(cast.patrol())) == (
        "Hapus draf Patroli / ronda 24 November? Foto di dalamnya ikut terhapus dari HP ini."
    )


async def test_a_deleted_draft_takes_its_photos_along(phone: Phone) -> None:
    ident, _ = await with_photo(phone, b"shot")
    await delete.delete(phone, ident)
    assert phone.laporan.get(ident) is None
    assert phone.photos.all() == set()
    await delete.delete(phone, ident)


async def test_a_photo_that_another_report_names_stays(phone: Phone) -> None:
    ident, sha = await with_photo(phone, b"shot")
    other = cast.patrol(foto=(cast.foto(sha),))
    phone.laporan.put(text_received(cast.queued(other), 1, "JUAI-2026-11-0042", (), AT))
    await delete.delete(phone, ident)
    assert phone.photos.whole(sha)


async def test_a_sent_report_cannot_be_deleted(phone: Phone) -> None:
    record = cast.queued(cast.patrol())
    phone.laporan.put(record)
    with pytest.raises(delete.NotADraft):
        await delete.delete(phone, record.id)


async def test_a_draft_over_a_sent_report_goes_alone(phone: Phone) -> None:
    record = text_received(cast.queued(cast.patrol()), 1, "JUAI-2026-11-0042", (), AT)
    phone.laporan.put(reopened(record, AT))
    await delete.delete(phone, record.id)
    left = phone.laporan.get(record.id)
    assert left is not None
    assert (left.draft, left.sent) == (None, record.sent)


async def test_letting_go_of_an_overtaken_draft_takes_the_newer_version(phone: Phone) -> None:
    newer = cast.patrol(versi=2, uraian="Dari HP lain")
    record = overtaken(cast.queued(replace(newer, versi=1)), newer)
    phone.laporan.put(record)
    await delete.delete(phone, record.id)
    left = phone.laporan.get(record.id)
    assert left is not None
    assert left.current == newer
    assert not read.needs_me(left)


async def test_what_never_arrived_can_go(phone: Phone) -> None:
    record = refused(cast.queued(cast.patrol()), 1, (Gap("uraian", "required"),))
    phone.laporan.put(record)
    await delete.delete(phone, record.id)
    assert phone.laporan.get(record.id) is None


async def test_the_sweep_takes_old_photos_that_nobody_names(phone: Phone) -> None:
    _, named = await with_photo(phone, b"named")
    ident, removed = await with_photo(phone, b"removed")
    phone.laporan.delete(ident)
    age(phone, named, 48)
    age(phone, removed, 23)
    assert await delete.sweep(phone) == 0
    age(phone, removed, 25)
    assert await delete.sweep(phone) == 1
    assert phone.photos.all() == {named}


async def test_a_photo_that_will_not_go_leaves_the_others(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    shas = sorted([(await with_photo(phone, shot))[1] for shot in (b"one", b"two", b"three")])
    for record in phone.laporan.open_records():
        phone.laporan.delete(record.id)
    for sha in shas:
        age(phone, sha, 25)
    forget = phone.photos.forget

    def failing(sha256: str) -> None:
        if sha256 == shas[1]:
            raise RuntimeError("no error that anybody foresaw")
        forget(sha256)

    monkeypatch.setattr(phone.photos, "forget", failing)
    assert await delete.sweep(phone) == 2
    assert phone.photos.all() == {shas[1]}


async def test_with_a_damaged_report_nothing_is_swept(phone: Phone, tmp_path: Path) -> None:
    ident, sha = await with_photo(phone, b"shot")
    for path in (tmp_path / "aktif").iterdir():
        path.write_bytes(b"\0" * 10)
    age(phone, sha, 48)
    phone.laporan = FileLaporan(tmp_path)
    assert phone.laporan.get(ident) is None
    assert await delete.sweep(phone) == 0
    assert phone.photos.whole(sha)


async def test_big_photos_of_received_reports_make_room(phone: Phone) -> None:
    ident, _ = await with_photo(phone, b"received")
    _, kept = await with_photo(phone, b"draft")
    record = phone.laporan.get(ident)
    assert record is not None
    assert record.draft is not None
    phone.laporan.put(text_received(cast.queued(record.draft), 1, "JUAI-2026-11-0042", (), AT))
    before = await clear_photos.clearable(phone)
    assert (before.laporan, before.photos) == (1, 1)
    assert await clear_photos.clear(phone) == before.bytes > 0
    found = await read.detail(phone, ident)
    assert found is not None
    assert found.record.photos_cleared
    assert found.photos[0].path is None
    assert found.photos[0].small is not None
    assert not found.photos[0].lost
    assert phone.photos.whole(kept)
    assert (await clear_photos.clearable(phone)).photos == 0
    assert await clear_photos.clear(phone) == 0
