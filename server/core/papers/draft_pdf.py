"""A draft as the PDF that is signed."""

from __future__ import annotations

from server.core.papers.draft import (
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
        case Title(text, number):
            paper.title(text, number)
        case Heading(text):
            paper.heading(text)
        case Paragraph(text, loud):
            paper.paragraph(text, style="B" if loud else "")
        case Facts(rows):
            paper.facts(rows, label_width=52)
        case Points(items):
            paper.points(items)
        case Table(columns, rows, empty):
            paper.table(columns, rows, empty=empty)
        case Photos(title, pictures):
            paper.new_page()
            paper.heading(title)
            paper.photos(pictures)
        case NewPage():
            paper.new_page()
        case Signatures(people):
            paper.signatures(*people, tempat=draft.office.tempat, day=draft.made.date())
