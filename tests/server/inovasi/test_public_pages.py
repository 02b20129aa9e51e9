"""The pages for everybody: this year's figures without names, the guide, and the survey's form."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from server.core import office
from server.core.permit import NotAllowedError
from server.core.sessions import Account
from server.http import connection_limits
from server.inovasi import public_summary, survey
from server.inovasi.rows import survey_rows
from shared.roles import Role
from tests.cast import HAMARUNG, KASI_TRANTIB, flood, patrol
from tests.server.kit import Office, Phone, at_hamarung

pytestmark = pytest.mark.anyio

KASI = Account("kasi", Role.KASI_TRANTIB, KASI_TRANTIB)
READER = Account("baca", Role.PEMBACA, "Pembaca (contoh)")

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
ANSWERS = {f"u{number}": "3" for number in range(1, 10)}


async def test_the_page_tells_figures_and_no_name(juai: Office, ida: Phone) -> None:
    rudi = await juai.phone(HAMARUNG)
    await ida.send(patrol())
    await rudi.send(at_hamarung(flood()))
    await rudi.send(at_hamarung(patrol()))
    office.change(juai.ctx, KASI, {"kop_alamat": "Jalan Contoh <1>, Juai"})
    found = public_summary.summary(juai.ctx)
    assert (found.villages, found.of_villages) == (2, 21)
    assert (found.kegiatan, found.kejadian) == (2, 1)
    html = (await juai.client.get("/tentang")).text
    assert "<b>2</b>desa dari 21 sudah melapor" in html
    assert "Jalan Contoh &lt;1&gt;, Juai" in html
    for name in ("Ida", "Rudi", "Lalayau", "Hamarung", "Poskamling"):
        assert name not in html


async def test_the_figures_are_counted_once_in_five_minutes_however_many_ask(
    juai: Office, ida: Phone
) -> None:
    assert "Belum ada laporan" in (await juai.client.get("/tentang")).text
    await ida.send(patrol())
    assert "Belum ada laporan" in (await juai.client.get("/tentang")).text
    juai.clock.move(minutes=5)
    assert "<b>1</b>desa dari 21" in (await juai.client.get("/tentang")).text


async def test_a_year_without_reports_says_so(juai: Office) -> None:
    html = (await juai.client.get("/tentang")).text
    assert "Belum ada laporan tahun ini." in html
    assert "Belum diisi kecamatan." in html


async def test_the_page_and_the_guide_can_be_switched_off(juai: Office) -> None:
    guide = await juai.client.get("/pedoman")
    assert guide.status_code == 200
    assert "Desa: melaporkan kegiatan" in guide.text
    public_summary.set_on(juai.ctx, KASI, on=False)
    for path in ("/tentang", "/pedoman"):
        answer = await juai.client.get(path)
        assert answer.status_code == 404
        assert "tidak dibuka untuk umum" in answer.text
    with pytest.raises(NotAllowedError):
        public_summary.set_on(juai.ctx, READER, on=True)


async def test_a_citizen_answers_the_survey(juai: Office) -> None:
    assert "Survei sedang tidak dibuka." in (await juai.client.get("/survei")).text
    assert "Survei sedang tidak dibuka." in (await _post(juai, ANSWERS)).text
    survey.set_open(juai.ctx, KASI, is_open=True)
    form = (await juai.client.get("/survei")).text
    assert form.count('type="radio"') == 36
    assert "Terima kasih" in (await _post(juai, {**ANSWERS, "saran": "Bagus & cepat"})).text
    found = survey.look(juai.ctx, KASI).told
    assert (found.from_public, found.result.index, found.saran) == (1, 75.0, ("Bagus & cepat",))


async def test_a_citizen_may_tell_who_answers_without_a_name(juai: Office) -> None:
    survey.set_open(juai.ctx, KASI, is_open=True)
    form = (await juai.client.get("/survei")).text
    assert form.count("<select") == 4 and "Tidak diisi" in form
    assert "Terima kasih" in (await _post(juai, {**ANSWERS, "umur": "u45"})).text
    found = survey.look(juai.ctx, KASI).told
    assert found.profil == {("umur", "u45"): 1}
    answer = await _post(juai, {**ANSWERS, "umur": "x"})
    assert answer.status_code == 422


async def test_an_empty_choice_of_the_form_is_none(juai: Office) -> None:
    """A browser sends every select, the empty ones too."""
    survey.set_open(juai.ctx, KASI, is_open=True)
    empty = dict.fromkeys(("kelamin", "umur", "pendidikan", "pekerjaan"), "")
    assert "Terima kasih" in (await _post(juai, {**ANSWERS, **empty, "saran": ""})).text
    assert survey.look(juai.ctx, KASI).told.profil == {}


async def test_the_public_index_is_that_of_the_desk_for_one_half_year(
    juai: Office, ida: Phone
) -> None:
    await ida.send(patrol())
    with juai.ctx.database.write() as db:
        survey_rows.add_answer(db, "2026-S1", "publik", [1] * 9, "")
        survey_rows.add_answer(db, "2026-S2", "publik", [4] * 9, "")
    found = public_summary.summary(juai.ctx)
    assert (found.index, found.periode) == (100.0, "2026-S2")
    assert found.index == survey.look(juai.ctx, KASI).told.result.index
    html = (await juai.client.get("/tentang")).text
    assert "indeks kepuasan, mutu A (Semester 2 tahun 2026)" in html


async def test_what_is_missing_is_said_and_nothing_is_lost(juai: Office) -> None:
    survey.set_open(juai.ctx, KASI, is_open=True)
    some = {f"u{number}": "4" for number in range(1, 9)} | {"saran": "<b>halo</b>"}
    answer = await _post(juai, some)
    assert answer.status_code == 422
    assert "belum dijawab" in answer.text
    assert answer.text.count(" checked") == 8
    assert "&lt;b&gt;halo&lt;/b&gt;" in answer.text
    assert survey.look(juai.ctx, KASI).told.from_public == 0


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"u1=4&" * 5000, FORM),
        (b"\xff\xfe=1", FORM),
        (b"&".join(b"x=1" for _ in range(99)), FORM),
        (b'{"u1": 4}', {"Content-Type": "application/json"}),
    ],
    ids=["too long", "not text", "too many fields", "JSON"],
)
async def test_what_no_browser_sends_is_refused(
    juai: Office, body: bytes, headers: dict[str, str]
) -> None:
    survey.set_open(juai.ctx, KASI, is_open=True)
    answer = await juai.client.post("/survei", content=body, headers=headers)
    assert answer.status_code == 400
    assert survey.look(juai.ctx, KASI).told.from_public == 0


async def test_a_thousand_posts_from_one_place_count_as_few(
    juai: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The survey's own limit is meant, not the server's for whoever asks too fast.
    monkeypatch.setattr(connection_limits.Pace, "is_too_fast", lambda *_: False)
    survey.set_open(juai.ctx, KASI, is_open=True)
    codes = [(await _post(juai, ANSWERS)).status_code for _ in range(1_000)]
    assert codes.count(200) == survey.FROM_ONE.most
    assert codes.count(429) == 1_000 - survey.FROM_ONE.most
    assert survey.look(juai.ctx, KASI).told.from_public == survey.FROM_ONE.most
    juai.clock.move(hours=1, seconds=1)
    assert (await _post(juai, ANSWERS)).status_code == 200


async def _post(juai: Office, fields: dict[str, str]):
    return await juai.client.post("/survei", content=urlencode(fields), headers=FORM)
