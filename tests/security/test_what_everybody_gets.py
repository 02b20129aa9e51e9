"""Headers on every answer; paths, names and marks that try to get somewhere else."""

from __future__ import annotations

import httpx
import pytest

from server.http.connection_limits import HEADERS, HSTS
from shared.protocol import HEALTH, PHOTOS, SYNC
from tests.security.conftest import Doors

pytestmark = pytest.mark.anyio

ANSWERS = [
    "/masuk", "/privasi", "/", "/laporan/x", "/favicon.png", "/sesi", "/foto/x/y", "/unduh/x",
    "/tidak-ada", "/hp/", "/hp/sw.js", HEALTH, SYNC, "/api/v1/tidak-ada", "/p/x",
]  # fmt: skip
PRIVATE = ["/unduh/anggota.csv", "/unduh/catatan-audit.csv", "/sesi", "/masuk", "/privasi"]


@pytest.mark.parametrize("path", ANSWERS)
async def test_every_answer_carries_the_headers(doors: Doors, path: str) -> None:
    answer = await doors.client.get(path, headers={"Accept": "text/html"})
    for name in HEADERS:
        assert name in answer.headers, (path, name)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert "access-control-allow-origin" not in answer.headers
    assert "strict-transport-security" not in answer.headers
    if "public" not in answer.headers["cache-control"]:
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


async def test_pages_of_the_staff_allow_scripts_of_this_house_only(doors: Doors) -> None:
    async with doors.logged_in() as browser:
        policy = (await browser.get("/")).headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy
    assert "'unsafe-inline'" not in policy.split("style-src")[0]
    assert "'unsafe-eval'" not in policy


async def test_behind_tls_the_browser_is_told_to_stay_there(doors: Doors) -> None:
    proxy = httpx.ASGITransport(doors.app, client=("10.0.0.1", 1))
    headers = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.7"}
    async with httpx.AsyncClient(transport=proxy, base_url="http://server") as client:
        told = await client.get("/masuk", headers=headers)
    faked = await doors.client.get("/masuk", headers=headers)
    assert told.headers["strict-transport-security"] == HSTS
    assert "strict-transport-security" not in faked.headers


async def test_the_phone_app_is_for_everybody_and_the_desks_page_of_phones_is_not(
    doors: Doors,
) -> None:
    assert (await doors.client.get("/hp/sw.js")).status_code in (200, 503)
    assert (await doors.client.get("/hp")).status_code == 401
    policy = (await doors.client.get("/hp/")).headers["content-security-policy"]
    assert "'unsafe-eval'" not in policy
    assert "'unsafe-inline'" not in policy.split("style-src")[0]


async def test_no_page_is_lent_memory_that_threads_share(doors: Doors) -> None:
    """Flutter would draw in two threads that spoil each other's letters (`shared/README.md`)."""
    async with doors.logged_in() as browser:
        for path in ANSWERS:
            answer = await browser.get(path)
            assert "cross-origin-embedder-policy" not in answer.headers, path


@pytest.mark.parametrize("path", PRIVATE)
async def test_private_answers_are_kept_nowhere(doors: Doors, path: str) -> None:
    async with doors.logged_in() as browser:
        answer = await browser.get(path)
    assert answer.status_code in (200, 204, 303)
    assert answer.headers["cache-control"] == "no-store"


CLIMBING = [
    "/../sinar.db", "/%2e%2e/sinar.db", "/klien/../../sinar.db", "/klien/x/..%2f..%2fsinar.db",
    "/foto/..%2f..%2fsinar.db/x", "/foto/x/..%2f..%2f..%2fsinar.db",
    "/foto/pembinaan/../../nik.key",
    "/unduh/..%2fsinar.db", "/unduh/orang/..%2f..%2fsinar.db.json", "/unduh/orang/%00.json",
    f"{PHOTOS}/..%2f..%2fsinar.db", f"{PHOTOS}/{'a' * 63}%2f", "//sinar.db", "/./sinar.db",
    "/assets/../../server/app.py", "/klien/%5c..%5c..%5csinar.db",
]  # fmt: skip


@pytest.mark.parametrize("path", CLIMBING)
async def test_no_path_climbs_out_of_its_room(doors: Doors, path: str) -> None:
    phone = await doors.office.phone()
    async with doors.logged_in() as browser:
        for client, headers in ((browser, {}), (doors.client, phone.headers)):
            raw = httpx.URL("http://server").copy_with(raw_path=path.encode())
            answer = await client.get(raw, headers=headers)
            assert b"SQLite format 3" not in answer.content
            assert b"create_app" not in answer.content
            found = answer.headers.get("content-type", "")
            assert answer.status_code in (303, 400, 401, 404, 405, 422) or "html" in found


@pytest.mark.parametrize("onward", ["/\r\nSet-Cookie: x=1", "/%0d%0aSet-Cookie: x=1", "/\n/x"])
async def test_no_header_is_smuggled_into_an_answer(doors: Doors, onward: str) -> None:
    async with doors.logged_in() as browser:
        answer = await browser.get("/masuk", params={"lanjut": onward})
    assert "x=1" not in answer.headers.get("set-cookie", "")
    assert "\n" not in answer.headers["location"]
    assert answer.headers["location"].startswith("/")


async def test_markup_in_an_address_stays_text(doors: Doors) -> None:
    answer = await doors.client.get("/masuk", params={"lanjut": '/"><script>x</script>'})
    assert "<script>" not in answer.text
