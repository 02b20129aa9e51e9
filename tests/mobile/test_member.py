"""A member on the phone: edited offline, frozen while it travels, met by the kecamatan's record."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from mobile.domain.member import Member, accepted, came, edited, refused, sending
from shared.protocol import Gap
from shared.satlinmas import Anggota
from tests.cast import LALAYAU

UDIN = Anggota(id="u", versi=1, desa=LALAYAU, nama="Udin (contoh)", alamat="RT 03")
KNOWN = Member("u", base=UDIN)


def change(record: Anggota, **fields: Any) -> Anggota:
    return replace(record, **fields)


def test_an_edit_waits_and_leaves_as_the_next_version() -> None:
    member = edited(KNOWN, change(UDIN, alamat="RT 05"))
    assert member.waiting and member.shown.alamat == "RT 05"
    assert sending(member).sent == change(UDIN, alamat="RT 05", versi=2)


def test_an_edit_that_changes_nothing_is_not_sent() -> None:
    assert not edited(KNOWN, change(UDIN, diubah="2026-11-24T20:41:00+08:00")).waiting


def test_a_repeat_leaves_as_the_first_time_and_a_later_edit_follows_it() -> None:
    first = sending(edited(KNOWN, change(UDIN, alamat="RT 05")))
    again = edited(first, change(UDIN, alamat="RT 05", hp="0812"))
    assert sending(again).sent == first.sent
    assert first.sent
    done = accepted(again, first.sent)
    assert done.base == first.sent and done.waiting
    assert sending(done).sent == change(UDIN, alamat="RT 05", hp="0812", versi=3)


def test_taking_an_edit_back_while_it_travels_is_sent_after_it() -> None:
    first = sending(edited(KNOWN, change(UDIN, alamat="RT 05")))
    back = edited(first, UDIN)
    assert back.mine == UDIN and first.sent
    assert sending(accepted(back, first.sent)).sent == change(UDIN, versi=3)


def test_the_kecamatans_change_and_the_own_one_both_stay() -> None:
    member = edited(KNOWN, change(UDIN, alamat="RT 05"))
    met = came(member, change(UDIN, hp="0811", versi=2))
    assert (met.shown.alamat, met.shown.hp) == ("RT 05", "0811")
    assert met.waiting and sending(met).sent == change(UDIN, alamat="RT 05", hp="0811", versi=3)


def test_the_merged_record_comes_back_after_the_word() -> None:
    travelling = sending(edited(KNOWN, change(UDIN, alamat="RT 05")))
    assert travelling.sent
    merged = change(UDIN, alamat="RT 05", hp="0811", versi=3)
    member = came(accepted(travelling, travelling.sent), merged)
    assert member == Member("u", base=merged)


def test_a_change_that_comes_while_the_own_one_travels_moves_nothing_under_it() -> None:
    travelling = sending(edited(KNOWN, change(UDIN, alamat="RT 05")))
    met = came(travelling, change(UDIN, hp="0811", versi=2))
    assert met.sent == travelling.sent and met.waiting
    assert met.sent
    merged = change(UDIN, alamat="RT 05", hp="0811", versi=3)
    assert came(accepted(met, met.sent), merged) == Member("u", base=merged)


def test_an_older_record_changes_nothing() -> None:
    member = Member("u", base=replace(UDIN, versi=7))
    assert came(member, UDIN) == member


def test_a_refused_edit_stays_with_its_reasons_until_it_is_mended() -> None:
    travelling = sending(edited(KNOWN, change(UDIN, nama="")))
    assert travelling.sent
    told = refused(travelling, travelling.sent, (Gap("nama", "required"),))
    assert told.problems and not told.waiting and sending(told).sent is None
    assert edited(told, change(UDIN, nama="Udin B (contoh)")).waiting
