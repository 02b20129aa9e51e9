"""The filter before the proxy: how many connections one address may open, and at once."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
RULES = HERE.parents[1] / "server" / "deploy" / "nftables.conf"


def _why_not() -> str:
    lacks = [name for name in ("nft", "unshare", "ip") if not shutil.which(name)]
    if lacks or os.getuid() != 0:
        return "nftables lacks, or the rights to try it"
    made = subprocess.run(["unshare", "-n", "nft", "-c", "-f", str(RULES)], capture_output=True)
    return "" if made.returncode == 0 else f"no network of its own: {made.stderr.decode()}"


def test_one_address_opens_sixty_connections_in_a_second_and_has_120_at_a_time():
    if why := _why_not():
        pytest.skip(why)
    words = ["unshare", "-n", sys.executable, str(HERE / "nft_try.py"), str(RULES)]
    done = subprocess.run(words, capture_output=True, text=True, check=True, timeout=120)
    for burst, took_s, standing in json.loads(done.stdout).values():
        assert 60 <= burst <= 61 + 60 * took_s
        assert standing == 120
