"""Has the browser tell of what was not sent, where it can and the person has asked for it.

Never promised: a browser decides by itself when it calls the service worker (`static/sw.js`).
"""

from __future__ import annotations

from mobile import teks_hp
from mobile.ports import Browser
from mobile.screens.here import Here
from mobile.usecases.read import connection
from mobile.web.outside import Outside, Told

ON = "on"


class Reminding:
    """Of one window: tells the page how many reports wait, whenever that changes."""

    def __init__(self, outside: Outside, place: Here, browser: Browser) -> None:
        self._outside, self._place, self._browser = outside, place, browser
        self._told: int | None = None
        browser.reminder = str(outside.begun.get("reminder") or "")
        browser.remind = self._ask
        outside.on("remind", self._answered)
        place.watch(self._changed)
        self._changed()

    def _ask(self) -> None:
        self._outside.ask("remind")

    def _answered(self, told: Told) -> None:
        self._browser.reminder = str(told.get("state") or "")
        self._changed()
        self._place.redraw()

    def _changed(self) -> None:
        if self._browser.reminder == ON and self._place.open:
            self._place.task(self._tell)

    async def _tell(self) -> None:
        count = (await connection(self._place.phone)).unsent
        if count != self._told:
            self._told = count
            self._outside.ask(
                "waiting", count=count, title=teks_hp.INGAT_JUDUL, body=teks_hp.INGAT_ISI
            )
