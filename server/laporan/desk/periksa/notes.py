"""One report of the review's queue, and the notes that are being written to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from server.core.context import Context
from server.core.sessions import Account
from server.desk.reading import Told, Typed
from server.laporan import review_drafts
from server.laporan.desk.laporan_detail.viewing import Viewing
from server.laporan.desk.periksa import parts
from server.laporan.desk.periksa.keeper import Keeper
from server.laporan.desk.periksa.parts import Part
from server.laporan.read_laporan import PhotoOfLaporan
from server.laporan.read_review import Queue, ReviewPage, queue, review_page
from server.laporan.review_drafts import ReviewDraft
from shared.status import Status


class Found(NamedTuple):
    """The queue, the report that is looked at, and who else looks at it."""

    queue: Queue
    page: ReviewPage | None
    others: tuple[str, ...] = ()


class ReviewNotes(Viewing[str | None, Found]):
    """The queue, one report and the notes to it; None asks for the first that waits."""

    chosen = -1
    editing: str | None = None
    """The key of the part whose note is being written."""
    typing = False

    def __init__(
        self,
        ctx: Context,
        account: Account,
        asked: str | None,
        window: object,
        open_: Callable[[str | None], None],
        run: Callable[..., Callable[..., None]],
        left: Callable[[], None],
    ) -> None:
        """``open_`` goes to a report's address; None: to the first that waits. ``left`` is told
        that a field has lost the focus.
        """
        super().__init__(ctx, account, asked)
        self._window = window
        self.open_report = open_
        self.run = run
        self._left = left
        self.after: Told | None = None
        self.notes: dict[str, str] = {}
        """The notes of this report that are not yet sent, by part; the server keeps them too."""
        self.keeper = Keeper(self)

    # Reading ---------------------------------------------------------------------------------

    async def show(self, asked: str | None) -> None:
        """Another report, with what was begun on it; its notes come before its picture."""
        fresh = asked != self.asked or self.found is None
        self.ask_for(asked)
        if fresh:
            await self.take_up(asked)
        await self.load()

    def moved(self, _: str | None) -> None:
        self.told, self.after = self.after, None
        if self.found is not None:
            self.found = self.found._replace(page=None)
        self.missing, self.editing, self.chosen = False, None, -1
        self.typing, self.notes, self.typed = False, {}, Typed()
        self.put_photos_away()

    def read(self, asked: str | None) -> Found:
        lines = queue(self.ctx, self.account)
        if asked is None:
            return Found(lines, None)
        page = review_page(self.ctx, self.account, asked)
        others = self.ctx.presence.others(self._window, asked, self.account.nama)
        return Found(lines, page, others)

    def take(self, found: Found | None) -> None:
        super().take(found)
        if found is None:
            return
        self.missing = self.asked is not None and found.page is None
        if self.asked is not None:
            self.ctx.presence.look(self._window, self.asked, self.account.nama)
        elif found.queue.lines:
            self.open_report(found.queue.lines[0].id)

    @property
    def queue(self) -> Queue | None:
        return self.found.queue if self.found else None

    @property
    def seen(self) -> ReviewPage | None:
        return self.found.page if self.found else None

    @property
    def others(self) -> tuple[str, ...]:
        return self.found.others if self.found else ()

    @property
    def photos(self) -> Sequence[PhotoOfLaporan]:
        return self.seen.page.detail.foto if self.seen else ()

    @property
    def picture(self) -> tuple[str, int] | None:
        """Which version of which report is on the screen."""
        line = self.seen.page.detail.line if self.seen else None
        return (line.id, line.versi) if line else None

    def leave(self) -> None:
        """The screen closes."""
        self.ctx.presence.leave(self._window)

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
        if self.asked not in idents:
            return idents[0] if idents else None
        at = idents.index(self.asked) + by
        return idents[at] if 0 <= at < len(idents) else None

    # Notes ---------------------------------------------------------------------------------

    def edit(self, key: str) -> None:
        """Write a note at a part."""
        if not self.may_decide:
            return
        self.typed.note = self.notes.get(key, "")
        self.round += 1
        self.editing = key
        keys = [p.key for p in self.parts]
        self.chosen = keys.index(key) if key in keys else self.chosen

    def ready(self, words: str) -> None:
        """A ready sentence, after what stands there."""
        self.type_note(" ".join(filter(None, (self.typed.note.strip(), words))))
        self.round += 1

    def ready_pesan(self, words: str) -> None:
        self.type_pesan(" ".join(filter(None, (self.typed.pesan.strip(), words))))
        self.round += 1

    def type_note(self, words: str) -> None:
        """What stands in the note's field now."""
        self.typed.note = words
        self._remember()

    def type_pesan(self, words: str) -> None:
        self.typed.pesan = words
        self._remember()

    def keep_note(self) -> None:
        """The note that is being written; an empty one is none."""
        if self.editing is None or self.asked is None:
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

    async def take_up(self, ident: str | None) -> None:
        """What was begun on this report, also at another window."""
        await self.keeper.rest()
        if ident is None:
            return
        done, draft = await self.attempt(review_drafts.read, ident)
        if done and ident == self.asked:
            self.notes, self.typed.pesan = dict(draft.notes), draft.pesan
            self.round += 1

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
        if not on:
            self._left()
