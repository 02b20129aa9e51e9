"""What sort of report it is, and which jenis kegiatan: by plain words, one and only one."""

from __future__ import annotations

import re

from server.laporan.wa_paste import fields as f
from server.laporan.wa_paste import labels
from server.laporan.wa_paste.fields import Field, doubted, sure, told, unsure
from server.laporan.wa_paste.message import Message
from shared.jenis import SEMUA
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
TITLE = 70
"""A longer line before the first label is prose and no title."""
TOLD = re.compile(
    r"\b(?:pukul|jam|pkl|tadi|kami|telah|sudah|melaksanakan|aman|orang|org|hari ini|malam ini)\b"
    r"|\d[.:]\d\d",
    re.I,
)
"""What makes a short line a sentence."""
_NOTHING = re.compile(
    r"^\W*(?:nihil|tidak ada|tdk ada|tidak|kadada|-|aman)?(?: kejadian(?: menonjol)?)?\W*$", re.I
)
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
_ASIDE = (
    labels.VICTIMS, labels.LOSS, labels.TROUBLE, labels.NEXT, labels.NEEDS, labels.HANDLING,
    labels.RESULT, labels.OTHERS, labels.CALLED, labels.PEOPLE, labels.COUNT,
)  # fmt: skip
"""Where nothing under a label says nothing of the report as a whole."""


def kind_of(message: Message) -> Field[str]:
    """Kegiatan, kejadian or nihil; where the text says both, somebody must look."""
    event, activity = message.of(labels.EVENT), message.of(labels.KIND)
    happened = event is not None and not _NOTHING.match(event.one_line)
    did = activity is not None and not _NOTHING.match(activity.one_line)
    titles = _titles(message)
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
    said = any(_ACTIVITY_TITLE.search(x) or _EVENT_TITLE.search(x) for x in _titles(message))
    return said or says_what_happened(message)


def jenis_of(message: Message) -> Field[str]:
    """By what stands under the label, else by the title; from the prose it is unsure."""
    blocks = [b for b in message.every(labels.KIND, labels.EVENT) if not _NOTHING.match(b.one_line)]
    for block in blocks[:1]:
        found = _said(block.one_line)
        if found is not None:
            doubt = f.BESIDE if block.odd else None if block.colon else f.NO_LABEL
            doubt = doubt or (f.WHICH_KIND if len({b.key for b in blocks}) > 1 else None)
            return doubted(found, doubt) if doubt else found
    said = [(line, found) for line in _titles(message) if (found := _said(line)) is not None]
    for line, found in sorted(said, key=lambda one: one[1].reason == f.OTHER_WORDS)[:1]:
        prose = blocks or not message.labelled or TOLD.search(line)
        return doubted(found, f.FROM_PROSE) if prose else found
    kodes = matching(message.all) or [kode for kode, words in _WEAK if words.search(message.all)]
    return unsure(kodes[0], f.FROM_PROSE) if kodes else Field()


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
    return block is not None and not _NOTHING.match(block.one_line)


def matching(text: str) -> list[str]:
    """Every jenis that the words speak of; a post of the watch is a place."""
    text = " ".join(_PLACES.sub(" pos ", text).split())
    found = [(kode, inside) for kode, words, inside in _RULES if words.search(text)]
    contained = {one for _, inside in found for one in inside}
    return [kode for kode, _ in found if kode not in contained]


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
    return bool(hurt and not _NOTHING.match(hurt.one_line)) or bool(_HAPPENED.search(message.all))


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


def is_night(text: str) -> bool:
    """Whether this is done at night, so that ``9.30`` is half past nine in the evening."""
    return bool(_NIGHT.search(_PLACES.sub(" pos ", text))) and not _AROUND.search(text)


def _titles(message: Message) -> list[str]:
    """Short lines above the labels; without labels there is only prose."""
    return [line for line in message.head if len(line) <= TITLE]
