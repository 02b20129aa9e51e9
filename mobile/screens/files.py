"""Files that the person hands on or chooses: by the share sheet, a save dialogue, a picker."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import flet as ft

from mobile.screens.here import Here
from mobile.screens.share import has_share_sheet
from mobile.usecases.phone import off_loop


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
    """Share a file from this phone; in a browser it is saved among the downloads."""
    if has_share_sheet(place.page):
        file = ft.ShareFile.from_path(str(path), name=path.name)
        await ft.Share().share_files([file], title=path.name)
        return
    data = await off_loop(path.read_bytes)
    await ft.FilePicker().save_file(file_name=path.name, src_bytes=data)


async def choose(place: Here) -> Chosen | None:
    """One file, of whatever kind: many phones do not know our endings."""
    files = await ft.FilePicker().pick_files(
        with_data=place.page.web, cancel_upload_on_window_blur=False
    )
    for file in files[:1]:
        source = Path(file.path) if file.path and not place.page.web else file.bytes or b""
        return Chosen(file.name, source)
    return None
