"""A month of a kecamatan's villages as its phones send it, in compressed time, to a real server.

Who reports when, what and with how many photos comes from the sample data; how often an answer is
lost or a photo is cut off is assumed in `nation`.
"""

from __future__ import annotations

import hashlib
import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from typing import NamedTuple

from server.sample.data import sample_reports
from server.sample.reports import SampleReport
from shared import protocol as p
from shared.codec import encode
from shared.laporan import Foto
from tests.bench._load import JSON, Wire, tus_heads
from tests.cast import JUAI

DAYS = 30
TRIES = 200
SENDERS = 4
"""Phones that send at the same moment; on two cores more would only wait."""


class Trouble(NamedTuple):
    """How often the link spoils something, as shares of calls and of photos."""

    resent: float
    cut: float


@dataclass
class Month:
    """The reports of a month by the hour in which they arrive, and what their sending cost."""

    reports: list[SampleReport]
    resent: int = 0
    cut: int = 0
    bytes_up: int = 0
    text_bytes: int = 0
    photos: int = 0
    failed: list[str] = field(default_factory=list)

    @classmethod
    def until(cls, now: datetime, least: int) -> Month:
        """Months of the sample before ``now``, laid over each other until there are enough."""
        found: list[SampleReport] = []
        for seed in range(1, 100):
            month = sample_reports(JUAI, now, seed, DAYS)
            found += [one for one in month if one.received > now - timedelta(days=DAYS)]
            if len(found) >= least:
                break
        return cls(sorted(found, key=lambda one: one.received), photos=0)

    def busiest_hour(self) -> float:
        """The share of a day's reports that arrives in its busiest hour."""
        hours = [0] * 24
        for one in self.reports:
            hours[one.received.hour] += 1
        return max(hours) / len(self.reports)

    def send(
        self, port: int, codes: dict[str, str], picture: bytes, trouble: Trouble, seconds: float
    ) -> None:
        """All of them in this order; a report waits for its hour, compressed into ``seconds``."""
        first, last = self.reports[0].received, self.reports[-1].received
        pace = seconds / max(1.0, (last - first).total_seconds())
        lanes: list[list[SampleReport]] = [[] for _ in range(SENDERS)]
        desa_list = sorted(codes)
        for one in self.reports:
            lanes[desa_list.index(one.laporan.desa) % SENDERS].append(one)
        phones = {desa: Phone(self, port, desa, code, picture) for desa, code in codes.items()}
        began = time.perf_counter()

        def lane(number: int) -> None:
            dice = Random(number)
            for one in lanes[number]:
                due = began + (one.received - first).total_seconds() * pace
                time.sleep(max(0.0, due - time.perf_counter()))
                phones[one.laporan.desa].report(one, dice, trouble)

        with ThreadPoolExecutor(SENDERS) as pool:
            list(pool.map(lane, range(SENDERS)))  # raises what one of them has raised


class Phone:
    """One village's; it keeps its connection until the link is cut."""

    def __init__(self, month: Month, port: int, desa: str, code: str, picture: bytes) -> None:
        self._month, self._port, self._desa, self._picture = month, port, desa, picture
        self._wire = Wire(port)
        self._cursor: int | None = None
        self._delivered: dict[str, int] = {}
        body = {"code": code, "device_name": "bangku", "app_version": "1.0.0"}
        status, answer = self._wire.post(p.ACTIVATE, JSON, json.dumps(body).encode())
        assert status == 201, answer
        self._token = json.loads(answer)["token"]
        self._wire.token = self._token

    def report(self, one: SampleReport, dice: Random, trouble: Trouble) -> None:
        """The text, again where its answer was lost, then its photos, some of them in two goes."""
        parts = [self._fresh(dice) for _ in one.photos]
        fotos = tuple(
            Foto(hashlib.sha256(data).hexdigest(), len(data), 1280, 960) for data in parts
        )
        message = encode(replace(one.laporan, foto=fotos))
        times = 1 + (dice.random() < trouble.resent)
        for _ in range(times):
            self._sync(message)
        with LOCK:
            self._month.resent += times - 1
        for data, foto in zip(parts, fotos, strict=True):
            self._send(data, foto, half=dice.random() < trouble.cut)

    def _sync(self, message: dict[str, object]) -> None:
        call = {
            "cursor": self._cursor, "laporan": [message], "anggota": [], "acts": [], "read": [],
            "inventory": {
                "count": len(self._delivered),
                "digest": p.inventory_digest(self._delivered.items()),
            },
            "inventory_list": None,
            "device": {"app_version": "1.0.0", "queued": 1, "free_mb": 812},
        }  # fmt: skip
        body = json.dumps(call).encode()
        status, answer = self._wire.post(p.SYNC, JSON, body)
        said = json.loads(answer)
        assert status == 200, said
        self._cursor = said["cursor"]
        state = said["results"][0]["state"]
        with LOCK:
            self._month.bytes_up += len(body)
            if state == p.ACCEPTED:
                self._month.text_bytes += len(json.dumps(message))
            elif state != p.ALREADY_HAVE:
                self._month.failed.append(str(said["results"][0]))
        self._delivered[str(message["id"])] = int(str(message["versi"]))

    def _send(self, data: bytes, foto: Foto, *, half: bool) -> None:
        sent = self._in_two(data, foto) if half else self._at_once(data, foto)
        with LOCK:
            self._month.photos += 1
            self._month.cut += half
            self._month.bytes_up += sent

    def _at_once(self, data: bytes, foto: Foto) -> int:
        status, answer = self._wire.post(p.PHOTOS, tus_heads(foto), data)
        assert (status, self._wire.offset) == (201, len(data)), (status, answer)
        return len(data)

    def _in_two(self, data: bytes, foto: Foto) -> int:
        """Cut off half-way; a server that has not seen it yet says that somebody still sends."""
        half = data[: len(data) // 2]
        self._wire.cut_off(p.PHOTOS, tus_heads(foto), len(data), half)
        self._wire = Wire(self._port)
        self._wire.token = self._token
        path, status, at = f"{p.PHOTOS}/{foto.sha256}", 0, 0
        for _ in range(TRIES):
            status, _ = self._wire.ask("HEAD", path, TUS)
            at = self._wire.offset
            if status == 200 and at > 0:
                heads = f"{TUS}Upload-Offset: {at}\r\nContent-Type: {p.OFFSET_TYPE}\r\n"
                status, _ = self._wire.ask("PATCH", path, heads, data[at:])
                if status == 204:
                    break
            time.sleep(0.05)
        assert (status, self._wire.offset) == (204, len(data)), status
        return len(half) + len(data) - at

    def _fresh(self, dice: Random) -> bytes:
        """The picture with a comment that no other has."""
        comment = b"\xff\xfe\x00\x12" + dice.randbytes(16)
        return self._picture[:2] + comment + self._picture[2:]


TUS = f"Tus-Resumable: {p.TUS}\r\n"
LOCK = threading.Lock()
