"""What villages call the fields of a report."""

from __future__ import annotations

import re

DATE, TIME, PLACE, KIND, EVENT, PEOPLE, COUNT = (
    "tanggal", "jam", "tempat", "kegiatan", "kejadian", "personel", "jumlah",
)  # fmt: skip
OTHERS, BASIS, TEXT, RESULT, TROUBLE, NEXT = (
    "pihak_lain", "dasar", "uraian", "hasil", "kendala", "tindak_lanjut",
)  # fmt: skip
VICTIMS, LOSS, HANDLING, CALLED, NEEDS = (
    "korban", "kerugian", "penanganan", "dihubungi", "kebutuhan",
)  # fmt: skip
REPORTER, OFFICE, VILLAGE, PICTURES, MONTH, IGNORED, ENDS = (
    "pelapor", "jabatan", "desa", "dokumentasi", "bulan", "lain", "selesai",
)  # fmt: skip
COUNTED = (
    "mengungsi", "pengungsi", "meninggal", "meninggal dunia", "luka", "luka luka", "luka ringan",
    "luka berat", "rumah rusak", "rumah terbakar", "rumah terendam", "rumah terdampak",
)  # fmt: skip
"""Labels that say what the number behind them counts."""

_SAID: dict[str, tuple[str, ...]] = {
    DATE: ("hari tanggal", "hari tgl", "hr tgl", "hari", "tanggal", "tgl", "tg", "waktu",
           "hari dan tanggal", "hari tanggal waktu", "waktu kegiatan", "waktu pelaksanaan",
           "hari tanggal jam", "waktu kejadian", "tanggal kejadian", "tanggal kegiatan",
           "tanggal pelaksanaan", "hari tanggal kejadian", "hari tanggal kegiatan"),
    TIME: ("pukul", "jam", "pkl", "pkl jam", "jam pukul", "waktu jam", "mulai pukul", "jam mulai",
           "pukul mulai", "mulai jam", "mulai", "jam kejadian", "pukul kejadian"),
    ENDS: ("selesai", "jam selesai", "pukul selesai", "selesai pukul", "selesai jam", "berakhir"),
    PLACE: ("tempat", "lokasi", "tmpt", "tmp", "lok", "tempat kegiatan", "lokasi kegiatan",
            "tempat lokasi", "lokasi kejadian", "tempat kejadian", "tkp", "alamat",
            "lokasi tempat", "tempat pelaksanaan", "bertempat di", "lokasi giat", "wadah"),
    KIND: ("kegiatan", "giat", "jenis kegiatan", "nama kegiatan", "bentuk kegiatan", "jenis giat",
           "acara", "agenda", "kegiatan yang dilaksanakan"),
    EVENT: ("kejadian", "jenis kejadian", "peristiwa", "nama kejadian", "jenis bencana"),
    PEOPLE: ("personel", "personil", "petugas", "anggota", "personel yang terlibat", "yang hadir",
             "personil yang terlibat", "anggota linmas", "anggota yang bertugas", "petugas jaga",
             "petugas ronda", "nama petugas", "anggota yang hadir", "personil yang bertugas",
             "anggota satlinmas", "personil linmas", "pelaksana", "personel linmas",
             "yang bertugas", "nama personil", "nama personel", "nama anggota",
             "petugas piket", "petugas patroli", "danru", "wadanru", "komandan regu",
             "ketua regu", "personil satlinmas", "personel satlinmas", "petugas linmas",
             "daftar petugas", "nama nama petugas", "nama nama anggota", "personil yg terlibat",
             "personil yang hadir", "personel yang hadir", "anggota yg hadir", "petugas yg hadir",
             "anggota yang melaksanakan", "satlinmas yang bertugas", "linmas yang bertugas"),
    COUNT: ("jumlah personel", "jumlah personil", "jumlah anggota", "jumlah petugas", "kekuatan",
            "jml personil", "jml personel", "kekuatan personil", "kekuatan personel",
            "jmlh personil", "jmlh personel", "jlh personil", "jlh personel", "jml anggota",
            "jumlah pers", "jml pers", "kuat personil", "kuat personel", "jumlah linmas",
            "jml petugas", "jumlah personil linmas", "jumlah personel linmas"),
    OTHERS: ("pihak lain", "unsur lain", "pihak terlibat", "turut hadir", "hadir juga",
             "bersama", "dihadiri", "unsur yang terlibat", "pendamping", "yang terlibat",
             "dihadiri oleh", "hadir pula", "bersama dengan", "pihak lain yang terlibat"),
    BASIS: ("dasar", "dasar surat", "surat tugas", "spt", "nomor spt", "no spt", "dasar kegiatan"),
    TEXT: ("uraian", "uraian kegiatan", "kronologi", "kronologis", "keterangan", "ket",
           "pelaksanaan", "isi laporan", "rincian", "uraian kejadian", "kronologi kejadian",
           "deskripsi", "jalannya kegiatan", "fakta fakta", "uraian giat", "hasil pelaksanaan",
           "kronologis kejadian", "uraian singkat", "rincian kegiatan", "kronologi singkat"),
    RESULT: ("hasil", "situasi", "hasil kegiatan", "hasil situasi", "kondisi", "situasi kondisi",
             "sitkamtibmas", "keadaan", "situasi akhir", "hasil patroli", "situasi dan kondisi",
             "hasil giat", "sikon", "situasi umum", "hasil ronda"),
    TROUBLE: ("kendala", "hambatan", "kendala hambatan", "permasalahan", "masalah"),
    NEXT: ("tindak lanjut", "rtl", "rencana tindak lanjut", "saran", "saran tindak lanjut"),
    VICTIMS: ("korban", "korban jiwa", "korban dan dampak", "dampak", "jumlah korban",
              "korban terdampak", "korban dampak", "data korban", *COUNTED),
    LOSS: ("kerugian", "kerugian materi", "kerugian materiil", "kerusakan", "kerugian material",
           "taksiran kerugian", "kerugian materil"),
    HANDLING: ("penanganan", "penanganan awal", "tindakan", "upaya", "tindakan yang dilakukan",
               "upaya yang dilakukan", "tindakan awal", "upaya penanganan", "tindakan linmas"),
    CALLED: ("sudah dihubungi", "dihubungi", "yang dihubungi", "pihak yang dihubungi"),
    NEEDS: ("kebutuhan", "kebutuhan mendesak", "bantuan yang dibutuhkan"),
    REPORTER: ("pelapor", "yang melapor", "yang melaporkan", "nama pelapor", "dilaporkan oleh",
               "pembuat laporan", "yang membuat laporan"),
    OFFICE: ("jabatan", "jabatan pelapor"),
    VILLAGE: ("desa", "nama desa", "ds", "satlinmas desa", "linmas desa", "dari desa",
              "desa kelurahan"),
    PICTURES: ("dokumentasi", "foto", "foto terlampir", "dok", "foto kegiatan",
               "dokumentasi kegiatan", "dokumentasi terlampir"),
    MONTH: ("bulan", "periode", "bulan laporan", "periode laporan"),
    IGNORED: ("nomor resi", "kecamatan", "kec", "kabupaten", "kab", "kepada", "yth", "dari",
              "perihal", "hal", "nomor", "no", "tembusan", "cuaca", "provinsi"),
}  # fmt: skip

