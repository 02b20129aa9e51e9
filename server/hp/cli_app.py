"""``sinar hp build``: the phone app for browsers, packed on a machine where `make` was not run."""

from __future__ import annotations

import argparse

from server.core.commands import CommandError
from server.hp import teks
from server.hp.app.examining import megabytes

Options = argparse.Namespace


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Make the command known."""
    hp = commands.add_parser("hp", help=teks.HP_BANTU)
    acts = hp.add_subparsers(required=True, metavar=teks.HP_PERINTAH)
    packing = acts.add_parser("build", help=teks.HP_BANTU_KEMAS, description=teks.HP_BANTU_KEMAS)
    packing.set_defaults(run=pack)


def pack(_options: Options) -> None:
    """Pack whatever is new; takes some minutes the first time."""
    from server.hp.app import build, sources

    print(teks.HP_SEDANG, flush=True)
    try:
        size = build.build()
    except sources.MissingPart as error:
        raise CommandError(teks.HP_BAGIAN_TIDAK_ADA.format(bagian=error)) from error
    print(teks.HP_DIKEMAS.format(mb=megabytes(size)))
