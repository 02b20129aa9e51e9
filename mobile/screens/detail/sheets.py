"""The sheets of an opened report: more deeds, the questions before them, technical detail."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

import flet as ft

from mobile import teks
from mobile.domain.record import Record
from mobile.screens.detail.state import DetailState
from mobile.usecases.read import Detail
from mobile.usecases.sentences import ask_delete
from mobile.widgets import buttons, cards, sheet
from mobile.widgets.fields import Field
from mobile.widgets.layout import rule, stretched
from mobile.widgets.text import text

I = ft.Icons  # noqa: E741


def open_sheet(state: DetailState) -> ft.BottomSheet | None:
    """The one that is asked for, or none."""
    seen = state.seen
    if seen is None or not state.asking:
        return None
    if state.asking == "hapus" and seen.record.current:
        return sheet.question(
            ask_delete(seen.record), teks.HAPUS_YA, state.delete, teks.TIDAK_JADI,
            state.close, serious=True,
        )  # fmt: skip
    if state.asking == "tarik":
        return sheet.sheet(WithdrawForm(state), on_dismiss=state.close)
    if state.asking == "teknis":
        return _technical(state, seen.record)
    return _menu(state, seen)


def _menu(state: DetailState, seen: Detail) -> ft.BottomSheet:
    entries: list[cards.Link] = [(I.CHAT, teks.BAGIKAN_WA, teks.BAGIKAN_WA_SUB, _shared(state))]
    if seen.can_withdraw:
        entries.append((I.UNDO, teks.TARIK, None, partial(state.ask, "tarik")))
    if seen.can_delete:
        entries.append((I.DELETE_OUTLINE, teks.HAPUS_MENU, None, partial(state.ask, "hapus")))
    entries.append((I.INFO_OUTLINE, teks.RINCIAN_TEKNIS, None, partial(state.ask, "teknis")))
    close = buttons.outline(teks.TUTUP, state.close)
    return sheet.sheet(cards.link_list(*entries), close, on_dismiss=state.close)


def _shared(state: DetailState) -> Callable[[], Awaitable[None]]:
    async def share() -> None:
        state.close()
        await state.share()

    return share


@ft.component
def WithdrawForm(state: DetailState) -> ft.Control:
    """A withdrawal needs a reason."""
    typed = ft.use_ref("")

    def keep(words: str) -> None:
        typed.current = words

    async def withdraw() -> None:
        await state.withdraw(typed.current or "", teks.TARIK_PERLU)

    return stretched(
        text(teks.TARIK_TANYA, "body"),
        Field(teks.TARIK_ALASAN, on_change=keep, hint=teks.TARIK_PETUNJUK, lines=2,
              fault=state.fault or None, limit=500),
        buttons.danger(teks.TARIK_YA, withdraw),
        buttons.outline(teks.TIDAK_JADI, state.close),
        gap=14,
    )  # fmt: skip


def _technical(state: DetailState, record: Record) -> ft.BottomSheet:
    rows: list[ft.Control] = []
    for key, value in technical(record):
        if value:
            rows += [rule()] if rows else []
            rows.append(cards.fact(teks.RINCIAN_BARIS[key], value))
    close = buttons.outline(teks.TUTUP, state.close)
    return sheet.sheet(
        text(teks.RINCIAN_TEKNIS, "title"), cards.framed_list(*rows), close, on_dismiss=state.close
    )


def technical(record: Record) -> list[tuple[str, str]]:
    """What the kecamatan may ask for on the phone."""
    shown = record.current
    offset = shown.clock_offset_s
    codes = ", ".join(f"{gap.field}: {gap.code}" for gap in record.problems)
    return [
        ("id", record.id),
        ("versi", str(shown.versi - 1)),
        ("resi", ", ".join(record.resi)),
        ("keadaan", f"{record.state} {record.status or ''}".strip()),
        ("ditulis", shown.ditulis),
        ("dicoba", teks.DICOBA.format(kali=record.tries) if record.tries else ""),
        ("kurang", str(len(record.missing)) if record.missing else ""),
        ("jam", teks.SELISIH.format(detik=round(offset)) if offset is not None else ""),
        ("kode", codes),
    ]
