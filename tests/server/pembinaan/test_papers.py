"""Papers at the desk: who may take them, what they say, the numbers of certificates, the logo."""

from __future__ import annotations

import base64
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
import python_calamine
from argon2 import PasswordHasher
from fastapi import FastAPI

from server.core import accounts, office, sessions
from server.http import login, problems, visitor
from server.http.packed import Packed
from server.http.staff_door import StaffDoor, Windows
from server.http.webclient import WebClient
from server.kantor import office_logo
from server.laporan.laporan_paper import laporan_paper
from server.laporan.web import files as laporan_files
from server.pembinaan import certificates, pembinaan
from server.pembinaan import pembinaan_photos as coaching_photos
from server.pembinaan.papers import words
from server.pembinaan.pembinaan import Person
from server.pembinaan.pembinaan_papers import PAPERS, coaching_paper
from server.pembinaan.pembinaan_reading import record
from server.pembinaan.web import files
from shared.documents import words as paper_words
from shared.roles import WITHOUT_DESK, Permission, Role, can
from tests.cast import EVENING, HAMARUNG, JUAI, LALAYAU, patrol
from tests.server.desk.window import KASI, arrive, picture, with_photos
from tests.server.kit import Office, Phone
from tests.shared.paper_kit import Read, draw, is_sound, jpeg

pytestmark = pytest.mark.anyio

PASSWORD = "kata sandi contoh"
LONG = " ".join(["Muh.", "Amin", "bin", "Haji"] * 10)
"""Forty words; a name may have 200 letters."""
SETTINGS = {
    "kop": ["PEMERINTAH KABUPATEN BALANGAN", "KECAMATAN JUAI"],
    "kop_alamat": "Jalan Raya Juai (contoh)",
    "tempat": "Juai",
    "camat": {"nama": "Camat Juai (contoh)", "pangkat": "Pembina", "nip": ""},
    "kasi": {"nama": "Kasi Trantib (contoh)", "pangkat": "Penata", "nip": ""},
    "nomor_pembinaan": "005/{nomor}/TRANTIB/{tahun}",
    "nomor_sertifikat": "895.5/{nomor}/{romawi}/{tahun}",
}


def a_training(juai: Office, **fields: Any) -> str:
    """Two villages, three people, two follow-ups."""
    ident = pembinaan.begin(
        juai.ctx, KASI, desa=[LALAYAU, HAMARUNG], bentuk="pelatihan", judul="Latihan pompa Alkon",
        mulai=EVENING, selesai=EVENING + timedelta(hours=3), tempat="Aula Kantor Kecamatan",
        penyelenggara="Kecamatan Juai", jp=4.0, hasil="Semua mencoba pompa 🔥", **fields,
    )  # fmt: skip
    people = [Person(LALAYAU, "Amat (contoh)", jabatan="komandan_regu"), Person(HAMARUNG, LONG)]
    pembinaan.tick(juai.ctx, KASI, ident, people)
    pembinaan.put_todo(juai.ctx, KASI, ident, teks="=Buat jadwal ronda",
                       desa=[LALAYAU, HAMARUNG], tenggat=date(2026, 12, 20))  # fmt: skip
    return ident


def paper(juai: Office, ident: str, name: str, picture_name: str = "") -> Read:
    made = coaching_paper(juai.ctx, KASI, ident, name)
    assert made is not None
    if picture_name:
        draw(made.data, f"{picture_name}-{name.removesuffix('.pdf')}")
    return is_sound(made.data)


def numbers(juai: Office, ident: str) -> list[str]:
    found = record(juai.ctx, KASI, ident)
    assert found is not None
    return [person.sertifikat for person in found.people]


async def test_the_invitation_names_villages_hours_and_its_number(juai: Office) -> None:
    office.change(juai.ctx, KASI, SETTINGS)
    a_training(juai)
    juai.clock.move(minutes=1)
    said = paper(juai, a_training(juai), "undangan.pdf", "pembinaan").said()
    assert "Nomor : 005/002/TRANTIB/2026" in said, "the second one of the year"
    assert "Kepala Desa Hamarung" in said and "Kepala Desa Lalayau" in said
    assert "Selasa, 24 November 2026" in said and "20.41 s.d. 23.41 WITA" in said
    assert "CAMAT JUAI," in said and "Camat Juai (contoh)" in said


async def test_many_villages_stand_on_a_sheet_of_their_own(juai: Office) -> None:
    ident = a_training(juai)
    pembinaan.invite(juai.ctx, KASI, ident, [desa.kode for desa in JUAI.desa])
    seen = paper(juai, ident, "undangan.pdf", "banyak")
    assert "daftar terlampir" in seen.pages[0].extract_text()
    assert all(f"Kepala Desa {desa.nama}" in seen.pages[1].extract_text() for desa in JUAI.desa)


