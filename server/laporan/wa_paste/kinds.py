"""What sort of report it is, and which jenis kegiatan: by plain words, one and only one."""

from __future__ import annotations

import re

from server.laporan.wa_paste import fields as f
from server.laporan.wa_paste import labels
from server.laporan.wa_paste.fields import Field, sure, unsure
from server.laporan.wa_paste.lines import Message
from shared.jenis import SEMUA
from shared.laporan import Kind

_NIHIL = re.compile(
    r"\blaporan\s+nihil\b|\bnihil\s+(?:laporan|kegiatan|kejadian)"
    r"|\b(?:kegiatan|laporan|bulan)\b.{0,40}\bnihil\b|\btidak ada kegiatan\b",
    re.I,
)
_EVENT_TITLE = re.compile(
    r"\b(?:laporan|lapor|info(?:rmasi)?|berita)\s+(?:kejadian|bencana|kebakaran|musibah)\b", re.I
)
_ACTIVITY_TITLE = re.compile(
    r"\b(?:laporan|lap\.?|melaporkan)\s+(?:hasil\s+)?"
    r"(?:kegiatan|giat|patroli|ronda|pengamanan|pam)\b",
    re.I,
)
TITLE = 70
"""A longer line before the first label is prose and no title."""
_NOTHING = re.compile(r"^\W*(?:nihil|tidak ada|tdk ada|tidak|-|aman)?\W*$", re.I)

# A narrower word takes the place of the wider ones that it contains.
_WORDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "SIAGA_BENCANA",
        r"patroli karhutla|patroli kebakaran hutan|pantau(?:an)? (?:debit|tinggi|air|sungai)"
        r"|pemantauan (?:debit|tinggi|air|sungai)|siaga (?:banjir|bencana|karhutla)"
        r"|kesiapsiagaan|cek alat|apel siaga",
        ("PATROLI", "BENCANA", "KEBAKARAN", "BELA_NEGARA"),
    ),
    (
        "PEMILIHAN",
        r"\btps\b|pemilu\b|pilkada|pilkades|pilgub|pilbup|pemungutan suara",
        ("PAM_GIAT", "JAGA_POS"),
    ),
    ("LATIHAN", r"\bpelatihan|\bbimtek|\bsimulasi|\blatihan", ("KEBAKARAN", "BENCANA", "P3K")),
    (
        "PENYULUHAN",
        r"sosialisasi|penyuluhan|\bh?imbauan|\bpembinaan masyarakat",
        ("KEBAKARAN", "BENCANA"),
    ),
    ("DAPUR_UMUM", r"dapur umum|penyaluran logistik", ("BENCANA",)),
    ("KEBAKARAN", r"kebakaran|pemadaman|karhutla", ()),
    (
        "BENCANA",
        r"\bbanjir|angin kencang|puting beliung|longsor|pohon tumbang|\bevakuasi",
        (),
    ),
    (
        "P3K",
        r"kecelakaan|\blaka\b|\blakalantas|orang hilang|pertolongan pertama|tenggelam|\bp3k\b",
        (),
    ),
    (
        "MEDIASI",
        r"\bmediasi|perselisihan|percekcokan|keributan|gangguan keamanan|pencurian",
        (),
    ),
    ("PERDES", r"\bperdes\b|penertiban", ()),
    ("OBVIT", r"objek vital|obyek vital|\bobvit|aset desa|fasilitas umum", ("PAM_GIAT",)),
    (
        "DETEKSI_DINI",
        r"deteksi dini|cegah dini|pemantauan situasi|pendataan pendatang|pantau pendatang",
        (),
    ),
    ("BELA_NEGARA", r"\bupacara|bela negara|\bapel\b", ()),
    (
        "SOSIAL",
        r"gotong[ -]?royong|kerja bakti|posyandu|penyaluran bantuan|pembagian blt|\bbansos"
        r"|takziah|fardhu kifayah|pemakaman|\bkegiatan sosial|melayat",
        (),
    ),
    ("PAM_GIAT", r"\bpengamanan|\bpam\b|\bpengaman\b", ()),
    ("JAGA_POS", r"jaga pos|\bpiket\b|penjagaan|jaga (?:poskamling|posko|kantor)", ()),
    ("PATROLI", r"\bpatroli|\bronda|siskamling", ()),
)
_RULES = tuple((kode, re.compile(words, re.I), inside) for kode, words, inside in _WORDS)
_OFFICIAL = {name.lower(): one.kode for one in SEMUA for name in (one.nama, one.pendek)}


