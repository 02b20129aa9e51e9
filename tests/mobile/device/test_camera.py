"""The in-app camera opens at the second try if need be, and says why when it does not."""

from __future__ import annotations

import asyncio
from typing import Any

import flet_camera as fc
import pytest

from mobile.device import camera
from mobile.device.camera import FletCamera
from mobile.ports import CameraProblem, CameraReady, ShotFailed

pytestmark = pytest.mark.anyio

FRONT = fc.CameraDescription("depan", fc.CameraLensDirection.FRONT, 270)
CAMERA: Any = FletCamera()  # which is given stand-ins for the control
BACK = fc.CameraDescription("belakang", fc.CameraLensDirection.BACK, 90)


class FakeCamera:
    """Each method answers from its list, the last answer again and again."""

    def __init__(self, **answers: list[Any]) -> None:
        self.answers: dict[str, list[Any]] = {
            "cameras": [[FRONT, BACK]],
            "initialize": [None],
            "lock": [None],
            "picture": [b"\xff\xd8\xff"],
            "flash": [None],
        } | answers
        self.asked: list[tuple[str, tuple[Any, ...]]] = []

    def _answer(self, name: str, *arguments: Any) -> Any:
        self.asked.append((name, arguments))
        answers = self.answers[name]
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer

    def calls(self, name: str) -> list[tuple[Any, ...]]:
        return [arguments for asked, arguments in self.asked if asked == name]

    async def get_available_cameras(self) -> Any:
        return self._answer("cameras")

    async def initialize(self, description: Any, preset: Any, enable_audio: bool = True) -> None:
        self._answer("initialize", description, preset, enable_audio)

    async def lock_capture_orientation(self, orientation: Any) -> None:
        self._answer("lock", orientation)

    async def take_picture(self) -> Any:
        return self._answer("picture")

    async def set_flash_mode(self, mode: Any) -> None:
        self._answer("flash", mode)


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(camera, "_RETRY_AFTER_S", 0)


async def test_the_back_camera_opens_without_sound() -> None:
    fake = FakeCamera()
    assert await CAMERA.open(fake) == CameraReady("back", 2)
    assert fake.calls("initialize") == [(BACK, fc.ResolutionPreset.VERY_HIGH, False)]


async def test_a_phone_with_one_camera_uses_that() -> None:
    assert await CAMERA.open(FakeCamera(cameras=[[FRONT]])) == CameraReady("front", 1)


@pytest.mark.parametrize("first", [[], RuntimeError("camera service not ready")])
async def test_the_list_of_cameras_is_asked_for_twice(first: Any) -> None:
    fake = FakeCamera(cameras=[first, [BACK]])
    assert await CAMERA.open(fake) == CameraReady("back", 1)
    assert len(fake.calls("cameras")) == 2


async def test_a_camera_without_full_hd_opens_smaller() -> None:
    fake = FakeCamera(initialize=[RuntimeError("unsupported resolution"), None])
    assert isinstance(await CAMERA.open(fake), CameraReady)
    assert [preset for _, preset, _ in fake.calls("initialize")] == [
        fc.ResolutionPreset.VERY_HIGH,
        fc.ResolutionPreset.MEDIUM,
    ]


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"cameras": [[]]}, "none"),
        ({"cameras": [RuntimeError("NotFoundError: Requested device not found")]}, "none"),
        ({"cameras": [RuntimeError("CameraException(CameraAccessDenied, …)")]}, "denied"),
        ({"initialize": [RuntimeError("NotAllowedError: Permission dismissed")]}, "denied"),
        ({"initialize": [RuntimeError("camera is in use by another app")]}, "failed"),
    ],
)
async def test_without_a_camera_there_is_a_reason(
    answers: dict[str, list[Any]], reason: str
) -> None:
    assert await CAMERA.open(FakeCamera(**answers)) == CameraProblem(reason)


async def test_who_refused_is_not_asked_a_second_time() -> None:
    fake = FakeCamera(initialize=[RuntimeError("CameraAccessDenied")])
    await CAMERA.open(fake)
    assert len(fake.calls("initialize")) == 1


async def test_where_portrait_cannot_be_locked_the_camera_opens_all_the_same() -> None:
    fake = FakeCamera(lock=[RuntimeError("UnimplementedError")])
    assert isinstance(await CAMERA.open(fake), CameraReady)


async def test_a_camera_that_never_answers_has_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    fake = FakeCamera()
    fake.get_available_cameras = asyncio.Event().wait  # type: ignore[method-assign]  # for ever
    monkeypatch.setattr(camera, "_PATIENCE_S", 0.02)
    assert await CAMERA.open(fake) == CameraProblem("failed")


def test_a_shot_that_hangs_costs_less_than_twenty_seconds_with_its_second_try() -> None:
    assert camera._SHOT_S + camera._WISH_S + camera._SHOT_S < 20


def test_a_question_that_is_still_open_is_no_refusal() -> None:
    assert (
        camera.reason_of("CameraPermissionsRequestOngoing: Another request is ongoing") == "failed"
    )
    assert camera.reason_of("CameraAccessDenied: User denied the camera access") == "denied"


async def test_a_camera_that_hangs_at_the_shot_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    class Hung(FakeCamera):
        async def take_picture(self) -> Any:
            await asyncio.sleep(3600)

    monkeypatch.setattr(camera, "_SHOT_S", 0.01)
    with pytest.raises(ShotFailed):
        await CAMERA.shoot(Hung())


async def test_a_shot_gives_the_cameras_bytes() -> None:
    assert await CAMERA.shoot(FakeCamera()) == b"\xff\xd8\xff"


@pytest.mark.parametrize("picture", [b"", None, RuntimeError("capture failed"), TimeoutError()])
async def test_no_picture_is_said_so(picture: Any) -> None:
    with pytest.raises(ShotFailed):
        await CAMERA.shoot(FakeCamera(picture=[picture]))


async def test_the_flash_is_set_or_known_to_be_missing() -> None:
    fake = FakeCamera(flash=[None, RuntimeError("no flash")])
    assert await CAMERA.flash(fake, "auto")
    assert fake.calls("flash") == [(fc.FlashMode.AUTO,)]
    assert not await CAMERA.flash(fake, "off")
