"""The form of a follow-up: quick taps and taps that come twice."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import cast

import flet as ft
import pytest

from server.desk.reading import ONCE_S
from server.pembinaan import pembinaan, teks
from server.pembinaan.pembinaan_reading import Todo, record
from shared.pembinaan import StatusTindakLanjut
from tests.cast import EVENING, HAMARUNG, LALAYAU
from tests.server.desk.window import KASI, Window, read, window
from tests.server.kit import Office

pytestmark = pytest.mark.anyio


def _visit(juai: Office) -> str:
    return pembinaan.begin(
        juai.ctx, KASI, desa=[LALAYAU, HAMARUNG], judul="Kunjungan pos", mulai=EVENING
    )


def _todos(juai: Office, ident: str) -> tuple[Todo, ...]:
    found = record(juai.ctx, KASI, ident)
    assert found is not None
    return found.todos


def _pill(desk: Window, words: str) -> ft.Container:
    """Of the form: the villages of the coaching itself stand further down."""
    return next(
        box for box in desk.find(ft.Container)
        if box.on_click and getattr(box.content, "label", None) == words
    )  # fmt: skip


async def test_two_villages_tapped_before_either_is_drawn_are_both_out_and_the_words_stay(
    juai: Office,
):
    """What was typed since the picture, and the tap before, are in no picture yet."""
    ident = _visit(juai)
    async with window(juai, f"/pembinaan/{ident}") as desk:
        await desk.tap(teks.PB_RTL_TAMBAH)
        drawn = [_pill(desk, name).on_click for name in ("Lalayau", "Hamarung")]
        await desk.type(teks.PB_RTL_TEKS, "Perbaiki pos")
        for press in cast("list[Callable[[object], None]]", drawn):
            press(None)
        await desk.settle()
        assert desk.field(teks.PB_RTL_TEKS).value == "Perbaiki pos"
        await desk.tap(teks.PB_RTL_SIMPAN)  # without a village nothing is kept
        await read(desk)
        assert _todos(juai, ident) == ()
        await asyncio.sleep(ONCE_S)
        await desk.tap(_pill(desk, "Hamarung"))
        await desk.tap(teks.PB_RTL_SIMPAN)
        await desk.until(lambda: len(_todos(juai, ident)) == 1)
    [todo] = _todos(juai, ident)
    assert (todo.desa, todo.teks) == (HAMARUNG, "Perbaiki pos")


async def test_a_village_tapped_twice_is_tapped_once(juai: Office):
    ident = _visit(juai)
    async with window(juai, f"/pembinaan/{ident}") as desk:
        await desk.tap(teks.PB_RTL_TAMBAH)
        await desk.type(teks.PB_RTL_TEKS, "Perbaiki pos")
        for _ in range(2):
            await desk.tap(_pill(desk, "Hamarung"))
            await read(desk)
        await desk.tap(teks.PB_RTL_SIMPAN)
        await desk.until(lambda: len(_todos(juai, ident)) == 1)
    assert _todos(juai, ident)[0].desa == LALAYAU


async def test_what_is_done_stays_done_when_it_is_tapped_twice(juai: Office):
    """After the first tap its place says "open again"."""
    ident = _visit(juai)
    pembinaan.put_todo(juai.ctx, KASI, ident, teks="Perbaiki pos", desa=[LALAYAU])
    async with window(juai, f"/pembinaan/{ident}") as desk:
        await desk.tap(teks.PB_RTL_SELESAI)
        await desk.until(lambda: _todos(juai, ident)[0].status == StatusTindakLanjut.SELESAI)
        await read(desk)
        await desk.tap(teks.PB_RTL_BUKA)
        await read(desk)
        assert _todos(juai, ident)[0].status == StatusTindakLanjut.SELESAI
        await asyncio.sleep(ONCE_S)
        await desk.tap(teks.PB_RTL_BUKA)
        await desk.until(lambda: _todos(juai, ident)[0].status != StatusTindakLanjut.SELESAI)
