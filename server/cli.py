"""``sinar``: the operator's commands. All of them work while the server runs."""

from __future__ import annotations

import argparse
import errno
import getpass
import io
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from server.anggota import cli_roster
from server.core import accounts, devices, two_step
from server.core import teks as umum
from server.core.commands import OPERATOR, CommandError
from server.core.config import Settings
from server.core.context import Context, open_context
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
from server.core.files.photo_files import PhotoFileError, StorageFullError, WrongFolderError
from server.data import cli_tokens
from server.hp import activation, cli_app
from server.hp.app import examining as phone_app
from server.laporan import cli_paste, read_laporan
from server.rawat import cli_care
from server.rawat import teks as teks_rawat
from server.shell import teks
from shared.clock import WITA, tanggal_jam
from shared.protocol import CODE_HOURS
from shared.roles import NAMA, Role
from shared.wilayah import KODE, nama_desa

Options = argparse.Namespace
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
    except NoToolError as error:
        return _fail(teks.CLI_ALAT_BASIS.format(nama=error))
    except (StoreError, PhotoFileError, OSError) as error:
        return _fail(_sentence(error, getattr(options, "data", None)))
    return 0


def _sentence(error: Exception, data: Path | None) -> str:
    """What the operator can do about a disk that is full, closed, or does not answer."""
    number = getattr(error.__cause__ or error, "errno", None) or getattr(error, "errno", None)
    full = isinstance(error, StoreFullError | StorageFullError) or number in FULL
    if full or (isinstance(error, StoreError) and _has_no_room(data)):
        return teks.CLI_PENUH.format(reason=error)
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
    from server.shell.serving import run

    run(_settings(options))


def make_code(options: Options) -> None:
    """Print a fresh activation code as the last line."""
    if options.desa not in KODE:
        raise CommandError(teks.CLI_DESA_TIDAK_ADA.format(desa=options.desa))
    for value in (options.nama, options.jabatan):
        if not value.strip() or len(value) > 200 or not value.isprintable():
            raise CommandError(teks.CLI_NAMA_JABATAN)
    with _data(options, new=True) as ctx:
        code = activation.new_code(ctx, options.desa, options.nama, options.jabatan)
    place = nama_desa(options.desa)
    print(teks.CLI_KODE.format(nama=options.nama, desa=place, hours=CODE_HOURS))
    print(code)


def add_account(options: Options) -> None:
    """A new account of the staff view."""
    password = _password(options)
    with _data(options, new=True) as ctx:
        accounts.add(ctx, options.username, Role(options.role), password, options.nama)
    print(teks.CLI_AKUN_DIBUAT.format(username=options.username, role=NAMA[Role(options.role)]))


def list_accounts(options: Options) -> None:
    """All accounts."""
    with _data(options) as ctx:
        found = accounts.all_accounts(ctx)
    for account in found:
        print(f"{account.username}\t{NAMA[account.role]}\t{account.nama}")
    if not found:
        print(teks.CLI_BELUM_ADA_AKUN)


def remove_account(options: Options) -> None:
    """End an account."""
    with _data(options) as ctx:
        accounts.remove(ctx, options.username)
    print(teks.CLI_AKUN_DIHAPUS.format(username=options.username))


def change_password(options: Options) -> None:
    """Give an account a new password."""
    password = _password(options)
    with _data(options) as ctx:
        accounts.set_password(ctx, options.username, password)
    print(teks.CLI_SANDI_DIGANTI.format(username=options.username))


def reset_two_step(options: Options) -> None:
    """For somebody whose phone and recovery codes are lost."""
    with _data(options) as ctx:
        if all(one.username != options.username for one in accounts.all_accounts(ctx)):
            raise accounts.NoSuchAccountError
        two_step.reset(ctx, options.username, OPERATOR)
    print(teks.CLI_LANGKAH_DILEPAS.format(username=options.username))


def list_devices(options: Options) -> None:
    """All phones."""
    with _data(options) as ctx:
        found = devices.all_devices(ctx)
    for phone in found:
        seen = phone.last_contact
        contact = tanggal_jam(seen.astimezone(WITA)) if seen else teks.CLI_BELUM_KONTAK
        state = teks.CLI_DICABUT if phone.revoked_at else teks.CLI_AKTIF
        place = nama_desa(phone.desa)
        print("\t".join((phone.id, place, phone.nama, phone.device_name, contact, state)))
    if not found:
        print(teks.CLI_BELUM_ADA_HP)


def revoke_device(options: Options) -> None:
    """Turn a phone away from now on."""
    ident = options.device or options.id
    if not ident:
        raise CommandError(teks.CLI_SEBUT_HP)
    with _data(options) as ctx:
        phone = devices.revoke(ctx, ident, OPERATOR)
    if phone is None:
        raise CommandError(teks.CLI_HP_TIDAK_ADA.format(id=ident))
    print(teks.CLI_HP_DICABUT.format(nama=phone.nama, desa=nama_desa(phone.desa)))


def export(options: Options) -> None:
    """Print a stored report as the JSON that was sent."""
    with _data(options) as ctx:
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


