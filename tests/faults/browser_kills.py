"""A real browser is killed (SIGKILL) while its app types, photographs, sends and tidies up."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import random
import signal
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import BrowserType, Page, async_playwright
from playwright.async_api import Error as BrowserError

from tests.browser import bare_page, kit
from tests.faults.browser_life import FIRST, LIVE
from tests.faults.harness import Doubled, Job, need

LONGEST_LIFE_S = 4.0
FIRST_DEED_S = 120


@dataclass
class Confirmed:
    """All that the app has ever said was safe, by report."""

    words: dict[str, int] = field(default_factory=dict[str, int])
    photos: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    resi: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    heard: int = 0

    def hear(self, text: str) -> None:
        """One confirmation, as the page passes it on."""
        told: dict[str, Any] = json.loads(text)
        self.heard += 1
        ident, value = told["ident"], told["value"]
        if told["kind"] == "words":
            self.words[ident] = max(value, self.words.get(ident, 0))
        else:
            kept = self.photos if told["kind"] == "photo" else self.resi
            kept.setdefault(ident, set()).add(value)

    def look(self, found: dict[str, Any]) -> None:
        """Nothing of it is missing, nothing is there twice."""
        idents = [ident for ident, _ in found["records"]]
        need(len(idents) == len(set(idents)), "a report is there twice", Doubled)
        need(not found["damages"], f"damaged: {found['damages']}")
        need(not found["harmed"], f"the log is harmed: {found['harmed']}")
        records, whole = dict(found["records"]), set(found["whole"])
        for ident, number in self.words.items():
            need(ident in records, f"report {ident} is gone")
            need(records[ident]["words"] >= number, f"{records[ident]['words']} after {number}")
        for ident, shas in self.photos.items():
            need(shas <= set(records[ident]["photos"]), "a photo is not in its report")
            need(shas <= whole, "a photo is not whole")
        for ident, resi in self.resi.items():
            need(resi <= set(records[ident]["resi"]), "a receipt is gone")
            need(len(records[ident]["resi"]) == 1, f"{records[ident]['resi']}", Doubled)


async def run(job: Job) -> None:
    """``count`` deaths of one profile, and the look at what the last one left."""
    dice, confirmed = random.Random(job.seed), Confirmed()
    profile = job.folder / "profile"
    with bare_page.served() as address:
        async with async_playwright() as playwright:
            for number in range(job.count):
                with job.row.case(f"death {number}"):
                    async with _opened(playwright.chromium, profile, address, confirmed) as page:
                        confirmed.look(await _python(page, FIRST))
                        before = confirmed.heard
                        await _python(page, LIVE.replace("{seed}", str(dice.getrandbits(32))))
                        await asyncio.sleep(dice.uniform(0.05, LONGEST_LIFE_S))
                        await _has_done(confirmed, before)
                        _kill(profile)
            with job.row.case("the end"):
                async with _opened(playwright.chromium, profile, address, confirmed) as page:
                    confirmed.look(await _python(page, FIRST))
    job.row.told = f"{confirmed.heard} confirmed"


async def _has_done(confirmed: Confirmed, before: int) -> None:
    """On a machine with no time to spare the first deed takes longer than a life."""
    for _ in range(FIRST_DEED_S * 20):
        if confirmed.heard > before:
            return
        await asyncio.sleep(0.05)
    need(False, "it did nothing")


@contextlib.asynccontextmanager
async def _opened(
    chromium: BrowserType, profile: Path, address: str, confirmed: Confirmed
) -> AsyncIterator[Page]:
    context = await chromium.launch_persistent_context(
        str(profile), executable_path=kit.CHROMIUM, args=kit.ARGS
    )
    page = context.pages[0]
    page.set_default_timeout(180_000)
    await page.expose_function("confirmed", confirmed.hear)
    await page.goto(address)
    try:
        yield page
    finally:
        with contextlib.suppress(BrowserError):  # it is dead already
            await context.close()


async def _python(page: Page, code: str) -> Any:
    answer = json.loads(await page.evaluate("(code) => python(code)", code))
    need("fault" not in answer, str(answer.get("fault")))
    return answer["ok"]


def _kill(profile: Path) -> None:
    """The browser on this profile and no other; nothing is said to it before."""
    mine = f"--user-data-dir={profile}".encode()
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if mine in words and not any(word.startswith(b"--type=") for word in words):
            os.kill(int(folder.name), signal.SIGKILL)
