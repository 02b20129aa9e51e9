"""The tab Desa: the members on the phone, a form that saves itself, the village's own data."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mobile.domain.member import Member, came, refused, sending
from shared.laporan import Personel
from shared.protocol import Gap
from shared.satlinmas import Anggota
from tests import cast
from tests.doubles.phone import MemoryRoster, memory_phone
from tests.mobile.screens.stage import Stage, staged

pytestmark = pytest.mark.anyio


def known(phone: Any, **fields: Any) -> Anggota:
    """A member that the kecamatan has."""
    whole = {"nama": "Amat (contoh)", "tanggal_lahir": "1990-01-01", **fields}
    one = Anggota(**{"id": cast.new_id(), "versi": 1, "desa": cast.LALAYAU, **whole})
    phone.roster.update(one.id, lambda m: came(m, one))
    return one


def members(stage: Stage) -> list[Member]:
    return stage.phone.roster.members()


async def test_an_empty_roster_says_what_is_wanted() -> None:
    async with staged(route="/desa") as stage:
        await stage.sees("Belum ada anggota")
        await stage.sees("Tambahkan paling sedikit 10 orang, boleh bertahap.")
        await stage.sees("0 anggota aktif")


async def test_eleven_are_enough_and_nine_are_not() -> None:
    phone = memory_phone()
    people = [known(phone, nama=f"Warga {n} (contoh)") for n in range(11)]
    async with staged(phone, route="/desa") as stage:
        await stage.sees("11 anggota aktif")
        await stage.sees("Paling sedikit 10. Sudah cukup.")
        for one in people[:2]:
            phone.roster.update(
                one.id, lambda m, one=one: came(m, replace(one, versi=2, status="nonaktif"))
            )
        stage.told()
        await stage.sees("9 anggota aktif")
        await stage.sees("Paling sedikit 10. Kurang 1 lagi, boleh bertahap.")


async def test_a_row_says_office_squad_age_and_what_waits() -> None:
    phone = memory_phone()
    known(phone, nama="Rudi (contoh)", jabatan="komandan_regu", regu="pengamanan")
    known(phone, nama="Basri (contoh)", tanggal_lahir="1966-11-01", regu="dapur_umum")
    async with staged(phone, route="/desa") as stage:
        await stage.sees("Komandan Regu, Pengamanan")
        await stage.sees("60 tahun")
        await stage.sees("Pengamanan 1")
        assert not stage.tree.has("Belum terkirim")


async def test_a_new_member_takes_a_name_and_simpan_and_waits_to_be_sent() -> None:
    async with staged(route="/desa") as stage:
        await stage.tap("Tambah anggota")
        await stage.at("/desa/anggota/")
        await stage.sees("NIK dan KTP tidak diperlukan.")
        await stage.tree.type("Nama lengkap", "Udin  (contoh)")
        await stage.tree.type("Tanggal lahir", "14-3-1995")
        await stage.tree.type("RT / dusun", "RT 03")
        await stage.tap("Simpan anggota")
        await stage.sees("1 anggota aktif")
        await stage.sees("Belum terkirim")
        (udin,) = members(stage)
        one = udin.shown
        assert (one.nama, one.tanggal_lahir, one.alamat) == ("Udin (contoh)", "1995-03-14", "RT 03")
        assert (one.jabatan, one.regu, one.desa) == ("anggota", None, cast.LALAYAU)
        assert udin.waiting and stage.phone.roster.drafts() == {}


async def test_faults_stand_at_their_fields() -> None:
    async with staged(route="/desa/anggota/" + cast.new_id()) as stage:
        await stage.tree.type("Tanggal lahir", "31-02-1995")
        await stage.tap("Simpan anggota")
        await stage.sees("Tulis nama lengkapnya.")
        await stage.sees("Tulis tanggal seperti 14-03-1995.")
        assert members(stage) == []


async def test_what_was_typed_is_on_disk_and_comes_back() -> None:
    phone = memory_phone()
    async with staged(phone, route="/desa") as stage:
        await stage.tap("Tambah anggota")
        await stage.sees("Nama lengkap")
        await stage.tree.type("Nama lengkap", "Udin (contoh)")
        await stage.sees("Tersimpan di HP ini, 20.41")
    (draft,) = phone.roster.drafts().values()
    async with staged(phone, route="/desa") as stage:
        await stage.sees("Draf")
        stage.place.go(f"/desa/anggota/{draft.id}")
        await stage.sees("Nama lengkap")
        await stage.tap("Simpan anggota")
        await stage.sees("1 anggota aktif")


async def test_a_full_disk_is_said_and_the_words_stay() -> None:
    phone = memory_phone()
    async with staged(phone, route="/desa/anggota/" + cast.new_id()) as stage:
        assert isinstance(phone.roster, MemoryRoster)
        phone.roster.full = True
        await stage.tree.type("Nama lengkap", "Udin (contoh)")
        await stage.sees("Belum tersimpan: memori HP penuh.")
        await stage.tap("Simpan anggota")
        phone.roster.full = False
        await stage.tap("Simpan anggota")
        assert [one.shown.nama for one in members(stage)] == ["Udin (contoh)"]


async def test_a_refused_member_says_so_until_it_is_mended() -> None:
    phone = memory_phone()
    one = Anggota(id=cast.new_id(), versi=1, desa=cast.LALAYAU, nama="Udin (contoh)", hp="x")
    waiting = sending(Member(one.id, mine=one))
    assert waiting.sent
    told = refused(waiting, waiting.sent, (Gap("hp", "too_long"),))
    phone.roster.update(one.id, lambda _: told)
    async with staged(phone, route="/desa") as stage:
        await stage.sees("Perlu dibetulkan")
        stage.place.go(f"/desa/anggota/{one.id}")
        await stage.sees("Kecamatan belum bisa menerima data ini.")
        await stage.tap("Simpan anggota")
        await stage.sees("Belum terkirim")


async def test_on_a_report_people_are_ticked_from_the_roster() -> None:
    phone = memory_phone()
    rudi = known(phone, nama="Rudi (contoh)", jabatan="komandan_regu")
    known(phone, nama="Kadir (contoh)", status="berhenti")
    async with staged(phone) as stage:
        await stage.tap("Lapor kegiatan")
        await stage.sees("Danru")
        assert not stage.tree.has("Kadir (contoh)")
        await stage.tap("Rudi (contoh)")
        (record,) = phone.laporan.open_records()
        assert record.draft
        await stage.tree.until(lambda: _personel(phone) == (Personel("Rudi (contoh)", rudi.id),))


def _personel(phone: Any) -> tuple[Personel, ...]:
    (record,) = phone.laporan.open_records()
    return record.draft.personel


async def test_the_villages_own_data_leave_as_an_act_with_what_changed() -> None:
    phone = memory_phone()
    phone.state.update_sync(
        lambda s: replace(s, settings={"desa_data": {"kepala_desa": "Anang (contoh)"}})
    )
    async with staged(phone, route="/desa/data") as stage:
        await stage.sees("Kepala Desa (Kepala Satlinmas)")
        await stage.tree.type("Sumber dana", "ADD")
        await stage.tap("Perahu")
        await stage.tap("Simpan data desa")
        await stage.tree.until(lambda: bool(phone.deeds.all()))
        (deed,) = phone.deeds.all()
        assert (deed.kind, deed.data) == (
            "village_data", {"sumber_dana": "ADD", "alat": ["Perahu"]}
        )  # fmt: skip
        stage.place.go("/desa/data")
        await stage.sees("Perubahan terakhir belum terkirim.")


async def test_what_is_typed_of_the_village_outlives_the_screen_before_it_is_saved() -> None:
    phone = memory_phone()
    async with staged(phone, route="/desa/data") as stage:
        await stage.sees("Sumber dana")
        await stage.tree.type("Sumber dana", "AD", leave=False)
        await stage.sees("Tersimpan di HP ini")
        assert not any(deed.waiting for deed in phone.deeds.all())
    async with staged(phone, route="/desa/data") as stage:
        await stage.sees("Sumber dana")
        assert stage.tree.field("Sumber dana").value == "AD"
        await stage.tap("Simpan data desa")
        await stage.tree.until(lambda: any(deed.waiting for deed in phone.deeds.all()))
        await stage.tree.until(lambda: len(phone.deeds.all()) == 1)
