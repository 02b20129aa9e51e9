"""Reports are found however a name's quotation marks and accents are written."""

import re
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

QUOTES = re.compile("['\"`´‘’‚‛“”„ʹʻʼʽʾʿˈ′＇]")
AT_ONCE = 500


def upgrade() -> None:
    laporan = sa.table("laporan", sa.column("id", sa.String), sa.column("words", sa.Text))
    db = op.get_bind()
    after = ""
    while rows := _some(db, laporan, after):
        after = rows[-1][0]
        for ident, words in rows:
            more = _without_marks(words)
            if more:
                changed = sa.update(laporan).where(laporan.c.id == ident)
                db.execute(changed.values(words=f"{words} {more}"))


def _some(db: sa.Connection, laporan: sa.TableClause, after: str) -> list[tuple[str, str]]:
    query = sa.select(laporan.c.id, laporan.c.words).where(laporan.c.id > after)
    found = db.execute(query.order_by(laporan.c.id).limit(AT_ONCE)).all()
    return [(row[0], row[1]) for row in found]


def _without_marks(words: str) -> str:
    """The words that have marks, without them."""
    pairs = ((word, _bare(word)) for word in words.split())
    return " ".join(list(dict.fromkeys(bare for word, bare in pairs if bare != word)))


def _bare(word: str) -> str:
    flat = unicodedata.normalize("NFKD", QUOTES.sub("", word))
    return "".join(sign for sign in flat if not unicodedata.combining(sign))
