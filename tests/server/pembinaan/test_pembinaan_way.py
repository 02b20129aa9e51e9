"""A pembinaan goes to its villages; what they answer comes back once, and from its own only."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain

import pytest

from server.core.permit import NotAllowedError
from server.core.sessions import Account
from server.pembinaan import pembinaan
from server.pembinaan.pembinaan import Person
from server.pembinaan.pembinaan_checks import NoPembinaanError, NotReadyError
from server.pembinaan.pembinaan_reading import Record, record
from shared.roles import Role
from tests.cast import EVENING, HAMARUNG, KASI_TRANTIB, LALAYAU, new_id
from tests.server.kit import Json, Office, Phone, act, member

pytestmark = pytest.mark.anyio

KASI = Account("trantib", Role.KASI_TRANTIB, KASI_TRANTIB)
READER = Account("baca", Role.PEMBACA, "Pembaca (contoh)")


def training(juai: Office, *desa: str, sent: bool = True) -> str:
    """A training in Bata with one follow-up for each village."""
    ident = pembinaan.begin(
        juai.ctx, KASI, desa=desa or (LALAYAU, HAMARUNG), bentuk="pelatihan",
        judul="Pelatihan pompa portabel", mulai=EVENING + timedelta(days=3), tempat="Balai Bata",
    )  # fmt: skip
    pembinaan.put_todo(
        juai.ctx, KASI, ident, teks="Latihan ulang di desa", desa=desa or (LALAYAU, HAMARUNG),
        tenggat=date(2026, 12, 5),
    )  # fmt: skip
    if sent:
        pembinaan.send(juai.ctx, KASI, ident)
    return ident


def seen(juai: Office, ident: str) -> Record:
    found = record(juai.ctx, KASI, ident)
    assert found is not None
    return found


async def told(phone: Phone) -> Json:
    await phone.sync()
    return phone.said("pembinaan")[-1]


def problem(result: Json) -> tuple[str, str]:
    assert result["state"] == "refused"
    return result["problems"][0]["field"], result["problems"][0]["code"]


async def test_what_is_not_sent_stays_at_the_desk(juai: Office, ida: Phone) -> None:
    training(juai, sent=False)
    await ida.sync()
    assert ida.said("pembinaan") == []


async def test_each_village_hears_its_own_follow_ups_and_people(juai: Office, ida: Phone) -> None:
    rudi, ident = await juai.phone(HAMARUNG), training(juai)
    pembinaan.tick(juai.ctx, KASI, ident, [Person(LALAYAU, "Amat (contoh)")])
    pembinaan.send(juai.ctx, KASI, ident)
    hers, his = await told(ida), await told(rudi)
    assert hers["judul"] == his["judul"] == "Pelatihan pompa portabel"
    assert [todo["desa"] for todo in hers["tindak_lanjut"]] == [LALAYAU]
    assert [todo["desa"] for todo in his["tindak_lanjut"]] == [HAMARUNG]
    assert (hers["peserta"], his["peserta"]) == (["Amat (contoh)"], [])


async def test_a_village_answers_and_both_its_phones_and_the_desk_know(
    juai: Office, ida: Phone
) -> None:
    second, ident = await juai.phone(), training(juai)
    answer = act("invitation_reply", ident, jawaban="tidak_bisa", teks="Ada hajatan.")
    assert (await ida.tell("acts", answer))["state"] == "accepted"
    assert (await ida.tell("acts", answer))["state"] == "already_have"
    assert (await told(second))["jawaban"] == "tidak_bisa"
    lalayau = seen(juai, ident).villages[-1]
    assert (lalayau.desa, lalayau.jawaban, lalayau.jawaban_teks) == (
        LALAYAU, "tidak_bisa", "Ada hajatan.",
    )  # fmt: skip


async def test_a_follow_up_is_ticked_off_with_a_photo_that_is_then_asked_for(
    juai: Office, ida: Phone
) -> None:
    ident = training(juai)
    [todo] = (await told(ida))["tindak_lanjut"]
    foto = {"sha256": "b" * 64, "size": 900, "lebar": 1280, "tinggi": 960}
    body = await ida.sync(acts=[act("follow_up_done", todo["id"], teks="Sudah.", foto=[foto])])
    assert body["results"][0]["state"] == "accepted"
    assert body["missing_photos"] == [{"sha256": "b" * 64, "size": 900, "offset": 0}]
    assert ida.said("pembinaan")[-1]["tindak_lanjut"][0]["status"] == "selesai"
    done = next(t for t in seen(juai, ident).todos if t.desa == LALAYAU)
    assert (done.status, done.done_teks, done.foto[0].sha256) == ("selesai", "Sudah.", "b" * 64)


async def test_the_first_phone_that_ticks_off_counts(juai: Office, ida: Phone) -> None:
    second, ident = await juai.phone(), training(juai)
    [todo] = (await told(ida))["tindak_lanjut"]
    await ida.tell("acts", act("follow_up_done", todo["id"], teks="Oleh Ida."))
    assert (await second.tell("acts", act("follow_up_done", todo["id"], teks="Lagi.")))[
        "state"
    ] == "accepted"
    assert next(t for t in seen(juai, ident).todos if t.desa == LALAYAU).done_teks == "Oleh Ida."


async def test_a_village_says_who_of_its_members_came(juai: Office, ida: Phone) -> None:
    ident, amat = training(juai), member()
    await ida.tell("anggota", amat)
    attended = act("attendance", ident, anggota=[amat["id"]])
    assert (await ida.tell("acts", attended))["state"] == "accepted"
    assert [p.nama for p in seen(juai, ident).people] == ["Amat (contoh)"]
    stranger = act("attendance", ident, anggota=[new_id()])
    assert problem(await ida.tell("acts", stranger)) == ("data.anggota.0", "unknown_value")


async def test_what_another_village_was_sent_is_not_ones_own(juai: Office, ida: Phone) -> None:
    rudi, ident = await juai.phone(HAMARUNG), training(juai, HAMARUNG)
    [his] = (await told(rudi))["tindak_lanjut"]
    for one in (
        act("invitation_reply", ident, jawaban="datang"),
        act("follow_up_done", his["id"], teks="Sudah."),
        act("attendance", ident, anggota=[]),
    ):
        assert problem(await ida.tell("acts", one)) == ("ref", "other_desa")


async def test_what_nobody_was_sent_is_unknown(juai: Office, ida: Phone) -> None:
    draft = training(juai, sent=False)
    for ref in (draft, new_id()):
        answer = act("invitation_reply", ref, jawaban="datang")
        assert problem(await ida.tell("acts", answer)) == ("ref", "unknown_value")


async def test_a_village_that_is_left_out_later_hears_that_it_is_called_off(
    juai: Office, ida: Phone
) -> None:
    ident = training(juai)
    on_the_screen = chain(*seen(juai, ident).of(LALAYAU))
    pembinaan.leave_out(juai.ctx, KASI, ident, LALAYAU, on_the_screen)
    pembinaan.send(juai.ctx, KASI, ident)
    assert (await told(ida))["status"] == "dibatalkan"


async def test_who_has_read_it_is_known_by_village(juai: Office, ida: Phone) -> None:
    ident = training(juai)
    await ida.sync(read=[ident])
    read = {v.desa: v.read_at for v in seen(juai, ident).villages}
    assert read == {HAMARUNG: None, LALAYAU: EVENING}


async def test_writing_on_makes_one_next_version_until_it_is_sent(juai: Office) -> None:
    ident = training(juai)
    sent = seen(juai, ident)
    pembinaan.save(juai.ctx, KASI, ident, hasil="Semua bisa")
    pembinaan.save(juai.ctx, KASI, ident, hasil="Semua bisa menyalakan pompa.")
    written = seen(juai, ident)
    assert (written.versi, written.sent_versi) == (sent.versi + 1, sent.versi)
    assert [v.versi for v in written.versions][-2:] == [sent.versi, sent.versi + 1]


async def test_an_unfinished_one_cannot_be_sent_and_says_what_it_lacks(juai: Office) -> None:
    ident = pembinaan.begin(juai.ctx, KASI)
    with pytest.raises(NotReadyError) as lacking:
        pembinaan.send(juai.ctx, KASI, ident)
    assert lacking.value.lacks == ("judul", "mulai", "desa")


async def test_who_only_reads_changes_nothing(juai: Office) -> None:
    ident = training(juai)
    with pytest.raises(NotAllowedError):
        pembinaan.save(juai.ctx, READER, ident, judul="Lain")
    with pytest.raises(NotAllowedError):
        pembinaan.begin(juai.ctx, READER)
    assert record(juai.ctx, READER, ident) is not None


async def test_what_is_not_there_cannot_be_written(juai: Office) -> None:
    with pytest.raises(NoPembinaanError):
        pembinaan.save(juai.ctx, KASI, new_id(), judul="Lain")
