"""A file of the phone is damaged between two starts: the kecamatan still has each report once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mobile.record import edited, reopened
from shared.clock import format_time
from shared.codec import encode
from tests import cast
from tests.both.kit import RealPhone, RealServer

pytestmark = pytest.mark.anyio

HARMS: dict[str, Callable[[bytes], bytes]] = {
    "truncated": lambda data: data[: len(data) // 2],
    "NUL-filled": lambda data: b"\0" * len(data),
    "garbage": lambda data: bytes(range(256)) * (len(data) // 256 + 1),
    "empty": lambda data: b"",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealServer]:
    real = RealServer(tmp_path_factory.mktemp("server"))
    real.start()
    yield real
    real.stop()


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS.keys())
async def test_any_one_file_of_the_phone(
    server: RealServer, folder: Path, harm: Callable[[bytes], bytes]
) -> None:
    """In turn every file that the phone has, each in a fresh copy of the same phone."""
    ida = RealPhone(folder / "ida")
    await ida.activate(server)
    photo = ida.photo(1, 5_000)
    sent = [ida.finish(cast.patrol(foto=(photo,))), ida.finish(cast.nihil())]
    await ida.visit_until_done()
    now = format_time(ida.clock.now())
    ida.laporan.update(sent[0].id, lambda r: reopened(r, now))
    words = replace(sent[0], versi=2, uraian="Sedang diperbaiki")
    ida.laporan.update(sent[0].id, lambda r: edited(r, words, now, "uraian"))
    waiting = ida.finish(cast.flood())
    every = [*sent, waiting]
    shutil.copytree(ida.data, folder / "whole")

    files = [path.relative_to(ida.data) for path in ida.data.rglob("*.json")]
    assert len(files) >= 8
    for name in files:
        await ida.close()
        shutil.rmtree(ida.data)
        shutil.copytree(folder / "whole", ida.data)
        path = ida.data / name
        path.write_bytes(harm(path.read_bytes()))
        ida.open()

        assert await ida.engine.visit() is None, name

        assert ida.record(sent[0]).current.uraian == "Sedang diperbaiki", name
        assert ida.photos.whole(photo.sha256)
        assert [len(ida.record(one).resi) for one in every] == [1, 1, 1], name
        assert ida.laporan.damages() + ida.state.damages(), name

    assert server.reports(every) == {one.id: encode(one) for one in every}
    assert server.versions(every) == len(every)
    await ida.close()
