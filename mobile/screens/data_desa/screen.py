"""What the village says of itself: leaders, posts, decree, equipment, dangers."""

from __future__ import annotations

from functools import partial
from typing import Any

import flet as ft

from mobile import teks
from mobile.ports import StoreError
from mobile.screens.here import Here, here
from mobile.screens.view import page_view
from mobile.usecases.begun import Begun
from mobile.usecases.outlook import fate
from mobile.usecases.roster import iso, typed
from mobile.usecases.sentences import saved
from mobile.usecases.village import Village, save, village
from mobile.widgets import banners, buttons, chips, frame
from mobile.widgets.fields import Field, counter
from mobile.widgets.layout import stretched
from mobile.widgets.text import text
from mobile.widgets.theme import colours
from shared.checks_act import VILLAGE_DATA
from shared.satlinmas import ALAT, KERAWANAN, DataDesa
from shared.widgets.layout import row, wrapped

I = ft.Icons  # noqa: E741
WORDS = teks.DATA_DESA_ISIAN
_ICONS = {
    "alamat": I.HOME_WORK,
    "kepala_desa": I.PERSON, "kepala_pelaksana": I.PERSON, "operator": I.SMARTPHONE,
    "operator_wa": I.CHAT, "sk_nomor": I.DESCRIPTION, "sk_tanggal": I.EVENT,
    "sumber_dana": I.PAYMENTS,
}  # fmt: skip


class VillageState(ft.Observable):
    """The form; what is typed is on disk at once, and goes to the kecamatan at Simpan."""

    def __init__(self, place: Here) -> None:
        self._place = place
        self.known: Village | None = None
        self.fields: dict[str, Any] = {}
        self.faults: dict[str, str] = {}
        self.trouble = ""
        self.busy = False
        self.drawn = 0
        self.saved = ""
        self.begun_before = False
        """Whether changes of an earlier visit stand here that were never sent."""
        desa = place.phone.identity().desa_kode
        self._begun = Begun(place.phone, VILLAGE_DATA, desa)
        self._begun.told = self._kept

    async def load(self) -> None:
        before = await self._begun.read()
        self.fields = dict(before.data) if before else {}
        self.begun_before = bool(self.fields)
        self.known = await village(self._place.phone)

    def value(self, name: str) -> Any:
        known = getattr(self.known.data if self.known else DataDesa(), name)
        return self.fields.get(name, typed(known) if name == "sk_tanggal" else known)

    def typed(self, name: str, value: Any) -> None:
        self.fields[name] = value
        self._begun.change(dict(self.fields))

    def chose(self, name: str, value: Any) -> None:
        self.typed(name, value)
        self.drawn += 1

    def _kept(self) -> None:
        trouble = self._begun.trouble
        words = saved("", trouble) if trouble else ""
        line = saved(self._begun.saved_at, None)
        if (words, line) != (self.trouble, self.saved):
            self.trouble, self.saved = words, line

    async def save(self) -> None:
        if self.known is None or self.busy:
            return
        self.busy = True
        names = [*WORDS]
        values = {name: self.value(name) for name in names}
        values["sk_tanggal"] = iso(values["sk_tanggal"])
        try:
            gaps = await save(self._place.phone, DataDesa(**values))
            if not gaps:
                await self._begun.end()
        except StoreError as error:
            self.trouble = saved("", error)
            return
        finally:
            self.busy = False
        if gaps:
            said = teks.ANGGOTA_SALAH
            self.faults = {
                gap.field: said["hari" if gap.field == "sk_tanggal" else "lain"] for gap in gaps
            }
            return
        self._place.say(teks.DATA_DESA_TERSIMPAN)
        self._place.back()


