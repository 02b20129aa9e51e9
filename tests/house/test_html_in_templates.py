"""HTML stands in templates, which escape whatever is put in; no page is glued from strings."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from server.http import templates
from tests.cast import JUAI
from tests.house.rooms import ROOT, modules, short, tree

TAG = re.compile(
    r"</?(?:html|body|head|main|form|section|header|footer|aside|label|input|button|table|tr|td|th|"
    r"style|script|option|select|textarea|fieldset|legend|div|span|p|a|b|i|br|img|h[1-6]|ul|ol|li|"
    r"dl|dt|dd|pre|code|title|meta|link)[\s>/]"
)
TEMPLATES = sorted((ROOT / "server").rglob("*.jinja"))


def test_no_html_is_glued_from_strings() -> None:
    found = [
        f"{short(path)}:{line}: {text!r}"
        for path in modules("server")
        for line, text in _strings(tree(path))
        if TAG.search(text)
    ]
    assert not found, "move to a template:\n" + "\n".join(found)


@pytest.mark.parametrize("code", ["x = '<p>' + y", "x = f'<a href={y}>{z}</a>'"])
def test_glue_is_found(code: str) -> None:
    assert any(TAG.search(text) for _, text in _strings(ast.parse(code)))


def test_what_comes_from_outside_is_escaped_in_every_page() -> None:
    """Nothing marks a value as safe but the one function, which takes what we made ourselves."""
    assert not [path.name for path in TEMPLATES if re.search(r"\|\s*safe\b|autoescape", _of(path))]
    names = [path.relative_to(ROOT / "server").as_posix() for path in TEMPLATES]
    html = [name for name in names if name.endswith(".html.jinja")]
    assert len(html) > 12
    page = templates.render("http/templates/note.html.jinja", **_values("<b>'\"&"))
    assert "<b>'" not in page and "&lt;b&gt;&#39;&#34;&amp;" in page


def test_a_value_that_is_missing_is_an_error_and_no_gap_in_the_page() -> None:
    values = _values("")
    del values["note"]
    with pytest.raises(UndefinedError):
        templates.render("http/templates/note.html.jinja", **values)


def _values(note: str) -> dict[str, object]:
    from server.http import teks

    return {"title": note, "note": note, "bad": True, "more": note, "home": False, "thanks": False,
            "teks": teks, "css": "", "kecamatan": JUAI}  # fmt: skip


def _of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _strings(module: ast.Module) -> Iterator[tuple[int, str]]:
    """All but docstrings and patterns: those look for HTML, and make none."""
    left_out = set[int]()
    for node in ast.walk(module):
        docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        pattern = isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.")
        if docstring or pattern:
            left_out |= {id(part) for part in ast.walk(node)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and id(node) not in left_out:
            yield node.lineno, str(node.value)
