"""The desk's pages of the survey and of the complaints."""

from __future__ import annotations

import pytest

from server.desk.places import Place
from server.inovasi import complaints, public_summary, survey
from server.inovasi import teks_suara as words
from server.inovasi.desk.addresses_suara import ComplaintsPlace, SurveyPlace
from shared import skm
from tests.server.desk.places import place_of
from tests.server.desk.window import HP, KASI, PEMBACA, read, window
from tests.server.kit import Office, Phone, act

pytestmark = pytest.mark.anyio

NOW = "2026-S2"


async def test_the_survey_is_opened_answered_and_closed_at_the_desk(juai: Office):
    told = skm.period_words(NOW)
    async with window(juai, "/bukti/skm") as seen:
        assert seen.has(words.SKM_TERTUTUP.format(periode=told))
        assert seen.has(words.SKM_KOSONG.format(periode=told))
        await seen.tap(words.SKM_BUKA)
        await read(seen)
        assert seen.has(words.SKM_TERBUKA.format(periode=told))
        survey.answer_public(juai.ctx, [4, 4, 2, 4, 4, 4, 4, 4, 4], "Bagus")
        juai.ctx.bell.ring()
        await seen.until(lambda: seen.has("Bagus"))
        assert seen.has("Indeks 94,44, mutu A (sangat baik)")
        field = words.SKM_PERBAIKAN.format(unsur=skm.UNSUR[2].nama)
        await seen.type(field, "Dijawab hari itu juga.")
        await seen.tap(words.SKM_PERBAIKAN_SIMPAN)
        await read(seen)
        assert seen.has(words.SKM_TERSIMPAN)
        await seen.tap(words.SKM_TUTUP)
        await read(seen)
        assert seen.has(words.SKM_TERTUTUP.format(periode=told))
    assert survey.look(juai.ctx, KASI).told.action == "Dijawab hari itu juga."


async def test_the_public_page_is_switched_off_beside_it(juai: Office):
    async with window(juai, "/bukti/skm", size=HP) as seen:
        await seen.tap(words.PUBLIK_TUTUP)
        await read(seen)
        assert seen.has(words.PUBLIK_TERTUTUP)
    assert not public_summary.is_on(juai.ctx)


async def test_a_complaint_is_answered_and_solved(juai: Office, ida: Phone):
    told = act("complaint", teks="Huruf terlalu kecil.")
    await ida.tell("acts", told)
    async with window(juai, "/bukti/pengaduan") as seen:
        assert seen.has("Huruf terlalu kecil.")
        await seen.tap(words.PGD_JAWAB)
        await seen.tap(words.PGD_TUNTAS)
        await read(seen)
        assert seen.has(words.PGD_WAJIB)
        await seen.type(words.PGD_JAWABAN, "Besarkan huruf di pengaturan HP.")
        await seen.tap(words.PGD_TUNTAS)
        await read(seen)
        assert seen.has("100% pengaduan selesai (1 dari 1)")
    assert complaints.page(juai.ctx, KASI).solved == 100


async def test_one_that_was_told_by_word_of_mouth_is_written_down(juai: Office):
    async with window(juai, "/bukti/pengaduan", size=HP) as seen:
        assert seen.has(words.PGD_BELUM_ADA)
        await seen.tap(words.PGD_TULIS)
        await seen.type(words.PGD_NAMA, "Warga (contoh)")
        await seen.type(words.PGD_ISI, "Nomor kecamatan tidak diketahui.")
        await seen.tap(words.PGD_SIMPAN)
        await read(seen)
        assert seen.has("Warga (contoh)") and seen.has("Nomor kecamatan tidak diketahui.")


async def test_a_reader_sees_and_changes_nothing(juai: Office, ida: Phone):
    await ida.tell("acts", act("complaint", teks="Huruf terlalu kecil."))
    async with window(juai, "/bukti/pengaduan", account=PEMBACA) as seen:
        assert seen.has("Huruf terlalu kecil.")
        assert not seen.has(words.PGD_JAWAB) and not seen.has(words.PGD_TULIS)
        await seen.go("/bukti/skm")
        await read(seen)
        assert not seen.has(words.SKM_BUKA) and not seen.has(words.PUBLIK_TUTUP)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/bukti/skm", SurveyPlace()),
        ("/bukti/skm?periode=2026-S1", SurveyPlace("2026-S1")),
        ("/bukti/pengaduan?status=baru&hal=2", ComplaintsPlace("baru", 2)),
    ],
)
def test_addresses_lead_there_and_back(address: str, place: Place):
    assert place_of(address) == place
    assert place.address == address


def test_parts_of_an_address_that_make_no_sense_are_left_out():
    assert place_of("/bukti/skm?periode=2026-S3") == SurveyPlace()
    assert place_of("/bukti/pengaduan?status=lama&hal=-1") == ComplaintsPlace()
