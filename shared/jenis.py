"""The 18 kinds of activity that a report can have, each tied to a task of Satlinmas.

Tasks a to i: the nine of the Permendagri 26/2020 generation; kapasitas: Permendagri 42/2017.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class JenisKegiatan:
    """One row of the list: ``kode`` travels, ``nama`` is official, ``pendek`` fits a tile."""

    kode: str
    nama: str
    pendek: str
    tugas: str
    regu: str | None = None


_PAM = "pengamanan"
_SIAGA = "kesiapsiagaan"
_P3K = "pertolongan"

SEMUA: tuple[JenisKegiatan, ...] = (
    JenisKegiatan("PATROLI", "Patroli / ronda malam (siskamling)", "Patroli / ronda", "a, d", _PAM),
    JenisKegiatan("JAGA_POS", "Penjagaan pos (poskamling, kantor desa, posko)", "Jaga pos", "a, d", _PAM),
    JenisKegiatan("DETEKSI_DINI", "Deteksi dan cegah dini / pemantauan situasi (pendatang, potensi konflik)",
                  "Deteksi dini", "a, d", _SIAGA),
    JenisKegiatan("PAM_GIAT", "Pengamanan kegiatan masyarakat / keagamaan / pemerintahan desa",
                  "Pengamanan kegiatan", "d, f", _PAM),
    JenisKegiatan("MEDIASI", "Penanganan gangguan & penyelesaian perselisihan warga", "Mediasi warga", "d"),
    JenisKegiatan("PERDES", "Membantu penegakan Perdes / penertiban", "Penegakan Perdes", "a"),
    JenisKegiatan("PENYULUHAN", "Pembinaan & bimbingan kemasyarakatan / imbauan / sosialisasi", "Penyuluhan", "e"),
    JenisKegiatan("SOSIAL", "Kegiatan sosial kemasyarakatan (gotong royong, posyandu, penyaluran bantuan, duka)",
                  "Kegiatan sosial", "f"),
    JenisKegiatan("SIAGA_BENCANA",
                  "Pencegahan & kesiapsiagaan bencana (patroli karhutla, pantau debit sungai, cek alat)",
                  "Siaga bencana", "c", _SIAGA),
    JenisKegiatan("KEBAKARAN", "Penanganan kebakaran (permukiman / karhutla)", "Kebakaran", "c", _P3K),
    JenisKegiatan("BENCANA", "Penanganan bencana: penyelamatan & evakuasi (banjir, angin kencang, longsor)",
                  "Penanganan bencana", "c", "penyelamatan"),
    JenisKegiatan("P3K", "Pertolongan pertama pada korban / laka / pencarian orang", "Pertolongan pertama", "c", _P3K),
    JenisKegiatan("DAPUR_UMUM", "Dapur umum & penyaluran logistik", "Dapur umum", "c, f", "dapur_umum"),
    JenisKegiatan("PEMILIHAN", "Pengamanan Pemilu / Pilkada / Pilkades (TPS)", "Pengamanan pemilihan", "b"),
    JenisKegiatan("OBVIT", "Pengamanan objek vital, fasilitas umum & aset desa", "Objek vital", "h", _PAM),
    JenisKegiatan("BELA_NEGARA", "Upaya pertahanan negara / bela negara (apel, upacara)", "Bela negara", "g"),
    JenisKegiatan("LATIHAN", "Peningkatan kapasitas (pelatihan, simulasi, bimtek)", "Latihan", "kapasitas"),
    JenisKegiatan("LAIN", "Tugas lain dari Kepala Satlinmas", "Tugas lain", "i"),
)  # fmt: skip

KODE: dict[str, JenisKegiatan] = {jenis.kode: jenis for jenis in SEMUA}

TERSERING = ("PATROLI", "JAGA_POS", "PAM_GIAT", "SOSIAL", "SIAGA_BENCANA")
"""The five tiles that a new phone shows first."""

UNTUK_KEJADIAN: dict[str, str] = {
    "Kebakaran": "KEBAKARAN",
    "Banjir": "BENCANA",
    "Kecelakaan": "P3K",
    "Angin kencang": "BENCANA",
    "Gangguan keamanan": "MEDIASI",
}
"""What happened, as the tiles of *Lapor kejadian* name it, and the jenis that Satlinmas then does."""


def nama_jenis(kode: str | None) -> str:
    """The short name; the code itself where a newer phone knows a kind that we do not."""
    if kode is None:
        return "Nihil"
    known = KODE.get(kode)
    return known.pendek if known else kode
