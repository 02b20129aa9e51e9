"""A server put back to an older copy is healed: both sides compare what they hold."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from sqlalchemy import delete, update

from server.core.db import tables
from shared.laporan import Foto
from tests.cast import new_id, patrol
from tests.server.kit import Office, Phone, inventory

pytestmark = pytest.mark.anyio


def picture(name: str) -> Foto:
    return Foto(hashlib.sha256(name.encode()).hexdigest(), 5_000, 640, 480)


async def test_equal_inventories_match(ida: Phone) -> None:
    laporan = patrol()
    await ida.sync(laporan)
    answer = await ida.sync(inventory=inventory((laporan.id, 1)))
    assert (answer["inventory"], answer["resend"]) == ("match", [])


async def test_it_is_compared_before_the_calls_own_reports(ida: Phone) -> None:
    answer = await ida.sync(patrol(), inventory=inventory())
    assert answer["inventory"] == "match"


async def test_a_phone_without_an_inventory_is_not_asked(ida: Phone) -> None:
    await ida.sync(patrol())
    assert (await ida.sync())["inventory"] == "match"


async def test_reports_of_another_phone_do_not_count(juai: Office, ida: Phone) -> None:
    second = await juai.phone()
    await ida.sync(patrol())
    assert (await second.sync(inventory=inventory()))["inventory"] == "match"


async def test_the_last_version_that_this_phone_delivered_counts(juai: Office, ida: Phone) -> None:
    second, laporan = await juai.phone(), patrol()
    await ida.sync(laporan)
    await second.sync(replace(laporan, versi=2))
    assert (await ida.sync(inventory=inventory((laporan.id, 1))))["inventory"] == "match"
    assert (await second.sync(inventory=inventory((laporan.id, 2))))["inventory"] == "match"


async def test_a_lost_report_is_asked_for_and_then_all_is_well(juai: Office, ida: Phone) -> None:
    kept, lost = patrol(), patrol()
    await ida.sync(kept, lost)
    _forget(juai, lost.id)
    held = [[kept.id, 1], [lost.id, 1]]
    full = inventory((kept.id, 1), (lost.id, 1))
    assert (await ida.sync(inventory=full))["inventory"] == "send_list"
    answer = await ida.sync(inventory=full, inventory_list=held)
    assert answer["resend"] == [lost.id]
    await ida.sync(lost, inventory=inventory((kept.id, 1)))
    answer = await ida.sync(inventory=full)
    assert (answer["inventory"], answer["resend"]) == ("match", [])


async def test_a_lost_version_is_asked_for(juai: Office, ida: Phone) -> None:
    laporan = patrol()
    await ida.sync(laporan)
    await ida.sync(replace(laporan, versi=2))
    with juai.ctx.database.write() as db:
        db.execute(update(tables.laporan).values(versi=1))
    answer = await ida.sync(inventory_list=[[laporan.id, 2]])
    assert answer["resend"] == [laporan.id]


async def test_a_phone_that_holds_less_than_we_thought_agrees_after_its_list(
    ida: Phone,
) -> None:
    first, second = patrol(), patrol()
    await ida.sync(first, second)
    less = inventory((first.id, 1))
    assert (await ida.sync(inventory=less))["inventory"] == "send_list"
    assert (await ida.sync(inventory=less, inventory_list=[[first.id, 1]]))["resend"] == []
    assert (await ida.sync(inventory=less))["inventory"] == "match"


@pytest.mark.parametrize("listed", [[], "newer"])
async def test_photos_of_what_the_list_leaves_out_or_names_newer_are_still_waited_for(
    ida: Phone, listed: list[object] | str
) -> None:
    laporan = patrol(foto=(picture("a"), picture("b")))
    await ida.sync(laporan)
    said = [[laporan.id, 7]] if listed else []
    answer = await ida.sync(inventory_list=said)
    assert answer["resend"] == ([laporan.id] if listed else [])
    assert len(answer["missing_photos"]) == 2
    assert len((await ida.sync(inventory=inventory()))["missing_photos"]) == 2


async def test_a_report_that_was_left_out_counts_again_when_it_comes_again(ida: Phone) -> None:
    laporan = patrol()
    await ida.sync(laporan)
    await ida.sync(inventory_list=[])
    assert (await ida.sync(inventory=inventory()))["inventory"] == "match"
    assert (await ida.send(laporan))["state"] == "already_have"
    assert (await ida.sync(inventory=inventory((laporan.id, 1))))["inventory"] == "match"


async def test_a_list_of_what_cannot_be_is_answered_and_changes_nothing(ida: Phone) -> None:
    laporan = patrol()
    await ida.sync(laporan)
    listed = [["tidak ada", 0], ["", 0], [new_id(), 0], [laporan.id, 0], [laporan.id, 1]]
    answer = await ida.sync(inventory_list=listed)
    assert laporan.id not in answer["resend"]
    assert (await ida.sync(inventory=inventory((laporan.id, 1))))["inventory"] == "match"


async def test_a_list_longer_than_any_phone_has_is_refused(ida: Phone) -> None:
    listed = [[str(number), 1] for number in range(10_001)]
    assert (await ida.post(inventory_list=listed)).status_code == 413
    assert (await ida.post(inventory_list=listed[:10_000])).status_code == 200


async def test_an_id_nobody_knows_is_asked_for_once(ida: Phone) -> None:
    ident = new_id()
    answer = await ida.sync(inventory_list=[[ident, 1], [ident, 1]])
    assert answer["resend"] == [ident]


def _forget(juai: Office, ident: str) -> None:
    """As if the copy that was put back had been made before this report came."""
    with juai.ctx.database.write() as db:
        for table in (tables.delivered, tables.laporan_foto, tables.laporan_versi):
            db.execute(delete(table).where(table.c.laporan == ident))
        db.execute(delete(tables.changes).where(tables.changes.c.ref == ident))
        db.execute(delete(tables.laporan).where(tables.laporan.c.id == ident))


async def test_what_was_found_true_once_is_true_for_that_claim_and_that_many_reports(
    juai: Office, ida: Phone
) -> None:
    kept, lost = patrol(), patrol()
    await ida.sync(kept, lost)
    full = inventory((kept.id, 1), (lost.id, 1))
    for _ in range(2):
        assert (await ida.sync(inventory=full))["inventory"] == "match"
    other = inventory((kept.id, 1), (lost.id, 2))
    assert (await ida.sync(inventory=other))["inventory"] == "send_list"
    _forget(juai, lost.id)
    assert (await ida.sync(inventory=full))["inventory"] == "send_list"
