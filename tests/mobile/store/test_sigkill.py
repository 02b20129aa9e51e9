"""A real process is killed while it types; the next one finds all that was confirmed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from mobile.store.reports import FileLaporan

ROOT = Path(__file__).parents[3]
IDENT = "0b6d1a52-0000-4000-8000-000000000001"

TYPIST = f"""
import sys
from dataclasses import replace
from pathlib import Path
from mobile.record import edited
from mobile.store.reports import FileLaporan
from tests import cast
store = FileLaporan(Path(sys.argv[1]))
record = store.get({IDENT!r}) or cast.draft_of(cast.patrol({IDENT!r}, uraian="0"))
store.put(record)
number = int(record.current.uraian)
while True:
    number += 1
    words = replace(record.current, uraian=str(number))
    store.update({IDENT!r}, lambda r: edited(r, words, "2026-11-24T20:50:00+08:00", "uraian"),
                 settle=number % 3 == 0)
    print(number, flush=True)
"""


def test_no_confirmed_keystroke_is_lost_by_sigkill(tmp_path: Path) -> None:
    dice, confirmed = random.Random(24), 0
    for _ in range(6):
        typist = subprocess.Popen(
            [sys.executable, "-c", TYPIST, str(tmp_path)],
            stdout=subprocess.PIPE, text=True, cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert typist.stdout is not None
        typist.stdout.readline()
        time.sleep(dice.random() * 0.1)
        typist.send_signal(signal.SIGKILL)
        said = typist.stdout.read().split()
        typist.stdout.close()
        typist.wait()
        confirmed = max(confirmed, *(int(word) for word in said[-1:]), 0)
        store = FileLaporan(tmp_path)
        found = store.get(IDENT)
        assert found is not None
        assert int(found.current.uraian) >= confirmed
        assert not store.damages()
    assert confirmed > 6
