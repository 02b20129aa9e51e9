"""Every cell of role × permission, through use-cases, routes and pages; and own × other village."""

from __future__ import annotations

import hashlib
import importlib
import inspect
import pkgutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI

import server
from server.anggota import nik, roster, roster_export, roster_page, village_data
from server.anggota.roster_page import RosterFilter
from server.anggota.village_data import DataDesa
from server.core import accounts, office, sessions
from server.core.context import Context
from server.core.permit import NotAllowedError
from server.core.sessions import Account
from server.hp import teks as hp_teks
from server.hp import village_phones
from server.hp.web import slips
from server.http import login, problems, visitor
from server.http.packed import Packed
from server.http.staff_door import StaffDoor, Windows
from server.http.webclient import WebClient
from server.inovasi import innovation
from server.kabupaten import overview
from server.kantor import announcements, staff_accounts
from server.kantor import teks as kantor_teks
from server.laporan import board, deciding, desk_laporan
from server.laporan import teks as laporan_teks
from server.laporan.read_staff import photo_path
from server.laporan.web import files as laporan_files
from server.pembinaan import pembinaan, pembinaan_reading
from server.pembinaan.web import files as pembinaan_files
from server.pengelola import overview as installation_overview
from server.pribadi import audit_log
from server.rekap import approvals
from server.rekap.papers.rekap_facts import Rekap
from server.rekap.rekap import Which
from server.shell import wings
from shared import protocol
from shared.laporan import Laporan
from shared.roles import TABLE, WITHOUT_DESK, Permission, Role, can
from shared.satlinmas import Anggota
from tests.cast import HAMARUNG, LALAYAU, new_id, patrol
from tests.server.desk.window import arrive, picture, read, window, with_photos
from tests.server.kit import Office, Phone, at_hamarung, member
from tests.server.kit import office as running_office

pytestmark = pytest.mark.anyio

P = Permission
PICTURE, CLOSED = picture(1), picture(2)
PASSWORD = "kata sandi contoh"
NIK_SAMPLE = "6311010101900001"
EVERYBODY = Account("semua", Role.KASI_TRANTIB, "Kasi Trantib (contoh)")


@dataclass
class World:
    """A village with a report, a sensitif photo and a member with a NIK, at the kecamatan."""

    ctx: Context
    desa: str
    laporan: Laporan
    anggota: str


def _sees_sensitif(w: World, account: Account) -> None:
    sha256 = hashlib.sha256(CLOSED).hexdigest()
    if photo_path(w.ctx, account, w.laporan.id, sha256, small=False) is None:
        raise NotAllowedError(P.SEE_SENSITIF)


def _signs(w: World, account: Account) -> None:
    """With figures that nobody has seen: who may sign is told to look first."""
    unseen = Rekap("2026-11", "", (), (), (), ())
    with suppress(approvals.OvertakenError):
        approvals.approve(w.ctx, account, Which("2026-11", w.desa), unseen, "http://server")


def _writes_member(w: World, account: Account) -> None:
    roster.save(w.ctx, account, Anggota(new_id(), 1, w.desa, "Udin (contoh)"), 0)


