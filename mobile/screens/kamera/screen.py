"""The camera, wired: above its form, on the same draft."""

from __future__ import annotations

import flet as ft
import flet_camera as fc

from mobile.screens.form_parts.form import FormState
from mobile.screens.form_parts.locating import Locating
from mobile.screens.form_parts.opening import use_form
from mobile.screens.form_parts.photo_queue import Waiting
from mobile.screens.here import here
from mobile.screens.kamera import view
from mobile.screens.kamera.keys import Taps
from mobile.screens.kamera.state import KameraState
from mobile.screens.live import use_ticks
from mobile.screens.view import page_view
from mobile.widgets.layout import nothing

CLOCK_S = 20


@ft.component
def Kamera() -> ft.View:
    """The whole screen, dark."""
    form = use_form(ft.use_route_params().get("id", ""))
    inside = CameraPage(form, form.photos.state, form.locator.state) if form else nothing()
    return page_view(inside, dark=True)


@ft.component
def CameraPage(form: FormState, waiting: Waiting, locating: Locating) -> ft.Control:
    """Drawn anew with each photo that is kept; the control is the same one all along."""
    del waiting, locating  # it listens to them
    place = here()
    state, _ = ft.use_state(lambda: KameraState(form))
    camera, _ = ft.use_state(_camera_ref)
    _ticks, set_ticks = ft.use_state(0)

    def tick() -> bool:
        set_ticks(lambda count: count + 1)
        return True

    async def begin() -> None:
        if form.exits.camera_is_done:
            # A browser's Back from the form: the camera lies behind it, and is over.
            await form.exits.leave()
            return
        await state.open(camera.current)

    async def shoot() -> None:
        await state.shoot(camera.current)

    async def flash() -> None:
        await state.next_flash(camera.current)

    stop, _ = ft.use_state(lambda: place.on_resume(begin))
    ft.use_effect(begin, [], cleanup=stop)
    ft.use_dialog(view.heavy_question(state))
    use_ticks(CLOCK_S, tick)
    preview = ft.memo(Preview)(camera) if place.has_camera else None
    taps = Taps(
        shoot=shoot, gallery=state.gallery, flash=flash, again=begin, settings=state.settings,
        done=state.done,
    )  # fmt: skip
    return view.page(state, preview, _last_picture(form), taps)


@ft.component
def Preview(camera: ft.Ref[fc.Camera]) -> ft.Control:
    """Never drawn anew (see ``ft.memo``): a call to a camera lasts longer than a drawing does."""
    return fc.Camera(ref=camera, expand=True)


def _last_picture(form: FormState) -> str | bytes | None:
    if not form.draft.foto:
        return None
    photos, sha256 = form.place.phone.photos, form.draft.foto[-1].sha256
    return form.place.picture(photos.small_path(sha256)) if photos.has_small(sha256) else None


def _camera_ref() -> ft.Ref[fc.Camera]:
    return ft.Ref[fc.Camera]()
