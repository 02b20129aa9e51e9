"""All words that a person reads stand in ``teks.py`` of their app, never inline in a screen."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from shared.jenis import UNTUK_KEJADIAN
from tests.house.rooms import ROOT, modules, short, tree

SCREENS = (
    "mobile/screens", "mobile/widgets", "mobile/app.py",
    *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "server").rglob("desk")),
)  # fmt: skip

TWO_WORDS = re.compile(r"[A-Za-zÀ-ÿ]{2,}[,.:;!?]?\s+[A-Za-zÀ-ÿ]")
WORD_AT_THE_EDGE = re.compile(r"[A-Za-zÀ-ÿ]{2,}[,.:;]?\s|\s[A-Za-zÀ-ÿ]{2,}")
CAPITALISED = re.compile(r"[A-Z][a-z]+[.!?]?\Z")

FOR_PEOPLE = {
    "label", "tooltip", "text", "value", "title", "subtitle", "hint_text", "helper", "error",
    "semantics_label", "counter", "prefix", "suffix", "message", "badge",
}  # fmt: skip
NOT_FOR_PEOPLE = {
    "Jakarta Bold", "Jakarta ExtraBold", "SINAR LINMAS",
    "Arrow Left", "Arrow Right", "Arrow Up", "Arrow Down", "Page Up", "Page Down",
    *UNTUK_KEJADIAN,
}  # fmt: skip
"""Names of faces, of the product and of keys; words that `shared` defines and a table looks up."""

TECHNICAL = re.compile(
    r"\w\[\w|[a-z-]+=|[a-z-]+/[a-z]|[a-z-]+: |^<|^\s*[{@#.]|;|^[A-Z]+ /|^[a-z_]+ [a-z_]+$"
)
"""Headers, HTML and CSS pieces, and pairs of lower-case keywords, which no reader sees as words."""


def test_screens_hold_no_words_of_their_own() -> None:
    found = [
        f"{short(path)}:{line}: {text!r}"
        for path in modules(*SCREENS)
        if path.name != "teks.py"
        for line, text in words_for_people(tree(path))
    ]

    assert not found, "move to teks.py:\n" + "\n".join(found)


@pytest.mark.parametrize(
    "code",
    [
        'ft.Text("Kirim")',
        'ft.Text("Belum ada laporan")',
        'ft.FilledButton(content="Kirim laporan")',
        'IconButton(tooltip="Bantuan")',
        'ft.Text(f"Foto {a} dari {b}")',
        'name = "Tersimpan di HP ini"',
    ],
)
def test_a_sentence_in_a_screen_is_found(code: str) -> None:
    assert list(words_for_people(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        "ft.Text(teks.KIRIM)",
        'ft.Text(teks.FOTO.format(nomor=1), key="foto")',
        '"""A docstring of a view."""',
        'raise ValueError("a programmer reads this")',
        'ft.Route("laporan/:id")',
        'ft.Text(f"{a}, {b} · {c}")',
        'log.info("a log line for %s", name)',
        'text(font_family="Jakarta Bold")',
    ],
)
def test_what_no_reader_sees_is_left_alone(code: str) -> None:
    assert not list(words_for_people(ast.parse(code)))


def words_for_people(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and text of every string that looks like words for the reader of a screen."""
    ignored = set(_ids_of_strings_for_programmers(module))
    in_f_strings = {id(part) for node in ast.walk(module) if isinstance(node, ast.JoinedStr)
                    for part in node.values}  # fmt: skip
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            yield from _spoken_by(node, ignored)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            pattern = WORD_AT_THE_EDGE if id(node) in in_f_strings else TWO_WORDS
            if id(node) not in ignored and _is_words(node.value, pattern):
                yield node.lineno, node.value


def _is_words(text: str, pattern: re.Pattern[str]) -> bool:
    return bool(text not in NOT_FOR_PEOPLE and pattern.search(text) and not TECHNICAL.search(text))


def _spoken_by(call: ast.Call, ignored: set[int]) -> Iterator[tuple[int, str]]:
    """One capitalised word, said by a control or handed over under a name like `label`."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    spoken = [keyword.value for keyword in call.keywords if keyword.arg in FOR_PEOPLE]
    if name[:1].isupper():
        spoken += call.args[:1]
    for node in spoken:
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if id(node) not in ignored and CAPITALISED.match(node.value):
            yield node.lineno, node.value


def _ids_of_strings_for_programmers(module: ast.Module) -> Iterator[int]:
    """Docstrings, messages of exceptions and asserts, log lines."""
    for node in ast.walk(module):
        if isinstance(node, ast.Raise | ast.Assert) or _is_log(node):
            yield from (id(part) for part in ast.walk(node))
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)


def _is_log(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    return re.match(r"(log|logger|_log|LOG|logging)\.", ast.unparse(node.func)) is not None


def test_words_stand_in_the_folder_of_their_wing() -> None:
    """A wing may have more than one file of words, all of them beside its use-cases."""
    for path in modules("server", "mobile"):
        if path.name.startswith("teks"):
            wing = path.relative_to(ROOT).parts[1:-1]
            assert len(wing) == (0 if "mobile" in path.parts else 1) or wing == ("core", "papers")
