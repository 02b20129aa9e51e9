"""The desk suggests coachings by what reports and rosters show, and not twice for one village."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.core.sessions import Account
from server.laporan.review import Note, give_back
from server.pembinaan import pembinaan
from server.pembinaan import pembinaan_suggest as suggest
from server.pembinaan.pembinaan_photos import add, path
from server.pembinaan.pembinaan_reading import month, page, record
from server.pembinaan.pembinaan_suggest import Suggestion, suggestions
from shared.photos.errors import NotAPhoto
from shared.roles import Role
from tests.cast import KASI_TRANTIB, LALAYAU, foto, nihil, patrol
from tests.mobile.device.pictures import camera_exif, jpeg, scene
from tests.server.kit import Office, Phone, member

pytestmark = pytest.mark.anyio

KASI = Account("trantib", Role.KASI_TRANTIB, KASI_TRANTIB)


def found(juai: Office, kind: str) -> Suggestion | None:
    return next((s for s in suggestions(juai.ctx, KASI) if s.kind == kind), None)


async def test_a_village_without_any_report_for_the_month_that_was_due(
    juai: Office, ida: Phone
) -> None:
    assert found(juai, suggest.LATE) is None, "nobody has used the app before"
    await ida.send(nihil(periode="2026-10"))
    late = found(juai, suggest.LATE)
    assert late is not None
    assert late.bulan == "2026-10"
    assert len(late.villages) == 20
    assert LALAYAU not in {v.desa for v in late.villages}


async def test_a_village_whose_reports_were_returned_twice_with_those_reports(
    juai: Office, ida: Phone
) -> None:
    sent = [patrol(), patrol()]
    for report in sent:
        await ida.send(report)
        assert found(juai, suggest.RETURNED) is None
        give_back(juai.ctx, report.id, 1, [Note("Mohon dilengkapi.", "uraian")], KASI_TRANTIB)
    returned = found(juai, suggest.RETURNED)
    assert returned is not None
    assert set(returned.laporan) == {report.id for report in sent}


async def test_a_village_whose_activities_have_no_photos(juai: Office, ida: Phone) -> None:
    for report in (patrol(), patrol(), patrol(foto=(foto(),))):
        assert found(juai, suggest.NO_PHOTOS) is None
        await ida.send(report)
    seen = found(juai, suggest.NO_PHOTOS)
    assert seen is not None
    assert (seen.villages[0].desa, seen.villages[0].number, seen.villages[0].of) == (LALAYAU, 2, 3)


async def test_a_village_with_fewer_than_ten_active_members(juai: Office, ida: Phone) -> None:
    for number in range(10):
        await ida.tell("anggota", member(nama=f"Anggota {number} (contoh)"))
        few = found(juai, suggest.FEW_MEMBERS)
        assert (few is None) == (number == 9)


async def test_one_tap_makes_a_draft_and_ends_the_suggestion(juai: Office, ida: Phone) -> None:
    await ida.tell("anggota", member())
    few = found(juai, suggest.FEW_MEMBERS)
    assert few is not None
    ident = suggest.begin(juai.ctx, KASI, few, "Penambahan anggota")
    made = record(juai.ctx, KASI, ident)
    assert made is not None
    assert (made.bentuk, made.desa, made.sent) == ("kunjungan", (LALAYAU,), False)
    assert found(juai, suggest.FEW_MEMBERS) is None


async def test_what_changed_before_and_after_stands_on_the_record(juai: Office, ida: Phone) -> None:
    late = replace(patrol(), mulai="2026-11-20T20:00:00+08:00", selesai=None)
    await ida.send(late)
    juai.clock.move(hours=1)
    ident = pembinaan.begin(
        juai.ctx, KASI, desa=[LALAYAU], judul="Kunjungan", mulai=juai.clock.now()
    )
    juai.clock.move(days=2)
    fresh = replace(patrol(), mulai="2026-11-26T20:00:00+08:00", selesai=None)
    await ida.send(fresh)
    await ida.send(patrol(mulai="2026-11-26T19:00:00+08:00", selesai=None))
    juai.clock.move(hours=1)
    made = record(juai.ctx, KASI, ident)
    assert made is not None
    assert made.effect is not None
    before, after = made.effect.before, made.effect.after
    assert (before.laporan, before.percent, after.laporan, after.percent) == (1, 0, 2, 100)
    assert [line.id for line in page(juai.ctx, KASI).lines] == [ident]
    assert [line.id for line in month(juai.ctx, KASI, "2026-11")] == [ident]
    assert month(juai.ctx, KASI, "2026-12") == ()


async def test_a_photo_is_kept_reduced_without_metadata_and_only_for_who_may_look(
    juai: Office,
) -> None:
    ident = pembinaan.begin(juai.ctx, KASI)
    sha256 = add(juai.ctx, KASI, ident, jpeg(scene(2400, 1800), exif=camera_exif()))
    kept = path(juai.ctx, KASI, ident, sha256, small=False)
    assert kept is not None
    assert kept.parent.name == "63.11.01"
    assert b"Exif" not in kept.read_bytes()
    assert path(juai.ctx, KASI, "other", sha256, small=False) is None
    with pytest.raises(NotAPhoto):
        add(juai.ctx, KASI, ident, b"<html>")
