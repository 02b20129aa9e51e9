"""Which messages of a chat report something: the rest asks, thanks, or talks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from server.laporan.wa_paste import activities, kinds, labels, lines
from server.laporan.wa_paste.chat import Said

_ASKS = re.compile(
    r"\b(?:mohon|tolong|harap|dimohon|minta|ditunggu|diminta|jangan lupa|agar|segera|kapan|mana"
    r"|besok|nanti malam)\b(?!.{0,20}\b(?:izin|ijin|maaf|arahan|petunjuk|bantuan|bantu))",
    re.I,
)
_TELLS = re.compile(r"\b(?:me|di)?lapor(?:kan)?\b|\blap\b|\baman\b|\bnihil\b", re.I)
_MORE = re.compile(
    r"^\W*(?:lokasi|tempat|tkp|personil|personel|anggota|petugas|pukul|jam|mulai|selesai|situasi"
    r"|kondisi|hasil)\b.*\w",
    re.I | re.M,
)
"""How somebody goes on with a report in the next message."""
_FIELDS = {
    labels.DATE, labels.TIME, labels.PLACE, labels.KIND, labels.EVENT, labels.PEOPLE, labels.TEXT,
    labels.RESULT, labels.VICTIMS, labels.COUNT,
}  # fmt: skip


def only(said: Sequence[Said]) -> list[Said]:
    """The messages that report something; without any, all of it is one text."""
    found: list[Said] = []
    for one in said:
        if _is_report(one):
            found.append(one)
        elif found and found[-1].sender == one.sender and _goes_on(one):
            found[-1].lines += ["", *one.lines]
            found[-1].cut = True
    if found:
        return found
    return [Said(said[0].sender, said[0].sent, [line for one in said for line in one.lines])]


def _is_report(said: Said) -> bool:
    message = lines.read(said.lines)
    if len(message.keys & _FIELDS) > 2 and message.keys & {labels.KIND, labels.EVENT, labels.DATE}:
        return True
    text = message.all
    if _ASKS.search(text) or text.rstrip().endswith("?"):
        return False
    if kinds.is_nihil(text):
        return True
    hour = re.search(r"\b(?:pukul|jam|pkl)\b|\d[.:]\d\d", text, re.I)
    return bool(activities.matching(text) and (_TELLS.search(text) or hour)) and len(text) > 30


def _goes_on(said: Said) -> bool:
    """Labels, or words of where and how, that came in a message of their own."""
    message = lines.read(said.lines)
    if message.keys & _FIELDS:
        return True
    return bool(_MORE.search(message.all)) and not _ASKS.search(message.all)
