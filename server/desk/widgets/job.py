"""Work in the background as a person sees it: how far, a way to stop it, the file at the end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import flet as ft

from server.core.context import Context
from server.core.jobs import Seen, State
from server.core.sessions import Account
from server.desk import teks
from server.desk.widgets.buttons import filled_button, icon_button, outline_button
from server.desk.widgets.layout import card, pad
from server.desk.widgets.text import icon, text
from server.desk.widgets.theme import colours
from shared.widgets.layout import column, row

LOOK_EVERY_S = 0.4
DOWNLOAD = "/unduh/hasil/{ident}"

_SIGNS = {
    State.DONE: (ft.Icons.CHECK_CIRCLE, "ok"),
    State.STOPPED: (ft.Icons.CANCEL, "mute"),
    State.FAILED: (ft.Icons.ERROR_OUTLINE, "bad"),
}


@ft.component
def JobCard(
    ctx: Context, account: Account, ident: str, close: Callable[[], None], **_key: Any
) -> ft.Control:
    """One piece of work; ``close`` takes the card away. Give it the work's id as its key."""
    seen, set_seen = ft.use_state(lambda: ctx.jobs.look(account.username, ident))
    page = ft.context.page

    async def watch() -> None:
        now = seen
        while now is not None and not now.over:
            await asyncio.sleep(LOOK_EVERY_S)
            now = ctx.jobs.look(account.username, ident)
            set_seen(now)

    def stop() -> None:
        ctx.jobs.stop(account.username, ident)

    def fetch() -> None:
        address = DOWNLOAD.format(ident=ident)
        page.run_task(ft.UrlLauncher().launch_url, ft.Url(address, target=ft.UrlTarget.SELF))

    ft.use_effect(watch, [ident])
    return picture(seen, stop, fetch, close)


def picture(
    seen: Seen | None,
    stop: Callable[[], None],
    fetch: Callable[[], None],
    close: Callable[[], None],
) -> ft.Control:
    """The same without the watching."""
    if seen is None or seen.over:
        return _ended(seen, fetch, close)
    bar = ft.ProgressBar(
        value=seen.share, bar_height=6, border_radius=3, semantics_label=said(seen),
        color=colours().primary, bgcolor=colours().quiet,
    )  # fmt: skip
    told = column(
        ft.Semantics(live_region=True, content=text(said(seen), "bodyb", lines=2)), bar,
        gap=8, expand=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )  # fmt: skip
    return card(row(told, outline_button(teks.HENTIKAN, stop, ft.Icons.STOP), gap=16))


def _ended(seen: Seen | None, fetch: Callable[[], None], close: Callable[[], None]) -> ft.Control:
    symbol, kind = _SIGNS[seen.state] if seen else (ft.Icons.INFO, "mute")
    pair = getattr(colours(), kind)
    parts: list[ft.Control] = [
        icon(symbol, 22, pair.fore),
        ft.Semantics(
            live_region=True, content=text(said(seen), "bodyb", pair.fore), expand=True
        ),
    ]  # fmt: skip
    if seen is not None and seen.state == State.DONE:
        parts.append(filled_button(teks.UNDUH, fetch, ft.Icons.DOWNLOAD))
    parts.append(icon_button(ft.Icons.CLOSE, teks.TUTUP, close, colour=pair.fore))
    return ft.Container(
        content=row(*parts, gap=12), bgcolor=pair.back, border_radius=16, padding=pad(10, 16)
    )


def said(seen: Seen | None) -> str:
    """How it stands, as a sentence."""
    if seen is None:
        return teks.KERJA_HILANG
    if seen.state == State.FAILED:
        return (teks.KERJA_PENUH if seen.full else teks.KERJA_GAGAL).format(nama=seen.name)
    if seen.state == State.RUNNING and seen.total:
        done, total = teks.angka(seen.done), teks.angka(seen.total)
        return teks.KERJA_JALAN.format(nama=seen.name, selesai=done, semua=total)
    shape = {
        State.WAITING: teks.KERJA_MENUNGGU,
        State.RUNNING: teks.KERJA_MULAI,
        State.DONE: teks.KERJA_SIAP,
        State.STOPPED: teks.KERJA_HENTI,
    }[seen.state]
    return shape.format(nama=seen.name, ukuran=teks.ukuran(seen.size))
