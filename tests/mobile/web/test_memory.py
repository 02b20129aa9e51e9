"""What stands in the memory that is kept for the next start: the whole app, and no browser."""

from __future__ import annotations

import json
import subprocess
import sys

LOOK = """
import json, sys
from mobile.web.main import main
from mobile.web.ahead import named, read_ahead
read_ahead()
before = set(sys.modules)
import flet as ft
for name in ("Page", "View", "Text", "FilledButton", "TextField", "NavigationBar"):
    getattr(ft, name)
print(json.dumps({"named": sorted(set(named())), "late": sorted(set(sys.modules) - before),
    "browser": sorted({"js", "pyodide.ffi", "sinar_js", "flet_js"} & set(sys.modules))}))
"""


def test_all_controls_are_read_before_and_nothing_of_a_browser_is_asked_for() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOOK], capture_output=True, text=True, check=True, timeout=120
    )
    told = json.loads(done.stdout)
    assert {"Page", "View", "Text", "FilledButton"} <= set(told["named"])
    assert told["late"] == []
    assert told["browser"] == []
