"""A member edited at the desk: merged with what a phone did, told to the phones, with history."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.anggota import roster, roster_page
from server.anggota.roster import FaultyError
from server.anggota.roster_page import RosterFilter
from server.core import settings
from server.core.permit import NotAllowedError
from shared.codec import decode
from shared.satlinmas import Anggota
from tests.cast import HAMARUNG, KASI_TRANTIB, LALAYAU
from tests.server.anggota.kit import ADMIN, CAMAT, KASI, PEMBACA, add, udin
from tests.server.kit import Office, Phone, member

pytestmark = pytest.mark.anyio


async def test_a_member_written_at_the_desk_reaches_the_villages_phone(
    juai: Office, ida: Phone
) -> None:
    ident = add(juai.ctx)
    rudi = await juai.phone(HAMARUNG)
    for phone in (ida, rudi):
        await phone.sync()
    (told,) = ida.said("anggota")
    assert (told["id"], told["versi"], told["nama"]) == (ident, 1, "Udin (contoh)")
    assert rudi.said("anggota") == []


async def test_desk_and_phone_at_once_both_changes_stay(juai: Office, ida: Phone) -> None:
    amat = member()
    await ida.tell("anggota", amat)
    await ida.tell("anggota", {**amat, "versi": 2, "alamat": "RT 05"})
    roster.save(juai.ctx, KASI, decode(Anggota, {**amat, "hp": "0812"}), 1)
    await ida.sync()
    merged = ida.said("anggota")[-1]
    assert (merged["alamat"], merged["hp"], merged["versi"]) == ("RT 05", "0812", 3)


async def test_a_field_that_both_changed_goes_to_the_later_and_the_history_says_so(
    juai: Office, ida: Phone
) -> None:
    amat = member()
    await ida.tell("anggota", amat)
    roster.save(juai.ctx, KASI, decode(Anggota, {**amat, "alamat": "RT 07", "kta": "K-1"}), 1)
    await ida.tell("anggota", {**amat, "versi": 2, "alamat": "RT 05"})
    page = roster.member(juai.ctx, KASI, amat["id"])
    assert page is not None
    assert (page.line.anggota.alamat, page.line.anggota.kta) == ("RT 05", "K-1")
    last, desk, first = page.history
    assert [(s.by, s.from_phone) for s in (last, desk)] == [
        ("Ida (contoh)", True), (KASI_TRANTIB, False)
    ]  # fmt: skip
    (change,) = last.changes
    assert (change.field, change.before, change.after) == ("alamat", amat["alamat"], "RT 05")
    assert (change.conflict, change.other) == (True, "RT 07")
    assert not desk.has_conflict and not first.has_conflict


async def test_empty_in_another_manner_is_no_change(juai: Office, ida: Phone) -> None:
    amat = {**member(), "hp": None, "sk": None, "perlengkapan": None}
    await ida.tell("anggota", amat)
    roster.save(juai.ctx, KASI, decode(Anggota, {**amat, "hp": "0812"}), 1)
    again = {**amat, "versi": 2, "hp": "", "perlengkapan": [], "alamat": "RT 09"}
    await ida.tell("anggota", again)
    page = roster.member(juai.ctx, KASI, amat["id"])
    assert page is not None
    assert (page.line.anggota.hp, page.line.anggota.alamat) == ("0812", "RT 09")


async def test_a_faulty_edit_names_its_fields(juai: Office) -> None:
    with pytest.raises(FaultyError) as caught:
        roster.save(juai.ctx, KASI, udin(nama=" ", desa="", tanggal_lahir="kemarin"), 0)
    named = {(gap.field, gap.code) for gap in caught.value.gaps}
    assert {("nama", "required"), ("desa", "required"), ("tanggal_lahir", "bad_time")} <= named


async def test_a_member_does_not_move_to_another_village(juai: Office) -> None:
    ident = add(juai.ctx)
    with pytest.raises(FaultyError):
        roster.save(juai.ctx, KASI, udin(id=ident, desa=HAMARUNG), 1)


async def test_who_may_not_is_refused(juai: Office) -> None:
    ident = add(juai.ctx)
    for account in (CAMAT, PEMBACA):
        assert roster.member(juai.ctx, account, ident)
        with pytest.raises(NotAllowedError):
            roster.save(juai.ctx, account, udin(), 0)
    assert roster.save(juai.ctx, ADMIN, udin(nama="Amat (contoh)"), 0)


async def test_members_with_a_notice_come_first_and_few_villages_are_named(juai: Office) -> None:
    add(juai.ctx, nama="Aman (contoh)")
    add(juai.ctx, nama="Basri (contoh)", tanggal_lahir="1966-11-24")
    add(juai.ctx, nama="Muda (contoh)", tanggal_lahir="2009-01-01")
    add(juai.ctx, nama="Setia (contoh)", mulai="2006-11-01")
    page = roster_page.page(juai.ctx, PEMBACA, RosterFilter())
    noticed = [(one.anggota.nama, one.notices) for one in page.lines[:3]]
    assert noticed == [
        ("Basri (contoh)", (("at_60", 60),)),
        ("Muda (contoh)", (("under_18", 17),)),
        ("Setia (contoh)", (("service", 20),)),
    ]
    assert page.few == (("Lalayau", 4),)
    assert (page.noticed, page.total) == (3, 4)


async def test_a_birthday_to_come_is_no_childs_but_a_wrong_year(juai: Office, ida: Phone) -> None:
    with pytest.raises(FaultyError) as caught:
        roster.save(juai.ctx, KASI, udin(tanggal_lahir="2095-03-14"), 0)
    assert [(gap.field, gap.code) for gap in caught.value.gaps] == [("tanggal_lahir", "not_yet")]
    await ida.tell("anggota", member(tanggal_lahir="2095-03-14"))  # an older phone asks nobody
    [line] = roster_page.page(juai.ctx, PEMBACA, RosterFilter()).lines
    assert (line.umur, line.notices) == (None, (("not_born", 0),))


async def test_the_list_is_filtered(juai: Office) -> None:
    add(juai.ctx, nama="Amat (contoh)", regu="pengamanan")
    add(juai.ctx, nama="Hadi (contoh)", desa=HAMARUNG)
    add(juai.ctx, nama="Kadir (contoh)", status="nonaktif")

    def names(which: RosterFilter) -> list[str]:
        return [one.anggota.nama for one in roster_page.page(juai.ctx, KASI, which).lines]

    assert names(RosterFilter(desa=HAMARUNG)) == ["Hadi (contoh)"]
    assert names(RosterFilter(regu="pengamanan")) == ["Amat (contoh)"]
    assert names(RosterFilter(status="nonaktif")) == ["Kadir (contoh)"]
    assert names(RosterFilter(words="HAD")) == ["Hadi (contoh)"]
    assert len(names(RosterFilter(desa=LALAYAU))) == 2


async def test_a_member_that_a_phone_brought_is_marked_as_new(juai: Office, ida: Phone) -> None:
    await ida.tell("anggota", member())
    (line,) = roster_page.page(juai.ctx, KASI, RosterFilter()).lines
    assert line.new
    one = replace(line.anggota, alamat="RT 01")
    roster.save(juai.ctx, KASI, one, one.versi)
    (line,) = roster_page.page(juai.ctx, KASI, RosterFilter()).lines
    assert not line.new


async def test_settings_of_a_phone_hold_its_own_village(juai: Office) -> None:
    with juai.ctx.database.read() as db:
        assert settings.read_for(db, LALAYAU)["desa_data"] == {}
