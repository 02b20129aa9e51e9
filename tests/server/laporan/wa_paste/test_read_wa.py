"""``sinar read-wa FILE``: what the reader finds, in the shape that scripts rely on."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from server.cli import main
from server.laporan import teks
from shared.clock import SystemClock, format_time

NOW = "2026-11-28T08:00:00+08:00"
CHAT = """[27/11/26 21.14.05] Bu Ida Contoh: LAPORAN PATROLI LINMAS DESA LALAYAU
Hari/Tgl : Jumat, 27/11/2026
Pukul : 20.00 - 22.00 wita
Tempat : RT 02
Kegiatan : patroli
Personil :
1. H. Jahrani Contoh
2. M. Ridwan Contoh, S.Pd
[27/11/26 21.20.07] Kasi Trantib: Siap, terima kasih
[27/11/26 21.31.40] Pak Rudi Contoh: LAPORAN NIHIL LINMAS DESA HAMARUNG
Bulan Oktober 2026
"""


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    """The entries that the command prints."""
    assert main(["read-wa", *words]) == 0
    return json.loads(capsys.readouterr().out)["laporan"]


@pytest.fixture
def chat(tmp_path: Path) -> Path:
    file = tmp_path / "chat.txt"
    file.write_text(CHAT, encoding="utf-8")
    return file


def test_one_entry_a_report_with_the_names_of_the_protocol(
    chat: Path, capsys: pytest.CaptureFixture[str]
):
    patrol, nihil = printed(capsys, str(chat), "--now", NOW)
    assert patrol["kind"] == {"value": "kegiatan", "certain": True, "why": None}
    assert patrol["desa"]["value"] == "63.11.01.2013"
    assert patrol["mulai"]["value"] == "2026-11-27T20:00:00+08:00"
    assert patrol["selesai"]["value"] == "2026-11-27T22:00:00+08:00"
    assert patrol["personel"]["value"] == ["H. Jahrani Contoh", "M. Ridwan Contoh, S.Pd"]
    assert patrol["jumlah_personel"]["value"] == 2
    assert patrol["pelapor"] == {
        "value": "Ida Contoh", "certain": False, "why": teks.RAGU["pengirim"],
    }  # fmt: skip
    assert (nihil["kind"]["value"], nihil["periode"]["value"]) == ("nihil", "2026-10")


def test_what_was_not_found_is_absent(chat: Path, capsys: pytest.CaptureFixture[str]):
    patrol, nihil = printed(capsys, str(chat), "--now", NOW)
    assert not {"hasil", "kendala", "kejadian", "periode", "pihak_lain"} & set(patrol)
    assert set(nihil) == {"kind", "desa", "pelapor", "periode"}
    for entry in (patrol, nihil):
        for found in entry.values():
            assert set(found) == {"value", "certain", "why"} and found["value"] is not None
            assert found["certain"] == (found["why"] is None)


def test_an_incident_has_its_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "banjir.txt"
    file.write_text(
        "LAPORAN KEJADIAN LINMAS DESA LALAYAU\nTanggal : 21 November 2026\nPukul : 03.30 Wita\n"
        "Tempat : RT 01\nKejadian : Banjir\nKorban : 15 KK (52 jiwa) mengungsi\n"
    )
    (flood,) = printed(capsys, str(file), "--now", NOW)
    assert [flood[name]["value"] for name in ("kejadian", "mengungsi_kk", "mengungsi_jiwa")] == [
        "Banjir", 15, 52,
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_read_however_it_was_saved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], encoding: str
):
    file = tmp_path / "chat.txt"
    file.write_bytes(CHAT.replace("RT 02", "RT 02 – jembatan").encode(encoding))
    patrol, _ = printed(capsys, str(file), "--now", NOW)
    assert patrol["tempat"]["value"] == "RT 02 – jembatan"


def test_without_a_time_it_is_read_now(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "nanti.txt"
    file.write_text(
        "Laporan Linmas Desa Mihu\nTanggal : 1 Januari 2199\nPukul : 20.00\nGiat : ronda"
    )
    (entry,) = printed(capsys, str(file))
    assert entry["mulai"]["why"] == teks.RAGU["masa_depan"]
    (entry,) = printed(capsys, str(file), "--now", format_time(SystemClock().now()))
    assert entry["mulai"]["certain"] is False


def test_a_text_without_any_report_is_one_entry_that_is_sure_of_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "obrolan.txt"
    file.write_text("Siap ndan, nanti malam kami laporkan")
    (entry,) = printed(capsys, str(file), "--now", NOW)
    assert [name for name, found in entry.items() if found["certain"]] == []


def test_no_file_and_no_time_end_with_a_sentence(
    tmp_path: Path, chat: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["read-wa", str(tmp_path / "tidak-ada.txt")]) == 1
    assert "tidak-ada.txt" in capsys.readouterr().err
    assert main(["read-wa", str(chat), "--now", "besok"]) == 1
    assert capsys.readouterr().err.strip() == teks.CLI_BUKAN_WAKTU.format(said="besok")


def test_the_zip_that_an_iphone_exports_is_read_like_its_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packed = tmp_path / "WhatsApp Chat - Linmas Juai.zip"
    with zipfile.ZipFile(packed, "w") as parts:
        parts.writestr("00000001-PHOTO-2026-11-27.jpg", b"...")
        parts.writestr("_chat.txt", CHAT)
    assert len(printed(capsys, str(packed), "--now", NOW)) == 2


def test_a_zip_without_a_chat_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packed = tmp_path / "foto.zip"
    with zipfile.ZipFile(packed, "w") as parts:
        parts.writestr("foto.jpg", b"...")
    assert main(["read-wa", str(packed)]) == 1
    assert capsys.readouterr().err == f"{teks.CLI_BUKAN_OBROLAN}\n"


def test_a_file_that_is_not_there_is_named_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "tidak-ada.txt"
    assert main(["read-wa", str(missing)]) == 1
    assert capsys.readouterr().err == f"Berkas atau folder {missing} tidak ada.\n"
