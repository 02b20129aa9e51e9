"""The words of reports are found by an index; notes of the review wait on the server."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

INDEX = (
    "CREATE VIRTUAL TABLE laporan_words USING fts5("
    "words, content='laporan', content_rowid='rowid', tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER laporan_words_added AFTER INSERT ON laporan BEGIN"
    " INSERT INTO laporan_words (rowid, words) VALUES (new.rowid, new.words); END",
    "CREATE TRIGGER laporan_words_changed AFTER UPDATE OF words ON laporan"
    " WHEN old.words <> new.words BEGIN"
    " INSERT INTO laporan_words (laporan_words, rowid, words)"
    " VALUES ('delete', old.rowid, old.words);"
    " INSERT INTO laporan_words (rowid, words) VALUES (new.rowid, new.words); END",
    "CREATE TRIGGER laporan_words_gone AFTER DELETE ON laporan BEGIN"
    " INSERT INTO laporan_words (laporan_words, rowid, words)"
    " VALUES ('delete', old.rowid, old.words); END",
    "INSERT INTO laporan_words (laporan_words) VALUES ('rebuild')",
)
"""SQLite's index of words, what keeps it, and its first filling."""


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for statement in INDEX:
            op.execute(statement)
    op.create_table(
        "review_drafts",
        sa.Column("username", sa.String(length=60), nullable=False),
        sa.Column("laporan", sa.String(length=36), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("draft", sa.Text(), nullable=False, comment="JSON: notes by part, and pesan"),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["laporan"], ["laporan.id"], name=op.f("fk_review_drafts_laporan_laporan")
        ),
        sa.PrimaryKeyConstraint("username", "laporan", name=op.f("pk_review_drafts")),
    )