async def test_an_invitation_keeps_the_day_on_which_it_was_sent(juai: Office) -> None:
    ident = a_training(juai)
    pembinaan.send(juai.ctx, KASI, ident)
    before = paper(juai, ident, "undangan.pdf").said()
    juai.clock.move(days=40)
    pembinaan.save(juai.ctx, KASI, ident, hasil="Baik")
    assert paper(juai, ident, "undangan.pdf").said() == before


async def test_the_attendance_list_has_rows_to_sign_in_by_turns(juai: Office) -> None:
    seen = paper(juai, a_training(juai), "daftar-hadir.pdf", "pembinaan")
    ones = [w for w in seen.words if w["text"] in ("3.", "4.")]
    assert ones[0]["x0"] + 20 < ones[1]["x0"], "by turns at the left and in the middle"
    assert "25." in [w["text"] for w in seen.words]
    assert "Amat (contoh)" in seen.said() and seen.said().count("Haji") == 10


async def test_the_minutes_hold_what_came_of_it_and_the_photos_that_may_leave(juai: Office) -> None:
    ident = a_training(juai)
    for colour in ("seagreen", "navy", "maroon"):
        coaching_photos.add(juai.ctx, KASI, ident, jpeg(colour))
    seen = paper(juai, ident, "notulen.pdf", "pembinaan")
    assert "Semua mencoba pompa 🔥" in seen.said()
    assert "2 orang dari 2 desa" in seen.said()
    assert "=Buat jadwal ronda" in seen.said() and "20 Desember 2026" in seen.said()
    assert sum(len(page.images) for page in seen.pages) == 3


async def test_everybody_who_came_has_a_certificate_with_hours_and_number(juai: Office) -> None:
    office.change(juai.ctx, KASI, SETTINGS)
    ident = a_training(juai)
    assert certificates.fill(juai.ctx, KASI, ident) == 2
    pages = paper(juai, ident, "sertifikat.pdf", "pembinaan").pages
    assert len(pages) == 2
    for page, number in zip(pages, numbers(juai, ident), strict=True):
        said = " ".join(page.extract_text().split())
        assert f"Nomor : {number}" in said and "selama 4 jam pelajaran (JP)" in said
        assert "CAMAT JUAI," in said, "a name of forty words leaves room to sign"


async def test_numbers_are_given_once_and_go_on_over_records(juai: Office) -> None:
    office.change(juai.ctx, KASI, SETTINGS)
    first, second = a_training(juai), a_training(juai)
    certificates.fill(juai.ctx, KASI, first)
    assert certificates.fill(juai.ctx, KASI, first) == 0
    [person, *_] = (record(juai.ctx, KASI, second) or pytest.fail()).people
    certificates.put(juai.ctx, KASI, second, person.id, "  12/LAMA  ")
    assert certificates.fill(juai.ctx, KASI, second) == 1
    form = "895.5/{:03d}/XI/2026"
    assert sorted(numbers(juai, first)) == [form.format(1), form.format(2)]
    assert sorted(numbers(juai, second)) == ["12/LAMA", form.format(3)]


async def test_a_number_does_not_make_the_villages_copy_old(juai: Office) -> None:
    office.change(juai.ctx, KASI, SETTINGS)
    ident = a_training(juai)
    pembinaan.send(juai.ctx, KASI, ident)
    certificates.fill(juai.ctx, KASI, ident)
    found = record(juai.ctx, KASI, ident)
    assert found is not None and not found.unsent


async def test_without_a_format_or_person_no_number_is_given(juai: Office) -> None:
    ident = a_training(juai)
    with pytest.raises(certificates.NoFormatError):
        certificates.fill(juai.ctx, KASI, ident)
    with pytest.raises(certificates.BadNumberError):
        certificates.put(juai.ctx, KASI, ident, "tidak-ada", "1")
    [person, *_] = (record(juai.ctx, KASI, ident) or pytest.fail()).people
    with pytest.raises(certificates.BadNumberError):
        certificates.put(juai.ctx, KASI, ident, person.id, "1" * 101)
    assert numbers(juai, ident) == ["", ""]


async def test_follow_ups_are_a_paper_and_a_sheet_with_days_as_days(juai: Office) -> None:
    ident = a_training(juai)
    [todo, *_] = (record(juai.ctx, KASI, ident) or pytest.fail()).todos
    pembinaan.finish_todo(juai.ctx, KASI, ident, [todo.id], done=True)
    juai.clock.move(days=40)
    said = paper(juai, ident, "tindak-lanjut.pdf", "pembinaan").said()
    assert words.SUDAH in said and words.LEWAT in said
    made = coaching_paper(juai.ctx, KASI, ident, "tindak-lanjut.xlsx")
    assert made is not None
    book = python_calamine.load_workbook(io.BytesIO(made.data))
    head, *rows = book.get_sheet_by_index(0).to_python()
    assert tuple(head) == words.KOLOM_DAFTAR
    assert [row[3] for row in rows] == [date(2026, 12, 20)] * 2
    assert {row[2] for row in rows} == {"'=Buat jadwal ronda"}, "a text, never a formula"
    assert rows[0][0] == 1


