"""One message with several reports becomes several drafts: titles, labels that begin again, lists.

What stands before the first of them belongs to all, unless each has a title of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from server.laporan.wa_paste import activities, labels
from server.laporan.wa_paste.chat import MEDIA
from server.laporan.wa_paste.lines import clean, labelled
from server.laporan.wa_paste.message import TITLE

_TITLE = re.compile(
    r"^\W*(?:lap(?:oran)?|info|lapor|berita)\b\.?.{0,40}\b(?:kegiatan|giat|kejadian|patroli|ronda"
    r"|(?:sat)?linmas|nihil|bencana|kebakaran|pengamanan|piket|jaga|situasi|harian|desa|ds)\b",
    re.I,
)
_ITEM = re.compile(r"^\s*\W*\(?(?P<n>\d{1,2})\s?[.)]\s*(?=\D)")
_SECTION = re.compile(r"^\s*\W*\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\s?[.)]\s+\D", re.I)
_HOUR = re.compile(r"\b(?:pukul|jam|pkl)\b|\b\d{1,2}[.:]\d{2}\b", re.I)
_CLOSING = re.compile(r"^(?:demikian|dum\b|dmk\b|terima\s*kasih|pelapor|yang melapor)", re.I)
_CORE = (labels.KIND, labels.EVENT, labels.DATE, labels.PLACE, labels.TIME)
_FEW = 2
MOST = 40
"""A longer list is something else: nobody reports so much in one message."""
_WHAT = {labels.KIND, labels.EVENT}


@dataclass(frozen=True)
class Draft:
    """The lines of one report; ``item``: the line of a list that it was made of."""

    lines: tuple[str, ...]
    item: str | None = None
    cut: bool = field(default=False)


@dataclass(frozen=True)
class _Label:
    at: int
    key: str
    word: str
    value: str


def drafts(lines: Sequence[str]) -> list[Draft]:
    """One for each report; one at least."""
    starts = _restarts(lines) or _titles(lines)
    if 0 < len(starts) <= MOST:
        return _sections(lines, starts)
    items = _items(lines)
    if items:
        return _of_list(lines, items)
    return [Draft(tuple(lines))]


def _labels(lines: Sequence[str]) -> list[_Label]:
    found: list[_Label] = []
    for at, line in enumerate(lines):
        block = labelled(clean(line))
        if block is not None and block.key in _CORE and block.text:
            found.append(_Label(at, str(block.key), block.word, block.text.lower()))
    return found


def _restarts(lines: Sequence[str]) -> list[int]:
    """Where a row of labels begins again with other words."""
    found, first = _labels(lines), dict[str, _Label]()
    again, changed = set[str](), set[str]()
    for label in found:
        before = first.setdefault(label.word, label)
        if before is not label:
            again.add(label.word)
            if before.value != label.value:
                changed.add(label.key)
    row = {first[word].key for word in again}
    if not (changed & _WHAT or len(changed) > 1 or (changed and len(row) > _FEW)):
        return []
    anchor = min((first[word] for word in again), key=lambda label: label.at).word
    return [_from_title(lines, label.at) for label in found if label.word == anchor]


def _from_title(lines: Sequence[str], at: int) -> int:
    """The title or the number above a label belongs to it."""
    start = at
    for above in range(at - 1, -1, -1):
        line = clean(lines[above])
        if labelled(line) is not None or lines[above] == MEDIA:
            break
        if _is_title(line) or _SECTION.match(lines[above]) or (above == at - 1 and _is_name(line)):
            start = above
    return start


def _is_name(line: str) -> bool:
    """A line just above the first label that names the village."""
    return bool(re.match(r"^\W*(?:desa|ds|satlinmas|linmas)\b", line, re.I))


def _is_title(line: str) -> bool:
    return len(line) <= TITLE and bool(_TITLE.match(line))


def _titles(lines: Sequence[str]) -> list[int]:
    """Two titles, each with labels or words of its own below it."""
    found = [at for at, line in enumerate(lines) if _is_title(clean(line))]
    rooms = zip(found, [*found[1:], len(lines)], strict=False)
    filled = [
        at for at, end in rooms if sum(labelled(clean(x)) is not None for x in lines[at:end]) > 1
    ]
    return filled if len(filled) > 1 else []


def _sections(lines: Sequence[str], starts: Sequence[int]) -> list[Draft]:
    own = [_is_title(clean(lines[at])) for at in starts]
    shared = list(lines[: starts[0]])
    ends = [*starts[1:], len(lines)]
    closing = [] if all(own) else _closing(lines, starts[-1])
    found: list[Draft] = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        part = list(lines[start:end])
        before = [] if own[number] and number else shared
        after = closing if end != len(lines) else []
        found.append(Draft((*before, *part, *after)))
    return found


def _closing(lines: Sequence[str], start: int) -> list[str]:
    """From the closing words on: who signs, signs all of them."""
    for at in range(start, len(lines)):
        if _CLOSING.match(clean(lines[at])):
            return list(lines[at:])
    return []


def _items(lines: Sequence[str]) -> list[int]:
    """The lines of a list of activities, each with its hour or its kind."""
    numbered = [at for at, line in enumerate(lines) if _ITEM.match(line)]
    if len(numbered) > MOST:
        return []
    room = [at for at in numbered if _may_list(lines, at)]
    told = [at for at in room if _is_activity(clean(lines[at]))]
    return told if len(told) > 1 and len(told) * 2 > len(room) else []


def _may_list(lines: Sequence[str], at: int) -> bool:
    """Above it stands prose, or the label of what was done; not people, not a course of events."""
    for above in range(at - 1, -1, -1):
        line = clean(lines[above])
        if lines[above] == MEDIA:
            return True
        block = labelled(line)
        if block is not None:
            return block.key in _WHAT and not block.text
    return True


def _is_activity(line: str) -> bool:
    if labelled(line) is not None:
        return False
    return bool(_HOUR.search(line)) or bool(activities.matching(line))


def _of_list(lines: Sequence[str], items: Sequence[int]) -> list[Draft]:
    belonging = {at: _item(lines, at, items) for at in items}
    taken = {at for start, text in belonging.items() for at in range(start, start + len(text))}
    shared = tuple(
        line for at, line in enumerate(lines) if at not in taken and not _introduces(line)
    )
    return [
        Draft(shared, "\n".join(clean(line) for line in text).strip())
        for text in belonging.values()
    ]


def _introduces(line: str) -> bool:
    """``Kegiatan :`` above the list has nothing of its own."""
    block = labelled(clean(line))
    return block is not None and block.key in _WHAT and not block.text


def _item(lines: Sequence[str], at: int, items: Sequence[int]) -> list[str]:
    """An item, with lines below that belong to it: not after a blank one, not the next item."""
    end = at + 1
    while end < len(lines) and end not in items and lines[end].strip() and lines[end] != MEDIA:
        line = clean(lines[end])
        if _ITEM.match(lines[end]) or labelled(line) or _CLOSING.match(line):
            break
        end += 1
    return list(lines[at:end])
