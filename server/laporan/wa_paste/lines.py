"""A message as lines that mean something: no stars, no pictures, no heads of forwarding.

``Block`` is a label with all that follows it up to the next one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from server.laporan.wa_paste import labels

_FORWARDED = re.compile(
    r"^\s*\[?(?P<a>\d{1,2}[./:]\d{2}(?:[./:]\d{2})?|\d{1,2}/\d{1,2}/\d{2,4})\s*[,.]?\s+"
    r"(?P<b>\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}[.:]\d{2}(?:[.:]\d{2})?)\s*(?:\]\s*|-\s+)"
    r"(?P<who>[^:\n]{1,60}):\s?"
)
_FORWARD_WORDS = re.compile(r"^\s*(diteruskan( berkali-kali)?|forwarded( many times)?)\s*$", re.I)
_MARKS = re.compile(r"[*_~`]+")
_PICTURES = re.compile(
    "[\U0001f000-\U0001faff\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\ufe0f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u20e3\ufffc]"
)
_BULLET = re.compile(r"^\s*(?:[-–—•·>➤▪◦]+|\(?[a-zA-Z0-9]{1,2}[.)](?!\d))\s+")
_LABEL = re.compile(r"^(?P<label>[A-Za-z][A-Za-z /&.,'()-]{1,40}?)\s*[:=;]\s*(?P<value>.*)$")
_END = re.compile(
    r"^(demikian|dilaporkan|terima\s*kasih|trims|wassalam|sekian|ttd\b|hormat kami|mohon)",
    re.I,
)


@dataclass
class Block:
    """``key`` is the field; None: words without a label."""

    key: str | None
    lines: list[str] = field(default_factory=list[str])
    numbered: bool = False

    @property
    def text(self) -> str:
        return "\n".join(line for line in self.lines if line).strip()

    @property
    def one_line(self) -> str:
        return " ".join(self.text.split())


@dataclass
class Message:
    """``head`` stands before the first label, ``tail`` from the closing words on."""

    head: list[str]
    blocks: list[Block]
    tail: list[str]
    sender: str | None
    sent: str | None

    def of(self, key: str) -> Block | None:
        """The first filled block of a field."""
        return next((b for b in self.blocks if b.key == key and b.text), None)

    def text(self, *keys: str) -> str:
        """What stands under these labels, joined."""
        return "\n".join(b.text for b in self.blocks if b.key in keys and b.text)

    @property
    def all(self) -> str:
        parts = [*self.head, *(b.text for b in self.blocks), *self.tail]
        return "\n".join(part for part in parts if part)


def read(text: str) -> Message:
    """The message in its parts."""
    found = Message([], [], [], None, None)
    ended = False
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        line = _without_head(raw, found)
        if line is None:
            continue
        bullet = bool(_BULLET.match(line))
        line = clean(line)
        key, value = _labelled(line)
        ended = (ended or _END.match(line) is not None) and key is None
        if key is not None:
            found.blocks.append(Block(key, [value]))
        elif ended:
            found.tail.append(line)
        elif found.blocks:
            found.blocks[-1].lines.append(line)
            found.blocks[-1].numbered |= bullet
        elif line:
            found.head.append(line)
    return found


def clean(line: str) -> str:
    """Without marks, pictures and bullets."""
    line = _PICTURES.sub(" ", line)
    line = _MARKS.sub("", line).replace("\u00a0", " ").replace("\u2013", "-")
    line = " ".join(line.split())
    return _BULLET.sub("", line).strip()


def _without_head(raw: str, found: Message) -> str | None:
    raw = _PICTURES.sub("", raw)
    if _FORWARD_WORDS.match(raw):
        return None
    match = _FORWARDED.match(raw)
    if match is None:
        return raw
    if found.sender is None:
        found.sender = clean(match["who"])
        found.sent = match["a"] if "/" in match["a"] else match["b"]
    return raw[match.end() :]


def _labelled(line: str) -> tuple[str | None, str]:
    match = _LABEL.match(line)
    if match:
        key = labels.key_of(match["label"])
        if key is not None:
            return key, match["value"].strip()
        return None, line
    key = labels.key_of(line.rstrip(":")) if len(line) < 30 else None
    return (key, "") if key in labels.ALONE else (None, line)
