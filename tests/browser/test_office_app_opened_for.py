"""What the app is opened for: a shortcut of its icon, or pictures and words of another app."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from tests.browser import kit
from tests.browser.office_app import START, activated, packed

Programs = Callable[[kit.Program], kit.Program]

SHARE = """([words, picture]) => {
  const form = document.createElement("form");
  form.method = "POST"; form.action = "/hp/bagi"; form.enctype = "multipart/form-data";
  const text = document.createElement("input"); text.name = "teks"; text.value = words;
  const file = document.createElement("input"); file.type = "file"; file.name = "foto";
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
  const given = new DataTransfer();
  given.items.add(new File([bytes], "ronda.jpg", {type: "image/jpeg"}));
  file.files = given.files;
  form.append(text, file); document.body.append(form); form.submit();
}"""
"""As the system hands over what somebody shares: a form, sent to the manifest's address."""


def jpeg() -> str:
    out = io.BytesIO()
    Image.new("RGB", (800, 600), "#2266AA").save(out, "JPEG")
    return base64.b64encode(out.getvalue()).decode()


def test_a_shortcut_opens_its_form_and_what_is_shared_becomes_a_draft(
    browser: Browser, programs: Programs, tmp_path: Path
) -> None:
    packed()
    with activated(browser, programs, tmp_path) as (hp, page, _server):
        hp.visit(page, "?buka=kejadian")
        kit.sees(page, "Apa yang terjadi", patience=START)
        kit.shot(page, "hp-20-pintasan")
        assert "buka" not in page.url

        page.evaluate(SHARE, ["Ronda di Pos RT 02 (contoh)", jpeg()])
        page.wait_for_selector("#shell", state="attached", timeout=START * 1000)
        page.wait_for_selector("#shell", state="detached", timeout=START * 1000)
        kit.semantics_on(page)
        kit.sees(page, "1 dari 5", patience=START)
        # The story is there: only these two are still asked for.
        kit.sees(page, "Tinggal: jenis kegiatan, tempat")
        kit.shot(page, "hp-21-dibagikan")
        assert hp.violations == []
