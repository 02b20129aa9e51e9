"""The card that counts down tells the truth from its first word on."""

from __future__ import annotations

from mobile.domain.record import Record
from mobile.sync.progress import Progress
from shared.laporan import Foto
from shared.protocol import MissingPhoto
from shared.status import PhoneState
from tests.cast import patrol

ONE, TWO = Foto("a" * 64, 90_000, 1280, 960), Foto("b" * 64, 60_000, 1280, 960)


def kb_left(state: PhoneState, *missing: MissingPhoto) -> int:
    sent = patrol(foto=(ONE, TWO))
    progress = Progress(lambda: None)
    progress.begin()
    progress.count([Record(id=sent.id, sent=sent, sent_state=state)], missing)
    progress.at(None)
    assert progress.shown is not None
    return progress.shown.kb_left


def test_photos_of_a_text_that_has_not_left_yet_are_still_to_go() -> None:
    assert kb_left(PhoneState.QUEUED) == 150


def test_what_the_kecamatan_has_already_is_not_counted_again() -> None:
    assert kb_left(PhoneState.TEXT_RECEIVED, MissingPhoto(TWO.sha256, 60_000, 20_000)) == 40
    assert kb_left(PhoneState.QUEUED, MissingPhoto(ONE.sha256, 90_000, 80_000)) == 70