_SPELLED = {
    "tgl": "tanggal", "tg": "tanggal", "hr": "hari", "pkl": "pukul", "jml": "jumlah",
    "jmlh": "jumlah", "jlh": "jumlah", "personil": "personel", "pers": "personel", "yg": "yang",
    "tmpt": "tempat", "tmp": "tempat", "keg": "kegiatan", "dok": "dokumentasi",
}  # fmt: skip
"""Short forms and other spellings of single words."""

ALONE = frozenset({TEXT, RESULT, TROUBLE, NEXT, PEOPLE, PICTURES, OTHERS, HANDLING, VICTIMS})
"""Labels that may stand on a line of their own, without a colon."""

SHORT = frozenset(
    {DATE, TIME, ENDS, PLACE, KIND, EVENT, COUNT, VILLAGE, OFFICE, MONTH, BASIS, PICTURES, IGNORED}
)
"""What stands under these fits one line."""

LISTS = frozenset({PEOPLE, OTHERS, CALLED})

LEADERS = frozenset(
    {"danru", "wadanru", "komandan regu", "ketua regu", "anggota", "anggota linmas",
     "anggota satlinmas"}
)  # fmt: skip
"""Labels of people that add to one another: the squad leader, then the members."""

NO_COLON = {
    DATE: ("hari", "hari tanggal", "tanggal", "waktu"),
    TIME: ("pukul", "jam"),
    PLACE: ("tempat", "lokasi", "tkp"),
    KIND: ("giat", "kegiatan", "jenis kegiatan"),
    PEOPLE: ("personel", "petugas", "anggota"),
    COUNT: ("jumlah personel",),
    RESULT: ("situasi", "hasil", "kondisi"),
    TEXT: ("ket", "keterangan", "uraian"),
}
"""What people write without a colon, one field a line."""