CALLS: dict[Permission, Callable[[World, Account], object]] = {
    P.READ_LAPORAN: lambda w, a: board.board(w.ctx, a),
    P.SEE_SENSITIF: _sees_sensitif,
    P.REVIEW: lambda w, a: deciding.verify(w.ctx, a, w.laporan.id, 1),
    P.WRITE_LAPORAN: lambda w, a: desk_laporan.read(w.ctx, a, "Laporan ronda"),
    P.READ_PEMBINAAN: lambda w, a: pembinaan_reading.page(w.ctx, a),
    P.WRITE_PEMBINAAN: lambda w, a: pembinaan.begin(w.ctx, a, desa=[w.desa]),
    P.READ_ANGGOTA: lambda w, a: roster_page.page(w.ctx, a, RosterFilter(w.desa)),
    P.WRITE_ANGGOTA: _writes_member,
    P.SEE_NIK: lambda w, a: nik.show(w.ctx, a, w.anggota),
    P.WRITE_DESA: lambda w, a: village_data.save(w.ctx, a, w.desa, DataDesa(), 0),
    P.ANNOUNCE: lambda w, a: announcements.publish(w.ctx, a, "Apel", "Besok pukul 8.", [w.desa]),
    P.SIGN_REKAP: _signs,
    P.EXPORT: lambda w, a: roster_export.export(w.ctx, a, "csv", w.desa),
    P.MANAGE_DEVICES: lambda w, a: village_phones.new_code(w.ctx, a, w.desa, "Ida", "Kasi"),
    P.MANAGE_ACCOUNTS: lambda w, a: staff_accounts.everyone(w.ctx, a),
    P.READ_BUKTI: lambda w, a: innovation.page(w.ctx, a),
    P.WRITE_BUKTI: lambda w, a: innovation.put(w.ctx, a, "uji.cara", w.desa),
    P.MANAGE_SETTINGS: lambda w, a: office.change(w.ctx, a, {"tempat": w.desa}),
    P.READ_AUDIT: lambda w, a: audit_log.page(w.ctx, a, audit_log.AuditFilter()),
    P.READ_KABUPATEN: lambda w, a: overview.months([w.ctx], a, "2026-11"),
    P.MANAGE_INSTALLATION: lambda w, a: installation_overview.everyone(w.ctx, a, [w.ctx], ()),
}
"""One deed or sight for each permission."""

DESKS = [role for role in Role if role not in WITHOUT_DESK]
"""Whoever has the staff view: the others have pages of their own."""

NOT_YET: set[Permission] = set()
"""Permissions that nothing asks for so far."""

CELLS = [(role, permission) for role in Role for permission in CALLS]


@pytest.fixture(autouse=True)
def quick_argon2(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts, "_HASHER", PasswordHasher(1, 8, 1))
    accounts._nobody.cache_clear()


@pytest.fixture
async def juai(tmp_path: Path) -> AsyncIterator[Office]:
    async with running_office(tmp_path / "data") as running:
        yield running


async def _report(juai: Office, phone: Phone) -> Laporan:
    plain = patrol() if phone.desa == LALAYAU else at_hamarung(patrol())
    report = with_photos(plain, PICTURE, CLOSED, sensitif=1)
    await phone.send(report)
    for data in (PICTURE, CLOSED):
        arrive(juai.ctx, report, data)
    return report


@asynccontextmanager
async def world(juai: Office, desa: str) -> AsyncIterator[World]:
    phone = await juai.phone(desa)
    report = await _report(juai, phone)
    person = member(desa=desa)
    await phone.tell("anggota", person)
    nik.put(juai.ctx, EVERYBODY, person["id"], NIK_SAMPLE)
    yield World(juai.ctx, desa, report, person["id"])


def test_every_permission_has_a_deed_or_is_named_as_lacking_one():
    assert set(CALLS) | NOT_YET == set(Permission)
    assert not set(CALLS) & NOT_YET
    assert set(TABLE) == set(Role)


@pytest.mark.parametrize("desa", [LALAYAU, HAMARUNG])
@pytest.mark.parametrize("role", Role)
async def test_a_role_may_what_the_table_says_in_every_village(juai: Office, role: Role, desa: str):
    account = Account("siapa", role, "Petugas (contoh)")
    wrong: list[str] = []
    async with world(juai, desa) as w:
        for permission, call in CALLS.items():
            try:
                call(w, account)
                allowed = True
            except NotAllowedError:
                allowed = False
            if allowed != can(role, permission):
                wrong.append(f"{permission}: {allowed}")
    assert wrong == []


