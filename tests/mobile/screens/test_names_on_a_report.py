"""Names on a report: lists, degrees, two of one name, and whether a member is meant."""

from __future__ import annotations

from typing import Any

import pytest

from mobile import teks
from mobile.ports import Memory
from mobile.screens.form_kejadian.state import dial
from mobile.screens.form_parts import people
from shared.laporan import Laporan, Personel
from shared.satlinmas import Anggota
from tests import cast
from tests.doubles.phone import memory_phone
from tests.mobile.screens.stage import staged
from tests.mobile.screens.test_desa import known

pytestmark = pytest.mark.anyio
BASUKI = "Ahmad Basuki, S.Sos., M.AP (contoh)"


def one(nama: str, alamat: str = "", ident: str = "") -> Anggota:
    return Anggota(id=ident or nama, versi=1, desa=cast.LALAYAU, nama=nama, alamat=alamat)


def draft(*personel: Personel) -> Laporan:
    return cast.patrol(personel=personel)


def test_a_list_that_is_typed_becomes_its_people_with_their_degrees() -> None:
    found = people.with_name(draft(), f"{BASUKI}, M. Ridwan dan H. Jahrani")
    assert [p.nama for p in found] == [BASUKI, "M. Ridwan", "H. Jahrani"]


def test_the_same_name_in_other_quotation_marks_is_there_already() -> None:
    there = draft(Personel("Ma'mun"))
    assert people.with_name(there, "MA\u2019MUN") == there.personel


def test_two_members_of_one_name_have_a_tile_each() -> None:
    members = (one("Udin", "RT 01", "a"), one("Udin", "RT 05", "b"))
    tiles = people.people(Memory(), draft(), members).shown
    assert tiles == (Personel("Udin", "a"), Personel("Udin", "b"))
    after = draft(*people.toggled(draft(), tiles[1], members))
    assert after.personel == (Personel("Udin", "b"),)
    assert not people.is_chosen(after, tiles[0], members)
    assert people.toggled(after, tiles[1], members) == ()
    assert people.with_name(draft(), "Udin", members) == (Personel("Udin", None),)


def test_a_member_who_stood_there_by_name_alone_has_one_tile() -> None:
    members = (one("Udin", "RT 01", "a"),)
    there = draft(Personel("Udin"))
    memory = Memory(regu_terakhir=("Udin",))
    assert people.people(memory, there, members).shown == (Personel("Udin", "a"),)
    assert people.is_chosen(there, Personel("Udin", "a"), members)


def test_a_member_is_offered_for_a_name_that_is_nearly_his() -> None:
    members = (one("Muhammad Ridwan", ident="a"), one("H. Jahrani", ident="b"))
    there = draft(Personel("M. Ridwan"), Personel("Slamet"))
    assert people.perhaps(there.personel[0], there, members) == members[:1]
    assert people.perhaps(there.personel[1], there, members) == ()
    assert people.meant(there, there.personel[0], members[0]) == (
        Personel("Muhammad Ridwan", "a"), Personel("Slamet"),
    )  # fmt: skip


async def test_the_form_asks_whether_a_member_is_meant_and_decides_nothing() -> None:
    phone = memory_phone()
    ridwan = known(phone, nama="Muhammad Ridwan (contoh)", alamat="RT 05")
    async with staged(phone) as stage:
        await stage.tap("Lapor kegiatan")
        await stage.tree.type(teks.NAMA_TAMBAH, "M. Ridwan (contoh)")
        await stage.sees(teks.ORANG_MUNGKIN.format(nama="M. Ridwan (contoh)"))
        await stage.tree.until(lambda: _first(phone) == Personel("M. Ridwan (contoh)"))
        await stage.tap("Muhammad Ridwan (contoh), RT 05")
        await stage.tree.until(lambda: _first(phone) == Personel(ridwan.nama, ridwan.id))
        assert not stage.tree.has(teks.ORANG_BUKAN)


def _first(phone: Any) -> Personel | None:
    (record,) = phone.laporan.open_records()
    return record.draft.personel[0] if record.draft.personel else None


def test_an_emergency_number_is_dialled_as_it_must_be() -> None:
    assert dial("+62 0812-0000-0001") == f"tel:0812{1:08}"
    assert dial("112") == "tel:112"


async def test_a_new_member_who_may_be_here_already_is_asked_about() -> None:
    phone = memory_phone()
    known(phone, nama="H. Jahrani (contoh)", alamat="RT 05")
    async with staged(phone, route=f"/desa/anggota/{cast.new_id()}") as stage:
        await stage.tree.type(teks.ANGGOTA_NAMA, "Jahrani (contoh)")
        await stage.tap(teks.ANGGOTA_SIMPAN)
        await stage.sees(teks.ANGGOTA_MUNGKIN.format(siapa="H. Jahrani (contoh), RT 05"))
        assert len(phone.roster.members()) == 1
        await stage.tap(teks.ANGGOTA_MUNGKIN_LAIN)
        await stage.tree.until(lambda: len(phone.roster.members()) == 2)


async def test_the_same_person_is_not_written_down_twice() -> None:
    phone = memory_phone()
    known(phone, nama="H. Jahrani (contoh)")
    async with staged(phone, route=f"/desa/anggota/{cast.new_id()}") as stage:
        await stage.tree.type(teks.ANGGOTA_NAMA, "Jahrani (contoh)")
        await stage.tap(teks.ANGGOTA_SIMPAN)
        await stage.tap(teks.ANGGOTA_MUNGKIN_YA)
        await stage.tree.until(lambda: not phone.roster.drafts())
        assert len(phone.roster.members()) == 1
