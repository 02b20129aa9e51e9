"""``sinar``: the operator's commands. All of them work while the server runs."""

from __future__ import annotations

import argparse
import errno
import io
import os
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from server.anggota import cli_roster
from server.core import accounts
from server.core import teks as umum
from server.core.commands import CommandError
from server.core.config import Settings
from server.core.context import open_context
from server.core.db.database import (
    StoreAddressError,
    StoreClosedError,
    StoreDamagedError,
    StoreError,
    StoreFullError,
)
from server.core.db.dumps import NoToolError
from server.core.db.upgrading import NewerDataError
from server.core.files.claim import AlreadyClaimedError
from server.core.files.object_store import (
    PhotoFileError,
    StorageAwayError,
    StorageFullError,
    WrongFolderError,
)
from server.core.files.stores import NoKeysError, NoLibraryError, PhotoAddressError
from server.core.installation import NeighbourError
from server.data import cli_tokens
from server.hp import activation, cli_app
from server.hp.app import examining as phone_app
from server.laporan import cli_paste, read_laporan
from server.rawat import cli_care
from server.rawat import teks as teks_rawat
from server.shell import cli_kecamatan, cli_people, teks
from server.shell.cli_base import ALL, API, Options, command_of, data_of, settings_of, some
from server.shell.loading import to_stay
from shared.protocol import CODE_HOURS
from shared.wilayah import Wilayah

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
NO_ROOM_BYTES = 100_000
CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)


ACCOUNT_TROUBLES: dict[type[accounts.AccountError], str] = {
    accounts.BadNameError: teks.CLI_NAMA_AKUN,
    accounts.NameTakenError: teks.CLI_AKUN_SUDAH_ADA,
    accounts.BadPasswordError: teks.CLI_SANDI_PENDEK.format(
        least=accounts.PASSWORD_MIN, most=accounts.PASSWORD_MAX
    ),
    accounts.CommonPasswordError: teks.CLI_SANDI_UMUM,
    accounts.NamePasswordError: teks.CLI_SANDI_NAMA,
    accounts.NoSuchAccountError: teks.CLI_AKUN_TIDAK_ADA,
}

PHOTO_ADDRESSES: dict[type[PhotoAddressError], str] = {
    PhotoAddressError: teks.CLI_ALAMAT_FOTO,
    NoLibraryError: teks.CLI_PUSTAKA_FOTO,
    NoKeysError: teks.CLI_KUNCI_FOTO,
}


def main(words: list[str] | None = None) -> int:
    """Run one command; 0 when it did what it should."""
    _speak_plainly()
    options = _parser().parse_args(words)
    # Whatever is written from here on is the owner's alone, however open the system is.
    os.umask(0o077)
    try:
        return options.run(options) or 0
    except CommandError as error:
        return _fail(str(error))
    except AlreadyClaimedError:
        return _fail(teks.CLI_FOLDER_DIPAKAI)
    except accounts.AccountError as error:
        return _fail(ACCOUNT_TROUBLES[type(error)])
    except NewerDataError:
        return _fail(teks_rawat.DATA_LEBIH_BARU)
    except StoreDamagedError:
        return _fail(teks_rawat.BETUL_PULIHKAN)
    except StoreAddressError:
        return _fail(teks.CLI_ALAMAT_BASIS)
    except PhotoAddressError as error:
        return _fail(PHOTO_ADDRESSES[type(error)])
    except NoToolError as error:
        return _fail(teks.CLI_ALAT_BASIS.format(nama=error))
    except (StoreError, PhotoFileError, OSError) as error:
        return _fail(_sentence(error, getattr(options, "data", None)))
    return 0


def _sentence(error: Exception, data: Path | None) -> str:
    """What the operator can do about a disk that is full, closed, or does not answer."""
    if isinstance(error, NeighbourError):
        return teks.CLI_KECAMATAN_LAIN.format(kode=error)
    number = getattr(error.__cause__ or error, "errno", None) or getattr(error, "errno", None)
    full = isinstance(error, StoreFullError | StorageFullError) or number in FULL
    if full or (isinstance(error, StoreError) and _has_no_room(data)):
        return teks.CLI_PENUH.format(reason=error)
    if isinstance(error, StorageAwayError):
        return teks_rawat.PERIKSA["store_away"].format(sebab=error)
    if isinstance(error, WrongFolderError):
        return teks_rawat.PERIKSA["photo_folder"].format(folder=error)
    if isinstance(error, StoreClosedError) or number in CLOSED:
        return teks.CLI_TANPA_IZIN.format(reason=error)
    if isinstance(error, FileNotFoundError):
        return teks.CLI_TIDAK_ADA.format(name=error.filename)
    return teks.CLI_GAGAL.format(reason=error)


