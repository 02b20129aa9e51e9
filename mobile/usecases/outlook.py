"""What becomes of what waits on this phone: decided here, so that no two screens contradict."""

from __future__ import annotations

from datetime import datetime

from mobile import teks
from mobile.ports import SyncTrouble, TroubleKind
from mobile.usecases.phone import Phone
from shared.clock import WITA, jam, parse_time

SENDIRI, KODE, ALAMAT, BERHENTI = "sendiri", "kode", "alamat", "berhenti"


def outlook(phone: Phone) -> str:
    """What the next step depends on; `SENDIRI` when it goes by itself."""
    trouble = phone.sync.trouble
    if phone.state.sync_state().token_refused:
        return KODE
    if trouble is not None and trouble.kind is TroubleKind.TOKEN_REFUSED:
        return KODE
    if trouble is not None and trouble.kind is TroubleKind.BAD_ADDRESS:
        return ALAMAT
    return BERHENTI if phone.sync.is_stopped else SENDIRI


def fate(phone: Phone) -> str:
    """The sentence for whatever is finished here and not at the kecamatan yet."""
    return teks.NASIB[outlook(phone)]


def tried(trouble: SyncTrouble | None, now: datetime) -> str:
    """``Dicoba 02.15, belum ada sinyal.``; empty before the first attempt, and after a success."""
    if trouble is None or not trouble.at:
        return ""
    at = parse_time(trouble.at).astimezone(WITA)
    words = teks.DICOBA_PUKUL if at.date() == now.astimezone(WITA).date() else teks.DICOBA_LAMA
    why = teks.DICOBA_SEBAB.get(trouble.kind, teks.DICOBA_SEBAB["unexpected"])
    return words.format(jam=jam(at), sebab=why)
