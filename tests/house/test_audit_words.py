"""Whatever is written into the audit log can be read there: every deed has words."""

from __future__ import annotations

import ast

from server.pribadi.teks import KELOMPOK, PERBUATAN
from tests.house.rooms import modules, short, tree

DEED = 3
"""Its place among what `audit_rows.add` is given."""


def deeds() -> dict[str, str]:
    """Every deed that is named where it is written, with the file."""
    found: dict[str, str] = {}
    for path in modules("server"):
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.Call) or ast.unparse(node.func) != "audit_rows.add":
                continue
            given = node.args[DEED] if len(node.args) > DEED else None
            if isinstance(given, ast.Constant) and isinstance(given.value, str):
                found[given.value] = short(path)
    return found


def test_every_deed_in_the_log_has_words() -> None:
    found = deeds()
    assert len(found) > 25
    assert {deed: path for deed, path in found.items() if deed not in PERBUATAN} == {}


def test_every_deed_belongs_to_a_group_of_the_filter() -> None:
    assert {group for group, _ in PERBUATAN.values()} == set(KELOMPOK)
