"""Files that the person hands on or chooses: by the share sheet, a save dialogue, a picker."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import flet as ft

from mobile.ports import HandedFile
from mobile.screens.here import Here
from mobile.usecases.phone import off_loop

SEALED = "application/octet-stream"


@dataclass(frozen=True)
class Chosen:
    """A file that was picked; a browser gives its bytes, a phone its place."""

    name: str
    source: Path | bytes

    async def bytes(self) -> bytes:
        """All of it; raises OSError."""
        if isinstance(self.source, Path):
            return await off_loop(self.source.read_bytes)
        return self.source


async def hand_on(place: Here, path: Path) -> None:
    """Share a file of this app; where there is no sheet it is saved among the downloads."""
    file = HandedFile(path.name, SEALED, path)
    if not (place.hands.has_sheet and await place.hands.share(path.name, "", [file])):
        await place.hands.save(file)


async def choose(place: Here) -> Chosen | None:
    """One file, of whatever kind: many phones do not know our endings."""
    files = await ft.FilePicker().pick_files(
        with_data=place.page.web, cancel_upload_on_window_blur=False
    )
    for file in files[:1]:
        source = Path(file.path) if file.path and not place.page.web else file.bytes or b""
        return Chosen(file.name, source)
    return None
