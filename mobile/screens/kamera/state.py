"""The camera above a form: open, shoot, take from the gallery; it stays open after a shot."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import flet as ft

from mobile import teks
from mobile.ports import CameraProblem, InAppCamera, ShotFailed
from mobile.screens.form_parts.form import FormState
from mobile.usecases.phone import off_loop
from shared.protocol import MAX_PHOTOS

OPENING, READY = "opening", "ready"
FLASH = ("auto", "always", "off")
Control = ft.Control


@ft.observable
@dataclass
class KameraState:
    """``stage`` is opening, ready, or why there is no camera (denied, none, failed)."""

    form: FormState
    stage: str = OPENING
    flash: str = ""
    shooting: bool = False
    heavy: tuple[bytes, ...] = ()
    """Pictures of the gallery that may be too much for this phone: the person is asked."""

    @property
    def number(self) -> int:
        """Which photo the next shot is."""
        return min(len(self.form.draft.foto) + self.form.photos.state.count + 1, MAX_PHOTOS)

    @property
    def full(self) -> bool:
        return self.form.exits.retaking is None and self.form.photos.room <= 0

    async def open(self, control: Control | None) -> None:
        """Start the preview; the gallery works in any case."""
        camera = self.form.place.camera
        if camera is None or not self.form.place.has_camera or control is None:
            self.stage = "none"
            return
        self.stage = OPENING
        found = await camera.open(control)
        if isinstance(found, CameraProblem):
            self.stage = found.reason
            return
        self.stage = READY
        self.flash = FLASH[0] if await camera.flash(control, FLASH[0]) else ""
        if not self.flash:  # what was refused must not be wished for at the shot
            await camera.flash(control, "off")

    async def shoot(self, control: Control | None) -> None:
        """One picture; it is worked on while the next one is taken."""
        camera = self.form.place.camera
        if self.shooting or self.full or camera is None or control is None:
            return
        self.shooting = True
        try:
            data = await self._shot(camera, control)
        except ShotFailed:
            self.form.photos.say(teks.KAMERA_LUPUT)
            await self.open(control)
            return
        finally:
            self.shooting = False
        self.form.place.buzz()
        self._take(data)

    async def next_flash(self, control: Control | None) -> None:
        """Automatic, on, off."""
        camera = self.form.place.camera
        if camera is None or control is None or not self.flash:
            return
        mode = FLASH[(FLASH.index(self.flash) + 1) % len(FLASH)]
        if await camera.flash(control, mode):
            self.flash = mode

    async def gallery(self) -> None:
        """Several at once; what is too many is said."""
        files = await ft.FilePicker().pick_files(
            file_type=ft.FilePickerFileType.IMAGE,
            allow_multiple=self.form.exits.retaking is None,
            with_data=True,
            cancel_upload_on_window_blur=False,
        )
        pictures = [await _bytes_of(file) for file in files]
        heavy = self.form.place.phone.images.heavy
        asked = [data for data in pictures if await off_loop(heavy, data)]
        self._take_all([data for data in pictures if data not in asked])
        self.heavy = tuple(asked)

    async def settings(self) -> None:
        """To the phone's settings, and try again on return."""
        permissions = self.form.place.permissions
        if permissions is not None:
            await permissions.open_settings()

    def done(self) -> None:
        """Back to the form, with what was taken; the rest is stored meanwhile."""
        self.form.exits.retaking = None
        self.form.exits.camera_is_done = True
        self.form.place.back()

    async def _shot(self, camera: InAppCamera, control: Control) -> bytes:
        """Some cameras take a wish for the flash and then fail at the shot: once more without."""
        try:
            return await camera.shoot(control)
        except ShotFailed:
            self.flash = ""
            await camera.flash(control, "off")
            return await camera.shoot(control)

    def take_heavy(self) -> None:
        """ "Tetap pakai"."""
        pictures, self.heavy = self.heavy, ()
        self._take_all(pictures)

    def skip_heavy(self) -> None:
        """ "Lewati"."""
        self.heavy = ()

    def _take_all(self, pictures: Iterable[bytes]) -> None:
        for data in pictures:
            if self.full:
                self.form.photos.say(teks.FOTO_CUKUP)
                return
            self._take(data, from_gallery=True)

    def _take(self, data: bytes, *, from_gallery: bool = False) -> None:
        instead_of = self.form.exits.retaking
        self.form.photos.add(data, from_gallery=from_gallery, instead_of=instead_of)
        if instead_of is not None:
            self.done()


async def _bytes_of(file: ft.FilePickerFile) -> bytes:
    if not file.bytes and file.path:
        return await asyncio.to_thread(_read, file.path)
    return file.bytes or b""


def _read(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""  # said as a picture that cannot be read
