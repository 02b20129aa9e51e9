"""A report that the kecamatan wrote from a chat is on the village's phone, which can mend it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.core.sessions import Account
from server.laporan import desk_laporan
from server.laporan.wa_paste import form
from shared.documents.wa_text import wa_text
from shared.roles import Role
from shared.status import PhoneState
from tests import cast
from tests.both.kit import RealPhone, RealServer
from tests.cast import JUAI

pytestmark = pytest.mark.anyio

KASI = Account("trantib", Role.KASI_TRANTIB, cast.KASI_TRANTIB)


async def test_what_was_pasted_at_the_desk_arrives_and_is_mended_on_the_phone(
    server: RealServer, ida: RealPhone
) -> None:
    ctx, chat = server.app.state.context, wa_text(JUAI, cast.patrol())
    read = desk_laporan.read(ctx, KASI, chat)
    saved = desk_laporan.save(ctx, KASI, form.to_message(form.to_form(read)), chat)

    await ida.engine.visit()
    here = ida.record_of(saved.id)
    assert (here.state, here.resi) == (PhoneState.RECEIVED, (saved.resi,))
    assert here.sent is not None and here.sent.pelapor == cast.BU_IDA
    assert here.sent.tempat == "Poskamling RT 02"

    mended = ida.finish(replace(here.sent, versi=2, tempat="Poskamling RT 03"))
    await ida.visit_until_done()
    there = server.reports([mended])[saved.id]
    assert (there["versi"], there["tempat"]) == (2, "Poskamling RT 03")
    assert ida.record_of(saved.id).resi == (saved.resi,)
