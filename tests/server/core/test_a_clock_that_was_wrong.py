"""A clock that ran ahead and went back: nothing waits longer than its rule, nothing old is lost."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from server.core import failed_log_ins, office, rate_limit
from server.core.rate_limit import RateLimit
from server.core.sessions import Account
from server.data import api_tokens
from server.laporan import deciding
from server.pribadi import retention
from shared.roles import Role
from tests.cast import KASI_TRANTIB, patrol
from tests.server import kit
from tests.server.kit import Office

pytestmark = pytest.mark.anyio

KASI = Account("kasi", Role.KASI_TRANTIB, KASI_TRANTIB)
YEARS = timedelta(days=1000)


@pytest.fixture
async def juai(tmp_path: Path) -> AsyncIterator[Office]:
    async with kit.office(tmp_path / "data") as running:
        yield running


async def test_a_decision_made_ahead_is_carried_out_now(juai: Office) -> None:
    ida, report = await juai.phone(), patrol()
    await ida.send(report)
    juai.clock.at += YEARS
    deciding.verify(juai.ctx, KASI, report.id, 1)
    juai.clock.at -= YEARS
    assert deciding.settle(juai.ctx) == 1
    await ida.sync()
    assert [told["status"] for told in ida.said("status")] == ["diverifikasi"]


async def test_when_a_key_was_used_is_right_again(juai: Office) -> None:
    made = api_tokens.make(juai.ctx, "operator", "Satpol PP (contoh)", ["laporan"])

    def use() -> datetime | None:
        token = api_tokens.by_secret(juai.ctx, made.secret)
        assert token
        api_tokens.note_use(juai.ctx, token, "laporan")
        again = api_tokens.by_secret(juai.ctx, made.secret)
        return again.last_used if again else None

    juai.clock.at += YEARS
    use()
    juai.clock.at -= YEARS
    assert use() == juai.clock.now()


async def test_counts_of_failures_are_told_and_limits_swept_at_the_start(juai: Office) -> None:
    rule = RateLimit("contoh", 1, timedelta(minutes=15))
    juai.clock.at += YEARS
    rule.hit(juai.ctx, "ida")
    for _ in range(3):
        failed_log_ins.note(juai.ctx, "siapa", "10.0.0.1")
    juai.clock.at -= YEARS
    assert rule.hit(juai.ctx, "ida") == 0
    rate_limit.sweep(juai.ctx)
    failed_log_ins.tell_past(juai.ctx)
    with juai.ctx.database.read() as db:
        left = db.exec_driver_sql("SELECT count(*) FROM failed_log_ins").scalar()
    assert left == 0


@pytest.mark.parametrize("ahead", [timedelta(days=61), YEARS, -timedelta(days=1)])
async def test_nothing_is_deleted_by_a_clock_that_nobody_has_confirmed(
    juai: Office, ahead: timedelta
) -> None:
    office.change(juai.ctx, KASI, {"simpan_laporan_tahun": 1})
    ida = await juai.phone()
    await ida.send(patrol())
    juai.clock.at += ahead
    with pytest.raises(retention.ClockError):
        retention.run_daily(juai.ctx)
    assert kit.stored(juai.ctx) == 1
    juai.clock.at -= ahead
    assert retention.run_daily(juai.ctx).is_empty
