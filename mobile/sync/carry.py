"""What travels beside the reports in POST sync: the roster's changes, the village's acts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from mobile.domain.member import Member, accepted, came, refused, sending
from mobile.ports import RosterStore, StateStore, SyncState
from shared.codec import decode, encode
from shared.laporan import Foto
from shared.protocol import ACCEPTED, ALREADY_HAVE, REFUSED, STALE, Change, Gap, Result
from shared.satlinmas import Anggota

AT_ONCE = 40
"""So many items of a kind in one call."""

Message = dict[str, Any]


class Carry(Protocol):
    """One list of the envelope. Each step may be taken twice without harm; all block."""

    @property
    def key(self) -> str:
        """Its name in the envelope."""
        ...

    def due(self) -> list[Message]:
        """What is to be sent, at most `AT_ONCE`; frozen before it is returned."""
        ...

    def result(self, sent: Mapping[str, Any], result: Result) -> None:
        """The kecamatan's word on one item that was sent."""
        ...

    def change(self, change: Change) -> None:
        """Something happened; a kind that is not its own is left alone."""
        ...

    def photos(self) -> list[tuple[str, Foto]]:
        """The photos of what the kecamatan has the text of, each with its item's id."""
        ...

    def settle(self, lacking: Collection[str]) -> None:
        """After an answer: these photos the kecamatan lacks, of all others it has the bytes."""
        ...


class RosterCarry:
    """The members that were changed on this phone."""

    key = "anggota"

    def __init__(self, roster: RosterStore) -> None:
        self._roster = roster

    def due(self) -> list[Message]:
        waiting = [member for member in self._roster.members() if member.waiting][:AT_ONCE]
        frozen = [self._update(member.id, sending) for member in waiting]
        return [encode(member.sent) for member in frozen if member and member.sent]

    def result(self, sent: Mapping[str, Any], result: Result) -> None:
        record = decode(Anggota, sent)
        if result.state in (ACCEPTED, ALREADY_HAVE):
            self._update(record.id, lambda m: accepted(m, record))
        elif result.state in (REFUSED, STALE):
            problems = result.problems or (Gap("", REFUSED),)
            self._update(record.id, lambda m: refused(m, record, problems))

    def change(self, change: Change) -> None:
        if change.kind == self.key and isinstance(change.data.get("id"), str):
            record = decode(Anggota, change.data)
            self._roster.update(record.id, lambda m: came(m, record))

    def photos(self) -> list[tuple[str, Foto]]:
        return []

    def settle(self, lacking: Collection[str]) -> None:
        """Members have no photos here."""

    def _update(self, ident: str, step: Callable[[Member], Member]) -> Member | None:
        if self._roster.get(ident) is None:
            return None
        return self._roster.update(ident, lambda m: step(m or Member(ident)))


def in_order(sent: Sequence[Message], results: Sequence[Result]) -> list[tuple[Message, Result]]:
    """Each item with the word on it, told by its id; one without a word is asked again."""
    by_id = {result.id: result for result in results}
    return [(item, by_id[item["id"]]) for item in sent if item["id"] in by_id]


def take_over(state: StateStore, roster: RosterStore) -> None:
    """Members that an earlier version of the app kept among the messages."""
    kept = state.sync_state().inbox
    old = {key: data for key, data in kept.items() if key.startswith("anggota/")}
    if not old:
        return
    carry = RosterCarry(roster)
    for data in old.values():
        carry.change(Change(0, carry.key, data))
    state.update_sync(lambda s: _without(s, old))


def _without(state: SyncState, old: Mapping[str, Any]) -> SyncState:
    return replace(state, inbox={k: v for k, v in state.inbox.items() if k not in old})
