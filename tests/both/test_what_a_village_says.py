"""A survey answered offline is counted once; the answer to a complaint finds its way back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mobile.usecases import complaint
from mobile.usecases import survey as on_phone
from server.core.sessions import Account
from server.inovasi import complaints, survey
from shared.roles import Role
from tests import cast
from tests.both.kit import RealPhone, RealServer

pytestmark = pytest.mark.anyio

KASI = Account("trantib", Role.KASI_TRANTIB, cast.KASI_TRANTIB)
ALL = (4, 3, 4, 3, 4, 3, 4, 3, 4)


@pytest.fixture
def asking(server: RealServer) -> Iterator[RealServer]:
    """The desk has opened the survey of this half-year."""
    survey.set_open(server.app.state.context, KASI, is_open=True)
    yield server
    survey.set_open(server.app.state.context, KASI, is_open=False)


def answers(server: RealServer) -> int:
    return survey.look(server.app.state.context, KASI).told.from_desa


async def test_an_answer_given_offline_is_counted_once_and_a_second_one_is_refused_in_words(
    asking: RealServer, ida: RealPhone
) -> None:
    before = answers(asking)
    await ida.engine.visit()
    asked = await on_phone.look(ida.hand())
    assert asked.open
    await on_phone.send(ida.hand(), asked.periode, ALL, "Balasan lebih cepat.")
    assert (await on_phone.look(ida.hand())).waiting

    await ida.start_again()
    await ida.engine.visit()
    assert answers(asking) == before + 1
    assert ida.deeds.all() == []
    done = await on_phone.look(ida.hand())
    assert (done.open, done.answered, done.waiting) == (False, True, False)

    # The phone forgot that it has answered, as after files that were put back.
    ida.state.set_preferences(replace(ida.state.preferences(), hints_shown=()))
    assert (await on_phone.look(ida.hand())).open
    await on_phone.send(ida.hand(), asked.periode, (1,) * 9)
    await ida.engine.visit()
    assert answers(asking) == before + 1
    told = await on_phone.look(ida.hand())
    assert told.refused is not None
    assert told.refused.twice
    assert not told.open


async def test_the_survey_that_the_desk_closed_is_asked_for_no_more(
    server: RealServer, ida: RealPhone
) -> None:
    ctx = server.app.state.context
    survey.set_open(ctx, KASI, is_open=True)
    await ida.engine.visit()
    assert (await on_phone.look(ida.hand())).open
    survey.set_open(ctx, KASI, is_open=False)
    await ida.engine.visit()
    assert not (await on_phone.look(ida.hand())).open


async def test_a_complaint_is_answered_at_the_desk_and_both_phones_of_the_village_know(
    server: RealServer, ida: RealPhone, tmp_path: Path
) -> None:
    ctx = server.app.state.context
    second = RealPhone(tmp_path / "kedua")
    await second.activate(server)
    other = RealPhone(tmp_path / "hamarung")
    await other.activate(server, desa=cast.HAMARUNG, nama="Rudi (contoh)")
    ident = complaint.new_id()
    await complaint.send(ida.hand(), ident, "Tombol kirim macet.")
    [waiting] = await complaint.complaints(ida.hand())
    assert waiting.status == "menunggu"

    await ida.start_again()
    await ida.engine.visit()
    [arrived] = await complaint.complaints(ida.hand())
    assert (arrived.id, arrived.status, arrived.unread) == (ident, "baru", False)
    assert ida.deeds.all() == []

    complaints.answer(ctx, KASI, ident, "selesai", "Sudah diperbaiki, silakan dicoba.")
    for phone in (ida, second, other):
        await phone.engine.visit()
    for phone in (ida, second):
        [told] = await complaint.complaints(phone.hand())
        assert (told.teks, told.status, told.jawaban, told.oleh, told.unread) == (
            "Tombol kirim macet.", "selesai", "Sudah diperbaiki, silakan dicoba.",
            cast.KASI_TRANTIB, True,
        )  # fmt: skip
    assert await complaint.complaints(other.hand()) == ()

    await complaint.mark_read(ida.hand(), [ident])
    await ida.start_again()
    await ida.engine.visit()
    assert await complaint.unread(ida.hand()) == 0
    assert await complaint.unread(second.hand()) == 1
    await second.close()
    await other.close()
