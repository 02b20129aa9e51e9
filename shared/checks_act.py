"""What an act lacks (the village's answers besides reports): ``act_gaps(message)``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from shared import protocol as p
from shared.checks import is_id, photo_list
from shared.checks_desa import check_desa
from shared.checks_form import SHORT, Form
from shared.protocol import Gap
from shared.skm import HIGH, LOW, PROFIL, UNSUR

INVITATION_REPLY = "invitation_reply"
ATTENDANCE = "attendance"
FOLLOW_UP_DONE = "follow_up_done"
VILLAGE_DATA = "village_data"
SURVEY = "survey"
COMPLAINT = "complaint"
KINDS = (INVITATION_REPLY, ATTENDANCE, FOLLOW_UP_DONE, VILLAGE_DATA, SURVEY, COMPLAINT)

JAWABAN = ("datang", "tidak_bisa")


def act_gaps(message: object) -> list[Gap]:
    """All faults of an act."""
    if not isinstance(message, Mapping):
        return [Gap("", p.BAD_TYPE)]
    form = Form(cast("Mapping[str, Any]", message))
    is_id(form, "id")
    form.choice("kind", KINDS, required=True)
    form.time("waktu", required=True)
    kind = form.get("kind")
    form.text("ref", SHORT, required=isinstance(kind, str) and kind in _ON_SOMETHING)
    check = _DATA.get(kind) if isinstance(kind, str) else None
    if check is not None:
        form.part("data", check, required=True)
    return form.found


def _invitation_reply(form: Form) -> None:
    form.choice("jawaban", JAWABAN, required=True)
    form.text("teks")


def _attendance(form: Form) -> None:
    if form.get("anggota") is None:
        form.fault("anggota", p.REQUIRED)
    form.texts("anggota")


def _follow_up_done(form: Form) -> None:
    form.text("teks", required=True)
    photo_list(form)


def _village_data(form: Form) -> None:
    """Of the village's data only the fields that changed; unknown ones are ignored."""
    check_desa(form)


def _survey(form: Form) -> None:
    """A half-year's nine answers, as numbers from 1 to 4, and what else one wants to say."""
    form.text("periode", SHORT, required=True)
    form.text("saran")
    form.part("profil", _profile)
    given = form.items("jawaban", len(UNSUR))
    if form.get("jawaban") is None or (isinstance(form.get("jawaban"), list) and not given):
        form.fault("jawaban", p.REQUIRED)
        return
    row = Form({str(i): value for i, value in enumerate(given)}, f"{form.path}jawaban.", form.found)
    for index in range(len(UNSUR)):
        row.number(str(index), LOW, HIGH, required=True)


def _profile(form: Form) -> None:
    """What somebody wants to tell of himself: each of it may be left out."""
    for name, bidang in PROFIL.items():
        form.choice(name, tuple(bidang.pilihan))


def _complaint(form: Form) -> None:
    form.text("teks", required=True)


_DATA = {
    INVITATION_REPLY: _invitation_reply,
    ATTENDANCE: _attendance,
    FOLLOW_UP_DONE: _follow_up_done,
    VILLAGE_DATA: _village_data,
    SURVEY: _survey,
    COMPLAINT: _complaint,
}
_ON_SOMETHING = (INVITATION_REPLY, ATTENDANCE, FOLLOW_UP_DONE)