_CREW = re.compile(
    r"^(?P<count>(?:jumlah|kekuatan|total) )?(?:(?:nama|daftar|para) )*"
    r"(?:anggota|petugas|personel|linmas|satlinmas)\b(?P<rest>.*)$"
)
_DUTIES = (
    "anggota petugas personel linmas satlinmas yang bertugas hadir terlibat piket "
    "jaga "
    "ronda patroli pengamanan siskamling malam desa regu giat kegiatan pelaksana turun ikut "
    "dilibatkan dikerahkan diturunkan melaksanakan mengikuti di pos dalam ini"
)
_ON_DUTY = frozenset(_DUTIES.split())
_NOISE = re.compile(r"[^a-z]+")
_PARTS = re.compile(r"[/&,]|\bdan\b", re.I)
_WHEN = frozenset({DATE, TIME})


def word_of(label: str) -> str:
    """A label in plain small letters, its words in full."""
    words = _NOISE.sub(" ", label.lower()).split()
    return " ".join(_SPELLED.get(word, word) for word in words)


_KEY = {word_of(said): key for key, words in _SAID.items() for said in words}


def key_of(label: str) -> str | None:
    """The field that a label means."""
    return _KEY.get(word_of(label)) or _of_people(word_of(label)) or _of_day_and_hour(label)


def is_mixed(label: str) -> bool:
    """One label for several things: ``Hari/tanggal/tempat``."""
    return key_of(label) is None and len(_parts(label) - {None}) > 1


def first_of(label: str) -> str | None:
    """The first field of a mixed label."""
    return next((key for part in _PARTS.split(label) if (key := _KEY.get(word_of(part)))), None)


def _of_people(word: str) -> str | None:
    """``Jumlah anggota yang piket``, ``Petugas pengamanan``: people and what they are there for."""
    match = _CREW.match(word)
    if match is None or not set(match["rest"].split()) <= _ON_DUTY:
        return None
    return COUNT if match["count"] else PEOPLE


def _of_day_and_hour(label: str) -> str | None:
    """``Tanggal/Pukul`` is the day, with the hour behind it."""
    parts = _parts(label)
    if len(parts) == 1 and None not in parts and len(_PARTS.split(label)) > 1:
        return next(iter(parts))
    return DATE if parts and parts <= _WHEN else None


def _parts(label: str) -> set[str | None]:
    return {_KEY.get(word_of(part)) for part in _PARTS.split(label) if word_of(part)}


def said(*keys: str) -> list[str]:
    """All labels of these fields, the longest first."""
    words = [word for key in keys for word in _SAID[key]]
    return sorted(words, key=len, reverse=True)
