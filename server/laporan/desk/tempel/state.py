"""A pasted text, what was read out of it, and the form that somebody checks."""

from __future__ import annotations

from dataclasses import dataclass

from server.core.context import Context
from server.core.sessions import Account
from server.desk.reading import Reading
from server.laporan import desk_laporan, teks
from server.laporan.desk_laporan import Alike, FaultyError, Saved
from server.laporan.wa_paste import form
from server.laporan.wa_paste.form import is_moment
from server.laporan.wa_paste.parse import Pasted
from shared.checks import letters_at, text_limit
from shared.laporan import Kind


@dataclass
class Draft:
    """One report of the text: what was read, what stands in its fields, and its receipt."""

    pasted: Pasted
    form: form.Form
    saved: Saved | None = None


class PasteState(Reading[None, None]):
    """First a text, then the fields beside it; of several reports one after the other."""

    def __init__(self, ctx: Context, account: Account) -> None:
        super().__init__(ctx, account, None)
        self.drafts: tuple[Draft, ...] = ()
        self.at = 0
        self.alike: tuple[Alike, ...] = ()
        self.faults: dict[str, str] = {}
        self.busy = False

    @property
    def reads(self) -> bool:
        return False

    @property
    def draft(self) -> Draft | None:
        """The report that is shown; None: nothing was read yet."""
        return self.drafts[self.at] if self.drafts else None

    @property
    def saved(self) -> Saved | None:
        """The receipt of the report that is shown; None: it waits to be saved."""
        return self.draft.saved if self.draft else None

    async def read_text(self) -> None:
        """Read what was pasted; the form is filled anew."""
        text = self.typed.text
        if not text.strip():
            self.tell(teks.TEMPEL_KOSONG, well=False)
            return
        done, found = await self.attempt(desk_laporan.read_all, text)
        if done:
            kind = {"kind": Kind.KEGIATAN.value}
            self.drafts = tuple(Draft(one, {**kind, **form.to_form(one)}) for one in found)
            self.told = None
            await self.turn_to(0)

    async def turn_to(self, number: int) -> None:
        """Show another report of the text; what is typed in this one stays with it."""
        self.at = max(0, min(number, len(self.drafts) - 1))
        self.faults = {}
        self.round += 1
        await self.look_around()

    async def look_around(self) -> None:
        """Whether the village has reported this already."""
        message = form.to_message(self.draft.form) if self.draft else {}
        self.alike = ()
        if message.get("desa") in self.ctx.wilayah.by_kode and is_moment(message.get("mulai")):
            place = message["desa"], message["mulai"]
            done, found = await self.attempt(desk_laporan.alike, *place)
            self.alike = found if done else ()

    def choose(self, name: str, value: str | None) -> None:
        """Village, kind or jenis: what is typed elsewhere stays."""
        if self.draft is None:
            return
        self.draft.form[name] = value or ""
        self.faults = {key: said for key, said in self.faults.items() if key != name}
        self.round += name == "kind"

    async def save(self) -> str | None:
        """The id of the last report that was saved; None: something must be done first."""
        draft = self.draft
        if draft is None or draft.saved or self.busy:
            return None
        self.busy = True
        try:
            done, came = await self.attempt(
                desk_laporan.save, form.to_message(draft.form), draft.pasted.source,
                refusals={FaultyError: self._faulty},
            )  # fmt: skip
        finally:
            self.busy = False
        if not done:
            return None
        draft.saved = came
        return await self._next(came)

    def _faulty(self, error: FaultyError) -> str:
        """Each fault stands at its field; how many there are is said above."""
        told = form.to_message(self.draft.form) if self.draft else {}
        self.faults = {
            form.field_of(gap.field): teks.tempel_salah(
                gap.code, letters_at(told, gap.field), text_limit(gap.field)
            )
            for gap in reversed(error.gaps)
        }
        return teks.TEMPEL_LENGKAPI.format(n=len(self.faults))

    async def _next(self, saved: Saved) -> str | None:
        """On to what still waits; the id when this was the last one."""
        waiting = [n for n, one in enumerate(self.drafts) if one.saved is None]
        if not waiting:
            return saved.id
        self.tell(teks.TEMPEL_LAGI.format(resi=saved.resi, n=len(waiting)))
        await self.turn_to(next((n for n in waiting if n > self.at), waiting[0]))
        return None
