"""Whole logs, exports and folders are searched: no token, no code, no password, no NIK."""

from __future__ import annotations

import io
import os
import re
import secrets
import stat
import subprocess
import zipfile
from pathlib import Path

import httpx
import pytest

from server.anggota import nik, roster, roster_export
from server.core.config import Settings
from server.core.context import open_context
from server.pribadi import audit_log, person_data
from shared.codec import encode
from shared.laporan import Personel
from shared.protocol import SYNC
from tests.cast import BU_IDA, LALAYAU, patrol
from tests.security.conftest import PASSWORD, Doors
from tests.server.desk.window import KASI
from tests.server.kit import member
from tests.server.live import SINAR, live, make_code, sinar

pytestmark = pytest.mark.anyio

NIK_SAMPLE = "6311010101900001"
A_NIK = re.compile(r"(?<![0-9A-Za-z])\d{16}(?![0-9A-Za-z])")
A_TOKEN = re.compile(r"(?<![\w-])[A-Za-z0-9_-]{43}(?![\w-])")
"""What `secrets.token_urlsafe(32)` looks like."""


def test_the_patterns_find_what_they_are_for() -> None:
    assert A_NIK.search(f"nik {NIK_SAMPLE}.")
    assert A_TOKEN.search(f"token={secrets.token_urlsafe(32)}\n")


def test_the_whole_log_of_a_running_server_holds_no_secret(tmp_path: Path) -> None:
    data = tmp_path / "data"
    add = ("account", "add", "--username", "trantib", "--role", "kasi_trantib")
    sinar(*add, "--data", str(data), "--password-stdin", stdin=f"{PASSWORD}\n")
    with live(data) as server:
        code = make_code(data)
        token = server.token(code)
        _use_everything(server.url, token, data)
        assert server.stop() == 0
        log = server.log.read_text()
    assert BU_IDA.nama in log and "trantib" in log
    for secret in (code, token, PASSWORD, "salah-sekali", NIK_SAMPLE):
        assert secret not in log
    assert not A_TOKEN.search(log)
    assert not A_NIK.search(log)


def _use_everything(url: str, token: str, data: Path) -> None:
    """A right and a wrong log-in, a report, a member with a NIK, addresses with secrets in them."""
    person = member()
    with httpx.Client(base_url=url, headers={"Origin": url}) as client:
        for password in ("salah-sekali", PASSWORD):
            client.post("/masuk", data={"nama": "trantib", "sandi": password})
        head = {"Authorization": f"Bearer {token}"}
        body = {"laporan": [encode(patrol())], "anggota": [person]}
        assert client.post(SYNC, json=body, headers=head).status_code == 200
        client.post(
            SYNC, json={**body, "cursor": "x"}, headers={"Authorization": f"Bearer {token}x"}
        )
        client.get(f"/laporan?kata={NIK_SAMPLE}&token={token}")
        client.get(f"/api/v1/photos/{NIK_SAMPLE}", headers=head)
    with open_context(Settings(data)) as ctx:
        nik.put(ctx, KASI, person["id"], NIK_SAMPLE)
        assert nik.show(ctx, KASI, person["id"]) == NIK_SAMPLE


async def test_no_export_holds_a_nik_or_a_token(doors: Doors) -> None:
    phone = await doors.office.phone()
    person = member()
    await phone.tell("anggota", person)
    await phone.send(patrol(personel=(Personel(person["nama"], person["id"]),)))
    nik.put(doors.ctx, KASI, person["id"], NIK_SAMPLE)
    for kind in (person_data.JSON, person_data.TEXT):
        _clean(person_data.export(doors.ctx, KASI, person["id"], kind), kind, phone.token)
    for kind in (roster_export.CSV, roster_export.XLSX):
        _clean(roster_export.export(doors.ctx, KASI, kind, LALAYAU), kind, phone.token)
    _clean(audit_log.export(doors.ctx, KASI), "csv", phone.token)
    await phone.sync()
    assert phone.token not in repr(phone.heard)
    assert not A_NIK.search(repr(phone.heard))
    page = roster.member(doors.ctx, KASI, person["id"])
    assert page is not None and NIK_SAMPLE not in repr(page)


def _clean(data: bytes, kind: str, token: str) -> None:
    for text in _texts(data):
        assert NIK_SAMPLE not in text, kind
        assert not A_NIK.search(text), kind
        assert token not in text and not A_TOKEN.search(text), kind


def _texts(data: bytes) -> list[str]:
    """A file's text, or those inside an XLSX."""
    if not data.startswith(b"PK"):
        return [data.decode("utf-8-sig")]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]


def test_under_an_open_umask_every_file_is_still_the_owners_alone(tmp_path: Path) -> None:
    data, target = tmp_path / "data", tmp_path / "cadangan.sinar"
    who = ("--desa", LALAYAU, "--nama", BU_IDA.nama, "--jabatan", BU_IDA.jabatan)
    _under_an_open_umask("activation-code", "--data", str(data), *who)
    _under_an_open_umask("backup", "--data", str(data), str(target))
    files = [data, target, *data.rglob("*")]
    open_to_others = {
        path.name: oct(mode)
        for path in files
        if (mode := stat.S_IMODE(path.stat().st_mode)) & 0o077
    }
    assert data / "sinar.db" in files
    assert open_to_others == {}


def _under_an_open_umask(*words: str) -> None:
    done = subprocess.run([*SINAR, *words], capture_output=True, text=True, umask=0)
    assert done.returncode == 0, done.stderr


async def test_the_key_of_the_niks_is_the_owners_alone_under_an_open_umask(doors: Doors) -> None:
    phone = await doors.office.phone()
    person = member()
    await phone.tell("anggota", person)
    before = os.umask(0)
    try:
        nik.put(doors.ctx, KASI, person["id"], NIK_SAMPLE)
    finally:
        os.umask(before)
    assert stat.S_IMODE((doors.ctx.settings.data / "nik.key").stat().st_mode) == 0o600
