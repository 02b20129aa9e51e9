"""``sinar kecamatan``: those of one installation, as whoever runs it sees them."""

from __future__ import annotations

import argparse
import json
import re
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from server.core import installation
from server.core import teks as umum
from server.core.commands import CommandError
from server.core.config import Settings
from server.core.context import open_context
from server.core.db.database import StoreError
from server.core.files.claim import AlreadyClaimedError
from server.core.rows import settings_rows
from server.http import known_hosts
from server.kantor import kecamatan, new_kecamatan
from server.rawat.kecamatan_facts import Closed, KecamatanFacts, facts, megabytes
from server.shell import teks
from server.shell.cli_base import Options, command_of, data_of, first_of
from shared.clock import format_time

_HOST = re.compile(r"(?:https?://)?([a-z0-9][a-z0-9.-]*?)\.?(?::\d+)?(?:/.*)?", re.ASCII)


def add(options: Options) -> None:
    """A kecamatan from its names and its villages: of a new folder, or beside the first."""
    place = first_of(options)
    names = kecamatan.Names(
        options.kode, options.nama, options.kabupaten, options.provinsi, options.singkatan
    )
    try:
        new = kecamatan.read(names, options.desa.read_bytes())
        place = new_kecamatan.place_of(place, new)
        new_kecamatan.add(place, new)
    except kecamatan.FaultyError as error:
        raise CommandError("\n".join((teks.CLI_KEC_SALAH, *error.faults))) from error
    except AlreadyClaimedError as error:
        raise CommandError(teks.CLI_KEC_DILAYANI.format(folder=place.data)) from error
    except kecamatan.BegunError as error:
        raise CommandError(teks.CLI_KEC_DIPAKAI.format(folder=options.data)) from error
    told = {"nama": new.nama, "kode": new.kode, "desa": len(new.desa), "folder": place.data}
    words = teks.CLI_KEC_DISAMPING if place.mark else teks.CLI_KEC_DISIMPAN
    print(words.format(**told, contoh=new.codes[0]))


def show(options: Options) -> None:
    """The kecamatan with its villages."""
    with data_of(options) as ctx:
        one = ctx.wilayah
    print(one.told(teks.CLI_KEC_TENTANG, singkatan=one.singkatan))
    for desa in one.desa:
        print("\t".join((desa.kode, desa.nama, str(desa.lintang), str(desa.bujur))))


def listed(options: Options) -> None:
    """All kecamatan with their sizes, their last contact and their version."""
    if not options.data.is_dir():
        raise CommandError(umum.CLI_FOLDER_TIDAK_ADA.format(folder=options.data))
    found = [_facts(one) for one in installation.everyone(first_of(options))]
    if options.json:
        print(json.dumps([_json(one) for one in found], ensure_ascii=False, indent=1))
        return
    for one in found:
        print(_line(one))


def name_host(options: Options) -> None:
    """By which name of the server one kecamatan is called; without a name: by none of its own."""
    name = _host(options.name) if options.name else ""
    with data_of(options) as ctx:
        if not ctx.settings.mark:
            raise CommandError(teks.CLI_NAMA_PERTAMA)
        if name and (whose := _called(ctx.settings, name)):
            raise CommandError(teks.CLI_NAMA_DUA.format(host=name, kode=whose))
        with ctx.database.write() as db:
            settings_rows.put(db, known_hosts.OWN, json.dumps(name))
    print(teks.CLI_NAMA_KECAMATAN.format(nama=ctx.wilayah.nama, host=name or "-"))


def _host(text: str) -> str:
    """The name alone, also of an address that was pasted."""
    found = _HOST.fullmatch(text.strip().lower())
    if found is None:
        raise CommandError(teks.CLI_NAMA_BUKAN.format(host=text))
    return found[1]


def _called(settings: Settings, name: str) -> str:
    """Which other kecamatan is called so; empty: none."""
    for one in installation.everyone(settings):
        if one.mark and one.mark != settings.mark:
            # One that cannot be opened is not called at all.
            with suppress(StoreError), open_context(one) as ctx:
                if known_hosts.own(ctx) == name:
                    return one.mark
    return ""


def _facts(settings: Settings) -> KecamatanFacts | Closed:
    """Of one; what is wrong with its data is said instead."""
    try:
        with open_context(settings) as ctx:
            return facts(ctx)
    except (StoreError, OSError) as error:
        return Closed(settings.mark, masalah=str(error))


def _json(one: KecamatanFacts | Closed) -> dict[str, Any]:
    told = asdict(one)
    if isinstance(one, KecamatanFacts):
        at = one.kontak_terakhir
        told["kontak_terakhir"] = format_time(at) if at else None
    return told


def _line(one: KecamatanFacts | Closed) -> str:
    if isinstance(one, Closed):
        return teks.CLI_KECAMATAN_RUSAK.format(**asdict(one))
    size, told = megabytes(one.bytes_basis_data + one.bytes_foto), one.contact()
    words = {**asdict(one), "mb": size, "kontak": told or teks.CLI_BELUM_KONTAK}
    return teks.CLI_KECAMATAN_BARIS.format(**words)


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    group = commands.add_parser("kecamatan", help=teks.CLI_BANTU_KECAMATAN_SEMUA)
    acts = group.add_subparsers(required=True, metavar=umum.CLI_PERINTAH)
    one = command_of(acts, "add", add, teks.CLI_BANTU_KEC_ADD, of_one=False)
    for name in ("--kode", "--nama", "--kabupaten"):
        one.add_argument(name, required=True)
    one.add_argument("--provinsi", default="")
    one.add_argument("--singkatan", default="")
    one.add_argument("--desa", type=Path, required=True, metavar="CSV", help=teks.CLI_BANTU_KEC_CSV)
    command_of(acts, "show", show, teks.CLI_BANTU_KEC_SHOW)
    every = command_of(acts, "list", listed, teks.CLI_BANTU_KECAMATAN_LIST, of_one=False)
    every.add_argument("--json", action="store_true", help=teks.CLI_BANTU_JSON)
    host = command_of(acts, "host", name_host, teks.CLI_BANTU_KECAMATAN_HOST)
    host.add_argument("name", nargs="?", default="", metavar="NAMA")
