"""A served kecamatan with a week of sample reports, and a phone that sends by the protocol."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import httpx

from shared.codec import encode
from shared.laporan import Laporan
from shared.protocol import ACTIVATE, HEALTH, SYNC
from tests.browser import kit
from tests.cast import BU_IDA, LALAYAU

NAME, PASSWORD = "kasi", "sandi-contoh-2026"


@dataclass
class Kecamatan:
    """The real server with its data folder."""

    data: Path
    program: kit.Program

    @property
    def url(self) -> str:
        return self.program.url

    def ask(self, sql: str) -> str:
        """One value out of the tables, to know what to look for on the screen."""
        with sqlite3.connect(f"file:{self.data / 'sinar.db'}?mode=ro", uri=True) as db:
            found = db.execute(sql).fetchone()
        db.close()
        return str(found[0])

    def start(self) -> None:
        """Unless it runs."""
        if not self.program.runs:
            self.program.start(HEALTH)

    def phone(self) -> SendingPhone:
        code = kit.activation_code(self.data, LALAYAU, BU_IDA.nama, BU_IDA.jabatan)
        body = {"code": code, "device_name": "HP Bu Ida (contoh)", "app_version": "1.0.0"}
        answer = httpx.post(self.url + ACTIVATE, json=body, timeout=60).raise_for_status()
        return SendingPhone(self.url, answer.json()["token"])


@dataclass
class SendingPhone:
    """Bu Ida's phone, reduced to what the server sees of it."""

    url: str
    token: str

    def send(self, laporan: Laporan) -> str:
        """Hand a report in; its resi."""
        head = {"Authorization": f"Bearer {self.token}"}
        body = {"cursor": None, "laporan": [encode(laporan)]}
        answer = httpx.post(self.url + SYNC, json=body, headers=head, timeout=60)
        result = answer.raise_for_status().json()["results"][0]
        assert result["state"] == "accepted", result
        return result["resi"]


def make_kecamatan(folder: Path, days: int = 7) -> Kecamatan:
    """Fill a folder with the sample and make an account; not started yet."""
    data = folder / "kecamatan"
    words = ["-m", "server.sample", "--data", str(data), "--days", str(days)]
    subprocess.run([sys.executable, *words], cwd=kit.ROOT, check=True, capture_output=True)
    kit.account(data, NAME, PASSWORD)
    return Kecamatan(data, kit.server(data))
