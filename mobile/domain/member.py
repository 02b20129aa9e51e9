"""A member of the village's roster as the phone keeps it: what the kecamatan has, what is changed.

Every change is a pure function from one `Member` to the next, so that after a crash each step can
simply be taken again.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from shared.protocol import Gap
from shared.satlinmas import Anggota

_BESIDE = ("id", "versi", "desa", "diubah")
_EDITED = tuple(field.name for field in fields(Anggota) if field.name not in _BESIDE)


@dataclass(frozen=True)
class Member:
    """``base`` is the kecamatan's last known record, ``mine`` the wanted one while they differ.

    ``sent`` is frozen from the first attempt on until the kecamatan's word comes: the kecamatan
    finds by its version what both editors started from.
    """

    id: str
    base: Anggota | None = None
    mine: Anggota | None = None
    sent: Anggota | None = None
    problems: tuple[Gap, ...] = ()

    @property
    def shown(self) -> Anggota:
        """The record as the person sees it."""
        found = self.mine or self.sent or self.base
        if found is None:
            raise ValueError(self.id)
        return found

    @property
    def waiting(self) -> bool:
        """Whether something of it is still to be sent."""
        return self.sent is not None or (self.mine is not None and not self.problems)


def same(one: Anggota | None, other: Anggota | None) -> bool:
    """Whether two records say the same of the person."""
    if one is None or other is None:
        return one is other
    return all(getattr(one, name) == getattr(other, name) for name in _EDITED)


def edited(member: Member | None, wanted: Anggota) -> Member:
    """The person saved: it is to be sent, unless nothing was changed."""
    member = member or Member(wanted.id)
    known = member.sent or member.base
    return replace(member, mine=None if same(wanted, known) else wanted, problems=())


def sending(member: Member) -> Member:
    """Freeze what leaves now; a repeat leaves as it was the first time."""
    if member.sent is not None or member.mine is None or member.problems:
        return member
    versi = (member.base.versi if member.base else 0) + 1
    return replace(member, sent=replace(member.mine, versi=versi))


def accepted(member: Member, sent: Anggota) -> Member:
    """The kecamatan has it; what it made of it comes as a change when it is something else."""
    if member.sent != sent:
        return member
    newer = member.base is not None and member.base.versi >= sent.versi
    base = member.base if newer else sent
    mine = None if same(member.mine, sent) else member.mine
    return replace(member, base=base, mine=mine, sent=None)


def refused(member: Member, sent: Anggota, problems: tuple[Gap, ...]) -> Member:
    """It will not be taken in so: the reasons stand at the fields until it is mended."""
    if member.sent != sent:
        return member
    changed_since = not same(member.mine, sent)
    kept = replace(member, sent=None, mine=member.mine or sent)
    return kept if changed_since else replace(kept, problems=problems)


def came(member: Member | None, record: Anggota) -> Member:
    """The kecamatan's record: own changes that wait are kept, field by field."""
    if member is None:
        return Member(record.id, base=record)
    known = member.base
    if known is not None and record.versi < known.versi:
        return member
    mine = member.mine
    if mine is not None:
        own: dict[str, Any] = {
            name: getattr(mine, name)
            for name in _EDITED
            if known is None or getattr(mine, name) != getattr(known, name)
        }
        mine = replace(record, **own, diubah=mine.diubah)
        mine = None if same(mine, record) and member.sent is None else mine
    return replace(member, base=record, mine=mine)
