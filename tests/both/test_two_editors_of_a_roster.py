"""A member edited offline on the phone and at the desk at once: the engine against the server."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import Any

import pytest

from mobile.domain.member import came, edited
from mobile.ports import SyncState
from mobile.sync.carry import take_over
from server.anggota import roster, roster_page
from server.anggota.roster import MemberPage
from server.core.sessions import Account
from shared.clock import format_time
from shared.codec import encode
from shared.roles import Role
from shared.satlinmas import Anggota
from tests import cast
from tests.both.kit import RealPhone, RealServer

pytestmark = pytest.mark.anyio

KASI = Account("kasi", Role.KASI_TRANTIB, cast.KASI_TRANTIB)


def member(**fields: Any) -> Anggota:
    whole: dict[str, Any] = {"nama": "Udin (contoh)", "alamat": "RT 03", **fields}
    return Anggota(id=str(uuid.uuid4()), versi=1, desa=cast.LALAYAU, **whole)


def save(phone: RealPhone, wanted: Anggota) -> None:
    """As the form does."""
    at = format_time(phone.clock.now())
    phone.roster.update(wanted.id, lambda m: edited(m, replace(wanted, diubah=at)))


def at_the_desk(server: RealServer, ident: str) -> MemberPage:
    page = roster.member(server.app.state.context, KASI, ident)
    assert page
    return page


async def test_both_changes_are_there_and_the_conflict_stands_in_the_history(
    server: RealServer, ida: RealPhone
) -> None:
    udin = member()
    save(ida, udin)
    assert await ida.engine.visit() is None
    known = ida.roster.get(udin.id)
    assert known and known.base and not known.waiting

    # Bu Ida without a signal, the Kasi at the desk, neither knows of the other.
    save(ida, replace(known.shown, alamat="RT 05", hp="0812"))
    at_desk = at_the_desk(server, udin.id).line.anggota
    edit = replace(at_desk, alamat="RT 07", regu="pengamanan")
    roster.save(server.app.state.context, KASI, edit, at_desk.versi)
    await ida.start_again()
    ida.server = server
    assert await ida.engine.visit() is None

    mine, theirs = ida.roster.get(udin.id), at_the_desk(server, udin.id)
    assert mine and mine.shown == theirs.line.anggota and not mine.waiting
    one = theirs.line.anggota
    assert (one.alamat, one.hp, one.regu) == ("RT 05", "0812", "pengamanan")
    last = theirs.history[0]
    (conflict,) = [change for change in last.changes if change.conflict]
    assert (conflict.field, conflict.after, conflict.other) == ("alamat", "RT 05", "RT 07")
    assert last.from_phone and last.by == cast.BU_IDA.nama


async def test_a_refused_member_holds_nothing_up(server: RealServer, ida: RealPhone) -> None:
    bad, good = member(nama="", alamat="x"), member(nama="Amat (contoh)")
    for one in (bad, good):
        save(ida, one)
    report = ida.finish(cast.patrol())
    assert await ida.engine.visit() is None
    told = ida.roster.get(bad.id)
    assert told and [(gap.field, gap.code) for gap in told.problems] == [("nama", "required")]
    assert at_the_desk(server, good.id) and ida.record(report).resi


async def test_many_members_take_several_calls(server: RealServer, ida: RealPhone) -> None:
    for number in range(90):
        save(ida, member(nama=f"Warga {number} (contoh)"))
    assert await ida.engine.visit() is None
    assert not any(one.waiting for one in ida.roster.members())
    lines = roster_page.all_lines(server.app.state.context)
    assert sum(line.anggota.nama.startswith("Warga") for line in lines) == 90


async def test_members_that_an_earlier_app_kept_as_messages_move_in(ida: RealPhone) -> None:
    udin = member()
    inbox = {f"anggota/{udin.id}": encode(udin), "announcement/1": {"id": "1"}}
    ida.state.update_sync(lambda _: SyncState(inbox=inbox))
    take_over(ida.state, ida.roster)
    found = ida.roster.get(udin.id)
    assert found and found == came(None, udin)
    assert ida.state.sync_state().inbox == {"announcement/1": {"id": "1"}}
