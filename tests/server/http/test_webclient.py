"""The web client's files: compressed once, kept by the browser, and the page that starts them."""

from __future__ import annotations

import gzip
import json
from collections.abc import AsyncIterator
from pathlib import Path

import brotli
import httpx
import pytest

from server.http import packed as packed_module
from server.http.icons import client_folder
from server.http.packed import BEST, Packed
from server.http.webclient import FIRST, WebClient

pytestmark = pytest.mark.anyio

SMALL = "flutter_bootstrap.js"


async def nobody(_scope: object, _receive: object, _send: object) -> None:
    raise AssertionError("Flet was asked")


@pytest.fixture
def client(tmp_path: Path) -> WebClient:
    return WebClient(nobody, Packed(tmp_path / "packed"))


@pytest.fixture
async def browser(client: WebClient) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(client)
    async with httpx.AsyncClient(transport=transport, base_url="http://server") as made:
        yield made


async def base(browser: httpx.AsyncClient) -> str:
    """The path of this version, as the page names it."""
    page = (await browser.get("/")).text
    return page.split('flet.entrypointBaseUrl = "')[-1].split('"')[0]


async def raw(browser: httpx.AsyncClient, path: str, accept: str) -> tuple[httpx.Response, bytes]:
    """The answer, and its body as it travels."""
    async with browser.stream("GET", path, headers={"Accept-Encoding": accept}) as answer:
        body = b"".join([chunk async for chunk in answer.aiter_raw()])
    return answer, body


async def test_a_file_travels_in_the_best_encoding_that_the_browser_takes(
    browser: httpx.AsyncClient,
) -> None:
    whole = (client_folder() / SMALL).read_bytes()
    place = await base(browser) + SMALL
    found = {}
    for accept in ("gzip, deflate, br, zstd", "gzip, deflate", "identity", "br;q=0, gzip"):
        answer, body = await raw(browser, place, accept)
        assert answer.headers["vary"] == "Accept-Encoding"
        assert answer.headers["content-type"].startswith("text/javascript")
        found[accept] = answer.headers.get("content-encoding"), body
    assert [encoding for encoding, _ in found.values()] == ["br", "gzip", None, "gzip"]
    bodies = [body for _, body in found.values()]
    assert brotli.decompress(bodies[0]) == whole
    assert gzip.decompress(bodies[1]) == whole
    assert bodies[2] == whole
    assert len(bodies[0]) < len(whole) / 2


