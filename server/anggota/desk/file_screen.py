"""Bringing a roster file in: choose, look at what it would do, and then all of it or nothing."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import flet as ft

from server.anggota import roster_import, teks
from server.anggota.desk import file_view as view
from server.anggota.desk.addresses import RosterPlace
from server.anggota.roster_import import ChangedError, NoTableError, Preview
from server.core import teks as umum
from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account
from server.desk import menu
from server.desk.page_context import Desk, runner
from server.desk.widgets.buttons import icon_button
from server.desk.widgets.frame import frame

TEMPLATE = "/unduh/contoh-anggota.xlsx"


@ft.observable
@dataclass
class FileState:
    """A file and what it would do."""

    ctx: Context
    account: Account
    name: str = ""
    preview: Preview | None = None
    told: str = ""
    done: str = ""
    busy: bool = False

    async def look(self, name: str, data: bytes) -> None:
        """The preview of a chosen file."""
        self.name, self.preview, self.told, self.done, self.busy = name, None, "", "", True
        try:
            self.preview = await asyncio.to_thread(
                roster_import.examine, self.ctx, self.account, data
            )
        except NoTableError as error:
            missing = ", ".join(error.missing)
            self.told = teks.AG_IMPOR_BUKAN
            if missing:
                self.told = teks.AG_IMPOR_KOLOM.format(kolom=missing)
        except StoreError:
            self.told = umum.AG_GAGAL
        self.busy = False

    async def bring_in(self) -> None:
        """The person agrees."""
        found = self.preview
        if found is None or found.faults or self.busy:
            return
        self.busy = True
        try:
            await asyncio.to_thread(roster_import.carry_out, self.ctx, self.account, found)
            self.preview, self.done = None, teks.AG_IMPOR_SELESAI.format(n=len(found.entries))
        except ChangedError:
            self.preview, self.told = None, teks.AG_IMPOR_BERUBAH
        except StoreError:
            self.told = umum.AG_GAGAL
        self.busy = False


@ft.component
def AnggotaFile(desk: Desk) -> ft.Control:
    state, _ = ft.use_state(lambda: FileState(desk.ctx, desk.account))
    page = ft.context.page
    run = runner(page)

    async def choose() -> None:
        files = await ft.FilePicker().pick_files(
            file_type=ft.FilePickerFileType.CUSTOM, allowed_extensions=["xlsx", "csv"],
            with_data=True, cancel_upload_on_window_blur=False,
        )  # fmt: skip
        for file in files[:1]:
            await state.look(file.name, file.bytes or b"")

    def template() -> None:
        page.run_task(ft.UrlLauncher().launch_url, ft.Url(TEMPLATE, target=ft.UrlTarget.SELF))

    on = view.FileActions(
        choose=run(choose),
        template=template,
        bring_in=run(state.bring_in),
        back=lambda: desk.go(RosterPlace()),
    )
    found = view.Shown(state.name, state.preview, state.told, state.done)
    return frame(
        desk.frame_facts(menu.ANGGOTA),
        view.body(found, on),
        title=teks.AG_IMPOR_JUDUL,
        sub=teks.AG_IMPOR_SUB,
        lead=icon_button(ft.Icons.ARROW_BACK, teks.AG_KEMBALI, on.back),
    )
