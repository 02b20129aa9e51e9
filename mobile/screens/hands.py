"""Hands things on by Flet: the share sheet of a phone, a browser's downloads on a desk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import flet as ft

from mobile.ports import HandedFile
from mobile.usecases.phone import off_loop

PDF = "application/pdf"


class FletHands:
    """The real `Hands` of an app with a system of its own."""

    def __init__(self, page: ft.Page) -> None:
        self._page = page

    @property
    def has_sheet(self) -> bool:
        """On the phone; a desk's browser has its own as a matter of luck."""
        phones = (ft.PagePlatform.ANDROID, ft.PagePlatform.IOS)
        return not self._page.web and self._page.platform in phones

    async def share(self, title: str, words: str, files: Sequence[HandedFile]) -> bool:
        try:
            if files:
                given = [_share_file(file) for file in files]
                await ft.Share().share_files(given, title=title, text=words or None)
            else:
                await ft.Share().share_text(words, title=title)
        except (RuntimeError, TimeoutError):
            return False
        return True

    async def save(self, file: HandedFile) -> bool:
        data = await off_loop(_bytes_of, file)
        kind, endings = ft.FilePickerFileType.ANY, None
        if file.mime == PDF:  # Android knows no type for our own endings
            kind, endings = ft.FilePickerFileType.CUSTOM, ["pdf"]
        where = await ft.FilePicker().save_file(
            file_name=file.name, file_type=kind, allowed_extensions=endings, src_bytes=data
        )
        return bool(where) or self._page.web


def _share_file(file: HandedFile) -> ft.ShareFile:
    if isinstance(file.source, Path):
        return ft.ShareFile.from_path(str(file.source), name=file.name)
    return ft.ShareFile.from_bytes(file.source, mime_type=file.mime, name=file.name)


def _bytes_of(file: HandedFile) -> bytes:
    return file.source.read_bytes() if isinstance(file.source, Path) else file.source
