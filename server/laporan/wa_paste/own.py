"""The text that the phone itself makes of a report, known by its frame and read back word for word.

A line of it is ``*Label:* words``; whatever stands on the lines below, up to the next one, is part
of the words: a list, a star, a line that looks like a label.
"""

from __future__ import annotations

import re

_HEADS = {
    "*LAPORAN KEGIATAN SATLINMAS*": "kegiatan",
    "*LAPORAN KEJADIAN*": "kejadian",
    "*LAPORAN NIHIL SATLINMAS*": "nihil",
}
_VILLAGE = re.compile(r"^\*Desa (?P<desa>.+), Kecamatan .+\*$")
_GREETING = re.compile(r"(.+, )?izin melaporkan:$", re.IGNORECASE)
"""Which greeting stands before it is the office's choice."""
_CLOSING = "Demikian dilaporkan, terima kasih."
_LINE = re.compile(r"^\*(?P<label>[A-Z][a-z]+(?:[ ,]{1,2}[a-z]+){0,2}):\* ?(?P<words>.*)$")
_ORDER = (
    "Hari, tanggal", "Pukul", "Tempat", "Kejadian", "Kegiatan", "Personel", "Pihak lain", "Dasar",
    "Uraian", "Korban dan dampak", "Kerugian", "Penanganan awal", "Sudah dihubungi", "Kebutuhan",
    "Hasil", "Kendala", "Tindak lanjut", "Dokumentasi",
)  # fmt: skip
_PLACE = {label: number for number, label in enumerate(_ORDER)}
_TELLER = re.compile(r"^Pelapor: (?P<who>.*)$")
_WITHDRAWN = re.compile(r"^_Laporan ini sudah ditarik: .*_$")


class OwnText:
    """The parts of the phone's text: ``said`` by label, as they were written."""

    def __init__(self, kind: str, desa: str) -> None:
        self.kind, self.desa = kind, desa
        self.said: dict[str, str] = {}
        self.month = self.teller = ""
        self.withdrawn = False


def read(lines: list[str]) -> OwnText | None:
    """None: somebody else made it, or changed its frame."""
    start = next((at for at, line in enumerate(lines) if line.strip() in _HEADS), None)
    if start is None or len(lines) < start + 4:
        return None
    village = _VILLAGE.match(lines[start + 1].strip())
    if village is None or not _GREETING.match(lines[start + 3].strip()):
        return None
    end = _last(lines, _CLOSING)
    if end is None or end <= start + 3 or any(line.strip() for line in lines[:start]):
        return None
    found = OwnText(_HEADS[lines[start].strip()], village["desa"])
    _fill(found, lines[start + 4 : end])
    _close(found, lines[end + 1 :])
    return found


def _last(lines: list[str], words: str) -> int | None:
    return next((at for at in range(len(lines) - 1, -1, -1) if lines[at].strip() == words), None)


def _fill(found: OwnText, lines: list[str]) -> None:
    """Labels come in one order; one that would go back is part of the words."""
    label, place = "", -1
    parts: dict[str, list[str]] = {}
    for line in lines:
        match = _LINE.match(line)
        if match and _PLACE.get(match["label"], -1) > place:
            label, place = match["label"], _PLACE[match["label"]]
            parts[label] = [match["words"]]
        elif label:
            parts[label].append(line)
        else:
            found.month += f"{line}\n"
    found.said = {name: "\n".join(words).strip() for name, words in parts.items()}


def _close(found: OwnText, lines: list[str]) -> None:
    for line in lines:
        who = _TELLER.match(line)
        if who:
            found.teller = who["who"].strip()
        found.withdrawn |= bool(_WITHDRAWN.match(line))
