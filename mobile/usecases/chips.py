"""What the village's own reports teach the form: chips instead of typing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from mobile.ports import Memory
from mobile.usecases.times import hours_of
from shared import jenis as jenis_list
from shared import names
from shared.codec import decode
from shared.laporan import Kind, Laporan

KEEP = 30
"""So many places and names are remembered; sentences fewer, for each jenis."""

KEEP_SENTENCES = 6
TILES = 5


@dataclass(frozen=True)
class Chips:
    """What a form offers, the likeliest first; the screen shows as many as fit."""

    jenis: tuple[str, ...]
    tempat: tuple[str, ...]
    regu_terakhir: tuple[str, ...]
    nama: tuple[str, ...]
    pihak_lain: tuple[str, ...]
    uraian: tuple[str, ...]
    hasil: tuple[str, ...]


def memory_of(found: dict[str, Any]) -> Memory:
    """As it was stored. JSON has no tuples: those inside the two tables are made again."""
    jam = {kode: (hours[0], hours[1]) for kode, hours in found.get("jam", {}).items()}
    uraian = {kode: tuple(rows) for kode, rows in found.get("uraian", {}).items()}
    return decode(Memory, {**found, "jam": jam, "uraian": uraian})


def suggest(memory: Memory, jenis: str | None = None, off: Iterable[str] = ()) -> Chips:
    """The chips for a form; `off` are the jenis that the kecamatan has switched off."""
    crew = memory.regu_terakhir
    return Chips(
        jenis=tiles(memory, off),
        tempat=memory.tempat,
        regu_terakhir=crew,
        nama=tuple(nama for nama in memory.nama if nama not in crew),
        pihak_lain=memory.pihak_lain,
        uraian=memory.uraian.get(jenis or "", ()),
        hasil=memory.hasil,
    )


def tiles(memory: Memory, off: Iterable[str] = ()) -> tuple[str, ...]:
    """The five jenis the village uses most; a new phone shows the usual ones.

    Each keeps its place: one that comes in takes that of the one that goes.
    """
    hidden = set(off)
    usual = [*jenis_list.TERSERING, *(k for k in jenis_list.KODE if k not in jenis_list.TERSERING)]
    known = [kode for kode in usual if kode not in hidden]
    most = sorted(known, key=lambda kode: (-memory.jenis_count.get(kode, 0), usual.index(kode)))
    wanted = most[:TILES]
    places = known[:TILES]
    coming = [kode for kode in known if kode in wanted and kode not in places]
    return tuple(kode if kode in wanted else coming.pop(0) for kode in places)


def counted(records: Iterable[Laporan]) -> dict[str, int]:
    """How often each jenis was reported; what was withdrawn does not count."""
    told = (one for one in records if one.kind == Kind.KEGIATAN and not one.ditarik)
    return dict(Counter(one.jenis for one in told if one.jenis))


def learned(memory: Memory, laporan: Laporan) -> Memory:
    """`memory` after this report was finished."""
    if laporan.kind == Kind.NIHIL:
        return memory
    memory = replace(
        memory,
        tempat=first(laporan.tempat, memory.tempat),
        nama=several((p.nama for p in laporan.personel), memory.nama, names.plain),
        pihak_lain=several(laporan.pihak_lain, memory.pihak_lain),
    )
    return _learned_activity(memory, laporan) if laporan.kind == Kind.KEGIATAN else memory


def first(
    text: str, known: tuple[str, ...], keep: int = KEEP, same: Callable[[str], str] = str.lower
) -> tuple[str, ...]:
    """`text` in front, without its doubles."""
    word = text.strip()
    if not word:
        return known
    return (word, *(other for other in known if same(other) != same(word)))[:keep]


def several(
    texts: Iterable[str], known: tuple[str, ...], same: Callable[[str], str] = str.lower
) -> tuple[str, ...]:
    """All of `texts` in front, in their order."""
    for text in reversed(tuple(texts)):
        known = first(text, known, same=same)
    return known


def _learned_activity(memory: Memory, laporan: Laporan) -> Memory:
    kode = laporan.jenis or "LAIN"
    hours = hours_of(laporan.mulai, laporan.selesai)
    sentences = first(laporan.uraian, memory.uraian.get(kode, ()), KEEP_SENTENCES)
    crew = tuple(p.nama.strip() for p in laporan.personel if p.nama.strip())
    return replace(
        memory,
        jenis_count={**memory.jenis_count, kode: memory.jenis_count.get(kode, 0) + 1},
        regu_terakhir=crew or memory.regu_terakhir,
        uraian={**memory.uraian, kode: sentences},
        hasil=first(laporan.hasil, memory.hasil, KEEP_SENTENCES),
        jam={**memory.jam, kode: hours, "": hours} if hours else memory.jam,
    )
