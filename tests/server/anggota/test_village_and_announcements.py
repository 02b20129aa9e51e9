"""What a village says of itself, from both sides; what the desk announces, and who has read it."""

from __future__ import annotations

import pytest

from server.anggota import village_data
from server.anggota.village_data import VillageError
from server.core.permit import NotAllowedError
from server.kantor import announcements
from server.kantor.announcements import EmptyError, NobodyError
from shared.satlinmas import DataDesa
from tests.cast import HAMARUNG, LALAYAU
from tests.server.anggota.kit import CAMAT, KASI, PEMBACA
from tests.server.kit import Json, Office, Phone, act

pytestmark = pytest.mark.anyio


async def test_the_desks_edit_reaches_the_phones_of_that_village_within_its_settings(
    juai: Office, ida: Phone
) -> None:
    village_data.save(juai.ctx, KASI, LALAYAU, DataDesa(kepala_desa="Anang (contoh)"), 0)
    rudi = await juai.phone(HAMARUNG)
    for phone in (ida, rudi):
        await phone.sync()
    assert ida.said("settings")[-1]["desa_data"]["kepala_desa"] == "Anang (contoh)"
    assert rudi.said("settings") == []
    fresh = (await juai.activate(juai.code())).json()
    assert fresh["settings"]["desa_data"]["kepala_desa"] == "Anang (contoh)"
    assert fresh["settings"]["due_day"] == 5


async def test_phone_and_desk_at_once_both_stay(juai: Office, ida: Phone) -> None:
    village_data.save(juai.ctx, KASI, LALAYAU, DataDesa(kepala_desa="Anang (contoh)"), 0)
    told = act("village_data", **{"poskamling": 3, "alat": ["Alkon", "Perahu"]})
    assert (await ida.tell("acts", told))["state"] == "accepted"
    mine = DataDesa(kepala_desa="Anang (contoh)", sumber_dana="ADD")
    village_data.save(juai.ctx, KASI, LALAYAU, mine, 1)
    page = village_data.page(juai.ctx, PEMBACA, LALAYAU)
    data = page.data
    assert (data.poskamling, data.alat, data.sumber_dana) == (3, ("Alkon", "Perahu"), "ADD")
    assert [step.by for step in page.history] == [KASI.nama, "Ida (contoh)", KASI.nama]
    await ida.sync()
    assert ida.said("settings")[-1]["desa_data"]["sumber_dana"] == "ADD"


@pytest.mark.parametrize(
    ("data", "field"),
    [({"poskamling": "tiga"}, "poskamling"), ({"alat": [5]}, "alat.0"),
     ({"sk_tanggal": "kemarin"}, "sk_tanggal"), ({"operator": "x" * 201}, "operator")],
)  # fmt: skip
async def test_faulty_village_data_is_refused_at_its_field(
    juai: Office, ida: Phone, data: Json, field: str
) -> None:
    result = await ida.tell("acts", act("village_data", **data))
    assert result["state"] == "refused"
    assert result["problems"][0]["field"] == f"data.{field}"
    assert village_data.page(juai.ctx, KASI, LALAYAU).versi == 0


async def test_faulty_edits_and_strangers_are_refused_at_the_desk(juai: Office) -> None:
    with pytest.raises(VillageError) as caught:
        village_data.save(juai.ctx, KASI, LALAYAU, DataDesa(poskamling=-1), 0)
    assert caught.value.gaps[0].field == "poskamling"
    for account in (CAMAT, PEMBACA):
        with pytest.raises(NotAllowedError):
            village_data.save(juai.ctx, account, LALAYAU, DataDesa(operator="x"), 0)


async def test_an_announcement_reaches_the_chosen_villages_and_tells_who_read_it(
    juai: Office, ida: Phone
) -> None:
    rudi = await juai.phone(HAMARUNG)
    ident = announcements.publish(
        juai.ctx, KASI, "Apel siaga", "Besok pukul 08.00 di halaman kantor camat.", [LALAYAU]
    )
    for phone in (ida, rudi):
        await phone.sync()
    (told,) = ida.said("announcement")
    assert (told["id"], told["judul"], told["oleh"]) == (ident, "Apel siaga", KASI.nama)
    assert rudi.said("announcement") == []
    (line,) = announcements.page(juai.ctx, PEMBACA).lines
    assert (line.read, len(line.villages)) == (0, 1)
    await ida.sync(read=[ident])
    (line,) = announcements.page(juai.ctx, PEMBACA).lines
    assert (line.read, line.villages[0][0]) == (1, LALAYAU)


async def test_who_may_not_announces_nothing(juai: Office) -> None:
    for account in (CAMAT, PEMBACA):
        with pytest.raises(NotAllowedError):
            announcements.publish(juai.ctx, account, "a", "b", [LALAYAU])
    with pytest.raises(NobodyError):
        announcements.publish(juai.ctx, KASI, "a", "b", ["lain"])
    with pytest.raises(EmptyError):
        announcements.publish(juai.ctx, KASI, " ", "b", [LALAYAU])
