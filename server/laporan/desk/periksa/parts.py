"""The parts of a report that a note can be pinned to, and what differs between two versions."""

from __future__ import annotations

from dataclasses import dataclass

from server.core import teks as umum
from server.laporan import teks
from server.laporan.desk.laporan_detail import facts
from server.laporan.read_review import GivenNote
from server.laporan.review import Note
from shared.laporan import Laporan

_WIRE = {
    "waktu": "mulai", "waktu_kejadian": "kejadian.waktu", "korban": "kejadian.luka",
    "rumah": "kejadian.rumah", "kejadian": "kejadian.jenis", "kerugian": "kejadian.kerugian",
    "penanganan": "kejadian.penanganan", "dihubungi": "kejadian.dihubungi",
    "kebutuhan": "kejadian.kebutuhan", "pelapor": "pelapor.nama",
}  # fmt: skip
"""The paths of the protocol, where they are not the name of the field."""

WHOLE = "laporan"
PHOTO = "foto:"


@dataclass(frozen=True)
class Part:
    """A field, a photo or the whole report; ``key`` names it on the screen."""

    key: str
    label: str

    def note(self, words: str) -> Note:
        """A note at this part, as the village's phone is told."""
        if self.key == WHOLE:
            return Note(words)
        if self.key.startswith(PHOTO):
            return Note(words, foto=self.key.removeprefix(PHOTO))
        return Note(words, field=_WIRE.get(self.key, self.key))

    def ready(self) -> tuple[str, ...]:
        """Sentences that often fit here."""
        kind = "foto" if self.key.startswith(PHOTO) else self.key
        return teks.PK_SIAP.get(kind, teks.PK_SIAP[""])


@dataclass(frozen=True)
class FieldLine:
    """A field with its value, and the value before when it was another."""

    part: Part
    value: str
    before: str | None = None


def lines(laporan: Laporan, previous: Laporan | None) -> list[FieldLine]:
    """Every field; also one that only the version before had."""
    old = dict(facts.named_fields(previous)) if previous else {}
    found: list[FieldLine] = []
    for name, value in facts.named_fields(laporan):
        before = old.pop(name, value if previous is None else "")
        changed = before if previous is not None and before != value else None
        found.append(FieldLine(_field(name), value, changed))
    return found + [FieldLine(_field(name), "", value) for name, value in old.items() if value]


def photo_part(number: int, sha256: str) -> Part:
    """The photo of this number, counted from 1."""
    return Part(PHOTO + sha256, teks.PK_BAGIAN_FOTO.format(n=number))


def whole() -> Part:
    """The report itself."""
    return Part(WHOLE, teks.PK_BAGIAN_LAPORAN)


def all_parts(laporan: Laporan, previous: Laporan | None) -> list[Part]:
    """From the top: photos, fields, the whole."""
    fields = [line.part for line in lines(laporan, previous)]
    photos = [photo_part(n, foto.sha256) for n, foto in enumerate(laporan.foto, 1)]
    return [*photos, *fields, whole()]


def new_photos(laporan: Laporan, previous: Laporan | None) -> frozenset[str]:
    """Photos that the version before did not have."""
    if previous is None:
        return frozenset()
    return frozenset(f.sha256 for f in laporan.foto) - {f.sha256 for f in previous.foto}


def gone_photos(laporan: Laporan, previous: Laporan | None) -> int:
    """How many photos of the version before are not used any more."""
    if previous is None:
        return 0
    return len({f.sha256 for f in previous.foto} - {f.sha256 for f in laporan.foto})


def changed_labels(laporan: Laporan, previous: Laporan) -> list[str]:
    """What differs, in words."""
    labels = [line.part.label for line in lines(laporan, previous) if line.before is not None]
    if new_photos(laporan, previous) or gone_photos(laporan, previous):
        labels.append(umum.FOTO)
    return labels


def where(note: GivenNote, laporan: Laporan) -> str:
    """The key of the part that a given note is pinned to; the whole when that is gone."""
    if note.foto:
        known = {foto.sha256 for foto in laporan.foto}
        return PHOTO + note.foto if note.foto in known else WHOLE
    names = {wire: name for name, wire in _WIRE.items()}
    return names.get(note.field or "", note.field or WHOLE)


def _field(name: str) -> Part:
    return Part(name, teks.ISIAN[name])
