"""One person's data: handed over as a file, erased on request; counts and the audit stay."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import inspect, text

from server.anggota import nik, roster
from server.core.permit import NotAllowedError
from server.core.rows import audit_rows
from server.laporan.read_staff import ListFilter, laporan_page, list_page
from server.pembinaan import pembinaan
from server.pembinaan.pembinaan import Person
from server.pribadi import erasure, person_data
from shared import erasing
from shared.laporan import Laporan, Personel
from tests.cast import EVENING, LALAYAU, patrol
from tests.server.desk.window import KASI, PEMBACA
from tests.server.kit import Office, Phone, member

pytestmark = pytest.mark.anyio

NAMA = "Amat Saleh (contoh)"
NIK_SAMPLE = "6311010101900001"
HP_SAMPLE = "0800-0000-0001"


async def amat(ida: Phone) -> str:
    """A member with all that can be known of somebody, on the phone's roster."""
    person = member(
        nama=NAMA, hp=HP_SAMPLE, alamat="RT 03 Pinggir Sungai",
        sk={"nomor": "1/2026", "tanggal": "2026-01-05", "pejabat": "Kepala Desa"},
    )  # fmt: skip
    await ida.tell("anggota", person)
    return person["id"]


def on_duty(ident: str, **changes: Any) -> Laporan:
    crew = (Personel(NAMA, ident), Personel("Udin (contoh)"))
    return patrol(personel=crew, jumlah_personel=2, **changes)


def everything_stored(juai: Office) -> str:
    """All texts of all tables, as somebody with the file would search them."""
    found: list[str] = []
    with juai.ctx.database.read() as db:
        for name in inspect(db).get_table_names():
            rows = db.execute(text(f"SELECT * FROM {name}"))
            found += [repr(tuple(row)) for row in rows]
    return "\n".join(found)


async def test_after_the_erasing_the_name_is_nowhere_and_the_counts_are_as_they_were(
    juai: Office, ida: Phone
):
    ident = await amat(ida)
    nik.put(juai.ctx, KASI, ident, NIK_SAMPLE)
    report = on_duty(ident)
    free = patrol(personel=(Personel(NAMA.upper()),), jumlah_personel=1)
    await ida.sync(report, free)
    await ida.sync(replace(report, versi=2, hasil="Aman"))
    training = pembinaan.begin(juai.ctx, KASI, desa=[LALAYAU])
    pembinaan.tick(juai.ctx, KASI, training, [Person(LALAYAU, NAMA, ident, "Anggota")])
    before = list_page(juai.ctx, KASI, ListFilter())
    found = erasure.preview(juai.ctx, KASI, ident)
    assert (found.reports, found.trainings, found.nik, found.in_texts) == (2, 1, True, ())

    erasure.erase(juai.ctx, KASI, ident)

    left = everything_stored(juai)
    for told in (NAMA, NAMA.lower(), NAMA.upper(), HP_SAMPLE, "Pinggir Sungai", NIK_SAMPLE):
        assert told not in left
    after = list_page(juai.ctx, KASI, ListFilter())
    assert (after.total, after.counts) == (before.total, before.counts)
    page = laporan_page(juai.ctx, KASI, ListFilter(), report.id)
    assert page is not None
    assert [one.nama for one in page.laporan.personel] == [erasing.NAMA, "Udin (contoh)"]
    assert page.laporan.jumlah_personel == 2
    record = roster.member(juai.ctx, KASI, ident)
    assert record is not None and record.line.anggota.status == "berhenti"
    assert len(record.history) == 1


async def test_the_log_keeps_who_erased_whom_and_its_chain(juai: Office, ida: Phone):
    ident = await amat(ida)
    erasure.erase(juai.ctx, KASI, ident)
    with juai.ctx.database.read() as db:
        assert audit_rows.about(db, ident)[-1]["action"] == "person_erased"
        assert audit_rows.examine(db).broken_at is None
    with pytest.raises(erasure.ErasedError):
        erasure.erase(juai.ctx, KASI, ident)


async def test_what_was_under_way_does_not_bring_the_name_back(juai: Office, ida: Phone):
    ident = await amat(ida)
    sent = on_duty(ident)
    await ida.send(sent)
    erasure.erase(juai.ctx, KASI, ident)

    again = await ida.send(sent)
    late = await ida.send(on_duty(ident))
    edit = await ida.tell("anggota", member(ident, versi=2, nama=NAMA, hp="0800-0000-0002"))

    assert (again["state"], late["state"]) == ("already_have", "accepted")
    assert edit["state"] == "already_have"
    assert NAMA not in everything_stored(juai)


