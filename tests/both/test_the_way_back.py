"""What the kecamatan plans reaches both phones of a village; what they answer offline arrives."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mobile.usecases import inbox
from mobile.usecases.phone import Phone
from server.core.sessions import Account
from server.pembinaan import pembinaan
from server.pembinaan.pembinaan_reading import Record, record
from shared.roles import Role
from tests import cast
from tests.both.kit import RealPhone, RealServer
from tests.doubles.phone import FixedLocation, FixedSpace, OneCode, PlainImages, Switch

pytestmark = pytest.mark.anyio

KASI = Account("trantib", Role.KASI_TRANTIB, cast.KASI_TRANTIB)


def hands(real: RealPhone) -> Phone:
    """The use-cases over a real phone's stores."""
    return Phone(
        laporan=real.laporan, state=real.state, photos=real.photos, images=PlainImages(),
        secrets=real.secrets, space=FixedSpace(), activation=OneCode(),
        location=FixedLocation(), connectivity=Switch(), roster=real.roster, deeds=real.deeds,
    )  # fmt: skip


def plan(server: RealServer, status: str = "direncanakan") -> str:
    ctx = server.app.state.context
    ident = pembinaan.begin(
        ctx, KASI, desa=[cast.LALAYAU], judul="Rapat koordinasi", mulai=cast.EVENING, status=status
    )
    pembinaan.put_todo(
        ctx, KASI, ident, teks="Latihan ulang", desa=[cast.LALAYAU], tenggat=date(2026, 12, 5)
    )
    pembinaan.send(ctx, KASI, ident)
    return ident


def at_desk(server: RealServer, ident: str) -> Record:
    found = record(server.app.state.context, KASI, ident)
    assert found is not None
    return found


async def only(phone: Phone, ident: str) -> inbox.Item:
    found = await inbox.item(phone, ident)
    assert found is not None
    return found


async def test_an_invitation_is_read_and_answered_offline_and_both_phones_know(
    server: RealServer, ida: RealPhone, tmp_path: Path
) -> None:
    second = RealPhone(tmp_path / "kedua")
    await second.activate(server)
    ident = plan(server)
    await ida.engine.visit()
    phone = hands(ida)
    fresh = await only(phone, ident)
    assert (fresh.unread, fresh.is_invitation, fresh.jawaban) == (True, True, None)

    await inbox.mark_read(phone, ident)
    await inbox.answer(phone, ident, "tidak_bisa")
    await inbox.answer(phone, ident, "datang", "Tiga orang.")
    waiting = await only(phone, ident)
    assert (waiting.jawaban, waiting.waiting, waiting.unread) == ("datang", True, False)

    await ida.start_again()
    await ida.engine.visit()
    there = at_desk(server, ident).villages[0]
    assert (there.jawaban, there.jawaban_teks, there.read_at is None) == (
        "datang", "Tiga orang.", False,
    )  # fmt: skip
    known = await only(hands(ida), ident)
    assert (known.jawaban, known.waiting, known.unread) == ("datang", False, False)
    assert ida.deeds.all() == []
    await second.engine.visit()
    assert (await only(hands(second), ident)).jawaban == "datang"
    await second.close()


async def test_a_follow_up_is_ticked_off_offline_and_its_photo_arrives_byte_for_byte(
    server: RealServer, ida: RealPhone
) -> None:
    ident = plan(server, "selesai")
    await ida.engine.visit()
    phone = hands(ida)
    [task] = (await only(phone, ident)).tasks
    foto = ida.photo(7, 30_000)
    await inbox.finish(phone, task.todo.id, "Sudah latihan.", [foto])
    [ticked] = (await only(phone, ident)).tasks
    assert (ticked.done, ticked.waiting) == (True, True)

    await ida.start_again()
    assert await ida.engine.visit() is None
    [done] = at_desk(server, ident).todos
    assert (done.status, done.done_teks) == ("selesai", "Sudah latihan.")
    assert server.photo(foto.sha256) == ida.photos.read(foto.sha256)
    await ida.engine.visit()
    assert ida.deeds.all() == []
    [known] = (await only(hands(ida), ident)).tasks
    assert (known.done, known.waiting) == (True, False)


async def test_a_tick_that_cannot_be_taken_stays_and_says_so(
    server: RealServer, ida: RealPhone
) -> None:
    ident = plan(server, "selesai")
    await ida.engine.visit()
    phone = hands(ida)
    [task] = (await only(phone, ident)).tasks
    await inbox.finish(phone, task.todo.id, "Sudah.")
    pembinaan.drop_todo(server.app.state.context, KASI, ident, [task.todo.id])
    await ida.engine.visit()
    [refused] = (await only(phone, ident)).tasks
    assert not refused.done
    assert [gap.code for gap in refused.problems] == ["unknown_value"]
