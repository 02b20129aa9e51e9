"""``sinar api-token``: the keys of other systems, for the operator."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from server.core import teks as umum
from server.core.commands import OPERATOR, CommandError
from server.core.config import Settings
from server.core.context import open_context
from server.data import api_tokens, teks
from server.data.api_tokens import SCOPES, TokenError
from shared.clock import tanggal_jam

Options = argparse.Namespace


def add_to(
    commands: Any, command: Callable[..., Any], settings: Callable[[Options], Settings]
) -> None:
    """``add``, ``list`` and ``revoke``."""

    def opened(options: Options) -> Any:
        if not options.data.is_dir():
            raise CommandError(umum.CLI_FOLDER_TIDAK_ADA.format(folder=options.data))
        return open_context(settings(options))

    group = commands.add_parser("api-token", help=teks.CLI_KUNCI_BANTU)
    acts = group.add_subparsers(required=True, metavar=umum.CLI_PERINTAH)
    about = teks.CLI_KUNCI_BANTU
    made = command(acts, "add", lambda options: _add(opened, options), about)
    made.add_argument("--nama", required=True)
    said = teks.CLI_KUNCI_CAKUPAN.format(cakupan=", ".join(SCOPES))
    made.add_argument("--cakupan", required=True, help=said)
    command(acts, "list", lambda options: _list(opened, options), about)
    gone = command(acts, "revoke", lambda options: _revoke(opened, options), about)
    gone.add_argument("id")


def _add(opened: Callable[[Options], Any], options: Options) -> None:
    """Print a fresh key as the last line."""
    scopes = [scope.strip() for scope in options.cakupan.split(",") if scope.strip()]
    with opened(options) as ctx:
        try:
            made = api_tokens.make(ctx, OPERATOR, options.nama, scopes)
        except TokenError as error:
            said = teks.CLI_KUNCI_SALAH.format(cakupan=", ".join(SCOPES))
            raise CommandError(said) from error
    print(teks.CLI_KUNCI_BUAT.format(nama=options.nama, cakupan=", ".join(scopes)))
    print(made.secret)


def _list(opened: Callable[[Options], Any], options: Options) -> None:
    with opened(options) as ctx:
        found = api_tokens.listed(ctx)
    for one in found:
        state = teks.CLI_KUNCI_MATI if one.revoked_at else teks.CLI_KUNCI_AKTIF
        used = tanggal_jam(one.last_used) if one.last_used else teks.KUNCI_BELUM
        print(
            teks.CLI_KUNCI_BARIS.format(
                id=one.id, keadaan=state, nama=one.nama, cakupan=", ".join(one.scopes), dipakai=used
            )
        )
    if not found:
        print(teks.CLI_KUNCI_KOSONG)


def _revoke(opened: Callable[[Options], Any], options: Options) -> None:
    with opened(options) as ctx:
        token = api_tokens.withdraw(ctx, OPERATOR, options.id)
    if token is None:
        raise CommandError(teks.CLI_KUNCI_TIDAK_ADA)
    print(teks.CLI_KUNCI_DICABUT.format(nama=token.nama))
