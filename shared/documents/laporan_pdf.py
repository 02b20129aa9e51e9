"""One report as a letter (*surat*) of its village to the camat, with photos.

The phone and the desk give the same bytes for the same report, settings and photos.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, cast

from shared.clock import tanggal_jam
from shared.documents import told, words
from shared.documents.letterhead import Kop, Signatory, kop_of, numbered, place_and_day
from shared.documents.paper import Paper
from shared.documents.photo_sheet import Picture
from shared.laporan import Foto, Kind, Laporan, Lokasi, RincianKejadian
from shared.sensitif import may_leave
from shared.wilayah import Wilayah

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
"""The date of a report that was written without one."""

GetPhoto = Callable[[str], bytes | None]
"""The bytes of a photo by its SHA-256; None when they are not at hand."""


def laporan_pdf(
    wilayah: Wilayah,
    laporan: Laporan,
    resi: str | None,
    settings: Mapping[str, Any],
    photo: GetPhoto,
) -> bytes:
    """The letter. Of ``settings`` it reads what every phone knows, ``desa_data`` included."""
    desa = wilayah.nama_desa(laporan.desa)
    at = told.moment(laporan.ditulis) or told.moment(laporan.mulai) or EPOCH
    paper = Paper(
        _subject(laporan),
        made=at,
        source=words.SUMBER_LAPORAN.format(desa=desa, nomor=resi or words.BELUM_RESI),
    )
    paper.kop(_kop(wilayah, desa, settings))
    paper.paragraph(place_and_day(desa, at), align="R")
    paper.facts(_head(wilayah, laporan, settings, at), label_width=24)
    for line in words.KEPADA:
        paper.paragraph(line.format(kecamatan=wilayah.nama), align="L", after=0.4)
    paper.space(4)
    _body(paper, laporan, desa)
    if resi:
        paper.paragraph(words.DITERIMA.format(resi=resi))
    paper.paragraph(words.PENUTUP)
    paper.signatures(*_signatories(laporan, desa, settings), tempat="", day=None)
    _photos(paper, laporan.foto, photo)
    return paper.output()


def _kop(wilayah: Wilayah, desa: str, settings: Mapping[str, Any]) -> Kop:
    """The kecamatan's head with the village below it, and where its office stands."""
    kop = kop_of(wilayah, settings)
    own = words.DESA.format(desa=desa.upper())
    return Kop((*kop.lines, own), _own(settings, "alamat"), kop.logo)


def _own(settings: Mapping[str, Any], field: str) -> str:
    """What the village says of itself, see `DataDesa`."""
    village = cast("Mapping[str, Any]", settings.get("desa_data") or {})
    return str(village.get(field) or "").strip()


def _subject(laporan: Laporan) -> str:
    if laporan.kind == Kind.NIHIL:
        return words.PERIHAL_NIHIL.format(bulan=told.month(laporan.periode))
    form = words.PERIHAL_KEJADIAN if laporan.kejadian else words.PERIHAL_KEGIATAN
    return form.format(apa=told.what(laporan))


def _head(
    wilayah: Wilayah, laporan: Laporan, settings: Mapping[str, Any], at: datetime
) -> list[tuple[str, str]]:
    photos = len(may_leave(laporan.foto))
    return [
        (words.NOMOR_SURAT, _number(wilayah, laporan.desa, settings, at) or words.BARIS_KOSONG),
        (words.SIFAT, words.SEGERA if laporan.kejadian else words.BIASA),
        (words.LAMPIRAN, words.LAMPIRAN_FOTO.format(n=photos) if photos else words.TANPA_LAMPIRAN),
        (words.PERIHAL, _subject(laporan)),
    ]


def _number(wilayah: Wilayah, desa: str, settings: Mapping[str, Any], at: datetime) -> str:
    """By the format in the settings; the running number is written in, from the village's register.

    The resi's own number counts the reports of all villages: as a letter's it would have gaps.
    """
    form = str(settings.get("nomor_laporan") or "")
    return numbered(form, words.NOMOR_URUT_KOSONG, at, wilayah.nama_desa(desa))


def _body(paper: Paper, laporan: Laporan, desa: str) -> None:
    if laporan.ditarik:
        paper.paragraph(words.DITARIK.format(alasan=laporan.ditarik.alasan), style="B")
    dasar = laporan.dasar.strip()
    start = words.BERDASARKAN.format(dasar=dasar) if dasar else words.BERSAMA
    if laporan.kind == Kind.NIHIL:
        month = told.month(laporan.periode)
        paper.paragraph(words.ISI_NIHIL.format(awal=start, bulan=month, desa=desa))
        return
    opening = words.ISI_KEJADIAN if laporan.kejadian else words.ISI_KEGIATAN
    paper.paragraph(opening.format(awal=start, desa=desa))
    points = [(words.ISIAN[name], value.strip()) for name, value in _points(laporan)]
    filled = [(label, value) for label, value in points if value]
    numbered_points = [(f"{n}.  {label}", value) for n, (label, value) in enumerate(filled, 1)]
    paper.facts(numbered_points, label_width=44)


