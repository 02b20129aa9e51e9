"""The evidence files of one place: listed, fetched, added, taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import flet as ft

from server.desk.page_context import Desk
from server.desk.widgets.buttons import icon_button, outline_button, pill
from server.desk.widgets.fields import Field
from server.desk.widgets.text import icon, second, text
from server.inovasi import evidence, teks
from server.inovasi.desk import addresses as at
from server.inovasi.desk.bukti.state import Entering
from server.pembinaan.desk.parts import framed
from shared.clock import jam, tanggal_pendek
from shared.widgets.layout import column, row, wrapped

Row = dict[str, Any]

_SIGNS = {
    "pdf": ft.Icons.PICTURE_AS_PDF, "jpg": ft.Icons.IMAGE, "docx": ft.Icons.DESCRIPTION,
    "xlsx": ft.Icons.GRID_ON, "": ft.Icons.LINK,
}  # fmt: skip


@dataclass(frozen=True)
class FileActions:
    """``upload`` asks for a file of a kind for a place."""

    fetch: Callable[[Row], None]
    upload: Callable[[str, str], None]
    link: Callable[[str, str], None]
    remove: Callable[[str], None]


def actions(desk: Desk, state: Entering[Any]) -> FileActions:
    """The deeds, run at this desk."""

    def upload(tempat: str, jenis: str) -> None:
        desk.upload(partial(state.add_file, tempat, jenis), allow_multiple=True)()

    def fetch(file: Row) -> None:
        if file["tautan"]:
            desk.open(file["tautan"])
        else:
            desk.fetch(at.FILE.format(ident=file["id"]))

    return FileActions(
        fetch=fetch,
        upload=upload,
        link=desk.run(state.add_link),
        remove=desk.run(state.remove_file),
    )


def listed(files: Sequence[Row], on: FileActions, *, writes: bool) -> ft.Control:
    """The files that are there."""
    if not files:
        return second(teks.IN_BUKTI_KOSONG, "body")
    return column(
        *[_file(one, on, writes) for one in files],
        gap=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _file(one: Row, on: FileActions, writes: bool) -> ft.Control:
    kind = teks.IN_JENIS_BERKAS.get(one["jenis"], one["jenis"])
    when = f"{tanggal_pendek(one['at'])} {jam(one['at'])}"
    told = column(
        text(one["nama"], "bodyb", lines=1),
        second(f"{kind} · {when} · {one['by']}", lines=1),
        gap=2, expand=True,
    )  # fmt: skip
    fetch = icon_button(
        ft.Icons.OPEN_IN_NEW if one["tautan"] else ft.Icons.DOWNLOAD,
        teks.IN_UNDUH.format(nama=one["nama"]), lambda: on.fetch(one),
    )  # fmt: skip
    gone = icon_button(
        ft.Icons.DELETE_OUTLINE, teks.IN_HAPUS.format(nama=one["nama"]),
        lambda: on.remove(one["id"]),
    )  # fmt: skip
    return framed(icon(_SIGNS[one["akhiran"]], 22), told, fetch, *([gone] if writes else []))


@ft.component
def AddFile(tempat: str, kinds: Sequence[str], on: FileActions, **_key: Any) -> ft.Control:
    """Choose what it is, then the file; or an address."""
    kind, set_kind = ft.use_state(kinds[0])
    address, set_address = ft.use_state("")

    def choose(one: str) -> Callable[[], None]:
        return lambda: set_kind(one)

    pills = [pill(teks.IN_JENIS_BERKAS[one], choose(one), chosen=one == kind) for one in kinds]
    field = Field(
        teks.IN_TAUTAN, "", on_change=set_address, show_label=False, hint=teks.IN_TAUTAN,
        limit=evidence.MOST_LINK,
    )  # fmt: skip
    return column(
        wrapped(*pills, gap=6),
        row(outline_button(teks.IN_UNGGAH, lambda: on.upload(tempat, kind), ft.Icons.UPLOAD)),
        second(teks.IN_TERIMA),
        row(
            ft.Container(content=field, expand=True),
            outline_button(teks.IN_TAUTAN_TAMBAH, lambda: on.link(tempat, address), ft.Icons.LINK),
        ),
        gap=10,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
