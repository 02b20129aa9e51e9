"""The face of the icons, cut to those that are drawn: by our code, and by the client by itself.

The client's own code has the table by which it finds an icon that Python names, and names those
that its parts draw: arrows of menus, ways back, pickers. So nothing is kept by hand.
"""

from __future__ import annotations

import hashlib
import importlib.util
import io
import json
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from server.core.made import HERE, MADE

FACE = "assets/fonts/MaterialIcons-Regular.otf"
CUT = MADE / "webclient" / "icons.otf"
"""The face of the staff view, made at set-up."""

DESK = HERE, HERE.parent / "shared"
"""The rooms whose code the staff view draws from."""

_CODE = "main.dart.js"
_DRAWN = re.compile(r"B\.([\w$]+)=new A\.\w+\(([\de]+),\"MaterialIcons\",")
_TABLE = re.compile(r"\[((?:B\.[\w$]+,){4000,}B\.[\w$]+)\]")
_NAMED = re.compile(r"\b(?:I|Icons)\.([A-Z][A-Z0-9_]+)")


class MissingIconError(Exception):
    """An icon that the code names, or the client's table of them, was not found: look what this
    release of Flet calls it.
    """


def client_folder() -> Path:
    """Where the package flet-web keeps the client; found without loading it."""
    return _package("flet_web") / "web"


def cut(code: Iterable[str]) -> bytes:
    """The face with the icons that these texts of Python name, and the client's own.

    MissingIconError when one of them is not in it.
    """
    from fontTools import subset  # at set-up only: a server that runs does without
    from fontTools.ttLib import TTFont

    known, own = _client_icons(client_folder() / _CODE)
    numbers = _numbers()
    points = set(own)
    for name in names_in(code):
        point = known[numbers[name] & 0xFFFF] if name in numbers else None
        if point is None:
            raise MissingIconError(name)
        points.add(point)
    with TTFont(client_folder() / FACE) as face:
        if lacking := points - set(face.getBestCmap() or {}):
            raise MissingIconError(", ".join(map(hex, lacking)))
        options = subset.Options(hinting=False, layout_features=[], notdef_outline=True)
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=points)
        cutter.subset(face)
        out = io.BytesIO()
        face.save(out)
    return out.getvalue()


def make() -> None:
    """Cut the face of the staff view, unless it was cut for these very icons."""
    code = [path.read_text("utf-8") for room in DESK for path in sorted(room.rglob("*.py"))]
    told = f"{sorted(names_in(code))} {(client_folder() / _CODE).stat().st_size}"
    mark, stamp = hashlib.sha256(told.encode()).hexdigest(), CUT.with_suffix(".stamp")
    if CUT.is_file() and stamp.is_file() and stamp.read_text() == mark:
        return
    CUT.parent.mkdir(parents=True, exist_ok=True)
    draft = CUT.with_suffix(".draft")
    draft.write_bytes(cut(code))
    draft.rename(CUT)
    stamp.write_text(mark)


def names_in(code: Iterable[str]) -> set[str]:
    """The icons that are named in code, wherever they are chosen in the end."""
    return {name for text in code for name in _NAMED.findall(text)}


@cache
def _client_icons(code: Path) -> tuple[list[int | None], frozenset[int]]:
    """The points of the face by the numbers of Flet's icons; those that the client draws itself."""
    text = code.read_text("utf-8")
    points = {name: int(float(point)) for name, point in _DRAWN.findall(text)}
    table = _TABLE.search(text)
    if table is None:
        raise MissingIconError(_CODE)
    rest = text[: table.start()] + text[table.end() :]
    told = Counter(re.findall(r"\bB\.([\w$]+)", rest))  # once where it is made, again where used
    own = frozenset(point for name, point in points.items() if told[name] > 1)
    return [points.get(one.removeprefix("B.")) for one in table[1].split(",")], own


@cache
def _numbers() -> dict[str, int]:
    listed = _package("flet") / "controls" / "material" / "icons.json"
    return json.loads(listed.read_text("utf-8"))


def _package(name: str) -> Path:
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise RuntimeError(f"{name} is not installed")
    return Path(found.origin).parent
