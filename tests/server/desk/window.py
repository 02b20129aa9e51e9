"""A window of the staff view, looked at and used without any browser."""

from __future__ import annotations

import asyncio
import hashlib
import io
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any
from unittest.mock import patch

import flet as ft
from PIL import Image

from server.core.context import Context
from server.core.files.photo_files import PhotoKey
from server.core.sessions import Account, current_account
from server.laporan.rows import photo_rows
from server.shell.session import open_session
from shared.laporan import Foto, Laporan
from shared.roles import Role
from tests.cast import KASI_TRANTIB
from tests.doubles.flet_tree import Tree, opened, words_in
from tests.server.kit import Office

KASI = Account("kasi", Role.KASI_TRANTIB, KASI_TRANTIB)
PEMBACA = Account("pembaca", Role.PEMBACA, "Staf kecamatan (contoh)")

_to_thread = asyncio.to_thread
_under_way: set[object] = set()

DESK = (1366, 768)
HP = (412, 915)


class Window(Tree):
    """The tree with the few moves that all tests make."""

    def lines(self) -> list[str]:
        """What the lines of the list say, from the top."""
        found = [c for c in self.find(ft.Container) if c.ink and c.on_click and _words(c)]
        return [words for c in found if " WITA" not in (words := _words(c)) and "Nov " in words]


@asynccontextmanager
async def window(
    juai: Office | Context,
    route: str = "/laporan",
    *,
    account: Account | None = KASI,
    size: tuple[int, int] = DESK,
    look_s: float = 0.02,
    **page: Any,
) -> AsyncIterator[Window]:
    ctx = juai.ctx if isinstance(juai, Office) else juai
    token = current_account.set(account)
    opening = opened(route=route, width=size[0], height=size[1], **page)
    try:
        with patch("asyncio.to_thread", _counted), patch("server.desk.attention.LOOK_S", look_s):
            async with opening as tree:
                tree.__class__ = Window
                assert isinstance(tree, Window)
                await open_session(tree.page, ctx)
                await read(tree)
                yield tree
    finally:
        current_account.reset(token)


async def read(tree: Tree) -> None:
    """Let the screen read from its thread and draw, however slow the machine is."""
    await tree.settle(0.15)
    await tree.until(lambda: not _under_way, 30)
    await tree.settle(0.15)


async def _counted(question: Callable[..., Any], *given: Any, **more: Any) -> Any:
    """``asyncio.to_thread`` that one can wait for."""
    one = object()
    _under_way.add(one)
    try:
        return await _to_thread(question, *given, **more)
    finally:
        _under_way.discard(one)


def with_photos(laporan: Laporan, *pictures: bytes, sensitif: int | None = None) -> Laporan:
    """The report with these photos; one of them may be sensitif."""
    foto = tuple(
        Foto(
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            lebar=64,
            tinggi=48,
            diambil="2026-11-24T21:04:00+08:00",
            keterangan=f"Foto ke-{index + 1}",
            sensitif=index == sensitif,
        )
        for index, data in enumerate(pictures)
    )
    return replace(laporan, foto=foto)


def picture(number: int) -> bytes:
    """A small picture, another for each number."""
    out = io.BytesIO()
    Image.new("RGB", (64, 48), (40 * number % 256, 90, 120)).save(out, "JPEG")
    return out.getvalue()


def arrive(ctx: Context, laporan: Laporan, data: bytes) -> None:
    """A photo of the report has come in whole."""
    key = PhotoKey(laporan.desa, hashlib.sha256(data).hexdigest())
    ctx.photos.append(key, 0, data)
    ctx.photos.finish(key)
    with ctx.database.write() as db:
        photo_rows.mark_whole(db, *key, len(data), ctx.clock.now())
    ctx.bell.ring()


def _words(control: Any) -> str:
    return " ".join(words_in(control))
