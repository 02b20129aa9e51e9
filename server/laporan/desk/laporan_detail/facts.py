"""A report in words: every field with its label, the facts of phone and clock, its history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from math import cos, hypot, radians

from server.core import teks as umum
from server.laporan import teks
from server.laporan.read_laporan import Version
from server.laporan.read_staff import LaporanPage, StatusAct
from shared.clock import WITA, jam, nama_bulan, parse_time, tanggal, tanggal_pendek
from shared.jenis import KODE, nama_jenis
from shared.laporan import Kind, Laporan, Lokasi, RincianKejadian, count_words, counts_of
from shared.protocol import CLOCK_WARNING_S
from shared.status import Status
from shared.wilayah import Wilayah

Pair = tuple[str, str]

METRES_A_DEGREE = 111_320


@dataclass(frozen=True)
class Event:
    """One line of the history; ``kind`` is a version or a status."""

    at: datetime
    title: str
    by: str
    status: str | None = None


def title(page: LaporanPage) -> str:
    """What was done, or what happened."""
    laporan = page.laporan
    if laporan.kejadian and laporan.kejadian.jenis:
        return laporan.kejadian.jenis
    return nama_jenis(laporan.jenis)


def fields(laporan: Laporan) -> list[Pair]:
    """Label and value of every field that this kind of report has; "" where it is empty."""
    return [(teks.ISIAN[name], value) for name, value in named_fields(laporan)]


def named_fields(laporan: Laporan) -> list[Pair]:
    """The same by the field's name."""
    if laporan.kind == Kind.NIHIL:
        bulan = nama_bulan(laporan.periode or "")
        pairs = [("periode", bulan), ("uraian", teks.NIHIL_KALIMAT.format(bulan=bulan))]
    else:
        pairs = [
            *_incident(laporan.kejadian),
            ("waktu", span(laporan.mulai, laporan.selesai)),
            ("tempat", laporan.tempat),
            ("jenis", _full_jenis(laporan.jenis)),
            ("uraian", laporan.uraian),
            ("hasil", laporan.hasil),
            ("personel", _people(laporan)),
            ("pihak_lain", ", ".join(laporan.pihak_lain)),
            ("dasar", laporan.dasar),
            ("kendala", laporan.kendala),
            ("tindak_lanjut", laporan.tindak_lanjut),
        ]
    pairs.append(("pelapor", _joined(laporan.pelapor.nama, laporan.pelapor.jabatan)))
    if laporan.ditarik:
        pairs.append(("ditarik", f"{laporan.ditarik.alasan} ({moment(laporan.ditarik.waktu)})"))
    return pairs


def phone_facts(page: LaporanPage) -> list[Pair]:
    """Whose phone, which app, and how its clock goes."""
    detail = page.detail
    current = [v for v in detail.versions if v.in_force]
    newest = current[-1] if current else None
    pairs = [
        ("resi", detail.line.resi),
        ("ditulis", full(newest.ditulis) if newest and newest.ditulis else ""),
        ("diterima", full(newest.received_at if newest else detail.line.received_at)),
        ("selisih", clock_words(newest.clock_offset_s if newest else None)),
    ]
    device = detail.device
    if device is None:
        pairs.append(("hp", teks.HP_LAIN))
    else:
        pairs += [
            ("hp", device.device_name),
            ("pemegang", _joined(device.nama, device.jabatan)),
            ("versi", device.app_version),
            ("kontak", full(device.last_contact) if device.last_contact else ""),
        ]
    return [(teks.FAKTA[name], value) for name, value in pairs]


def clock_words(offset: float | None) -> str:
    """Plus: the phone's clock is ahead of the server's."""
    if offset is None:
        return teks.JAM_TAK_TAHU
    if abs(offset) < 1:
        return teks.JAM_COCOK
    words = teks.JAM_CEPAT if offset > 0 else teks.JAM_LAMBAT
    return words.format(lama=teks.lama(offset))


def clock_is_off(page: LaporanPage) -> bool:
    """Whether the phone's clock is so far off that one should know."""
    return any(
        version.in_force and abs(version.clock_offset_s or 0) > CLOCK_WARNING_S
        for version in page.detail.versions
    )