def test_every_use_case_of_the_desk_asks_before_it_does_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """With an empty table each refuses, whatever else it is given."""
    monkeypatch.setitem(TABLE, Role.PEMBACA, frozenset())
    account = Account("kosong", Role.PEMBACA, "Tanpa hak (contoh)")
    asked, silent = [], []
    for name, deed in _deeds():
        given = list(inspect.signature(deed).parameters.values())[2:]
        needed = [p for p in given if p.default is p.empty and p.kind is not p.VAR_KEYWORD]
        positional = [None for p in needed if p.kind is p.POSITIONAL_OR_KEYWORD]
        named = {p.name: None for p in needed if p.kind is p.KEYWORD_ONLY}
        try:
            result = deed(_NO_DATA, account, *positional, **named)
            if hasattr(result, "__enter__"):
                with result:
                    pass
        except NotAllowedError:
            asked.append(name)
        except Exception as error:  # noqa: BLE001 - whatever it is, the question came too late
            silent.append(f"{name}: {error!r}")
        else:
            silent.append(name)
    assert silent == []
    assert len(asked) > 30


class _NoData:
    """Whoever touches data before asking is found out."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"ctx.{name} was touched before the question")


_NO_DATA: Any = _NoData()
_ASKS_OTHERWISE = {"read_staff.photo_path", "pembinaan_photos.path", "permit.granted"}
"""A photo that one may not see is not there: they answer None. The last is itself the question."""


_NO_USE_CASES = {"cli", "sample", "shell", "http", "desk", "web", "rows", "papers", "db", "files"}


def _deeds() -> list[tuple[str, Callable[..., Any]]]:
    """Every public function of the use-cases that takes the data and an account."""
    found: list[tuple[str, Callable[..., Any]]] = []
    for info in pkgutil.walk_packages(server.__path__, "server."):
        if _NO_USE_CASES & set(info.name.split(".")):
            continue
        module = importlib.import_module(info.name)
        for name, deed in inspect.getmembers(module, inspect.isfunction):
            parameters = list(inspect.signature(deed).parameters)
            whole = f"{info.name.rpartition('.')[2]}.{name}"
            own = deed.__module__ == module.__name__ and not name.startswith("_")
            if own and parameters[:2] == ["ctx", "account"] and whole not in _ASKS_OTHERWISE:
                found.append((whole, deed))
    return found


# --- The staff view's routes ------------------------------------------------------------------


@asynccontextmanager
async def _browser(ctx: Context, role: Role, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    """A browser that somebody of this role has logged in with."""
    app = FastAPI()
    app.state.context, app.state.windows = ctx, Windows()
    problems.add_to(app)
    for part in (login, laporan_files, pembinaan_files, slips):
        app.include_router(part.router)

    async def flet(_scope: Any, _receive: Any, _send: Any) -> None:
        raise AssertionError("no page is asked for")

    app.add_middleware(StaffDoor, client=WebClient(flet, Packed(tmp_path / "packed")))
    accounts.add(ctx, role, role, PASSWORD)
    token = sessions.log_in(ctx, role, PASSWORD, "10.0.0.9")
    transport = httpx.ASGITransport(app)
    cookies = {visitor.COOKIE: token}
    async with httpx.AsyncClient(
        transport=transport, base_url="http://server", cookies=cookies
    ) as client:
        yield client


@pytest.mark.parametrize("role", DESKS)
async def test_photos_and_slips_open_to_whom_the_table_says(
    juai: Office, role: Role, tmp_path: Path
):
    report = await _report(juai, await juai.phone())
    made = village_phones.new_code(juai.ctx, EVERYBODY, LALAYAU, "Ida (contoh)", "Kasi")
    own, foreign = (
        village_phones.ticket(juai.ctx, replace(EVERYBODY, username=name), made)
        for name in (role, "orang-lain")
    )
    async with _browser(juai.ctx, role, tmp_path) as browser:

        async def status(path: str) -> int:
            return (await browser.get(path)).status_code

        plain, closed = (hashlib.sha256(data).hexdigest() for data in (PICTURE, CLOSED))
        assert await status(f"/foto/{report.id}/{plain}") == 200
        may_see = can(role, P.SEE_SENSITIF)
        assert await status(f"/foto/{report.id}/{closed}") == (200 if may_see else 404)
        may_print = can(role, P.MANAGE_DEVICES)
        assert await status(f"/kode/{own}") == (200 if may_print else 404)
        assert await status(f"/kode/{foreign}") == 404
        if may_print:
            page = await browser.get(f"/kode/{own}")
            assert made.parted in page.text and page.headers["cache-control"] == "no-store"


PLACES = {
    "/hp": (P.MANAGE_DEVICES, hp_teks.HK_BUAT),
    "/pengaturan": (P.MANAGE_SETTINGS, kantor_teks.PT_SIMPAN),
    "/pengaturan/akun": (P.MANAGE_ACCOUNTS, kantor_teks.AK_TAMBAH),
    "/periksa/{laporan}": (P.REVIEW, laporan_teks.PK_VERIFIKASI),
}


@pytest.mark.parametrize("role", DESKS)
async def test_pages_show_what_a_role_may_and_hide_the_rest(juai: Office, role: Role):
    report = await _report(juai, await juai.phone())
    account = Account("siapa", role, "Petugas (contoh)")
    for route, (permission, words) in PLACES.items():
        address = route.format(laporan=report.id)
        async with window(juai, address, account=account) as seen:
            await read(seen)
            assert seen.has(words) == can(role, permission), address
            for item in wings.menu():
                assert seen.has(item.words) == can(role, item.permission), item.key


# --- A village's phone: its own village and another -----------------------------------------


@dataclass
class Villages:
    """Two villages with a report each, and Bu Ida's phone."""

    ida: Phone
    own: Laporan
    other: Laporan


