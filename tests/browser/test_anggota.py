"""A member changed on the phone without a server and at the desk at once: both changes stay."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser import kit
from tests.browser.test_pembinaan import activate, press
from tests.cast import BU_IDA, LALAYAU

PASSWORD = "contoh-kata-sandi"
UDIN = "Udin (contoh)"


def record(data: Path) -> dict[str, Any]:
    """The one member as the kecamatan has it; empty before it comes."""
    with contextlib.closing(sqlite3.connect(data / "sinar.db")) as db:
        row = db.execute("SELECT message FROM anggota").fetchone()
    return json.loads(row[0]) if row else {}


def add_on_the_phone(phone: Page, url: str) -> None:
    kit.open_page(phone, url + "/desa")
    press(phone, "Tambah anggota", "NIK dan KTP tidak diperlukan.")
    kit.fill(phone, "Nama lengkap", UDIN)
    kit.fill(phone, "Tanggal lahir", "14-03-1995")
    kit.fill(phone, "RT / dusun", "RT 03")
    kit.shot(phone, "anggota-01-hp-13")
    press(phone, "Simpan anggota", "1 anggota aktif")


def change_offline(phone: Page) -> None:
    kit.named(phone, UDIN).click()
    kit.sees(phone, "Ubah anggota")
    kit.fill(phone, "RT / dusun", "RT 05")
    kit.fill(phone, "Tanggal lahir", "15-03-1995")
    press(phone, "Simpan anggota", "Belum terkirim")
    kit.shot(phone, "anggota-02-hp-12")


def change_at_the_desk(desk: Page, url: str) -> None:
    kit.log_in(desk, url + "/anggota", "kasi", PASSWORD)
    kit.sees(desk, "1 anggota di 1 desa")
    kit.shot(desk, "anggota-03-web-05")
    kit.named(desk, UDIN).click()
    press(desk, "Ubah", "Pendidikan terakhir", exact=True)
    kit.fill(desk, "RT/dusun", "RT 07")
    kit.fill(desk, "Pendidikan terakhir", "SLTA")
    press(desk, "Simpan", "Tersimpan. HP desa akan menerima perubahan ini.", exact=True)


def test_offline_on_the_phone_and_at_the_desk_at_once(
    phone_page: Page, desk_page: Page, tmp_path: Path
) -> None:
    phone, desk = phone_page, desk_page
    data = tmp_path / "kecamatan"
    kit.account(data, "kasi", PASSWORD)
    code = kit.activation_code(data, LALAYAU, BU_IDA.nama, BU_IDA.jabatan)
    server = kit.server(data).start("/api/v1/health")
    village = kit.phone(tmp_path / "ida", server.url).start()
    try:
        activate(phone, village.url, code)
        kit.sees(phone, "Lapor kegiatan")
        add_on_the_phone(phone, village.url)
        kit.eventually(lambda: record(data).get("nama") == UDIN, "the kecamatan has the member")

        server.stop()
        change_offline(phone)
        village.stop()
        server.start("/api/v1/health")
        change_at_the_desk(desk, server.url)
        village.start()
        kit.eventually(lambda: record(data)["versi"] == 3, "the phone's change has come")

        merged = record(data)
        assert (merged["alamat"], merged["tanggal_lahir"]) == ("RT 05", "1995-03-15")
        assert (merged["pendidikan"], merged["jabatan"]) == ("SLTA", "anggota")
        kit.sees(desk, "Diubah dua pihak")
        kit.shot(desk, "anggota-04-riwayat")
        kit.open_page(phone, village.url + "/desa")
        kit.sees(phone, "1 anggota aktif")
        kit.eventually(lambda: phone.get_by_text("Belum terkirim").count() == 0, "nothing waits")
        kit.shot(phone, "anggota-05-hp-sudah")
    finally:
        village.stop()
        server.stop()