def _has_no_room(data: Path | None) -> bool:
    """SQLite calls a full disk an error of reading and writing, too."""
    return data is not None and data.exists() and shutil.disk_usage(data).free < NO_ROOM_BYTES


def _speak_plainly() -> None:
    """An output that knows no é or … gets a ? for it, not a trace."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def serve(options: Options) -> None:
    """Run the server until it is told to stop."""
    with to_stay():
        from server.shell.serving import run

    run(settings_of(options))


def make_code(options: Options) -> None:
    """Print a fresh activation code as the last line."""
    for value in (options.nama, options.jabatan):
        if not value.strip() or len(value) > 200 or not value.isprintable():
            raise CommandError(teks.CLI_NAMA_JABATAN)
    known = _kecamatan(options)
    if options.desa not in known.by_kode:
        told = {"nama": known.nama, "contoh": next(iter(known.codes), "")}
        raise CommandError(teks.CLI_DESA_TIDAK_ADA.format(desa=options.desa, **told))
    with data_of(options, new=True) as ctx:
        code = activation.new_code(ctx, options.desa, options.nama, options.jabatan)
    place = known.nama_desa(options.desa)
    print(teks.CLI_KODE.format(nama=options.nama, desa=place, hours=CODE_HOURS))
    print(code)


def _kecamatan(options: Options) -> Wilayah:
    """Of the folder; where there is none yet, as of every new one."""
    if options.data.is_dir():
        with data_of(options) as ctx:
            return ctx.wilayah
    database = settings_of(options).database
    with TemporaryDirectory() as folder, open_context(Settings(Path(folder), database)) as ctx:
        return ctx.wilayah


def export(options: Options) -> None:
    """Print a stored report as the JSON that was sent."""
    with data_of(options) as ctx:
        text = read_laporan.message_text(ctx, options.id)
    if text is None:
        raise CommandError(teks.CLI_LAPORAN_TIDAK_ADA.format(id=options.id))
    _exactly(f"{text}\n")


def _exactly(text: str) -> None:
    """In UTF-8, whatever the terminal would rather have: the report is what was sent."""
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
    else:
        buffer.write(text.encode("utf-8", "surrogatepass"))
        buffer.flush()


def phone(options: Options) -> None:
    """The phone app in a browser, as a process of its own: the server does not know it."""
    words = ["--data", str(options.data), "--server", options.server, "--port", str(options.port)]
    os.execv(sys.executable, [sys.executable, "-m", "mobile.main", *words])  # noqa: S606


def _fail(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sinar", description=teks.CLI_SINAR)
    commands = parser.add_subparsers(required=True, metavar=umum.CLI_PERINTAH)
    _add_serve(commands)
    code = command_of(commands, "activation-code", make_code, teks.CLI_BANTU_KODE)
    for name in ("--desa", "--nama", "--jabatan"):
        code.add_argument(name, required=True)
    cli_people.add_to(commands)
    cli_kecamatan.add_to(commands)
    one = command_of(commands, "export", export, teks.CLI_BANTU_EXPORT)
    one.add_argument("--id", required=True)
    cli_care.add_to(commands, command_of, settings_of, beside=phone_app.examine)
    cli_tokens.add_to(commands, command_of, settings_of)
    cli_paste.add_to(commands)
    cli_roster.add_to(commands, command_of, settings_of)
    cli_app.add_to(commands)
    app = commands.add_parser("phone", help=teks.CLI_BANTU_PHONE)
    app.set_defaults(run=phone)
    app.add_argument("--data", type=Path, required=True)
    app.add_argument("--server", required=True)
    app.add_argument("--port", type=int, default=8551)
    return parser


def _add_serve(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = command_of(commands, "serve", serve, teks.CLI_BANTU_SERVE, of_one=False)
    command.add_argument("--host", default="127.0.0.1")
    command.add_argument("--port", type=int, default=8550)
    command.add_argument("--workers", type=some, metavar="N", help=teks.CLI_BANTU_WORKERS)
    command.add_argument("--role", choices=(ALL, API), default=ALL, help=teks.CLI_BANTU_ROLE)
    command.add_argument("--log", type=Path, metavar="FILE", help=teks_rawat.LOG_BANTU)
    command.add_argument("--tiles", default="", metavar="URL", help=teks.CLI_BANTU_TILES)
    command.add_argument(
        "--name", action="append", default=[], metavar="NAMA", help=teks.CLI_BANTU_NAMA
    )
    command.add_argument(
        "--trusted-proxy", action="append", default=[], metavar="IP", help=teks.CLI_BANTU_PROXY
    )


if __name__ == "__main__":
    sys.exit(main())