def _data(options: Options, *, new: bool = False) -> AbstractContextManager[Context]:
    """The data folder; a mistyped one is not made by a command that only looks."""
    if not new and not options.data.is_dir():
        raise CommandError(umum.CLI_FOLDER_TIDAK_ADA.format(folder=options.data))
    return open_context(_settings(options))


def _listed(name: str) -> list[str]:
    """The words of an environment variable."""
    return os.environ.get(name, "").replace(",", " ").split()


def _settings(options: Options) -> Settings:
    proxies = _listed("SINAR_TRUSTED_PROXY")
    return Settings(
        data=options.data,
        database=options.database or os.environ.get("SINAR_DATABASE") or None,
        host=getattr(options, "host", "127.0.0.1"),
        port=getattr(options, "port", 8550),
        trusted_proxies=frozenset([*proxies, *getattr(options, "trusted_proxy", [])]),
        hosts=frozenset([*_listed("SINAR_NAMES"), *getattr(options, "name", [])]),
        metrics_local=os.environ.get("SINAR_METRICS_LOCAL", "").strip() == "1",
        tiles=getattr(options, "tiles", "") or os.environ.get("SINAR_TILES", ""),
        metrics_token=os.environ.get("SINAR_METRICS_TOKEN", "").strip(),
        log_file=getattr(options, "log", None),
    )


def _password(options: Options) -> str:
    if options.password_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise CommandError(teks.CLI_SANDI_STDIN)
    return getpass.getpass(teks.CLI_SANDI)


def _fail(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sinar", description=teks.CLI_SINAR)
    commands = parser.add_subparsers(required=True, metavar=umum.CLI_PERINTAH)
    _add_serve(commands)
    code = _command(commands, "activation-code", make_code, teks.CLI_BANTU_KODE)
    for name in ("--desa", "--nama", "--jabatan"):
        code.add_argument(name, required=True)
    _add_people(commands)
    one = _command(commands, "export", export, teks.CLI_BANTU_EXPORT)
    one.add_argument("--id", required=True)
    cli_care.add_to(commands, _command, _settings, beside=phone_app.examine)
    cli_tokens.add_to(commands, _command, _settings)
    cli_paste.add_to(commands)
    cli_roster.add_to(commands, _command, _settings)
    cli_app.add_to(commands)
    app = commands.add_parser("phone", help=teks.CLI_BANTU_PHONE)
    app.set_defaults(run=phone)
    app.add_argument("--data", type=Path, required=True)
    app.add_argument("--server", required=True)
    app.add_argument("--port", type=int, default=8551)
    return parser


def _add_serve(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _command(commands, "serve", serve, teks.CLI_BANTU_SERVE)
    command.add_argument("--host", default="127.0.0.1")
    command.add_argument("--port", type=int, default=8550)
    command.add_argument("--log", type=Path, metavar="FILE", help=teks_rawat.LOG_BANTU)
    command.add_argument("--tiles", default="", metavar="URL", help=teks.CLI_BANTU_TILES)
    command.add_argument(
        "--name", action="append", default=[], metavar="NAMA", help=teks.CLI_BANTU_NAMA
    )
    command.add_argument(
        "--trusted-proxy", action="append", default=[], metavar="IP", help=teks.CLI_BANTU_PROXY
    )


def _add_people(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    account = commands.add_parser("account", help=teks.CLI_BANTU_AKUN)
    acts = account.add_subparsers(required=True, metavar=umum.CLI_PERINTAH)
    add = _command(acts, "add", add_account, teks.CLI_BANTU_AKUN_ADD)
    add.add_argument("--role", required=True, choices=[str(role) for role in Role])
    add.add_argument("--nama", default="")
    password = _command(acts, "password", change_password, teks.CLI_BANTU_AKUN_SANDI)
    for command in (add, password):
        command.add_argument("--password-stdin", action="store_true")
    remove = _command(acts, "remove", remove_account, teks.CLI_BANTU_AKUN_HAPUS)
    reset = _command(acts, "two-step-off", reset_two_step, teks.CLI_BANTU_AKUN_LANGKAH)
    for command in (add, password, remove, reset):
        command.add_argument("--username", required=True)
    _command(acts, "list", list_accounts, teks.CLI_BANTU_AKUN_LIST)
    device = commands.add_parser("device", help=teks.CLI_BANTU_HP)
    acts = device.add_subparsers(required=True, metavar=umum.CLI_PERINTAH)
    _command(acts, "list", list_devices, teks.CLI_BANTU_HP_LIST)
    revoke = _command(acts, "revoke", revoke_device, teks.CLI_BANTU_HP_CABUT)
    revoke.add_argument("device", nargs="?")
    revoke.add_argument("--id")


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[Options], int | None],
    about: str,
    *,
    needs_data: bool = True,
) -> argparse.ArgumentParser:
    """A command on a data folder."""
    command = commands.add_parser(name, help=about, description=about)
    command.set_defaults(run=run)
    command.add_argument("--data", type=Path, required=needs_data, help=teks.CLI_BANTU_DATA)
    command.add_argument("--database", metavar="URL", help=teks.CLI_BANTU_DATABASE)
    return command


if __name__ == "__main__":
    sys.exit(main())
