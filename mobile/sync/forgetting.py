"""A member was erased on request: this phone forgets the name too, in roster, reports and chips."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from mobile.domain.member import Member
from mobile.domain.record import Record
from mobile.ports import LaporanStore, Memory, RosterStore, StateStore
from shared import erasing
from shared.codec import decode_laporan, encode
from shared.laporan import Foto, Laporan
from shared.protocol import Change, Result
from shared.status import PhoneState


@dataclass
class Forgetting:
    """Brings nothing to the kecamatan; hears only that somebody is to be forgotten."""

    roster: RosterStore
    laporan: LaporanStore
    state: StateStore

    key = "dihapus"

    def due(self) -> list[dict[str, Any]]:
        return []

    def result(self, sent: Mapping[str, Any], result: Result) -> None:
        """Nothing is sent."""

    def photos(self) -> list[tuple[str, Foto]]:
        return []

    def settle(self, lacking: Collection[str]) -> None:
        """There are no photos here."""

    def change(self, change: Change) -> None:
        ident = change.data.get("id")
        if change.kind == erasing.CHANGE and isinstance(ident, str):
            names = self._names(ident)
            self._reports(ident, names)
            self.state.set_memory(_without(self.state.memory(), names))
            # Last: until then a crash finds the name again and takes every step once more.
            self._member(ident)

    def _names(self, ident: str) -> frozenset[str]:
        member, draft = self.roster.get(ident), self.roster.drafts().get(ident)
        records = [member.base, member.mine, member.sent] if member else []
        return frozenset(one.nama for one in (*records, draft) if one and one.nama)

    def _reports(self, ident: str, names: frozenset[str]) -> None:
        def forgotten(record: Record) -> Record:
            return without_person(record, ident, names)

        for record in self.laporan.open_records():
            self.laporan.update(record.id, forgotten)
        for month in self.laporan.months():
            self.laporan.update_month(month, forgotten)

    def _member(self, ident: str) -> None:
        """Own edits that wait go too; the blank record comes right behind."""
        self.roster.drop_draft(ident)
        known = self.roster.get(ident)
        if known is not None and (known.mine or known.sent):
            self.roster.update(ident, lambda m: Member(ident, base=(m or known).base))


def without_person(record: Record, ident: str, names: Collection[str]) -> Record:
    """The record without the name; a version that is on its way now stays as it is.

    The kecamatan forgets the name in it when it arrives.
    """

    def forget(laporan: Laporan | None) -> Laporan | None:
        if laporan is None:
            return None
        message = encode(laporan)
        after = erasing.forget(message, ident, names)
        return laporan if after == message else decode_laporan(after)

    on_its_way = record.sent_state is PhoneState.QUEUED and record.tries > 0
    sent = record.sent if on_its_way else forget(record.sent)
    before = record.before
    if before is not None:
        before = replace(before, laporan=forget(before.laporan) or before.laporan)
    return replace(
        record, draft=forget(record.draft), sent=sent, newer=forget(record.newer), before=before
    )


def _without(memory: Memory, names: Collection[str]) -> Memory:
    def kept(known: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in known if not erasing.same_name(name, names))

    return replace(memory, nama=kept(memory.nama), regu_terakhir=kept(memory.regu_terakhir))
