"""The tables. A migration in `migrations/versions` goes with every change here.

Reports are kept as the JSON text that was sent (`laporan_versi.message`); `laporan` repeats of the
version in force what lists, filters and figures need.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    true,
)

from server.core.db.types import Moment

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

devices = Table(
    "devices",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("desa", String(13), nullable=False, index=True),
    Column("nama", String(200), nullable=False),
    Column("jabatan", String(200), nullable=False),
    Column("device_name", String(200), nullable=False),
    Column("app_version", String(50), nullable=False),
    Column("activated_at", Moment, nullable=False),
    Column("last_contact", Moment),
    Column("clock_offset_s", Float),
    Column("queued", Integer),
    Column("free_mb", Integer),
    Column("cursor", Integer, nullable=False, default=0),
    Column("revoked_at", Moment),
    Column("sign_key", String(64), comment="of its sealed packages, the public half; in hex"),
)

activation_codes = Table(
    "activation_codes",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    Column("desa", String(13), nullable=False),
    Column("nama", String(200), nullable=False),
    Column("jabatan", String(200), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("created_by", String(200), nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    Column("device", String(36), ForeignKey("devices.id")),
)

laporan = Table(
    "laporan",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("desa", String(13), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("versi", Integer, nullable=False),
    Column("status", String(20), nullable=False),
    Column("status_at", Moment, nullable=False),
    Column("status_by", String(200), nullable=False),
    Column("resi", String(40), nullable=False, unique=True),
    Column("jenis", String(30)),
    Column("mulai", Moment, comment="start; of a nihil the first of its month"),
    Column("selesai", Moment, comment="end; null when none was told"),
    Column("bulan", String(7), nullable=False, comment="the month it counts for, 2026-11"),
    Column("tempat", String(200), nullable=False),
    Column("uraian", Text, nullable=False),
    Column("pelapor", String(200), nullable=False),
    Column("jabatan", String(200), nullable=False),
    Column("jumlah_foto", Integer, nullable=False),
    Column("jumlah_personel", Integer, nullable=False, server_default="0"),
    Column("lintang", Float),
    Column("bujur", Float),
    Column("words", Text, nullable=False, comment="lower case, for the search"),
    Column("device", String(36), ForeignKey("devices.id"), comment="null: written at the desk"),
    Column("received_at", Moment, nullable=False, comment="the first version's receipt"),
    Column("changed_at", Moment, nullable=False, comment="the version in force's receipt"),
    Column(
        "mendesak",
        Integer,
        nullable=False,
        server_default="0",
        comment="1: a kejadian that nobody has looked at",
    ),
    Column(
        "belum_tiba",
        Integer,
        nullable=False,
        server_default="0",
        comment="1: still to come when it was received, and neither verified nor mended since",
    ),
    # The list's order, alone and after each filter that leaves much behind.
    Index("ix_laporan_order", "mendesak", "received_at", "id"),
    Index("ix_laporan_status", "status", "mendesak", "received_at", "id"),
    Index("ix_laporan_desa", "desa", "mendesak", "received_at", "id"),
    Index("ix_laporan_jenis", "jenis", "mendesak", "received_at", "id", "status"),
    Index("ix_laporan_bulan", "bulan", "mendesak", "received_at", "id", "desa"),
    Index("ix_laporan_bulan_kind", "bulan", "kind", "received_at"),
    Index("ix_laporan_received_at", "received_at"),
)

laporan_versi = Table(
    "laporan_versi",
    metadata,
    Column("laporan", String(36), ForeignKey("laporan.id"), primary_key=True),
    Column("versi", Integer, primary_key=True),
    Column("digest", String(64), primary_key=True, comment="SHA-256 of the canonical content"),
    Column("in_force", Boolean, nullable=False, comment="false: kept beside, it came too late"),
    Column("message", Text, nullable=False, comment="the JSON text exactly as sent"),
    Column("device", String(36), ForeignKey("devices.id")),
    Column("received_at", Moment, nullable=False),
    Column("ditulis", Moment, comment="the phone's clock"),
    Column("clock_offset_s", Float),
)

laporan_foto = Table(
    "laporan_foto",
    metadata,
    Column("laporan", String(36), ForeignKey("laporan.id"), primary_key=True),
    Column("versi", Integer, primary_key=True),
    Column("urutan", Integer, primary_key=True),
    Column("desa", String(13), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("keterangan", String(200), nullable=False),
    Column("sensitif", Boolean, nullable=False),
    Index("ix_laporan_foto_desa_sha256", "desa", "sha256"),
)

photos = Table(
    "photos",
    metadata,
    Column("desa", String(13), primary_key=True),
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False, comment="what the newest report that names it says"),
    Column("whole_at", Moment, comment="a note only: the file itself is the truth"),
    Index("ix_photos_desa_whole_at", "desa", "whole_at"),
)

delivered = Table(
    "delivered",
    metadata,
    Column("device", String(36), ForeignKey("devices.id"), primary_key=True),
    Column("laporan", String(36), ForeignKey("laporan.id"), primary_key=True, index=True),
    Column("versi", Integer, nullable=False),
    Column(
        "counted",
        Boolean,
        nullable=False,
        server_default=true(),
        comment="false: the phone's list has left it out",
    ),
)

changes = Table(
    "changes",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("desa", String(13), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("ref", String(36), comment="of a laporan: its data is made when it is fetched"),
    Column("versi", Integer),
    Column("data", Text),
    Column("except_device", String(36), comment="the device that needs not be told"),
    Column("at", Moment, nullable=False),
    Index("ix_changes_desa_seq", "desa", "seq"),
)

feedback = Table(
    "feedback",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("laporan", String(36), ForeignKey("laporan.id"), nullable=False, index=True),
    Column("versi", Integer, nullable=False),
    Column("desa", String(13), nullable=False),
    Column("field", String(100)),
    Column("foto", String(64)),
    Column("text", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", String(200), nullable=False),
)

read_marks = Table(
    "read_marks",
    metadata,
    Column("desa", String(13), primary_key=True),
    Column("ref", String(36), primary_key=True),
    Column("device", String(36), ForeignKey("devices.id"), nullable=False),
    Column("at", Moment, nullable=False),
)

acts = Table(
    "acts",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("desa", String(13), nullable=False, index=True),
    Column("kind", String(30), nullable=False),
    Column("ref", String(36)),
    Column("message", Text, nullable=False),
    Column("device", String(36), ForeignKey("devices.id"), nullable=False),
    Column("at", Moment, nullable=False),
)

anggota = Table(
    "anggota",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("desa", String(13), nullable=False, index=True),
    Column("versi", Integer, nullable=False),
    Column("nama", String(200), nullable=False),
    Column("status", String(20), nullable=False),
    Column("message", Text, nullable=False, comment="the merged record"),
    Column("changed_at", Moment, nullable=False),
)

anggota_versi = Table(
    "anggota_versi",
    metadata,
    Column("anggota", String(36), ForeignKey("anggota.id"), primary_key=True),
    Column("versi", Integer, primary_key=True, comment="the number the server gave"),
    Column("sent_versi", Integer, nullable=False),
    Column("digest", String(64), nullable=False, comment="of what was sent"),
    Column("sent", Text, nullable=False),
    Column("message", Text, nullable=False, comment="the record after merging"),
    Column("device", String(36), ForeignKey("devices.id")),
    Column("at", Moment, nullable=False),
    Index("ix_anggota_versi_anggota_sent_versi", "anggota", "sent_versi"),
)

counters = Table(
    "counters",
    metadata,
    Column("name", String(40), primary_key=True, comment="'seq', or 'resi 2026-11'"),
    Column("value", Integer, nullable=False),
)

restores = Table(
    "restores",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("seq_from", Integer, nullable=False, comment="the last seq of the copy put back"),
    Column("seq_to", Integer, nullable=False, comment="the first seq after is one more"),
)


audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("actor", String(200), nullable=False, comment="a device, an account or the operator"),
    Column("action", String(60), nullable=False),
    Column("ref", String(64)),
    Column("detail", Text, nullable=False, default=""),
    Column(
        "hash",
        String(64),
        nullable=False,
        server_default="",
        comment="SHA-256 of the hash before and this line: see audit_rows",
    ),
    Index("ix_audit_ref", "ref"),
)

settings = Table(
    "settings",
    metadata,
    Column("key", String(60), primary_key=True),
    Column("value", Text, nullable=False, comment="JSON"),
)
