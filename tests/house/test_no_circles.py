"""No circle of modules in any room: whoever reads one file need not have read the other first."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter

from tests.house.rooms import ROOT, modules, tree

ROOMS = ("shared", "mobile", "server", "main.py")


def test_no_two_modules_need_each_other() -> None:
    """Also not for types only, nor from within a function."""
    graph = {name: set(_needs(name)) - {name} for name in _files()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        raise AssertionError(" ← ".join(error.args[1])) from error


@cache
def _files() -> dict[str, ast.Module]:
    """Every module by its dotted name."""
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): tree(path)
        for path in modules(*ROOMS)
    }


def _needs(name: str) -> Iterator[str]:
    """The modules of ours that it imports: ``from package import module`` is the module."""
    for node in ast.walk(_files()[name]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in _files())
        elif isinstance(node, ast.ImportFrom) and node.module:
            inside = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (one for one in inside if one in _files())
            if node.module in _files() and not all(one in _files() for one in inside):
                yield node.module
