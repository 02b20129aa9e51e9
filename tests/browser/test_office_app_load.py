"""The first load on a link that breaks, and what later starts are spared.

What has come is kept, the rest comes in pieces; Python's memory is kept too, and can be spoiled.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser import kit
from tests.browser.office_app import START, packed, phone

Programs = Callable[[kit.Program], kit.Program]
LARGEST = "pyodide/pyodide.asm.wasm"


def test_a_large_file_that_breaks_comes_in_pieces_and_is_whole_in_the_end(
    browser: Browser, programs: Programs, tmp_path: Path
) -> None:
    large = packed().entries()[LARGEST]
    server = programs(kit.server(tmp_path / "kecamatan")).start("/api/v1/health")
    with phone(browser, tmp_path / "hp", server.url) as hp:
        page = hp.start()
        assert hp.context is not None
        # The link gives way whenever the whole is asked for, and once at a piece.
        hp.context.route(f"**{large.address}", lambda route: route.abort())
        hp.context.route(f"**{large.pieces[1].address}", lambda route: route.abort(), times=1)
        hp.visit(page)
        kit.sees(page, "Masukkan kode dari kecamatan", patience=START)

        asked = [url.removeprefix(server.url) for url in hp.asked]
        assert asked.count(large.pieces[0].address) == 1, "what has come is not fetched again"
        assert asked.count(large.pieces[1].address) == 2
        kept = page.evaluate(
            """async (address) => {
              const kept = await caches.match(address);
              return kept ? (await kept.arrayBuffer()).byteLength : 0;
            }""",
            large.address,
        )
        assert kept == large.size
        left = page.evaluate(
            "async (address) => Boolean(await caches.match(address))", large.pieces[0].address
        )
        assert left is False, "a piece that has done its part takes no room"


KEPT = """async () => {
  const kept = await caches.open("hp-siap");
  return (await kept.keys()).map((request) => request.url.split(".").pop()).sort();
}"""
SPOIL = """async () => {
  const kept = await caches.open("hp-siap");
  for (const request of await kept.keys())
    if (request.url.endsWith(".memory"))
      await kept.put(request, new Response("spoiled", {headers: {"X-Size": "7"}}));
}"""


def test_later_starts_read_no_module_and_a_spoiled_memory_is_made_anew(
    browser: Browser, programs: Programs, tmp_path: Path
) -> None:
    packed()
    server = programs(kit.server(tmp_path / "kecamatan")).start("/api/v1/health")
    with phone(browser, tmp_path / "hp", server.url) as hp:
        page = hp.open()
        kit.sees(page, "Masukkan kode dari kecamatan", patience=START)
        whole = ["app", "kali", "library", "memory"]
        assert page.evaluate(KEPT) == whole

        page.evaluate(SPOIL)
        hp.visit(page)
        kit.sees(page, "Masukkan kode dari kecamatan", patience=START)
        assert any("kept memory" in words for words in hp.said), "it was opened without"
        assert page.evaluate(KEPT) == []

        hp.visit(page)
        kit.sees(page, "Masukkan kode dari kecamatan", patience=START)
        assert page.evaluate(KEPT) == whole
