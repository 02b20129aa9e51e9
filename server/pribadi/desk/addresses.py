"""The addresses of what guards people: the audit log and personal data."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from urllib.parse import quote

from server.desk.places import MOST_WORDS, Given, hal, one_of, page_number, words, written
from server.pribadi.audit_log import KNOWN_GROUPS, AuditFilter

CATATAN = "/catatan"
PRIBADI = "/data-pribadi"
AUDIT_FILE = "/unduh/catatan-audit.csv"


@dataclass(frozen=True)
class AuditPlace:
    """The audit log, with its filter and page."""

    which: AuditFilter = field(default_factory=AuditFilter)
    number: int = 1

    @property
    def address(self) -> str:
        asked = self.which
        return written(
            CATATAN,
            kelompok=asked.kelompok, pelaku=asked.pelaku, kata=asked.words, hal=hal(self.number),
        )  # fmt: skip

    @property
    def is_filtered(self) -> bool:
        return self.which != AuditFilter()

    def choosing(self, **changes: str | None) -> AuditPlace:
        """The same list with another filter, from its first page on."""
        return AuditPlace(replace(self.which, **changes))

    def at(self, number: int) -> AuditPlace:
        return replace(self, number=number)


@dataclass(frozen=True)
class PrivacyPlace:
    """Retention, the notice, and what to do when data got out."""

    @property
    def address(self) -> str:
        return PRIBADI


@dataclass(frozen=True)
class PersonPlace:
    """All that is kept of one member."""

    anggota: str

    @property
    def address(self) -> str:
        return f"{PRIBADI}/{quote(self.anggota)}"


def person_file(ident: str, kind: str) -> str:
    """Where one member's data lies as a file."""
    return f"/unduh/orang/{quote(ident)}.{kind}"


def read_audit(given: Given) -> AuditPlace:
    which = AuditFilter(
        kelompok=one_of(given.get("kelompok"), frozenset(KNOWN_GROUPS)),
        pelaku=given.get("pelaku", "")[:MOST_WORDS] or None,
        words=words(given),
    )
    return AuditPlace(which, page_number(given))
