"""The kabupaten sees figures of all kecamatan, why villages are silent, and nothing of a person."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import httpx
import pytest
from sqlalchemy import insert

from server.core import accounts
from server.core import settings as desk_settings
from server.core.context import Context
from server.core.db.tables import anggota
from server.core.permit import NotAllowedError
from server.core.sessions import Account
from server.hp import activation
from server.kabupaten import overview, teks
from server.kabupaten.overview import Silence
from server.kantor import staff_accounts
from server.laporan import board
from shared.clock import WITA
from shared.roles import Role
from tests.cast import HAMARUNG, LALAYAU, flood, patrol
from tests.server.door_kit import PASSWORD, make_argon2_quick
from tests.server.kit import Phone
from tests.server.shell.kit import HALONG, Office, add_kecamatan, serving

pytestmark = pytest.mark.anyio

POL_PP = Account("polpp", Role.KABUPATEN, "Satpol PP (contoh)")
KASI = Account("kasi", Role.KASI_TRANTIB, "Kasi (contoh)")


@pytest.fixture
async def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Office]:
    """Juai and Halong; Bu Ida has reported a patrol and a flood, Pak Rudi's code waits."""
    make_argon2_quick(monkeypatch)
    add_kecamatan(tmp_path / "data")
    async with serving(tmp_path / "data", monkeypatch) as running:
        async with running.client() as client:
            phone = await _phone(running.ctx(), client)
            await phone.sync(patrol(tempat="Rumah Pak Amat"), flood())
        activation.new_code(running.ctx(), HAMARUNG, "Rudi (contoh)", "Kasi")
        for ctx in (running.ctx(), running.ctx(HALONG)):
            _member(ctx, "Udin (contoh)")
        yield running


async def _phone(ctx: Context, client: httpx.AsyncClient) -> Phone:
    code = activation.new_code(ctx, LALAYAU, "Ida (contoh)", "Kasi")
    given = activation.activate(ctx, code, "HP", "1.0.0", "10.0.0.9")
    return Phone(client, given.token, given.device_id, LALAYAU)


def _member(ctx: Context, nama: str) -> None:
    row = {
        "id": nama, "desa": LALAYAU, "versi": 1, "nama": nama, "status": "aktif", "message": "{}",
        "changed_at": datetime(2026, 11, 1, tzinfo=WITA),
    }  # fmt: skip
    with ctx.database.write() as db:
        db.execute(insert(anggota), row)


def _stores(office: Office) -> list[Context]:
    return [office.ctx(), office.ctx(HALONG)]


async def test_the_figures_are_those_of_each_kecamatans_own_board(office: Office) -> None:
    juai, halong = overview.months(_stores(office), POL_PP, "2026-11")
    own = board.board(office.ctx(), KASI, "2026-11")
    assert (juai.kegiatan, juai.kejadian) == (1, own.kejadian) == (1, 1)
    assert juai.answered == own.complete == 1
    assert (juai.anggota, halong.anggota) == (1, 1)
    assert dict(juai.jenis) == dict(own.jenis) and juai.orang == own.orang
    assert juai.silences == {Silence.TANPA_HP: 19, Silence.KODE: 1}
    assert (halong.kejadian, halong.silences) == (0, {Silence.TANPA_HP: 1})


async def test_a_phone_that_is_silent_and_one_that_is_not_are_told_apart(office: Office) -> None:
    [juai, _] = overview.months(_stores(office), POL_PP, "2026-10")
    assert juai.silences == {Silence.TANPA_HP: 19, Silence.KODE: 1, Silence.DIAM: 1}
    office.clock.move(days=20)
    [juai, _] = overview.months(_stores(office), POL_PP, "2026-10")
    assert juai.silences[Silence.TERPUTUS] == 1
    # As the kecamatan's own board has it.
    own = next(v for v in board.board(office.ctx(), KASI, "2026-10").villages if v.desa == LALAYAU)
    assert (own.has_phone, own.connected) == (True, False)


async def test_nothing_of_a_person_leaves_the_kecamatan(office: Office) -> None:
    told = str(overview.months(_stores(office), POL_PP, "2026-11"))
    for word in ("Ida", "Amat", "Udin", "Rudi", "Rumah", "uraian", "sungai"):
        assert word not in told, word


