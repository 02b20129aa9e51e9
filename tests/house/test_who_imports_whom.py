"""The contracts of the house: which room may import which, and which library lives where."""

from __future__ import annotations

import ast
import subprocess
import sys

from tests.house.rooms import ROOT, imported, modules, short, tree


def test_every_import_contract_is_kept() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout + done.stderr


PAPERS = {"fpdf", "PIL"}
"""What `shared.documents` may use besides, and only when a paper is made: never while importing."""
ROOM_FOR = {"documents": PAPERS, "widgets": {"flet"}, "photos": {"PIL"}}


def test_shared_imports_the_standard_library_and_in_three_rooms_what_they_are_for() -> None:
    strangers = {
        f"{short(path)} imports {name}"
        for path in modules("shared")
        for name in imported(tree(path))
        if name.split(".")[0] not in {*sys.stdlib_module_names, "shared"}
        if name.split(".")[0] not in ROOM_FOR.get(path.parent.name, ())
    }

    assert not strangers


def test_a_program_that_makes_no_paper_does_not_load_what_makes_them() -> None:
    code = "import sys, shared.documents.paper; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)

    assert "shared.documents.paper" in done.stdout
    assert not PAPERS & set(done.stdout.split())


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        short(path)
        for path in modules("shared", "mobile", "server")
        if path.read_text().strip() and path.name != "env.py" and "versions" not in path.parts
        if not ast.get_docstring(tree(path))
    ]

    assert not silent