@pytest.mark.parametrize("name", [name for name in PAPERS if name.endswith(".pdf")])
async def test_an_empty_record_and_no_settings_give_lines_to_write_on(
    juai: Office, name: str
) -> None:
    seen = paper(juai, pembinaan.begin(juai.ctx, KASI), name, "kosong")
    assert paper_words.BARIS_KOSONG in seen.text or words.TANPA_PESERTA in seen.said()


# --- The letter of a report, and who may take papers ------------------------------------------


async def _a_report(juai: Office, ida: Phone) -> str:
    data, closed = picture(1), picture(2)
    report = with_photos(patrol(), data, closed, sensitif=1)
    await ida.send(report)
    for one in (data, closed):
        arrive(juai.ctx, report, one)
    return report.id


async def test_a_report_is_a_letter_with_its_photos_but_no_sensitif_one(
    juai: Office, ida: Phone
) -> None:
    made = laporan_paper(juai.ctx, KASI, await _a_report(juai, ida))
    assert made is not None
    assert made.name == "laporan-juai-2026-11-0001.pdf"
    assert picture(1) in made.data and picture(2) not in made.data
    assert paper_words.FOTO_SENSITIF.format(n=1) in is_sound(made.data).said()


async def test_a_photo_that_has_not_come_yet_is_said_in_its_place(juai: Office, ida: Phone) -> None:
    report = with_photos(patrol(), picture(1))
    await ida.send(report)
    made = laporan_paper(juai.ctx, KASI, report.id)
    assert made is not None
    assert paper_words.FOTO_BELUM_ADA in is_sound(made.data).said()


@asynccontextmanager
async def _browser(juai: Office, role: Role, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    app.state.context, app.state.windows = juai.ctx, Windows()
    problems.add_to(app)
    app.include_router(login.router)
    app.include_router(files.router)
    app.include_router(laporan_files.router)

    async def flet(_scope: Any, _receive: Any, _send: Any) -> None:
        raise AssertionError("no page is asked for")

    app.add_middleware(StaffDoor, client=WebClient(flet, Packed(tmp_path / "packed")))
    accounts.add(juai.ctx, role, role, PASSWORD)
    cookies = {visitor.COOKIE: sessions.log_in(juai.ctx, role, PASSWORD, "10.0.0.9")}
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(
        transport=transport, base_url="http://server", cookies=cookies
    ) as client:
        yield client


@pytest.mark.parametrize("role", [role for role in Role if role not in WITHOUT_DESK])
async def test_papers_are_saved_by_whom_the_table_says(
    juai: Office, ida: Phone, role: Role, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accounts, "_HASHER", PasswordHasher(1, 8, 1))
    accounts._nobody.cache_clear()
    report, coaching = await _a_report(juai, ida), a_training(juai)
    allowed = 200 if can(role, Permission.EXPORT) else 403
    async with _browser(juai, role, tmp_path) as browser:
        for path in (f"laporan/{report}.pdf", f"pembinaan/{coaching}/tindak-lanjut.xlsx"):
            answer = await browser.get(f"/unduh/{path}")
            assert answer.status_code == allowed, path
            if allowed == 200:
                assert answer.headers["content-disposition"].startswith("attachment; filename=")
                assert answer.headers["cache-control"] == "no-store"
        if allowed == 200:
            assert (await browser.get("/unduh/laporan/tidak-ada.pdf")).status_code == 404
            assert (await browser.get(f"/unduh/pembinaan/{coaching}/x.pdf")).status_code == 404
    transport = httpx.ASGITransport(browser._transport.app)  # type: ignore[attr-defined]
    async with httpx.AsyncClient(transport=transport, base_url="http://server") as stranger:
        answer = await stranger.get(f"/unduh/laporan/{report}.pdf")
        assert answer.headers.get("content-type") != "application/pdf"


# --- The logo -----------------------------------------------------------------------------------


async def test_a_logo_reaches_every_phone_and_stands_in_the_kop(juai: Office, ida: Phone) -> None:
    await ida.sync()
    office_logo.put(juai.ctx, KASI, jpeg("gold", (900, 1200)))
    await ida.sync()
    logo = base64.b64decode(ida.said("settings")[-1]["logo"])
    assert logo.startswith(b"\x89PNG") and len(logo) < 20_000
    seen = paper(juai, a_training(juai), "undangan.pdf")
    assert len(seen.pages[0].images) == 1
    office_logo.remove(juai.ctx, KASI)
    await ida.sync()
    assert ida.said("settings")[-1]["logo"] == ""


async def test_what_is_no_picture_changes_nothing(juai: Office) -> None:
    office_logo.put(juai.ctx, KASI, jpeg("gold"))
    before = office.read(juai.ctx)["logo"]
    with pytest.raises(office_logo.LogoError):
        office_logo.put(juai.ctx, KASI, b"<svg/>")
    with pytest.raises(office.BadValueError):
        office.change(juai.ctx, KASI, {"logo": "bukan base64!"})
    assert office.read(juai.ctx)["logo"] == before
