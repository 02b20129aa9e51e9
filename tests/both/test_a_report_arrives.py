"""The plain way: a finished report with its photos is at the kecamatan, byte for byte."""

from __future__ import annotations

import pytest

from mobile.sync.outbox import to_json
from shared.codec import encode
from tests import cast
from tests.both.kit import RealPhone, RealServer, assert_all_arrived
from tests.doubles.proxy import Proxy

pytestmark = pytest.mark.anyio


async def test_every_kind_arrives_as_it_was_written(server: RealServer, ida: RealPhone) -> None:
    photos = tuple(ida.photo(n, 20_000) for n in range(3))
    sent = [ida.finish(one) for one in (cast.patrol(foto=photos), cast.flood(), cast.nihil())]

    assert await ida.engine.visit() is None

    assert_all_arrived(server, ida, sent)
    assert [ida.record(laporan).status for laporan in sent] == ["diterima"] * 3


async def test_three_photos_cost_four_requests_and_one_hundredth_more(
    server: RealServer, ida: RealPhone, proxy: Proxy
) -> None:
    """What counts as content: the bytes of the photos and the JSON of the report itself.

    All else that leaves the phone, headers included, is counted as beyond it.
    """
    laporan = ida.finish(cast.patrol(foto=tuple(ida.photo(n) for n in range(3))))
    content = sum(foto.size for foto in laporan.foto) + len(to_json(encode(laporan)))
    ida.reach(proxy.port)

    assert await ida.engine.visit() is None

    methods = [request.split()[0] for request in proxy.link.requests]
    assert methods == [b"POST"] * 4
    assert proxy.link.connections == 1
    assert proxy.link.up <= content * 1.01
    assert list(server.reports([laporan])) == [laporan.id]


async def test_a_second_visit_sends_nothing_again(ida: RealPhone, proxy: Proxy) -> None:
    ida.finish(cast.patrol(foto=(ida.photo(1),)))
    await ida.engine.visit()
    ida.reach(proxy.port)

    assert await ida.engine.visit() is None

    assert len(proxy.link.requests) == 1
    assert proxy.link.up < 1500
