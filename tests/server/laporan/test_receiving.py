"""A report on its way in: taken once, kept as it was sent, every repeat harmless."""

from __future__ import annotations

import json
from dataclasses import replace

import anyio
import pytest

from server.core.files.photo_files import PhotoKey
from server.laporan import read_laporan, review
from shared.codec import encode
from shared.laporan import Ditarik
from tests.cast import HAMARUNG, KASI_TRANTIB, LALAYAU, flood, foto, nihil, patrol
from tests.server.kit import Office, Phone, at_hamarung, stored

pytestmark = pytest.mark.anyio


async def test_a_report_is_accepted_with_the_first_resi_of_its_month(ida: Phone) -> None:
    laporan = patrol()
    result = await ida.send(laporan)
    assert result == {
        "id": laporan.id,
        "versi": 1,
        "state": "accepted",
        "resi": "JUAI-2026-11-0001",
        "problems": [],
    }


async def test_all_three_kinds_are_accepted_in_the_order_they_were_sent(ida: Phone) -> None:
    sent = [flood(), patrol(), nihil()]
    results = (await ida.sync(*sent))["results"]
    assert [result["id"] for result in results] == [one.id for one in sent]
    assert [result["resi"][-4:] for result in results] == ["0001", "0002", "0003"]


async def test_the_resi_counts_by_the_month_of_receipt_in_wita(juai: Office, ida: Phone) -> None:
    juai.clock.at = juai.clock.at.replace(day=30, hour=23, minute=59)
    assert (await ida.send(patrol()))["resi"] == "JUAI-2026-11-0001"
    juai.clock.move(minutes=2)
    assert (await ida.send(patrol()))["resi"] == "JUAI-2026-12-0001"


async def test_a_repeat_gets_the_same_resi(ida: Phone) -> None:
    laporan = patrol()
    first = await ida.send(laporan)
    again = await ida.send(laporan)
    assert again == {**first, "state": "already_have"}


async def test_another_spelling_of_the_same_content_is_a_repeat(ida: Phone) -> None:
    message = encode(patrol())
    await ida.sync(laporan=[message])
    message["bidang_baru"] = {"dari": "versi nanti"}
    del message["dasar"], message["lokasi"]
    assert (await ida.sync(laporan=[message]))["results"][0]["state"] == "already_have"


async def test_the_same_report_twice_in_one_call_is_taken_once(ida: Phone) -> None:
    laporan = patrol()
    results = (await ida.sync(laporan, laporan))["results"]
    assert [result["state"] for result in results] == ["accepted", "already_have"]
    assert results[0]["resi"] == results[1]["resi"]


async def test_a_next_version_keeps_the_resi(ida: Phone) -> None:
    laporan = patrol()
    resi = (await ida.send(laporan))["resi"]
    result = await ida.send(replace(laporan, versi=2, uraian="Ronda sampai pukul 02.00."))
    assert (result["state"], result["resi"]) == ("accepted", resi)


async def test_a_version_may_be_skipped(ida: Phone) -> None:
    laporan = patrol()
    await ida.send(laporan)
    assert (await ida.send(replace(laporan, versi=5)))["state"] == "accepted"


async def test_a_lower_version_with_other_content_is_stale(ida: Phone) -> None:
    laporan = patrol()
    await ida.send(replace(laporan, versi=3))
    result = await ida.send(replace(laporan, versi=2, uraian="Tulisan lama."))
    assert (result["state"], result["versi"]) == ("stale", 2)


async def test_content_equal_to_an_older_stored_version_is_already_have(ida: Phone) -> None:
    laporan = patrol()
    await ida.send(laporan)
    await ida.send(replace(laporan, versi=2, uraian="Ronda sampai pukul 02.00."))
    result = await ida.send(laporan)
    assert (result["state"], result["versi"]) == ("already_have", 1)


