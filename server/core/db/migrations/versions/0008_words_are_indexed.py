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

POSTGRES = (
    # Its own `normalize` takes accents off: no extension is needed.
    r"CREATE FUNCTION laporan_words(text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS"
    r" $$ SELECT to_tsvector('simple'::regconfig, regexp_replace(regexp_replace("
    r"lower(normalize($1, NFD)), '[\u0300-\u036f]', '', 'g'), '[^[:alnum:]]+', ' ', 'g')) $$",
    "ALTER TABLE laporan ADD COLUMN words_found tsvector"
    " GENERATED ALWAYS AS (laporan_words(words)) STORED",
    "CREATE INDEX ix_laporan_words_found ON laporan USING gin (words_found)",
)
"""PostgreSQL's: a column that it keeps itself."""


def upgrade() -> None:
    db = op.get_bind()
    for statement in INDEX if db.dialect.name == "sqlite" else POSTGRES:
        db.exec_driver_sql(statement)
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
