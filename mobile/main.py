"""The phone app: on a phone as the package's entry, on a desk in a browser window.

python -m mobile.main --data DIR --server URL --port 8551
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import logging
import os
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

import flet as ft

from mobile import bootstrap, teks
from mobile.device.certificates import sweep_certificates
from mobile.opening import ASSETS, Windows

PORT = 8551
LOG_BYTES = 500_000


def main(argv: list[str] | None = None) -> None:
    """Start the app the way this machine wants it."""
    told = _arguments(sys.argv[1:] if argv is None else argv)
    data = told.data or bootstrap.data_folder()
    _prepare(data)
    if told.server:
        os.environ[bootstrap.SERVER_ENV] = told.server
    if bootstrap.DATA_ENV in os.environ and told.data is None:
        ft.run(Windows(data, str).open, assets_dir=str(ASSETS))
    else:
        # Stays at home when a phone's package is made.
        from mobile.served.serving import serve

        sys.exit(asyncio.run(serve(data, told.port)))


def _prepare(data: Path) -> None:
    """A full phone must still get to the sentence that says so."""
    with contextlib.suppress(OSError):
        data.mkdir(parents=True, exist_ok=True)
        sweep_certificates(data)
        _log_into(data)


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="mobile.main", description=teks.APLIKASI)
    parser.add_argument("--data", type=Path, help=teks.BANTUAN_DATA)
    parser.add_argument("--server", default="", help=teks.BANTUAN_SERVER)
    parser.add_argument("--port", type=int, default=PORT, help=teks.BANTUAN_PORT)
    # On a phone the system may pass words of its own.
    return parser.parse_known_args(argv)[0]


def _log_into(data: Path) -> None:
    """A file beside the reports, so that the kecamatan can be told what went wrong."""
    handler = RotatingFileHandler(
        data / "catatan.log", maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger("sinar").setLevel(logging.INFO)
    for name in ("sinar", "mobile", "flet", "asyncio"):
        logging.getLogger(name).addHandler(handler)


if __name__ == "__main__":
    main()