def _points(laporan: Laporan) -> list[tuple[str, str]]:
    """(key of `words.ISIAN`, words), in the order of the form."""
    detail = laporan.kejadian
    return [
        ("kejadian", detail.jenis if detail else ""),
        ("hari", told.day(laporan)),
        ("pukul", told.hours(laporan)),
        ("waktu_kejadian", _happened(laporan)),
        ("waktu_lapor", _when(laporan.ditulis) if detail else ""),
        ("tempat", laporan.tempat),
        ("lokasi", _position(laporan.lokasi)),
        ("kegiatan", "" if detail and detail.jenis else told.what(laporan)),
        ("kronologi" if detail else "uraian", laporan.uraian),
        *(_incident(detail) if detail else []),
        ("personel", told.people(laporan)),
        ("pihak_lain", ", ".join(laporan.pihak_lain)),
        ("hasil", laporan.hasil),
        ("kendala", laporan.kendala),
        ("tindak_lanjut", laporan.tindak_lanjut),
    ]


def _incident(detail: RincianKejadian) -> list[tuple[str, str]]:
    return [
        ("korban", told.victims(detail) or words.BELUM_DIISI),
        ("kerugian", detail.kerugian),
        ("penanganan", detail.penanganan),
        ("dihubungi", ", ".join(detail.dihubungi)),
        ("kebutuhan", detail.kebutuhan),
    ]


def _happened(laporan: Laporan) -> str:
    """When it differs from the beginning of what Satlinmas did."""
    waktu = laporan.kejadian.waktu if laporan.kejadian else None
    return _when(waktu) if waktu != laporan.mulai else ""


def _when(text: str | None) -> str:
    at = told.moment(text)
    return tanggal_jam(at) if at else ""


def _position(lokasi: Lokasi | None) -> str:
    """``-2,189226, 115,611233 (akurasi 9 meter)``"""
    if lokasi is None:
        return ""
    lintang, bujur = (
        f"{degrees:.6f}".replace(".", ",") for degrees in (lokasi.lintang, lokasi.bujur)
    )
    titik = words.TITIK.format(lintang=lintang, bujur=bujur)
    if lokasi.akurasi_m is None:
        return titik
    return words.TITIK_AKURASI.format(titik=titik, meter=round(lokasi.akurasi_m))


def _signatories(
    laporan: Laporan, desa: str, settings: Mapping[str, Any]
) -> tuple[Signatory, Signatory]:
    """Who wrote the report at the left; the letter itself is the head of the village's."""
    who = laporan.pelapor
    jabatan = words.JABATAN.format(jabatan=who.jabatan) if who.jabatan else ""
    kades = _own(settings, "kepala_desa")
    return (
        Signatory(jabatan, who.nama, head=words.PELAPOR),
        Signatory(words.KEPALA_DESA.format(desa=desa), kades),
    )


def _photos(paper: Paper, foto: tuple[Foto, ...], photo: GetPhoto) -> None:
    """At most two on a page when there are no more than two; sensitif ones are only counted."""
    shown = may_leave(foto)
    hidden = len(foto) - len(shown)
    if not foto:
        return
    if shown:
        paper.new_page()
        paper.heading(words.DOKUMENTASI)
    if hidden:
        paper.paragraph(words.FOTO_SENSITIF.format(n=hidden), style="I")
    pictures = [Picture(photo(one.sha256), _caption(n, one)) for n, one in enumerate(shown, 1)]
    paper.photos(pictures, 2 if len(pictures) <= 2 else 4)


def _caption(number: int, foto: Foto) -> str:
    """``Foto 1. Pos ronda, diambil Selasa, 24 November 2026 pukul 20.10 WITA``"""
    name = words.FOTO.format(ke=number)
    at = told.moment(foto.diambil)
    taken = words.FOTO_DIAMBIL.format(waktu=tanggal_jam(at)) if at else ""
    rest = ", ".join(part for part in (foto.keterangan.strip(), taken) if part)
    return words.FOTO_DENGAN.format(foto=name, keterangan=rest) if rest else name


def file_name(wilayah: Wilayah, laporan: Laporan, resi: str | None) -> str:
    """``laporan-juai-2026-11-0042.pdf``; without a resi by village and day."""
    at = told.moment(laporan.mulai) or told.moment(laporan.ditulis) or EPOCH
    name = resi or f"{wilayah.nama_desa(laporan.desa)}-{at:%Y-%m-%d}"
    return f"laporan-{'-'.join(name.lower().split())}.pdf"
