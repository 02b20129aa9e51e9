"""The tables of the kecamatan's desk: pembinaan, roster, villages, announcements, papers.

A migration in `migrations/versions` goes with every change here.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from server.core.db.tables import metadata
from server.core.db.types import Moment

month_counts = Table(
    "month_counts",
    metadata,
    Column("bulan", String(7), primary_key=True),
    Column("desa", String(13), primary_key=True),
    Column(
        "minggu",
        Integer,
        primary_key=True,
        comment="1 to 5: days 1-7, 8-14, …; nihil 0, still to come -1",
    ),
    Column("kind", String(10), primary_key=True),
    Column("status", String(20), primary_key=True),
    Column("jumlah", Integer, nullable=False),
)

month_figures = Table(
    "month_figures",
    metadata,
    Column("bulan", String(7), primary_key=True),
    Column("desa", String(13), primary_key=True),
    Column("figure", String(40), primary_key=True, comment="'cepat', 'orang', 'jenis PATROLI'"),
    Column("jumlah", Integer, nullable=False),
)

laporan_personel = Table(
    "laporan_personel",
    metadata,
    Column("laporan", String(36), ForeignKey("laporan.id"), primary_key=True),
    Column("anggota", String(36), primary_key=True, index=True),
)

pending_decisions = Table(
    "pending_decisions",
    metadata,
    Column("laporan", String(36), ForeignKey("laporan.id"), primary_key=True),
    Column("versi", Integer, nullable=False),
    Column("decision", Text, nullable=False, comment="JSON: what is done when nobody undoes it"),
    Column("by", String(200), nullable=False),
    Column("at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False, index=True),
)

brief = Table(
    "brief",
    metadata,
    Column("kind", String(10), primary_key=True),
    Column("owner", String(200), primary_key=True),
    Column("name", String(120), primary_key=True),
    Column("value", Text, nullable=False),
    Column("until", BigInteger, nullable=False, comment="of no use after; seconds"),
    sqlite_with_rowid=False,
)

review_drafts = Table(
    "review_drafts",
    metadata,
    Column("username", String(60), primary_key=True),
    Column("laporan", String(36), ForeignKey("laporan.id"), primary_key=True),
    Column("versi", Integer, nullable=False),
    Column("draft", Text, nullable=False, comment="JSON: notes by part, and pesan"),
    Column("at", Moment, nullable=False),
)

pembinaan = Table(
    "pembinaan",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("versi", Integer, nullable=False),
    Column("bentuk", String(30), nullable=False),
    Column("judul", String(200), nullable=False),
    Column("mulai", Moment),
    Column("selesai", Moment),
    Column("tempat", String(200), nullable=False),
    Column("penyelenggara", String(200), nullable=False),
    Column("narasumber", String(200), nullable=False),
    Column("materi", Text, nullable=False),
    Column("hasil", Text, nullable=False),
    Column("jp", Float, nullable=False),
    Column("status", String(20), nullable=False),
    Column("sent_versi", Integer, nullable=False, comment="the version the villages have; 0 none"),
    Column("created_at", Moment, nullable=False),
    Column("created_by", String(200), nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("changed_by", String(200), nullable=False),
    Index("ix_pembinaan_mulai", "mulai"),
)

pembinaan_versi = Table(
    "pembinaan_versi",
    metadata,
    Column("pembinaan", String(36), ForeignKey("pembinaan.id"), primary_key=True),
    Column("versi", Integer, primary_key=True),
    Column("message", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", String(200), nullable=False),
)

pembinaan_desa = Table(
    "pembinaan_desa",
    metadata,
    Column("pembinaan", String(36), ForeignKey("pembinaan.id"), primary_key=True),
    Column("desa", String(13), primary_key=True, index=True),
    Column("jawaban", String(20), comment="datang, tidak_bisa; null: not answered"),
    Column("jawaban_teks", Text),
    Column("jawaban_at", Moment),
    Column("jawaban_oleh", String(200)),
)

pembinaan_peserta = Table(
    "pembinaan_peserta",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("pembinaan", String(36), ForeignKey("pembinaan.id"), nullable=False, index=True),
    Column("desa", String(13), nullable=False),
    Column("anggota", String(36), index=True, comment="null: a free name"),
    Column("nama", String(200), nullable=False),
    Column("jabatan", String(200), nullable=False),
    Column("sertifikat", String(100), nullable=False, comment="number, empty without one"),
)

pembinaan_foto = Table(
    "pembinaan_foto",
    metadata,
    Column("pembinaan", String(36), ForeignKey("pembinaan.id"), primary_key=True),
    Column("urutan", Integer, primary_key=True),
    Column("sha256", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("keterangan", String(200), nullable=False),
    Column("sensitif", Boolean, nullable=False),
)

pembinaan_laporan = Table(
    "pembinaan_laporan",
    metadata,
    Column("pembinaan", String(36), ForeignKey("pembinaan.id"), primary_key=True),
    Column("laporan", String(36), ForeignKey("laporan.id"), primary_key=True),
)

tindak_lanjut = Table(
    "tindak_lanjut",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("pembinaan", String(36), ForeignKey("pembinaan.id"), nullable=False, index=True),
    Column("desa", String(13), nullable=False, index=True),
    Column("teks", Text, nullable=False),
    Column("tenggat", String(10), comment="2026-12-05"),
    Column("status", String(20), nullable=False),
    Column("done_at", Moment),
    Column("done_by", String(200)),
    Column("done_teks", Text),
)

tindak_lanjut_foto = Table(
    "tindak_lanjut_foto",
    metadata,
    Column("tindak_lanjut", String(36), ForeignKey("tindak_lanjut.id"), primary_key=True),
    Column("urutan", Integer, primary_key=True),
    Column("desa", String(13), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("keterangan", String(200), nullable=False),
    Column("sensitif", Boolean, nullable=False),
    Index("ix_tindak_lanjut_foto_desa_sha256", "desa", "sha256"),
)

anggota_nik = Table(
    "anggota_nik",
    metadata,
    Column("anggota", String(36), ForeignKey("anggota.id"), primary_key=True),
    Column("sealed", Text, nullable=False, comment="encrypted; the key is not in the database"),
    Column("masked", String(20), nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", String(200), nullable=False),
)

erased = Table(
    "erased",
    metadata,
    Column("anggota", String(36), ForeignKey("anggota.id"), primary_key=True),
    Column("at", Moment, nullable=False),
)

desa_data = Table(
    "desa_data",
    metadata,
    Column("desa", String(13), primary_key=True),
    Column("versi", Integer, primary_key=True),
    Column("message", Text, nullable=False, comment="the whole record as JSON"),
    Column("at", Moment, nullable=False),
    Column("by", String(200), nullable=False),
)

announcements = Table(
    "announcements",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("judul", String(200), nullable=False),
    Column("teks", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", String(200), nullable=False),
)

announcement_desa = Table(
    "announcement_desa",
    metadata,
    Column("announcement", String(36), ForeignKey("announcements.id"), primary_key=True),
    Column("desa", String(13), primary_key=True),
)

papers = Table(
    "papers",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("kind", String(30), nullable=False, comment="rekap"),
    Column("periode", String(20), nullable=False, comment="2026-11, 2026-T4, 2026-S2, 2026"),
    Column("desa", String(13), nullable=False, comment="empty: all villages"),
    Column("edisi", Integer, nullable=False),
    Column("nomor", String(100), nullable=False),
    Column("tanggal", String(10), nullable=False),
    Column("sha256", String(64), nullable=False, comment="of the PDF file"),
    Column("facts", Text, nullable=False, comment="JSON: the figures as frozen"),
    Column("changes", Text, nullable=False, comment="JSON: what differs from the edition before"),
    Column("check_code", String(32), nullable=False, unique=True, comment="what the QR leads to"),
    Column("approved_by", String(200), nullable=False),
    Column("approved_role", String(20), nullable=False),
    Column("at", Moment, nullable=False),
    Index("ix_papers_kind_periode", "kind", "periode", "desa"),
)

paper_approvals = Table(
    "paper_approvals",
    metadata,
    Column("paper", String(36), ForeignKey("papers.id"), primary_key=True),
    Column("role", String(20), primary_key=True),
    Column("nama", String(200), nullable=False),
    Column("at", Moment, nullable=False),
)

api_tokens = Table(
    "api_tokens",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("nama", String(200), nullable=False),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("scopes", Text, nullable=False, comment="JSON list"),
    Column("created_at", Moment, nullable=False),
    Column("created_by", String(200), nullable=False),
    Column("last_used", Moment),
    Column("revoked_at", Moment),
)
