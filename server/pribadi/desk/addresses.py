"""The addresses of what guards people: the audit log and personal data."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from urllib.parse import parse_qs, quote, urlencode

from server.pribadi.audit_log import KNOWN_GROUPS, AuditFilter

CATATAN = "/catatan"
PRIBADI = "/data-pribadi"
AUDIT_FILE = "/unduh/catatan-audit.csv"
_MOST = 200


@dataclass(frozen=True)
class AuditPlace:
    """The audit log, with its filter and page."""

    which: AuditFilter = field(default_factory=AuditFilter)
    number: int = 1

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
    """Retention, the notice, and what to do when data got out; ``anggota``: one person's data."""

    anggota: str | None = None


OfGuard = AuditPlace | PrivacyPlace


def person_file(ident: str, kind: str) -> str:
    """Where one member's data lies as a file."""
    return f"/unduh/orang/{quote(ident)}.{kind}"


def read(steps: list[str], query: str) -> OfGuard | None:
    """The place of these steps; None when it is none of ours."""
    given = {name: values[0] for name, values in parse_qs(query).items()}
    match steps:
        case ["catatan"]:
            group = given.get("kelompok")
            which = AuditFilter(
                kelompok=group if group in KNOWN_GROUPS else None,
                pelaku=given.get("pelaku", "")[:_MOST] or None,
                words=" ".join(given.get("kata", "").split())[:_MOST],
            )
            return AuditPlace(which, _number(given.get("hal")))
        case ["data-pribadi"]:
            return PrivacyPlace()
        case ["data-pribadi", ident]:
            return PrivacyPlace(ident)
        case _:
            return None


def write(place: OfGuard) -> str:
    """The address of a place."""
    match place:
        case AuditPlace(which, number):
            pairs = {"kelompok": which.kelompok, "pelaku": which.pelaku, "kata": which.words}
            pairs["hal"] = str(number) if number > 1 else None
            query = urlencode({n: v for n, v in pairs.items() if v}, quote_via=quote)
            return f"{CATATAN}?{query}" if query else CATATAN
        case PrivacyPlace(anggota):
            return f"{PRIBADI}/{quote(anggota)}" if anggota else PRIBADI


def _number(value: str | None) -> int:
    return max(1, int(value)) if value and value.isdecimal() and len(value) < 7 else 1
