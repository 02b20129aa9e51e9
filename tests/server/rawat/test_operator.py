"""For whoever runs the server: figures behind a door, a log that turns over, upgrades."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from server.core import log
from server.core.config import Settings
from server.core.context import open_context
from server.core.db import migrate, upgrading
from server.rawat.backup import backup_to_folder
from server.shell.app import create_app
from shared.protocol import PHOTOS, SYNC
from tests.cast import patrol
from tests.server.kit import Office, Phone, fresh_database, office
from tests.server.photo_kit import jpeg, with_bytes
from tests.server.rawat.test_backup_folder import send
from tests.server.rawat.test_care import Say, say

__all__ = ["say"]
pytestmark = pytest.mark.anyio

PLACES = ("/metrics", "/health")
TOKEN = "kunci-operator-yang-panjang"


@pytest.fixture
async def juai(tmp_path: Path) -> AsyncIterator[Office]:
    """A server without a proxy before it, whose operator has opened the figures to the machine."""
    async with office(tmp_path / "data", metrics_local=True) as running:
        yield running


def from_(juai: Office, address: str) -> httpx.AsyncClient:
    """Somebody who asks from this address."""
    transport = httpx.ASGITransport(juai.app, client=(address, 5555))
    return httpx.AsyncClient(transport=transport, base_url="http://server")


def figures(text: str) -> dict[str, float]:
    """Prometheus' lines, after a look at their shape."""
    found: dict[str, float] = {}
    for line in text.splitlines():
        if line.startswith("# "):
            assert re.fullmatch(r"# (HELP|TYPE) sinar_[a-z_]+ .+", line)
            continue
        match = re.fullmatch(r'(sinar_[a-z_]+(?:\{[a-z]+="[^"]*"\})?) ([-+0-9.e]+)', line)
        assert match, line
        assert match[1] not in found
        found[match[1]] = float(match[2])
    return found


async def test_on_the_machine_itself_the_figures_are_there(juai: Office, ida: Phone) -> None:
    await send(ida, 41)
    await ida.sync(patrol(tempat=""))
    waiting = {"time": "2026-11-24T20:41:00+08:00", "queued": 3, "app_version": "1.0.0"}
    await ida.sync(device=waiting)
    async with from_(juai, "127.0.0.1") as here:
        answer = await here.get("/metrics")
        health = (await here.get("/health")).json()
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    now = figures(answer.text)
    assert now['sinar_reports_total{state="accepted"}'] == 1
    assert now['sinar_reports_total{state="refused"}'] == 1
    assert now["sinar_photos_total"] == 1
    assert now["sinar_sync_seconds_count"] == 3
    assert now['sinar_sync_seconds_bucket{le="+Inf"}'] == 3
    assert (now["sinar_reports"], now["sinar_phones"], now["sinar_queued_reports"]) == (1, 1, 3)
    # To the byte, whatever its size.
    assert now["sinar_database_bytes"] % 4096 == 0 or not juai.ctx.database.is_sqlite
    assert now["sinar_database_bytes"] > 10_000 and now["sinar_free_bytes"] > 0
    assert "sinar_backup_age_seconds" not in now
    assert (health["status"], health["laporan"], health["queued"]) == ("attention", 1, 3)
    assert "no_backup" in health["troubles"]


async def test_after_a_backup_its_age_is_told(juai: Office, ida: Phone, tmp_path: Path) -> None:
    backup_to_folder(juai.ctx, tmp_path / "cadangan")
    juai.clock.move(hours=2)
    async with from_(juai, "127.0.0.1") as here:
        now = figures((await here.get("/metrics")).text)
        assert now["sinar_backup_age_seconds"] == 7200
        juai.clock.move(days=4)
        assert "old_backup" in (await here.get("/health")).json()["troubles"]


async def test_refusals_are_counted_by_their_code(juai: Office, ida: Phone) -> None:
    for _ in range(3):
        await juai.client.post(SYNC, headers={"Authorization": "Bearer salah"}, content=b"{}")
    picture = jpeg(42)
    headers = {**ida.headers, "Tus-Resumable": "1.0.0", **with_bytes(picture)}
    await ida.client.post(PHOTOS, headers=headers, content=picture)
    async with from_(juai, "127.0.0.1") as here:
        now = figures((await here.get("/metrics")).text)
    assert now['sinar_refused_total{code="unauthorized"}'] == 3
    assert now['sinar_refused_total{code="photo_unknown"}'] == 1


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("10.0.0.9", {}),
        ("127.0.0.1", {"X-Forwarded-For": "203.0.113.9"}),
        ("127.0.0.1", {"X-Forwarded-For": "127.0.0.1"}),
        ("127.0.0.1", {"Forwarded": "for=127.0.0.1"}),
        ("127.0.0.1", {"Authorization": "Bearer dugaan"}),
        ("10.0.0.9", {"Authorization": "Bearer "}),
    ],
)
async def test_to_everybody_else_they_do_not_exist(
    juai: Office, place: str, address: str, headers: dict[str, str]
) -> None:
    async with from_(juai, address) as other:
        answer = await other.get(place, headers=headers)
    assert answer.status_code == 404
    assert "sinar_" not in answer.text and "troubles" not in answer.text


