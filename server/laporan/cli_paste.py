"""``sinar read-wa``: what the reader of WhatsApp texts finds in a file, as JSON.

The shape is relied on by scripts outside: one entry a report, the protocol's names of fields; a
field that was not found is absent.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
import zipfile
import zlib
from datetime import datetime
from pathlib import Path
from typing import Any

from server.core import teks as umum
from server.core import wilayah
from server.core.commands import CommandError
from server.core.config import Settings
from server.core.context import open_context
from server.laporan import teks
from server.laporan.wa_paste.fields import Field
from server.laporan.wa_paste.parse import Pasted, parse_all
from shared.clock import SystemClock, format_time, parse_time
from shared.wilayah import Wilayah

MOST_BYTES = 50_000_000
"""Years of a busy group are a tenth of it."""
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command."""
    about = teks.CLI_BANTU_BACA_WA
    command = commands.add_parser("read-wa", help=about, description=about)
    command.set_defaults(run=read_wa)
    command.add_argument("file", metavar="FILE")
    command.add_argument("--data", type=Path, help=teks.CLI_BANTU_WILAYAH)
    command.add_argument("--now", metavar="RFC3339", help=teks.CLI_BANTU_SEKARANG)


def read_wa(options: argparse.Namespace) -> None:
    """Print every report of a text file."""
    found = parse_all(_villages(options.data), _text(options.file), _now(options.now))
    print(json.dumps({"laporan": [_entry(one) for one in found]}, ensure_ascii=False, indent=2))


def _villages(data: Path | None) -> Wilayah:
    """Of the kecamatan of this folder."""
    if data is None:
        return wilayah.first()
    if not data.is_dir():
        raise CommandError(umum.CLI_FOLDER_TIDAK_ADA.format(folder=data))
    with open_context(Settings(data=data)) as ctx:
        return ctx.wilayah


def _now(said: str | None) -> datetime:
    if said is None:
        return SystemClock().now()
    try:
        return parse_time(said)
    except ValueError as error:
        raise CommandError(teks.CLI_BUKAN_WAKTU.format(said=said)) from error


def _text(name: str) -> str:
    """The file as text: UTF-8, else what its first bytes say, else letters of one byte.

    Of an exported chat that is zipped, as iPhones do it, the text in it.
    """
    raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    if zipfile.is_zipfile(io.BytesIO(raw)):
        raw = _chat_of(raw)
    named = next((how for mark, how in _MARKS if raw.startswith(mark)), "utf-8")
    try:
        return raw.decode(named)
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _chat_of(packed: bytes) -> bytes:
    """The chat of an export; CommandError where there is none, or one beyond all measure."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as parts:
            chats = [one for one in parts.infolist() if one.filename.endswith(".txt")]
            if not chats or chats[0].file_size > MOST_BYTES:
                raise CommandError(teks.CLI_BUKAN_OBROLAN)
            return parts.read(chats[0])
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError) as error:
        raise CommandError(teks.CLI_BUKAN_OBROLAN) from error


def _entry(pasted: Pasted) -> dict[str, Any]:
    return {
        name: {"value": _plain(one.value), "certain": one.found, "why": _why(one)}
        for name, one in pasted.fields.items()
        if not one.missing
    }


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return format_time(value)
    return list(value) if isinstance(value, tuple) else value


def _why(one: Field[Any]) -> str | None:
    return teks.RAGU[one.reason] if one.reason else None
