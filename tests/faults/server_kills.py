"""The server is killed again and again while four phones send; all it acknowledged is looked at."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import random
import signal
import sqlite3
import threading
import uuid
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from server.core.config import Settings
from server.core.context import open_context
from server.core.files.photo_files import PhotoFiles, PhotoKey
from shared.codec import encode
from shared.laporan import Foto, Laporan
from shared.protocol import ACTIVATE, HEALTH, PHOTOS, SYNC
from tests.cast import LALAYAU, patrol
from tests.faults.harness import Doubled, Job, Row, lift_quota, need
from tests.faults.mortal_server import Mother, mother
from tests.server.live import make_code
from tests.server.photo_kit import jpeg, with_bytes

SENDERS = 4
LONGEST_LIFE_S = 0.5
PICTURE = jpeg(63, (96, 96))


@dataclass
class Sender:
    """A phone that sends until its server is gone, and never forgets what it was told."""

    token: str
    dice: random.Random
    sent: dict[str, Laporan] = field(default_factory=dict[str, Laporan])
    resi: dict[str, str] = field(default_factory=dict[str, str])
    photos: dict[str, bytes] = field(default_factory=dict[str, bytes])
    unsent: dict[str, bytes] = field(default_factory=dict[str, bytes])
    wrong: list[Exception] = field(default_factory=list[Exception])
    over: threading.Event = field(default_factory=threading.Event)
    """Nothing more is to be sent."""

    def client(self, url: str) -> httpx.Client:
        headers = {"Authorization": f"Bearer {self.token}", "Tus-Resumable": "1.0.0"}
        return httpx.Client(base_url=url, headers=headers, timeout=30, trust_env=False)

    def work(self, url: str) -> None:
        """What was not answered first, then ever more."""
        try:
            with contextlib.suppress(httpx.HTTPError), self.client(url) as client:
                self.catch_up(client)
                while not self.over.is_set():
                    self.report(client)
        except Exception as error:  # noqa: BLE001 told where the case is counted
            self.wrong.append(error)

    def catch_up(self, client: httpx.Client) -> None:
        """As a phone does after every broken visit."""
        self.deliver(client, [one for key, one in self.sent.items() if key not in self.resi])
        for data in list(self.unsent.values()):
            self.deliver_photo(client, data)

    def report(self, client: httpx.Client) -> None:
        """One more; every second one with a photo."""
        ident, foto = str(uuid.UUID(int=self.dice.getrandbits(128), version=4)), ()
        if self.dice.random() < 0.5:
            data = PICTURE[:2] + b"\xff\xfe\x00\x12" + self.dice.randbytes(16) + PICTURE[2:]
            sha = hashlib.sha256(data).hexdigest()
            self.unsent[sha] = data
            foto = (Foto(sha, len(data), 96, 96),)
        self.sent[ident] = patrol(ident, foto=foto)
        self.deliver(client, [self.sent[ident]])
        for data in list(self.unsent.values()):
            self.deliver_photo(client, data)

    def deliver(self, client: httpx.Client, items: list[Laporan]) -> None:
        for start in range(0, len(items), 20):
            body = {"laporan": [encode(one) for one in items[start : start + 20]]}
            for result in client.post(SYNC, json=body).raise_for_status().json()["results"]:
                need(result["state"] in ("accepted", "already_have"), str(result))
                known = self.resi.setdefault(result["id"], result["resi"])
                need(known == result["resi"], f"{known} and {result['resi']}", Doubled)

    def deliver_photo(self, client: httpx.Client, data: bytes) -> None:
        sha = hashlib.sha256(data).hexdigest()
        where = f"{PHOTOS}/{sha}"
        stands = client.head(where)
        here = int(stands.headers["upload-offset"]) if stands.status_code == 200 else 0
        if 0 < here < len(data):
            kind = {"Upload-Offset": str(here), "Content-Type": "application/offset+octet-stream"}
            answer = client.patch(where, headers=kind, content=data[here:])
        else:
            answer = client.post(PHOTOS, headers=with_bytes(data), content=data)
        answer.raise_for_status()
        if int(answer.headers["upload-offset"]) == len(data):
            self.photos[sha] = self.unsent.pop(sha)


@dataclass
class Siege:
    """One data folder, its servers one after the other, and the senders."""

    data: Path
    mother: Mother
    senders: list[Sender] = field(default_factory=list[Sender])
    looked_at: set[str] = field(default_factory=set[str])

    def activate(self, dice: random.Random) -> None:
        """Four phones of Lalayau."""
        codes = [make_code(self.data) for _ in range(SENDERS)]
        with open_context(Settings(self.data)) as ctx:
            lift_quota(ctx)
        url = self.mother.serve(self.data)
        body = {"device_name": "HP (contoh)", "app_version": "1.0.0"}
        for code in codes:
            answer = httpx.post(
                url + ACTIVATE, json={**body, "code": code}, trust_env=False, timeout=60
            )
            self.senders.append(Sender(answer.json()["token"], random.Random(dice.random())))
        self.mother.end(signal.SIGTERM)

    def live_and_die(self, life_s: float, *, from_birth: bool) -> None:
        """A server under load, killed so long after it began, or after it first answered."""
        url = self.mother.serve(self.data)
        threads = [threading.Thread(target=one.work, args=(url,)) for one in self.senders]
        for thread in threads:
            thread.start()
        if not from_birth:
            httpx.get(url + HEALTH, timeout=60, trust_env=False)
        threads[0].join(life_s)
        self.mother.end(signal.SIGKILL)
        for thread in threads:
            thread.join()

    def look(self) -> None:
        """Everything acknowledged is there, as it was sent, once."""
        for sender in self.senders:
            if sender.wrong:
                raise sender.wrong.pop()
        with contextlib.closing(sqlite3.connect(self.data / "sinar.db")) as db:
            rows = db.execute(
                "SELECT l.id, l.resi, v.message FROM laporan l JOIN laporan_versi v"
                " ON v.laporan = l.id AND v.versi = l.versi AND v.in_force"
            ).fetchall()
        found = {ident: (resi, message) for ident, resi, message in rows}
        need(len(found) == len(rows), "a report is there twice", Doubled)
        need(len({row[1] for row in rows}) == len(rows), "a resi was given twice", Doubled)
        for sender in self.senders:
            self._look_at(sender, found)

    def _look_at(self, sender: Sender, found: dict[str, tuple[str, str]]) -> None:
        for ident, resi in sender.resi.items():
            need(ident in found, f"{resi} is gone")
            need(found[ident][0] == resi, f"{resi} became {found[ident][0]}", Doubled)
            need(json.loads(found[ident][1]) == encode(sender.sent[ident]), f"{resi} was changed")
        files = PhotoFiles(self.data / "foto", self.data / "foto-kecil")
        for sha in sender.photos.keys() - self.looked_at:
            path = files.path(PhotoKey(LALAYAU, sha))
            need(path.exists() and path.read_bytes() == sender.photos[sha], f"photo {sha[:12]}")
            self.looked_at.add(sha)

    def settle(self) -> None:
        """In peace: what was not answered is sent again, and each is there exactly once."""
        url = self.mother.serve(self.data)
        for sender in self.senders:
            with sender.client(url) as client:
                sender.catch_up(client)
        self.mother.end(signal.SIGTERM)
        self.looked_at.clear()
        self.look()
        with contextlib.closing(sqlite3.connect(self.data / "sinar.db")) as db:
            (versions,) = db.execute("SELECT count(*) FROM laporan_versi").fetchone()
        sent = sum(len(sender.sent) for sender in self.senders)
        need(versions == sent, f"{versions} stored, {sent} sent", Doubled)


async def run(job: Job) -> None:
    """So many kills of one server's life, the last look in peace beside them."""
    await asyncio.to_thread(_besiege, job.folder, job.count, random.Random(job.seed), job.row)


def _besiege(folder: Path, kills: int, dice: random.Random, row: Row) -> None:
    with mother() as mine:
        siege = Siege(folder / "data", mine)
        siege.activate(dice)
        for number in range(kills):
            with row.case(f"kill {number + 1}"):
                life_s = dice.uniform(0.0, LONGEST_LIFE_S)
                siege.live_and_die(life_s, from_birth=dice.random() < 0.3)
                siege.look()
        siege.settle()
    reports = sum(len(sender.resi) for sender in siege.senders)
    photos = sum(len(sender.photos) for sender in siege.senders)
    row.told = f"{reports:,} reports and {photos:,} photos acknowledged"
