"""The in-app camera: opening it, shooting, and plain reasons when it will not.

The external camera app is never started: on small phones that restarts ours and loses the form.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import flet as ft

from mobile.ports import CameraProblem, CameraReady, ShotFailed

if TYPE_CHECKING:
    # Read where it is called: by then the screen with the preview has brought it.
    import flet_camera as fc

DENIED, NONE, FAILED = "denied", "none", "failed"

_RETRY_AFTER_S = 0.3  # the list of cameras fails now and then right after the preview appears
_PATIENCE_S = 30  # includes the time a person needs to answer the question for permission
_SHOT_S, _WISH_S = 8, 3
"""A hung camera: a shot, the flash off and one more shot take less than twenty seconds."""

_BUSY_WORDS = ("ongoing", "inprogress")
_DENIED_WORDS = ("denied", "permission", "notallowed")
_NONE_WORDS = ("notfound", "nocamera")


def has_camera(page: ft.Page) -> bool:
    """Whether the control may be shown at all; on a desktop it would raise."""
    return page.web or page.platform in (ft.PagePlatform.ANDROID, ft.PagePlatform.IOS)


async def open_camera(control: fc.Camera) -> CameraReady | CameraProblem:
    """Start the preview of the back camera in a control that is on the page."""
    try:
        async with asyncio.timeout(_PATIENCE_S):
            cameras = await _cameras(control)
            if not cameras:
                return CameraProblem(NONE)
            chosen = _back_first(cameras)[0]
            await _start(control, chosen)
    except TimeoutError:
        return CameraProblem(FAILED)
    except RuntimeError as error:  # what Flet raises when the platform refuses
        return CameraProblem(reason_of(str(error)))
    await _hold_upright(control)
    return CameraReady(chosen.lens_direction.value, len(cameras))


async def shoot(control: fc.Camera) -> bytes:
    """One picture as the camera's JPEG; raises ShotFailed."""
    try:
        picture = await asyncio.wait_for(control.take_picture(), _SHOT_S)
    except (RuntimeError, TimeoutError) as error:
        raise ShotFailed(str(error)) from error
    if not picture:
        raise ShotFailed("empty")
    return bytes(picture)


async def set_flash(control: fc.Camera, mode: str) -> bool:
    """False where the camera has no flash (or does not let us): then hide the choice."""
    from flet_camera import FlashMode

    try:
        await asyncio.wait_for(control.set_flash_mode(FlashMode(mode)), _WISH_S)
    except (RuntimeError, TimeoutError):
        return False
    return True


class FletCamera:
    """The real `InAppCamera`, for screens that are handed one."""

    open = staticmethod(open_camera)
    shoot = staticmethod(shoot)
    flash = staticmethod(set_flash)


def reason_of(message: str) -> str:
    """One of our reasons for a platform's message."""
    low = message.lower().replace(" ", "")
    if any(word in low for word in _BUSY_WORDS):  # a question that is still open is no refusal
        return FAILED
    if any(word in low for word in _DENIED_WORDS):
        return DENIED
    return NONE if any(word in low for word in _NONE_WORDS) else FAILED


async def _cameras(control: fc.Camera) -> list[fc.CameraDescription]:
    try:
        found = await control.get_available_cameras()
    except RuntimeError as error:
        if reason_of(str(error)) == DENIED:
            raise
        found = []
    if found:
        return found
    await asyncio.sleep(_RETRY_AFTER_S)
    return await control.get_available_cameras()


def _back_first(cameras: list[fc.CameraDescription]) -> list[fc.CameraDescription]:
    from flet_camera import CameraLensDirection

    return sorted(cameras, key=lambda one: one.lens_direction is not CameraLensDirection.BACK)


async def _start(control: fc.Camera, camera: fc.CameraDescription) -> None:
    from flet_camera import ResolutionPreset

    try:
        # Full HD is all that 1280 pixels need.
        await control.initialize(camera, ResolutionPreset.VERY_HIGH, enable_audio=False)
    except RuntimeError as error:
        if reason_of(str(error)) == DENIED:
            raise
        await control.initialize(camera, ResolutionPreset.MEDIUM, enable_audio=False)


async def _hold_upright(control: fc.Camera) -> None:
    """Lock the capture to portrait where that exists; elsewhere the EXIF says how it was held."""
    try:
        await asyncio.wait_for(
            control.lock_capture_orientation(ft.DeviceOrientation.PORTRAIT_UP), _WISH_S
        )
    except (RuntimeError, TimeoutError):
        return
