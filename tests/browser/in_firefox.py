"""The browser tests in Firefox: ``python -m tests.browser.in_firefox [FILE…]``, all without a word.

What drives Debian's Firefox is an older Playwright, in an environment of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.browser import kit

DRIVER = Path(os.environ.get("FIREFOX_PYTHON", kit.ROOT / ".venv-firefox" / "bin" / "python"))

_HANDED = "what drives Firefox tells nothing of a file that a page itself has made"
_PROFILE = "starts a Chromium with its profile, again and again"
CHROMIUM_ONLY = {
    "test_the_browsers_own_kit.py::test_a_quota": "the quota is set by Chromium's devtools",
    "test_while_somebody_types.py::test_a_browser_that_lacks": "Firefox has one way to draw",
    "test_the_browsers_own_kit.py::test_a_file_leaves": _HANDED,
    "test_papers.py::test_a_phone": _HANDED,
    "test_titip.py": _HANDED,
    "test_new_kecamatan.py": _PROFILE,
    "test_office_app": f"{_PROFILE}; firefox_journey.py goes this way",
    "test_other_engines.py": "chooses its engines itself",
    "test_webkit_phone.py": "is about WebKitGTK",
}
"""Files, or tests by their beginning, that say nothing of another engine, and why."""


def why_not(nodeid: str) -> str:
    """Why a test is not for Firefox; empty when it is, and for another engine."""
    name = nodeid.rsplit("/", 1)[-1]
    found = (why for start, why in CHROMIUM_ONLY.items() if name.startswith(start))
    return next(found, "") if kit.ENGINE == "firefox" else ""


def command(*words: str) -> tuple[list[str], dict[str, str]]:
    """pytest with these words, and the environment in which it drives Firefox."""
    found = subprocess.run(
        [DRIVER, "-c", "import playwright; print(*playwright.__path__)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    paths = f"{Path(found.stdout.strip()).parent}:{kit.ROOT}"
    env = {**os.environ, "ENGINE": "firefox", "PYTEST_ADDOPTS": "", "PYTHONPATH": paths}
    return [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *words], env


def main(words: Sequence[str]) -> int:
    args, env = command(*(words or [str(Path(__file__).parent)]))
    return subprocess.run(args, env=env, cwd=kit.ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