async def test_a_file_is_compressed_only_once(
    browser: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = await base(browser) + SMALL
    await raw(browser, place, "br")
    monkeypatch.setattr(packed_module, "_brotli", None)
    assert (await raw(browser, place, "br"))[0].headers["content-encoding"] == "br"


async def test_what_was_compressed_well_at_set_up_is_preferred(tmp_path: Path) -> None:
    packed = Packed(tmp_path / "packed")
    source = client_folder() / SMALL
    quick = packed.twin(source, "br")
    best = packed.twin(source, "br", BEST)
    assert quick is not None
    assert best is not None
    assert best.stat().st_size < quick.stat().st_size
    assert packed.twin(source, "br") == best


async def test_a_cache_that_cannot_be_written_is_done_without(
    browser: httpx.AsyncClient, tmp_path: Path
) -> None:
    (tmp_path / "packed").write_text("a file, not a folder")
    place = await base(browser) + SMALL
    answer, body = await raw(browser, place, "br")
    assert "content-encoding" not in answer.headers
    assert body == (client_folder() / SMALL).read_bytes()


async def test_the_browser_keeps_a_version_for_good_and_asks_for_the_page_each_time(
    browser: httpx.AsyncClient,
) -> None:
    page = await browser.get("/laporan/abc")
    file = await browser.get(await base(browser) + SMALL)
    assert page.headers["cache-control"] == "no-cache"
    assert file.headers["cache-control"] == "public, max-age=31536000, immutable"


async def test_a_known_file_is_not_sent_again(browser: httpx.AsyncClient) -> None:
    first = await browser.get("/favicon.png")
    again = await browser.get("/favicon.png", headers={"If-None-Match": first.headers["etag"]})
    assert first.headers["cache-control"] == "public, max-age=86400"
    assert (again.status_code, again.content) == (304, b"")


async def test_the_page_asks_nobody_else_for_anything(browser: httpx.AsyncClient) -> None:
    page = await browser.get("/")
    assert "https://" not in page.text.replace("https://github.com", "")
    policy = page.headers["content-security-policy"]
    assert "unsafe-eval" not in policy.replace("wasm-unsafe-eval", "")
    assert "script-src 'self'" in policy
    assert "http:" not in policy
    assert "*" not in policy


async def test_the_page_runs_no_other_script_than_its_own(browser: httpx.AsyncClient) -> None:
    page = await browser.get("/")
    inline = page.text.count("<script>")
    hashes = page.headers["content-security-policy"].count("'sha256-")
    assert inline == hashes >= 3


async def test_faces_for_formulas_are_not_loaded(browser: httpx.AsyncClient) -> None:
    answer = await browser.get(f"{await base(browser)}assets/FontManifest.json")
    families = [face["family"] for face in json.loads(answer.text)]
    assert families == ["MaterialIcons", "Roboto"]


@pytest.mark.parametrize(
    "path", ["/python.js", "/pyodide/python_stdlib.zip", "/make/logo.py", "/../pyproject.toml",
             "/klien/aaaaaaaaaaaa/main.dart.js", "/fonts/LICENCE-Naskah.txt", "/tidak-ada.png"]
)  # fmt: skip
async def test_nothing_else_is_served(browser: httpx.AsyncClient, path: str) -> None:
    assert (await browser.get(path)).status_code == 404


def test_only_the_client_is_public(client: WebClient) -> None:
    assert client.is_public("/favicon.png")
    assert client.is_public("/klien/x/y")
    assert not client.is_public("/")
    assert not client.is_public("/laporan/abc")
    assert not client.is_public("/upload")


async def test_the_page_may_ask_the_map_s_address_as_it_is_set_now(tmp_path: Path) -> None:
    tiles = [""]
    client = WebClient(nobody, Packed(tmp_path / "packed"), tiles=lambda: tiles[0])
    transport = httpx.ASGITransport(client)
    async with httpx.AsyncClient(transport=transport, base_url="http://server") as browser:
        before = (await browser.get("/")).headers["content-security-policy"]
        tiles[0] = "https://peta.contoh.id:8443/{z}/{x}/{y}.png"
        after = (await browser.get("/")).headers["content-security-policy"]
    assert "peta.contoh.id" not in before
    policy = dict(part.strip().split(" ", 1) for part in after.split(";"))
    for kind in ("img-src", "connect-src"):
        assert "https://peta.contoh.id:8443" in policy[kind].split()
    assert "peta.contoh.id" not in policy["script-src"] + policy["default-src"]


@pytest.mark.parametrize(
    ("agent", "kit"),
    [("Mozilla/5.0 (X11) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36", "skwasm"),
     ("Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 Chrome/109.0.0.0 Safari/537.36", "chromium"),
     ("Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15", "canvaskit"),
     ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "canvaskit")],
)  # fmt: skip
async def test_the_log_in_page_tells_each_browser_of_the_files_that_it_draws_with(
    client: WebClient, browser: httpx.AsyncClient, agent: str, kit: str
) -> None:
    told = [one.partition(">; ") for one in client.ahead(agent).split(", ")]
    assert [path.rpartition("/")[2] for path, _, _ in told] == [
        name.rpartition("/")[2] for name in FIRST[kit]
    ]
    for path, _, how in told:
        assert how == "rel=prefetch"
        assert (await browser.head(path.removeprefix("<"))).status_code == 200


async def test_the_page_knows_how_much_there_is_to_bring(browser: httpx.AsyncClient) -> None:
    """The bar is a true one: what comes out of the browser's unpacking is counted against it."""
    page = (await browser.get("/")).text
    told = json.loads(page.split(", files = ")[1].split(";\n")[0])
    place = await base(browser)
    for kit, files in told.items():
        assert set(files) == set(FIRST[kit])
        for name, size in files.items():
            whole = await browser.head(place + name, headers={"Accept-Encoding": "identity"})
            assert int(whole.headers["content-length"]) == size
