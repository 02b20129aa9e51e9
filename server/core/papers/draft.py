"""A paper as a list of parts, so that the same text becomes a PDF to sign or a DOCX to edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from shared.documents.letterhead import Office, Signatory
from shared.documents.photo_sheet import Picture
from shared.documents.table import Column


@dataclass(frozen=True)
class Title:
    """Bold and centred; ``number`` "" is to be written in by hand, None for none."""

    text: str
    number: str | None = None


@dataclass(frozen=True)
class Heading:
    """Of a part."""

    text: str


@dataclass(frozen=True)
class Paragraph:
    """Running text; ``loud`` stands out, ``centred`` stands in the middle."""

    text: str
    loud: bool = False
    centred: bool = False


@dataclass(frozen=True)
class Facts:
    """Label and value, line by line."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Points:
    """Numbered."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Clauses:
    """A part of a decree: its label, then each clause with its mark (``a.``, ``1.``, or none)."""

    label: str
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """With its heads; ``empty`` stands where there are no rows."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str


@dataclass(frozen=True)
class Photos:
    """A sheet of photos with captions, from a new page on."""

    title: str
    pictures: tuple[Picture, ...]


@dataclass(frozen=True)
class Signatures:
    """Who signs, with place and day; ``by_hand``: both stand in the office's own words."""

    people: tuple[Signatory, ...]
    by_hand: bool = False


@dataclass(frozen=True)
class NewPage:
    """What follows stands on a page of its own."""


Words = Title | Heading | Paragraph | Facts | Points | Clauses
Part = Words | Table | Photos | Signatures | NewPage


@dataclass(frozen=True)
class Draft:
    """``warning`` stands first and in the footer of every page, for data that are made up."""

    name: str
    office: Office
    made: datetime
    source: str
    parts: Sequence[Part] = field(default_factory=tuple)
    warning: str = ""
