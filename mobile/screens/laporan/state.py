"""The tab Laporan: groups of open reports, months of the rest by pages, and a search."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import flet as ft

from mobile.screens.here import Here
from mobile.usecases.read import PAGE, Groups, Page, Row, groups, page
from shared.names import asked, plain

KEPT = "laporan"
MOST_FOUND = 50

SEMUA, BELUM, TERKIRIM = "semua", "belum", "terkirim"


@dataclass(frozen=True)
class Listing:
    """All that the list shows, replaced as a whole."""

    groups: Groups
    pages: tuple[Page, ...] = ()

    @property
    def closed_months(self) -> tuple[str, ...]:
        """Months that are not shown yet."""
        shown = {seen.month for seen in self.pages}
        return tuple(month for month in self.groups.months if month not in shown)

    @property
    def is_empty(self) -> bool:
        found = self.groups
        return not (found.needs_me or found.unsent or found.drafts or found.months)


@ft.observable
@dataclass
class LaporanState:
    """What the tab shows and does."""

    place: Here
    listing: Listing | None = None
    shown: str = SEMUA
    searching: bool = False
    words: str = ""
    found: tuple[Row, ...] | None = None
    lengths: dict[str, int] = field(default_factory=dict)

    @classmethod
    def begin(cls, place: Here) -> LaporanState:
        kept = place.kept.get(KEPT)
        return cls(place, kept if isinstance(kept, Listing) else None)

    async def load(self) -> None:
        phone = self.place.phone
        seen = await groups(phone)
        months = [month for month in seen.months if month in self.lengths]
        wanted = months or list(seen.months[:1])
        pages = [await page(phone, month, 0, self.lengths.get(month, PAGE)) for month in wanted]
        self._set(Listing(seen, tuple(pages)))
        if self.found is not None:
            await self.search(self.words)

    async def open_month(self, month: str) -> None:
        """Show one more month."""
        self.lengths = {**self.lengths, **self._shown_lengths(), month: PAGE}
        await self._reload_month(month, PAGE)

    async def more(self, month: str) -> None:
        """Show the next reports of a month."""
        length = self._shown_lengths().get(month, PAGE) + PAGE
        self.lengths = {**self.lengths, month: length}
        await self._reload_month(month, length)

    def choose(self, shown: str) -> None:
        self.shown = shown

    def toggle_search(self) -> None:
        self.searching = not self.searching
        self.words, self.found = "", None

    async def search(self, words: str) -> None:
        """Rows that hold the words; looks through every month that is on the phone."""
        self.words = words
        wanted = asked(words)
        if not wanted or self.listing is None:
            self.found = None
            return
        seen = self.listing.groups
        hits = [r for r in (*seen.needs_me, *seen.unsent, *seen.drafts) if matches(r, wanted)]
        for month in seen.months:
            if len(hits) >= MOST_FOUND or words != self.words:
                break
            whole = await page(self.place.phone, month, 0, 10_000)
            hits += [r for r in whole.rows if matches(r, wanted)]
        if words == self.words:
            self.found = tuple(hits[:MOST_FOUND])

    async def _reload_month(self, month: str, length: int) -> None:
        if self.listing is None:
            return
        fresh = await page(self.place.phone, month, 0, length)
        others = [seen for seen in self.listing.pages if seen.month != month]
        pages = sorted([*others, fresh], key=lambda seen: seen.month, reverse=True)
        self._set(replace(self.listing, pages=tuple(pages)))

    def _shown_lengths(self) -> dict[str, int]:
        if self.listing is None:
            return {}
        return {seen.month: max(PAGE, len(seen.rows)) for seen in self.listing.pages}

    def _set(self, listing: Listing) -> None:
        self.listing = listing
        self.place.kept[KEPT] = listing


def matches(row: Row, wanted: list[str]) -> bool:
    """Whether every word stands somewhere in the report."""
    laporan = row.laporan
    parts = (
        laporan.tempat, laporan.uraian, laporan.hasil, laporan.jenis or "", row.resi or "",
        laporan.kejadian.jenis if laporan.kejadian else "", laporan.kind, laporan.mulai or "",
        *(person.nama for person in laporan.personel),
    )  # fmt: skip
    text = plain(" ".join(parts))
    return all(word in text for word in wanted)
