"""What the commands at the root share: the data folder, its settings, how a command is made."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from server.core import installation
from server.core import teks as umum
from server.core.commands import CommandError
from server.core.config import Settings
from server.core.context import Context, open_context
from server.core.db.database import StoreError
from server.core.db.replacing import place_of
from server.shell import teks

Options = argparse.Namespace

MOST_WORKERS = 64
ALL, API = "all", "api"
"""What a server serves: phones and the desk, or phones and other systems only."""


def data_of(options: Options, *, new: bool = False) -> AbstractContextManager[Context]:
    """The data folder; a mistyped one is not made by a command that only looks."""
    if not new and not options.data.is_dir():
        raise CommandError(umum.CLI_FOLDER_TIDAK_ADA.format(folder=options.data))
    return open_context(settings_of(options))


def _listed(name: str) -> list[str]:
    """The words of an environment variable."""
    return os.environ.get(name, "").replace(",", " ").split()


def some(words: str) -> int:
    """How many processes; ValueError, of which argparse makes a sentence, where it is no number."""
    if not 1 <= (number := int(words)) <= MOST_WORKERS:
        raise ValueError(words)
    return number


def _workers() -> int:
    """As the environment says it."""
    said = os.environ.get("SINAR_WORKERS", "").strip()
    try:
        return some(said or "1")
    except ValueError as error:
        raise CommandError(teks.CLI_WORKERS.format(most=MOST_WORKERS, isi=said)) from error


def settings_of(options: Options) -> Settings:
    """Of the kecamatan that ``--kecamatan`` names, else of the first."""
    first, kode = first_of(options), getattr(options, "kecamatan", "")
    if not kode:
        return first
    try:
        found = installation.below(first, kode)
    except ValueError as error:
        raise CommandError(teks.CLI_KODE_KECAMATAN.format(kode=kode)) from error
    if found.data.is_dir():
        return found
    if getattr(options, "makes_kecamatan", False):
        return first if _is_of(first, kode) else found
    if not first.data.is_dir() or installation.code_of(first) != kode:
        raise CommandError(teks.CLI_KECAMATAN_TIDAK_ADA.format(kode=kode))
    return first


def _is_of(first: Settings, kode: str) -> bool:
    """Whether the first is this kecamatan; not where nobody can tell, or nothing is there yet."""
    try:
        filled = place_of(first.database_url, first.data).is_filled()
        return filled and installation.code_of(first) == kode
    except StoreError:
        return False


def first_of(options: Options) -> Settings:
    """Of the first kecamatan, with all that is said of the installation."""
    proxies = _listed("SINAR_TRUSTED_PROXY")
    return Settings(
        data=options.data,
        database=options.database or os.environ.get("SINAR_DATABASE") or None,
        host=getattr(options, "host", "127.0.0.1"),
        port=getattr(options, "port", 8550),
        workers=getattr(options, "workers", None) or _workers(),
        with_staff=getattr(options, "role", ALL) == ALL,
        trusted_proxies=frozenset([*proxies, *getattr(options, "trusted_proxy", [])]),
        hosts=frozenset([*_listed("SINAR_NAMES"), *getattr(options, "name", [])]),
        metrics_local=os.environ.get("SINAR_METRICS_LOCAL", "").strip() == "1",
        photos=options.photos or os.environ.get("SINAR_PHOTOS", ""),
        s3_endpoint=options.s3_endpoint or os.environ.get("SINAR_S3_ENDPOINT", ""),
        tiles=getattr(options, "tiles", "") or os.environ.get("SINAR_TILES", ""),
        metrics_token=os.environ.get("SINAR_METRICS_TOKEN", "").strip(),
        log_file=getattr(options, "log", None),
    )


def command_of(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[Options], int | None],
    about: str,
    *,
    needs_data: bool = True,
    of_one: bool = True,
) -> argparse.ArgumentParser:
    """A command on a data folder; ``of_one``: of one kecamatan, where there are several."""
    command = commands.add_parser(name, help=about, description=about)
    command.set_defaults(run=run)
    command.add_argument("--data", type=Path, required=needs_data, help=teks.CLI_BANTU_DATA)
    command.add_argument("--database", metavar="URL", help=teks.CLI_BANTU_DATABASE)
    command.add_argument("--photos", metavar="s3://…", help=teks.CLI_BANTU_FOTO)
    command.add_argument("--s3-endpoint", metavar="URL", help=teks.CLI_BANTU_S3)
    if of_one:
        command.add_argument(
            "--kecamatan", default="", metavar="KODE", help=teks.CLI_BANTU_KECAMATAN
        )
    return command
