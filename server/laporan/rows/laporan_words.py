"""The search among the reports' words: by SQLite's index of words, elsewhere by looking through.

SQLite keeps the index itself, by triggers on `laporan`, in the transaction that writes a report.
It finds words by their beginning; without the index (PostgreSQL) a word may stand anywhere.
"""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, literal, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType

from server.core.db.tables import laporan
from shared.names import asked

TABLE = "laporan_words"

_MAKE = (
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
)
_REBUILD = "INSERT INTO laporan_words (laporan_words) VALUES ('rebuild')"
_FOUND = "laporan.rowid IN (SELECT rowid FROM laporan_words WHERE laporan_words MATCH "
_NEWEST = " ORDER BY rowid DESC LIMIT 50000)"
"""Of a word that stands in nearly every report the newest are looked at: all of them would take
seconds at a million, and nobody turns two thousand pages."""


class _Held(FunctionElement[Any]):
    """Whether a report holds all words: the plain condition, and the question to the index."""

    # Were it called a Boolean, "= 1" would be put behind it, and SQLite would not start from it.
    type = NullType()
    inherit_cache = True


def holds(words: str) -> list[ColumnElement[bool]]:
    """The conditions under which a report holds every one of the words."""
    wanted = asked(words)
    plain = [laporan.c.words.contains(word, autoescape=True) for word in wanted]
    question = _question(wanted)
    if not question:
        return list(plain)
    return [_Held(and_(*plain), literal(question))]


def make(db: Connection) -> None:
    """The index and what keeps it, filled with all that is there."""
    if db.dialect.name != "sqlite":
        return
    for statement in _MAKE:
        db.execute(text(statement))
    rebuild(db)


def rebuild(db: Connection) -> None:
    """Read all words anew: after a VACUUM, which may number the rows afresh."""
    db.execute(text(_REBUILD))


def _question(wanted: list[str]) -> str:
    """In the index' own language: each word as it was written, from its beginning on."""
    return " ".join(f'"{word.replace(chr(34), " ")}"*' for word in wanted if re.search(r"\w", word))


@compiles(_Held)
def _look_through(held: Any, compiler: Any, **how: Any) -> str:
    plain, _question = held.clauses
    return str(compiler.process(plain.self_group(), **how))


@compiles(_Held, "sqlite")
def _ask_the_index(held: Any, compiler: Any, **how: Any) -> str:
    _plain, question = held.clauses
    return f"{_FOUND}{compiler.process(question, **how)}{_NEWEST}"
