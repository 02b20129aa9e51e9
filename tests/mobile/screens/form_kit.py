"""A form on a page without any client: Bu Ida's phone in memory, and a camera that obeys."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import flet as ft

from mobile.ports import CameraProblem, CameraReady, ShotFailed
from mobile.screens import routes
from mobile.screens.form_kegiatan.screen import FormKegiatan
from mobile.screens.form_kejadian.screen import FormKejadian
from mobile.screens.form_parts.form import FormState
from mobile.screens.form_parts.form_exits import key_of
from mobile.screens.hands import FletHands
from mobile.screens.here import Here, settle_in
from mobile.screens.kamera.screen import Kamera
from mobile.usecases.chips import learned
from mobile.usecases.phone import Phone
from mobile.usecases.start import begin
from shared.laporan import Kind, Laporan
from tests import cast
from tests.doubles.flet_tree import Tree, opened
from tests.doubles.phone import memory_phone


@dataclass
class ObedientCamera:
    """An `InAppCamera`; every shot is another picture."""

    problem: str | None = None
    has_flash: bool = True
    broken: bool = False
    shots: int = 0
    opened: int = 0
    modes: list[str] = field(default_factory=list)

    async def open(self, control: Any) -> CameraReady | CameraProblem:
        self.opened += 1
        return CameraProblem(self.problem) if self.problem else CameraReady("back")

    async def shoot(self, control: Any) -> bytes:
        if self.broken:
            raise ShotFailed("broken")
        self.shots += 1
        return f"picture {self.shots}".encode()

    async def flash(self, control: Any, mode: str) -> bool:
        self.modes.append(mode)
        return self.has_flash


@dataclass
class Written:
    """One form on its page."""

    tree: Tree
    phone: Phone
    place: Here
    ident: str
    camera: ObedientCamera

    @property
    def form(self) -> FormState:
        task: Any = self.place.kept[key_of(self.ident)]
        return task.result()

    @property
    def draft(self) -> Laporan:
        """As the person sees it."""
        return self.form.draft

    @property
    def stored(self) -> Laporan:
        """As it lies in the store."""
        record = self.phone.laporan.get(self.ident)
        assert record is not None
        return record.current

    async def saved(self) -> None:
        await self.tree.until(lambda: self.form.editing.safe)

    def shows(self, words: str) -> bool:
        return self.tree.has(words)


def app() -> ft.Control:
    """The forms and the camera, as the app nests them."""
    kinds = [(Kind.KEGIATAN, FormKegiatan), (Kind.KEJADIAN, FormKejadian)]
    nested = [
        ft.Route(path=f"{kind}/:id", component=screen,
                 children=[ft.Route(path="kamera", component=Kamera)])
        for kind, screen in kinds
    ]  # fmt: skip
    root = ft.Route(path="/", component=Elsewhere, children=[
        *nested, ft.Route(path="*", component=Elsewhere),
    ])  # fmt: skip
    return ft.Router([root], not_found=Elsewhere, manage_views=True)


@ft.component
def Elsewhere() -> ft.View:
    """Any other screen."""
    return ft.View(route=ft.use_view_path() or "/", controls=[ft.Text("elsewhere")])


@asynccontextmanager
async def writing(
    phone: Phone | None = None,
    ident: str | None = None,
    kind: Kind = Kind.KEGIATAN,
    camera: ObedientCamera | None = None,
) -> AsyncIterator[Written]:
    """A form of a new report, or of the one named, open on a page."""
    phone = phone or memory_phone()
    if ident is None:
        ident = (await begin(phone, kind)).id
    camera = camera or ObedientCamera()
    route = routes.form(kind, ident)
    async with opened(route=route) as tree:
        tree.page.on_error = lambda e: tree.errors.append(str(e.data))
        place = Here(tree.page, phone, str, FletHands(tree.page), camera=camera, has_camera=True)
        place.trail.append(routes.BERANDA)
        settle_in(place)
        tree.page.render_views(ft.component(app))
        written = Written(tree, phone, place, ident, camera)
        await tree.until(lambda: tree.has("Di mana?"))
        await tree.settle()
        yield written
        if key_of(ident) in place.kept:
            await written.form.exits.close()


def with_memory(phone: Phone, *reports: Laporan) -> Phone:
    """The phone has finished these before."""
    for laporan in reports:
        phone.state.set_memory(learned(phone.state.memory(), laporan))
    return phone


PATROL = cast.patrol()
