"""Who reports: the label says it; a closing or a sender only lets it be guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from server.laporan.wa_paste import fields as f
from server.laporan.wa_paste import labels
from server.laporan.wa_paste.fields import Field, told, unsure
from server.laporan.wa_paste.message import Block, Message
from server.laporan.wa_paste.persons import OFFICES, PHONE, TITLE, is_name
from shared.names import is_degree


@dataclass(frozen=True)
class Teller:
    """Who reports."""

    name: Field[str]
    office: Field[str]


def teller(message: Message, sender: str | None) -> Teller:
    """The label; else the closing, or who sent the message, and then unsure."""
    block, office = message.of(labels.REPORTER), message.of(labels.OFFICE)
    if block is not None:
        return _labelled(block, office.one_line if office else "")
    signed = _signed(message.tail)
    if signed is not None:
        return Teller(unsure(signed[0], f.SIGNATURE), unsure(signed[1], f.SIGNATURE))
    if sender and not re.search(r"\d{5}", sender):
        return Teller(unsure(TITLE.sub("", sender), f.SENDER), Field())
    return Teller(Field(), Field())


def _labelled(block: Block, office: str) -> Teller:
    rows = [line for line in block.lines if line]
    name, said = split_office(PHONE.sub("", rows[0]).strip(" ."))
    said = office or said or (rows[1] if len(rows) > 1 else "")
    unknown = bool(said) and not office and not OFFICES.search(said)
    doubt = f.NO_NAME if unknown or block.odd or not is_name(name) else None
    return Teller(told(name, doubt), told(said, doubt))


def split_office(line: str) -> tuple[str, str]:
    """``Ida, Kasi Pemerintahan`` or ``Ida / Kasi`` or ``Ida (Kasi)``; degrees belong to names."""
    for mark in (r"\s*,\s*", r"\s+/\s+", r"\s+-\s+", r"/"):
        parts = [part for part in re.split(mark, line) if part]
        cut = next((n for n, part in enumerate(parts[1:], 1) if not is_degree(part)), None)
        if cut is not None:
            joint = ", " if "," in mark else re.sub(r"\\s[+*]", " ", mark)
            return ", ".join(parts[:cut]), joint.join(parts[cut:])
    match = re.fullmatch(r"(.+?)\s*\((?!contoh)([^)]+)\)\s*", line)
    return (match[1].strip(), match[2].strip()) if match else (line.strip(), "")


def _signed(tail: list[str]) -> tuple[str, str] | None:
    """The last lines of a letter: an office, and a name."""
    lines = [line.strip(" .,:()") if "(contoh)" not in line else line for line in tail[1:] if line]
    lines = [
        line
        for line in lines
        if not re.match(r"(?:terima|wassalam|ttd|hormat|demikian)", line, re.I)
    ]
    if not lines or len(lines) > 4:
        return None
    offices = [line for line in lines if OFFICES.search(line)]
    names = [line for line in lines if line not in offices and len(line) < 60]
    if not names:
        return None
    return names[-1], offices[0] if offices else ""
