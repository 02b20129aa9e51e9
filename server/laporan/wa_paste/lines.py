"""Reads the lines of a message into its parts: no stars, no pictures, no bullets.

A short field takes its line, a list ends at the first thing that is no member of it, a text goes on
to the next label.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from server.laporan.wa_paste import labels, signs
from server.laporan.wa_paste.chat import MEDIA
from server.laporan.wa_paste.message import Block, Message

_BULLET = re.compile(
    r"^\s*(?:[-\u2013\u2014>+]+\s+|[-\u2013\u2014](?=[^\W\d_])|\(?\d{1,2}\s?[.)](?!\s?\d)\s*)"
)
_LETTER = re.compile(r"^\s*\(?(?:[a-z]|[IVX]{1,4}|[A-Z])[.)]\s+")
_LABEL = re.compile(
    r"^(?P<label>[^\W\d_][^\W\d_ /&.,'()-]*(?:[ /&.,'()-]+[^\W\d_]+){0,6}[ .)]*?)"
    r"\s*(?:[:=;](?!\s*//)|\s-(?=\s))\s*(?P<value>.*)$"
)
_COLON = re.compile(r"[:=;]")
_BARE = re.compile(r"^(?P<label>[^\W\d_]+(?:[ /,]{1,3}[^\W\d_]+){0,2}?)\s+(?P<value>\S.*)$")
_END = re.compile(
    r"^(demikian|dilaporkan|terima\s*kasih|trims|makasih|tks\b|wassalam|sekian|ttd\b|hormat kami|"
    r"mohon|dum\b|d\.u\.m|dmk\b|mengetahui|salam|wslm)",
    re.I,
)
_INLINE = re.compile(
    r"(?:^|(?<=[\s,;|]))(?P<label>"
    + "|".join(
        word.replace(" ", r"[\s/.,&]{1,3}")
        for word in labels.said(
            labels.DATE, labels.TIME, labels.PLACE, labels.KIND, labels.EVENT, labels.PEOPLE,
            labels.COUNT, labels.TEXT, labels.RESULT, labels.REPORTER, labels.TROUBLE,
            labels.NEXT, labels.HANDLING, labels.LOSS, labels.VICTIMS,
        )
    )
    + r")\.?\s*[:=]\s*(?=\S)",
    re.I,
)  # fmt: skip
_ROLE = re.compile(
    r"^(?:wa)?danru|^danton|^komandan|^ketua (?:regu|tim)|^koordinator|^anggota|^(?:sat)?linmas"
    r"|^babinsa|^bh?abin|^perangkat|^warga|^polsek|^koramil|^bpd|^kadus|^ketua rt",
    re.I,
)
_PRESENT = re.compile(
    r"^(?:(?:tidak |tdk )?hadir|izin|ijin|sakit|alpa|(?:wa)?danru|anggota)\b", re.I
)
_OFFICE = re.compile(
    r"\b(?:kasi|kepala|kades|danru|komandan|anggota|sekdes|kaur|kadus|ketua|operator|linmas|"
    r"sekretaris|perangkat|staf|kasat|danton)\b",
    re.I,
)
_ENDS_LIST = re.compile(
    r"^(?:situasi|kondisi|keadaan|sikon|cuaca|mulai|pukul|pkl|jam|hasil|keterangan|dokumentasi|selama"
    r"|selesai|kegiatan|giat|alhamdulillah|wilayah|lokasi|tempat)\b",
    re.I,
)
"""Begins a sentence about the watch, not the name of one who kept it."""
_WHEN = {labels.DATE, labels.TIME}
_MOST, _HEAD = 70, 200
_OURS = ("linmas", "satlinmas")
_FEW = 3
"""So many labels in one line, or so many lines without colons, are a form and no sentence."""


def read(lines: Sequence[str]) -> Message:
    """The message in its parts."""
    reader = _Reader(_bare_words(lines))
    for line in lines:
        reader.take(line)
    return reader.found


def clean(line: str) -> str:
    """Without marks, pictures and numbers of a list."""
    return _BULLET.sub("", signs.unmarked(line)).strip()


def is_numbered(line: str) -> bool:
    """Whether a line is an item of a list."""
    return bool(_BULLET.match(signs.unmarked(line)))


class _Reader:
    def __init__(self, bare: frozenset[str]) -> None:
        self.found = Message()
        self.bare = bare
        self.block: Block | None = None
        self.ended = self.gap = False

    def take(self, raw: str) -> None:
        if raw == MEDIA:
            self.block = Block(None) if self.found.blocks else None
            return
        line = clean(raw)
        if not re.search(r"\w", line) and not line.startswith("±"):
            self.gap = True
            return
        bullet = is_numbered(raw)
        for piece in _pieces(line):
            self._piece(piece, bullet)
        self.gap = False

    def _piece(self, line: str, bullet: bool) -> None:
        block = labelled(line) or self._without_colon(line)
        if block is not None and self.ended and not block.text:
            block = None  # an office under the closing words is no list of people
        if block is not None and block.word in _OURS and self._in(labels.LISTS):
            block = None  # "Linmas : 4 orang" counts within a list
        lettered = _LETTER.sub("", line)
        if block is None and lettered != line:
            block = labelled(lettered)
            if block is None and line[:1].islower() and not self._in(labels.LISTS):
                line, bullet = lettered, True
        if block is not None:
            self.found.blocks.append(block)
            self.block, self.ended = block, False
        elif _END.match(line):
            self.ended = True
            self.found.tail.append(line)
        elif self.ended:
            self.found.tail.append(line)
        elif not self._unknown(line):
            self._loose(line, bullet)

    def _in(self, keys: frozenset[str]) -> bool:
        return self.block is not None and self.block.key in keys

    def _without_colon(self, line: str) -> Block | None:
        match = _without_label(line) if self.bare else None
        if match is None:
            return None
        for key, words in labels.NO_COLON.items():
            if key in self.bare and labels.word_of(match["label"]) in words:
                return Block(key, labels.word_of(match["label"]), [match["value"]], colon=False)
        return None

    def _unknown(self, line: str) -> bool:
        """A label that nobody knows ends what stands before it."""
        match = _LABEL.match(line[:_HEAD])
        block = self.block
        if match is None or block is None or not _COLON.search(line):
            return False
        if block.key == labels.PEOPLE and _is_member(match["label"], match["value"]):
            return False
        is_text = block.key is not None and block.key not in labels.SHORT | labels.LISTS
        if is_text and not block.lines[0]:
            block.odd = True
            return False
        value = match["value"] + line[_HEAD:]
        self.block = Block(None, labels.word_of(match["label"]), [value])
        self.found.blocks.append(self.block)
        return True

    def _loose(self, line: str, bullet: bool) -> None:
        block = self.block
        if block is None:
            (self.found.loose if self.found.blocks else self.found.head).append(line)
        elif block.key is None or self._belongs(block, line, bullet):
            block.lines.append(line)
            block.numbered |= bullet
        else:
            self.block = None
            self.found.loose.append(line)

    def _belongs(self, block: Block, line: str, bullet: bool) -> bool:
        if not block.text:
            return True
        if block.key == labels.COUNT and bullet:
            return True
        if block.key in labels.SHORT:
            return self._goes_on(block, bullet)
        if block.key == labels.REPORTER:
            return len(block.text.split("\n")) == 1 and bool(_OFFICE.search(line))
        if block.key in labels.LISTS:
            return bullet or not (self.gap or _ENDS_LIST.match(line))
        if self.gap and not bullet:
            block.odd |= block.key == labels.TEXT
            return block.key == labels.TEXT
        block.odd |= not bullet and _is_signature(line)
        return True

    def _goes_on(self, block: Block, bullet: bool) -> bool:
        """A short field goes on as a list only; what follows it directly makes it unsure."""
        if bullet and block.numbered:
            return True
        harmless = {labels.PICTURES, labels.IGNORED} | (_WHEN if bullet else set[str]())
        block.odd |= not self.gap and block.key not in harmless
        return False


def labelled(line: str) -> Block | None:
    """The block that a line opens; None: it has no label that is known."""
    match = _LABEL.match(line[:_HEAD])
    if match:
        label, value = match["label"], (match["value"] + line[_HEAD:]).strip()
        value = value if re.search(r"\w", value) else ""
        key = labels.key_of(label)
        if key is not None:
            odd = key not in labels.SHORT and bool(_INLINE.search(value))
            listed = bool(_BULLET.match(value))
            return Block(key, labels.word_of(label), [value], numbered=listed, odd=odd)
        if labels.is_mixed(label) and value:
            return Block(labels.first_of(label), labels.word_of(label), [value], odd=True)
        return None
    key = labels.key_of(line.rstrip(":")) if len(line) < 30 else None
    return Block(key, labels.word_of(line), [""]) if key in labels.ALONE else None


def _pieces(line: str) -> list[str]:
    """Several labels in one line are several lines; inside a text they are left alone."""
    found = [match.start("label") for match in _INLINE.finditer(line)]
    first = labelled(line)
    if first is None and len(found) < _FEW:
        return [line]
    if first is not None and (first.key not in labels.SHORT or len(found) < 2):
        return [line]
    cuts = sorted({0, *found, len(line)})
    parts = [
        line[a:b].strip(" ,;|") if b == len(line) else line[a:b].strip(" .,;|")
        for a, b in itertools.pairwise(cuts)
    ]
    return [part for part in parts if part]


def _bare_words(lines: Sequence[str]) -> frozenset[str]:
    """The fields that stand without a colon, each at the head of its line; too few are prose."""
    found: list[str] = []
    with_colon = 0
    for raw in lines:
        line = clean(raw)
        with_colon += labelled(line) is not None
        match = _without_label(line)
        if match and labelled(line) is None and not is_numbered(raw):
            word = labels.word_of(match["label"])
            found += [key for key, words in labels.NO_COLON.items() if word in words]
    if len(set(found)) != len(found):
        return frozenset()
    if len(found) >= _FEW:
        return frozenset(found)
    return frozenset(found) & _WHEN if with_colon >= _FEW - 1 else frozenset()


def _without_label(line: str) -> re.Match[str] | None:
    """A short line that may begin with the name of a field; a colon would make it another label."""
    other = _LABEL.match(line) if len(line) <= _MOST else None
    unknown = other is not None and _COLON.search(line[: other.start("value")])
    return None if unknown or len(line) > _MOST else _BARE.match(line)


def _is_member(label: str, value: str) -> bool:
    """``Danru : Rahman`` and ``Rahman : hadir`` in a list of people."""
    return bool(value and (_ROLE.match(label) or _PRESENT.match(value)))


def _is_signature(line: str) -> bool:
    """A short line that could be a name or an office."""
    return len(line.split()) <= 4 and not line.endswith((".", "!")) and line[:1].isupper()
