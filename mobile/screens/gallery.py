"""Pictures of the gallery: chosen all at once, read one at a time.

On a phone a picked picture stays where it is until its turn comes: twenty of them in memory would
end the app on a small one. A browser hands over the bytes, it knows no places.
"""

from __future__ import annotations

from pathlib import Path

import flet as ft

from mobile.usecases.phone import off_loop

Picture = bytes | Path


async def pick(page: ft.Page, *, several: bool = False) -> list[Picture]:
    """What the person chose, in that order; empty when nothing was."""
    files = await ft.FilePicker().pick_files(
        file_type=ft.FilePickerFileType.IMAGE,
        allow_multiple=several,
        with_data=page.web,
        cancel_upload_on_window_blur=False,
    )
    return [_picture(file) for file in files]


async def read(picture: Picture) -> bytes:
    """Its bytes; none of a file that is gone, which is said as a picture that cannot be read."""
    return await off_loop(_read, picture) if isinstance(picture, Path) else picture


def _picture(file: ft.FilePickerFile) -> Picture:
    if not file.bytes and file.path:
        return Path(file.path)
    return file.bytes or b""


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
