"""The search among the reports' words, by their beginning, in an index that the database keeps.

SQLite does it by triggers on `laporan`, PostgreSQL by a column that is made of the words: both in
the transaction that writes a report. Both take the same signs for a word, without its accents.
"""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import ColumnElement, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType

from server.core.db.tables import laporan
from shared.names import asked

TABLE = "laporan_words"

_FOUND = "laporan.rowid IN (SELECT rowid FROM laporan_words WHERE laporan_words MATCH "
_NEWEST = " ORDER BY rowid DESC LIMIT 50000)"
# By their places in the table: joined by their ids, all others would be gone through as well.
_FOUND_ELSEWHERE = (
    "laporan.ctid = ANY (ARRAY (SELECT ctid FROM laporan WHERE words_found @@ CAST({} AS tsquery)"
)
_NEWEST_ELSEWHERE = " ORDER BY received_at DESC LIMIT 50000))"
"""Of a word that stands in nearly every report the newest are looked at: all of them would take
seconds at a million, and nobody turns two thousand pages."""

_WORD = re.compile(r"[^\W_]+")


class _Held(FunctionElement[Any]):
    """Whether a report holds all words: the question to the one index, and to the other."""

    # Were it called a Boolean, "= 1" would be put behind it, and SQLite would not start from it.
    type = NullType()
    inherit_cache = True


def holds(words: str) -> list[ColumnElement[bool]]:
    """The conditions under which a report holds every one of the words."""
    wanted = asked(words)
    question = _question(wanted)
    if not question:
        return [laporan.c.words.contains(word, autoescape=True) for word in wanted]
    # Written out, so that each question is planned for its own words; letters and digits only.
    elsewhere = literal(_question_elsewhere(wanted), literal_execute=True)
    return [_Held(literal(question), elsewhere)]


def _question(wanted: list[str]) -> str:
    """In the index' own language: each word as it was written, from its beginning on."""
    return " ".join(f'"{word.replace(chr(34), " ")}"*' for word in wanted if re.search(r"\w", word))


def _question_elsewhere(wanted: list[str]) -> str:
    """The same in PostgreSQL's: what stands together must follow on each other.

    Of a word alone the database knows how common it is, of a beginning it does not: named both
    ways, it finds the newest with a common one by their time, and those with a rare one by it.
    """
    split = (_WORD.findall(word) for word in wanted)
    phrases = (" <-> ".join(f"'{one}'" for one in words) for words in split if words)
    return " & ".join(f"({phrase} | {phrase}:*)" for phrase in phrases)


@compiles(_Held, "sqlite")
def _ask_sqlite(held: Any, compiler: Any, **how: Any) -> str:
    question, _other = held.clauses
    return f"{_FOUND}{compiler.process(question, **how)}{_NEWEST}"


@compiles(_Held, "postgresql")
def _ask_postgres(held: Any, compiler: Any, **how: Any) -> str:
    _other, question = held.clauses
    return _FOUND_ELSEWHERE.format(compiler.process(question, **how)) + _NEWEST_ELSEWHERE
