"""The server is asked to stop while phones send: it ends what it has in hand, and leaves order.

That it may die at any moment too is shown by `tests/faults/server_kills.py`.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from shared.codec import encode
from shared.laporan import Laporan
from shared.protocol import SYNC
from tests.cast import patrol
from tests.server.live import Live, live, make_code


@dataclass
class Sender:
    """A phone that keeps sending until its server is gone, and never forgets what it sent."""

    token: str
    sent: list[Laporan] = field(default_factory=list)
    resi: dict[str, str] = field(default_factory=dict)

    def send_all(self, server: Live, enough: threading.Event, wanted: int) -> None:
        with server.client(self.token) as client:
            try:
                while True:
                    self.send(client, patrol())
                    if len(self.resi) >= wanted:
                        enough.set()
            except httpx.HTTPError:
                return

    def send(self, client: httpx.Client, laporan: Laporan) -> None:
        self.sent.append(laporan)
        self.note(client.post(SYNC, json={"laporan": [encode(laporan)]}))

    def note(self, answer: httpx.Response) -> None:
        for result in answer.json()["results"]:
            assert result["state"] in ("accepted", "already_have")
            assert self.resi.setdefault(result["id"], result["resi"]) == result["resi"]


def test_a_stop_ends_the_requests_in_hand_and_leaves_one_file(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with live(data) as server:
        sender = Sender(server.token(make_code(data)))
        enough = threading.Event()
        sending = threading.Thread(target=sender.send_all, args=(server, enough, 5))
        sending.start()
        assert enough.wait(120), "five reports have come"
        assert server.stop() == 0
        sending.join()
    assert [path.name for path in data.glob("sinar.db*")] == ["sinar.db"]
    assert "berhenti dengan tertib" in server.log.read_text()
    assert len(sender.sent) - len(sender.resi) <= 1
