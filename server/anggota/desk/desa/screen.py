"""What the villages say of themselves: all of them, and the form of one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import flet as ft

from server.anggota import roster, teks, village_data
from server.anggota.desk.addresses import RosterPlace, VillagePlace
from server.anggota.desk.desa import view
from server.anggota.desk.member_state import stored
from server.anggota.village_data import VillageError, VillagePage
from server.core import teks as umum
from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account
from server.desk import menu
from server.desk.page_context import Desk
from server.desk.widgets.buttons import filled_button, icon_button
from server.desk.widgets.frame import frame
from shared.roles import Permission
from shared.satlinmas import DataDesa
from shared.wilayah import nama_desa


class Typed:
    """What stands in the form; writing here draws nothing anew."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}


@ft.observable
@dataclass
class VillageState:
    """All villages, or one with its form."""

    ctx: Context
    account: Account
    place: VillagePlace
    everything: dict[str, DataDesa] = field(default_factory=dict)
    active: dict[str, int] = field(default_factory=dict)
    page: VillagePage | None = None
    base_versi: int = 0
    told: str = ""
    bad: bool = False
    round: int = 0
    typed: Typed = field(default_factory=Typed)

    async def show(self, place: VillagePlace) -> None:
        if place != self.place or self.page is None:
            self.page, self.told, self.typed = None, "", Typed()
        self.place = place
        await self.load()

    async def load(self) -> None:
        """Read; a form keeps what is typed and the version that it began on."""
        asked = self.place
        try:
            if asked.desa is None:
                everything = await asyncio.to_thread(
                    village_data.everything, self.ctx, self.account
                )
                active = await asyncio.to_thread(roster.active_counts, self.ctx, self.account)
                self.everything, self.active = everything, active
                return
            found = await asyncio.to_thread(village_data.page, self.ctx, self.account, asked.desa)
        except (StoreError, VillageError):
            self.told, self.bad = umum.GAGAL_BACA, True
            return
        if asked == self.place:
            if not self.typed.words:
                self.base_versi = found.versi
                self.round += self.page is not None and self.page.versi != found.versi
            self.page = found

    async def save(self) -> None:
        if self.page is None:
            return
        try:
            await asyncio.to_thread(
                village_data.save, self.ctx, self.account, self.page.desa, self._wanted(),
                self.base_versi,
            )  # fmt: skip
        except VillageError as error:
            fields = ", ".join(teks.DD_ISIAN.get(gap.field, gap.field) for gap in error.gaps)
            self.told, self.bad = f"{teks.AG_BETULKAN} {fields}", True
            return
        except StoreError:
            self.told, self.bad = umum.AG_GAGAL, True
            return
        self.told, self.bad, self.typed = teks.AG_TERSIMPAN, False, Typed()
        await self.load()

    def _wanted(self) -> DataDesa:
        data = self.page.data if self.page else DataDesa()
        fields: dict[str, Any] = {}
        for name, words in self.typed.words.items():
            clean = " ".join(words.split())
            if name in ("alat", "kerawanan"):
                fields[name] = tuple(part.strip() for part in clean.split(",") if part.strip())
            elif name == "poskamling":
                fields[name] = int(clean) if clean.isdecimal() else clean or 0
            else:
                fields[name] = stored(clean) if name == "sk_tanggal" else clean
        return replace(data, **fields)


@ft.component
def DataDesaScreen(desk: Desk, place: VillagePlace) -> ft.Control:
    state, _ = ft.use_state(lambda: VillageState(desk.ctx, desk.account, place))
    page = ft.context.page

    def show() -> None:
        page.run_task(state.show, place)

    def save() -> None:
        page.run_task(state.save)

    def back() -> None:
        desk.go(RosterPlace() if place.desa is None else VillagePlace())

    ft.use_effect(show, [place])
    ft.use_effect(lambda: desk.pulse.follow(state.load), [])
    writes = desk.may(Permission.WRITE_DESA)
    button = [filled_button(teks.DD_SIMPAN, save, ft.Icons.CHECK)]
    title = umum.DESA.format(nama=nama_desa(place.desa)) if place.desa else teks.DD_JUDUL
    return frame(
        desk.frame_facts(menu.ANGGOTA),
        view.body(_shown(state, writes), lambda kode: desk.go(VillagePlace(kode))),
        title=title,
        sub=teks.DD_SUB,
        lead=icon_button(ft.Icons.ARROW_BACK, teks.AG_KEMBALI, back),
        actions=button if writes and state.page is not None else [],
    )


def _shown(state: VillageState, writes: bool) -> view.Shown:
    return view.Shown(
        state.page, state.everything, state.active, state.told, state.bad, writes, state.round,
        _typing(state),
    )  # fmt: skip


def _typing(state: VillageState) -> Callable[[str, str], None]:
    def typed(name: str, words: str) -> None:
        state.typed.words[name] = words

    return typed
