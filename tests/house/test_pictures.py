"""Pictures of the desk are text or addresses: given as bytes they are blank outside Chromium."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.house.rooms import ROOT, modules, short, tree

BYTES = ("qr.png", "base64.b64decode", "b64decode")


def test_no_picture_of_the_desk_is_given_as_bytes() -> None:
    desks = [path.relative_to(ROOT).as_posix() for path in (ROOT / "server").rglob("desk")]
    given = [
        f"{short(path)}:{node.lineno}"
        for path in modules(*desks)
        for node in ast.walk(tree(Path(path)))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in BYTES
    ]
    assert len(desks) > 8
    assert given == []
