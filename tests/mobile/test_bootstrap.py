"""One house for each data folder: shared by all windows, and by no second process."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest

from mobile import bootstrap
from mobile.device.sealing import CryptoSealing
from mobile.ports import StoreError
from mobile.usecases import delete, start
from mobile.usecases.edit import start_form
from mobile.usecases.phone import OwnRoom
from shared.laporan import Kind
from tests import cast as people
from tests.doubles.phone import FixedLocation, FixedSpace, MemorySecrets, PlainImages, Switch

pytestmark = pytest.mark.anyio
ROOT = Path(__file__).parents[2]


@dataclass
class Window:
    """A device without Flet."""

    images: PlainImages = field(default_factory=PlainImages)
    location: FixedLocation = field(default_factory=FixedLocation)
    connectivity: Switch = field(default_factory=Switch)
    secrets: MemorySecrets = field(default_factory=MemorySecrets)
    space: FixedSpace = field(default_factory=FixedSpace)
    keeping: OwnRoom = field(default_factory=OwnRoom)
    sealing: CryptoSealing = field(default_factory=CryptoSealing)


def window() -> Any:
    return cast("Any", Window())


async def test_all_windows_share_reports_and_hear_of_each_others_changes(tmp_path: Path) -> None:
    first = bootstrap.build(tmp_path).phone(window())
    second = bootstrap.build(tmp_path / ".").phone(window())
    heard = asyncio.Event()
    second.feed.watch(heard.set)
    first.state.set_identity(people.IDA_PHONE)
    record = await start.begin(first, Kind.KEGIATAN)
    await heard.wait()
    assert second.laporan.get(record.id) == record
    assert second.identity() == people.IDA_PHONE


async def test_the_newest_window_keeps_the_token(tmp_path: Path) -> None:
    house = bootstrap.build(tmp_path)
    with pytest.raises(StoreError):
        await house.secrets.keep_token("token-of-ida")
    old, new = Window(), Window()
    house.phone(cast("Any", old))
    phone = house.phone(cast("Any", new))
    await phone.secrets.keep_token("token-of-ida")
    assert (await old.secrets.token(), await new.secrets.token()) == (None, "token-of-ida")


async def test_a_second_process_is_turned_away(tmp_path: Path) -> None:
    bootstrap.build(tmp_path)
    ask = "import sys; from pathlib import Path; from mobile.store.claim import claim; "
    ask += "claim(Path(sys.argv[1]))"
    other = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", ask, str(tmp_path)],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert "InUse" in other.stderr


async def test_waking_tidies_and_starts_sending_once(tmp_path: Path) -> None:
    house = bootstrap.build(tmp_path)
    phone = house.phone(window())
    phone.state.set_identity(people.IDA_PHONE)
    fresh = await start_form(phone, Kind.KEGIATAN)
    house.wake(phone)
    house.wake(phone)
    await asyncio.sleep(0)
    assert phone.laporan.get(fresh.id) is not None
    await house.sleep()


async def test_what_fails_at_the_start_keeps_nothing_else_from_being_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house, swept = bootstrap.build(tmp_path), asyncio.Event()

    async def fails(*_: object) -> int:
        raise ZeroDivisionError

    async def sweep(_: object) -> int:
        swept.set()
        return 0

    monkeypatch.setattr(start, "wake", fails)
    monkeypatch.setattr(delete, "sweep", sweep)
    house.wake(house.phone(window()))
    await asyncio.wait_for(swept.wait(), 60)
    await house.sleep()


def test_the_address_is_preset_at_the_start_or_at_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(bootstrap.SERVER_ENV, raising=False)
    assert bootstrap.preset_server(tmp_path) == ""
    (tmp_path / bootstrap.PRESET_FILE).write_text("https://sinar.contoh.id\n")
    assert bootstrap.preset_server(tmp_path) == "https://sinar.contoh.id"
    monkeypatch.setenv(bootstrap.SERVER_ENV, "http://127.0.0.1:8550")
    assert bootstrap.preset_server(tmp_path) == "http://127.0.0.1:8550"


def test_data_lies_where_the_system_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(bootstrap.DATA_ENV, str(tmp_path))
    assert bootstrap.data_folder() == tmp_path
