"""The privacy notice on the phone: from activation, Periksa HP and the settings, offline."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mobile import teks
from shared.documents.privacy_notice import BLANK, notice
from tests import cast
from tests.cast import JUAI
from tests.doubles.phone import memory_phone
from tests.mobile.screens.stage import staged

pytestmark = pytest.mark.anyio

SERVER = "http://127.0.0.1:8550"
KONTAK = "Kasi Trantib (contoh), kantor kecamatan"


async def test_who_has_no_code_yet_can_read_it() -> None:
    async with staged(memory_phone(None), server=SERVER) as stage:
        await stage.tap(teks.PRIVASI)
        for part in notice(JUAI, {}):
            assert stage.tree.has(part.title)
        assert stage.tree.has(BLANK)
        await stage.tap(teks.TUTUP)


@pytest.mark.parametrize("route", ["/desa/periksa", "/desa/pengaturan"])
async def test_it_says_what_the_kecamatan_has_decided_without_a_signal(route: str) -> None:
    phone = memory_phone()
    decided = {"privasi_kontak": KONTAK, "simpan_laporan_tahun": 5}
    phone.state.update_sync(lambda s: replace(s, settings=decided))
    async with staged(phone, route=route) as stage:
        await stage.tap(teks.PRIVASI)
        await stage.sees(KONTAK)
        assert stage.tree.has("Isi laporan: 5 tahun")
        assert stage.tree.has(teks.PRIVASI_HP)
        assert not stage.tree.has(BLANK)


async def test_a_sensitif_photo_stays_covered_until_it_is_asked_for() -> None:
    phone = memory_phone()
    closed = replace(cast.foto(), sensitif=True)
    report = cast.patrol(foto=(closed, cast.foto("b" * 64)))
    phone.laporan.put(cast.queued(report))
    async with staged(phone, route=f"/laporan/{report.id}/foto/1") as stage:
        await stage.sees(teks.FOTO_SENSITIF_TUTUP)
        await stage.tap(teks.FOTO_BERIKUT)
        assert not stage.tree.has(teks.FOTO_SENSITIF_TUTUP)
        await stage.tap(teks.FOTO_SEBELUM)
        await stage.tap(teks.FOTO_SENSITIF_LIHAT)
        assert not stage.tree.has(teks.FOTO_SENSITIF_TUTUP)
        assert stage.tree.has(teks.FOTO_SENSITIF)
