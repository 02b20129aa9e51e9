"""The sheet to copy field by field: text, length, what to attach, ticked when it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import use_reading
from server.desk.widgets.buttons import filled_button, icon_button, outline_button
from server.desk.widgets.job import JobCard
from server.desk.widgets.layout import pad, scrolling
from server.desk.widgets.text import copyable, second, text
from server.desk.widgets.theme import chip_colours, colours, look
from server.inovasi import innovation_sheet, teks
from server.inovasi.desk.addresses import RoundPlace, SheetPlace
from server.inovasi.desk.bukti import parts
from server.inovasi.desk.bukti.state import EvidenceState
from server.inovasi.innovation_sheet import Item, tick_key
from shared.roles import Permission
from shared.widgets.layout import column, row, wrapped


@dataclass(frozen=True)
class SheetActions:
    """What one can do here; ``tick`` is None for who may change nothing."""

    copy: Callable[[Item], None]
    tick: Callable[[Item], None] | None
    pack: Callable[[], None] | None
    again: Callable[[], None]


@ft.component
def SheetPage(desk: Desk, place: SheetPlace) -> ft.Control:
    state = use_reading(
        desk, lambda: EvidenceState(desk.ctx, desk.account, place.tahun), place.tahun
    )

    async def copy(item: Item) -> None:
        try:
            await ft.Clipboard().set(item.text)
        except RuntimeError:
            state.tell(teks.LB_GAGAL_SALIN, well=False)
            return
        state.tell(teks.LB_DISALIN.format(nama=item.nama), well=True)

    def tick(item: Item) -> None:
        if state.page is not None:
            desk.run(state.put)(tick_key(state.page.tahun, item.kode), not item.done)

    writes = desk.may(Permission.WRITE_BUKTI)
    on = SheetActions(
        copy=lambda item: desk.run(copy)(item),
        tick=tick if writes else None,
        pack=desk.run(state.pack) if desk.may(Permission.EXPORT) else None,
        again=desk.run(state.load),
    )
    job = (
        [JobCard(desk.ctx, desk.account, state.job, state.put_away, key=state.job)]
        if state.job
        else []
    )
    pack = [filled_button(teks.UNDUH_SEMUA, on.pack, ft.Icons.DOWNLOAD)] if on.pack else []
    return desk.framed(
        menu.BUKTI,
        state,
        body(state, on, job),
        title=teks.LB_JUDUL,
        sub=teks.LB_SUB,
        lead=parts.lead(lambda: desk.go(RoundPlace(place.tahun))),
        actions=[] if look().narrow else pack,
    )


def body(state: EvidenceState, on: SheetActions, job: list[ft.Control]) -> ft.Control:
    page = state.page
    if page is None:
        return parts.waiting(failed=state.failed, lacks_set=state.lacks_set, again=on.again)
    profile = innovation_sheet.profile(page)
    claims = innovation_sheet.indicators(page)
    items = (*profile, *claims)
    count = teks.LB_SELESAI.format(n=sum(one.done for one in items), semua=len(items))
    pack = (
        [row(filled_button(teks.UNDUH_SEMUA, on.pack, ft.Icons.DOWNLOAD))]
        if on.pack and look().narrow
        else []
    )
    return scrolling(
        *parts.banner(is_sample=page.is_sample),
        *job,
        *pack,
        parts.stacked(text(count, "head"), second(teks.LB_SUMBER)),
        parts.section(teks.LB_BAGIAN_PROFIL, *[_item(one, on) for one in profile]),
        parts.section(teks.LB_BAGIAN_INDIKATOR, *[_item(one, on) for one in claims]),
    )


def _item(one: Item, on: SheetActions) -> ft.Control:
    length = teks.LB_PANJANG.format(huruf=one.letters, kata=one.words)
    head = row(text(one.nama, "bodyb", expand=True), second(length if one.text else ""), gap=10)
    shown: ft.Control = (
        copyable(text(one.text), one.nama) if one.text else second(_missing(one), "body")
    )
    deeds: list[ft.Control] = []
    if one.text:
        name = teks.LB_SALIN.format(nama=one.nama)
        deeds.append(outline_button(name, lambda: on.copy(one), ft.Icons.CONTENT_COPY))
    inside = column(
        head, shown, *_attached(one), wrapped(*deeds, gap=8), gap=6, expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )  # fmt: skip
    back = chip_colours("ok").back if one.done else None
    return ft.Container(
        content=row(
            _tick(one, on), inside, gap=10, vertical_alignment=ft.CrossAxisAlignment.START
        ),
        bgcolor=back, padding=pad(10, 12), border_radius=12,
        border=ft.Border.all(1, colours().outline_variant),
    )  # fmt: skip


def _missing(one: Item) -> str:
    return teks.LB_INDIKATOR_TANPA if one.kode.startswith("ind_") else teks.LB_KOSONG


def _attached(one: Item) -> list[ft.Control]:
    """The files of the indicator; a field of the profile has none."""
    if not one.kode.startswith("ind_"):
        return []
    if not one.attach:
        return [second(teks.LB_TANPA_LAMPIRAN)]
    return [second(teks.LB_LAMPIRAN.format(berkas="; ".join(one.attach)))]


def _tick(one: Item, on: SheetActions) -> ft.Control:
    tick = on.tick
    sign = ft.Icons.CHECK_BOX if one.done else ft.Icons.CHECK_BOX_OUTLINE_BLANK
    shape = teks.LB_BATAL if one.done else teks.LB_TANDAI
    press = (lambda: tick(one)) if tick else None
    return icon_button(
        sign, shape.format(nama=one.nama), press, colour=colours().primary if one.done else None
    )
