"""The satisfaction survey: known answers, one answer a phone, and nobody knows who said what."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest

from server.core.db.tables import acts
from server.core.db.tables_voice import skm_answers, skm_profiles
from server.core.permit import NotAllowedError
from server.core.sessions import Account
from server.inovasi import survey
from server.inovasi.rows import innovation_rows, survey_rows
from server.inovasi.survey import AnswerError, ClosedError
from shared import skm
from shared.roles import Role
from tests.cast import HAMARUNG, KASI_TRANTIB
from tests.server.kit import Office, Phone, act

pytestmark = pytest.mark.anyio

KASI = Account("kasi", Role.KASI_TRANTIB, KASI_TRANTIB)
READER = Account("baca", Role.PEMBACA, "Pembaca (contoh)")

NOW = "2026-S2"


def said(*jawaban: int, periode: str = NOW, saran: str = "", **profil: Any) -> dict[str, Any]:
    more: dict[str, Any] = {"profil": profil} if profil else {}
    return act("survey", None, periode=periode, jawaban=list(jawaban), saran=saran, **more)


def test_known_answers_give_the_known_index_and_grade() -> None:
    # Element by element: (4+3)/2 = 3.5 five times, (3+2)/2 = 2.5 four times; 27.5 / 9 x 25.
    known = skm.result([[4, 4, 4, 4, 4, 3, 3, 3, 3], [3, 3, 3, 3, 3, 2, 2, 2, 2]])
    assert (known.index, known.grade, known.weakest) == (76.39, "C", 5)
    assert skm.result([[4] * 9]) == skm.Result(1, (4.0,) * 9, 100.0, "A")
    assert skm.result([[1] * 9]).grade == "D"
    assert skm.result([]) == skm.Result(0)


@pytest.mark.parametrize(
    ("index", "letter"),
    [(100, "A"), (88.31, "A"), (88.30, "B"), (76.61, "B"), (76.60, "C"), (65, "C"), (64.99, "D")],
)
def test_the_grades_change_at_their_borders(index: float, letter: str) -> None:
    assert skm.grade(index) == letter


async def test_a_phone_answers_once_in_a_half_year(juai: Office, ida: Phone) -> None:
    assert (await ida.tell("acts", said(*[4] * 9)))["state"] == "accepted"
    again = await ida.tell("acts", said(*[1] * 9))
    assert again["problems"] == [{"field": "data.periode", "code": "duplicate"}]
    rudi = await juai.phone(HAMARUNG)
    assert (await rudi.tell("acts", said(*[2] * 9)))["state"] == "accepted"
    found = survey.look(juai.ctx, KASI).told
    assert (found.result.answers, found.result.index, found.villages) == (2, 75.0, 2)


@pytest.mark.parametrize("day", ["2026-07-01", "2026-12-31"])
def test_from_its_first_day_to_its_last_a_half_year_takes_late_answers_of_the_one_before(
    day: str,
) -> None:
    moment = datetime.fromisoformat(f"{day}T08:00:00+08:00")
    assert skm.counting(moment) == ("2026-S2", "2026-S1")


async def test_an_answer_of_the_half_year_before_may_arrive_late(ida: Phone) -> None:
    assert (await ida.tell("acts", said(*[3] * 9, periode="2026-S1")))["state"] == "accepted"
    for unknown in ("2025-S2", "2027-S1", "besok"):
        result = await ida.tell("acts", said(*[3] * 9, periode=unknown))
        assert result["problems"] == [{"field": "data.periode", "code": "unknown_value"}]


@pytest.mark.parametrize(
    ("jawaban", "field", "code"),
    [
        ([], "data.jawaban", "required"),
        ([4] * 8, "data.jawaban.8", "required"),
        ([4] * 10, "data.jawaban", "too_many"),
        ([0] + [4] * 8, "data.jawaban.0", "out_of_range"),
        ([5] + [4] * 8, "data.jawaban.0", "out_of_range"),
        (["4"] + [4] * 8, "data.jawaban.0", "not_a_number"),
    ],
    ids=lambda part: str(part),
)
async def test_nine_answers_from_one_to_four_are_needed(
    juai: Office, ida: Phone, jawaban: list[Any], field: str, code: str
) -> None:
    result = await ida.tell("acts", act("survey", periode=NOW, jawaban=jawaban))
    assert {"field": field, "code": code} in result["problems"]
    assert survey.look(juai.ctx, KASI).told.result.answers == 0


async def test_what_is_kept_does_not_tell_who_said_it(juai: Office, ida: Phone) -> None:
    await ida.tell("acts", said(*[4, 3] * 4, 1, saran="Sinyal di pos lemah"))
    with juai.ctx.database.read() as db:
        kept = [dict(row) for row in db.execute(skm_answers.select()).mappings()]
        told = [row.message for row in db.execute(acts.select())]
    assert [set(row) for row in kept] == [{"id", "periode", "sumber", "jawaban", "saran"}]
    assert [set(json.loads(message)) for message in told] == [{"id", "kind"}]
    assert kept[0]["id"] != json.loads(told[0])["id"]


async def test_a_profile_is_counted_and_never_kept_as_a_person(juai: Office, ida: Phone) -> None:
    """UU 27/2022: what belongs together in one person would tell who it was."""
    await ida.tell("acts", said(*[4] * 9, kelamin="P", umur="u35"))
    rudi = await juai.phone(HAMARUNG)
    await rudi.tell("acts", said(*[3] * 9, kelamin="L"))
    survey.set_open(juai.ctx, KASI, is_open=True)
    survey.answer_public(juai.ctx, [4] * 9, "", {"kelamin": "P", "pekerjaan": "tani"})
    survey.answer_public(juai.ctx, [4] * 9, "")
    assert survey.look(juai.ctx, KASI).told.profil == {
        ("kelamin", "P"): 2, ("kelamin", "L"): 1, ("umur", "u35"): 1, ("pekerjaan", "tani"): 1,
    }  # fmt: skip
    with juai.ctx.database.read() as db:
        kept = [set(dict(row)) for row in db.execute(skm_profiles.select()).mappings()]
    assert all(row == {"periode", "bidang", "pilihan", "jumlah"} for row in kept)


async def test_what_is_no_profile_is_refused(juai: Office, ida: Phone) -> None:
    result = await ida.tell("acts", said(*[4] * 9, kelamin="X"))
    assert {"field": "data.profil.kelamin", "code": "unknown_value"} in result["problems"]
    survey.set_open(juai.ctx, KASI, is_open=True)
    with pytest.raises(AnswerError):
        survey.answer_public(juai.ctx, [4] * 9, "", {"umur": "muda"})


@pytest.mark.parametrize(
    ("population", "needed"), [(0, 0), (1, 1), (10, 10), (21, 20), (100, 80), (500, 217)]
)
def test_so_many_answers_are_enough(population: int, needed: int) -> None:
    """The table of Krejcie and Morgan (general knowledge, to be checked by the kecamatan)."""
    assert skm.sample(population) == needed


async def test_a_practice_phone_does_not_count(juai: Office, ida: Phone) -> None:
    with juai.ctx.database.write() as db:
        innovation_rows.mark_training(db, ida.device_id, juai.clock.now(), "kasi", on=True)
    assert (await ida.tell("acts", said(*[4] * 9)))["state"] == "accepted"
    assert survey.look(juai.ctx, KASI).told.result.answers == 0


async def test_the_public_answers_only_while_it_is_open(juai: Office, ida: Phone) -> None:
    with pytest.raises(ClosedError):
        survey.answer_public(juai.ctx, [4] * 9, "")
    survey.set_open(juai.ctx, KASI, is_open=True)
    await ida.sync()
    assert ida.said("settings")[-1]["survei"] == NOW
    survey.answer_public(juai.ctx, [4] * 9, " Terima kasih ")
    for wrong in ([4] * 8, [4] * 8 + [5], [True] * 9):
        with pytest.raises(AnswerError):
            survey.answer_public(juai.ctx, wrong, "")
    found = survey.look(juai.ctx, READER)
    assert (found.open, found.told.from_public, found.told.saran) == (True, 1, ("Terima kasih",))
    juai.clock.move(days=60)
    with pytest.raises(ClosedError):
        survey.answer_public(juai.ctx, [4] * 9, "")


async def test_what_was_done_about_the_weakest_stands_with_the_result(juai: Office) -> None:
    survey.tell_action(juai.ctx, KASI, NOW, " Sinyal kantor desa ditambah. ")
    assert survey.look(juai.ctx, READER).told.action == "Sinyal kantor desa ditambah."
    with pytest.raises(NotAllowedError):
        survey.tell_action(juai.ctx, READER, NOW, "x")
    with pytest.raises(NotAllowedError):
        survey.set_open(juai.ctx, READER, is_open=True)


def test_the_half_year_before() -> None:
    assert skm.previous("2026-S2") == "2026-S1"
    assert skm.previous("2026-S1") == "2025-S2"
    assert skm.period_words("2026-S2") == "Semester 2 tahun 2026"
    assert survey_rows.PUBLIK == "publik"
