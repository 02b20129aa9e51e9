"""The words of a recap, the same on the page, in the PDF and in the sheet."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from itertools import groupby

from server.rekap.papers.rekap_facts import (
    Change,
    KejadianRow,
    PembinaanRow,
    PhotoRow,
    Rekap,
    VillageRow,
)
from shared.clock import BULAN, jam, nama_bulan, parse_time, tanggal
from shared.jenis import KODE as JENIS
from shared.jenis import nama_jenis
from shared.laporan import count_words
from shared.pembinaan import BENTUK
from shared.wilayah import Wilayah

JUDUL = "REKAPITULASI LAPORAN KEGIATAN SATLINMAS"
WILAYAH = "KECAMATAN {kecamatan} KABUPATEN {kabupaten}"
WILAYAH_DESA = "DESA {desa} KECAMATAN {kecamatan} KABUPATEN {kabupaten}"

TABEL_A = "A. Kegiatan per desa"
TABEL_B = "B. Kejadian"
TABEL_C = "C. Pembinaan"
TABEL_D = "D. Lampiran foto"

NO, DESA, ANGGOTA = "No", "Desa", "Anggota aktif"
KEGIATAN, KEJADIAN, ORANG = "Kegiatan", "Kejadian", "Kehadiran personel"
TEPAT, KET, JUMLAH = "Sebelum tenggat", "Keterangan", "Jumlah"
HEAD_B = (
    "No", "Tanggal, jam", "Desa, tempat", "Kejadian", "Korban", "Kerugian", "Penanganan",
    "Tindak lanjut",
)  # fmt: skip
HEAD_C = ("No", "Tanggal", "Desa", "Bentuk", "Materi", "Peserta", "Hasil dan tindak lanjut")

YA, TIDAK, BELUM_TAHU = "Ya", "Tidak", "-"
NIHIL, BELUM = "NIHIL", "BELUM MELAPOR"
SEMUA_DESA = "Semua desa"
DARI = "{n} dari {semua}"
DESA_MELAPOR, JUMLAH_PEMBINAAN = "Desa yang melapor", "Jumlah pembinaan"

TANPA_KEJADIAN = "Tidak ada kejadian."
TANPA_PEMBINAAN = "Tidak ada pembinaan."
TANPA_FOTO = "Tidak ada foto yang dilampirkan."

FOTO_HILANG = "Foto ini tidak ada lagi di server, sehingga tidak dicetak."

CATATAN = (
    "Dihitung: laporan yang tidak ditarik kembali, menurut bulan kegiatannya. Sebelum tenggat: "
    "laporan pertama, atau nihil, diterima paling lambat tanggal {tanggal} bulan berikutnya. "
    "NIHIL: desa melaporkan tidak ada kegiatan dan tidak ada kejadian. BELUM MELAPOR: belum ada "
    "laporan apa pun. Laporan yang waktunya belum tiba saat diterima baru dihitung setelah "
    "diverifikasi atau diperbaiki."
)
SEJAK = " Dihitung sejak {bulan}, bulan pertama SINAR LINMAS dipakai."

SUMBER_KONSEP = "SINAR LINMAS · konsep, dicetak {waktu}"
SUMBER_EDISI = "SINAR LINMAS · edisi ke-{edisi}, {tanggal} · periksa: {alamat}"
PERIKSA = "Keaslian dapat diperiksa dengan memindai kode ini atau membuka"
EDISI_PERTAMA = "Edisi ke-1."
EDISI_BERIKUT = "Edisi ke-{edisi}, menggantikan edisi ke-{lama} tanggal {tanggal}."
PERUBAHAN = "Yang berubah sejak edisi ke-{lama}"

_KORBAN = {"meninggal": "{n} meninggal", "luka": "{n} luka", "mengungsi": "{n} mengungsi"}
_FIELDS = {
    "anggota": ANGGOTA,
    "kegiatan": "Jumlah kegiatan",
    "kejadian": "Jumlah kejadian",
    "orang": ORANG,
    "tepat": TEPAT,
    "keterangan": KET,
}


def of_where(wilayah: Wilayah, desa: str) -> str:
    """The second line of the title."""
    form = WILAYAH_DESA if desa else WILAYAH
    names = {
        "kecamatan": wilayah.nama,
        "kabupaten": wilayah.kabupaten,
        "desa": wilayah.nama_desa(desa),
    }
    return form.format(**{key: name.upper() for key, name in names.items()})


def tepat(row: VillageRow, months: int) -> str:
    """In time: yes or no for a month, ``2 dari 3`` for more of them or more villages."""
    if not row.due:
        return BELUM_TAHU
    if months == 1 and row.desa:
        return YA if row.in_time else TIDAK
    return DARI.format(n=row.in_time, semua=row.due)


def keterangan(row: VillageRow, months: int) -> str:
    """NIHIL or BELUM MELAPOR; with the months where there is more than one."""
    parts = ((NIHIL, row.nihil), (BELUM, row.silent))
    if months == 1:
        return next((word for word, found in parts if found), "")
    return "; ".join(f"{word}: {_short(found)}" for word, found in parts if found)


def ringkasan(wilayah: Wilayah, rekap: Rekap) -> list[tuple[str, str]]:
    """The whole kecamatan in a few lines, above the tables."""
    total, rows = rekap.total, rekap.villages
    told = [row for row in rows if row.kegiatan or row.kejadian or row.nihil]
    return [
        (DESA_MELAPOR, DARI.format(n=len(told), semua=len(rows))),
        (NIHIL.capitalize(), _names(wilayah, [row.desa for row in rows if row.nihil])),
        (BELUM.capitalize(), _names(wilayah, [row.desa for row in rows if row.silent])),
        (TEPAT, tepat(total, len(rekap.months))),
        (_FIELDS["kegiatan"], str(total.kegiatan)),
        (_FIELDS["kejadian"], str(total.kejadian)),
        (ORANG, str(total.orang)),
        (JUMLAH_PEMBINAAN, str(len(rekap.pembinaan))),
    ]


def _names(wilayah: Wilayah, desa: list[str]) -> str:
    """``2 desa: Lalayau, Hamarung``"""
    names = ", ".join(map(wilayah.nama_desa, desa))
    return f"{len(desa)} desa: {names}" if desa else "-"


def keterangan_jumlah(nihil: int, silent: int) -> str:
    """``2 nihil, 4 belum``"""
    return f"{nihil} nihil, {silent} belum"


def angka(count: int) -> str:
    """Nothing is a dash: an empty column is seen at once."""
    return str(count) if count else "-"


def waktu(text: str) -> str:
    """``24-11-2026 20.30``"""
    moment = parse_time(text)
    return f"{hari(text)} {jam(moment)}"


def hari(text: str) -> str:
    """``24-11-2026``"""
    return f"{parse_time(text):%d-%m-%Y}"


def korban(row: KejadianRow) -> str:
    """Only what there was."""
    return ", ".join(count_words(asdict(row), _KORBAN)) or "-"


def kerugian(row: KejadianRow) -> str:
    """Houses, and what was written of the rest."""
    houses = f"{row.rumah} rumah" if row.rumah else ""
    return "; ".join(part for part in (houses, row.kerugian) if part) or "-"


def tempat(wilayah: Wilayah, row: KejadianRow) -> str:
    return (
        f"{wilayah.nama_desa(row.desa)}, {row.tempat}"
        if row.tempat
        else wilayah.nama_desa(row.desa)
    )


def desa_list(wilayah: Wilayah, row: PembinaanRow) -> str:
    """The villages by name; all of them in two words."""
    if len(row.desa) == len(wilayah.desa):
        return SEMUA_DESA
    return ", ".join(wilayah.nama_desa(kode) for kode in row.desa)


def bentuk(row: PembinaanRow) -> str:
    """The form, and what it was called."""
    name = BENTUK.get(row.bentuk, row.bentuk)
    return f"{name}: {row.judul}" if row.judul else name


def hasil(row: PembinaanRow) -> str:
    """What came of it, and what is still to be done."""
    todo = f"RTL: {'; '.join(row.rtl)}" if row.rtl else ""
    return "\n".join(part for part in (row.hasil, todo) if part) or "-"


def caption(wilayah: Wilayah, photo: PhotoRow) -> str:
    """Village, what, when, where, and what the reporter wrote below it."""
    moment = parse_time(photo.mulai)
    day = tanggal(moment, weekday=False)
    head = f"{wilayah.nama_desa(photo.desa)}: {nama_jenis(photo.jenis)}, {day}"
    words = f"{head} pukul {jam(moment)} WITA, {photo.tempat}"
    said = photo.keterangan
    return f"{words}. {said}" if said and said != photo.tempat else words


def change(wilayah: Wilayah, one: Change) -> str:
    """``Lalayau, Jumlah kegiatan: 12 menjadi 13``"""
    where = (
        f"Tabel {one.tabel}, {wilayah.nama_desa(one.desa)}" if one.desa else f"Tabel {one.tabel}"
    )
    if one.tabel != "A":
        return f"{where}: {_line_change(one)}"
    jenis = one.apa.removeprefix("jenis ")
    what = _FIELDS.get(one.apa) or (JENIS[jenis].pendek if jenis in JENIS else jenis)
    return f"{where}, {what}: {one.dari or 'kosong'} menjadi {one.jadi or 'kosong'}"


def _line_change(one: Change) -> str:
    if not one.dari:
        return f"ditambahkan: {one.jadi}"
    if not one.jadi:
        return f"tidak lagi ada: {one.dari}"
    return f"{one.apa}: {one.dari} menjadi {one.jadi}"


def edition(edisi: int, before: str) -> str:
    """Which edition this is, and which it replaces."""
    if edisi == 1:
        return EDISI_PERTAMA
    day = tanggal(datetime.fromisoformat(before), weekday=False)
    return EDISI_BERIKUT.format(edisi=edisi, lama=edisi - 1, tanggal=day)


def note(due_day: int, months: tuple[str, ...], asked: tuple[str, ...]) -> str:
    """How it was counted, below table A."""
    words = CATATAN.format(tanggal=due_day)
    return words + SEJAK.format(bulan=nama_bulan(months[0])) if months[:1] != asked[:1] else words


def _short(months: tuple[str, ...]) -> str:
    """``Jan, Mar–Des``: three and more in a row by their first and last."""
    numbers = [int(month[5:]) for month in months]
    runs = [list(run) for _, run in groupby(numbers, key=lambda n: n - numbers.index(n))]
    return ", ".join(
        f"{_abbreviated(run[0])}–{_abbreviated(run[-1])}"
        if len(run) > 2
        else ", ".join(map(_abbreviated, run))
        for run in runs
    )


def _abbreviated(month: int) -> str:
    return BULAN[month - 1][:3]
