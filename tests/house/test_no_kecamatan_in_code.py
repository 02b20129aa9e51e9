"""Whose kecamatan it is stands in the data: no sentence and no constant of ours names Juai."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.halong import juais
from tests.house.rooms import modules, short, tree

ALLOWED = ("server/sample/", "server/core/db/migrations/")
EXAMPLES = {
    "server/data/teks_kamus.py",  # what a code looks like
    "server/laporan/wa_paste/village_names.py",  # words that mean other things, too
    "server/laporan/teks.py",  # whose villages `read-wa` knows without a folder
}


def _said(path: Path) -> list[str]:
    """All texts of a module but those that stand alone, as docstrings do."""
    nodes = list(ast.walk(tree(path)))
    alone = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    texts = [one for one in nodes if isinstance(one, ast.Constant) and id(one) not in alone]
    return [one.value for one in texts if isinstance(one.value, str)]


def test_no_text_outside_of_the_sample_names_juai_or_a_village_of_it() -> None:
    found = {
        short(path): names
        for room in ("mobile", "server", "shared")
        for path in modules(room)
        if not short(path).startswith(ALLOWED) and short(path) not in EXAMPLES
        if (names := [name for said in _said(path) for name in juais(said)])
    }
    assert found == {}
