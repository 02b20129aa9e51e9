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
REPORTER, OFFICE, VILLAGE, PICTURES, MONTH, IGNORED = (
    "pelapor", "jabatan", "desa", "dokumentasi", "bulan", "lain",
)  # fmt: skip

_SAID: dict[str, tuple[str, ...]] = {
    DATE: ("hari tanggal", "hari tgl", "tanggal", "tgl", "hari", "waktu", "hari dan tanggal",
           "hari tanggal waktu", "waktu kegiatan", "waktu pelaksanaan", "hari tanggal jam",
           "waktu kejadian", "tanggal kejadian", "tanggal kegiatan"),
    TIME: ("pukul", "jam", "pkl", "pkl jam", "jam pukul", "waktu jam", "mulai pukul"),
    PLACE: ("tempat", "lokasi", "tmpt", "tempat kegiatan", "lokasi kegiatan", "tempat lokasi",
            "lokasi kejadian", "tempat kejadian", "tkp", "alamat", "rute", "sasaran",
            "lokasi tempat"),
    KIND: ("kegiatan", "giat", "jenis kegiatan", "nama kegiatan", "bentuk kegiatan", "jenis giat",
           "acara", "agenda"),
    EVENT: ("kejadian", "jenis kejadian", "peristiwa", "nama kejadian"),
    PEOPLE: ("personel", "personil", "petugas", "anggota", "personel yang terlibat", "yang hadir",
             "personil yang terlibat", "anggota linmas", "anggota yang bertugas", "petugas jaga",
             "petugas ronda", "nama petugas", "anggota yang hadir", "personil yang bertugas",
             "anggota satlinmas", "personil linmas", "pelaksana", "personel linmas",
             "yang bertugas"),
    COUNT: ("jumlah personel", "jumlah personil", "jumlah anggota", "jumlah petugas", "kekuatan",
            "jml personil", "jml personel", "kekuatan personil"),
    OTHERS: ("pihak lain", "unsur lain", "pihak terlibat", "turut hadir", "hadir juga",
             "bersama", "dihadiri", "unsur yang terlibat", "pendamping", "yang terlibat"),
    BASIS: ("dasar", "dasar surat", "surat tugas", "spt", "nomor spt", "no spt", "dasar kegiatan"),
    TEXT: ("uraian", "uraian kegiatan", "kronologi", "kronologis", "keterangan", "ket",
           "pelaksanaan", "isi laporan", "rincian", "uraian kejadian", "kronologi kejadian",
           "deskripsi", "jalannya kegiatan", "fakta fakta", "uraian giat", "hasil pelaksanaan"),
    RESULT: ("hasil", "situasi", "hasil kegiatan", "hasil situasi", "kondisi", "situasi kondisi",
             "sitkamtibmas", "keadaan", "situasi akhir", "hasil patroli", "situasi dan kondisi"),
    TROUBLE: ("kendala", "hambatan", "kendala hambatan", "permasalahan", "masalah"),
    NEXT: ("tindak lanjut", "rtl", "rencana tindak lanjut", "saran", "saran tindak lanjut"),
    VICTIMS: ("korban", "korban jiwa", "korban dan dampak", "dampak", "jumlah korban",
              "korban terdampak"),
    LOSS: ("kerugian", "kerugian materi", "kerugian materiil", "kerusakan", "kerugian material",
           "taksiran kerugian"),
    HANDLING: ("penanganan", "penanganan awal", "tindakan", "upaya", "tindakan yang dilakukan",
               "upaya yang dilakukan"),
    CALLED: ("sudah dihubungi", "dihubungi", "yang dihubungi", "pihak yang dihubungi"),
    NEEDS: ("kebutuhan", "kebutuhan mendesak", "bantuan yang dibutuhkan"),
    REPORTER: ("pelapor", "yang melapor", "yang melaporkan", "nama pelapor", "dilaporkan oleh",
               "pembuat laporan"),
    OFFICE: ("jabatan", "jabatan pelapor"),
    VILLAGE: ("desa", "nama desa", "ds", "satlinmas desa", "linmas desa", "dari desa"),
    PICTURES: ("dokumentasi", "foto", "foto terlampir", "dok"),
    MONTH: ("bulan", "periode"),
    IGNORED: ("nomor resi", "kecamatan", "kec", "kabupaten", "kepada", "yth", "dari", "perihal",
              "hal", "nomor", "no", "tembusan", "cuaca"),
}  # fmt: skip

_KEY = {said: key for key, words in _SAID.items() for said in words}

ALONE = frozenset({TEXT, RESULT, TROUBLE, NEXT, PEOPLE, PICTURES, OTHERS, HANDLING, VICTIMS})
"""Labels that may stand on a line of their own, without a colon."""

_NOISE = re.compile(r"[^a-z]+")


def key_of(label: str) -> str | None:
    """The field that a label means."""
    return _KEY.get(_NOISE.sub(" ", label.lower()).strip())