async def test_only_the_kabupaten_reads_it_and_only_the_operator_makes_its_accounts(
    office: Office,
) -> None:
    for role in Role:
        someone = Account("siapa", role, "Siapa (contoh)")
        if role is Role.KABUPATEN:
            with pytest.raises(NotAllowedError):
                board.board(office.ctx(), someone)
        else:
            with pytest.raises(NotAllowedError):
                overview.months(_stores(office), someone, "2026-11")
            with pytest.raises(NotAllowedError):
                overview.month(_stores(office), someone, HALONG, "2026-11")
    admin = Account("admin", Role.ADMIN, "Admin (contoh)")
    with pytest.raises(NotAllowedError):
        staff_accounts.add(office.ctx(), admin, "polpp", Role.KABUPATEN, PASSWORD, "Pol PP")


async def test_an_admin_of_the_kecamatan_has_no_hand_on_the_kabupatens_account(
    office: Office,
) -> None:
    ctx, admin = office.ctx(), Account("admin", Role.ADMIN, "Admin (contoh)")
    for name, role in (("admin", Role.ADMIN), ("lain", Role.ADMIN), ("polpp", Role.KABUPATEN)):
        accounts.add(ctx, name, role, PASSWORD)
    before = accounts.all_accounts(ctx)
    for act in (
        lambda: staff_accounts.set_password(ctx, admin, "polpp", "kata sandi yang lain"),
        lambda: staff_accounts.reset_two_step(ctx, admin, "polpp"),
        lambda: staff_accounts.set_role(ctx, admin, "polpp", Role.CAMAT),
        lambda: staff_accounts.remove(ctx, admin, "polpp"),
    ):
        with pytest.raises(NotAllowedError):
            act()
    assert accounts.all_accounts(ctx) == before
    assert accounts.check_password(ctx, "polpp", PASSWORD)
    seen = [one.username for one in staff_accounts.everyone(ctx, admin)]
    assert seen == ["admin", "lain"]


async def test_the_month_that_is_shown_follows_the_deadline_that_is_set(office: Office) -> None:
    office.clock.at = datetime(2026, 12, 12, 9, tzinfo=WITA)
    assert overview.asked_month(office.ctx(), None) == "2026-12"
    desk_settings.change(office.ctx(), {"due_day": 10}, "operator")
    assert overview.asked_month(office.ctx(), None) == "2026-11"


async def test_no_link_leads_to_a_month_that_nobody_may_ask_for(office: Office) -> None:
    accounts.add(office.ctx(), "polpp", Role.KABUPATEN, PASSWORD, "Satpol PP (contoh)")
    async with office.client() as client:
        await client.post("/masuk", data={"nama": "polpp", "sandi": PASSWORD})
        assert (await client.get("/kabupaten?bulan=0000-01")).status_code == 400
        earliest = await client.get("/kabupaten?bulan=2000-01")
    assert earliest.status_code == 200
    assert teks.SEBELUM not in earliest.text and teks.SESUDAH in earliest.text


async def test_its_pages_are_all_that_an_account_of_the_kabupaten_opens(office: Office) -> None:
    accounts.add(office.ctx(), "polpp", Role.KABUPATEN, PASSWORD, "Satpol PP (contoh)")
    accounts.add(office.ctx(), "trantib", Role.KASI_TRANTIB, PASSWORD)
    async with office.client() as client:
        assert (await client.get("/kabupaten")).status_code == 401
        await client.post("/masuk", data={"nama": "polpp", "sandi": PASSWORD})
        page = await client.get("/kabupaten?bulan=2026-11")
        assert page.status_code == 200
        assert teks.MENJAWAB.format(ada=1, semua=21) in page.text
        assert teks.MENJAWAB.format(ada=1, semua=22) in page.text
        assert f"/kabupaten/{HALONG}?bulan=2026-11" in page.text
        one = await client.get(f"/kabupaten/{HALONG}?bulan=2026-11")
        assert "Lalayau Halong" in one.text and teks.SEBAB["tanpa_hp"] in one.text
        assert (await client.get("/kabupaten/63.11.77")).status_code == 404
        for path in ("/", "/laporan", "/unduh/anggota.csv", "/pengaturan"):
            answer = await client.get(path)
            assert (answer.status_code, answer.headers["location"]) == (303, "/kabupaten"), path
        await client.post("/masuk", data={"nama": "trantib", "sandi": PASSWORD})
        assert (await client.get("/kabupaten")).status_code == 403


async def test_a_kecamatan_that_is_away_is_named(office: Office) -> None:
    accounts.add(office.ctx(), "polpp", Role.KABUPATEN, PASSWORD, "Satpol PP (contoh)")
    office.all.hall.known.add("63.11.05")
    async with office.client() as client:
        await client.post("/masuk", data={"nama": "polpp", "sandi": PASSWORD})
        assert teks.TIDAK_TERBUKA.format(kode="63.11.05") in (await client.get("/kabupaten")).text
