"""The reader: a pasted text in, every field of a report out, each with how sure it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from server.laporan.wa_paste import dates, kinds, labels, lines, people, villages
from server.laporan.wa_paste import fields as f
from server.laporan.wa_paste.fields import Field, sure, unsure
from server.laporan.wa_paste.lines import Message
from shared.clock import BULAN
from shared.laporan import Kind

MOST = 20_000
SHORT = 200


@dataclass(frozen=True)
class Pasted:
    """Every field by its name as the protocol has it; those of a kejadian without a path."""

    fields: dict[str, Field[Any]] = field(default_factory=dict[str, Field[Any]])

    def __getitem__(self, name: str) -> Field[Any]:
        return self.fields.get(name, _NOTHING)

    def value(self, name: str) -> Any:
        return self[name].value


_NOTHING: Field[Any] = Field()

_LONG = {
    "dasar": labels.BASIS, "hasil": labels.RESULT, "kendala": labels.TROUBLE,
    "tindak_lanjut": labels.NEXT, "kerugian": labels.LOSS, "penanganan": labels.HANDLING,
    "kebutuhan": labels.NEEDS,
}  # fmt: skip
_GREETING = re.compile(
    r"^(?:assalam|aslm|selamat|yth|izin|ijin|mohon izin|laporan|lap\b|kepada|bismillah|salam|"
    r"satlinmas|linmas|desa|kecamatan|kec\b|bpk|bapak|komandan|siap)",
    re.I,
)

_IN_PROSE = re.compile(
    r"\b(?:bertempat )?di\s+((?:poskamling|pos|rt|kantor|balai|lapangan|masjid|jalan|jl|dusun|"
    r"rumah|bantaran)\b[^.,;\n]{0,80})",
    re.I,
)


def parse(text: str, now: datetime) -> Pasted:
    """Read a message; ``now`` tells what lies in the future."""
    message = lines.read(text[:MOST])
    kind, jenis = kinds.kind_of(message), kinds.jenis_of(message)
    if kind.found and jenis.value in kinds.EMERGENCIES and not kinds.is_titled(message):
        kind = _doubted(kind, f.WHICH_KIND)
    found: dict[str, Field[Any]] = {"kind": kind, "desa": _village(message)}
    reporter = people.teller(message)
    found |= {"pelapor": reporter.name, "jabatan": reporter.office}
    if kind.value == Kind.NIHIL:
        found["periode"] = _month(message, now)
        return Pasted(found)
    when = dates.when(
        message.text(labels.DATE), message.text(labels.TIME), message.all, message.sent, now
    )
    crew = people.crew(message)
    found |= {
        "jenis": jenis, "mulai": when.start, "selesai": when.end,
        "tempat": _place(message), "uraian": _account(message), "personel": crew.names,
        "jumlah_personel": crew.count, "pihak_lain": crew.others,
    }  # fmt: skip
    found |= {name: sure(message.text(label)) for name, label in _LONG.items()}
    if kind.value == Kind.KEJADIAN:
        found |= {"kejadian": kinds.event_of(message), **people.hurt(message)}
        called = message.of(labels.CALLED)
        parts = re.split(r"\s*[,;\n]\s*", called.text) if called else []
        found["dihubungi"] = sure(tuple(part for part in parts if part))
    if _is_many(message):
        found = {name: _doubted(one, f.MANY_REPORTS) for name, one in found.items()}
    return Pasted(found)


def _is_many(message: Message) -> bool:
    """Two reports in one text: their labels come twice, with other words."""

    def often(key: str) -> bool:
        return len({b.one_line for b in message.blocks if b.key == key and b.text}) > 1

    return often(labels.KIND) or (often(labels.DATE) and often(labels.PLACE))


def _doubted(one: Field[Any], reason: str) -> Field[Any]:
    return unsure(one.value, reason) if one.found else one


def _village(message: Message) -> Field[str]:
    head, tail = "\n".join(message.head), "\n".join(message.tail)
    signed = message.text(labels.REPORTER, labels.OFFICE)
    return villages.village(
        head, message.text(labels.VILLAGE), message.text(labels.PLACE),
        f"{tail}\n{signed}", f"{message.all}\n{message.sender or ''}",
    )  # fmt: skip


def _place(message: Message) -> Field[str]:
    block = message.of(labels.PLACE)
    if block is not None:
        words = block.one_line
        return sure(words) if len(words) <= SHORT else unsure(words[:SHORT], f.NO_LABEL)
    match = _IN_PROSE.search(message.all)
    return unsure(match[1].strip(), f.FROM_PROSE) if match else Field()


def _account(message: Message) -> Field[str]:
    """What happened: under its label, else the loose paragraphs, and then unsure."""
    words = message.text(labels.TEXT)
    if words:
        return sure(words)
    activity = message.of(labels.KIND) or message.of(labels.EVENT)
    loose = [line for line in message.head if not _GREETING.match(line) and len(line) > 30]
    if activity is not None and len(activity.one_line) > 40:
        loose.append(activity.text)
    if loose:
        return unsure("\n".join(loose), f.NO_LABEL)
    return unsure(activity.text, f.NO_LABEL) if activity is not None else Field()


def _month(message: Message, now: datetime) -> Field[str]:
    """The month of a nihil."""
    text = f"{message.text(labels.MONTH)} {message.all}"
    names = "|".join(BULAN)
    match = re.search(rf"\b({names}|nopember|pebruari)\b\s*(\d{{4}})?", text, re.I)
    if match is None:
        numbered = re.search(r"\b(0?[1-9]|1[0-2])[/-](20\d\d)\b", text)
        return sure(f"{numbered[2]}-{int(numbered[1]):02d}") if numbered else Field()
    said = {"nopember": "november", "pebruari": "februari"}.get(match[1].lower(), match[1].lower())
    month = [name.lower() for name in BULAN].index(said) + 1
    if match[2]:
        return sure(f"{match[2]}-{month:02d}")
    year = now.year if month <= now.month else now.year - 1
    return unsure(f"{year}-{month:02d}", f.NO_YEAR)
