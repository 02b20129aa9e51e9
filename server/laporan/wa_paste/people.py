"""Who took part, how many, who else, who reports, who was hurt."""

from __future__ import annotations

import re
from dataclasses import dataclass

from server.laporan.wa_paste import fields as f
from server.laporan.wa_paste import labels
from server.laporan.wa_paste.fields import Field, sure, unsure
from server.laporan.wa_paste.lines import Block, Message

_COUNT = re.compile(
    r"[(=]?\s*\b(?:(?:jumlah|total|sebanyak)\s*:?\s*)?(?P<n>\d{1,4})\s*"
    r"(?:orang|org|personil|personel|anggota|prs)\b\.?\)?",
    re.I,
)
_ROLE = re.compile(
    r"\s*\((?P<role>(?:danru|wadanru|danton|anggota|ketua|kasi[^)]*|kades|linmas|kepala[^)]*|"
    r"komandan[^)]*|koordinator|rt\s*\d+|kaur[^)]*)[^)]*)\)|"
    r"\s*[-/]\s*(?:danru|anggota|ketua regu|komandan regu|linmas)\s*$",
    re.I,
)
_TITLE = re.compile(
    r"^(?:sdr\.?i?|bapak|bpk\.?|pak|ibu|bu|danru\s*:?|anggota\s*:?|sdri\.?)\s+", re.I
)
_OTHERS = re.compile(
    r"\b(?:babinsa|bhabinkamtibmas|babinkamtibmas|bhabin|perangkat desa|aparat desa|warga|bpd"
    r"|polsek|koramil|bpbd|trc|damkar|pkk|karang taruna|tokoh|puskesmas|relawan|satpol pp|pmi"
    r"|masyarakat|ketua rt)",
    re.I,
)
_GROUP = re.compile(
    r"\b(?:anggota|personil|personel|linmas|satlinmas|regu|petugas|semua|seluruh|desa|lengkap)\b",
    re.I,
)
_OFFICES = re.compile(
    r"\b(?:kasi|kepala|kades|danru|komandan|anggota|sekdes|kaur|kadus|ketua|operator|linmas|"
    r"sekretaris|perangkat)\b",
    re.I,
)  # fmt: skip
_NOTHING = re.compile(r"\b(?:nihil|tidak ada|tdk ada|tidak)\b|^\W*$", re.I)
_HURT = {
    "meninggal": (r"(?:meninggal(?: dunia)?|md|tewas)", r"(?:orang|org|jiwa) +(?:meninggal|tewas)"),
    "luka": (r"luka(?:-luka| ringan| berat)?", r"(?:orang|org|jiwa) +(?:\w+ +)?luka"),
    "mengungsi_kk": (r"mengungsi(?= *[:=]? *\d+ *kk)", r"kk +(?:\([^)]*\) *)?mengungsi"),
    "mengungsi_jiwa": (
        r"mengungsi(?: *[:=]? *\d+ *kk *[,/(]? *(?:mengungsi)?)?(?= *[:=]? *\d+ *jiwa)",
        r"jiwa +mengungsi",
    ),
    "rumah": (r"rumah(?: terdampak| rusak| terbakar| terendam)?", r"(?:buah +|unit +)?rumah"),
}
"""The word before the number, and the words after it."""
HURT = tuple(_HURT)
_BETWEEN = re.compile(r"\s*[,;]\s*|\s+dan\s+|\s+&\s+|(?<=\S)\s+\d{1,2}[.)]\s*")


@dataclass(frozen=True)
class Crew:
    """Names of the Satlinmas, their number, and others who were there."""

    names: Field[tuple[str, ...]]
    count: Field[int]
    others: Field[tuple[str, ...]]


def crew(message: Message) -> Crew:
    """Names under the label; a number that differs from them is unsure."""
    block = message.of(labels.PEOPLE)
    others = list(_listed(message.of(labels.OTHERS)))
    said = _number(message.text(labels.COUNT)) or _number(block.text if block else "")
    names: list[str] = []
    for one in _listed(block):
        if _OTHERS.search(one):
            others.append(one)
        elif not _is_group(one):
            names.append(one)
    return Crew(_names(names, block), _counted(said, len(names)), sure(tuple(others)))


