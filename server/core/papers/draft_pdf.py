"""A draft as the PDF that is signed."""

from __future__ import annotations

from server.core.papers.draft import (
    Clauses,
    Draft,
    Facts,
    Heading,
    NewPage,
    Paragraph,
    Part,
    Photos,
    Points,
    Signatures,
    Table,
    Title,
    Words,
)
from shared.documents.paper import Paper


def write(draft: Draft) -> bytes:
    """The whole paper."""
    source = f"{draft.warning} {draft.source}".strip()
    paper = Paper(draft.name, made=draft.made, source=source)
    paper.kop(draft.office.kop)
    if draft.warning:
        paper.paragraph(draft.warning, style="B", align="C")
    for part in draft.parts:
        _put(paper, draft, part)
    return paper.output()


def _put(paper: Paper, draft: Draft, part: Part) -> None:
    match part:
        case Table(columns, rows, empty):
            paper.table(columns, rows, empty=empty)
        case Photos(title, pictures):
            paper.new_page()
            paper.heading(title)
            paper.photos(pictures)
        case NewPage():
            paper.new_page()
        case Signatures(people, by_hand):
            day = None if by_hand else draft.made.date()
            paper.signatures(*people, tempat=draft.office.tempat, day=day)
        case _:
            _say(paper, part)


def _say(paper: Paper, part: Words) -> None:
    match part:
        case Title(text, number):
            paper.title(text, number)
        case Heading(text):
            paper.heading(text)
        case Paragraph(text, loud, centred):
            align = "C" if centred else "J"
            paper.paragraph(text, style="B" if loud else "", align=align)
        case Facts(rows):
            paper.facts(rows, label_width=52)
        case Points(items):
            paper.points(items)
        case Clauses(label, items):
            paper.clauses(label, items)
