"""No sentence and no function is kept that nobody says or calls any more."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator

from tests.house.rooms import ROOT, modules, short, tree

ROOMS = ("server", "mobile", "shared", "assets", "main.py")
CALLED_BY_LIBRARIES = {"emit", "process_bind_param", "process_result_value"}
TOLD_AS_A_WHOLE = {"mobile/teks_hp.py"}
"""Handed to the start page of the phone's browser by their names."""


def test_every_sentence_is_said_somewhere() -> None:
    said = _words(*ROOMS)
    unused = [
        f"{short(path)}: {name}"
        for path in modules(*ROOMS)
        if path.name.startswith("teks") and short(path) not in TOLD_AS_A_WHOLE
        for name in _assigned(tree(path))
        if said[name] == 1
    ]
    assert not unused


def test_every_function_is_called_somewhere() -> None:
    said = _words(*ROOMS, "tests")
    unused = [
        f"{short(path)}: {node.name}"
        for path in modules(*ROOMS)
        if "versions" not in path.parts
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.decorator_list
        if said[node.name] == 1 and not node.name.startswith("__")
        if node.name not in CALLED_BY_LIBRARIES
    ]
    assert not unused


def _words(*rooms: str) -> Counter[str]:
    """How often each word stands in these rooms, the templates among them."""
    found = Counter[str]()
    paths = [*modules(*rooms), *sorted((ROOT / "server").rglob("*.jinja")), ROOT / "pyproject.toml"]
    for path in paths:
        found.update(re.findall(r"\w+", path.read_text(encoding="utf-8")))
    return found


def _assigned(module: ast.Module) -> Iterator[str]:
    for node in module.body:
        for target in node.targets if isinstance(node, ast.Assign) else []:
            for one in target.elts if isinstance(target, ast.Tuple) else [target]:
                if isinstance(one, ast.Name):
                    yield one.id
