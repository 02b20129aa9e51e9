"""A NIK: optional, only at the desk, encrypted, masked, shown to who may see it, gone on exit."""

from __future__ import annotations

import json
import stat

import pytest
from sqlalchemy import select

from server.anggota import nik, roster, roster_export
from server.anggota.rows import roster_rows
from server.core.db import tables
from server.core.permit import NotAllowedError
from server.core.sessions import Account
from tests.server.anggota.kit import ADMIN, CAMAT, KASI, PEMBACA, add, udin
from tests.server.kit import Office, Phone, member

pytestmark = pytest.mark.anyio

NUMBER = "6311010101951234"


def audit(juai: Office, action: str) -> list[tuple[str, str | None]]:
    """Who did this, to whom."""
    t = tables.audit.c
    with juai.ctx.database.read() as db:
        rows = db.execute(select(t.actor, t.ref, t.detail).where(t.action == action)).all()
    assert all(NUMBER not in row.detail for row in rows)
    return [(row.actor, row.ref) for row in rows]


async def test_it_is_masked_until_somebody_who_may_asks_and_the_log_knows(juai: Office) -> None:
    ident = add(juai.ctx)
    nik.put(juai.ctx, KASI, ident, "6311 0101 0195 1234")
    page = roster.member(juai.ctx, PEMBACA, ident)
    assert page and page.nik_masked == "6311••••••••1234"
    assert audit(juai, "nik_seen") == []
    assert nik.show(juai.ctx, KASI, ident) == NUMBER
    assert audit(juai, "nik_seen") == [("kasi", ident)]


@pytest.mark.parametrize("account", [ADMIN, CAMAT, PEMBACA], ids=lambda a: a.username)
async def test_nobody_else_sees_or_writes_it(juai: Office, account: Account) -> None:
    ident = add(juai.ctx)
    nik.put(juai.ctx, KASI, ident, NUMBER)
    with pytest.raises(NotAllowedError):
        nik.show(juai.ctx, account, ident)
    with pytest.raises(NotAllowedError):
        nik.put(juai.ctx, account, ident, NUMBER)
    assert audit(juai, "nik_seen") == []


async def test_no_file_of_the_database_holds_it_and_the_key_is_the_owners_only(
    juai: Office,
) -> None:
    ident = add(juai.ctx)
    nik.put(juai.ctx, KASI, ident, NUMBER)
    folder = juai.ctx.settings.data
    for path in folder.glob("sinar.db*"):
        assert NUMBER.encode() not in path.read_bytes()
    key = folder / "nik.key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert key.read_bytes() not in (folder / "sinar.db").read_bytes()


async def test_a_sealed_number_opens_only_at_its_own_member_and_with_its_key(juai: Office) -> None:
    amat, udin_ = add(juai.ctx, nama="Amat (contoh)"), add(juai.ctx)
    nik.put(juai.ctx, KASI, amat, NUMBER)
    with juai.ctx.database.write() as db:
        row = roster_rows.nik(db, amat)
        assert row
        roster_rows.put_nik(db, {**row, "anggota": udin_})
    with pytest.raises(nik.NoKeyError):
        nik.show(juai.ctx, KASI, udin_)
    (juai.ctx.settings.data / "nik.key").unlink()
    with pytest.raises(nik.NoKeyError):
        nik.show(juai.ctx, KASI, amat)


@pytest.mark.parametrize("wrong", ["631101", "63110101019512345", "631101010195123a"])
async def test_what_is_no_nik_is_refused(juai: Office, wrong: str) -> None:
    ident = add(juai.ctx)
    with pytest.raises(nik.BadNikError):
        nik.put(juai.ctx, KASI, ident, wrong)


async def test_who_leaves_takes_the_nik_along(juai: Office) -> None:
    ident = add(juai.ctx)
    nik.put(juai.ctx, KASI, ident, NUMBER)
    roster.save(juai.ctx, ADMIN, udin(id=ident, status="berhenti"), 1)
    with pytest.raises(nik.NotThereError):
        nik.show(juai.ctx, KASI, ident)
    assert audit(juai, "nik_deleted") == [(ADMIN.nama, ident)]
    with pytest.raises(nik.GoneError):
        nik.put(juai.ctx, KASI, ident, NUMBER)


async def test_also_when_the_village_says_that_somebody_left(juai: Office, ida: Phone) -> None:
    amat = member()
    await ida.tell("anggota", amat)
    nik.put(juai.ctx, KASI, amat["id"], NUMBER)
    await ida.tell("anggota", {**amat, "versi": 2, "status": "berhenti"})
    with pytest.raises(nik.NotThereError):
        nik.show(juai.ctx, KASI, amat["id"])


async def test_it_never_travels_to_a_phone(juai: Office, ida: Phone) -> None:
    ident = add(juai.ctx)
    nik.put(juai.ctx, KASI, ident, NUMBER)
    roster.save(juai.ctx, KASI, udin(id=ident, hp="0812"), 1)
    await ida.sync()
    told = json.dumps(ida.heard)
    assert NUMBER not in told and "nik" not in told and "6311••" not in told


async def test_one_that_comes_from_a_phone_falls_away(juai: Office, ida: Phone) -> None:
    amat = {**member(), "nik": NUMBER}
    assert (await ida.tell("anggota", amat))["state"] == "accepted"
    page = roster.member(juai.ctx, KASI, amat["id"])
    assert page and page.nik_masked is None


async def test_an_export_shows_the_mask_only(juai: Office) -> None:
    ident = add(juai.ctx)
    nik.put(juai.ctx, KASI, ident, NUMBER)
    text = roster_export.export(juai.ctx, KASI, roster_export.CSV).decode("utf-8-sig")
    assert "6311••••••••1234" in text and NUMBER not in text