async def test_phones_are_told_to_forget_and_a_new_phone_never_hears_the_name(
    juai: Office, ida: Phone
):
    ident = await amat(ida)
    await ida.send(on_duty(ident))
    erasure.erase(juai.ctx, KASI, ident)
    await ida.sync()
    assert ida.said(erasing.CHANGE) == [{"id": ident}]
    assert ida.said("anggota")[-1]["nama"] == erasing.NAMA
    second = await juai.phone()
    await second.sync()
    assert second.said("laporan")
    assert NAMA not in json.dumps(second.heard)


async def test_a_name_in_free_text_is_shown_to_a_person_who_judges(juai: Office, ida: Phone):
    ident = await amat(ida)
    told = on_duty(ident, uraian=f"Ronda dipimpin {NAMA}, keadaan aman sekali.")
    result = await ida.send(told)
    found = erasure.preview(juai.ctx, KASI, ident)
    assert [(trace.id, trace.resi) for trace in found.in_texts] == [(told.id, result["resi"])]


async def test_the_copy_for_the_person_holds_all_of_it_and_hides_the_nik(juai: Office, ida: Phone):
    ident = await amat(ida)
    nik.put(juai.ctx, KASI, ident, NIK_SAMPLE)
    resi = (await ida.send(on_duty(ident)))["resi"]
    whole = person_data.export(juai.ctx, KASI, ident, person_data.JSON).decode()
    told = json.loads(whole)
    assert told["anggota"]["nama"] == NAMA and told["anggota"]["nik"] == "6311••••••••0001"
    assert [one["resi"] for one in told["laporan"]] == [resi]
    readable = person_data.export(juai.ctx, KASI, ident, person_data.TEXT).decode()
    for words in (NAMA, "14 Maret 1995", "RT 03 Pinggir Sungai", resi, "Laki-laki", "mengisi NIK"):
        assert words in readable
    assert NIK_SAMPLE not in whole + readable
    with juai.ctx.database.read() as db:
        taken = [row["detail"] for row in audit_rows.about(db, ident)
                 if row["action"] == "person_exported"]  # fmt: skip
    assert taken == [person_data.JSON, person_data.TEXT]


async def test_a_reader_neither_takes_nor_erases_and_strangers_are_not_there(
    juai: Office, ida: Phone
):
    ident = await amat(ida)
    for deed in (
        lambda: erasure.preview(juai.ctx, PEMBACA, ident),
        lambda: erasure.erase(juai.ctx, PEMBACA, ident),
        lambda: person_data.export(juai.ctx, PEMBACA, ident, person_data.JSON),
    ):
        with pytest.raises(NotAllowedError):
            deed()
    with pytest.raises(erasure.NotThereError):
        erasure.erase(juai.ctx, KASI, "bukan-anggota")


async def test_a_coaching_that_was_sent_is_told_again_without_the_name(juai: Office, ida: Phone):
    ident = await amat(ida)
    training = pembinaan.begin(
        juai.ctx, KASI, desa=[LALAYAU], judul="Pelatihan (contoh)", bentuk="pelatihan",
        mulai=EVENING, tempat="Balai Bata",
    )  # fmt: skip
    pembinaan.tick(juai.ctx, KASI, training, [Person(LALAYAU, NAMA, ident, "Anggota")])
    pembinaan.send(juai.ctx, KASI, training)
    await ida.sync()
    assert ida.said("pembinaan")[-1]["peserta"] == [NAMA]
    erasure.erase(juai.ctx, KASI, ident)
    await ida.sync()
    assert ida.said("pembinaan")[-1]["peserta"] == [erasing.NAMA]
    assert NAMA not in everything_stored(juai)


@pytest.mark.sqlite
async def test_no_page_of_the_database_file_holds_the_name_any_more(juai: Office, ida: Phone):
    ident = await amat(ida)
    for number in range(30):
        await ida.send(on_duty(ident, uraian=f"Ronda ke-{number}, keadaan aman."))
    erasure.erase(juai.ctx, KASI, ident)
    with juai.ctx.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    data = (juai.ctx.settings.data / "sinar.db").read_bytes()
    for told in (NAMA, NAMA.lower(), "saleh", "Saleh", HP_SAMPLE):
        assert told.encode() not in data


async def test_a_name_in_other_quotation_marks_is_forgotten_too(juai: Office, ida: Phone):
    person = member(nama="Ma'mun (contoh)")
    await ida.tell("anggota", person)
    free = patrol(personel=(Personel("MA\u2019MUN (contoh)"), Personel("Udin (contoh)")))
    await ida.sync(free)
    erasure.erase(juai.ctx, KASI, person["id"])
    page = laporan_page(juai.ctx, KASI, ListFilter(), free.id)
    assert page is not None
    assert [one.nama for one in page.laporan.personel] == [erasing.NAMA, "Udin (contoh)"]
