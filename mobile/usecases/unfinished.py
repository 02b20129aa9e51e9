"""What was begun besides reports and never sent: said where it stands, and found on Beranda."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from mobile.domain.deed import Deed
from mobile.ports import SyncState
from mobile.usecases.phone import Phone
from shared.checks_act import ATTENDANCE, COMPLAINT, FOLLOW_UP_DONE, VILLAGE_DATA

Row = dict[str, Any]

KINDS = (VILLAGE_DATA, COMPLAINT, FOLLOW_UP_DONE, ATTENDANCE)


@dataclass(frozen=True)
class Unfinished:
    """One answer under way; ``ref``: the pembinaan that it belongs to, where there is one."""

    kind: str
    ref: str = ""


def find(phone: Phone) -> tuple[Unfinished, ...]:
    """All of them, the last one begun first; for those who are in a thread already."""
    state = phone.state.sync_state()
    drafts = [deed for deed in phone.deeds.all() if deed.draft and deed.kind in KINDS]
    drafts.sort(key=lambda deed: deed.waktu, reverse=True)
    found = (_named(deed, state) for deed in drafts if _says_something(deed))
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _says_something(deed: Deed) -> bool:
    """A field that was filled and emptied again is nothing to send."""
    return bool(deed.foto) or any(value not in ("", [], (), None) for value in deed.data.values())


def _named(deed: Deed, state: SyncState) -> Unfinished | None:
    if deed.kind == FOLLOW_UP_DONE:
        owner = _owner(deed.ref or "", state)
        return Unfinished(deed.kind, owner) if owner else None
    return Unfinished(deed.kind, (deed.ref or "") if deed.kind == ATTENDANCE else "")


def _owner(todo: str, state: SyncState) -> str:
    """The pembinaan that a follow-up belongs to; empty when it is here no more."""
    for data in state.inbox.values():
        found = data.get("tindak_lanjut")
        todos = cast("list[object]", found) if isinstance(found, list) else []
        if any(isinstance(one, dict) and cast("Row", one).get("id") == todo for one in todos):
            return str(data.get("id") or "")
    return ""
