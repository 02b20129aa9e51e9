"""What happened: six tiles in red, the last one for one's own word."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from mobile import teks
from mobile.screens.form_kejadian.state import choose_kind, detail
from mobile.screens.form_parts import sections
from mobile.screens.form_parts.form import FormState
from mobile.screens.form_parts.question import question, spoken
from mobile.widgets import tiles as pieces
from mobile.widgets.fields import Field

I = ft.Icons  # noqa: E741
ICONS = {
    "Kebakaran": I.LOCAL_FIRE_DEPARTMENT,
    "Banjir": I.FLOOD,
    "Kecelakaan": I.CAR_CRASH,
    "Angin kencang": I.AIR,
    "Gangguan keamanan": I.REPORT,
}


@ft.component
def What(form: FormState) -> ft.Control:
    kind = detail(form).jenis
    usual = teks.KEJADIAN_JENIS
    other, set_other = ft.use_state(bool(kind) and kind not in usual)

    taken = "" if other else kind

    def pick(name: str) -> None:
        set_other(False)
        choose_kind(form, name)

    def own() -> None:
        set_other(True)
        if kind in usual:
            choose_kind(form, "")

    parts: list[ft.Control] = [
        spoken(
            pieces.tile(name, ICONS[name], name == taken, _taker(pick, name), urgent=True),
            name == taken,
        )
        for name in usual
    ]
    last = pieces.tile(teks.KEJADIAN_LAINNYA, I.APPS, other, own, urgent=True)
    parts.append(spoken(last, other))
    below: list[ft.Control] = []
    if other:
        below.append(
            Field(
                teks.KEJADIAN_LAIN_ISI, "" if kind in usual else kind, limit=80, show_label=False,
                hint=teks.KEJADIAN_LAIN_PETUNJUK, focus=not kind,
                on_change=lambda words: form.typed_kejadian(sections.JENIS, jenis=words.strip()),
            )
        )  # fmt: skip
    return question(form, sections.JENIS, teks.APA_TERJADI, pieces.tiles(parts), *below)


def _taker(pick: Callable[[str], None], name: str) -> Callable[[], None]:
    return lambda: pick(name)
