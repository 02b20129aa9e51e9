"""Hands a report on, as text or PDF: by the share sheet, the clipboard, or as a saved file."""

from __future__ import annotations

import asyncio

import flet as ft

from mobile import teks
from mobile.domain.record import Record
from mobile.screens.here import Here
from mobile.usecases.paper import PaperFile
from mobile.widgets import buttons, sheet
from mobile.widgets.text import second, text
from shared.documents.wa_text import wa_text

PATIENCE_S = 3
PDF = "application/pdf"


async def share_report(place: Here, record: Record) -> None:
    """ "Bagikan teks ke grup WhatsApp"."""
    words = wa_text(record.current, record.last_resi)
    if has_share_sheet(place.page):
        await ft.Share().share_text(words, title=teks.TEKS_JUDUL)
    elif await copied(words):
        place.say(teks.TEKS_DISALIN)
    else:
        _show(place, words)


async def copy_report(place: Here, record: Record) -> None:
    """ "Salin teks laporan"."""
    words = wa_text(record.current, record.last_resi)
    if await copied(words):
        place.say(teks.TEKS_DISALIN)
    else:
        _show(place, words)


async def share_paper(file: PaperFile) -> None:
    """ "Bagikan PDF", by the system's share sheet."""
    shared = ft.ShareFile.from_bytes(file.data, mime_type=PDF, name=file.name)
    await ft.Share().share_files([shared], title=file.name)


async def save_paper(place: Here, file: PaperFile) -> None:
    """ "Simpan PDF": where the person wants it; a browser puts it among its downloads."""
    where = await ft.FilePicker().save_file(
        file_name=file.name, file_type=ft.FilePickerFileType.CUSTOM, allowed_extensions=["pdf"],
        src_bytes=file.data,
    )  # fmt: skip
    if where or place.page.web:
        place.say(teks.PDF_TERSIMPAN.format(nama=file.name))


async def copied(words: str) -> bool:
    """Put words on the clipboard; False in a browser that does not allow it."""
    try:
        await asyncio.wait_for(ft.Clipboard().set(words), PATIENCE_S)
    except (RuntimeError, TimeoutError):
        return False
    return True


def has_share_sheet(page: ft.Page) -> bool:
    """On the phone; a browser's own is a matter of luck."""
    return not page.web and page.platform in (ft.PagePlatform.ANDROID, ft.PagePlatform.IOS)


def _show(place: Here, words: str) -> None:
    """The text itself, to be copied by hand."""
    place.page.show_dialog(
        sheet.sheet(
            text(teks.TEKS_JUDUL, "title"),
            second(teks.TEKS_GAGAL),
            text(words, "body", selectable=True),
            buttons.outline(teks.TUTUP, lambda: place.page.pop_dialog()),
        )
    )
