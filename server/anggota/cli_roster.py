"""``sinar roster check``: what a roster file holds, before anybody brings it in."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from server.anggota import roster_cells, roster_check, teks
from server.core import teks as umum
from server.core.commands import OPERATOR, CommandError
from server.core.config import Settings
from server.core.context import open_context
from server.core.sessions import Account
from shared.roles import Role

Options = argparse.Namespace
_READER = Account(OPERATOR, Role.KASI_TRANTIB, OPERATOR)
"""Whoever has the data folder may read all of it."""


def add_to(
    commands: Any, command: Callable[..., Any], settings: Callable[[Options], Settings]
) -> None:
    """``check``."""
    group = commands.add_parser("roster", help=teks.CLI_BANTU_ROSTER)
    acts = group.add_subparsers(required=True, metavar=umum.CLI_PERINTAH)
    one = command(acts, "check", lambda options: _check(settings, options), teks.CLI_BANTU_ROSTER)
    one.add_argument("file", type=Path, metavar="FILE")
    one.add_argument("--desa", metavar="KODE")
    one.add_argument("--sheet", metavar="NAME")


def _check(settings: Callable[[Options], Settings], options: Options) -> int:
    """Print it as JSON; 1 where there are faults."""
    if not options.data.is_dir():
        raise CommandError(umum.CLI_FOLDER_TIDAK_ADA.format(folder=options.data))
    data = options.file.read_bytes()
    with open_context(settings(options)) as ctx:
        desa = options.desa and (roster_cells.desa_of(ctx.wilayah, options.desa) or options.desa)
        if desa and desa not in ctx.wilayah.by_kode:
            example = next(iter(ctx.wilayah.codes), "")
            raise CommandError(teks.CLI_DESA_LAIN.format(desa=options.desa, contoh=example))
        found = roster_check.check(ctx, _READER, data, desa or None, options.sheet)
    print(json.dumps(found, ensure_ascii=False, indent=1))
    return 1 if found["faults"] else 0
