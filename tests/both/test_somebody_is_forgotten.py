"""Erased at the desk, forgotten on the phones: roster, reports at rest, drafts, chips."""

from __future__ import annotations

import uuid
from dataclasses import replace

import pytest

from mobile.domain.member import edited
from mobile.ports import Memory
from mobile.usecases import chips
from server.core.sessions import Account
from server.pribadi import erasure
from shared import erasing
from shared.clock import format_time
from shared.laporan import Personel
from shared.roles import Role
from shared.satlinmas import Anggota
from tests import cast
from tests.both.kit import RealPhone, RealServer

pytestmark = pytest.mark.anyio

KASI = Account("kasi", Role.KASI_TRANTIB, cast.KASI_TRANTIB)
NAMA = "Amat Saleh (contoh)"


def amat(phone: RealPhone) -> str:
    person = Anggota(id=str(uuid.uuid4()), versi=1, desa=cast.LALAYAU, nama=NAMA, hp="0800-1")
    at = format_time(phone.clock.now())
    phone.roster.update(person.id, lambda m: edited(m, replace(person, diubah=at)))
    return person.id


def on_disk(phone: RealPhone) -> str:
    """Everything in the phone's folder, as somebody with the phone would search it."""
    files = (path for path in phone.data.rglob("*") if path.is_file())
    return "\n".join(path.read_bytes().decode("utf-8", "replace") for path in files)


async def test_a_phone_forgets_an_erased_member_everywhere(
    server: RealServer, ida: RealPhone
) -> None:
    ident = amat(ida)
    crew = (Personel(NAMA, ident), Personel("Udin (contoh)"))
    sent = cast.patrol(personel=crew)
    ida.laporan.put(cast.queued(sent))
    ida.state.set_memory(chips.learned(Memory(), sent))
    assert await ida.engine.visit() is None
    ida.laporan.put(cast.draft_of(cast.patrol(personel=crew)))
    assert NAMA in on_disk(ida)

    erasure.erase(server.app.state.context, KASI, ident)
    assert await ida.engine.visit() is None

    assert NAMA not in on_disk(ida)
    member = ida.roster.get(ident)
    assert member is not None and member.shown.nama == erasing.NAMA
    records = [*ida.laporan.open_records(), *(r for m in ida.laporan.months()
                                              for r in ida.laporan.history(m))]  # fmt: skip
    people = [one.nama for r in records if r.current for one in r.current.personel]
    assert sorted(set(people)) == [erasing.NAMA, "Udin (contoh)"]
    assert len(records) == 2


async def test_the_change_may_come_twice_and_an_edit_that_waits_is_dropped(
    server: RealServer, ida: RealPhone
) -> None:
    ident = amat(ida)
    assert await ida.engine.visit() is None
    known = ida.roster.get(ident)
    assert known is not None
    ida.roster.update(ident, lambda m: edited(m, replace(known.shown, hp="0800-2")))
    erasure.erase(server.app.state.context, KASI, ident)
    for _ in range(2):
        assert await ida.engine.visit() is None
        ida.state.update_sync(lambda s: replace(s, cursor=None))
    member = ida.roster.get(ident)
    assert member is not None and not member.waiting
    assert (member.shown.nama, member.shown.hp) == (erasing.NAMA, "")
