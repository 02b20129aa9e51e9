"""What a village sends besides reports: roster changes merged field by field, acts taken once."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from server.core.db import tables
from tests.cast import HAMARUNG, LALAYAU, new_id
from tests.server.kit import Json, Office, Phone, act, member

pytestmark = pytest.mark.anyio


async def test_a_new_member_is_accepted_and_told_to_the_other_phone(
    juai: Office, ida: Phone
) -> None:
    second, amat = await juai.phone(), member()
    result = await ida.tell("anggota", amat)
    assert result == {
        "id": amat["id"],
        "versi": 1,
        "state": "accepted",
        "resi": None,
        "problems": [],
    }
    await second.sync()
    assert second.said("anggota") == [amat]
    assert ida.said("anggota") == []


async def test_a_repeat_is_already_have(ida: Phone) -> None:
    amat = member()
    await ida.tell("anggota", amat)
    assert (await ida.tell("anggota", amat))["state"] == "already_have"


async def test_two_editors_of_different_fields_both_win(juai: Office, ida: Phone) -> None:
    second, amat = await juai.phone(), member()
    await ida.tell("anggota", amat)
    await ida.tell("anggota", {**amat, "versi": 2, "alamat": "RT 05"})
    assert (await second.tell("anggota", {**amat, "versi": 2, "hp": "0800"}))["state"] == "accepted"
    for phone in (ida, second):
        await phone.sync()
        merged = phone.said("anggota")[-1]
        assert (merged["alamat"], merged["hp"], merged["versi"]) == ("RT 05", "0800", 3)


async def test_the_later_receipt_wins_a_field_that_both_changed_and_both_are_kept(
    juai: Office, ida: Phone
) -> None:
    second, amat = await juai.phone(), member()
    await ida.tell("anggota", amat)
    await ida.tell("anggota", {**amat, "versi": 2, "alamat": "RT 05"})
    await second.tell("anggota", {**amat, "versi": 2, "alamat": "RT 07"})
    await ida.sync()
    assert ida.said("anggota")[-1]["alamat"] == "RT 07"
    with juai.ctx.database.read() as db:
        kept = db.execute(select(tables.anggota_versi.c.sent)).scalars().all()
    assert [text.count("RT 05") + text.count("RT 07") for text in kept] == [0, 1, 1]


async def test_a_repeat_of_a_merged_change_changes_nothing(juai: Office, ida: Phone) -> None:
    second, amat = await juai.phone(), member()
    await ida.tell("anggota", amat)
    await ida.tell("anggota", {**amat, "versi": 2, "alamat": "RT 05"})
    change = {**amat, "versi": 2, "hp": "0800"}
    await second.tell("anggota", change)
    await ida.tell("anggota", {**amat, "versi": 4, "alamat": "RT 05", "hp": "0811"})
    assert (await second.tell("anggota", change))["state"] == "already_have"
    await second.sync()
    assert second.said("anggota")[-1]["hp"] == "0811"


@pytest.mark.sqlite
async def test_a_nik_is_never_kept(juai: Office, ida: Phone) -> None:
    await ida.tell("anggota", member(nik="6311010101950001"))
    second = await juai.phone()
    await second.sync()
    assert "nik" not in second.said("anggota")[0]
    stored = (juai.ctx.settings.data / "sinar.db").read_bytes()
    stored += (juai.ctx.settings.data / "sinar.db-wal").read_bytes()
    assert b"6311010101950001" not in stored


@pytest.mark.parametrize(
    ("fault", "problem"),
    [
        ({"nama": " "}, ("nama", "required")),
        ({"nama": None}, ("nama", "required")),
        ({"jenis_kelamin": "X"}, ("jenis_kelamin", "unknown_value")),
        ({"jabatan": 5}, ("jabatan", "bad_type")),
        ({"status": None}, ("status", "required")),
        ({"regu": "dapur"}, ("regu", "unknown_value")),
        ({"tanggal_lahir": "14-03-1995"}, ("tanggal_lahir", "bad_time")),
        ({"tanggal_lahir": "1995-02-30"}, ("tanggal_lahir", "bad_time")),
        ({"hp": "1" * 201}, ("hp", "too_long")),
        ({"sk": []}, ("sk", "bad_type")),
        ({"sk": {"tanggal": 5}}, ("sk.tanggal", "bad_type")),
        ({"terdaftar_simlinmas": 1}, ("terdaftar_simlinmas", "bad_type")),
        ({"perlengkapan": [7]}, ("perlengkapan.0", "bad_type")),
        ({"perlengkapan": ["\x00"]}, ("perlengkapan.0", "bad_text")),
        ({"diubah": "tadi"}, ("diubah", "bad_time")),
        ({"desa": HAMARUNG}, ("desa", "other_desa")),
        ({"versi": 0}, ("versi", "out_of_range")),
        ({"id": "x"}, ("id", "unknown_value")),
    ],
    ids=str,
)
async def test_a_faulty_member_is_refused(
    ida: Phone, fault: Json, problem: tuple[str, str]
) -> None:
    result = await ida.tell("anggota", member(**fault))
    assert result["state"] == "refused"
    assert result["problems"] == [{"field": problem[0], "code": problem[1]}]


async def test_a_member_of_another_desa_cannot_be_taken_over(juai: Office, ida: Phone) -> None:
    rudi, amat = await juai.phone(HAMARUNG), member()
    await ida.tell("anggota", amat)
    result = await rudi.tell("anggota", {**amat, "versi": 2, "desa": HAMARUNG})
    assert (result["state"], result["problems"][0]["code"]) == ("refused", "other_desa")


async def test_an_act_is_taken_once_by_its_id(ida: Phone) -> None:
    told = act("village_data", poskamling=4)
    assert (await ida.tell("acts", told))["state"] == "accepted"
    assert (await ida.tell("acts", told))["state"] == "already_have"
    assert (await ida.tell("acts", {**told, "data": {"poskamling": 5}}))["state"] == "already_have"


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        (act("menari"), ("kind", "unknown_value")),
        (act("invitation_reply", new_id(), jawaban="mungkin"), ("data.jawaban", "unknown_value")),
        (act("invitation_reply", new_id(), jawaban="datang"), ("ref", "unknown_value")),
        (act("invitation_reply", None, jawaban="datang"), ("ref", "required")),
        (act("attendance", new_id()), ("data.anggota", "required")),
        (act("attendance", new_id(), anggota=[5]), ("data.anggota.0", "bad_type")),
        (act("follow_up_done", new_id(), teks=""), ("data.teks", "required")),
        (act("follow_up_done", new_id(), teks="x", foto=[{}]), ("data.foto.0.sha256", "required")),
        (act("village_data", HAMARUNG), ("ref", "other_desa")),
        ({**act("village_data"), "data": []}, ("data", "bad_type")),
        ({**act("village_data"), "waktu": None}, ("waktu", "required")),
        ({**act("village_data"), "id": 7}, ("id", "bad_type")),
    ],
    # The ids in the acts are random, and two processes must name their tests alike.
    ids=lambda part: part["kind"] if isinstance(part, dict) else " ".join(part),
)
async def test_a_faulty_act_is_refused(ida: Phone, told: Json, problem: tuple[str, str]) -> None:
    result = await ida.tell("acts", told)
    assert result["state"] == "refused"
    assert {"field": problem[0], "code": problem[1]} in result["problems"]


async def test_results_come_for_reports_members_and_acts_in_that_order(ida: Phone) -> None:
    amat, told = member(), act("village_data")
    answer = await ida.sync(anggota=[amat, None], acts=[7, told], laporan=[{}])
    assert [result["id"] for result in answer["results"]] == [
        None, amat["id"], None, None, told["id"],
    ]  # fmt: skip


async def test_what_was_read_is_marked_once(juai: Office, ida: Phone) -> None:
    ident = new_id()
    await ida.sync(read=[ident, ident])
    await ida.sync(read=[ident])
    with juai.ctx.database.read() as db:
        marks = db.execute(select(tables.read_marks.c.desa, tables.read_marks.c.ref)).all()
    assert [tuple(mark) for mark in marks] == [(LALAYAU, ident)]