def _names(names: list[str], block: Block | None) -> Field[tuple[str, ...]]:
    odd = [name for name in names if len(name) > 40 or len(name.split()) > 6]
    if odd and block is not None:
        return unsure(tuple(name[:200] for name in names), f.NO_LABEL)
    return sure(tuple(names))


def _counted(said: int | None, names: int) -> Field[int]:
    if said is None:
        return sure(names or None)
    return sure(said) if names in (0, said) else unsure(said, f.COUNT_DIFFERS)


def _number(text: str) -> int | None:
    match = _COUNT.search(text)
    if match:
        return int(match["n"])
    alone = re.fullmatch(r"\s*(\d{1,3})\s*", text)
    return int(alone[1]) if alone else None


def _listed(block: Block | None) -> list[str]:
    if block is None or (_NOTHING.search(block.one_line) and len(block.one_line) < 20):
        return []
    parts = [part for line in block.lines for part in _BETWEEN.split(line)]
    return [name for part in parts if (name := _person(part))]


def _person(part: str) -> str:
    part = _COUNT.sub("", part)
    part = re.sub(r"^\d{1,2}[.)]\s*", "", part)
    part = _ROLE.sub("", part)
    return _TITLE.sub("", part.strip(" .:-")).strip(" .:-")


def _is_group(words: str) -> bool:
    """``anggota Satlinmas``: people, but no name."""
    return not re.search(r"\w", _GROUP.sub("", words))


@dataclass(frozen=True)
class Teller:
    """Who reports."""

    name: Field[str]
    office: Field[str]


def teller(message: Message) -> Teller:
    """The label; else the closing, or who sent the message, and then unsure."""
    block, office = message.of(labels.REPORTER), message.of(labels.OFFICE)
    if block is not None:
        name, said = _split(block.lines[0])
        return Teller(sure(name), sure(office.one_line if office else said))
    signed = _signed(message.tail)
    if signed is not None:
        return Teller(unsure(signed[0], f.SIGNATURE), unsure(signed[1], f.SIGNATURE))
    if message.sender and not re.search(r"\d{5}", message.sender):
        return Teller(unsure(_TITLE.sub("", message.sender), f.SENDER), Field())
    return Teller(Field(), Field())


def _split(line: str) -> tuple[str, str]:
    """``Ida, Kasi Pemerintahan`` or ``Ida / Kasi`` or ``Ida (Kasi)``."""
    for mark in (",", " / ", " - ", "/"):
        name, found, office = line.partition(mark)
        if found and office.strip():
            return name.strip(), office.strip()
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
    offices = [line for line in lines if _OFFICES.search(line)]
    names = [line for line in lines if line not in offices and len(line) < 60]
    if not names:
        return None
    return names[-1], offices[0] if offices else ""


def hurt(message: Message) -> dict[str, Field[int]]:
    """Victims and houses as counts: found where a number stands beside the word."""
    labelled = message.text(labels.VICTIMS)
    return {name: _hurt(name, labelled, message.all) for name in _HURT}


def _hurt(name: str, labelled: str, whole: str) -> Field[int]:
    before, after = _HURT[name]
    beside = re.compile(rf"\b{before} *[:=]? *(\d{{1,5}})\b|\b(\d{{1,5}}) *{after}\b", re.I)
    for text, doubt in ((labelled, None), (whole, f.FROM_PROSE)):
        said = [int(one or other) for one, other in beside.findall(text)]
        if len(said) > 1:
            doubt = f.MANY_NUMBERS
        if said:
            return Field(said[0], doubt)
    spoken = re.search(rf"\b{before}", labelled, re.I) and not _NOTHING.search(labelled)
    return Field(reason=f.UNKNOWN_COUNT) if spoken else Field()