async def test_the_same_version_with_other_content_is_stale_and_both_are_kept(
    juai: Office, ida: Phone
) -> None:
    laporan, other = patrol(), await juai.phone()
    await ida.send(laporan)
    late = replace(laporan, uraian="Tulisan dari HP lain.")
    assert (await other.send(late))["state"] == "stale"
    assert (await other.send(late))["state"] == "stale"
    detail = read_laporan.detail(juai.ctx, laporan.id)
    assert detail is not None
    assert detail.message["uraian"] == laporan.uraian
    assert [(v.versi, v.in_force) for v in detail.versions] == [(1, True), (1, False)]


async def test_a_faulty_report_is_refused_alone_and_all_its_faults_are_named(ida: Phone) -> None:
    faulty = {**encode(patrol()), "uraian": "  ", "jumlah_personel": "dua", "tempat": "x" * 201}
    good = patrol()
    results = (await ida.sync(laporan=[faulty, encode(good)]))["results"]
    assert results[0]["state"] == "refused"
    assert results[0]["resi"] is None
    assert {(gap["field"], gap["code"]) for gap in results[0]["problems"]} == {
        ("uraian", "required"),
        ("jumlah_personel", "not_a_number"),
        ("tempat", "too_long"),
    }
    assert results[1]["state"] == "accepted"


@pytest.mark.parametrize("poison", [None, 7, "teks", [], {}, {"id": 7}, {"id": "bukan-id"}])
async def test_a_poison_item_first_in_the_queue_does_not_stop_the_rest(
    ida: Phone, poison: object
) -> None:
    results = (await ida.sync(laporan=[poison, encode(patrol())]))["results"]
    assert [result["state"] for result in results] == ["refused", "accepted"]
    assert results[0]["problems"]


async def test_a_report_of_another_desa_is_refused(ida: Phone) -> None:
    result = await ida.send(at_hamarung(patrol()))
    assert result["state"] == "refused"
    assert result["problems"] == [{"field": "desa", "code": "other_desa"}]


async def test_an_id_that_another_desa_uses_is_refused(juai: Office, ida: Phone) -> None:
    laporan, rudi = patrol(), await juai.phone(HAMARUNG)
    await ida.send(laporan)
    result = await rudi.send(at_hamarung(laporan))
    assert (result["state"], result["problems"][0]["code"]) == ("refused", "other_desa")


async def test_a_verified_report_is_final_but_its_repeat_is_welcome(
    juai: Office, ida: Phone
) -> None:
    laporan = patrol()
    await ida.send(laporan)
    review.verify(juai.ctx, laporan.id, 1, KASI_TRANTIB)
    assert (await ida.send(laporan))["state"] == "already_have"
    result = await ida.send(replace(laporan, versi=2))
    assert result["state"] == "refused"
    assert [gap["code"] for gap in result["problems"]] == ["final"]


async def test_a_reopened_report_takes_a_next_version(juai: Office, ida: Phone) -> None:
    laporan = patrol()
    await ida.send(laporan)
    review.verify(juai.ctx, laporan.id, 1, KASI_TRANTIB)
    review.reopen(juai.ctx, laporan.id, 1, KASI_TRANTIB)
    assert (await ida.send(replace(laporan, versi=2)))["state"] == "accepted"


async def test_a_withdrawn_report_is_kept_as_ditarik(juai: Office, ida: Phone) -> None:
    laporan = patrol()
    await ida.send(laporan)
    gone = Ditarik("salah desa", "2026-11-24T21:00:00+08:00")
    assert (await ida.send(replace(laporan, versi=2, ditarik=gone)))["state"] == "accepted"
    detail = read_laporan.detail(juai.ctx, laporan.id)
    assert detail is not None
    assert detail.line.status == "ditarik"
    assert detail.message["uraian"] == laporan.uraian
    assert ida.said("status")[-1]["status"] == "ditarik"


async def test_a_report_is_given_back_to_the_letter(juai: Office, ida: Phone) -> None:
    message = {
        **encode(patrol()),
        "uraian": "  Ronda\n\tkeliling “aman” – 👮 é é ",
        "bidang_baru": 1.10,
        "clock_offset_s": -0.000001,
    }
    text = json.dumps(message, indent=3).replace("1.1", "1.1000")
    body = b'{"laporan": [ ' + text.encode() + b" ]}"
    assert (await ida.post_raw(body)).json()["results"][0]["state"] == "accepted"
    assert read_laporan.message_text(juai.ctx, message["id"]) == text


