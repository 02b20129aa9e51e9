"""The line of the position (sentences 26 and 27), and the sheet to correct it or leave it out."""

from __future__ import annotations

import flet as ft

from mobile import teks
from mobile.screens.form_parts.form import FormState
from mobile.screens.form_parts.locating import Locating, degrees
from mobile.widgets import buttons, sheet
from mobile.widgets.fields import Field, fault_line
from mobile.widgets.layout import pad, side_by_side, stretched
from mobile.widgets.progress import working
from mobile.widgets.text import icon, second, text
from mobile.widgets.theme import colours
from shared.laporan import Lokasi
from shared.widgets.layout import row

I = ft.Icons  # noqa: E741
SHEET = "titik"


@ft.component
def PositionLine(form: FormState, state: Locating) -> ft.Control:
    """Tapping it opens what can be done about it."""
    found = form.draft.lokasi
    mark = I.MY_LOCATION if found else I.LOCATION_SEARCHING if state.searching else I.LOCATION_OFF
    colour = colours().primary if found else colours().on_surface_variant
    line = row(
        icon(mark, 20, colour),
        second(words(found, state), expand=True),
        icon(I.CHEVRON_RIGHT, 20),
        gap=8,
    )
    return ft.Container(
        content=ft.Container(content=line, padding=pad(14, 2), alignment=ft.Alignment.CENTER_LEFT),
        border_radius=12,
        ink=True,
        on_click=lambda: form.open(SHEET),
        tooltip=teks.TITIK_ATUR,
    )


OLD = "old"


def words(found: Lokasi | None, state: Locating) -> str:
    """What is known of the position."""
    if found and state.reason == OLD:
        return teks.TITIK_TIDAK_DAPAT[OLD]
    if found and found.akurasi_m:
        return teks.TITIK_TERCATAT.format(meter=round(found.akurasi_m))
    if found:
        return teks.TITIK_TERCATAT_SAJA
    if state.searching:
        return teks.TITIK_MENCARI
    return teks.TITIK_TIDAK_DAPAT.get(state.reason, teks.TITIK_TANPA)


def position_sheet(form: FormState) -> ft.BottomSheet:
    """Numbers, accuracy and where they come from; search again, correct, leave out."""
    return sheet.sheet(PositionSheet(form, form.locator.state), on_dismiss=form.close_sheet)


@ft.component
def PositionSheet(form: FormState, state: Locating) -> ft.Control:
    found = form.draft.lokasi
    numbers, _ = ft.use_state(lambda: _start(found))
    wrong, set_wrong = ft.use_state(False)

    def write(name: str, value: str) -> None:
        numbers[name] = value

    def use() -> None:
        lintang, bujur = degrees(numbers["lintang"], 90), degrees(numbers["bujur"], 180)
        if lintang is None or bujur is None:
            set_wrong(True)
            return
        form.close_sheet()
        form.locator.correct(lintang, bujur)

    def leave_out() -> None:
        form.close_sheet()
        form.locator.leave_out()

    fields = side_by_side(
        Field(teks.TITIK_LINTANG, numbers["lintang"], hint=teks.TITIK_PETUNJUK_LINTANG,
              on_change=lambda value: write("lintang", value)),
        Field(teks.TITIK_BUJUR, numbers["bujur"], hint=teks.TITIK_PETUNJUK_BUJUR,
              on_change=lambda value: write("bujur", value)),
    )  # fmt: skip
    return stretched(
        text(teks.TITIK_JUDUL, "title"),
        _known(found, state),
        buttons.outline(teks.TITIK_CARI_LAGI if found else teks.TITIK_CARI, form.locator.start,
                        name=I.MY_LOCATION),
        text(teks.TITIK_BETULKAN, "smallb"),
        fields,
        *([fault_line(teks.TITIK_SALAH)] if wrong else []),
        buttons.primary(teks.PAKAI, use, name=I.CHECK),
        *([buttons.quiet(teks.TITIK_HAPUS, leave_out, name=I.LOCATION_OFF)] if found else []),
        gap=12,
    )  # fmt: skip


def _known(found: Lokasi | None, state: Locating) -> ft.Control:
    lines: list[ft.Control] = [second(words(found, state))]
    if found:
        at = teks.TITIK_ANGKA.format(lintang=f"{found.lintang:.5f}", bujur=f"{found.bujur:.5f}")
        lines = [text(at, "bodyb"), second(words(found, state))]
        lines.append(second(teks.TITIK_SUMBER.get(found.sumber, found.sumber), "meta"))
    if state.searching:
        lines.append(working())
    return stretched(*lines, gap=3)


def _start(found: Lokasi | None) -> dict[str, str]:
    if found is None:
        return {"lintang": "", "bujur": ""}
    return {"lintang": f"{found.lintang:.5f}", "bujur": f"{found.bujur:.5f}"}