def history(page: LaporanPage) -> list[Event]:
    """Versions and the kecamatan's acts, newest first."""
    versions = page.detail.versions
    events = [_version_event(version, page) for version in versions]
    arrivals = {version.received_at for version in versions}
    events += [_act_event(act) for act in page.acts if act.at not in arrivals]
    known = arrivals | {act.at for act in page.acts}
    if page.detail.status_at not in known and page.detail.line.status != Status.DITERIMA:
        last = StatusAct(
            page.detail.line.status, page.detail.line.versi, page.detail.status_by,
            page.detail.status_at,
        )  # fmt: skip
        events.append(_act_event(last))
    return sorted(events, key=lambda event: event.at, reverse=True)


def position(lokasi: Lokasi | None) -> str:
    """``-2,189226, 115,611233 (GPS, akurasi 9 meter)``"""
    if lokasi is None:
        return teks.PETA_TANPA
    degrees = f"{lokasi.lintang:.6f}, {lokasi.bujur:.6f}"
    about = [teks.SUMBER.get(lokasi.sumber, lokasi.sumber)]
    if lokasi.akurasi_m is not None:
        about.append(teks.akurasi(lokasi.akurasi_m))
    return f"{degrees} ({', '.join(about)})"


def distance(wilayah: Wilayah, lokasi: Lokasi, kode: str) -> str:
    """``0,4 km dari tengah Desa Lalayau``; "" for a desa that we do not know."""
    desa = wilayah.by_kode.get(kode)
    if desa is None:
        return ""
    east = (lokasi.bujur - desa.bujur) * cos(radians(desa.lintang))
    metres = hypot(lokasi.lintang - desa.lintang, east) * METRES_A_DEGREE
    return teks.jarak(metres, desa.nama)


def span(start: str | None, end: str | None) -> str:
    """``Minggu, 6 Desember 2026, 20.00 sampai 23.00 WITA``"""
    if start is None:
        return ""
    first = parse_time(start).astimezone(WITA)
    words = f"{tanggal(first)}, {jam(first)}"
    if end is not None:
        last = parse_time(end).astimezone(WITA)
        day = "" if last.date() == first.date() else f"{tanggal_pendek(last)} "
        words += f" {teks.SAMPAI} {day}{jam(last)}"
    return f"{words} {WITA}"


def moment(text: str | None) -> str:
    return full(parse_time(text)) if text else ""


def full(at: datetime) -> str:
    """``7 Desember 2026, 07.40 WITA``"""
    return f"{tanggal(at, weekday=False)}, {jam(at)} {WITA}"


def short(at: datetime) -> str:
    """``7 Des 07.40``"""
    return f"{tanggal_pendek(at)} {jam(at)}"


def _incident(kejadian: RincianKejadian | None) -> list[Pair]:
    if kejadian is None:
        return []
    return [
        ("kejadian", kejadian.jenis),
        ("waktu_kejadian", moment(kejadian.waktu)),
        ("korban", _victims(kejadian)),
        ("rumah", _houses(kejadian.rumah)),
        ("kerugian", kejadian.kerugian),
        ("penanganan", kejadian.penanganan),
        ("dihubungi", ", ".join(kejadian.dihubungi)),
        ("kebutuhan", kejadian.kebutuhan),
    ]


def _victims(kejadian: RincianKejadian) -> str:
    """ "" while nobody has filled any of it in."""
    known = {name: n for name, n in counts_of(kejadian).items() if name != "rumah"}
    told = ", ".join(count_words(known, teks.KORBAN))
    return told or (teks.TIDAK_ADA_KORBAN if known else "")


def _houses(rumah: int | None) -> str:
    if rumah is None:
        return ""
    return str(rumah) if rumah else teks.TIDAK_ADA_KORBAN


def _people(laporan: Laporan) -> str:
    names = ", ".join(person.nama for person in laporan.personel)
    number = laporan.jumlah_personel or len(laporan.personel)
    if not number:
        return ""
    return teks.jumlah_personel(number) + (f": {names}" if names else "")


def _joined(*words: str) -> str:
    return ", ".join(word for word in words if word)


def _full_jenis(kode: str | None) -> str:
    known = KODE.get(kode or "")
    return known.nama if known else (kode or "")


def _version_event(version: Version, page: LaporanPage) -> Event:
    words = teks.perbaikan_ke if version.in_force else teks.terlambat_datang
    device = page.device_names.get(version.device or "", teks.HP_LAIN)
    return Event(version.received_at, words(version.versi), device)


def _act_event(act: StatusAct) -> Event:
    return Event(act.at, umum.STATUS.get(act.status, act.status), act.oleh, act.status)
