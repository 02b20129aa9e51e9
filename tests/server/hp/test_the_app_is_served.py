"""``/hp/``: everybody may load the app; what is named by content is kept for good."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest

from server.hp import teks
from server.hp.app import links
from server.hp.app.built import Built
from server.hp.web import routes
from tests.server.hp.small_app import LARGE, pack, serve
from tests.server.kit import Office

pytestmark = pytest.mark.anyio


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Built:
    built = pack(tmp_path / "hp", monkeypatch)
    serve(built, monkeypatch)
    return built


async def test_the_page_runs_scripts_of_this_house_only(juai: Office, built: Built) -> None:
    answer = await juai.client.get("/hp/")
    assert answer.status_code == 200
    policy = dict(
        part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";")
    )
    assert policy["default-src"] == "'self'"
    assert policy["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert policy["worker-src"] == "'self'"
    assert policy["connect-src"] == "'self' data: blob:"
    assert policy["frame-ancestors"] == "'none'"
    assert "camera=(self)" in answer.headers["permissions-policy"]
    assert "<script>" not in answer.text


async def test_what_is_named_by_content_is_kept_for_good(juai: Office, built: Built) -> None:
    address = built.entries()["main.dart.js"].address
    answer = await juai.client.get(address)
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-type"].startswith("text/javascript")
    again = await juai.client.get(address, headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("name", ["", "sw.js", "manifest.json", "files.json", "main.dart.js"])
async def test_what_tells_the_present_version_is_asked_for_anew(
    juai: Office, built: Built, name: str
) -> None:
    answer = await juai.client.get(f"/hp/{name}")
    assert answer.status_code == 200
    assert "no-cache" in answer.headers["cache-control"]
    tag = {"If-None-Match": answer.headers["etag"]}
    assert (await juai.client.get(f"/hp/{name}", headers=tag)).status_code == 304


async def test_the_worker_names_every_file_and_each_is_there(juai: Office, built: Built) -> None:
    script = (await juai.client.get("/hp/sw.js")).text
    told = (await juai.client.get("/hp/files.json")).json()
    assert set(told["files"]) == set(built.entries())
    assert f'"{told["version"]}"' in script
    for name, (address, size, *_) in told["files"].items():
        assert json.dumps(name) in script and json.dumps(address) in script
        assert len((await juai.client.get(address)).content) == size


@pytest.mark.parametrize(("accept", "told"), [("br, gzip", "br"), ("gzip", "gzip"), ("", None)])
async def test_it_travels_packed_as_the_browser_can_read_it(
    juai: Office, built: Built, accept: str, told: str | None
) -> None:
    address = built.entries()["canvaskit/chromium/canvaskit.wasm"].address
    headers = {"Accept-Encoding": accept}
    async with juai.client.stream("GET", address, headers=headers) as answer:
        sent = sum([len(part) async for part in answer.aiter_raw()])
    assert answer.headers.get("content-encoding") == told
    assert answer.headers["vary"] == "Accept-Encoding"
    assert (sent < len(LARGE)) is bool(told)


async def test_a_new_version_changes_the_worker(
    juai: Office, built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (await juai.client.get("/hp/sw.js")).text
    pack(tmp_path / "hp", monkeypatch, net__js=b"new")
    assert (await juai.client.get("/hp/sw.js")).text != before


@pytest.mark.parametrize(
    "path", ["b/../list.json", "b/%2e%2e/list.json", "..%2fsinar.db", "list.json", "b/x", "b/"]
)
async def test_nothing_else_is_given_out(juai: Office, built: Built, path: str) -> None:
    assert (await juai.client.get(f"/hp/{path}")).status_code == 404


async def test_without_the_app_the_rest_is_served_and_the_page_says_so(
    juai: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve(Built(tmp_path / "none"), monkeypatch)
    answer = await juai.client.get("/hp/")
    assert (answer.status_code, answer.text) == (503, teks.HP_BELUM_DIKEMAS)
    assert (await juai.client.get("/api/v1/health")).status_code == 200


def test_the_code_stands_where_no_server_sees_it() -> None:
    address = links.link("https://sinar.example", "7KQ4M9XD")
    assert address == "https://sinar.example/hp/#kode=7KQ4M9XD"
    sent = httpx.Request("GET", address).url.raw_path
    assert b"7KQ4M9XD" not in sent


@pytest.mark.parametrize("address", ["http://10.0.0.4:8550", "http://sinar.example"])
def test_an_address_from_which_no_browser_keeps_anything_is_not_promised(address: str) -> None:
    assert links.link(address, "7KQ4M9XD") == "7KQ4M9XD"


def test_nothing_of_an_address_is_guessed_into_a_kind() -> None:
    assert routes._kind("/hp/b/x.wasm") == "application/wasm"
    assert routes._kind("/hp/b/x") == "application/octet-stream"
