"""What is the name of a person, and what is only said of them: offices, titles, numbers."""

from __future__ import annotations

import re

_ROLES = (
    r"(?:wa)?danru|danton|danpok|anggota|ketua(?: regu| tim)?|komandan(?: regu)?|koordinator"
    r"|koord|(?:sat)?linmas|hansip|ketua regu"
)
_ROLE = re.compile(
    rf"\s*\(\s*(?:{_ROLES}|kasi[^)]*|kades|kepala[^)]*|rt\s*\d+|kaur[^)]*)[^)]*\)"
    rf"|\s*(?:[-:]|\s)\s*(?:{_ROLES})\s*(?:[ivx]+|\d)?\s*$",
    re.I,
)
_BEFORE = re.compile(
    rf"^(?:(?:{_ROLES})\s*(?:desa\s+)?(?:[ivx]+\b|\d\b)?\s*"
    r"(?:[:=-]\s*|a\.?n\b\.?\s*|atas nama\s+|(?=\s))"
    r"|a\.?\s?n\b\.?\s*|atas nama\s+)\s*",
    re.I,
)
TITLE = re.compile(r"^(?:sdr\.?i?|sdri\.?|saudara|bapak|bpk\.?|pak|ibu|bu|nama\s*:)\s+", re.I)
PHONE = re.compile(r"\(?(?:\+?62|\b0)\s?8[\d\s-]{7,14}\d\)?")
_WORD = r"[^\W\d_][\w.'\u2019\u2018\u02bc`\u00b4-]*"
_NAME = re.compile(rf"^{_WORD}(?:\s+{_WORD}){{0,4}}$")
_NO_NAME = re.compile(
    r"\b(?:di|ke|dari|yang|yg|untuk|dengan|pada|oleh|bersama|serta|beserta|melaksanakan|tidak|ada|siap"
    r"|aman|lokasi|rt|rw|pos|poskamling|posko|tugas|bertugas|jaga|berjaga|ronda|patroli|keliling|malam"
    r"|pagi|siang|sore|tanggal|wita|foto|video|dokumentasi|catatan|giat|kegiatan|laporan|lapor"
    r"|melaporkan|dilaporkan|demikian|situasi|kondisi|kondusif|tertib|terkendali|lancar|jam|pukul"
    r"|tempat|terima|kasih|mohon|selesai|kami|kita|mereka|sampai|hujan|cuaca|cerah|tamu|nihil|kantor"
    r"|balai|jalan|rumah|masjid|langgar|desa|warga|mulai|sudah|telah|akan|belum|juga|hanya|lain|atas"
    r"|nama|berikut|sebagai|senter|motor|mobil|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
    r"|sepuluh|orang|org|regu|anggota|petugas|personil|personel|semua|seluruh|bapak|ibu|pak|komandan)\b",
    re.I,
)
_SMALL = re.compile(r"^(?:bin|binti|al|el|ibnu|van|de|contoh)$")
OFFICES = re.compile(
    r"\b(?:kasi|kepala|kades|danru|danton|komandan|anggota|sekdes|kaur|kadus|ketua|operator|linmas|"
    r"sekretaris|perangkat|staf|pambakal|kasat|satlinmas|pelaksana)\b",
    re.I,
)  # fmt: skip


def person(part: str) -> str:
    """A name without what somebody is; ``H.`` and degrees are part of it."""
    part = PHONE.sub("", part)
    part = re.sub(r"^\d{1,2}\s?[.)]\s*", "", part)
    before = None
    while before != part:
        before = part
        part = _ROLE.sub("", part).strip(" .:-")
        left = _BEFORE.sub("", part).strip(" :-")
        part = TITLE.sub("", left if left else part).strip(" :-")
    return part


def is_name(words: str, most: int = 4) -> bool:
    """Whether this can only be the name of a person: few words, all capitals alike."""
    base = re.split(r"\s*,\s*", re.sub(r"\s*\(contoh\)", "", words, flags=re.I))[0]
    parts = base.split()
    small = [part for part in parts[1:] if part.islower() and not _SMALL.match(part)]
    mixed = bool(small) and not parts[0].islower()
    return bool(_NAME.match(base)) and not (_NO_NAME.search(base) or mixed or len(parts) > most)
