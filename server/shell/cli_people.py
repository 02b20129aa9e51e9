"""Accounts of the desk and phones of the villages, at the command line."""

from __future__ import annotations

import argparse
import getpass
import sys

from server.core import accounts, devices, two_step
from server.core import teks as umum
from server.core.commands import OPERATOR, CommandError
from server.shell import teks
from server.shell.cli_base import Options, command_of, data_of, settings_of
from shared.clock import WITA, tanggal_jam
from shared.roles import NAMA, WITHOUT_DESK, Role


def add_account(options: Options) -> None:
    """A new account of the staff view."""
    role = Role(options.role)
    if role in WITHOUT_DESK and settings_of(options).mark:
        raise CommandError(teks.CLI_PERAN_PERTAMA.format(role=NAMA[role]))
    password = _password(options)
    with data_of(options, new=True) as ctx:
        accounts.add(ctx, options.username, role, password, options.nama)
    print(teks.CLI_AKUN_DIBUAT.format(username=options.username, role=NAMA[role]))


def list_accounts(options: Options) -> None:
    """All accounts."""
    with data_of(options) as ctx:
        found = accounts.all_accounts(ctx)
    for account in found:
        print(f"{account.username}\t{NAMA[account.role]}\t{account.nama}")
    if not found:
        print(teks.CLI_BELUM_ADA_AKUN)


def remove_account(options: Options) -> None:
    """End an account."""
    with data_of(options) as ctx:
        accounts.remove(ctx, options.username)
    print(teks.CLI_AKUN_DIHAPUS.format(username=options.username))


def change_password(options: Options) -> None:
    """Give an account a new password."""
    password = _password(options)
    with data_of(options) as ctx:
        accounts.set_password(ctx, options.username, password)
    print(teks.CLI_SANDI_DIGANTI.format(username=options.username))


def reset_two_step(options: Options) -> None:
    """For somebody whose phone and recovery codes are lost."""
    with data_of(options) as ctx:
        if all(one.username != options.username for one in accounts.all_accounts(ctx)):
            raise accounts.NoSuchAccountError
        two_step.reset(ctx, options.username, OPERATOR)
    print(teks.CLI_LANGKAH_DILEPAS.format(username=options.username))


def list_devices(options: Options) -> None:
    """All phones."""
    with data_of(options) as ctx:
        found = devices.all_devices(ctx)
    for device in found:
        seen = device.last_contact
        contact = tanggal_jam(seen.astimezone(WITA)) if seen else teks.CLI_BELUM_KONTAK
        state = teks.CLI_DICABUT if device.revoked_at else teks.CLI_AKTIF
        place = ctx.wilayah.nama_desa(device.desa)
        print("\t".join((device.id, place, device.nama, device.device_name, contact, state)))
    if not found:
        print(teks.CLI_BELUM_ADA_HP)


def revoke_device(options: Options) -> None:
    """Turn a device away from now on."""
    ident = options.device or options.id
    if not ident:
        raise CommandError(teks.CLI_SEBUT_HP)
    with data_of(options) as ctx:
        device = devices.revoke(ctx, ident, OPERATOR)
    if device is None:
        raise CommandError(teks.CLI_HP_TIDAK_ADA.format(id=ident))
    print(teks.CLI_HP_DICABUT.format(nama=device.nama, desa=ctx.wilayah.nama_desa(device.desa)))


def _password(options: Options) -> str:
    if options.password_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise CommandError(teks.CLI_SANDI_STDIN)
    return getpass.getpass(teks.CLI_SANDI)


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    account = commands.add_parser("account", help=teks.CLI_BANTU_AKUN)
    acts = account.add_subparsers(required=True, metavar=umum.CLI_PERINTAH)
    add = command_of(acts, "add", add_account, teks.CLI_BANTU_AKUN_ADD)
    add.add_argument("--role", required=True, choices=[str(role) for role in Role])
    add.add_argument("--nama", default="")
    password = command_of(acts, "password", change_password, teks.CLI_BANTU_AKUN_SANDI)
    for command in (add, password):
        command.add_argument("--password-stdin", action="store_true")
    remove = command_of(acts, "remove", remove_account, teks.CLI_BANTU_AKUN_HAPUS)
    reset = command_of(acts, "two-step-off", reset_two_step, teks.CLI_BANTU_AKUN_LANGKAH)
    for command in (add, password, remove, reset):
        command.add_argument("--username", required=True)
    command_of(acts, "list", list_accounts, teks.CLI_BANTU_AKUN_LIST)
    device = commands.add_parser("device", help=teks.CLI_BANTU_HP)
    acts = device.add_subparsers(required=True, metavar=umum.CLI_PERINTAH)
    command_of(acts, "list", list_devices, teks.CLI_BANTU_HP_LIST)
    revoke = command_of(acts, "revoke", revoke_device, teks.CLI_BANTU_HP_CABUT)
    revoke.add_argument("device", nargs="?")
    revoke.add_argument("--id")
