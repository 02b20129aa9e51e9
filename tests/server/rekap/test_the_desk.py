"""The page of the recap: what it shows, says, hides and asks, looked at without a browser."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from server.core import office
from server.core import teks as umum
from server.core.context import Context
from server.core.db.database import StoreBusyError
from server.core.sessions import Account
from server.desk import teks as desk_teks
from server.rekap import approvals
from server.rekap import teks as rekap_teks
from server.rekap.desk import state as rekap_state
from server.rekap.desk.addresses import RekapPlace
from server.rekap.papers import rekap_words as words
from server.rekap.rows import paper_rows
from shared.clock import WITA
from shared.roles import WITHOUT_DESK, Permission, Role, can
from tests.cast import HAMARUNG
from tests.server.desk.places import place_of
from tests.server.desk.window import HP, read, window
from tests.server.rekap.conftest import at_once
from tests.server.rekap.kit import CAMAT, KASI, PEMBACA, bring, kecamatan, photo

__all__ = ["at_once"]
pytestmark = pytest.mark.anyio

NOVEMBER = "/rekap?masa=2026-11"


@pytest.fixture
def juai(tmp_path: Path, at_once: None) -> Iterator[Context]:
    with kecamatan(tmp_path) as ctx:
        bring(ctx, 1, status="diterima", photos=[(photo(1), False)])
        nihil = datetime(2026, 11, 1, tzinfo=WITA)
        bring(ctx, 2, desa=HAMARUNG, kind="nihil", jenis=None, mulai=nihil, jumlah_personel=0)
        yield ctx


async def test_table_a_tells_nihil_and_not_reported_apart_and_warns_of_what_waits(juai: Context):
    async with window(juai, NOVEMBER) as seen:
        assert seen.has("Lalayau: 0 Anggota aktif, 1 Patroli / ronda, 1 Kegiatan, 0 Kejadian, "
                        "3 Kehadiran personel, Sebelum tenggat Ya")  # fmt: skip
        assert seen.has(words.NIHIL) and seen.has(words.BELUM)
        assert seen.has(words.keterangan_jumlah(1, 19))
        assert seen.has(rekap_teks.menunggu(1))


async def test_without_a_choice_it_is_the_month_that_is_due(juai: Context):
    async with window(juai, "/rekap") as seen:
        assert seen.has("November 2026")


@pytest.mark.parametrize(
    ("part", "told"),
    [("b", rekap_teks.TANPA_KEJADIAN), ("c", rekap_teks.TANPA_PEMBINAAN),
     ("d", "Patroli / ronda, 10 November 2026"), ("setuju", rekap_teks.BELUM_ADA)],
)  # fmt: skip
async def test_every_part_has_its_picture_on_a_desk_and_on_a_phone(
    juai: Context, part: str, told: str
):
    for size in ((1366, 768), HP):
        async with window(juai, f"{NOVEMBER}&bagian={part}", size=size) as seen:
            assert seen.has(told)


async def test_before_the_start_it_says_so(juai: Context):
    async with window(juai, "/rekap?masa=2026-03") as seen:
        assert seen.has(rekap_teks.BELUM_DIPAKAI)
        assert not seen.has(rekap_teks.UNDUH_PDF)


async def test_empty_settings_are_announced(tmp_path: Path):
    with kecamatan(tmp_path, filled_in=False) as ctx:
        bring(ctx, 1)
        async with window(ctx, NOVEMBER) as seen:
            assert seen.has("Kop surat") and seen.has("nama camat")
            assert seen.has("dicetak garis kosong")


async def test_when_it_cannot_be_read_it_says_so_and_offers_another_try(
    juai: Context, monkeypatch: pytest.MonkeyPatch
):
    def busy(*_: object) -> None:
        raise StoreBusyError

    monkeypatch.setattr(rekap_state.rekap, "read", busy)
    async with window(juai, NOVEMBER) as seen:
        assert seen.has(umum.GAGAL_BACA)
        monkeypatch.undo()
        await seen.tap(desk_teks.COBA_LAGI)
        await read(seen)
        assert seen.has(words.BELUM)


@pytest.mark.parametrize("role", [role for role in Role if role not in WITHOUT_DESK])
async def test_files_and_approval_are_offered_to_whom_the_table_says(juai: Context, role: Role):
    account = Account("siapa", role, "Petugas (contoh)")
    async with window(juai, f"{NOVEMBER}&bagian=setuju", account=account) as seen:
        assert seen.has(rekap_teks.UNDUH_PDF) == can(role, Permission.EXPORT)
        assert seen.has("Setujui sebagai ") == can(role, Permission.SIGN_REKAP)
        assert seen.has(rekap_teks.TIDAK_BERHAK) != can(role, Permission.SIGN_REKAP)


async def test_a_press_approves_and_the_edition_stands_there(juai: Context):
    async with window(juai, f"{NOVEMBER}&bagian=setuju", account=CAMAT) as seen:
        await seen.tap("Setujui sebagai Camat")
        await seen.tap(rekap_teks.TANYA_YA)
        await read(seen)
        assert seen.has(rekap_teks.BERHASIL) and seen.has(rekap_teks.KEADAAN["sah"])
        assert seen.has("300/001/TRANTIB/XII/2026, 8 Desember 2026")
        assert not seen.has("Setujui sebagai")
    bring(juai, 3)
    async with window(juai, f"{NOVEMBER}&bagian=setuju", account=KASI) as seen:
        assert seen.has("Lalayau, Jumlah kegiatan: 1 menjadi 2")
        assert seen.has(rekap_teks.SETUJUI_EDISI.format(edisi=2, siapa="Kasi Trantib"))


async def test_an_approval_is_asked_for_with_what_should_be_known_first(juai: Context):
    async with window(juai, f"{NOVEMBER}&bagian=setuju", account=CAMAT) as seen:
        await seen.tap("Setujui sebagai Camat")
        assert seen.has("November 2026") and seen.has("Nomor surat yang dipakai: 300/001/TRANTIB")
        assert seen.has(rekap_teks.TANYA_LEWAT.format(n=3))
        assert not seen.has(rekap_teks.TANYA_BELUM_SELESAI)
        await seen.tap(rekap_teks.TANYA_BATAL)
        assert not seen.has(rekap_teks.TANYA_JUDUL)
    with juai.database.read() as db:
        assert paper_rows.editions(db, "2026-11", "") == []


async def test_a_month_that_still_runs_is_told_before_it_is_approved(juai: Context):
    async with window(juai, "/rekap?masa=2026-12&bagian=setuju", account=CAMAT) as seen:
        await seen.tap("Setujui sebagai Camat")
        assert seen.has(rekap_teks.TANYA_BELUM_SELESAI)
        assert seen.has(rekap_teks.TANYA_TENGGAT.format(n=28))


async def test_figures_that_changed_under_the_eyes_are_not_approved(
    juai: Context, monkeypatch: pytest.MonkeyPatch
):
    def overtaken(*_: object) -> None:
        raise approvals.OvertakenError

    monkeypatch.setattr(rekap_state.approvals, "approve", overtaken)
    async with window(juai, f"{NOVEMBER}&bagian=setuju", account=CAMAT) as seen:
        await seen.tap("Setujui sebagai Camat")
        await seen.tap(rekap_teks.TANYA_YA)
        await read(seen)
        assert seen.has(rekap_teks.GAGAL["overtaken"])


async def test_a_reader_sees_the_figures(juai: Context):
    async with window(juai, NOVEMBER, account=PEMBACA) as seen:
        assert seen.has(words.BELUM) and not seen.has(rekap_teks.EXCEL)


@pytest.mark.parametrize(
    "place",
    [RekapPlace(), RekapPlace("2026-T4"), RekapPlace("2026", HAMARUNG, "d", "semua")],
)
def test_every_recap_has_an_address(place: RekapPlace):
    assert place_of(place.address) == place


@pytest.mark.parametrize("route", ["/rekap?masa=2026-13&desa=1&bagian=z&foto=9", "/rekap?"])
def test_parts_of_an_address_that_make_no_sense_are_left_out(route: str):
    assert place_of(route) == RekapPlace()


@pytest.mark.parametrize(
    ("seen", "address"),
    [
        ("ws://127.0.0.1:8550", "http://127.0.0.1:8550"),
        ("http://192.168.1.5:8550/rekap", "http://192.168.1.5:8550"),
        ("ws://linmas.example.go.id", "https://linmas.example.go.id"),
        ("wss://linmas.example.go.id", "https://linmas.example.go.id"),
    ],
)
def test_the_code_leads_to_where_the_server_is_reached(tmp_path: Path, seen: str, address: str):
    with kecamatan(tmp_path) as ctx:
        assert approvals.public_address(ctx, seen) == address
        office.change(ctx, KASI, {"alamat_umum": "https://sinar.example.go.id/"})
        assert approvals.public_address(ctx, seen) == "https://sinar.example.go.id"
        with pytest.raises(office.BadValueError):
            office.change(ctx, KASI, {"alamat_umum": "sinar.example.go.id/x y"})
