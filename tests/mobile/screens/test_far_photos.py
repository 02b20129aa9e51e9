"""A photo that only the kecamatan has is never called lost; a sensitif one has its mark."""

from __future__ import annotations

from dataclasses import replace

import flet as ft
import pytest

from mobile import teks
from mobile.domain.record import Record
from mobile.domain.record_answers import PHOTO_LOST, photo_set_aside, text_received
from mobile.ports import PreparedPhoto
from mobile.usecases import start
from mobile.usecases.finish import reopen
from mobile.usecases.phone import Phone
from shared.laporan import Foto, Kind
from tests import cast
from tests.doubles.phone import CountingSync, memory_phone
from tests.mobile.screens.form_kit import writing
from tests.mobile.screens.stage import Stage, staged

pytestmark = pytest.mark.anyio
AT = "2026-11-24T20:50:00+08:00"
VEIL = ft.Blur(16, 16)
SHA = "b" * 64


def received(phone: Phone, *fotos: Foto, kind: Kind = Kind.KEGIATAN) -> Record:
    """A report that the kecamatan has whole, on a phone that has nothing of its photos."""
    record = text_received(cast.queued(cast.patrol(foto=fotos)), 1, "JUAI-2026-11-0042", (), AT)
    phone.laporan.put(record)
    return record


def with_picture(phone: Phone, foto: Foto) -> Foto:
    phone.photos.keep(PreparedPhoto(b"besar", b"kecil", foto.sha256, 1280, 960))
    return foto


def shown(stage: Stage) -> int:
    return len(stage.tree.find(ft.Image, fit=ft.BoxFit.COVER))


async def test_it_is_said_where_it_is_and_its_small_picture_comes_by_itself() -> None:
    phone = memory_phone()
    sync = phone.sync
    assert isinstance(sync, CountingSync)
    record = received(phone, cast.foto(), cast.foto(SHA))
    sync.small[SHA] = b"\xff\xd8kecil"
    async with staged(phone, route=f"/laporan/{record.id}") as stage:
        await stage.sees(teks.FOTO_DI_KECAMATAN)
        await stage.tree.until(lambda: shown(stage) == 1)
        assert not stage.tree.has(teks.FOTO_TIDAK_ADA)
        assert not stage.tree.has("hilang dari HP")
        phone.feed.tell()
        await stage.tree.settle()
        assert sync.small_asked == [cast.foto().sha256, SHA], "each is asked for once"
    assert phone.photos.has_small(SHA) and not phone.photos.has(SHA)


async def test_in_full_it_is_said_that_this_is_the_small_picture() -> None:
    phone = memory_phone()
    record = received(phone, cast.foto())
    phone.photos.keep_small(cast.foto().sha256, b"\xff\xd8kecil")
    async with staged(phone, route=f"/laporan/{record.id}/foto/1") as stage:
        await stage.sees(teks.FOTO_UTUH_DI_KECAMATAN)


async def test_who_mends_the_report_reads_where_its_photo_is() -> None:
    phone = memory_phone()
    record = received(phone, cast.foto())
    await (await reopen(phone, record.id)).close()
    async with writing(phone, record.id) as form:
        await form.tree.until(lambda: form.shows(teks.FOTO_DI_KECAMATAN))
        assert not form.shows(teks.FOTO_TIDAK_ADA)
        await form.tree.tap("Buka foto 1")
        assert not form.shows(teks.FOTO_TIDAK_ADA)


def test_a_photo_that_came_by_another_way_is_no_longer_called_lost() -> None:
    sent = text_received(
        cast.queued(cast.patrol(foto=(cast.foto(), cast.foto(SHA)))), 1, "JUAI-2026-11-0042",
        (cast.foto().sha256, SHA), AT,
    )  # fmt: skip
    for sha in (cast.foto().sha256, SHA):
        sent = photo_set_aside(sent, sha, PHOTO_LOST)
    partly = text_received(sent, 1, None, (SHA,), AT)
    assert [gap.field for gap in partly.problems] == ["foto.1"]
    assert text_received(partly, 1, None, (), AT).problems == ()


async def test_in_the_list_a_sensitif_photo_is_covered() -> None:
    phone = memory_phone()
    received(phone, replace(with_picture(phone, cast.foto()), sensitif=True))
    async with staged(phone, route="/laporan") as stage:
        await stage.tree.until(lambda: shown(stage) == 1)
        assert len(stage.tree.find(ft.Container, blur=VEIL)) == 1


async def test_on_beranda_a_sensitif_photo_is_covered() -> None:
    phone = memory_phone()
    record = await start.begin(phone, Kind.KEGIATAN)
    assert record.draft is not None
    foto = replace(with_picture(phone, cast.foto()), sensitif=True)
    phone.laporan.put(replace(record, draft=replace(record.draft, foto=(foto,)), saved_at=AT))
    async with staged(phone, route="/") as stage:
        await stage.tree.until(lambda: shown(stage) >= 1)
        assert stage.tree.find(ft.Container, blur=VEIL)


async def test_in_the_form_and_at_the_camera_a_sensitif_photo_is_covered() -> None:
    phone = memory_phone()
    async with writing(phone) as form:
        await form.tree.tap("Ambil foto")
        await form.tree.until(lambda: form.shows("Hindari wajah"))
        await form.tree.settle()
        await form.tree.tap("Ambil foto sekarang")
        await form.tree.until(lambda: form.shows("Selesai, pakai 1 foto"))
        assert not form.tree.find(ft.Container, blur=VEIL)
        await form.tree.tap("Selesai, pakai 1 foto")
        await form.tree.tap("Buka foto 1")
        await form.tree.set(form.tree.one(ft.Switch), "value", True)
        await form.tree.tap("Tutup")
        await form.tree.until(lambda: bool(form.tree.find(ft.Container, blur=VEIL)))
        await form.tree.tap("Tambah foto")
        await form.tree.until(lambda: form.shows("Selesai, pakai 1 foto"))
        assert form.tree.find(ft.Container, blur=VEIL)
