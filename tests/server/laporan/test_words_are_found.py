"""The search among the reports' words: by their beginnings, kept with every change."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import update

from server.core.db.tables import laporan
from server.laporan.read_staff import ListFilter, list_page
from shared.laporan import Personel
from tests.cast import patrol
from tests.server.desk.window import KASI
from tests.server.kit import Office, Phone

pytestmark = pytest.mark.anyio


def found(juai: Office, words: str) -> list[str]:
    return [line.tempat for line in list_page(juai.ctx, KASI, ListFilter(words=words)).lines]


async def test_every_word_counts_by_its_beginning_in_any_order(juai: Office, ida: Phone):
    await ida.send(patrol(tempat="Poskamling RT 02"))
    await ida.send(patrol(tempat="Simpang tiga Karau"))
    assert found(juai, "poskam") == ["Poskamling RT 02"]
    assert found(juai, "02 POS") == ["Poskamling RT 02"]
    assert found(juai, "poskamling karau") == []
    assert found(juai, "simpang%") == ["Simpang tiga Karau"]
    assert found(juai, 'tiga" OR "poskamling') == []


async def test_a_receipt_is_found_as_it_is_written(juai: Office, ida: Phone):
    answer = await ida.send(patrol(tempat="Poskamling RT 02"))
    await ida.send(patrol(tempat="Simpang tiga Karau"))
    assert found(juai, answer["resi"]) == ["Poskamling RT 02"]
    assert len(found(juai, answer["resi"].rpartition("-")[0])) == 2


async def test_a_search_asked_again_and_again_finds_what_its_own_words_say(
    juai: Office, ida: Phone
) -> None:
    for tempat in ("Poskamling RT 02", "Simpang tiga Karau"):
        await ida.send(patrol(tempat=tempat))
    for _ in range(12):  # by then a database has statements ready, and plans for them
        assert found(juai, "poskam") == ["Poskamling RT 02"]
        assert found(juai, "karau") == ["Simpang tiga Karau"]
        assert found(juai, "simpang karau tidakada") == []
    page = list_page(juai.ctx, KASI, ListFilter(words="ida", desa=ida.desa))
    assert page.total == len(page.lines) == 2


async def test_a_mended_report_is_found_by_its_new_words_alone(juai: Office, ida: Phone):
    report = patrol(tempat="Poskamling RT 02")
    await ida.send(report)
    await ida.send(replace(report, versi=2, tempat="Langgar RT 03"))
    assert found(juai, "poskamling") == []
    assert found(juai, "langgar") == ["Langgar RT 03"]


async def test_signs_alone_are_looked_for_as_they_stand(juai: Office, ida: Phone):
    await ida.send(patrol(tempat="Pos A & B"))
    assert found(juai, "&") == ["Pos A & B"]
    assert found(juai, "& langgar") == []


async def test_titles_quotation_marks_and_degrees_do_not_hide_a_name(juai: Office, ida: Phone):
    await ida.send(patrol(tempat="Pos A", personel=(Personel("H. Ma\u2019mun (contoh)"),)))
    await ida.send(patrol(tempat="Pos B", personel=(Personel("Ahmad Basuki (contoh)"),)))
    for asked in ("Ma'mun", "mamun", "Haji Ma`mun", "MA\u2019MUN"):
        assert found(juai, asked) == ["Pos A"]
    assert found(juai, "Pak Ahmad Basuki, S.Sos., M.AP") == ["Pos B"]


async def test_what_came_before_is_found_so_too(juai: Office, ida: Phone):
    """A report that an older server took in, brought up to date by the migration."""
    await ida.send(patrol(tempat="Pos Sa'adah"))
    with juai.ctx.database.write() as db:
        db.execute(update(laporan).values(words="juai-2026-11-0001 pos sa'adah"))
    assert found(juai, "saadah") == []
    step = import_module("server.core.db.migrations.versions.0015_words_without_quotation_marks")
    with juai.ctx.database.write() as db, Operations.context(MigrationContext.configure(db)):
        step.upgrade()
    assert found(juai, "saadah") == found(juai, "Sa\u2019adah") == ["Pos Sa'adah"]
