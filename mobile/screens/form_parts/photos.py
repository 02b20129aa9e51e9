"""The photos of a form: small pictures with a cross, the way to the camera, one photo's sheet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import flet as ft

from mobile import teks
from mobile.screens.form_parts import sections
from mobile.screens.form_parts.form import FormState
from mobile.screens.form_parts.photo_queue import Waiting
from mobile.screens.form_parts.question import question
from mobile.usecases import far_photos, photo
from mobile.widgets import buttons, sheet
from mobile.widgets.fields import Field, fault_line
from mobile.widgets.layout import nothing, side_by_side, stretched
from mobile.widgets.photo import add_photo, picture, thumb
from mobile.widgets.progress import working
from mobile.widgets.text import centred, second, text
from mobile.widgets.theme import colours, look
from shared.laporan import Foto
from shared.protocol import MAX_PHOTOS
from shared.widgets.layout import column, row

I = ft.Icons  # noqa: E741
SHEET = "foto:"
REMOVE = "hapus-foto:"
HEIGHT = 96


@ft.component
def Photos(form: FormState, waiting: Waiting) -> ft.Control:
    """The strip; a picture that is being stored keeps its place."""

    def fetch() -> None:
        form.place.task(_fetch, form)

    ft.use_effect(fetch, [])
    fotos = form.draft.foto
    parts: list[ft.Control] = [_thumb(form, n, foto) for n, foto in enumerate(fotos, 1)]
    parts += [_storing() for _ in range(waiting.count)]
    if len(parts) < MAX_PHOTOS:
        words = teks.FOTO_TAMBAH_LAGI if parts else teks.FOTO_AMBIL
        parts.append(add_photo(words, form.exits.camera, height=None if look().large else HEIGHT))
    wrong = [fault_line(waiting.trouble)] if waiting.trouble else []
    note = teks.FOTO_JUMLAH.format(ada=len(fotos), paling=MAX_PHOTOS)
    return question(form, sections.FOTO, teks.FOTO_JUDUL, _rows(parts), *wrong, note=note)


async def _fetch(form: FormState) -> None:
    """The small pictures of photos that only the kecamatan has."""
    phone = form.place.phone
    if await far_photos.fetch(phone, await far_photos.far(phone, form.editing.record)):
        form.redraw()


def photo_sheet(form: FormState, sha256: str) -> ft.BottomSheet | None:
    """One photo: larger, with its caption, and what can be done with it."""
    found = _numbered(form, sha256)
    if found is None:
        return None
    return sheet.sheet(PhotoSheet(form, *found), on_dismiss=form.close_sheet)


def remove_question(form: FormState, sha256: str) -> ft.BottomSheet | None:
    """A photo cannot be had back: ask."""
    found = _numbered(form, sha256)
    if found is None:
        return None

    def remove() -> None:
        form.close_sheet()
        photo.remove(form.editing, sha256)
        form.redraw()

    return sheet.question(
        teks.FOTO_HAPUS_TANYA.format(ke=found[0]), teks.FOTO_HAPUS_YA, remove, teks.TIDAK_JADI,
        form.close_sheet, serious=True, name=I.DELETE_OUTLINE,
    )  # fmt: skip


@ft.component
def PhotoSheet(form: FormState, number: int, foto: Foto) -> ft.Control:
    sensitif, set_sensitif = ft.use_state(foto.sensitif)

    def caption(words: str) -> None:
        photo.caption(form.editing, foto.sha256, words)
        form.keeper.refresh()

    def mark(event: ft.Event[ft.Switch]) -> None:
        set_sensitif(bool(event.control.value))
        photo.mark_sensitif(form.editing, foto.sha256, bool(event.control.value))
        form.keeper.refresh()

    async def again() -> None:
        form.close_sheet()
        await form.exits.retake(foto.sha256)

    return stretched(
        text(teks.FOTO_KE.format(ke=number, jumlah=len(form.draft.foto)), "title"),
        _large(_source(form, foto.sha256, big=True), _missing(form, foto.sha256)),
        Field(
            teks.FOTO_KETERANGAN, foto.keterangan, on_change=caption,
            hint=teks.FOTO_KETERANGAN_PETUNJUK, limit=200,
        ),
        row(
            column(text(teks.FOTO_SENSITIF_TANYA, "body"), second(teks.FOTO_SENSITIF_ISI),
                   gap=2, expand=True),
            ft.MergeSemantics(
                content=ft.Semantics(
                    content=ft.Switch(value=sensitif, on_change=mark),
                    label=teks.FOTO_SENSITIF_TANYA,
                )
            ),
        ),
        side_by_side(
            buttons.outline(teks.FOTO_ULANG, again, name=I.CAMERASWITCH),
            buttons.outline(teks.FOTO_HAPUS_YA, partial(form.open, REMOVE + foto.sha256),
                            name=I.DELETE_OUTLINE),
        ),
        buttons.primary(teks.TUTUP, form.close_sheet, name=I.CHECK),
        gap=14,
    )  # fmt: skip


def _large(source: str | bytes | None, missing: str) -> ft.Control:
    """The whole photo with its strip, nothing cut off."""
    if source is None:
        return picture(None, None, 240, missing=missing)
    return ft.Image(src=source, height=240, fit=ft.BoxFit.CONTAIN, border_radius=12,
                    gapless_playback=True)  # fmt: skip


def _numbered(form: FormState, sha256: str) -> tuple[int, Foto] | None:
    for number, foto in enumerate(form.draft.foto, 1):
        if foto.sha256 == sha256:
            return number, foto
    return None


def _thumb(form: FormState, number: int, foto: Foto) -> ft.Control:
    return thumb(
        _source(form, foto.sha256),
        partial(form.open, REMOVE + foto.sha256),
        teks.FOTO_HAPUS_KE.format(ke=number),
        partial(form.open, SHEET + foto.sha256),
        height=HEIGHT,
        missing=_missing(form, foto.sha256),
        open_words=teks.FOTO_BUKA_KE.format(ke=number),
        mark=teks.FOTO_SENSITIF_TANYA if foto.sensitif else "",
    )


def _missing(form: FormState, sha256: str) -> str:
    """What stands where there is no picture."""
    there = sha256 in photo.at_kecamatan(form.editing.record)
    return teks.FOTO_DI_KECAMATAN if there else teks.FOTO_TIDAK_ADA


def _source(form: FormState, sha256: str, *, big: bool = False) -> str | bytes | None:
    photos = form.place.phone.photos
    kinds = ((photos.has_small, photos.small_path), (photos.has, photos.path))
    for has, path in reversed(kinds) if big else kinds:
        if has(sha256):
            return form.place.picture(path(sha256))
    return None


def _storing() -> ft.Control:
    words = centred(teks.FOTO_MENYIMPAN, "meta", colours().on_surface_variant)
    return ft.Container(
        content=column(working(), words, gap=8, alignment=ft.MainAxisAlignment.CENTER),
        height=HEIGHT, padding=10, border_radius=14, bgcolor=colours().quiet,
    )  # fmt: skip


def _rows(parts: Sequence[ft.Control]) -> ft.Control:
    """Three in a row; two when the text is large."""
    many = 2 if look().large else 3
    rows = [_row(parts[start : start + many], many) for start in range(0, len(parts), many)]
    return stretched(*rows, gap=10)


def _row(parts: Sequence[ft.Control], many: int) -> ft.Control:
    filled = [*parts, *[nothing() for _ in range(many - len(parts))]]
    return row(*[ft.Container(content=part, expand=True) for part in filled], gap=10)
