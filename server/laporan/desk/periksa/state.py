"""The review as it stands at one window: the queue, one report, what is being written."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

import flet as ft

from server.core import teks as umum
from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account
from server.laporan import deciding, review, teks
from server.laporan.desk.laporan_detail import facts
from server.laporan.desk.periksa import parts
from server.laporan.desk.periksa.keeper import Keeper
from server.laporan.desk.periksa.parts import Part
from server.laporan.read_review import Queue, ReviewPage, queue, review_page
from server.laporan.review_drafts import ReviewDraft
from shared.clock import jam
from shared.status import Status
from shared.wilayah import nama_desa


class Typed:
    """What stands in the fields; writing here draws nothing anew."""

    def __init__(self) -> None:
        self.note = ""
        self.pesan = ""


@dataclass(frozen=True)
class Undoable:
    """The decision that this window made last."""

    laporan: str
    words: str


@ft.observable
@dataclass
class ReviewState:
    """Reads the queue and one report, and again whenever something has changed."""

    ctx: Context
    account: Account
    window: object
    open: Callable[[str | None], None]
    """Go to a report's address; None: to the first that waits."""
    ident: str | None = None
    queue: Queue | None = None
    seen: ReviewPage | None = None
    missing: bool = False
    failed: bool = False
    notes: dict[str, str] = field(default_factory=dict[str, str])
    """The notes of this report that are not yet sent, by part; the server keeps them too."""
    chosen: int = -1
    editing: str | None = None
    """The key of the part whose note is being written."""
    fresh: int = 0
    """Grows when a ready sentence replaces what stands in a field."""
    typing: bool = False
    open_photo: int | None = None
    uncovered: frozenset[str] = frozenset()
    helping: bool = False
    undoable: Undoable | None = None
    told: str = ""
    others: tuple[str, ...] = ()
    typed: Typed = field(default_factory=Typed)

    keeper: Keeper = field(init=False)

    def __post_init__(self) -> None:
        self.keeper = Keeper(self.ctx, self.account, self._say)

    def _say(self, words: str) -> None:
        self.told = words

    # Reading ---------------------------------------------------------------------------------

    async def show(self, ident: str | None) -> None:
        """Another report."""
        if ident != self.ident:
            self.seen, self.missing, self.editing = None, False, None
            self.chosen, self.open_photo, self.uncovered = -1, None, frozenset()
            self.typing, self.notes = False, {}
            self.ident = ident
            await self._take_up(ident)
        await self.load()

    async def load(self) -> None:
        """Read; an answer for a report that was left meanwhile is dropped."""
        asked = self.ident
        try:
            found, page = await asyncio.to_thread(self._read, asked)
        except StoreError:
            self.failed = True
            return
        self.failed, self.queue = False, found
        if asked is None and found.lines and self.ident is None:
            self.open(found.lines[0].id)
        elif asked == self.ident:
            self.missing = asked is not None and page is None
            self.seen = page
            self._be_present(asked)

    def _read(self, ident: str | None) -> tuple[Queue, ReviewPage | None]:
        found = queue(self.ctx, self.account)
        return found, review_page(self.ctx, self.account, ident) if ident else None

    def _be_present(self, ident: str | None) -> None:
        presence, nama = self.ctx.presence, self.account.nama
        if ident is None:
            self.others = ()
            return
        if presence.look(self.window, ident, nama):
            self.ctx.bell.ring()
        self.others = presence.others(self.window, ident, nama)

    def leave(self) -> None:
        """The screen closes."""
        if self.ctx.presence.leave(self.window):
            self.ctx.bell.ring()

    # What stands there -------------------------------------------------------------------------

    @property
    def parts(self) -> list[Part]:
        if self.seen is None:
            return []
        return parts.all_parts(self.seen.page.laporan, self.seen.previous)

    @property
    def may_decide(self) -> bool:
        """Whether the report waits for a decision."""
        return self.seen is not None and self.seen.status == Status.DITERIMA

    def part(self, key: str) -> Part:
        return next((p for p in self.parts if p.key == key), parts.whole())

    def neighbour(self, by: int) -> str | None:
        """The report before or after in the queue."""
        idents = [line.id for line in self.queue.lines] if self.queue else []
        if self.ident not in idents:
            return idents[0] if idents else None
        at = idents.index(self.ident) + by
        return idents[at] if 0 <= at < len(idents) else None

    # Notes ---------------------------------------------------------------------------------

    def edit(self, key: str) -> None:
        """Write a note at a part."""
        if not self.may_decide:
            return
        self.typed.note = self.notes.get(key, "")
        self.fresh += 1
        self.editing = key
        keys = [p.key for p in self.parts]
        self.chosen = keys.index(key) if key in keys else self.chosen

    def ready(self, words: str) -> None:
        """A ready sentence, after what stands there."""
        self.type_note(" ".join(filter(None, (self.typed.note.strip(), words))))
        self.fresh += 1

    def ready_pesan(self, words: str) -> None:
        self.type_pesan(" ".join(filter(None, (self.typed.pesan.strip(), words))))
        self.fresh += 1

    def type_note(self, words: str) -> None:
        """What stands in the note's field now."""
        self.typed.note = words
        self._remember()

    def type_pesan(self, words: str) -> None:
        self.typed.pesan = words
        self._remember()

    def keep_note(self) -> None:
        """The note that is being written; an empty one is none."""
        if self.editing is None or self.ident is None:
            return
        words, notes = self.typed.note.strip(), dict(self.notes)
        notes.pop(self.editing, None)
        if words:
            notes[self.editing] = words
        self.notes = notes
        self.stop_editing()

    def stop_editing(self) -> None:
        self.editing, self.typing = None, False
        self._remember()

    def drop_note(self, key: str) -> None:
        self.notes = {k: words for k, words in self.notes.items() if k != key}
        self._remember()

    async def _take_up(self, ident: str | None) -> None:
        """What was begun on this report, also at another window."""
        try:
            draft = await self.keeper.read(ident) if ident else ReviewDraft()
        except StoreError:
            self.failed = True
            return
        if ident == self.ident:
            self.notes, self.typed.pesan = dict(draft.notes), draft.pesan
            self.fresh += 1

    def _remember(self) -> None:
        """Have the server keep what stands here, the note that is being written too."""
        if self.seen is None or not self.may_decide:
            return
        line = self.seen.page.detail.line
        writing = {} if self.editing is None else {self.editing: self.typed.note}
        draft = ReviewDraft({**self.notes, **writing}, self.typed.pesan)
        self.keeper.keep(line.id, line.versi, draft)

    def set_typing(self, on: bool) -> None:
        self.typing = on

    # Deciding ------------------------------------------------------------------------------

    async def verify(self) -> None:
        await self._decide(Status.DIVERIFIKASI, deciding.verify)

    async def give_back(self) -> None:
        """Only with a note."""
        if self.editing is not None:
            self.keep_note()
        if not self.notes:
            self.told = teks.PK_KEMBALIKAN_PETUNJUK
            return
        notes = [self.part(key).note(words) for key, words in self.notes.items()]
        await self._decide(Status.PERLU_PERBAIKAN, partial(_give_back, notes))

    async def reopen(self) -> None:
        if self.seen is None:
            return
        line = self.seen.page.detail.line
        await self._try(deciding.reopen, self.ctx, self.account, line.id, line.versi)
        await self.load()

    async def undo(self) -> None:
        """Take the last decision back and show its report again."""
        last, self.undoable = self.undoable, None
        if last is None:
            return
        undone = await asyncio.to_thread(deciding.undo, self.ctx, self.account, last.laporan)
        if undone and last.laporan == self.ident:
            await self._take_up(self.ident)
        self.told = teks.PK_DIURUNGKAN if undone else teks.PK_TERLAMBAT
        self.open(last.laporan)
        await self.load()

    async def _decide(self, status: Status, how: Callable[..., None]) -> None:
        if self.seen is None or not self.may_decide:
            return
        line = self.seen.page.detail.line
        onward = self.neighbour(1) or self.neighbour(-1)
        pesan = self.typed.pesan
        if not await self._try(how, self.ctx, self.account, line.id, line.versi, pesan):
            await self.load()
            return
        title = f"{facts.title(self.seen.page)}, {umum.DESA.format(nama=nama_desa(line.desa))}"
        self.told = ""
        self.undoable = Undoable(line.id, teks.PK_DIPUTUSKAN[status].format(judul=title))
        self.open(onward if onward != line.id else None)

    async def _try(self, how: Callable[..., None], *given: object) -> bool:
        try:
            await asyncio.to_thread(how, *given)
        except review.ChangedError:
            self.told = teks.PK_VERSI_BARU
        except review.NotNowError:
            self.told = teks.PK_MENDAHULUI
        except review.ReviewError:
            self.told = teks.PK_TIDAK_BISA
        except StoreError:
            self.told = umum.GAGAL_BACA
        else:
            return True
        return False

    async def forget_undo(self, which: Undoable) -> None:
        """After eight seconds nothing can be undone."""
        await asyncio.sleep(deciding.UNDO.total_seconds())
        if self.undoable == which:
            self.undoable = None

    # Photos --------------------------------------------------------------------------------

    def uncover(self, sha256: str) -> None:
        self.uncovered = self.uncovered | {sha256}

    def enlarge(self, index: int) -> None:
        self.open_photo = index

    def close_photo(self) -> None:
        self.open_photo = None

    def step_photo(self, by: int) -> None:
        """The next or previous photo that has arrived, round and round."""
        foto = self.seen.page.detail.foto if self.seen else ()
        whole = [index for index, photo in enumerate(foto) if photo.whole]
        if self.open_photo is None or not whole:
            return
        at = whole.index(self.open_photo) if self.open_photo in whole else 0
        self.open_photo = whole[(at + by) % len(whole)]

    def choose(self, by: int) -> None:
        """The part below or above."""
        if count := len(self.parts):
            self.chosen = (self.chosen + by) % count if self.chosen >= 0 else (0 if by > 0 else -1)
            self.chosen %= count

    def help(self, on: bool) -> None:
        self.helping = on

    # Sentences -------------------------------------------------------------------------------

    def standing(self) -> str:
        """What has been decided already, by whom and when; "" while it waits."""
        if self.seen is None or self.may_decide:
            return ""
        detail, waits = self.seen.page.detail, self.seen.pending
        oleh, at = (waits.by, waits.at) if waits else (detail.status_by, detail.status_at)
        return teks.PK_SUDAH[self.seen.status].format(oleh=oleh, jam=_when(self.ctx, at))


def _give_back(
    notes: list[review.Note], ctx: Context, account: Account, laporan: str, versi: int, pesan: str
) -> None:
    deciding.give_back(ctx, account, laporan, versi, notes, pesan)


def _when(ctx: Context, at: datetime) -> str:
    today = ctx.clock.now().date() == at.date()
    return jam(at) if today else facts.short(at)
