"""The reader: a pasted text in, every report that it holds out, each field with how sure it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from server.laporan.wa_paste import (  # fmt: skip
    activities,
    chat,
    dates,
    drafts,
    kinds,
    labels,
    lines,
    months,
    own_fields,
    people,
    reports,
    tellers,
    victims,
    villages,
)
from server.laporan.wa_paste import fields as f
from server.laporan.wa_paste.chat import Said
from server.laporan.wa_paste.drafts import Draft
from server.laporan.wa_paste.fields import Field, doubted, told, unsure
from server.laporan.wa_paste.message import Block, Message
from shared.laporan import Kind
from shared.wilayah import Wilayah

SHORT = 200


@dataclass(frozen=True)
class Pasted:
    """Every field by its name as the protocol has it; those of a kejadian without a path.

    ``source`` is the part of the text that this report was read from.
    """

    fields: dict[str, Field[Any]] = field(default_factory=dict[str, Field[Any]])
    source: str = ""

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
    r"^(?:assalam|aslm|ass\b|selamat|yth|izin|ijin|mohon izin|laporan|lap\b|kepada|bismillah|salam|"
    r"satlinmas|linmas|desa|kecamatan|kec\b|bpk|bapak|komandan|siap)",
    re.I,
)
_ONLY_GREETING = (
    r"^\W*(?:assalam\S*(?: wr\.? ?wb\.?)?|aslm\w*|selamat (?:pagi|siang|sore|malam)|bismillah\S*"
    r"|salam)"
    r"(?:\W+(?:semua|bapak|ibu|pak|bu|komandan|ndan|dan|camat|kasi|{kecamatan}|rekan"
    r"|sekalian)\w*)*\W*$"
)
_IN_PROSE = re.compile(
    r"\b(?:bertempat )?di\s+((?:poskamling|pos|rt|kantor|balai|lapangan|masjid|jalan|jl|dusun"
    r"|langgar|rumah|bantaran|halaman|simpang|pasar|sekolah|gedung)\b[^.,;\n]{0,80})",
    re.I,
)
_PLACE_ENDS = re.compile(
    r"\s+(?:bersama|pada|pukul|jam|sejak|dengan|oleh|dalam|untuk|karena|sebanyak|\d+\s*(?:orang|org)"
    r"|\d{1,2}[.:]\d{2}|aman|situasi|hasil|tadi|malam ini)\b.*$",
    re.I,
)
_PEOPLE_IN_PROSE = re.compile(
    r"\b(\d{1,3}) ?(?:orang|org|urang|ikung|personil|personel|anggota)\b", re.I
)
_LINK = re.compile(r"https?://|^\W*-?\d{1,3}[.,]\d{3,}", re.I)


@dataclass(frozen=True)
class _Source:
    """One report's words: its message, its line of a list, who sent it and when."""

    wilayah: Wilayah
    message: Message
    item: str | None
    said: Said
    now: datetime

    @property
    def prose(self) -> str:
        return self.item if self.item is not None else self.message.prose

    @property
    def whole(self) -> str:
        return "\n".join(part for part in (self.item or "", self.message.all) if part)

    @property
    def sent(self) -> datetime | None:
        return self.said.sent.at if self.said.sent else None


def parse(wilayah: Wilayah, text: str, now: datetime) -> Pasted:
    """The first report of a text; where there are more, all of it is unsure."""
    first, *more = parse_all(wilayah, text, now)
    if not more:
        return first
    many = {name: doubted(one, f.MANY_REPORTS) for name, one in first.fields.items()}
    return Pasted(many, first.source)


def parse_all(wilayah: Wilayah, text: str, now: datetime) -> tuple[Pasted, ...]:
    """Every report of a text, in its order; one at least. ``now`` tells what lies in the future."""
    said = chat.cut(text, now) or [Said()]
    if len(said) > 1:
        said = reports.only(said)
    return tuple(
        _read(wilayah, draft, one, now) for one in said for draft in drafts.drafts(one.lines)
    )


def _read(wilayah: Wilayah, draft: Draft, said: Said, now: datetime) -> Pasted:
    source_text = "\n".join(line for line in draft.lines if line != chat.MEDIA)
    source_text = "\n".join(part for part in (source_text, draft.item) if part).strip()
    own = own_fields.read(wilayah, list(draft.lines), now) if draft.item is None else None
    if own is not None:
        return Pasted(own, source_text)
    source = _Source(wilayah, lines.read(draft.lines), draft.item, said, now)
    found = _fields(source)
    if said.cut:
        found = {name: doubted(one, f.CUT) for name, one in found.items()}
    return Pasted(found, source_text)


def _fields(source: _Source) -> dict[str, Field[Any]]:
    message = source.message
    kind, jenis = _kind(source), _jenis(source)
    found: dict[str, Field[Any]] = {"kind": kind, "desa": _village(source)}
    reporter = tellers.teller(message, source.said.sender)
    found |= {"pelapor": reporter.name, "jabatan": reporter.office}
    if kind.value == Kind.NIHIL:
        month = message.text(labels.MONTH)
        found["periode"] = months.month(month, message.all, source.sent, source.now)
        if kind.found:
            return found
        found["periode"] = doubted(found["periode"], f.WHICH_KIND)
    found |= {"jenis": jenis, **_when(source), "tempat": _place(source), **_crew(source)}
    found |= {"uraian": _account(source)}
    found |= {name: _long(message, label) for name, label in _LONG.items()}
    if kind.value == Kind.KEJADIAN:
        found |= {"kejadian": kinds.event_of(message), **victims.hurt(message)}
        found["dihubungi"] = _called(message)
    twice = _twice(message)
    return {name: doubted(one, f.TWICE) if name in twice else one for name, one in found.items()}


