"""What the village does besides reporting, as the phone keeps it until the kecamatan has it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from shared.codec import encode
from shared.laporan import Foto
from shared.protocol import Gap


@dataclass(frozen=True)
class Deed:
    """One act of the protocol; ``received`` once the kecamatan has its text.

    One whose photos are still to go stays; one that was refused stays with the reason. A ``draft``
    is still being written and goes nowhere.
    """

    id: str
    kind: str
    ref: str | None
    waktu: str
    data: dict[str, Any] = field(default_factory=dict[str, Any])
    foto: tuple[Foto, ...] = ()
    received: bool = False
    problems: tuple[Gap, ...] = ()
    draft: bool = False

    @property
    def waiting(self) -> bool:
        """Whether its text is still to be sent."""
        return not self.draft and not self.received and not self.problems


def received(deed: Deed) -> Deed:
    """The kecamatan has its text."""
    return replace(deed, received=True, problems=())


def refused(deed: Deed, problems: tuple[Gap, ...]) -> Deed:
    """The kecamatan will never take it."""
    return replace(deed, problems=problems)


def message(deed: Deed) -> dict[str, Any]:
    """The protocol's act."""
    foto = {"foto": encode(deed.foto)} if deed.foto else {}
    return {
        "id": deed.id, "kind": deed.kind, "ref": deed.ref, "waktu": deed.waktu,
        "data": {**deed.data, **foto},
    }  # fmt: skip
