"""Which jenis kegiatan a text speaks of: by plain words, one and only one."""

from __future__ import annotations

import re

from server.laporan.wa_paste import fields as f
from server.laporan.wa_paste import labels
from server.laporan.wa_paste.fields import Field, doubted, sure, told, unsure
from server.laporan.wa_paste.message import Message
from shared.jenis import SEMUA

TOLD = re.compile(
    r"\b(?:pukul|jam|pkl|tadi|kami|telah|sudah|melaksanakan|aman|orang|org|hari ini|malam ini)\b"
    r"|\d[.:]\d\d",
    re.I,
)
"""What makes a short line a sentence."""
_PLACES = re.compile(r"\b(?:pos|gardu)[ -]?(?:ronda|kamling|siskamling|patroli)\b", re.I)
_AROUND = re.compile(
    r"\b(?:rapat|rakor|koordinasi|persiapan|rencana|membahas|latihan|perbaikan|perawatan|pasca"
    r"|pembuatan|pengecekan)\b",
    re.I,
)
_NIGHT = re.compile(r"\b(?:malam|ronda|siskamling|isya|tarawih|takbiran)\b", re.I)
_GUARDS = re.compile(
    r"^\W*(?:giat\s+|kegiatan\s+)?(?:pengamanan|pam\b|menjaga|mengamankan|pengawalan|jaga parkir"
    r"|mengatur parkir)",
    re.I,
)

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
    (
        "LATIHAN",
        r"\bpelatihan|\bbimtek|\bsimulasi|\bgladi\b"
        r"|\blatihan (?:gabungan|dasar|(?:sat)?linmas|pbb|baris|pemadaman|evakuasi|p3k)",
        ("KEBAKARAN", "BENCANA", "P3K"),
    ),
    (
        "PENYULUHAN",
        r"sosialisasi|penyuluhan|\bh?imbauan|\bpembinaan masyarakat",
        ("KEBAKARAN", "BENCANA"),
    ),
    ("DAPUR_UMUM", r"dapur umum|penyaluran logistik", ("BENCANA",)),
    ("KEBAKARAN", r"kebakaran|pemadaman(?! listrik)|karhutla", ()),
    (
        "BENCANA",
        r"\bbanjir|angin kencang|puting beliung|longsor|pohon tumbang"
        r"|\bevakuasi(?! (?:ular|sarang|tawon|hewan|buaya|jenazah|mayat))",
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
    ("PAM_GIAT", r"\bpengamanan|\bpam\b|\bpengaman\b|\bpengawalan|\bmengamankan", ()),
    (
        "JAGA_POS",
        r"\bpiket\b|(?:penjagaan|(?:ber|men)?jaga)(?: di)? (?:malam di )?(?:pos|posko|poskamling"
        r"|kantor|balai)\b",
        (),
    ),
    ("PATROLI", r"\bpatroli|\b(?:be|ba)?ronda|siskamling", ()),
)
_RULES = tuple((kode, re.compile(words, re.I), inside) for kode, words, inside in _WORDS)
_WEAK = (
    ("PAM_GIAT", re.compile(r"\b(?:penjagaan|(?:men|ber)?jaga)\b", re.I)),
    ("JAGA_POS", re.compile(r"\bpos ?(?:kamling|ko)\b", re.I)),
)
"""Words that may mean this: always unsure."""
_OFFICIAL = {name.lower(): one.kode for one in SEMUA for name in (one.nama, one.pendek)}
EMERGENCIES = ("KEBAKARAN", "BENCANA", "P3K")
"""Done after something has happened: whether that is what is reported must be said."""


def jenis_of(message: Message) -> Field[str]:
    """By what stands under the label, else by the title; from the prose it is unsure."""
    blocks = [b for b in message.every(labels.KIND, labels.EVENT) if not b.is_nothing]
    for block in blocks[:1]:
        found = _said(block.one_line)
        if found is not None:
            doubt = f.BESIDE if block.odd else None if block.colon else f.NO_LABEL
            doubt = doubt or (f.WHICH_KIND if len({b.key for b in blocks}) > 1 else None)
            return doubted(found, doubt) if doubt else found
    said = [(line, found) for line in message.titles if (found := _said(line)) is not None]
    for line, found in sorted(said, key=lambda one: one[1].reason == f.OTHER_WORDS)[:1]:
        prose = blocks or not message.labelled or TOLD.search(line)
        return doubted(found, f.FROM_PROSE) if prose else found
    kodes = matching(message.all) or [kode for kode, words in _WEAK if words.search(message.all)]
    return unsure(kodes[0], f.FROM_PROSE) if kodes else Field()


def matching(text: str) -> list[str]:
    """Every jenis that the words speak of; a post of the watch is a place."""
    text = " ".join(_PLACES.sub(" pos ", text).split())
    found = [(kode, inside) for kode, words, inside in _RULES if words.search(text)]
    contained = {one for _, inside in found for one in inside}
    return [kode for kode, _ in found if kode not in contained]


def is_night(text: str) -> bool:
    """Whether this is done at night, so that ``9.30`` is half past nine in the evening."""
    return bool(_NIGHT.search(_PLACES.sub(" pos ", text))) and not _AROUND.search(text)


def _said(text: str) -> Field[str] | None:
    """What a short text means; None: it has no word that is known."""
    known = _OFFICIAL.get(" ".join(text.lower().split()).strip(" ."))
    if known:
        return sure(known)
    found = matching(text)
    if _GUARDS.match(text) and set(found) - {"PEMILIHAN", "OBVIT", "PAM_GIAT"}:
        return unsure("PAM_GIAT", f.MANY_KINDS)
    if len(found) == 1:
        # A meeting about a watch is no watch.
        loose = found[0] != "LATIHAN" and _AROUND.search(text)
        return told(found[0], f.OTHER_WORDS if loose else None)
    if found:
        return unsure(found[0], f.MANY_KINDS)
    weak = [kode for kode, words in _WEAK if words.search(text)]
    return unsure(weak[0], f.OTHER_WORDS) if weak else None
