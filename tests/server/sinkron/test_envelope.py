"""Bad input gets a 4xx with problem+json and changes nothing; one bad item harms no other."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import httpx
import pytest

from server.core import devices
from shared.codec import encode
from shared.protocol import ACTIVATE, HEALTH, SYNC
from tests.cast import patrol
from tests.server.kit import Office, Phone, stored

pytestmark = pytest.mark.anyio

NO_JSON = [
    b"",
    b" ",
    b"null",
    b"[]",
    b"7",
    b'"teks"',
    b"{",
    b'{"cursor": 1,}',
    b'{"cursor": 1} x',
    b'{"cursor": NaN}',
    b'{"x": [Infinity]}',
    b'{"x": -Infinity}',
    b'{"x": 1e999}',
    b'{"cursor": 1, "cursor": 1}',
    b'{"x": {"a": 1, "a": 2}}',
    b'{"cursor": ' + b"9" * 5000 + b"}",
    b'{"x": "\xff"}',
    b'\xef\xbb\xbf{"cursor": 1}',
    b'{"x": "\x00"}',
    b'{"x": ' + b"[" * 60 + b"]" * 60 + b"}",
    b"[" * 200_000,
    b'{"a":' * 100_000,
    b'{"laporan": [1 2]}',
    b'{"laporan": [1,]}',
    b"{'cursor': 1}",
]

WRONG_TYPES = [
    {"cursor": -1},
    {"cursor": 1.5},
    {"cursor": "1"},
    {"cursor": True},
    {"cursor": 2**60},
    {"laporan": {}},
    {"laporan": "x"},
    {"anggota": 7},
    {"acts": {}},
    {"read": "x"},
    {"read": [7]},
    {"inventory": []},
    {"inventory": {"count": 1}},
    {"inventory": {"count": "1", "digest": "x"}},
    {"inventory": {"count": 1, "digest": None}},
    {"inventory_list": {}},
    {"inventory_list": [["x"]]},
    {"inventory_list": [[7, 1]]},
    {"inventory_list": [["x", "1"]]},
    {"inventory_list": [["x", True]]},
    {"device": []},
    {"device": {"time": 7}},
    {"device": {"time": "kemarin"}},
    {"device": {"app_version": 1}},
    {"device": {"queued": "3"}},
    {"device": {"free_mb": -1}},
]


@pytest.mark.parametrize("body", NO_JSON, ids=lambda body: repr(body[:24]))
async def test_what_is_no_json_object_is_refused(ida: Phone, body: bytes) -> None:
    _is_problem(await ida.post_raw(body), 400, "bad_request")


@pytest.mark.parametrize("envelope", WRONG_TYPES, ids=json.dumps)
async def test_a_fault_of_the_envelope_refuses_the_call_and_changes_nothing(
    juai: Office, ida: Phone, envelope: dict[str, object]
) -> None:
    answer = await ida.post(**{"laporan": [encode(patrol())], **envelope})
    _is_problem(answer, 400, "bad_request")
    assert stored(juai.ctx) == 0


@pytest.mark.parametrize(
    "envelope",
    [
        {},
        {"cursor": None, "laporan": None, "anggota": None, "acts": None, "read": None},
        {"inventory": None, "inventory_list": None, "device": None},
        {"device": {"time": None, "app_version": None, "queued": None, "free_mb": None}},
        {"cursor": 0.0, "device": {"queued": 3.0, "free_mb": 2**50}},
        {"bidang_baru": {"x": [1]}, "device": {"bidang_baru": 1}},
        {"read": ["bukan id", "x" * 500, "\ud800"], "inventory_list": [["\ud800", 1]]},
    ],
    ids=str,
)
async def test_everything_in_the_envelope_is_optional(
    ida: Phone, envelope: dict[str, object]
) -> None:
    assert (await ida.post(**envelope)).status_code == 200


async def test_twenty_reports_are_taken_and_twenty_one_are_too_many(
    juai: Office, ida: Phone
) -> None:
    many = [encode(patrol()) for _ in range(21)]
    _is_problem(await ida.post(laporan=many), 413, "too_large")
    assert stored(juai.ctx) == 0
    assert (await ida.post(laporan=many[:20])).status_code == 200


async def test_a_body_beyond_one_mebibyte_is_too_large_also_in_pieces(ida: Phone) -> None:
    body = b'{"x": "' + b"a" * 2**20 + b'"}'
    _is_problem(await ida.post_raw(body), 413, "too_large")

    async def pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(body), 50_000):
            yield body[start : start + 50_000]

    headers = {**ida.headers, "Content-Type": "application/json"}
    answer = await ida.client.post(SYNC, content=pieces(), headers=headers)
    _is_problem(answer, 413, "too_large")


async def test_a_body_of_one_mebibyte_is_read(ida: Phone) -> None:
    body = b'{"x": "' + b"a" * (2**20 - 9) + b'"}'
    assert len(body) == 2**20
    assert (await ida.post_raw(body)).status_code == 200


@pytest.mark.parametrize("encoding", ["gzip", "br", "deflate", "x"])
async def test_an_encoded_body_is_refused(ida: Phone, encoding: str) -> None:
    _is_problem(await ida.post_raw(b"{}", Content_Encoding=encoding), 415, "unsupported_type")


@pytest.mark.parametrize(
    "media", ["", "text/plain", "application/x-www-form-urlencoded", "application/json;charset=x"]
)
async def test_another_content_type_is_refused(ida: Phone, media: str) -> None:
    _is_problem(await ida.post_raw(b"{}", Content_Type=media), 415, "unsupported_type")


@pytest.mark.parametrize("media", ["application/json; charset=utf-8", "Application/JSON"])
async def test_the_content_type_is_read_as_it_should_be(ida: Phone, media: str) -> None:
    assert (await ida.post_raw(b"{}", Content_Type=media)).status_code == 200


@pytest.mark.parametrize(
    "path", ["/api/v1/x", "/api/v2/sync", "/api/v1/sync/x", "/api/v1", "/api/v1/health/"]
)
async def test_an_unknown_address_is_a_problem_too(juai: Office, path: str) -> None:
    _is_problem(await juai.client.get(path), 404, "not_found")


@pytest.mark.parametrize(
    ("method", "path"), [("GET", SYNC), ("DELETE", ACTIVATE), ("POST", HEALTH), ("PUT", SYNC)]
)
async def test_another_method_is_a_problem_too(juai: Office, method: str, path: str) -> None:
    answer = await juai.client.request(method, path)
    _is_problem(answer, 405, "method_not_allowed")
    assert answer.headers["allow"]


async def test_health_needs_no_token(juai: Office) -> None:
    answer = await juai.client.get(HEALTH)
    assert answer.json() == {
        "protocol": 1,
        "version": "1.0.0",
        "server_time": "2026-11-24T20:41:00+08:00",
    }


async def test_what_the_phone_tells_of_itself_is_kept_with_the_measured_offset(
    juai: Office, ida: Phone
) -> None:
    says = {"time": "2026-11-24T20:40:00+08:00", "app_version": "1.2.3", "queued": 3}
    await ida.sync(device={**says, "free_mb": 812})
    [found] = devices.all_devices(juai.ctx)
    assert found.clock_offset_s == -60
    assert (found.app_version, found.queued, found.free_mb) == ("1.2.3", 3, 812)
    assert found.last_contact == juai.clock.now()


@pytest.mark.parametrize(
    "poison",
    [
        {"x": "\ud800"},
        {"clock_offset_s": 10**400},
        {"lokasi": {"lintang": 1, "bujur": 2, "akurasi_m": 10**400}},
        {"versi": 10**300},
        {"versi": 1.0},
        {"uraian": "\ud800"},
        {"tempat": "\x00"},
        {"id": "\ud800" * 36},
        {"mulai": "0001-01-01T00:00:00+14:00"},
        {"mulai": "9999-12-31T23:59:59-12:00"},
        {"foto": [{"sha256": "a" * 64, "size": 5}]},
        {"foto": [{"sha256": "a" * 64, "size": 5.0, "lebar": 3.0}]},
        {"ditarik": {"waktu": "2026-11-24T20:41:00+08:00"}},
        {"personel": [{"nama": "x", "anggota": 5}]},
        {"x": [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]},
    ],
    ids=str,
)
async def test_odd_items_get_an_answer_and_reach_the_other_phone_or_not_at_all(
    juai: Office, ida: Phone, poison: dict[str, object]
) -> None:
    second = await juai.phone()
    answer = await ida.post(laporan=[{**encode(patrol()), **poison}])
    assert answer.status_code == 200
    state = answer.json()["results"][0]["state"]
    assert (await second.post()).status_code == 200
    await second.sync(cursor=0)
    assert len(second.said("laporan")) == (state == "accepted")


def _is_problem(answer: httpx.Response, status: int, code: str) -> None:
    body = answer.json()
    assert (answer.status_code, body["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"
    assert body.keys() == {"type", "title", "status", "detail", "code"}
    assert body["status"] == status
