"""What is too old goes, as the preview said; figures, resi and the log stay."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest
from sqlalchemy import text

from server.anggota import nik, roster, roster_page
from server.core import office
from server.core.files.photo_files import PhotoKey
from server.core.permit import NotAllowedError
from server.core.rows import audit_rows
from server.laporan import read_laporan
from server.laporan.read_staff import ListFilter, laporan_page, list_page
from server.laporan.rows import month_counts
from server.pribadi import retention
from server.pribadi.rows.retention_rows import GONE
from shared import erasing
from shared.laporan import Laporan
from tests.cast import LALAYAU, flood, nihil, patrol
from tests.server.desk.window import KASI, PEMBACA, arrive, picture, with_photos
from tests.server.kit import Office, Phone, member
from tests.server.pribadi.test_one_persons_data import everything_stored

pytestmark = pytest.mark.anyio

YEARS = {"simpan_laporan_tahun": 5, "simpan_foto_tahun": 2, "simpan_mantan_tahun": 1}
PICTURE = picture(1)
KEY = PhotoKey(LALAYAU, hashlib.sha256(PICTURE).hexdigest())


async def old_report(juai: Office, ida: Phone, years: float) -> Laporan:
    """A patrol with a photo that came in so many years ago."""
    report = with_photos(patrol(uraian="Ronda bersama Amat (contoh)."), PICTURE)
    now = juai.clock.at
    juai.clock.at = now - timedelta(days=365.25 * years)
    await ida.send(report)
    arrive(juai.ctx, report, PICTURE)
    juai.clock.at = now
    return report


def decide(juai: Office, **years: int) -> None:
    office.change(juai.ctx, KASI, {**YEARS, **years})


async def test_before_anybody_decides_nothing_goes(juai: Office, ida: Phone):
    await old_report(juai, ida, 30)
    plan = retention.plan(juai.ctx, KASI)
    assert plan.is_empty
    retention.run(juai.ctx)
    assert juai.ctx.photos.path(KEY).exists()


async def test_the_preview_counts_and_changes_nothing(juai: Office, ida: Phone):
    await old_report(juai, ida, 6)
    decide(juai)
    stored = everything_stored(juai)
    plan = retention.plan(juai.ctx, KASI)
    assert (plan.foto.count, plan.foto.size) == (1, len(PICTURE))
    assert (plan.laporan.count, plan.mantan.count, plan.niks) == (1, 0, 0)
    assert everything_stored(juai) == stored


async def test_photos_go_before_texts_and_nobody_is_asked_for_them_again(juai: Office, ida: Phone):
    report = await old_report(juai, ida, 3)
    decide(juai)
    retention.run(juai.ctx)
    assert not juai.ctx.photos.path(KEY).exists()
    page = laporan_page(juai.ctx, KASI, ListFilter(), report.id)
    assert page is not None
    assert (page.detail.foto, page.laporan.uraian) == ((), report.uraian)
    assert page.detail.line.jumlah_foto == 1
    assert (await ida.sync())["missing_photos"] == []
    assert retention.plan(juai.ctx, KASI).is_empty


async def test_a_photo_that_a_newer_report_names_too_stays(juai: Office, ida: Phone):
    await old_report(juai, ida, 3)
    await ida.send(with_photos(patrol(), PICTURE))
    decide(juai)
    retention.run(juai.ctx)
    assert juai.ctx.photos.path(KEY).exists()


async def test_an_old_report_keeps_its_number_and_counts_and_loses_its_words(
    juai: Office, ida: Phone
):
    report = await old_report(juai, ida, 6)
    new = patrol()
    await ida.send(new)
    before = list_page(juai.ctx, KASI, ListFilter())
    decide(juai)
    retention.run(juai.ctx)
    page = laporan_page(juai.ctx, KASI, ListFilter(), report.id)
    assert page is not None
    assert (page.laporan.uraian, page.laporan.tempat, page.laporan.personel) == ("", "", ())
    assert page.laporan.pelapor.nama == GONE
    assert page.laporan.jumlah_personel == report.jumlah_personel
    after = list_page(juai.ctx, KASI, ListFilter())
    assert (after.total, after.counts, after.months) == (before.total, before.counts, before.months)
    assert report.uraian not in everything_stored(juai)
    with juai.ctx.database.read() as db:
        assert month_counts.is_right(db)
        assert audit_rows.examine(db).broken_at is None
        said = [row for row in audit_rows.everything(db) if row["action"] == "retention_ran"]
    assert [(row["actor"], '"laporan": 1' in row["detail"]) for row in said] == [
        (retention.SYSTEM, True)
    ]
    kept = read_laporan.message_text(juai.ctx, new.id)
    assert kept is not None and new.uraian in kept


@pytest.mark.parametrize("make", [flood, nihil])
async def test_every_kind_can_be_read_afterwards(juai: Office, ida: Phone, make):
    report = make()
    await ida.send(report)
    juai.clock.move(days=366 * 6)
    decide(juai)
    retention.run(juai.ctx)
    page = laporan_page(juai.ctx, KASI, ListFilter(), report.id)
    assert page is not None and page.laporan.kind == report.kind
    if report.kejadian:
        assert page.laporan.kejadian is not None
        assert page.laporan.kejadian.rumah == report.kejadian.rumah


async def test_a_repeat_of_an_old_report_is_still_known(juai: Office, ida: Phone):
    report = await old_report(juai, ida, 6)
    decide(juai)
    retention.run(juai.ctx)
    assert (await ida.send(report))["state"] == "already_have"
    assert report.uraian not in everything_stored(juai)
    second = await juai.phone()
    await second.sync()
    assert second.said("laporan") == []


async def test_who_left_long_ago_is_forgotten_and_who_stays_is_not(juai: Office, ida: Phone):
    left = member(nama="Amat Saleh (contoh)", status="berhenti", berakhir="2025-10-01")
    lately = member(nama="Udin Lama (contoh)", status="berhenti", berakhir="2026-10-01")
    stays = member(nama="Sari (contoh)")
    for one in (left, lately, stays):
        await ida.tell("anggota", one)
    decide(juai)
    assert retention.plan(juai.ctx, KASI).mantan.count == 1
    retention.run(juai.ctx)
    names = {line.anggota.nama for line in roster_page.all_lines(juai.ctx)}
    assert names == {erasing.NAMA, lately["nama"], stays["nama"]}


async def test_a_nik_left_behind_goes_though_no_years_are_set(juai: Office, ida: Phone):
    person = member()
    await ida.tell("anggota", person)
    nik.put(juai.ctx, KASI, person["id"], "6311010101900001")
    with juai.ctx.database.write() as db:
        db.execute(text("UPDATE anggota SET status = 'berhenti'"))
    assert retention.plan(juai.ctx, KASI).niks == 1
    retention.run(juai.ctx)
    page = roster.member(juai.ctx, KASI, person["id"])
    assert page is not None and page.nik_masked is None


async def test_only_who_may_decide_sees_and_runs_it(juai: Office):
    for deed in (retention.plan, retention.run_now):
        with pytest.raises(NotAllowedError):
            deed(juai.ctx, PEMBACA)


async def test_a_leap_day_is_no_trouble(juai: Office, ida: Phone):
    juai.clock.at = juai.clock.at.replace(year=2028, month=2, day=29)
    decide(juai)
    before = retention.plan(juai.ctx, KASI).laporan.before
    assert before is not None and (before.month, before.day) == (2, 28)
