"""The server dies at any moment: whatever it acknowledged is there, exactly once."""

from __future__ import annotations

import random
import threading
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from server.settings import Settings
from server.usecases import read_laporan
from server.usecases.context import open_context
from shared.codec import encode
from shared.laporan import Laporan
from shared.protocol import SYNC
from tests.cast import patrol
from tests.server.live import Live, live, make_code

SENDERS = 4


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


@pytest.mark.parametrize("seed", range(3))
def test_everything_acknowledged_is_there_after_a_kill(tmp_path: Path, seed: int) -> None:
    data, chance = tmp_path / "data", random.Random(seed)
    with live(data) as server:
        senders = [Sender(server.token(make_code(data))) for _ in range(SENDERS)]
        _load_until_killed(server, senders, chance.randrange(3, 12))
    acknowledged = [dict(sender.resi) for sender in senders]
    with live(data) as server:
        for sender in senders:
            _send_again(server, sender)
        assert server.stop() == 0
    for sender, before in zip(senders, acknowledged, strict=True):
        assert before.items() <= sender.resi.items()
    _all_there_once(data, senders)


def test_a_stop_ends_the_requests_in_hand_and_leaves_one_file(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with live(data) as server:
        sender = Sender(server.token(make_code(data)))
        enough = threading.Event()
        sending = threading.Thread(target=sender.send_all, args=(server, enough, 5))
        sending.start()
        enough.wait(60)
        assert server.stop() == 0
        sending.join()
    assert [path.name for path in data.glob("sinar.db*")] == ["sinar.db"]
    assert "berhenti dengan tertib" in server.log.read_text()
    assert len(sender.sent) - len(sender.resi) <= 1


def _load_until_killed(server: Live, senders: list[Sender], wanted: int) -> None:
    enough = threading.Event()
    threads = [
        threading.Thread(target=sender.send_all, args=(server, enough, wanted))
        for sender in senders
    ]
    for thread in threads:
        thread.start()
    assert enough.wait(60)
    server.kill()
    for thread in threads:
        thread.join()


def _send_again(server: Live, sender: Sender) -> None:
    """What a phone does after a crash: everything once more."""
    with server.client(sender.token) as client:
        for start in range(0, len(sender.sent), 20):
            items = [encode(one) for one in sender.sent[start : start + 20]]
            sender.note(client.post(SYNC, json={"laporan": items}))


def _all_there_once(data: Path, senders: list[Sender]) -> None:
    sent = [laporan for sender in senders for laporan in sender.sent]
    resi = [resi for sender in senders for resi in sender.resi.values()]
    assert len(set(resi)) == len(resi) == len(sent)
    with open_context(Settings(data)) as ctx:
        assert read_laporan.page(ctx, read_laporan.Filter()).total == len(sent)
        for laporan in sent:
            detail = read_laporan.detail(ctx, laporan.id)
            assert detail is not None
            assert detail.message == encode(laporan)
            assert len(detail.versions) == 1