def _kind(source: _Source) -> Field[str]:
    kind, jenis = kinds.kind_of(source.message), activities.jenis_of(source.message)
    if source.item is not None and kind.value != Kind.KEJADIAN:
        return unsure(Kind.KEGIATAN.value, f.LISTED)
    urgent = jenis.value in activities.EMERGENCIES and not kinds.is_titled(source.message)
    return doubted(kind, f.WHICH_KIND) if urgent else kind


def _jenis(source: _Source) -> Field[str]:
    if source.item is None:
        return activities.jenis_of(source.message)
    found = activities.matching(source.item)
    return unsure(found[0], f.LISTED) if found else Field()


def _when(source: _Source) -> dict[str, Field[Any]]:
    message = source.message
    done = f"{message.text(labels.KIND)}\n{source.item or ' '.join(message.head)}"
    clues = dates.Clues(message, source.prose, activities.is_night(done), source.sent, source.now)
    when = dates.when(clues)
    if source.item is not None:
        return {"mulai": doubted(when.start, f.LISTED), "selesai": doubted(when.end, f.LISTED)}
    return {"mulai": when.start, "selesai": when.end}


def _crew(source: _Source) -> dict[str, Field[Any]]:
    crew = people.crew(source.message)
    found: dict[str, Field[Any]] = {
        "personel": crew.names, "jumlah_personel": crew.count, "pihak_lain": crew.others,
    }  # fmt: skip
    if source.item is not None:
        found = {name: doubted(one, f.LISTED) for name, one in found.items()}
    if crew.count.missing and (match := _PEOPLE_IN_PROSE.search(source.prose)):
        found["jumlah_personel"] = unsure(int(match[1]), f.FROM_PROSE)
    return found


def _village(source: _Source) -> Field[str]:
    message = source.message
    sent_by = [block.one_line for block in message.blocks if block.word == "dari"]
    teller = message.text(labels.REPORTER, labels.OFFICE)
    signed = [*message.head, *sent_by, *message.tail, teller]
    return villages.village(
        source.wilayah,
        "\n".join(signed), message.text(labels.VILLAGE), message.text(labels.PLACE), source.whole,
        source.said.sender or "",
    )  # fmt: skip


def _place(source: _Source) -> Field[str]:
    block = source.message.of(labels.PLACE)
    if block is not None and source.item is None:
        words = block.one_line
        if len(words) > SHORT or _LINK.search(words):
            return unsure(words[:SHORT], f.NO_LABEL)
        return told(words, _doubt(block))
    match = _IN_PROSE.search(f"{source.prose}\n{source.message.text(labels.DATE)}")
    return unsure(_PLACE_ENDS.sub("", match[1]).strip(), f.FROM_PROSE) if match else Field()


def _doubt(block: Block) -> str | None:
    if block.odd:
        return f.BESIDE
    return None if block.colon else f.NO_LABEL


def _long(message: Message, label: str) -> Field[str]:
    blocks = message.every(label)
    doubt = next((reason for block in blocks if (reason := _doubt(block))), None)
    return told("\n".join(block.text for block in blocks), doubt)


def _account(source: _Source) -> Field[str]:
    """What happened: under its label, else all that stands under none, and then unsure."""
    message = source.message
    if source.item is not None:
        return unsure(source.item, f.LISTED)
    blocks = message.every(labels.TEXT)
    if blocks:
        doubt = f.TWICE if len({block.word for block in blocks}) > 1 else None
        field_ = _long(message, labels.TEXT)
        return doubted(field_, doubt) if doubt else field_
    if not message.labelled:
        greeting = _ONLY_GREETING.format(kecamatan=re.escape(source.wilayah.nama))
        kept = [one for one in message.all.split("\n") if not re.match(greeting, one, re.I)]
        return unsure("\n".join(kept), f.NO_LABEL)
    return _loosely_told(message)


def _loosely_told(message: Message) -> Field[str]:
    activity = message.of(labels.KIND)
    if activity is None and kinds.says_what_happened(message):
        activity = message.of(labels.EVENT)
    loose = [line for line in message.head if not _GREETING.match(line) and len(line) > 30]
    loose += [line for line in message.loose if len(line) > 30]
    if activity is not None and len(activity.one_line) > 40:
        loose.append(activity.text)
    if loose:
        return unsure("\n".join(loose), f.NO_LABEL)
    return unsure(activity.text, f.NO_LABEL) if activity is not None else Field()


def _called(message: Message) -> Field[tuple[str, ...]]:
    block = message.of(labels.CALLED)
    parts = re.split(r"\s*[,;\n]\s*|\s+dan\s+", block.text) if block else []
    odd = f.BESIDE if block and block.odd else None
    return told(tuple(part for part in parts if part), odd)


_SINGLE = {
    "jenis": labels.KIND, "tempat": labels.PLACE, "kejadian": labels.EVENT, "desa": labels.VILLAGE,
    "pelapor": labels.REPORTER, "jabatan": labels.OFFICE,
}  # fmt: skip


def _twice(message: Message) -> set[str]:
    """Fields that may be said once and were said twice, in other words."""
    return {
        name
        for name, key in _SINGLE.items()
        if len({block.one_line.lower() for block in message.every(key)}) > 1
    }
