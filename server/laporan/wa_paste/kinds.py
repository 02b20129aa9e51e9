"""What sort of report it is: kegiatan, kejadian or nihil, by plain words."""

from __future__ import annotations

import re

from server.laporan.wa_paste import fields as f
from server.laporan.wa_paste import labels
from server.laporan.wa_paste.activities import matching
from server.laporan.wa_paste.fields import Field, sure, told, unsure
from server.laporan.wa_paste.message import Message
from shared.laporan import Kind

_NIHIL = re.compile(
    r"\blaporan\s+nihil\b|\bnihil\s+(?:laporan|kegiatan|giat)|^\W*nihil\W*$"
    r"|\b(?:kegiatan|giat|laporan|bulan|periode)\b.{0,40}\bnihil\b"
    r"|\b(?:tidak|tdk|tak|kadada|belum) ada (?:kegiatan|giat)\b",
    re.I | re.M,
)
_NIHIL_TITLE = re.compile(
    r"\blaporan\s+nihil\b|\bnihil\s+(?:laporan|kegiatan|giat)|\b(?:kegiatan|giat)\s+nihil\b"
    r"|^\W*nihil\W*$|\b(?:tidak|tdk) ada (?:kegiatan|giat)\b",
    re.I | re.M,
)
_NIHIL_REPORT = re.compile(r"\blaporan\s+nihil\b", re.I)
_OF_MONTH = re.compile(r"\b(?:bulan|periode)\b", re.I)
_OF_NIGHT = re.compile(r"\b(?:malam|hari) (?:ini|tadi)\b|\btadi malam\b|\bsemalam\b", re.I)
_SAYS = r"\b(?:lap(?:oran|or)?|melaporkan|info(?:rmasi)?|berita)\b\.?"
_EVENT_TITLE = re.compile(
    _SAYS
    + r".{0,30}?\b(?:kejadian|bencana|kebakaran|musibah|peristiwa|kecelakaan|banjir|longsor)\b"
    r"|\b(?:telah|sedang) terjadi\b",
    re.I,
)
_ACTIVITY_TITLE = re.compile(
    _SAYS + r".{0,40}?\b(?:kegiatan|giat|patroli|ronda|pengamanan|pam|piket|siskamling|penjagaan"
    r"|poskamling)\b",
    re.I,
)
_HAPPENED = re.compile(r"\b(?:telah|sedang) terjadi\b", re.I)
_BEFELL = re.compile(
    r"\bterjadi\b|\b(?:ada|dilanda|musibah|kena) (?:kebakaran|banjir|longsor|kecelakaan|laka|angin"
    r"|puting|pohon tumbang|orang (?:hilang|tenggelam)|pencurian|maling)\b"
    r"|\brumah\b.{0,30}\b(?:terbakar|terendam|roboh|rusak)\b",
    re.I,
)
_ASIDE = (
    labels.VICTIMS, labels.LOSS, labels.TROUBLE, labels.NEXT, labels.NEEDS, labels.HANDLING,
    labels.RESULT, labels.OTHERS, labels.CALLED, labels.PEOPLE, labels.COUNT,
)  # fmt: skip
"""Where nothing under a label says nothing of the report as a whole."""


def kind_of(message: Message) -> Field[str]:
    """Kegiatan, kejadian or nihil; where the text says both, somebody must look."""
    event, activity = message.of(labels.EVENT), message.of(labels.KIND)
    happened = event is not None and not event.is_nothing
    did = activity is not None and not activity.is_nothing
    titles = message.titles
    says_event = any(_EVENT_TITLE.search(line) for line in titles) or happened
    says_activity = any(_ACTIVITY_TITLE.search(line) for line in titles) or did
    if not happened and not did:
        if _NIHIL.search(message.without(*_ASIDE, labels.TEXT)):
            return _nihil(message)
        if _NIHIL.search(message.text(labels.TEXT)):  # nothing to tell of this one, or at all?
            likely = _likelier(says_event, says_activity)
            said = says_event or says_activity
            return unsure(likely if said else Kind.NIHIL.value, f.WHICH_KIND)
    if not message.labelled:
        return unsure(
            _likelier(says_event or bool(_BEFELL.search(message.all)), says_activity), f.WHICH_KIND
        )
    if says_event == says_activity:
        happened = happened or (not did and _is_emergency(message))
        return unsure(_likelier(happened, did), f.WHICH_KIND)
    if says_event:
        return sure(Kind.KEJADIAN.value)
    return told(Kind.KEGIATAN.value, f.WHICH_KIND if _is_emergency(message) else None)


def is_titled(message: Message) -> bool:
    """Whether the title says what sort of report it is, or a label does for an incident."""
    said = any(_ACTIVITY_TITLE.search(x) or _EVENT_TITLE.search(x) for x in message.titles)
    return said or says_what_happened(message)


def event_of(message: Message) -> Field[str]:
    """What happened, in the writer's words."""
    if says_what_happened(message):
        block = message.of(labels.EVENT)
        return told(block.first, f.BESIDE if block.odd else None) if block else Field()
    match = re.search(
        r"\b(kebakaran(?: \w+)?|banjir|angin kencang|kecelakaan|longsor)\b", message.all, re.I
    )
    if match:
        return unsure(match[1].capitalize(), f.NO_LABEL)
    block = message.of(labels.KIND)
    return unsure(block.one_line, f.NO_LABEL) if block else Field()


def says_what_happened(message: Message) -> bool:
    """Whether a label names an incident."""
    block = message.of(labels.EVENT)
    return block is not None and not block.is_nothing


def is_nihil(text: str) -> bool:
    """Whether a text may say that there was nothing."""
    return bool(_NIHIL.search(text))


def _nihil(message: Message) -> Field[str]:
    """Nothing in a month is a nihil report; nothing tonight is news of one night."""
    text = message.all
    whole = _NIHIL_TITLE.search(text) and (_OF_MONTH.search(text) or _NIHIL_REPORT.search(text))
    other = matching(text) or message.of(labels.TEXT) or _is_emergency(message)
    doubt = not whole or other or _OF_NIGHT.search(text)
    return told(Kind.NIHIL.value, f.WHICH_KIND if doubt else None)


def _likelier(happened: bool, did: bool) -> str:
    return (Kind.KEJADIAN if happened and not did else Kind.KEGIATAN).value


def _is_emergency(message: Message) -> bool:
    """Whether somebody was hurt, or something is said to have happened."""
    hurt = message.of(labels.VICTIMS)
    return (hurt is not None and not hurt.is_nothing) or bool(_HAPPENED.search(message.all))
