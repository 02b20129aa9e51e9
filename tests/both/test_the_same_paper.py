"""The PDF that a phone makes without a signal is, byte for byte, the one that the desk makes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mobile.usecases import village
from mobile.usecases.paper import paper
from server.core import office
from server.core.sessions import Account
from server.kantor import office_logo
from server.laporan.laporan_paper import laporan_paper
from shared.laporan import Laporan
from shared.roles import Role
from shared.satlinmas import DataDesa
from tests import cast
from tests.both.kit import RealPhone, RealServer
from tests.shared.paper_kit import is_sound, jpeg

pytestmark = pytest.mark.anyio

KASI = Account("kasi", Role.KASI_TRANTIB, cast.KASI_TRANTIB)
SETTINGS = {
    "kop": ["PEMERINTAH KABUPATEN BALANGAN", "KECAMATAN JUAI"],
    "nomor_laporan": "300/{nomor}/SATLINMAS/{romawi}/{tahun}",
}


async def test_phone_and_desk_make_the_same_document(server: RealServer, ida: RealPhone) -> None:
    ctx = server.app.state.context
    office.change(ctx, KASI, SETTINGS)
    office_logo.put(ctx, KASI, jpeg("gold", (300, 360)))
    await village.save(ida.hand(), DataDesa(kepala_desa="Kades Lalayau (contoh)"))
    open_, closed = ida.photo(1), replace(ida.photo(2), sensitif=True)
    reports = [
        ida.finish(cast.patrol(foto=(open_, closed), kendala="Lampu pos mati 😀")),
        ida.finish(cast.flood(foto=(ida.photo(3),))),
        ida.finish(cast.nihil()),
    ]
    await ida.visit_until_done()
    for report in reports:
        await the_same(server, ida, report)


async def the_same(server: RealServer, ida: RealPhone, report: Laporan) -> None:
    told: list[tuple[int, int]] = []
    on_phone = await paper(ida.hand(), report.id, lambda *how: told.append(how))
    at_desk = laporan_paper(server.app.state.context, KASI, report.id)
    assert at_desk is not None
    assert on_phone.data == at_desk.data
    assert on_phone.name == at_desk.name == f"laporan-{ida.record(report).resi[0].lower()}.pdf"
    said = is_sound(on_phone.data).said()
    assert "KECAMATAN JUAI" in said and "Kades Lalayau (contoh)" in said
    assert said.count("300/") == 1
    printed = sum(not foto.sensitif for foto in report.foto)
    assert told == [(n, printed) for n in range(1, printed + 1)]