@pytest.fixture
async def villages(juai: Office) -> Villages:
    ida, rudi = await juai.phone(), await juai.phone(HAMARUNG)
    return Villages(ida, await _report(juai, ida), await _report(juai, rudi))


async def test_a_phone_reports_for_its_own_village_only(villages: Villages):
    own = await villages.ida.send(patrol())
    other = await villages.ida.send(at_hamarung(patrol()))
    assert own["state"] == protocol.ACCEPTED
    assert [p["code"] for p in other["problems"]] == [protocol.OTHER_DESA]


async def test_a_phone_mends_its_own_villages_report_only(villages: Villages):
    own = await villages.ida.send(replace(villages.own, versi=2))
    stolen = await villages.ida.send(replace(villages.other, versi=2, desa=LALAYAU))
    assert own["state"] == protocol.ACCEPTED
    assert [p["code"] for p in stolen["problems"]] == [protocol.OTHER_DESA]


async def test_a_phone_writes_its_own_roster_only(villages: Villages):
    own = await villages.ida.tell("anggota", member())
    other = await villages.ida.tell("anggota", member(desa=HAMARUNG))
    assert own["state"] == protocol.ACCEPTED
    assert [p["code"] for p in other["problems"]] == [protocol.OTHER_DESA]


async def test_a_phone_sees_the_photos_of_its_own_village_only(villages: Villages):
    sha256 = villages.own.foto[0].sha256
    path = f"{protocol.PHOTOS}/{sha256}"
    assert (await villages.ida.client.get(path, headers=villages.ida.headers)).status_code == 200
    other = picture(7)
    lone = f"{protocol.PHOTOS}/{hashlib.sha256(other).hexdigest()}"
    assert (await villages.ida.client.get(lone, headers=villages.ida.headers)).status_code == 404


async def test_a_phone_is_told_of_its_own_village_only(juai: Office, villages: Villages):
    deciding.verify(juai.ctx, EVERYBODY, villages.other.id, 1)
    juai.clock.move(seconds=9)
    deciding.settle(juai.ctx)
    villages.ida.cursor, villages.ida.heard = None, []
    await villages.ida.sync()
    told = [change["data"] for change in villages.ida.heard if change["kind"] == "status"]
    assert told == []
    assert villages.other.id not in str(villages.ida.heard)
