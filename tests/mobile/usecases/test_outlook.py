"""What becomes of what waits is decided once; no two screens can contradict each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mobile.ports import SyncTrouble, TroubleKind
from mobile.usecases.outlook import fate, outlook, tried
from mobile.usecases.phone import Phone
from tests import cast
from tests.doubles.phone import CountingSync

AT = "2026-11-24T02:15:00+08:00"


def sync(phone: Phone) -> CountingSync:
    assert isinstance(phone.sync, CountingSync)
    return phone.sync


def test_without_trouble_it_goes_by_itself(phone: Phone) -> None:
    assert outlook(phone) == "sendiri"
    sync(phone).trouble = SyncTrouble(TroubleKind.NO_SIGNAL, at=AT)
    assert fate(phone) == "Terkirim sendiri begitu ada sinyal."


def test_a_revoked_phone_never_says_that_it_goes_by_itself(phone: Phone) -> None:
    phone.state.update_sync(lambda s: replace(s, token_refused=True))
    sync(phone).is_stopped = True
    assert fate(phone) == "Belum bisa dikirim: HP ini perlu kode baru dari kecamatan."


def test_what_was_stopped_waits_for_a_tap(phone: Phone) -> None:
    sync(phone).is_stopped = True
    assert fate(phone).startswith("Pengiriman dihentikan.")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (TroubleKind.NO_SIGNAL, "Terakhir dicoba 02.15, belum ada sinyal."),
        (TroubleKind.BUSY, "Terakhir dicoba 02.15, kecamatan sedang sibuk."),
        (TroubleKind.UNEXPECTED, "Terakhir dicoba 02.15, ada yang tidak beres."),
    ],
)
def test_an_attempt_is_answered_with_its_hour_and_its_reason(kind: TroubleKind, words: str) -> None:
    assert tried(SyncTrouble(kind, at=AT), cast.EVENING.replace(day=25)) == words


def test_of_today_it_is_said_short() -> None:
    trouble = SyncTrouble(TroubleKind.NO_SIGNAL, at=AT)
    assert tried(trouble, cast.EVENING) == "Dicoba 02.15, belum ada sinyal."
    assert tried(None, cast.EVENING) == ""
