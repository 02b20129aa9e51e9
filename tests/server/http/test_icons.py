"""The face of the icons is cut: whatever is drawn must be left in it, on the phone and the desk."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import flet as ft
import pytest
from fontTools.ttLib import TTFont

from server.hp.app import sources
from server.http import icons
from server.http.packed import Packed
from server.http.webclient import WebClient
from shared.widgets.looks import JENIS_ICONS
from tests.house.rooms import ROOT

pytestmark = pytest.mark.slow

ROOMS = {"desk": icons.DESK, "phone": (ROOT / "mobile", ROOT / "shared")}
DRAWN_BY_FLUTTER = {"ARROW_BACK", "ARROW_DROP_DOWN", "CHECK", "CHEVRON_LEFT", "CHEVRON_RIGHT",
                    "CLOSE", "EDIT_OUTLINED", "KEYBOARD_OUTLINED"}  # fmt: skip
"""Ways back, menus, the picker of days: no code of ours names them for it."""


def code(*rooms: Path) -> list[str]:
    return [path.read_text("utf-8") for room in rooms for path in sorted(room.rglob("*.py"))]


@pytest.fixture(scope="module")
def faces() -> dict[str, set[int]]:
    """The points that the two cut faces hold."""
    made = {"desk": icons.cut(code(*icons.DESK)), "phone": sources.face_of_icons()}
    return {side: set(TTFont(io.BytesIO(face)).getBestCmap() or {}) for side, face in made.items()}


def points(names: set[str]) -> set[int | None]:
    """Where the client looks for icons that Python names."""
    table, _ = icons._client_icons(icons.client_folder() / "main.dart.js")
    return {table[getattr(ft.Icons, name).value & 0xFFFF] for name in names}


@pytest.mark.parametrize("side", ROOMS)
def test_every_icon_that_code_names_is_in_its_face(side: str, faces: dict[str, set[int]]) -> None:
    named = icons.names_in(code(*ROOMS[side]))
    assert len(named) > 100
    assert points(named | DRAWN_BY_FLUTTER) <= faces[side]
    assert len(faces[side]) < 300


@pytest.mark.parametrize("side", ROOMS)
def test_icons_that_data_choose_are_named_in_code_too(side: str) -> None:
    text = code(*ROOMS[side])
    assert {icon.name for icon in JENIS_ICONS.values()} <= icons.names_in(text)  # pyright: ignore[reportAttributeAccessIssue]
    unseen = re.compile(r"Icons\[|getattr\((ft\.)?Icons|import Icons as|Icons\.random|IconData\(")
    assert [found[0] for one in text for found in unseen.finditer(one)] == []


def test_an_icon_that_is_not_there_stops_the_set_up() -> None:
    with pytest.raises(icons.MissingIconError, match="TIDAK_ADA"):
        icons.cut(["ft.Icons.ADD", "ft.Icons.TIDAK_ADA"])


def test_each_icon_has_the_point_that_the_font_gives_its_name() -> None:
    """The client's table is read out of its code: known icons show that it is read rightly."""
    glyphs = TTFont(icons.client_folder() / icons.FACE).getBestCmap() or {}
    for name in ("ADD", "LOCK_PERSON", "FLARE", "SEARCH"):
        [point] = points({name})
        assert point is not None and name.lower() in glyphs[point]


def test_the_face_is_cut_again_only_for_other_icons(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(icons, "CUT", tmp_path / "icons.otf")
    monkeypatch.setattr(icons, "DESK", (tmp_path / "desk",))
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "view.py").write_text("ft.Icons.ADD")
    icons.make()
    first = icons.CUT.read_bytes()
    monkeypatch.setattr(icons, "cut", lambda _: b"another")
    icons.make()
    assert icons.CUT.read_bytes() == first
    (tmp_path / "desk" / "view.py").write_text("ft.Icons.SEARCH")
    icons.make()
    assert icons.CUT.read_bytes() == b"another"


def test_the_cut_face_goes_out_under_the_name_that_the_client_asks_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(icons, "CUT", tmp_path / "icons.otf")
    icons.CUT.write_bytes(b"cut")

    async def nobody(*_: object) -> None:
        raise AssertionError("Flet was asked")

    assert WebClient(nobody, Packed(tmp_path))._files[icons.FACE] == icons.CUT
    listed = json.loads((icons.client_folder() / "assets/FontManifest.json").read_text())
    assert icons.FACE in [f"assets/{font['asset']}" for one in listed for font in one["fonts"]]
