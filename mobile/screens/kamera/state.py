"""The camera above a form: open, shoot, take from the gallery; it stays open after a shot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import flet as ft

from mobile import teks
from mobile.ports import CameraProblem, InAppCamera, ShotFailed
from mobile.screens.form_parts.form import FormState
from mobile.screens.gallery import Picture, pick, read
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
    heavy: tuple[Picture, ...] = ()
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
        self.form.photos.begin()
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
        one = self.form.exits.retaking is not None
        picked = await pick(self.form.place.page, several=not one)
        if picked:
            self.form.photos.begin()
        asked: list[Picture] = []
        for picture in picked[:1] if one else picked:
            if not await self._has_room(len(asked)):
                self.form.photos.say(teks.FOTO_CUKUP)
                break
            if await self._is_heavy(picture):
                asked.append(picture)
            else:
                self._take(picture, from_gallery=True)
        self.heavy = tuple(asked)

    async def _has_room(self, asked: int) -> bool:
        """Whether one more fits; a picture that is refused leaves its place to the next."""
        if self.form.exits.retaking is not None:
            return True
        if self.form.photos.room <= asked:
            await self.form.photos.drained()
        return self.form.photos.room > asked

    async def _is_heavy(self, picture: Picture) -> bool:
        data = await read(picture)
        return await off_loop(self.form.place.phone.images.heavy, data)

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

    def _take_all(self, pictures: Iterable[Picture]) -> None:
        for picture in pictures:
            if self.full:
                self.form.photos.say(teks.FOTO_CUKUP)
                return
            self._take(picture, from_gallery=True)

    def _take(self, picture: Picture, *, from_gallery: bool = False) -> None:
        instead_of = self.form.exits.retaking
        self.form.photos.add(picture, from_gallery=from_gallery, instead_of=instead_of)
        if instead_of is not None:
            self.done()
