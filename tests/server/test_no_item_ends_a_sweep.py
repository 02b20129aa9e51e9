"""What the server does by itself: one bad item is told in the log, all others are done."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from server.core import failed_log_ins, log, office
from server.core.db.database import StoreBusyError, StoreDamagedError
from server.core.files.object_store import StorageAwayError, WrongFolderError
from server.core.files.photo_files import PhotoKey
from server.core.rows import audit_rows, failure_rows
from server.core.sweeping import each
from server.laporan import deciding
from server.laporan.photos import Photos
from server.laporan.read_review import queue
from server.pribadi import retention
from server.rawat import doctor
from server.shell.background import repeating
from server.sinkron.titipan_arriving import Arriving
from tests.cast import LALAYAU, patrol
from tests.server.desk.window import KASI, arrive, picture, with_photos
from tests.server.kit import Office, Phone, member
from tests.server.kit import office as running
from tests.server.photo_kit import jpeg

pytestmark = pytest.mark.anyio


@pytest.fixture
async def juai(tmp_path: Path):
    async with running(tmp_path / "data") as office_:
        yield office_


@pytest.fixture
async def ida(juai: Office) -> Phone:
    return await juai.phone()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    lines: list[str] = []
    monkeypatch.setattr(log, "event", lambda *words, **_: lines.append(" · ".join(map(str, words))))
    return lines


def spoil(juai: Office, statement: str, *values: object) -> None:
    with juai.ctx.database.write() as db:
        db.exec_driver_sql(statement, values)


def old(path: Path, juai: Office) -> None:
    when = (juai.clock.at - timedelta(days=8)).timestamp()
    os.utime(path, (when, when))


@pytest.mark.parametrize(
    "decision", ["{", "[]", '{"status": "lain", "notes": []}', '{"status": "diverifikasi"}']
)
async def test_a_decision_that_cannot_be_read_is_dropped_and_the_others_hold(
    juai: Office, ida: Phone, told: list[str], decision: str
) -> None:
    bad, good = patrol(), patrol()
    for report in (bad, good):
        await ida.send(report)
        deciding.verify(juai.ctx, KASI, report.id, 1, "")
    spoil(juai, "UPDATE pending_decisions SET decision = ? WHERE laporan = ?", decision, bad.id)
    juai.clock.move(seconds=8)
    deciding.settle(juai.ctx)
    await ida.sync()
    assert [said["laporan"] for said in ida.said("status")] == [good.id]
    assert queue(juai.ctx, KASI).total == 1, "it waits again, to be decided afresh"
    assert deciding.settle(juai.ctx) == 0
    assert any(bad.id in line for line in told)


async def test_photos_that_spoil_their_sweep_leave_the_others_alone(
    juai: Office, ida: Phone, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    thin, broken, good = jpeg(1, (3, 4000)), jpeg(2), jpeg(3)
    await ida.send(with_photos(patrol(), thin, broken, good))
    keys = [PhotoKey(LALAYAU, hashlib.sha256(data).hexdigest()) for data in (thin, broken, good)]
    for key, data in zip(keys, (thin, broken, good), strict=True):
        juai.ctx.photos.append(key, 0, data)
    folder = juai.ctx.photos.path(keys[0]).parent
    wall = folder / f"{'0' * 64}.part"
    wall.mkdir()
    left = folder / f"{'f' * 64}.part"
    left.write_bytes(b"\xff\xd8\xff")
    old(wall, juai)
    old(left, juai)
    finish = type(juai.ctx.photos).finish

    def failing(files: object, key: PhotoKey, *given: Any) -> None:
        if key == keys[1]:
            raise RuntimeError("no error that anybody foresaw")
        finish(juai.ctx.photos, key, *given)

    monkeypatch.setattr(type(juai.ctx.photos), "finish", failing)
    photos = Photos(juai.ctx)
    await photos.sweep()
    photos.close()
    whole = [juai.ctx.photos.whole_size(key) is not None for key in keys]
    assert whole == [True, False, True]
    assert wall.exists() and not left.exists()
    assert len(told) >= 2


async def test_a_note_that_cannot_be_mended_leaves_the_others(
    juai: Office, ida: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    shots = [picture(1), picture(2)]
    await ida.send(with_photos(patrol(), *shots))
    keys = sorted(PhotoKey(LALAYAU, hashlib.sha256(data).hexdigest()) for data in shots)
    for data in shots:
        key = PhotoKey(LALAYAU, hashlib.sha256(data).hexdigest())
        juai.ctx.photos.append(key, 0, data)
        juai.ctx.photos.finish(key)
    photos = Photos(juai.ctx)
    note, noted = photos.notes.whole, list[PhotoKey]()

    def failing(key: PhotoKey, size: int) -> None:
        if not noted and key == keys[0]:
            raise ZeroDivisionError
        note(key, size)
        noted.append(key)

    monkeypatch.setattr(photos.notes, "whole", failing)
    await photos.sweep()
    photos.close()
    assert noted == [keys[1]]


async def test_what_cannot_be_erased_for_its_age_stays_and_the_rest_goes(
    juai: Office, ida: Phone, told: list[str]
) -> None:
    shots = [picture(1), picture(2)]
    reports = [with_photos(patrol(uraian="Ronda (contoh)."), shot) for shot in shots]
    people = [member(nama="Zainal (contoh)"), member(nama="Basri (contoh)")]
    juai.clock.move(days=-365 * 6)
    for report, shot, one in zip(reports, shots, people, strict=True):
        await ida.send(report)
        arrive(juai.ctx, report, shot)
        await ida.tell("anggota", one)
        gone = {**one, "versi": 2, "status": "berhenti", "alasan": "pindah"}
        await ida.tell("anggota", gone)
    juai.clock.move(days=365 * 6)
    rules = {"simpan_laporan_tahun": 5, "simpan_foto_tahun": 2, "simpan_mantan_tahun": 1}
    office.change(juai.ctx, KASI, rules)
    first = min(report.id for report in reports)
    spoil(juai, "UPDATE laporan_versi SET message = '{' WHERE laporan = ?", first)
    spoiled, kept = sorted(one["id"] for one in people)
    spoil(juai, "UPDATE anggota SET message = '{' WHERE id = ?", spoiled)
    keys = [PhotoKey(LALAYAU, hashlib.sha256(shot).hexdigest()) for shot in shots]
    wall = juai.ctx.photos.path(min(keys))
    wall.unlink()
    wall.mkdir()

    retention.run(juai.ctx)

    assert not juai.ctx.photos.path(max(keys)).exists()
    with juai.ctx.database.read() as db:
        left = db.exec_driver_sql("SELECT id FROM laporan WHERE pelapor != '(dihapus)'").scalars()
        assert list(left) == [first]
        erased = db.exec_driver_sql("SELECT anggota FROM erased").scalars()
        assert list(erased) == [kept]
    assert len(told) >= 3
    assert not any("Zainal" in line or "Ronda" in line for line in told), "no words of people"


async def test_a_package_that_cannot_go_leaves_the_others(juai: Office) -> None:
    arriving = Arriving(juai.ctx)
    folder = juai.ctx.settings.data / "titipan"
    folder.mkdir()
    wall, left = folder / "a-0.part", folder / "b-0.part"
    wall.mkdir()
    left.write_bytes(b"x")
    old(wall, juai)
    old(left, juai)
    arriving.sweep()
    arriving.close()
    assert wall.exists() and not left.exists()


async def test_a_sum_that_cannot_be_told_leaves_the_others(
    juai: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    hour = juai.clock.at.replace(minute=0, second=0)
    with juai.ctx.database.write() as db:
        for who in ("10.0.0.1", "10.0.0.2"):
            for _ in range(3):
                failure_rows.add(db, who, hour)
    juai.clock.move(hours=2)
    add, sums = audit_rows.add, list[str]()

    def failing(*given: object, **how: object) -> object:
        if not sums:
            sums.append("refused")
            raise ZeroDivisionError
        sums.append("told")
        return add(*given, **how)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(audit_rows, "add", failing)
    failed_log_ins.tell_past(juai.ctx)
    assert sums[0] == "refused" and "told" in sums


async def test_a_change_that_cannot_be_read_does_not_keep_a_village_from_the_others(
    juai: Office, ida: Phone
) -> None:
    report = patrol()
    await ida.send(report)
    deciding.verify(juai.ctx, KASI, report.id, 1, "Terima kasih.")
    juai.clock.move(seconds=8)
    deciding.settle(juai.ctx)
    spoil(juai, "UPDATE changes SET data = '{' WHERE kind = 'feedback'")
    await ida.sync()
    assert [said["status"] for said in ida.said("status")] == ["diverifikasi"]
    before = ida.cursor
    await ida.sync()
    assert ida.cursor == before


@pytest.mark.parametrize("words", ["{", "[]", ""])
async def test_the_doctor_names_the_changes_that_no_phone_can_be_told(
    juai: Office, ida: Phone, words: str
) -> None:
    report = patrol()
    await ida.send(report)
    deciding.verify(juai.ctx, KASI, report.id, 1, "Terima kasih.")
    juai.clock.move(seconds=8)
    deciding.settle(juai.ctx)
    assert "changes_unreadable" not in {found.code for found in doctor.examine(juai.ctx)}
    spoil(juai, f"UPDATE changes SET data = '{words}' WHERE kind = 'feedback'")
    spoil(juai, f"UPDATE laporan_versi SET message = '{words}'")
    [found] = [one for one in doctor.examine(juai.ctx) if one.code == "changes_unreadable"]
    assert (found.weight, found.facts["jumlah"]) == (doctor.Weight.DAMAGE, 2)
    await ida.sync()
    assert [said["status"] for said in ida.said("status")] == ["diverifikasi"]


@pytest.mark.parametrize("words", ["'{}' || char(0)", "'[]'", "''", "CAST(X'7BFF7D' AS TEXT)"])
@pytest.mark.sqlite
async def test_the_doctor_names_the_reports_whose_page_was_spoiled(
    juai: Office, ida: Phone, words: str
) -> None:
    whole, report = patrol(), patrol()
    await ida.sync(whole, report)
    assert "reports_unreadable" not in {found.code for found in doctor.examine(juai.ctx)}
    spoil(juai, f"UPDATE laporan_versi SET message = {words} WHERE laporan = ?", report.id)
    found: list[doctor.Finding] = []
    with contextlib.suppress(StoreDamagedError):  # which the command names as well
        found.extend(doctor.examine(juai.ctx))
    with juai.ctx.database.read() as db:
        asked = "SELECT resi FROM laporan WHERE id = ?"
        [resi] = db.exec_driver_sql(asked, (report.id,)).one()
    told = [one.facts for one in found if one.code == "reports_unreadable"]
    assert told == [{"jumlah": 1, "resi": resi}]


async def test_whatever_goes_wrong_the_server_does_it_again() -> None:
    done: list[int] = []
    twice = asyncio.Event()

    async def work() -> None:
        done.append(1)
        if len(done) == 1:
            raise ZeroDivisionError
        twice.set()

    async with repeating("contoh", work, 0.001):
        await asyncio.wait_for(twice.wait(), 60)


@pytest.mark.parametrize("error", [StoreBusyError, StorageAwayError, WrongFolderError])
def test_a_store_that_is_busy_for_all_ends_the_round(error: type[Exception]) -> None:
    asked: list[str] = []

    def work(item: str) -> None:
        asked.append(item)
        raise error

    with pytest.raises(error):
        each("contoh", ["a", "b"], work)
    assert asked == ["a"]
