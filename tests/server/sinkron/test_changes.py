"""What the village hears back: one growing sequence, idempotent, at most 200 a call."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.core import settings
from server.core.db import counters
from server.core.rows import change_rows
from server.laporan import review
from server.laporan.review import Note
from shared import wilayah
from shared.codec import encode
from shared.titipan import SETTING
from tests.cast import HAMARUNG, KASI_TRANTIB, LALAYAU, patrol
from tests.server.kit import NOW, Office, Phone

pytestmark = pytest.mark.anyio


async def test_the_mere_receipt_is_no_status_change(ida: Phone) -> None:
    await ida.sync(patrol())
    await ida.sync()
    assert ida.heard == []


async def test_a_report_reaches_the_other_phones_of_the_village(juai: Office, ida: Phone) -> None:
    second, rudi, laporan = await juai.phone(), await juai.phone(HAMARUNG), patrol()
    resi = (await ida.send(laporan))["resi"]
    await second.sync()
    await rudi.sync()
    assert second.said("laporan") == [{**encode(laporan), "resi": resi, "status": "diterima"}]
    assert rudi.heard == []


async def test_of_a_mended_report_only_the_newest_version_is_told(juai: Office, ida: Phone) -> None:
    laporan = patrol()
    await ida.sync(laporan)
    await ida.sync(replace(laporan, versi=2, uraian="Ronda sampai pukul 02.00."))
    second = await juai.phone()
    await second.sync()
    assert [told["versi"] for told in second.said("laporan")] == [2]


async def test_verifying_is_told_to_all_phones_of_the_village(juai: Office, ida: Phone) -> None:
    laporan = patrol()
    resi = (await ida.send(laporan))["resi"]
    juai.clock.move(hours=1)
    review.verify(juai.ctx, laporan.id, 1, KASI_TRANTIB)
    await ida.sync()
    assert ida.said("status") == [
        {
            "laporan": laporan.id,
            "versi": 1,
            "status": "diverifikasi",
            "waktu": "2026-11-24T21:41:00+08:00",
            "oleh": KASI_TRANTIB,
            "resi": resi,
        }
    ]


async def test_a_report_given_back_comes_with_its_notes_and_is_diterima_again_when_mended(
    juai: Office, ida: Phone
) -> None:
    laporan = patrol()
    await ida.sync(laporan)
    note = Note("Sebutkan jumlah peserta.", field="jumlah_personel")
    review.give_back(juai.ctx, laporan.id, 1, [note], KASI_TRANTIB)
    await ida.sync()
    [feedback] = ida.said("feedback")
    assert feedback["text"] == "Sebutkan jumlah peserta."
    assert (feedback["field"], feedback["foto"]) == ("jumlah_personel", None)
    await ida.sync(replace(laporan, versi=2, jumlah_personel=4))
    statuses = [(told["versi"], told["status"]) for told in ida.said("status")]
    assert statuses == [(1, "perlu_perbaikan"), (2, "diterima")]


async def test_two_phones_that_mend_the_same_report(juai: Office, ida: Phone) -> None:
    second, laporan = await juai.phone(), patrol()
    await ida.sync(laporan)
    assert (await ida.send(replace(laporan, versi=2, hasil="Aman.")))["state"] == "accepted"
    assert (await second.send(replace(laporan, versi=2, hasil="Tertib.")))["state"] == "stale"
    assert second.said("laporan")[-1]["hasil"] == "Aman."


async def test_settings_are_told_to_every_desa_as_a_whole(juai: Office, ida: Phone) -> None:
    rudi = await juai.phone(HAMARUNG)
    settings.change(juai.ctx, {"due_day": 7, "tidak_dikenal": 1}, KASI_TRANTIB)
    for phone in (ida, rudi):
        await phone.sync()
        [told] = phone.said("settings")
        assert told["due_day"] == 7
        assert told.keys() == {*settings.DEFAULTS, "desa_data", SETTING, wilayah.SETTING}


async def test_at_most_200_changes_come_in_a_call_and_more_says_so(
    juai: Office, ida: Phone
) -> None:
    _announce(juai, 450)
    sizes, more = [], True
    while more:
        answer = await ida.sync()
        sizes.append(len(answer["changes"]))
        more = answer["more"]
    assert sizes == [200, 200, 50]
    numbers = [change["seq"] for change in ida.heard]
    assert numbers == sorted(set(numbers))
    assert (await ida.sync())["changes"] == []


async def test_asking_again_from_the_same_cursor_gives_the_same(juai: Office, ida: Phone) -> None:
    _announce(juai, 3)
    first = (await ida.post(cursor=0)).json()
    again = (await ida.post(cursor=0)).json()
    assert first["changes"] == again["changes"]
    assert first["cursor"] == again["cursor"] == first["changes"][-1]["seq"]


async def test_a_cursor_the_server_never_gave_starts_over(juai: Office, ida: Phone) -> None:
    _announce(juai, 3)
    answer = (await ida.post(cursor=999_999)).json()
    assert len(answer["changes"]) == 3
    assert answer["cursor"] == answer["changes"][-1]["seq"]


async def test_without_changes_the_cursor_stays(ida: Phone) -> None:
    assert (await ida.post(cursor=None)).json()["cursor"] == 0


def _announce(juai: Office, count: int) -> None:
    with juai.ctx.database.write() as db:
        for _ in range(count):
            change_rows.add(db, LALAYAU, "announcement", NOW, data='{"id": "x"}')
        assert counters.last_value(db, counters.SEQ) >= count