@pytest.mark.parametrize("day", ["2026-11-21", "2026-11-27", "1970-01-01", "2038-01-20"])
async def test_a_clock_that_is_days_off_refuses_nothing(ida: Phone, day: str) -> None:
    when = f"{day}T20:41:00+08:00"
    answer = await ida.sync(replace(patrol(), ditulis=when, mulai=when, selesai=None),
                            device={"time": when})  # fmt: skip
    assert answer["results"][0]["state"] == "accepted"


async def test_eight_senders_of_one_report_make_one_report(juai: Office) -> None:
    laporan = patrol()
    phones = [await juai.phone() for _ in range(8)]
    results: list[dict[str, object]] = []

    async def send(phone: Phone) -> None:
        results.append(await phone.send(laporan))

    async with anyio.create_task_group() as group:
        for phone in phones:
            group.start_soon(send, phone)
    assert sorted(str(r["state"]) for r in results) == ["accepted"] + ["already_have"] * 7
    assert {r["resi"] for r in results} == {"JUAI-2026-11-0001"}
    assert stored(juai.ctx) == 1


async def test_no_resi_is_given_twice_when_many_send_at_once(juai: Office) -> None:
    phones = [await juai.phone() for _ in range(4)]
    seen: list[str] = []

    async def send(phone: Phone) -> None:
        for _ in range(3):
            answer = await phone.sync(patrol(), patrol())
            seen.extend(result["resi"] for result in answer["results"])

    async with anyio.create_task_group() as group:
        for phone in phones:
            group.start_soon(send, phone)
    assert sorted(seen) == [f"JUAI-2026-11-{n:04d}" for n in range(1, 25)]


async def test_the_photos_of_a_report_are_asked_for_until_they_are_whole(
    juai: Office, ida: Phone
) -> None:
    pictures = (foto("a" * 64, 1000), foto("b" * 64, 2000))
    answer = await ida.sync(patrol(foto=pictures))
    assert answer["missing_photos"] == [
        {"sha256": "a" * 64, "size": 1000, "offset": 0},
        {"sha256": "b" * 64, "size": 2000, "offset": 0},
    ]
    juai.ctx.photos.append(_key("b"), 0, b"x" * 700)
    answer = await ida.sync()
    assert [photo["offset"] for photo in answer["missing_photos"]] == [0, 700]


async def test_a_photo_that_lies_there_whole_is_not_asked_for(juai: Office, ida: Phone) -> None:
    path = juai.ctx.photos.path(_key("a"))
    path.parent.mkdir(parents=True)
    path.write_bytes(b"x" * 1000)
    assert (await ida.sync(patrol(foto=(foto("a" * 64),))))["missing_photos"] == []


async def test_photos_of_other_desa_and_other_phones_are_not_asked_for(
    juai: Office, ida: Phone
) -> None:
    rudi, second = await juai.phone(HAMARUNG), await juai.phone()
    await ida.sync(patrol(foto=(foto("a" * 64),)))
    assert (await rudi.sync())["missing_photos"] == []
    assert (await second.sync())["missing_photos"] == []


async def test_a_photo_that_the_next_version_leaves_out_is_not_asked_for(ida: Phone) -> None:
    laporan = patrol(foto=(foto("a" * 64), foto("b" * 64)))
    await ida.sync(laporan)
    answer = await ida.sync(replace(laporan, versi=2, foto=(foto("b" * 64),)))
    assert [photo["sha256"] for photo in answer["missing_photos"]] == ["b" * 64]


async def test_photos_of_a_kejadian_are_asked_for_first(ida: Phone) -> None:
    answer = await ida.sync(patrol(foto=(foto("a" * 64),)), flood(foto=(foto("b" * 64),)))
    assert [photo["sha256"][0] for photo in answer["missing_photos"]] == ["b", "a"]


def _key(letter: str) -> PhotoKey:
    return PhotoKey(LALAYAU, letter * 64)
