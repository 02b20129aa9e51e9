"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("username", sa.String(length=60), nullable=False),
        sa.Column("nama", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("password_at", sa.DateTime(), nullable=False, comment="older sessions end"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("username", name=op.f("uq_accounts_username")),
    )
    op.create_table(
        "anggota",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("desa", sa.String(length=13), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("nama", sa.String(length=200), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("message", sa.Text(), nullable=False, comment="the merged record"),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_anggota")),
    )
    with op.batch_alter_table("anggota", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_anggota_desa"), ["desa"], unique=False)

    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column(
            "actor",
            sa.String(length=200),
            nullable=False,
            comment="a device, an account or the operator",
        ),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("ref", sa.String(length=64), nullable=True),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index("ix_audit_ref", ["ref"], unique=False)

    op.create_table(
        "changes",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("desa", sa.String(length=13), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column(
            "ref",
            sa.String(length=36),
            nullable=True,
            comment="of a laporan: its data is made when it is fetched",
        ),
        sa.Column("versi", sa.Integer(), nullable=True),
        sa.Column("data", sa.Text(), nullable=True),
        sa.Column(
            "except_device",
            sa.String(length=36),
            nullable=True,
            comment="the device that needs not be told",
        ),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_changes")),
    )
    with op.batch_alter_table("changes", schema=None) as batch_op:
        batch_op.create_index("ix_changes_desa_seq", ["desa", "seq"], unique=False)

    op.create_table(
        "counters",
        sa.Column("name", sa.String(length=40), nullable=False, comment="'seq', or 'resi 2026-11'"),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counters")),
    )
    op.create_table(
        "devices",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("desa", sa.String(length=13), nullable=False),
        sa.Column("nama", sa.String(length=200), nullable=False),
        sa.Column("jabatan", sa.String(length=200), nullable=False),
        sa.Column("device_name", sa.String(length=200), nullable=False),
        sa.Column("app_version", sa.String(length=50), nullable=False),
        sa.Column("activated_at", sa.DateTime(), nullable=False),
        sa.Column("last_contact", sa.DateTime(), nullable=True),
        sa.Column("clock_offset_s", sa.Float(), nullable=True),
        sa.Column("queued", sa.Integer(), nullable=True),
        sa.Column("free_mb", sa.Integer(), nullable=True),
        sa.Column("cursor", sa.Integer(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_devices")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_devices_token_hash")),
    )
    with op.batch_alter_table("devices", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_devices_desa"), ["desa"], unique=False)

    op.create_table(
        "login_failures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("username", sa.String(length=60), nullable=False),
        sa.Column("address", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_login_failures")),
    )
    with op.batch_alter_table("login_failures", schema=None) as batch_op:
        batch_op.create_index("ix_login_failures_username_at", ["username", "at"], unique=False)

    op.create_table(
        "photos",
        sa.Column("desa", sa.String(length=13), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column(
            "size",
            sa.Integer(),
            nullable=False,
            comment="what the newest report that names it says",
        ),
        sa.Column(
            "whole_at",
            sa.DateTime(),
            nullable=True,
            comment="a note only: the file itself is the truth",
        ),
        sa.PrimaryKeyConstraint("desa", "sha256", name=op.f("pk_photos")),
    )
    with op.batch_alter_table("photos", schema=None) as batch_op:
        batch_op.create_index("ix_photos_desa_whole_at", ["desa", "whole_at"], unique=False)

    op.create_table(
        "restores",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column(
            "seq_from", sa.Integer(), nullable=False, comment="the last seq of the copy put back"
        ),
        sa.Column(
            "seq_to", sa.Integer(), nullable=False, comment="the first seq after is one more"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_restores")),
    )
    op.create_table(
        "settings",
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("value", sa.Text(), nullable=False, comment="JSON"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_settings")),
    )
    op.create_table(
        "activation_codes",
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("desa", sa.String(length=13), nullable=False),
        sa.Column("nama", sa.String(length=200), nullable=False),
        sa.Column("jabatan", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by", sa.String(length=200), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("used_at", sa.DateTime(), nullable=True),
        sa.Column("device", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(
            ["device"], ["devices.id"], name=op.f("fk_activation_codes_device")
        ),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_activation_codes")),
    )
    op.create_table(
        "acts",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("desa", sa.String(length=13), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("ref", sa.String(length=36), nullable=True),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("device", sa.String(length=36), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["device"], ["devices.id"], name=op.f("fk_acts_device")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acts")),
    )
    with op.batch_alter_table("acts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_acts_desa"), ["desa"], unique=False)

    op.create_table(
        "anggota_versi",
        sa.Column("anggota", sa.String(length=36), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False, comment="the number the server gave"),
        sa.Column("sent_versi", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False, comment="of what was sent"),
        sa.Column("sent", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False, comment="the record after merging"),
        sa.Column("device", sa.String(length=36), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["anggota"], ["anggota.id"], name=op.f("fk_anggota_versi_anggota")),
        sa.ForeignKeyConstraint(["device"], ["devices.id"], name=op.f("fk_anggota_versi_device")),
        sa.PrimaryKeyConstraint("anggota", "versi", name=op.f("pk_anggota_versi")),
    )
    with op.batch_alter_table("anggota_versi", schema=None) as batch_op:
        batch_op.create_index(
            "ix_anggota_versi_anggota_sent_versi", ["anggota", "sent_versi"], unique=False
        )

    op.create_table(
        "laporan",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("desa", sa.String(length=13), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("status_at", sa.DateTime(), nullable=False),
        sa.Column("status_by", sa.String(length=200), nullable=False),
        sa.Column("resi", sa.String(length=40), nullable=False),
        sa.Column("jenis", sa.String(length=30), nullable=True),
        sa.Column(
            "mulai",
            sa.DateTime(),
            nullable=True,
            comment="start; of a nihil the first of its month",
        ),
        sa.Column(
            "bulan", sa.String(length=7), nullable=False, comment="the month it counts for, 2026-11"
        ),
        sa.Column("tempat", sa.String(length=200), nullable=False),
        sa.Column("uraian", sa.Text(), nullable=False),
        sa.Column("pelapor", sa.String(length=200), nullable=False),
        sa.Column("jabatan", sa.String(length=200), nullable=False),
        sa.Column("jumlah_foto", sa.Integer(), nullable=False),
        sa.Column("lintang", sa.Float(), nullable=True),
        sa.Column("bujur", sa.Float(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False, comment="lower case, for the search"),
        sa.Column(
            "device", sa.String(length=36), nullable=True, comment="null: written at the desk"
        ),
        sa.Column(
            "received_at", sa.DateTime(), nullable=False, comment="the first version's receipt"
        ),
        sa.Column(
            "changed_at", sa.DateTime(), nullable=False, comment="the version in force's receipt"
        ),
        sa.ForeignKeyConstraint(["device"], ["devices.id"], name=op.f("fk_laporan_device")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_laporan")),
        sa.UniqueConstraint("resi", name=op.f("uq_laporan_resi")),
    )
    with op.batch_alter_table("laporan", schema=None) as batch_op:
        batch_op.create_index("ix_laporan_bulan", ["bulan"], unique=False)
        batch_op.create_index("ix_laporan_desa_received_at", ["desa", "received_at"], unique=False)
        batch_op.create_index("ix_laporan_received_at", ["received_at"], unique=False)

    op.create_table(
        "read_marks",
        sa.Column("desa", sa.String(length=13), nullable=False),
        sa.Column("ref", sa.String(length=36), nullable=False),
        sa.Column("device", sa.String(length=36), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["device"], ["devices.id"], name=op.f("fk_read_marks_device")),
        sa.PrimaryKeyConstraint("desa", "ref", name=op.f("pk_read_marks")),
    )
    op.create_table(
        "sessions",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name=op.f("fk_sessions_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_sessions")),
    )
    op.create_table(
        "delivered",
        sa.Column("device", sa.String(length=36), nullable=False),
        sa.Column("laporan", sa.String(length=36), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["device"], ["devices.id"], name=op.f("fk_delivered_device")),
        sa.ForeignKeyConstraint(["laporan"], ["laporan.id"], name=op.f("fk_delivered_laporan")),
        sa.PrimaryKeyConstraint("device", "laporan", name=op.f("pk_delivered")),
    )
    with op.batch_alter_table("delivered", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_delivered_laporan"), ["laporan"], unique=False)

    op.create_table(
        "feedback",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("laporan", sa.String(length=36), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("desa", sa.String(length=13), nullable=False),
        sa.Column("field", sa.String(length=100), nullable=True),
        sa.Column("foto", sa.String(length=64), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["laporan"], ["laporan.id"], name=op.f("fk_feedback_laporan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
    )
    with op.batch_alter_table("feedback", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_feedback_laporan"), ["laporan"], unique=False)

    op.create_table(
        "laporan_foto",
        sa.Column("laporan", sa.String(length=36), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("urutan", sa.Integer(), nullable=False),
        sa.Column("desa", sa.String(length=13), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("keterangan", sa.String(length=200), nullable=False),
        sa.Column("sensitif", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["laporan"], ["laporan.id"], name=op.f("fk_laporan_foto_laporan")),
        sa.PrimaryKeyConstraint("laporan", "versi", "urutan", name=op.f("pk_laporan_foto")),
    )
    with op.batch_alter_table("laporan_foto", schema=None) as batch_op:
        batch_op.create_index("ix_laporan_foto_desa_sha256", ["desa", "sha256"], unique=False)

    op.create_table(
        "laporan_versi",
        sa.Column("laporan", sa.String(length=36), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column(
            "digest",
            sa.String(length=64),
            nullable=False,
            comment="SHA-256 of the canonical content",
        ),
        sa.Column(
            "in_force", sa.Boolean(), nullable=False, comment="false: kept beside, it came too late"
        ),
        sa.Column("message", sa.Text(), nullable=False, comment="the JSON text exactly as sent"),
        sa.Column("device", sa.String(length=36), nullable=True),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("ditulis", sa.DateTime(), nullable=True, comment="the phone's clock"),
        sa.Column("clock_offset_s", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["device"], ["devices.id"], name=op.f("fk_laporan_versi_device")),
        sa.ForeignKeyConstraint(["laporan"], ["laporan.id"], name=op.f("fk_laporan_versi_laporan")),
        sa.PrimaryKeyConstraint("laporan", "versi", "digest", name=op.f("pk_laporan_versi")),
    )


def downgrade() -> None:
    op.drop_table("laporan_versi")
    with op.batch_alter_table("laporan_foto", schema=None) as batch_op:
        batch_op.drop_index("ix_laporan_foto_desa_sha256")

    op.drop_table("laporan_foto")
    with op.batch_alter_table("feedback", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_feedback_laporan"))

    op.drop_table("feedback")
    with op.batch_alter_table("delivered", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_delivered_laporan"))

    op.drop_table("delivered")
    op.drop_table("sessions")
    op.drop_table("read_marks")
    with op.batch_alter_table("laporan", schema=None) as batch_op:
        batch_op.drop_index("ix_laporan_received_at")
        batch_op.drop_index("ix_laporan_desa_received_at")
        batch_op.drop_index("ix_laporan_bulan")

    op.drop_table("laporan")
    with op.batch_alter_table("anggota_versi", schema=None) as batch_op:
        batch_op.drop_index("ix_anggota_versi_anggota_sent_versi")

    op.drop_table("anggota_versi")
    with op.batch_alter_table("acts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_acts_desa"))

    op.drop_table("acts")
    op.drop_table("activation_codes")
    op.drop_table("settings")
    op.drop_table("restores")
    with op.batch_alter_table("photos", schema=None) as batch_op:
        batch_op.drop_index("ix_photos_desa_whole_at")

    op.drop_table("photos")
    with op.batch_alter_table("login_failures", schema=None) as batch_op:
        batch_op.drop_index("ix_login_failures_username_at")

    op.drop_table("login_failures")
    with op.batch_alter_table("devices", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_devices_desa"))

    op.drop_table("devices")
    op.drop_table("counters")
    with op.batch_alter_table("changes", schema=None) as batch_op:
        batch_op.drop_index("ix_changes_desa_seq")

    op.drop_table("changes")
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.drop_index("ix_audit_ref")

    op.drop_table("audit")
    with op.batch_alter_table("anggota", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_anggota_desa"))

    op.drop_table("anggota")
    op.drop_table("accounts")
