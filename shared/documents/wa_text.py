"""A report as the text that villages post in their WhatsApp groups, in the customary order.

Izin melaporkan, hari dan tanggal, pukul (WITA), tempat, kegiatan, personel, uraian, hasil, kendala,
tindak lanjut, dokumentasi, penutup. Asterisks make WhatsApp's bold.
"""

from __future__ import annotations

from datetime import datetime

from shared.clock import WITA, jam, nama_bulan, parse_time, tanggal
from shared.jenis import KODE
from shared.laporan import Kind, Laporan, RincianKejadian
from shared.wilayah import KECAMATAN, nama_desa

_HEADS = {
    Kind.KEGIATAN: "*LAPORAN KEGIATAN SATLINMAS*",
    Kind.KEJADIAN: "*LAPORAN KEJADIAN*",
    Kind.NIHIL: "*LAPORAN NIHIL SATLINMAS*",
}
_COUNTS = (
    ("meninggal", "meninggal {n} jiwa"),
    ("luka", "luka {n} jiwa"),
    ("mengungsi_kk", "mengungsi {n} KK"),
    ("mengungsi_jiwa", "mengungsi {n} jiwa"),
    ("rumah", "rumah terdampak {n}"),
)


def wa_text(laporan: Laporan, resi: str | None = None) -> str:
    """The whole text, ready to paste; what was not filled in is left out."""
    body = _nihil(laporan) if laporan.kind == Kind.NIHIL else _activity(laporan)
    head = _HEADS.get(Kind(laporan.kind), _HEADS[Kind.KEGIATAN])
    place = f"Desa {nama_desa(laporan.desa)}, Kecamatan {KECAMATAN.nama}"
    parts = [
        head,
        f"*{place}*",
        "",
        "Assalamualaikum, izin melaporkan:",
        *body,
        *_end(laporan, resi),
    ]
    return "\n".join(parts)


def _nihil(laporan: Laporan) -> list[str]:
    month = _month(laporan.periode)
    return ["", f"Bulan {month}: *NIHIL*, tidak ada kegiatan dan tidak ada kejadian."]


def _activity(laporan: Laporan) -> list[str]:
    detail = laporan.kejadian
    kind = KODE.get(laporan.jenis or "")
    what = detail.jenis if detail and detail.jenis else (kind.nama if kind else laporan.jenis or "")
    label = "Kejadian" if detail else "Kegiatan"
    lines = [
        *_when(laporan),
        _line("Tempat", laporan.tempat),
        _line(label, what),
        _line("Personel", _people(laporan)),
        _line("Pihak lain", ", ".join(laporan.pihak_lain)),
        _line("Dasar", laporan.dasar),
        "",
        _line("Uraian", laporan.uraian),
        *(_victims(detail) if detail else []),
        _line("Hasil", laporan.hasil),
        _line("Kendala", laporan.kendala),
        _line("Tindak lanjut", laporan.tindak_lanjut),
        _line("Dokumentasi", f"{len(laporan.foto)} foto" if laporan.foto else ""),
    ]
    return [line for line in lines if line is not None]


def _when(laporan: Laporan) -> list[str | None]:
    start, end = _moment(laporan.mulai), _moment(laporan.selesai)
    if start is None:
        return []
    span = f"{jam(start)} WITA"
    if end is not None and end > start:
        same_night = (end - start).days == 0
        span = f"{jam(start)} s.d. {jam(end)} WITA"
        span = span if same_night else f"{jam(start)} WITA s.d. {tanggal(end)} {jam(end)} WITA"
    return [_line("Hari, tanggal", tanggal(start)), _line("Pukul", span)]


def _victims(detail: RincianKejadian) -> list[str | None]:
    counts = [
        words.format(n=getattr(detail, name)) for name, words in _COUNTS if getattr(detail, name)
    ]
    return [
        _line("Korban dan dampak", ", ".join(counts)),
        _line("Kerugian", detail.kerugian),
        _line("Penanganan awal", detail.penanganan),
        _line("Sudah dihubungi", ", ".join(detail.dihubungi)),
        _line("Kebutuhan", detail.kebutuhan),
    ]


def _people(laporan: Laporan) -> str:
    names = ", ".join(person.nama for person in laporan.personel)
    count = max(laporan.jumlah_personel, len(laporan.personel))
    if not names:
        return f"{count} orang" if count else ""
    return f"{names} ({count} orang)" if count > 1 else names


def _end(laporan: Laporan, resi: str | None) -> list[str]:
    parts = ["", "Demikian dilaporkan, terima kasih."]
    if laporan.ditarik is not None:
        parts.append(f"_Laporan ini sudah ditarik: {laporan.ditarik.alasan}_")
    who = ", ".join(part for part in (laporan.pelapor.nama, laporan.pelapor.jabatan) if part)
    parts += ["", f"Pelapor: {who}"]
    if resi:
        parts.append(f"Nomor resi: {resi}")
    return parts


def _line(label: str, value: str) -> str | None:
    words = value.strip()
    return f"*{label}:* {words}" if words else None


def _moment(text: str | None) -> datetime | None:
    try:
        return parse_time(text).astimezone(WITA) if text else None
    except ValueError:
        return None


def _month(periode: str | None) -> str:
    try:
        return nama_bulan(periode) if periode else ""
    except ValueError:
        return periode or ""
