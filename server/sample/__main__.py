"""``python -m server.sample``: the sample alone (``--data``), or all that `make demo` starts."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from server.sample import teks
from server.sample.data import DAYS, SEED
from server.sample.demo import run_demo
from server.sample.fill import fill


def main() -> int:
    """Fill a folder, or run the demonstration until Ctrl-C."""
    options = _options()
    if options.demo:
        return run_demo(options.demo, options.port, options.phone_port, options.days)
    if (options.data / "sinar.db").exists():
        print(teks.CONTOH_SUDAH_ADA.format(folder=options.data), file=sys.stderr)
        return 1
    count = fill(options.data, seed=options.seed, days=options.days)
    print(teks.CONTOH_SELESAI.format(jumlah=count, folder=options.data))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m server.sample", description=__doc__)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--data", type=Path, help="an empty server folder to fill")
    where.add_argument("--demo", type=Path, help="the folder of the demonstration")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--days", type=int, default=DAYS)
    parser.add_argument("--port", type=int, default=8550, help="of the server (demo)")
    parser.add_argument("--phone-port", type=int, default=8551)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