async def test_with_the_operators_token_they_open_from_elsewhere(tmp_path: Path) -> None:
    async with office(tmp_path / "data", metrics_token=TOKEN) as juai:
        for token, status in ((TOKEN, 200), ("dugaan", 404), (TOKEN + "x", 404)):
            headers = {"Authorization": f"Bearer {token}", "X-Forwarded-For": "203.0.113.9"}
            async with from_(juai, "10.0.0.9") as other:
                assert (await other.get("/metrics", headers=headers)).status_code == status


async def test_a_phones_token_does_not_open_them(juai: Office, ida: Phone) -> None:
    async with from_(juai, "127.0.0.1") as here:
        assert (await here.get("/metrics", headers=ida.headers)).status_code == 404


async def test_behind_the_staff_views_door_they_are_found_without_a_log_in(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    (folder / "sinar.db").write_bytes(fresh_database())
    app = create_app(Settings(folder, metrics_local=True))
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app, client=("127.0.0.1", 5555))
        async with httpx.AsyncClient(transport=transport, base_url="http://server") as here:
            assert (await here.get("/health")).json()["laporan"] == 0


def test_the_log_turns_over_and_is_its_owners_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "MOST_BYTES", 2000)
    file = tmp_path / "sinar.log"
    kept = log._LOG.handlers[:], log._LOG.propagate
    try:
        log.start(file)
        for number in range(400):
            log.event("Ida (Lalayau)", "sync", f"laporan {number}")
    finally:
        for handler in log._LOG.handlers:
            handler.close()
        log._LOG.handlers[:], log._LOG.propagate = kept
    files = sorted(tmp_path.glob("sinar.log*"))
    assert len(files) == log.KEPT + 1
    assert "laporan 399" in file.read_text()
    assert all(path.stat().st_size <= 2000 for path in files)
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}


def _older(folder: Path) -> None:
    """A database as the first version left it, with a device in it."""
    from alembic import command
    from alembic.config import Config

    from server.core.db.database import Database

    folder.mkdir(mode=0o700)
    database = Database(f"sqlite:///{folder / 'sinar.db'}")
    config = Config()
    config.set_main_option("script_location", str(migrate.FOLDER))
    with database.engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql(
            "INSERT INTO devices (id, token_hash, desa, nama, jabatan, device_name, app_version,"
            " activated_at, cursor) VALUES ('a', 'b', '63.11.01.2013', 'Ida', 'Kasi', 'HP',"
            " '1.0.0', '2026-11-24 12:00:00', 0)"
        )
        connection.commit()
    database.close()


def _version(path: Path) -> str:
    with sqlite3.connect(path) as db:
        found = db.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        assert db.execute("SELECT count(*) FROM devices").fetchone()[0] == 1
    db.close()
    return found


@pytest.mark.sqlite
def test_before_an_upgrade_the_database_is_copied_once(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    _older(folder)
    for _ in range(2):
        with open_context(Settings(folder)):
            pass
    (copy,) = (folder / upgrading.FOLDER).iterdir()
    assert copy.name.startswith(f"0001-ke-{migrate.HEAD}-")
    assert copy.stat().st_mode & 0o777 == 0o600
    assert (_version(copy), _version(folder / "sinar.db")) == ("0001", migrate.HEAD)


@pytest.mark.sqlite
def test_a_full_disk_stops_the_upgrade_before_it_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data"
    _older(folder)

    def full(*_words: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(upgrading.database_copy, "copy", full)
    with pytest.raises(OSError, match="No space"), open_context(Settings(folder)):
        pass
    assert _version(folder / "sinar.db") == "0001"


@pytest.mark.sqlite
def test_data_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path, say: Say) -> None:
    folder = tmp_path / "data"
    _older(folder)
    with sqlite3.connect(folder / "sinar.db") as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    db.close()
    status, said = say("doctor", "--data", folder)
    assert (status, "versi yang lebih baru" in said) == (1, True)
    assert _version(folder / "sinar.db") == "9999"
