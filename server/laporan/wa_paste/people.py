"""Who took part, how many they were, and who else was there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from server.laporan.wa_paste import fields as f
from server.laporan.wa_paste import labels
from server.laporan.wa_paste.fields import Field, sure, told, unsure
from server.laporan.wa_paste.message import Block, Message
from server.laporan.wa_paste.persons import OFFICES, PHONE, is_name, person
from shared.names import split_names

_UNIT = r"(?:orang|org|personil|personel|pers|anggota|prs|jiwa)\b\.?"
_COUNT = re.compile(
    r"[(=:]?\s*(?P<about>±|~|\+/-|kurang lebih|sekitar)?\s*\b"
    r"(?:(?:jumlah|total|sebanyak)\s*:?\s*)?"
    rf"(?P<n>\d{{1,4}})(?P<to>\s*-\s*\d+)?\s*(?:\([^)\d]*\)\s*)?{_UNIT}\s*\)?",
    re.I,
)
_BARE_COUNT = re.compile(r"(?:^|[\s:=])(?P<n>\d{1,3})\s*$")
_BARE_NUMBER = re.compile(rf"^(?P<n>\d{{1,2}})\s+(?!{_UNIT}|linmas|regu|kk)(?=[^\W\d_])", re.I)
_LETTER = re.compile(r"^\(?(?P<n>[a-z])[.)]\s*(?=[^\W\d_])", re.I)
_RUNS = ([str(number) for number in range(1, 100)], list("abcdefghijklmnopqrstuvwxyz"))
_LEAD = re.compile(
    rf"^(?P<n>\d{{1,4}})\s*(?:\([^)\d]*\)\s*)?{_UNIT}(?:\s+(?:sat)?linmas)?\s*"
    r"(?:,?\s*(?:yang\s+)?(?:terdiri\s+(?:dari|atas)|yaitu|yakni|antara lain|dengan rincian"
    r"|a\.?n\.?|atas nama)\b|[:,-])?\s*[:,]?\s*(?P<rest>.*)$",
    re.I,
)
_AND_OTHERS = re.compile(
    r"[,\s]*\b(?:dkk|dk2|dll|cs|c\.s|d\.k\.k|kawan[- ]?kawan|lain[- ]?lain"
    r"|(?:dan|beserta|bersama)\s+(?:kawan[- ]?kawan|lain[- ]?lain|rekan(?:[- ]rekan)?"
    r"|teman[- ]teman))\b\.?",
    re.I,
)
_BRIGADE = re.compile(r"(?P<before>^|[,;&]|\bdan\b)\s*BPK\s*(?:[,;&]|\bdan\b|$)")
"""The fire brigade of a village; with a name behind it, the same letters mean *Bapak*."""
_JOINS = re.compile(r"^(?:serta|dan|bersama|beserta|dibantu|dari)\s+", re.I)
_AFTER = re.compile(r"\s*[=:-]\s*hadir\s*$", re.I)
_RANK = re.compile(
    r"^(?:pelda|peltu|serma|serka|sertu|serda|kopka|koptu|kopda|praka|pratu|prada|lettu|letda|letkol"
    r"|kapten|mayor|aiptu|aipda|bripka|brigpol|brigadir|brig|briptu|bripda|bharaka|bharatu|bharada"
    r"|abrip|abriptu|abripda|iptu|ipda|akp|kompol|akbp)\b",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:babinsa|bh?abin(?:kamtibmas)?|babinkamtibmas|perangkat|aparat|warga|bpd|tni|polri"
    r"|polsek|koramil|bpbd|trc|damkar|pkk|karang taruna|tokoh|puskesmas|relawan|satpol|pmi"
    r"|bpk(?!\.?\s+[^\W\d_])"
    r"|masyarakat|ketua rt|ketua rw|kades|kepala desa|pambakal|sekdes|kadus|camat)\b"
    r"|^(?:para\s+)?(?:staf|pemuda|remaja|panitia|kader|bidan|mantri)\b",
    re.I,
)
_GROUP = re.compile(
    r"\b(?:anggota|personil|personel|linmas|satlinmas|regu|petugas|semua|seluruh|desa|lengkap"
    r"|hadir|jumlah|total|terlampir|danru|wadanru|orang|[1-9ivx])\b",
    re.I,
)
_ABSENT = re.compile(r"\b(?:izin|ijin|sakit|tidak hadir|tdk hadir|alpa|absen|cuti)\b", re.I)
_NOTHING = re.compile(r"\b(?:nihil|tidak ada|tdk ada|tidak|tdk)\b|^\W*$", re.I)


@dataclass(frozen=True)
class Crew:
    """Names of the Satlinmas, their number, and others who were there."""

    names: Field[tuple[str, ...]]
    count: Field[int]
    others: Field[tuple[str, ...]]


@dataclass
class _Found:
    """What the lines of a list were found to be."""

    names: list[str] = field(default_factory=list[str])
    others: list[str] = field(default_factory=list[str])
    total: int | None = None
    own: int | None = None
    more: bool = False
    doubt: str | None = None
    others_doubt: str | None = None
    loose_total: bool = False
    most: int = 4


def crew(message: Message) -> Crew:
    """Names under the label; a number that differs from them is unsure."""
    blocks = message.every(labels.PEOPLE)
    found = _Found()
    for block in blocks:
        _read(block, found)
    if len(blocks) > 1 and any(block.word not in labels.LEADERS for block in blocks[1:]):
        found.doubt = found.doubt or f.TWICE
    said = message.of(labels.COUNT)
    if said is not None:
        rows = [line for line in said.lines if line]
        _count_label(said, rows[0], found)
        for row in _unnumbered(rows[1:]):
            _row(row, found)
    beside = _partners(message.every(labels.OTHERS), found)
    names = told(tuple(found.names), found.doubt)
    others = told((*found.others, *beside), found.others_doubt)
    return Crew(names, _counted(found), others)


def _read(block: Block, found: _Found) -> None:
    if _NOTHING.search(block.one_line) and len(block.one_line) < 20:
        return
    if not block.colon and not _COUNT.fullmatch(block.one_line.strip()):
        found.doubt = found.others_doubt = f.NO_LABEL
    if block.odd:
        found.doubt = found.doubt or f.BESIDE
    rows = [line for line in block.lines if line]
    if len(rows) > 1 and not block.numbered and _unnumbered(rows) == rows:
        found.most = 3  # a line of a list without numbers may be a sentence
    inline = len(rows) == 1 and bool(block.lines[0]) and block.word not in labels.LEADERS
    for number, row in enumerate(_unnumbered(rows)):
        _row(row, found, first=number == 0, inline=inline)


def _unnumbered(rows: list[str]) -> list[str]:
    """Without ``1 Masrani, 2 Juhdi`` and ``a. b. c.``; an ``A.`` alone is an initial."""
    heads = [_BARE_NUMBER.match(row) or _LETTER.match(row) for row in rows]
    said = [head["n"].lower() for head in heads if head]
    if len(said) < 2 or said not in (_RUNS[0][: len(said)], _RUNS[1][: len(said)]):
        return rows
    return [row[head.end() :] if head else row for row, head in zip(rows, heads, strict=True)]


def _row(row: str, found: _Found, *, first: bool = False, inline: bool = False) -> None:
    """One line of a list."""
    row = PHONE.sub("", row).strip(" .;:")
    if row.isdecimal():
        found.total = _once(found, int(row))
        return
    lead = _LEAD.match(row)
    if lead and first and (lead["rest"] or lead.end() == len(row)):
        found.total = _once(found, int(lead["n"]))
        row = lead["rest"].strip(" ()=")
    if _AND_OTHERS.search(row):
        found.more, row = True, _AND_OTHERS.sub("", row)
    if _BRIGADE.search(row):
        found.others.append("BPK")
        row = _BRIGADE.sub(r"\g<before>", row)
    parts = split_names(row)
    for part in parts:
        _part(part, found)
    alone = inline and len(parts) == 1 and len(parts[0].split()) > 1
    if alone and found.total is None and not found.more:
        found.doubt = found.doubt or f.NO_NAME  # names without a comma, or one of several words


def _once(found: _Found, number: int) -> int:
    if found.total not in (None, number):
        found.doubt = found.doubt or f.COUNT_DIFFERS
        found.loose_total = True
    return number


def _part(part: str, found: _Found) -> None:
    if _ABSENT.search(part):
        found.doubt = f.NO_NAME
    count = _COUNT.search(part)
    if count:
        part = _bare(part[: count.start()] + " " + part[count.end() :])
    else:
        bare = _BARE_COUNT.search(part)
        if bare and (_OTHERS.search(part) or _is_group(part[: bare.start()])):
            count, part = bare, _bare(part[: bare.start()])
    part = _AFTER.sub("", _JOINS.sub("", part)).strip(" .:=-")
    if count:
        found.loose_total |= bool(count.groupdict().get("about") or count.groupdict().get("to"))
    number = int(count["n"]) if count else None
    if _RANK.match(part) or _OTHERS.search(part):
        _partner(part, found, plain=(":" not in part and number in (None, 1)) or bool(number))
    elif not part or _is_group(part):
        _group(part, number, found)
    else:
        _somebody(part, number, found)


def _bare(part: str) -> str:
    """Without what stood around a count; parentheses that belong together stay."""
    part = part.strip(" .:=-")
    return part if part.count("(") == part.count(")") else part.strip(" .:=-()")


def _partner(part: str, found: _Found, *, plain: bool) -> None:
    found.others.append(" ".join(part.replace(":", " ").split()))
    plain = plain and not part[:1].isdigit()
    if not plain or (OFFICES.search(part) and not re.search(r"perangkat", part, re.I)):
        found.others_doubt = found.others_doubt or f.NO_NAME


def _group(part: str, number: int | None, found: _Found) -> None:
    """``Linmas 6 orang`` counts our own; ``(4 orang)`` behind names counts them all."""
    if number is None:
        found.more |= bool(re.search(r"anggota|linmas|hansip|personil|petugas", part, re.I))
        return
    if part and re.search(r"linmas|anggota|hansip", part, re.I):
        found.own = number + (found.own or 0)
    else:
        found.total = _once(found, number)


def _somebody(part: str, number: int | None, found: _Found) -> None:
    name = person(part)
    if not name:
        return
    if number is not None:
        found.total = _once(found, number)
    if not is_name(name, found.most):
        found.doubt = found.doubt or f.NO_NAME
    found.names.append(name[:200])


def _is_group(words: str) -> bool:
    """``anggota Satlinmas``: people, but no name."""
    return not re.search(r"\w", _GROUP.sub("", words))


def _count_label(block: Block, words: str, found: _Found) -> None:
    """A label that only counts."""
    match = _COUNT.search(words)
    alone = re.match(r"^\W*(?P<n>\d{1,3})\b(?!\s*[-.,:]\s*\d)", words)
    if match or alone:
        chosen = match or alone
        found.total = _once(found, int(chosen["n"])) if chosen else None
    whole = re.fullmatch(rf"\W*\d{{1,4}}\s*(?:\([^)]*\))?\s*(?:{_UNIT})?\W*", words, re.I)
    found.loose_total |= whole is None or block.odd


def _counted(found: _Found) -> Field[int]:
    names, total = len(found.names), found.total
    if found.own is not None:
        differs = names not in (0, found.own) or total not in (None, found.own)
        return told(found.own, f.COUNT_DIFFERS if differs or found.loose_total else None)
    if total is None:
        doubt = found.doubt or (f.COUNT_DIFFERS if found.more else None)
        return told(names or None, doubt)
    if found.loose_total or (found.doubt and names):
        return unsure(total, f.COUNT_DIFFERS)
    if found.more and total > names:
        return sure(total)
    fits = names == total or (names == 0 and not found.others)
    return told(total, None if fits else f.COUNT_DIFFERS)


def _partners(blocks: list[Block], found: _Found) -> list[str]:
    """Who else was there, under a label of its own."""
    others: list[str] = []
    for block in blocks:
        if _NOTHING.search(block.one_line) and len(block.one_line) < 20:
            continue
        for part in (part for line in block.lines for part in split_names(line)):
            count = _COUNT.search(part)
            name = _COUNT.sub("", part).strip(" .:-()") if count else part.strip(" .:-")
            if not name:
                continue
            others.append(name)
            if not (_OTHERS.search(name) or _RANK.match(name)) or block.odd or count:
                found.others_doubt = f.NO_NAME
    return others
