"""Every Indonesian class name stands in the glossary of ``shared/README.md``."""

from __future__ import annotations

import ast
import re

from tests.house.rooms import ROOT, modules, short, tree

PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[A-Z]")
WORDS = re.compile(r"[a-z]{3,}")

INDONESIAN = ("mobile/teks.py", "shared/jenis.py", "server/sample/recipes.py")
"""Where Indonesian is written: its words are how a class name is known to be Indonesian."""

SAME_IN_ENGLISH = {
    "admin", "all", "api", "app", "area", "audit", "bank", "bar", "browser", "camera", "data",
    "date", "detail", "digital", "error", "fatal", "file", "filter", "folder", "form", "format",
    "global", "heic", "internet", "item", "jpeg", "kind", "label", "list", "login", "manual", "map",
    "media", "menu", "model", "normal", "not", "note", "original", "pin", "port", "portal", "pos",
    "radio", "reset", "server", "setting", "status", "tab", "the", "token", "total", "video",
    "wifi", "zoom",
}  # fmt: skip
"""Words that Indonesian sentences share with English code."""


def test_every_indonesian_class_name_stands_in_the_glossary() -> None:
    known = glossary()
    spoken = indonesian_words()
    missing = [
        f"{short(path)}: {name} ({part})"
        for path in modules("shared", "mobile", "server")
        for name in class_names(tree(path))
        for part in PARTS.findall(name)
        if part.lower() in spoken and part.lower() not in known
    ]

    assert not missing, "explain in shared/README.md:\n" + "\n".join(missing)


def test_the_glossary_has_words_and_the_apps_speak_indonesian() -> None:
    assert {"laporan", "kegiatan", "kejadian", "nihil", "desa"} <= glossary()
    assert {"laporan", "kirim", "tempat"} <= indonesian_words()


def glossary() -> set[str]:
    """Every word of the table's first column, compound names also in parts."""
    text = (ROOT / "shared" / "README.md").read_text()
    table = text.split("## Glossary", 1)[1].split("\n## ", 1)[0]
    first = " ".join(row.split("|")[1] for row in table.splitlines() if row.startswith("|"))
    names = re.findall(r"\w+", first)
    return {part.lower() for name in names for part in (name, *PARTS.findall(name))}


def indonesian_words() -> set[str]:
    """Every word of the phone, of the list of activities and of the sample reports."""
    said: set[str] = set()
    for path in modules(*INDONESIAN):
        for node in ast.walk(tree(path)):
            # One word alone may be a code; a sentence is Indonesian.
            if isinstance(node, ast.Constant) and " " in str(node.value):
                said |= set(WORDS.findall(str(node.value).lower()))
    return said - SAME_IN_ENGLISH - english_of_docstrings()


def english_of_docstrings() -> set[str]:
    """The docstrings of the word files are English: their words are no evidence."""
    said: set[str] = set()
    for path in modules(*INDONESIAN):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                said |= set(WORDS.findall(str(node.value.value).lower()))
    return said - {"laporan", "kegiatan", "kejadian", "nihil", "desa"}


def class_names(module: ast.Module) -> list[str]:
    return [node.name for node in ast.walk(module) if isinstance(node, ast.ClassDef)]
