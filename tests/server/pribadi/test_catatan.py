"""Catatan: the audit log at the desk, with filters, pages and a file to take along."""

from __future__ import annotations

import csv
import io

import pytest

from server.core import devices, office
from server.core import teks as umum
from server.core.permit import NotAllowedError
from server.core.rows import audit_rows
from server.core.sessions import Account
from server.pribadi import audit_log
from server.pribadi import teks as pribadi_teks
from server.pribadi.audit_log import AuditFilter
from server.pribadi.desk.addresses import AuditPlace
from server.shell import teks as shell_teks
from shared.roles import Role
from tests.cast import KASI_TRANTIB
from tests.server.desk.places import place_of
from tests.server.desk.window import HP, KASI, PEMBACA, read, window
from tests.server.kit import Office, Phone

pytestmark = pytest.mark.anyio

CAMAT = Account("camat", Role.CAMAT, "Camat (contoh)")


async def test_the_log_is_read_at_the_desk_also_by_the_camat(juai: Office, ida: Phone):
    devices.revoke(juai.ctx, ida.device_id, KASI_TRANTIB)
    for account in (KASI, CAMAT):
        async with window(juai, "/catatan", account=account) as seen:
            assert seen.has(pribadi_teks.PERBUATAN["device_revoked"][1])
            assert seen.has(KASI_TRANTIB)
            assert any("Rantai utuh: " in said for said in seen.texts())
    async with window(juai, "/catatan", account=PEMBACA) as seen:
        assert seen.has(shell_teks.BUKAN_HALAMAN)
        assert not seen.has(pribadi_teks.CT_NAV)


async def test_a_filter_leaves_one_kind_of_deed(juai: Office, ida: Phone):
    office.change(juai.ctx, KASI, {"tempat": "Juai (contoh)"})
    async with window(juai, "/catatan?kelompok=akun", size=HP) as seen:
        assert seen.has(pribadi_teks.PERBUATAN["setting_changed"][1])
        assert not seen.has(pribadi_teks.PERBUATAN["device_activated"][1])
    async with window(juai, "/catatan?kata=tidakada") as seen:
        assert seen.has(pribadi_teks.CT_TIDAK_COCOK)


async def test_a_long_log_has_pages(juai: Office):
    with juai.ctx.database.write() as db:
        for number in range(60):
            audit_rows.add(db, juai.clock.now(), "kasi", "logged_in", None, f"10.0.0.{number}")
    async with window(juai, "/catatan?hal=2") as seen:
        assert seen.has("10.0.0.34") and seen.has("10.0.0.10")
        assert not seen.has("10.0.0.35") and not seen.has("10.0.0.9")
        await seen.tap(umum.BERIKUTNYA)
        await read(seen)
        assert seen.has("10.0.0.9") and not seen.has("10.0.0.10")
        assert seen.page.route == "/catatan?hal=3"


async def test_a_broken_chain_is_said_on_top(juai: Office, ida: Phone):
    with juai.ctx.database.write() as db:
        rule = "audit_no_UPDATE" if juai.ctx.database.is_sqlite else "audit_only_added ON audit"
        db.exec_driver_sql(f"DROP TRIGGER {rule}")
        db.exec_driver_sql("UPDATE audit SET actor = 'orang lain' WHERE id = 2")
    async with window(juai, "/catatan") as seen:
        assert seen.has(pribadi_teks.CT_RUSAK.format(n=2))


async def test_the_file_holds_every_line_with_its_seal_and_who_took_it(juai: Office, ida: Phone):
    data = audit_log.export(juai.ctx, KASI).decode("utf-8-sig")
    head, *lines = csv.reader(io.StringIO(data), delimiter=";" if ";" in data[:40] else ",")
    assert tuple(head) == pribadi_teks.CT_KOLOM_CSV
    assert [line[3] for line in lines[-3:]] == ["code_made", "device_activated", "audit_exported"]
    with juai.ctx.database.read() as db:
        assert lines[-1][-1] == audit_rows.examine(db).head
    with pytest.raises(NotAllowedError):
        audit_log.export(juai.ctx, PEMBACA)


def test_its_address_says_what_is_shown():
    place = AuditPlace(AuditFilter("pribadi", "Kasi & Co", "nik"), 3)
    assert place_of(place.address) == place
    assert place_of("/catatan?kelompok=xx&hal=-4") == AuditPlace()
