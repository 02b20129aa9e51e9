"""The village's deeds on their way: texts with the next call, photos after the reports' photos."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from mobile.domain.deed import message, received, refused
from mobile.ports import DeedStore
from mobile.sync.carry import AT_ONCE
from shared.laporan import Foto
from shared.protocol import ACCEPTED, ALREADY_HAVE, REFUSED, Change, Gap, Result

Message = dict[str, Any]


class DeedCarry:
    """Invitations answered, follow-ups ticked off, and whatever else is an act."""

    key = "acts"

    def __init__(self, deeds: DeedStore) -> None:
        self._deeds = deeds

    def due(self) -> list[Message]:
        return [message(deed) for deed in self._deeds.all() if deed.waiting][:AT_ONCE]

    def result(self, sent: Mapping[str, Any], result: Result) -> None:
        if result.state in (ACCEPTED, ALREADY_HAVE):
            self._deeds.update(sent["id"], received)
        elif result.state == REFUSED:
            problems = result.problems or (Gap("", REFUSED),)
            self._deeds.update(sent["id"], lambda deed: refused(deed, problems))

    def change(self, change: Change) -> None:
        """What comes of a deed comes back as a change of its own kind, which is kept elsewhere."""

    def photos(self) -> list[tuple[str, Foto]]:
        return [
            (deed.id, foto) for deed in self._deeds.all() if deed.received for foto in deed.foto
        ]

    def settle(self, lacking: Collection[str]) -> None:
        """The kecamatan has all of it: nothing more is to be remembered."""
        for deed in self._deeds.all():
            if deed.received and not any(foto.sha256 in lacking for foto in deed.foto):
                self._deeds.update(deed.id, lambda _: None)
