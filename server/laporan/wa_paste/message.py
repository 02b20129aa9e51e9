"""A message in its parts: ``Block`` is a label with what belongs to it, the rest stands around."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from server.laporan.wa_paste import labels

TITLE = 70
"""A longer line before the first label is prose and no title."""
_NOTHING = re.compile(
    r"^\W*(?:nihil|tidak ada|tdk ada|tidak|kadada|-|aman)?(?: kejadian(?: menonjol)?)?\W*$", re.I
)


@dataclass
class Block:
    """``key`` is the field; None: an unknown label, or words without one."""

    key: str | None
    word: str = ""
    lines: list[str] = field(default_factory=list[str])
    numbered: bool = False
    odd: bool = False
    colon: bool = True

    @property
    def text(self) -> str:
        return "\n".join(line for line in self.lines if line).strip()

    @property
    def one_line(self) -> str:
        return " ".join(self.text.split())

    @property
    def first(self) -> str:
        return next((line for line in self.lines if line), "")

    @property
    def is_nothing(self) -> bool:
        """Whether it says that there was nothing to tell."""
        return bool(_NOTHING.match(self.one_line))


@dataclass
class Message:
    """``head`` stands before the first label, ``loose`` between, ``tail`` from the closing on."""

    head: list[str] = field(default_factory=list[str])
    blocks: list[Block] = field(default_factory=list[Block])
    loose: list[str] = field(default_factory=list[str])
    tail: list[str] = field(default_factory=list[str])

    def of(self, key: str) -> Block | None:
        """The first filled block of a field."""
        return next((b for b in self.blocks if b.key == key and b.text), None)

    def every(self, *keys: str) -> list[Block]:
        """All filled blocks of these fields."""
        return [b for b in self.blocks if b.key in keys and b.text]

    def text(self, *keys: str) -> str:
        """What stands under these labels, joined."""
        return "\n".join(b.text for b in self.every(*keys))

    @property
    def titles(self) -> list[str]:
        """Short lines above the labels; without labels there is only prose."""
        return [line for line in self.head if len(line) <= TITLE]

    @property
    def all(self) -> str:
        parts = [*self.head, *(b.text for b in self.blocks), *self.loose, *self.tail]
        return "\n".join(part for part in parts if part)

    def without(self, *keys: str) -> str:
        """All of it, less what stands under these labels."""
        kept = [b.text for b in self.blocks if b.key not in keys]
        return "\n".join(part for part in (*self.head, *kept, *self.loose, *self.tail) if part)

    @property
    def prose(self) -> str:
        """Words that stand under no label."""
        parts = [*self.head, *(b.text for b in self.blocks if b.key is None), *self.loose]
        return "\n".join(part for part in parts if part)

    @property
    def keys(self) -> set[str]:
        return {b.key for b in self.blocks if b.key and b.text}

    @property
    def labelled(self) -> bool:
        """Whether it is a form at all; the head of a letter makes none."""
        return bool(self.keys - {labels.IGNORED, labels.PICTURES})
