"""Complaints of the village about the app and the service: written here, answered at the desk."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from mobile.domain.deed import Deed, message
from mobile.ports import READ, SyncReason, SyncState
from mobile.usecases.phone import Phone, off_loop
from shared.checks_act import COMPLAINT, act_gaps
from shared.clock import parse_time
from shared.protocol import Gap
from shared.status import BARU

FORM = "baru"
"""What is being written is one, until it is sent."""

MENUNGGU, DITOLAK = "menunggu", "ditolak"
"""What the kecamatan says of it, and, before it is there, what the phone does."""


@dataclass(frozen=True)
class Complaint:
    """One of the village's; ``nama`` told it, ``oleh`` answered."""

    id: str
    teks: str
    waktu: str
    status: str
    nama: str = ""
    jawaban: str = ""
    dijawab: str = ""
    oleh: str = ""
    unread: bool = False
    problems: tuple[Gap, ...] = ()


async def complaints(phone: Phone) -> tuple[Complaint, ...]:
    """All of them, the newest first, with those that wait for a signal."""
    return await off_loop(_all, phone)


async def send(phone: Phone, ident: str, teks: str) -> tuple[Gap, ...]:
    """Tell the kecamatan; the gaps when something stands against it.

    On disk when it returns without; the same ``ident`` again is the same complaint.
    """
    deed = Deed(ident, COMPLAINT, None, phone.now(), {"teks": teks.strip()})
    if found := tuple(act_gaps(message(deed))):
        return found
    await off_loop(_put, phone, deed)
    phone.feed.tell()
    phone.sync.request_sync(SyncReason.TAP)
    return ()


async def take_back(phone: Phone, refused: Complaint) -> None:
    """Put the words of a refused one back into the form. Raises StoreError."""
    draft = Deed(f"{COMPLAINT}/{FORM}", COMPLAINT, FORM, phone.now(), {"teks": refused.teks},
                 draft=True)  # fmt: skip
    await off_loop(phone.deeds.put, draft)
    await off_loop(phone.deeds.update, refused.id, lambda _: None)
    phone.feed.tell()


async def mark_read(phone: Phone, idents: Collection[str]) -> None:
    """Remember that these answers were seen; quiet when there are none. Raises StoreError."""
    if idents:
        await off_loop(phone.state.update_sync, lambda state: _marked(state, idents))
        phone.feed.tell()


async def unread(phone: Phone) -> int:
    """The counter at the tab."""
    return len(await off_loop(unread_texts, phone))


def unread_texts(phone: Phone) -> tuple[str, ...]:
    """Those that have an answer which nobody has seen, for those who are in a thread already."""
    return tuple(one.teks for one in _all(phone) if one.unread)


def new_id() -> str:
    """For one that is begun."""
    return str(uuid.uuid4())


def _all(phone: Phone) -> tuple[Complaint, ...]:
    found = _told(phone)
    known = {one.id for one in found}
    found += [
        _mine(phone, deed) for deed in phone.deeds.all()
        if deed.kind == COMPLAINT and not deed.draft and deed.id not in known
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: parse_time(one.waktu), reverse=True))


def _told(phone: Phone) -> list[Complaint]:
    found: list[Complaint] = []
    for key, data in phone.state.sync_state().inbox.items():
        if key.partition("/")[0] != COMPLAINT:
            continue
        try:
            found.append(_complaint(data))
        except (TypeError, ValueError, KeyError):
            continue  # a message that this version cannot read; a newer one will
    return found


def _complaint(data: dict[str, Any]) -> Complaint:
    parse_time(data["waktu"])
    jawaban, dijawab = str(data.get("jawaban") or ""), str(data.get("dijawab") or "")
    return Complaint(
        str(data["id"]), str(data["teks"]), data["waktu"], str(data["status"]),
        nama=str(data.get("nama") or ""), jawaban=jawaban, dijawab=dijawab,
        oleh=str(data.get("oleh") or ""), unread=bool(jawaban) and data.get(READ) != dijawab,
    )  # fmt: skip


def _mine(phone: Phone, deed: Deed) -> Complaint:
    status = DITOLAK if deed.problems else MENUNGGU if deed.waiting else BARU
    return Complaint(
        deed.id, str(deed.data.get("teks", "")), deed.waktu, status,
        nama=phone.identity().pelapor.nama, problems=deed.problems,
    )  # fmt: skip


def _put(phone: Phone, deed: Deed) -> None:
    phone.deeds.put(deed)
    phone.deeds.update(f"{COMPLAINT}/{FORM}", lambda _: None)


def _marked(state: SyncState, idents: Collection[str]) -> SyncState:
    keys = [key for ident in idents if (key := f"{COMPLAINT}/{ident}") in state.inbox]
    seen = {key: {**state.inbox[key], READ: state.inbox[key].get("dijawab")} for key in keys}
    return replace(state, inbox={**state.inbox, **seen})
