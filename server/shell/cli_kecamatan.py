"""``sinar kecamatan``: whose data folder this is."""

from __future__ import annotations

import argparse
from pathlib import Path

from server.core import teks as umum
from server.core.commands import CommandError
from server.kantor import kecamatan
from server.shell import teks
from server.shell.cli_base import Options, command_of, data_of


def add(options: Options) -> None:
    """Make the folder this kecamatan's; it may be new."""
    names = kecamatan.Names(
        options.kode, options.nama, options.kabupaten, options.provinsi, options.singkatan
    )
    try:
        new = kecamatan.read(names, options.desa.read_bytes())
        with data_of(options, new=True) as ctx:
            kecamatan.establish(ctx, new)
    except kecamatan.FaultyError as error:
        raise CommandError("\n".join((teks.CLI_KEC_SALAH, *error.faults))) from error
    except kecamatan.BegunError as error:
        raise CommandError(teks.CLI_KEC_DIPAKAI.format(folder=options.data)) from error
    told = {"nama": new.nama, "kode": new.kode, "desa": len(new.desa), "folder": options.data}
    print(teks.CLI_KEC_DISIMPAN.format(**told, contoh=new.codes[0]))


def list_them(options: Options) -> None:
    """Code, name, kabupaten and how many villages."""
    with data_of(options) as ctx:
        one = ctx.wilayah
    print("\t".join((one.kode, one.nama, one.kabupaten, teks.CLI_KEC_DESA.format(n=len(one.desa)))))


def show(options: Options) -> None:
    """The kecamatan with its villages."""
    with data_of(options) as ctx:
        one = ctx.wilayah
    print(one.told(teks.CLI_KEC_TENTANG, singkatan=one.singkatan))
    for desa in one.desa:
        print("\t".join((desa.kode, desa.nama, str(desa.lintang), str(desa.bujur))))


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """``add``, ``list``, ``show``."""
    group = commands.add_parser("kecamatan", help=teks.CLI_BANTU_KEC)
    acts = group.add_subparsers(required=True, metavar=umum.CLI_PERINTAH)
    one = command_of(acts, "add", add, teks.CLI_BANTU_KEC_ADD)
    for name in ("--kode", "--nama", "--kabupaten"):
        one.add_argument(name, required=True)
    one.add_argument("--provinsi", default="")
    one.add_argument("--singkatan", default="")
    one.add_argument("--desa", type=Path, required=True, metavar="CSV", help=teks.CLI_BANTU_KEC_CSV)
    command_of(acts, "list", list_them, teks.CLI_BANTU_KEC_LIST)
    command_of(acts, "show", show, teks.CLI_BANTU_KEC_SHOW)
