"""A photo whose link breaks goes on from the byte that arrived."""

from __future__ import annotations

import httpx
import pytest

from mobile.ports import TroubleKind
from shared.status import PhoneState
from tests import cast
from tests.doubles.fake_server import TUS, problem
from tests.mobile.sync.kit import Bench

pytestmark = pytest.mark.anyio


async def test_a_link_that_breaks_every_64_kb_brings_a_photo_in_one_visit() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol(foto=(bench.photo(),)))
    bench.server.body_limit = 64_000

    assert await bench.engine.visit() is None

    sha = laporan.foto[0].sha256
    assert bench.server.photos[sha] == bench.photos.read(sha)
    assert [method for method, _ in bench.server.calls] == [
        "POST", "POST", "HEAD", "PATCH", "HEAD", "PATCH",
    ]  # fmt: skip


async def test_a_resumed_photo_costs_one_request() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol(foto=(bench.photo(),)))
    sha = laporan.foto[0].sha256
    bench.server.parts[sha] = bench.photos.read(sha)[:100_000]

    assert await bench.engine.visit() is None

    assert [method for method, _ in bench.server.calls] == ["POST", "PATCH"]
    assert bench.server.photos[sha] == bench.photos.read(sha)


async def test_another_offset_than_believed_is_taken_from_the_servers_answer() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol(foto=(bench.photo(),)))
    sha = laporan.foto[0].sha256
    data = bench.photos.read(sha)
    bench.server.parts[sha] = data[:100_000]

    def someone_was_quicker(_request: httpx.Request) -> None:
        bench.server.parts[sha] = data[:120_000]

    bench.server.breakers = [None, someone_was_quicker]

    assert await bench.engine.visit() is None
    assert bench.server.photos[sha] == data


async def test_a_photo_held_by_another_writer_is_asked_for_again() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol(foto=(bench.photo(),)))
    busy = problem(423, "busy", **TUS)
    bench.server.breakers = [None, lambda _request: busy, None, lambda _request: busy]

    assert await bench.engine.visit() is None
    assert bench.record(laporan).state is PhoneState.RECEIVED


async def test_an_upload_that_was_dropped_begins_again() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol(foto=(bench.photo(),)))
    sha = laporan.foto[0].sha256
    bench.server.parts[sha] = bench.photos.read(sha)[:1000]

    def dropped(_request: httpx.Request) -> httpx.Response:
        bench.server.parts.clear()
        return problem(404, "not_found", **TUS)

    bench.server.breakers = [None, dropped]

    assert await bench.engine.visit() is None
    assert bench.record(laporan).state is PhoneState.RECEIVED


async def test_a_photo_that_the_server_does_not_know_makes_it_ask_for_the_state() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol(foto=(bench.photo(),)))
    bench.server.breakers = [None, lambda _request: problem(403, "photo_unknown", **TUS)]

    trouble = await bench.engine.visit()

    assert trouble is not None
    assert trouble.kind is TroubleKind.BUSY
    assert [path.split("/")[1] for _, path in bench.server.calls] == ["sync", "photos", "sync"]
    assert await bench.engine.visit() is None
    assert bench.record(laporan).state is PhoneState.RECEIVED


async def test_a_portals_200_for_a_photo_is_no_success() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol(foto=(bench.photo(),)))
    bench.server.breakers = [None, lambda _request: httpx.Response(201, html="<h1>Masuk</h1>")]

    trouble = await bench.engine.visit()

    assert trouble is not None
    assert trouble.kind is TroubleKind.PORTAL
    assert bench.record(laporan).photos_done == (0, 1)


async def test_a_photo_that_the_server_lost_later_is_sent_again_from_the_history() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol(foto=(bench.photo(),)))
    await bench.engine.visit()
    assert bench.record(laporan).at_rest
    bench.server.photos.clear()

    assert await bench.engine.visit() is None

    assert list(bench.server.photos) == [laporan.foto[0].sha256]
    assert bench.record(laporan).state is PhoneState.RECEIVED


async def test_progress_counts_down_and_is_gone_at_the_end() -> None:
    bench = Bench()
    laporan = bench.finish(cast.patrol(foto=(bench.photo("a"), bench.photo("b"))))
    seen: list[tuple[int, int, int]] = []

    def look(_request: httpx.Request) -> None:
        progress = bench.engine.progress
        assert progress is not None
        assert progress.laporan == laporan.id
        seen.append((progress.photo, progress.photos, progress.kb_left))

    bench.server.breakers = [None, look, look]

    await bench.engine.visit()

    assert seen == [(1, 2, 300), (2, 2, 150)]
    assert bench.engine.progress is None
    assert not bench.engine.is_syncing
