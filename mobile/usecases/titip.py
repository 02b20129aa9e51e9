"""Titip laporan: what could not be sent leaves as one sealed file that somebody else carries.

TitipError
├── NothingToSend   all has been sent: there is nothing to hand on
├── NoServerKey     the phone has not heard the kecamatan's key yet: connect once first
├── NoTokenLeft     the phone must get a new code before it may seal anything
└── NotAPackage     what was opened is none (`reason`): choose another file
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mobile.domain.parcel import Parcel, SealingKey
from mobile.domain.record import Record, tried
from mobile.ports import SyncReason
from mobile.usecases.phone import Phone, off_loop
from shared.clock import WITA
from shared.codec import encode
from shared.frames import frame
from shared.laporan import Foto, Kind
from shared.sealed_file import ForeignFileError, NewerFileError, SealedFileError, head_of, seal
from shared.sealed_file import read_head as read_sealed_head
from shared.status import PhoneState
from shared.titipan import (
    ABOUT,
    FOTO,
    KIND,
    LAPORAN,
    MAX_BYTES,
    MAX_LAPORAN,
    SETTING,
    SIGNATURE,
    SUFFIX,
    Signed,
)

ROOM_BYTES = MAX_BYTES - 4 * 1024 * 1024
"""What reports and photos may take of a package; the rest is for seals and frames."""


class TitipError(Exception):
    """Nothing was handed on; the reports stay where they are."""


class NothingToSend(TitipError):
    """Every finished report has been received."""


class NoServerKey(TitipError):
    """The key comes with the first connection; go where there is a signal once."""


class NoTokenLeft(TitipError):
    """Ask the kecamatan for a new code."""


class NotAPackage(TitipError):
    """``reason``: `titipan_foreign`, `titipan_newer`, `titipan_damaged` or `titipan_huge`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Waiting:
    """What a package would hold now, and whether this phone can seal one."""

    laporan: int = 0
    photos: int = 0
    bytes: int = 0
    can_seal: bool = True


@dataclass(frozen=True)
class Package:
    """A sealed file on this phone; ``left`` reports did not fit in."""

    path: Path
    laporan: int
    photos: int
    bytes: int
    left: int = 0


async def waiting(phone: Phone) -> Waiting:
    """What has not been received yet."""
    return await off_loop(_waiting, phone)


async def make(phone: Phone) -> Package:
    """Seal what waits into one file; raises TitipError or StoreError.

    From here on the kecamatan may have these versions, so mending one makes the next.
    """
    token = await phone.secrets.token()
    if not token:
        raise NoTokenLeft
    await phone.need_post().sealing.ready()
    package = await off_loop(_make, phone, token)
    phone.feed.tell()
    return package


async def carry(phone: Phone, name: str, data: bytes) -> Parcel:
    """Keep somebody else's package and bring it as soon as there is a signal.

    Raises NotAPackage or StoreError.
    """
    parcel = await off_loop(_carry, phone, name, data)
    phone.feed.tell()
    phone.sync.request_sync(SyncReason.TAP)
    return parcel


async def carried(phone: Phone) -> tuple[Parcel, ...]:
    """What this phone carries for others, and what became of what it carried."""
    return tuple(await off_loop(phone.need_post().parcels.carried))


async def let_go(phone: Phone, sha256: str) -> None:
    """Take a package off this phone."""
    await off_loop(phone.need_post().parcels.let_go, sha256)
    phone.feed.tell()


def _waiting(phone: Phone) -> Waiting:
    records = unsent(phone)
    fotos = _photos(phone, records)
    return Waiting(
        laporan=len(records),
        photos=len(fotos),
        bytes=sum(foto.size for foto in fotos.values()),
        can_seal=bool(phone.state.sync_state().settings.get(SETTING)),
    )


def unsent(phone: Phone) -> list[Record]:
    """Finished reports whose text or photos the kecamatan lacks, a kejadian before all else."""
    found = [record for record in phone.laporan.open_records() if _is_unsent(record)]
    return sorted(found, key=_rank)


