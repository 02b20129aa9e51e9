"""Hands a report on, as text or PDF: by the share sheet, the clipboard, or as a saved file."""

from __future__ import annotations

from mobile import teks
from mobile.domain.record import Record
from mobile.ports import HandedFile
from mobile.screens.clipboard import copied
from mobile.screens.hands import PDF
from mobile.screens.here import Here
from mobile.usecases.kecamatan import kecamatan
from mobile.usecases.paper import PaperFile
from mobile.usecases.phone import Phone, off_loop
from mobile.widgets import buttons, sheet
from mobile.widgets.text import second, text
from shared.documents.wa_text import wa_text
from shared.laporan import Laporan
from shared.sensitif import may_leave

JPEG = "image/jpeg"


async def share_report(place: Here, record: Record) -> None:
    """ "Bagikan ke grup WhatsApp": the text, and the pictures that may leave, in one act."""
    words = _text(place, record)
    if place.hands.has_sheet:
        pictures = await off_loop(_pictures, place.phone, record.current)
        if await place.hands.share(teks.TEKS_JUDUL, words, pictures):
            return
    await _copy(place, words)


async def copy_report(place: Here, record: Record) -> None:
    """ "Salin teks laporan"."""
    await _copy(place, _text(place, record))


def _text(place: Here, record: Record) -> str:
    state = place.phone.state
    salam = str(state.sync_state().settings.get("salam") or "")
    return wa_text(kecamatan(state), record.current, record.last_resi, salam)


async def share_paper(place: Here, file: PaperFile) -> None:
    """ "Bagikan PDF", by the share sheet; saved where that does not open."""
    if not await place.hands.share(file.name, "", [HandedFile(file.name, PDF, file.data)]):
        await save_paper(place, file)


async def save_paper(place: Here, file: PaperFile) -> None:
    """ "Simpan PDF": where the person wants it; a browser puts it among its downloads."""
    if await place.hands.save(HandedFile(file.name, PDF, file.data)):
        place.say(teks.PDF_TERSIMPAN.format(nama=file.name))


def _pictures(phone: Phone, laporan: Laporan) -> list[HandedFile]:
    """Those that are not sensitif and still on this phone."""
    whole = [foto.sha256 for foto in may_leave(laporan.foto) if phone.photos.whole(foto.sha256)]
    return [
        HandedFile(teks.FOTO_BERKAS.format(ke=number), JPEG, phone.photos.read(sha256))
        for number, sha256 in enumerate(whole, 1)
    ]


async def _copy(place: Here, words: str) -> None:
    if await copied(words):
        place.say(teks.TEKS_DISALIN)
    else:
        _show(place, words)


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
