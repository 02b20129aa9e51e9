"""The columns of a roster as a file, in the order in which SIM Linmas asks for them.

Offices head them in their own ways: `field_of` tells what a heading means, "" for what is known
and not stored, None for what nobody here knows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

HEAD = "Nama lengkap"
TO_MEND = "Yang perlu dibetulkan"
"""Heads the reasons in a file of rows that were handed back."""


@dataclass(frozen=True)
class Column:
    """``field`` is the member's field, or "" for what is only exported."""

    name: str
    field: str
    width: float = 14
    needed: bool = False


COLUMNS: tuple[Column, ...] = (
    Column("No", "", 5),
    Column(HEAD, "nama", 28, needed=True),
    Column("Desa", "desa", 18),
    Column("Jenis kelamin", "jenis_kelamin", 12, needed=True),
    Column("Tanggal lahir", "tanggal_lahir", 13),
    Column("Usia", "", 6),
    Column("RT/dusun", "alamat", 16),
    Column("Jabatan", "jabatan", 18),
    Column("Regu", "regu", 34),
    Column("Status", "status", 11),
    Column("Alasan berhenti", "alasan", 18),
    Column("Tanggal berhenti", "berakhir", 13),
    Column("Tanggal mulai", "mulai", 13),
    Column("No. HP/WA", "hp", 16),
    Column("Pendidikan terakhir", "pendidikan", 14),
    Column("Nomor SK", "sk.nomor", 20),
    Column("Tanggal SK", "sk.tanggal", 13),
    Column("Pejabat SK", "sk.pejabat", 20),
    Column("No. KTA", "kta", 14),
    Column("NIK", "nik", 19),
    Column("Terdaftar SIM Linmas", "terdaftar_simlinmas", 12),
    Column("Perlengkapan", "perlengkapan", 30),
    Column("Jam pelatihan (JP)", "", 12),
    Column("Masa bakti (tahun)", "", 12),
    Column("Bertugas bulan ini", "", 12),
)

MALE, FEMALE = "jenis_kelamin.L", "jenis_kelamin.P"
"""Two columns of which one bears a mark."""
RT, RW, DUSUN, RT_RW = "alamat.rt", "alamat.rw", "alamat.dusun", "alamat.rtrw"
"""Parts of one address; they are joined."""
BORN = "lahir"
"""A place and the day of birth in one cell."""

_CALLED = {
    "nama": "nama namaanggota namawarga namapersonil namapersonel namapetugas namadangelar"
    " namapersonilsatlinmas namaangota namalengkap namalengkapdangelar",
    "desa": "desa desakelurahan kelurahandesa desakel keldesa kelurahan namadesa desaasal"
    " asaldesa namadesakelurahan desatugas",
    "jenis_kelamin": "jeniskelamin jk lp jeniskelaminlp jklp kelamin jnskelamin jeniskel jnskel"
    " lkpr jkel gender sex lakilakiperempuan lplp",
    MALE: "l lk laki lakilaki pria",
    FEMALE: "p pr perempuan wanita",
    "tanggal_lahir": "tanggallahir tgllahir tgllhr tanggalkelahiran tglkelahiran lahirtanggal"
    " lahirtgl kelahirantanggal",
    "alamat": "alamat alamatrumah alamattinggal tempattinggal domisili rtdusun dusunrt"
    " alamatrtrw alamatktp rtrwdusun dusunrtrw",
    RT: "rt alamatrt", RW: "rw", RT_RW: "rtrw", DUSUN: "dusun lingkungan dukuh alamatdusun",
    "jabatan": "jabatan kedudukan jabatanregu jabatantugas jabatansekarang",
    "regu": "regu namaregu regutugas satuanregu bidangregu kelompokregu",
    "status": "status keaktifan statuskeaktifan statusaktif aktiftidakaktif",
    "alasan": "alasan alasanberhenti alasankeluar",
    "berakhir": "berakhir tanggalberhenti tglberhenti tanggalkeluar tglkeluar tanggalberakhir",
    "mulai": "mulai tmt tanggalmulai tglmulai tmtmulai mulaitugas mulaibertugas tanggalmasuk"
    " tglmasuk tanggalbergabung tglbergabung bergabung bergabungsejak tmtpengangkatan"
    " tanggalpengangkatan tglpengangkatan terhitungmulaitanggal tmttugas tmtsk mulaimenjadi",
    "pendidikan": "pendidikan pend pddk ijazah pendidikanijazah pendidikanakhir",
    "sk.nomor": "nomorsk nosk sknomor skno nomorskpengangkatan noskpengangkatan sk",
    "sk.tanggal": "tanggalsk tglsk sktanggal sktgl tanggalskpengangkatan",
    "sk.pejabat": "pejabatsk skpejabat pejabatpenetap pejabatpenandatangan ditetapkanoleh",
    "kta": "kta nokta nomorkta nomorkartatandaanggota",
    "nik": "nik nonik nomornik ktp noktp nomorktp nikktp ktpnik noktpnik nikktpel noktpel"
    " nomorindukkependudukan noindukkependudukan",
    "terdaftar_simlinmas": "terdaftarsimlinmas simlinmas terdaftardisimlinmas",
    "perlengkapan": "perlengkapan atribut kelengkapan",
}  # fmt: skip
_FIELD = {key: field for field, keys in _CALLED.items() for key in keys.split()}
_EXPORTED = {
    "".join(re.findall(r"\w", column.name.casefold())) for column in COLUMNS if not column.field
} | {"nomor", "nourut", "nomorurut", "nour", "".join(TO_MEND.casefold().split())}
_CALL = frozenset(
    ["hp", "wa", "telp", "tlp", "telepon", "telpon", "telephone", "handphone", "whatsapp", "kontak",
     "seluler", "ponsel", "aktif"]
)  # fmt: skip
_FILLERS = frozenset(
    ["satlinmas", "linmas", "anggota", "dalam", "di", "pada", "yang", "lengkap", "terakhir",
     "keanggotaan", "nya", "sebagai", "dan", "tugas"]
)  # fmt: skip
_NUMBER = frozenset(["no", "nomor", "nomer", "nmr"])


def field_of(heading: str) -> str | None:
    """What a column with this heading holds; blanks, points and capitals do not count."""
    bare = re.sub(r"\([^()]*\)", " ", heading)
    return _known(_words(bare)) or _known(_words(heading)) or _not_stored(heading)


def _not_stored(heading: str) -> str | None:
    return "" if "".join(_words(heading)) in _EXPORTED else None


def _known(words: list[str]) -> str | None:
    key = "".join(words)
    if key in _FIELD:
        return _FIELD[key]
    if _is_birth(key):
        return BORN
    called = [word for word in words if word not in _NUMBER]
    if called and all(word in _CALL for word in called) and called != ["aktif"]:
        return "hp"
    return _FIELD.get("".join(called)) or _FIELD.get(
        "".join(word for word in words if word not in _FILLERS)
    )


def _is_birth(key: str) -> bool:
    """``Tempat, Tanggal Lahir``, ``Tmp/Tgl. Lhr``, ``TTL``."""
    day = "tanggal" in key or "tgl" in key
    place = re.search("tempat|tmpt|tmp|tpt|kota", key) is not None
    return key == "ttl" or (day and place and ("lahir" in key or "lhr" in key))


def _words(heading: str) -> list[str]:
    """Words of letters and figures; ``N I K`` is one."""
    words = re.findall(r"[^\W_]+", heading.casefold())
    return ["".join(words)] if len(words) > 2 and all(len(word) == 1 for word in words) else words


BY_FIELD = {column.field: column.name for column in COLUMNS if column.field}
