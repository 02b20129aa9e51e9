"""The form learns: what was used last stands first, what is used most stands on a tile."""

from __future__ import annotations

from dataclasses import replace

from mobile.ports import Memory
from mobile.usecases.chips import KEEP, counted, learned, suggest, tiles
from shared.laporan import Ditarik, Personel
from tests import cast


def test_a_new_phone_shows_the_usual_five() -> None:
    assert tiles(Memory()) == ("PATROLI", "JAGA_POS", "PAM_GIAT", "SOSIAL", "SIAGA_BENCANA")


def test_the_village_s_own_jenis_take_the_place_of_what_it_never_does() -> None:
    memory = Memory(jenis_count={"KEBAKARAN": 9, "PATROLI": 2, "DARI_MASA_DEPAN": 99})
    assert tiles(memory) == ("PATROLI", "JAGA_POS", "PAM_GIAT", "SOSIAL", "KEBAKARAN")


def test_tiles_keep_their_places_however_often_each_is_used() -> None:
    counts = {"PATROLI": 1, "JAGA_POS": 9, "KEBAKARAN": 5}
    before = tiles(Memory(jenis_count=counts))
    for kode in ("SOSIAL", "KEBAKARAN", "PATROLI", "JAGA_POS"):
        counts[kode] = counts.get(kode, 0) + 7
        assert tiles(Memory(jenis_count=counts)) == before, kode


def test_jenis_are_counted_over_all_that_the_village_reported() -> None:
    reports = [cast.patrol(jenis="SOSIAL"), cast.patrol(jenis="SOSIAL"), cast.patrol(),
               cast.flood(), cast.nihil()]  # fmt: skip
    gone = cast.patrol(ditarik=Ditarik("salah", "2026-11-24T20:00:00+08:00"))
    assert counted([*reports, gone]) == {"SOSIAL": 2, "PATROLI": 1}


def test_a_jenis_that_is_switched_off_has_no_tile() -> None:
    assert "PATROLI" not in tiles(Memory(jenis_count={"PATROLI": 9}), off=["PATROLI"])
    assert len(tiles(Memory(), off=["PATROLI"])) == 5


def test_the_last_place_stands_first_and_once() -> None:
    memory = Memory()
    for place in ("Pos RT 02", "Balai desa", "pos rt 02 "):
        memory = learned(memory, cast.patrol(tempat=place))
    assert memory.tempat == ("pos rt 02", "Balai desa")


def test_the_last_crew_is_offered_apart_from_the_others() -> None:
    memory = learned(Memory(), cast.patrol(personel=(Personel("Amat"), Personel("Udin"))))
    memory = learned(memory, cast.patrol(personel=(Personel("Siti"), Personel("Amat"))))
    chips = suggest(memory, "PATROLI")
    assert (chips.regu_terakhir, chips.nama) == (("Siti", "Amat"), ("Udin",))


def test_sentences_belong_to_their_jenis() -> None:
    memory = learned(Memory(), cast.patrol(uraian="Ronda aman."))
    memory = learned(memory, cast.patrol(jenis="SOSIAL", uraian="Gotong royong."))
    assert suggest(memory, "SOSIAL").uraian == ("Gotong royong.",)
    assert suggest(memory).uraian == ()


def test_a_report_without_names_keeps_the_last_crew() -> None:
    memory = learned(Memory(), cast.patrol())
    after = learned(memory, cast.patrol(personel=()))
    assert after.regu_terakhir == memory.regu_terakhir


def test_a_kejadian_teaches_places_but_no_habits() -> None:
    memory = learned(Memory(), cast.flood())
    assert memory.tempat == ("Bantaran sungai RT 04",)
    assert (memory.jenis_count, memory.uraian, memory.jam) == ({}, {}, {})
    assert learned(memory, cast.nihil()) == memory


def test_memory_does_not_grow_for_ever() -> None:
    memory = Memory()
    for number in range(KEEP * 2):
        memory = learned(memory, cast.patrol(tempat=f"Pos {number}", uraian=f"Ronda {number}"))
    assert len(memory.tempat) == KEEP
    assert len(memory.uraian["PATROLI"]) < KEEP
    assert replace(memory, tempat=()) != memory


def test_hours_of_more_than_a_day_are_no_habit() -> None:
    """Two hours alone would make a short night of them, or a day of a night."""
    habit = learned(Memory(), cast.patrol()).jam
    start = "2026-11-24T20:00:00+08:00"
    for end in ("2026-11-26T06:00:00+08:00", "2026-11-24T19:00:00+08:00"):
        memory = learned(Memory(jam=habit), cast.patrol(mulai=start, selesai=end))
        assert memory.jam == habit
    post = cast.patrol(jenis="JAGA_POS", mulai=start, selesai="2026-11-25T20:00:00+08:00")
    assert learned(Memory(), post).jam["JAGA_POS"] == ("20.00", "20.00")
