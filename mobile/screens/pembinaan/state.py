"""The tab Pembinaan and an opened card: what is shown, and the village's answers."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from mobile import teks
from mobile.ports import StoreError
from mobile.screens import routes
from mobile.screens.gallery import pick, read
from mobile.screens.here import Here
from mobile.usecases import inbox
from mobile.usecases.begun import Begun
from mobile.usecases.inbox import UMPAN_BALIK, Item, Task
from mobile.usecases.phone import off_loop
from mobile.usecases.sentences import photo_trouble, saved
from shared.checks_act import FOLLOW_UP_DONE
from shared.laporan import Foto
from shared.names import is_found
from shared.photos.errors import PhotoError

KEPT = "pembinaan"

SEMUA, BELUM, TUGAS = "semua", "belum", "tugas"


@ft.observable
@dataclass
class PembinaanState:
    """The list."""

    place: Here
    items: tuple[Item, ...] | None = None
    shown: str = SEMUA
    searching: bool = False
    words: str = ""

    @classmethod
    def begin(cls, place: Here) -> PembinaanState:
        kept = place.kept.get(KEPT)
        return cls(place, kept if isinstance(kept, tuple) else None)

    async def load(self) -> None:
        self.items = await inbox.inbox(self.place.phone)
        self.place.kept[KEPT] = self.items

    def choose(self, shown: str) -> None:
        self.shown = shown

    def toggle_search(self) -> None:
        self.searching, self.words = not self.searching, ""

    def search(self, words: str) -> None:
        self.words = words

    def open(self, item: Item) -> None:
        """Notes lie on their report, the rest opens itself."""
        if item.kind == UMPAN_BALIK:
            self.place.go(routes.detail(item.id))
        else:
            self.place.go(routes.pembinaan(item.id))

    @property
    def listed(self) -> list[Item]:
        """What the filter and the search leave."""
        return [
            item
            for item in self.items or ()
            if (self.shown != BELUM or item.unread)
            and (self.shown != TUGAS or item.open_tasks)
            and is_found(self.words, item.judul, item.teks)
        ]


@ft.observable
@dataclass
class ItemState:
    """One pembinaan or announcement, opened: it is read by that."""

    place: Here
    ident: str
    item: Item | None = None
    gone: bool = False
    ticking: Task | None = None
    """The follow-up whose sheet is open."""
    words: str = ""
    foto: Foto | None = None
    fault: str = ""
    begun: Begun | None = None
    """What keeps the words of the open sheet while they are typed."""

    async def load(self) -> None:
        found = await inbox.item(self.place.phone, self.ident)
        self.item, self.gone = found, found is None
        if found is not None and found.unread:
            await inbox.mark_read(self.place.phone, self.ident)

    async def answer(self, jawaban: str) -> None:
        try:
            await inbox.answer(self.place.phone, self.ident, jawaban)
        except StoreError:
            self.place.say(teks.PB_BELUM_TERCATAT)
        else:
            self.place.say(teks.PB_TERCATAT)

    async def tick(self, task: Task) -> None:
        """ "Tandai selesai": asks for a word, or goes on with what was begun."""
        self.begun = Begun(self.place.phone, FOLLOW_UP_DONE, task.todo.id)
        self.begun.told = self._kept
        before = await self.begun.read()
        self.words = str(before.data.get("teks", "")) if before else task.teks
        self.foto = before.foto[0] if before and before.foto else None
        self.fault, self.ticking = "", task

    def close(self) -> None:
        """What was begun stays."""
        self.ticking = None

    def type(self, words: str) -> None:
        self.words = words
        self._keep()

    def _keep(self) -> None:
        if self.begun is not None:
            self.begun.change({"teks": self.words}, (self.foto,) if self.foto else ())

    def _kept(self) -> None:
        trouble = self.begun.trouble if self.begun else None
        if words := saved("", trouble) if trouble else "":
            self.fault = words
        elif self.fault in (teks.BELUM_TERSIMPAN, teks.BELUM_TERSIMPAN_PENUH):
            self.fault = ""

    async def attach(self) -> None:
        """A photo from the gallery."""
        for picture in (await pick(self.place.page))[:1]:
            try:
                data = await read(picture)
                self.foto = await inbox.keep_photo(self.place.phone, data)
                told = await off_loop(self.place.phone.images.facts, data)
                self.fault = teks.FOTO_TERPOTONG if told.cut else ""
                self._keep()
            except PhotoError as error:
                self.fault = photo_trouble(error)
            except StoreError:
                self.fault = teks.PB_BELUM_TERCATAT

    async def finish(self) -> None:
        """The word and the photo are kept, and sent when there is a signal."""
        task = self.ticking
        if task is None:
            return
        if not self.words.strip():
            self.fault = teks.PB_TANDAI_KOSONG
            return
        try:
            foto = (self.foto,) if self.foto else ()
            if self.begun is not None:
                await self.begun.rest()
            await inbox.finish(self.place.phone, task.todo.id, self.words, foto)
        except StoreError:
            self.fault = teks.PB_BELUM_TERCATAT
            return
        self.ticking = None
        self.place.say(teks.PB_TERCATAT)
