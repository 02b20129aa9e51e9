"""A report as the text that villages post in their WhatsApp groups, in the customary order.

Izin melaporkan, hari dan tanggal, pukul (WITA), tempat, kegiatan, personel, uraian, hasil, kendala,
tindak lanjut, dokumentasi, penutup. Asterisks make WhatsApp's bold.
"""

from __future__ import annotations

from shared.documents import told
from shared.laporan import Kind, Laporan, RincianKejadian
from shared.wilayah import Wilayah

_HEADS = {
    Kind.KEGIATAN: "*LAPORAN KEGIATAN SATLINMAS*",
    Kind.KEJADIAN: "*LAPORAN KEJADIAN*",
    Kind.NIHIL: "*LAPORAN NIHIL SATLINMAS*",
}


def wa_text(wilayah: Wilayah, laporan: Laporan, resi: str | None = None, salam: str = "") -> str:
    """The whole text, ready to paste, begun with the office's greeting where it has one.

    What was not filled in is left out.
    """
    body = _nihil(laporan) if laporan.kind == Kind.NIHIL else _activity(laporan)
    head = _HEADS.get(Kind(laporan.kind), _HEADS[Kind.KEGIATAN])
    place = f"Desa {wilayah.nama_desa(laporan.desa)}, Kecamatan {wilayah.nama}"
    parts = [
        head,
        f"*{place}*",
        "",
        f"{salam.strip()}, izin melaporkan:" if salam.strip() else "Izin melaporkan:",
        *body,
        *_end(laporan, resi),
    ]
    return "\n".join(parts)


def _nihil(laporan: Laporan) -> list[str]:
    month = told.month(laporan.periode)
    return ["", f"Bulan {month}: *NIHIL*, tidak ada kegiatan dan tidak ada kejadian."]


def _activity(laporan: Laporan) -> list[str]:
    detail = laporan.kejadian
    label = "Kejadian" if detail else "Kegiatan"
    lines = [
        _line("Hari, tanggal", told.day(laporan)),
        _line("Pukul", told.hours(laporan)),
        _line("Tempat", laporan.tempat),
        _line(label, told.what(laporan)),
        _line("Personel", told.people(laporan)),
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


def _victims(detail: RincianKejadian) -> list[str | None]:
    return [
        _line("Korban dan dampak", told.victims(detail)),
        _line("Kerugian", detail.kerugian),
        _line("Penanganan awal", detail.penanganan),
        _line("Sudah dihubungi", ", ".join(detail.dihubungi)),
        _line("Kebutuhan", detail.kebutuhan),
    ]


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