@ft.component
def DataDesaScreen() -> ft.View:
    """The village's own data, also without a signal."""
    place = here()
    state, _ = ft.use_state(lambda: VillageState(place))

    def load() -> None:
        place.task(state.load)

    ft.use_effect(load, [])
    sub = teks.DESA_NAMA.format(nama=place.phone.identity().desa_nama)
    head = frame.top_bar(teks.DATA_DESA_JUDUL, sub, place.back, teks.KEMBALI)
    button = buttons.primary(teks.DATA_DESA_SIMPAN, state.save, name=I.CHECK, busy=state.busy)
    note = [frame.panel_note(state.saved, good=True)] if state.saved else []
    content = frame.screen(head, _body(state), frame.bottom_panel(*note, button), gap=18)
    return page_view(content)


def _body(state: VillageState) -> list[ft.Control]:
    known = state.known
    if known is None:
        return []
    parts: list[ft.Control] = []
    if state.trouble:
        parts.append(banners.banner("bad", I.SD_CARD_ALERT, state.trouble))
    if known.refused:
        parts.append(banners.banner("bad", I.ERROR, teks.DATA_DESA_DITOLAK))
    elif state.begun_before:
        parts.append(banners.banner("wait", I.EDIT_NOTE, teks.DATA_DESA_BELUM))
    elif known.waiting:
        words = teks.DATA_DESA_MENUNGGU.format(nasib=fate(here().phone))
        parts.append(banners.banner("wait", I.CLOUD_OFF, words))
    parts += [_field(state, name) for name in ("alamat", "kepala_desa", "kepala_pelaksana")]
    parts += [_field(state, name) for name in ("operator", "operator_wa")]
    parts.append(
        counter(
            WORDS["poskamling"], int(state.value("poskamling") or 0),
            partial(state.chose, "poskamling"),
            less=teks.KURANGI.format(apa=WORDS["poskamling"].lower()),
            more=teks.TAMBAHI.format(apa=WORDS["poskamling"].lower()),
        )
    )  # fmt: skip
    parts += [_several(state, "alat", ALAT), _several(state, "kerawanan", KERAWANAN)]
    parts += [_field(state, name) for name in ("sk_nomor", "sk_tanggal", "sumber_dana")]
    return parts


def _field(state: VillageState, name: str) -> ft.Control:
    hints = {"sk_tanggal": teks.ANGGOTA_LAHIR_CONTOH, "sumber_dana": teks.DATA_DESA_DANA_CONTOH}
    return Field(
        WORDS[name], str(state.value(name) or ""), on_change=partial(state.typed, name),
        fault=state.faults.get(name), hint=hints.get(name), name=_ICONS.get(name), limit=200,
        key=f"desa-{name}",
    )  # fmt: skip


def _several(state: VillageState, name: str, options: tuple[str, ...]) -> ft.Control:
    chosen: tuple[str, ...] = tuple(state.value(name))

    def change(option: str, on: bool) -> None:
        rest = tuple(other for other in chosen if other != option)
        state.chose(name, (*rest, option) if on else rest)

    shown = dict.fromkeys((*options, *chosen))
    picks = [chips.pick(one, one in chosen, partial(change, one)) for one in shown]
    return stretched(text(WORDS[name], "smallb"), wrapped(*picks), _AddMore(state, name), gap=8)


@ft.component
def _AddMore(state: VillageState, name: str) -> ft.Control:
    """A word that is not among the chips."""
    count, set_count = ft.use_state(0)
    words = ft.use_ref(_empty)

    def typed_words(said: str) -> None:
        words.current = said

    def add() -> None:
        said = " ".join((words.current or "").split())
        words.current = ""
        if said:
            state.chose(name, tuple(dict.fromkeys((*state.value(name), said))))
        set_count(lambda number: number + 1)

    field = Field(
        teks.DATA_DESA_TAMBAH, on_change=typed_words, on_enter=add, hint=teks.DATA_DESA_TAMBAH,
        show_label=False, limit=200, key=f"tambah-{name}-{count}",
    )  # fmt: skip
    button = buttons.icon_button(I.ADD_CIRCLE, teks.TAMBAH, add, colour=colours().primary, size=30)
    return row(ft.Container(content=field, expand=True), button, gap=6)


def _empty() -> str:
    return ""