EMERGENCIES = ("KEBAKARAN", "BENCANA", "P3K")
"""Done after something has happened: whether that is what is reported must be said."""


def is_titled(message: Message) -> bool:
    """Whether the title says what sort of report it is, or a label does for an incident."""
    title = _title(message)
    return bool(
        _ACTIVITY_TITLE.search(title)
        or _EVENT_TITLE.search(title)
        or _says_something(message, labels.EVENT)
    )


def kind_of(message: Message) -> Field[str]:
    """Kegiatan, kejadian or nihil."""
    head = _title(message)
    event, activity = message.of(labels.EVENT), message.of(labels.KIND)
    happened = event is not None and not _NOTHING.match(event.one_line)
    told = happened or activity is not None or message.of(labels.TEXT) is not None
    if not told and _NIHIL.search(message.all):
        return sure(Kind.NIHIL.value)
    if _EVENT_TITLE.search(head) or (happened and activity is None):
        contradicts = activity is not None and not happened and not _EVENT_TITLE.search(head)
        return (
            unsure(Kind.KEJADIAN.value, f.WHICH_KIND) if contradicts else sure(Kind.KEJADIAN.value)
        )
    if happened:
        return unsure(Kind.KEJADIAN.value, f.WHICH_KIND)
    if activity is not None or _ACTIVITY_TITLE.search(head):
        hurt = message.of(labels.VICTIMS)
        doubt = hurt is not None and not _NOTHING.match(hurt.one_line)
        return unsure(Kind.KEGIATAN.value, f.WHICH_KIND) if doubt else sure(Kind.KEGIATAN.value)
    return unsure(Kind.KEGIATAN.value, f.WHICH_KIND)


def jenis_of(message: Message) -> Field[str]:
    """By what stands under the label, else by the title; from the prose it is unsure."""
    block = message.of(labels.EVENT) if _says_something(message, labels.EVENT) else None
    named = [b.one_line for b in (message.of(labels.KIND), block) if b is not None]
    for text in (*named[:1], _title(message)):
        known = _OFFICIAL.get(text.lower().strip(" ."))
        if known:
            return sure(known)
        found = _matching(text)
        if len(found) == 1:
            return sure(found[0])
        if found:
            return unsure(found[0], f.MANY_KINDS)
    found = _matching(message.all)
    return unsure(found[0], f.FROM_PROSE) if found else Field()


def event_of(message: Message) -> Field[str]:
    """What happened, in the writer's words."""
    if _says_something(message, labels.EVENT):
        block = message.of(labels.EVENT)
        return sure(block.lines[0] if block else None)
    title = _title(message)
    match = re.search(
        r"\b(kebakaran(?: \w+)?|banjir|angin kencang|kecelakaan|longsor)\b", title, re.I
    )
    if match:
        return unsure(match[1].capitalize(), f.NO_LABEL)
    block = message.of(labels.KIND)
    return unsure(block.one_line, f.NO_LABEL) if block else Field()


def _title(message: Message) -> str:
    return " ".join(line for line in message.head if len(line) <= TITLE)


def _says_something(message: Message, key: str) -> bool:
    block = message.of(key)
    return block is not None and not _NOTHING.match(block.one_line)


def _matching(text: str) -> list[str]:
    found = [(kode, inside) for kode, words, inside in _RULES if words.search(text)]
    contained = {one for _, inside in found for one in inside}
    return [kode for kode, _ in found if kode not in contained]
