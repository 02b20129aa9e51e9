"""A photo's address opens to a log-in only; a sensitif one only to whom it concerns."""

import hashlib

import pytest

from server.laporan.read_staff import photo_path
from tests.cast import new_id, patrol
from tests.server.desk.window import KASI, PEMBACA, arrive, picture, with_photos
from tests.server.kit import Office, Phone

pytestmark = pytest.mark.anyio

OPEN, CLOSED = picture(1), picture(2)


async def _report(juai: Office, ida: Phone) -> str:
    report = with_photos(patrol(), OPEN, CLOSED, sensitif=1)
    await ida.send(report)
    for data in (OPEN, CLOSED):
        arrive(juai.ctx, report, data)
    return report.id


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


async def test_the_bytes_are_those_that_were_sent(juai: Office, ida: Phone):
    ident = await _report(juai, ida)
    path = photo_path(juai.ctx, KASI, ident, _sha(OPEN), small=False)
    assert path and path.read_bytes() == OPEN
    assert photo_path(juai.ctx, KASI, ident, _sha(OPEN), small=True)


async def test_a_sensitif_one_is_for_those_who_decide(juai: Office, ida: Phone):
    ident = await _report(juai, ida)
    assert photo_path(juai.ctx, KASI, ident, _sha(CLOSED), small=False)
    for small in (True, False):
        assert photo_path(juai.ctx, PEMBACA, ident, _sha(CLOSED), small=small) is None
    assert photo_path(juai.ctx, PEMBACA, ident, _sha(OPEN), small=False)


async def test_another_reports_id_opens_nothing(juai: Office, ida: Phone):
    await _report(juai, ida)
    assert photo_path(juai.ctx, KASI, new_id(), _sha(OPEN), small=False) is None


async def test_a_photo_that_has_not_come_is_not_there(juai: Office, ida: Phone):
    report = with_photos(patrol(), picture(5))
    await ida.send(report)
    for small in (True, False):
        assert photo_path(juai.ctx, KASI, report.id, _sha(picture(5)), small=small) is None
