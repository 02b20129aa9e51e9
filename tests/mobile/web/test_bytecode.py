"""What Python compiled is kept for the next start: used without a look at the clock."""

from __future__ import annotations

import compileall
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

from mobile.web.bytecode import packed


def test_what_was_compiled_is_used_whatever_the_files_times_say(tmp_path: Path) -> None:
    first, again = tmp_path / "first", tmp_path / "again"
    for folder, word in ((first, "'compiled'"), (again, "'read anew'")):
        folder.mkdir()
        (folder / "one.py").write_text(f"WORD = {word}\n")
    compileall.compile_dir(first, quiet=2)
    zipfile.ZipFile(io.BytesIO(packed(first))).extractall(again)
    os.utime(again / "one.py", (1, 1))

    code = "import one; print(one.WORD)"
    done = subprocess.run(
        [sys.executable, "-B", "-c", code], cwd=again, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "compiled"


def test_nothing_but_compiled_modules_is_packed(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("secret")
    (tmp_path / "one.py").write_text("")
    compileall.compile_dir(tmp_path, quiet=2)
    names = zipfile.ZipFile(io.BytesIO(packed(tmp_path))).namelist()
    assert names and all(name.endswith(".pyc") for name in names)
