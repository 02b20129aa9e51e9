"""Victims and houses as counts: found where a number stands beside the word."""

from __future__ import annotations

import re

from server.laporan.wa_paste import fields as f
from server.laporan.wa_paste import labels
from server.laporan.wa_paste.fields import Field
from server.laporan.wa_paste.message import Block, Message

_N = r"(\d{1,5})"
_PERSON = r"(?:orang|org|jiwa)"
_MANY = rf"(?:{_PERSON}|warga) +"
_SPOKEN = re.compile(r"(?<=\d)\s*\([^)\d]*\)")
"""``1 (satu)``: the word says the number again."""
_NOTHING = re.compile(r"\b(?:nihil|tidak ada|tdk ada|tidak|tdk)\b", re.I)
_AWAY = r"(?:yang +)?(?:di|me)?ngungsi(?:kan)?"
_PATTERNS: dict[str, tuple[str, ...]] = {
    "meninggal": (
        rf"(?:meninggal(?: dunia)?|\bmd\b|tewas|korban jiwa) *[:=]? *{_N}\b(?! *(?:kk|rumah))",
        rf"{_N} *{_MANY}(?:\w+ +)?(?:meninggal|tewas|md\b)",
    ),
    "luka": (
        r"luka(?:-luka)?(?: +(?:bakar|ringan|berat|sedang|robek))*"
        rf" *[:=]? *{_N}\b(?! *(?:kk|rumah))",
        rf"{_N} *{_MANY}(?:\w+ +)?luka",
    ),
    "mengungsi_kk": (
        rf"mengungsi *[:=]? *{_N} *kk\b",
        rf"{_N} *kk *(?:[/,(]? *(?:atau *)?\d+ *(?:jiwa|orang|org) *\)? *)?{_AWAY}",
    ),
    "mengungsi_jiwa": (
        rf"mengungsi *[:=]? *(?:\d+ *kk *[,/(]? *(?:mengungsi)? *)?{_N} *{_PERSON}\b",
        rf"{_N} *{_PERSON} *\)? *{_AWAY}",
    ),
    "rumah": (
        r"rumah(?: terdampak| rusak(?: ringan| berat)?| terbakar| terendam)?"
        rf" *[:=]? *{_N}\b(?! *(?:kk|jiwa))",
        rf"{_N} *(?:buah +|unit +|bh +)?rumah",
    ),
}  # fmt: skip
_WORDS = {
    "meninggal": r"meninggal|\bmd\b|tewas", "luka": r"luka",
    "mengungsi_kk": r"mengungsi.{0,20}\bkk\b",
    "mengungsi_jiwa": r"mengungsi", "rumah": r"rumah (?:terdampak|rusak|terbakar|terendam)",
}  # fmt: skip
HURT = tuple(_PATTERNS)


def hurt(message: Message) -> dict[str, Field[int]]:
    """All the counts; from prose, or where several numbers stand, they are unsure."""
    said = [_with_label(block) for block in message.every(labels.VICTIMS)]
    labelled = _SPOKEN.sub("", "\n".join(said))
    whole = _SPOKEN.sub("", message.all)
    odd = any(block.odd for block in message.every(labels.VICTIMS))
    return {name: _count(name, labelled, whole, odd) for name in HURT}


def _with_label(block: Block) -> str:
    """``Mengungsi : 3 KK``: here the label says what is counted."""
    if block.word not in labels.COUNTED:
        return block.text
    return f"{block.word.replace('pengungsi', 'mengungsi')} {block.text}"


def _count(name: str, labelled: str, whole: str, odd: bool) -> Field[int]:
    for text, doubt in ((labelled, f.BESIDE if odd else None), (whole, f.FROM_PROSE)):
        said = _numbers(name, text)
        if len(said) > 1:
            doubt = f.MANY_NUMBERS
        if said:
            return Field(said[0], doubt)
    spoken = re.search(_WORDS[name], labelled, re.I) and not _NOTHING.search(labelled)
    return Field(reason=f.UNKNOWN_COUNT) if spoken else Field()


def _numbers(name: str, text: str) -> list[int]:
    """Each number once, in the order of the text, clause by clause."""
    found: list[int] = []
    for clause in re.split(r"[;\n]|,(?=[^\d]*\d)|(?<=\d),? dan ", text):
        at: dict[int, int] = {}
        for pattern in _PATTERNS[name]:
            for match in re.finditer(pattern, clause, re.I):
                at[match.start(1)] = int(match[1])
        found += [at[start] for start in sorted(at)]
    return found
