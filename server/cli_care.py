"""``sinar backup``, ``restore`` and ``doctor``: the operator's care for the data."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from server import teks
from server.settings import Settings
from server.usecases import backup as backing_up
from server.usecases import doctor as examining
from server.usecases import restore as restoring
from server.usecases.context import open_context
from shared.clock import SystemClock, parse_time, tanggal_jam

Options = argparse.Namespace
Command = Callable[..., argparse.ArgumentParser]

RESTORE_TROUBLES: dict[type[restoring.RestoreError], str] = {
    restoring.DataThereError: teks.PULIH_ADA_DATA,
    restoring.InUseError: teks.PULIH_DIPAKAI,
    restoring.DamagedError: teks.PULIH_RUSAK,
    restoring.TooNewError: teks.PULIH_TERLALU_BARU,
}


class CareError(Exception):
    """The command ends with this sentence."""


def add_to(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    command: Command,
    settings: Callable[[Options], Settings],
) -> None:
    """Make the three commands known."""
    for name, run, about in (
        ("backup", backup, teks.CADANG_BANTU),
        ("restore", restore, teks.PULIH_BANTU),
        ("doctor", doctor, teks.PERIKSA_BANTU),
    ):
        one = command(commands, name, run, about)
        one.set_defaults(settings=settings)
        if name != "doctor":
            one.add_argument("file", type=Path, metavar=teks.CADANG_BERKAS)
        if name == "restore":
            one.add_argument("--force", action="store_true", help=teks.PULIH_BANTU_PAKSA)


def backup(options: Options) -> None:
    """Write a backup file while the server goes on."""
    _require_folder(options.data)
    target: Path = options.file.absolute()
    if not target.parent.is_dir():
        raise CareError(teks.CADANG_TANPA_FOLDER.format(folder=target.parent))
    try:
        with open_context(options.settings(options)) as ctx:
            done = backing_up.backup(ctx, target)
    except backing_up.NoSqliteError as error:
        raise CareError(teks.CADANG_BUKAN_SQLITE) from error
    size = f"{done.bytes / 1e6:.1f}".replace(".", ",")
    print(teks.CADANG_SELESAI.format(
        berkas=target, laporan=done.laporan, foto=done.photos, mb=size
    ))  # fmt: skip
    if done.lacking:
        raise CareError(teks.CADANG_FOTO_KURANG.format(jumlah=len(done.lacking)))


def restore(options: Options) -> None:
    """Put a backup in the place of the data."""
    if not options.file.is_file():
        raise CareError(teks.PULIH_TIDAK_ADA.format(berkas=options.file))
    settings = options.settings(options)
    if settings.database:
        raise CareError(teks.CADANG_BUKAN_SQLITE)
    try:
        done = restoring.restore(settings, SystemClock(), options.file, force=options.force)
    except restoring.RestoreError as error:
        raise CareError(RESTORE_TROUBLES[type(error)]) from error
    made = tanggal_jam(parse_time(done.made))
    print(teks.PULIH_SELESAI.format(laporan=done.laporan, foto=done.photos, dibuat=made))
    if done.aside is not None:
        print(teks.PULIH_LAMA.format(folder=done.aside))


def doctor(options: Options) -> None:
    """Print what is well and what is not; a failure when something is damaged."""
    _require_folder(options.data)
    damaged = 0
    with open_context(options.settings(options)) as ctx:
        for finding in examining.examine(ctx):
            sentence = teks.PERIKSA[finding.code].format(**finding.facts)
            print(f"{teks.PERIKSA_TANDA[finding.weight]}  {sentence}")
            damaged += finding.weight == examining.Weight.DAMAGE
    if damaged:
        raise CareError(teks.PERIKSA_RUSAK.format(jumlah=damaged))
    print(teks.PERIKSA_BAIK)


def _require_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise CareError(teks.CLI_FOLDER_TIDAK_ADA.format(folder=folder))