def _is_unsent(record: Record) -> bool:
    waits = (PhoneState.QUEUED, PhoneState.TEXT_RECEIVED)
    return record.sent is not None and record.sent_state in waits


def _rank(record: Record) -> tuple[bool, str, str]:
    kejadian = record.sent is not None and record.sent.kind == Kind.KEJADIAN
    return not kejadian, record.finished_at, record.id


def _photos(phone: Phone, records: list[Record]) -> dict[str, Foto]:
    """What the kecamatan may lack of them and this phone still has, each once."""
    found: dict[str, Foto] = {}
    for record in records:
        for foto in record.sent.foto if record.sent else ():
            arrived = record.sent_state is PhoneState.TEXT_RECEIVED
            sent = arrived and foto.sha256 not in record.missing
            if not sent and phone.photos.whole(foto.sha256):
                found[foto.sha256] = foto
    return found


def _make(phone: Phone, token: str) -> Package:
    public = phone.state.sync_state().settings.get(SETTING)
    if not isinstance(public, str):
        raise NoServerKey
    every = unsent(phone)
    records = _fitting(phone, every)
    if not records:
        raise NothingToSend
    for record in records:
        versi = record.sent.versi if record.sent else 0
        phone.laporan.update(record.id, lambda r, versi=versi: tried(r, versi))
    fotos = _photos(phone, records)
    key = phone.need_post().sealing.for_server(public)
    file = phone.need_post().parcels.write_out(
        _file_name(phone), _sealed(phone, token, key, records, fotos)
    )
    return Package(file.path, len(records), len(fotos), file.size, len(every) - len(records))


def _fitting(phone: Phone, records: list[Record]) -> list[Record]:
    """As many as one package takes."""
    taken: list[Record] = []
    room = ROOM_BYTES
    for record in records[:MAX_LAPORAN]:
        room -= len(_text(record)) + sum(foto.size for foto in _photos(phone, [record]).values())
        if room < 0:
            break
        taken.append(record)
    return taken


def _sealed(
    phone: Phone, token: str, key: SealingKey, records: list[Record], fotos: dict[str, Foto]
) -> Iterator[bytes]:
    """The bytes of the file, one photo in memory at a time."""
    head, lines = head_of(KIND, key.facts)
    signed = Signed(head.bound)

    def content() -> Iterator[bytes]:
        yield signed.add(frame(ABOUT, _about(phone)))
        for record in records:
            yield signed.add(frame(LAPORAN, _text(record)))
        for sha256 in fotos:
            yield signed.add(frame(FOTO, phone.photos.read(sha256)))
        yield frame(SIGNATURE, phone.need_post().sealing.sign(token, signed.digest))

    yield lines
    yield from seal(head, content(), key.cipher)


def _about(phone: Phone) -> bytes:
    who = phone.identity()
    told = {
        "device": who.device_id, "desa": who.desa_kode, "dibuat": phone.now(),
        "app_version": phone.app_version,
    }  # fmt: skip
    return json.dumps(told).encode()


def _text(record: Record) -> bytes:
    """As it would leave in a sync: JSON in ASCII."""
    return json.dumps(encode(record.sent), separators=(",", ":")).encode("ascii")


def _file_name(phone: Phone) -> str:
    """``titipan-lalayau-20261124-2041.titip``"""
    desa = "".join(c for c in phone.identity().desa_nama.lower() if c.isascii() and c.isalnum())
    return f"titipan-{desa}-{phone.clock.now().astimezone(WITA):%Y%m%d-%H%M}{SUFFIX}"


def _carry(phone: Phone, name: str, data: bytes) -> Parcel:
    if len(data) > MAX_BYTES:
        raise NotAPackage("titipan_huge")
    try:
        read_sealed_head(io.BytesIO(data), KIND)
    except ForeignFileError as error:
        raise NotAPackage("titipan_foreign") from error
    except NewerFileError as error:
        raise NotAPackage("titipan_newer") from error
    except SealedFileError as error:
        raise NotAPackage("titipan_damaged") from error
    return phone.need_post().parcels.take(name, data, phone.now())
