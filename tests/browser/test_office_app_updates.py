"""A new version of the phone app: fetched behind the app's back, whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from server.hp.app.built import FOLDER, LIST
from tests.browser import kit
from tests.browser.form_kit import Thumb
from tests.browser.office_app import START, activated, packed

Programs = Callable[[kit.Program], kit.Program]
NEWER = 'console.log("versi dua");'


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """The packed app once more, for a test that publishes another version of it."""
    packed()
    copy = tmp_path / "app"
    shutil.copytree(FOLDER, copy, copy_function=os.link)
    return copy


def publish(app: Path, *, cut: bool = False) -> str:
    """Another version, in which one file differs; ``cut``: that file never arrives."""
    told = json.loads((app / LIST).read_text("utf-8"))
    entry = told["files"]["worker.js"]
    data = (app / "files" / Path(entry[0]).name).read_bytes() + NEWER.encode()
    name = f"{hashlib.sha256(data + bytes([cut])).hexdigest()[:20]}.js"
    if not cut:
        (app / "files" / name).write_bytes(data)
    told["files"]["worker.js"] = [f"/hp/b/{name}", len(data), len(data), "first", []]
    beside = app / f"{LIST}.new"  # the copy shares its bytes with the real one
    beside.write_text(json.dumps(told), "utf-8")
    beside.replace(app / LIST)
    return name


def look_for_update(page: Page) -> str:
    """Ask now, as the page does by itself every few hours; what came of it."""
    return page.evaluate(
        """async () => {
          const here = await navigator.serviceWorker.getRegistration("/hp/");
          await here.update().catch(() => {});
          for (let wait = 0; wait < 600; wait++) {
            if (here.waiting) return "waiting";
            if (!here.installing && wait > 20) return "none";
            await new Promise((done) => setTimeout(done, 100));
          }
          return "late";
        }"""
    )


def test_a_new_version_waits_for_the_next_opening_and_never_touches_a_draft(
    browser: Browser, programs: Programs, app: Path, tmp_path: Path
) -> None:
    with activated(browser, programs, tmp_path, SINAR_HP=str(app)) as (hp, page, server):
        thumb = Thumb(page)
        thumb.tap("Lapor kegiatan")
        thumb.tap("Patroli / ronda")
        kit.fill(page, "Nama tempat", "Pos Ronda (contoh)")
        page.evaluate("window.same = true")

        publish(app)
        assert look_for_update(page) == "waiting"
        page.wait_for_timeout(2000)
        assert page.evaluate("window.same") is True, "the page was loaded anew under a draft"
        assert kit.entry(page, "Nama tempat").input_value() == "Pos Ronda (contoh)"
        kit.tap(page, "Kembali")
        kit.sees(page, "Versi baru siap; dipakai saat dibuka lagi")
        kit.shot(page, "hp-10-versi-baru")
        assert not any("versi dua" in words for words in hp.said)

        server.stop()
        hp.close()
        page = hp.open(offline=True)
        kit.sees(page, "Lanjutkan laporan tadi", patience=START)
        assert any("versi dua" in words for words in hp.said)


def test_an_update_that_is_cut_leaves_the_version_that_is_there_whole(
    browser: Browser, programs: Programs, app: Path, tmp_path: Path
) -> None:
    with activated(browser, programs, tmp_path, SINAR_HP=str(app)) as (hp, page, server):
        publish(app, cut=True)
        assert look_for_update(page) == "none"

        server.stop()
        hp.close()
        page = hp.open(offline=True)
        kit.sees(page, "Lapor kegiatan", patience=START)
        assert not any("versi dua" in words for words in hp.said)
