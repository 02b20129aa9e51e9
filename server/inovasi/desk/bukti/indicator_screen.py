"""One indicator: what it asks, what is reached, what is missing, and its evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.places import Place
from server.desk.reading import use_reading
from server.desk.widgets.buttons import outline_button, pill
from server.desk.widgets.chips import chip
from server.desk.widgets.fields import Field
from server.desk.widgets.layout import pad, scrolling
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import chip_colours, colours
from server.inovasi import evidence, teks
from server.inovasi import innovation_fields as fields
from server.inovasi.desk.addresses import EvidencePlace, IndicatorPlace, MeasurePlace
from server.inovasi.desk.bukti import files_view, parts
from server.inovasi.desk.bukti.labels import readiness
from server.inovasi.desk.bukti.state import EvidenceState
from server.inovasi.indicator_words import next_step, says
from server.inovasi.indicators import Standing
from server.inovasi.innovation import Innovation
from server.inovasi.innovation_figures import STEADY, steady_months
from server.inovasi.innovation_set import ENTERED, PARAMETERS
from server.inovasi.measures import BY_KODE
from shared.roles import Permission
from shared.widgets.layout import column, row, wrapped


@dataclass(frozen=True)
class IndicatorActions:
    """What one can do here; ``put`` enters a choice."""

    go: Callable[[Place], None]
    put: Callable[[str, Any], None] | None
    number: Callable[[str, str], None]
    leave: Callable[[], None]
    files: files_view.FileActions
    again: Callable[[], None]


@ft.component
def IndicatorPage(desk: Desk, place: IndicatorPlace) -> ft.Control:
    state = use_reading(
        desk, lambda: EvidenceState(desk.ctx, desk.account, place.tahun), place.tahun
    )
    writes = desk.may(Permission.WRITE_BUKTI)

    def put(key: str, value: Any) -> None:
        desk.run(state.put)(key, value)

    on = IndicatorActions(
        go=desk.go,
        put=put if writes else None,
        number=lambda key, text: desk.run(state.put_number)(key, text),
        leave=lambda: desk.run(state.flush)(),
        files=files_view.actions(desk, state),
        again=lambda: desk.run(state.load)(),
    )
    found = state.page.overview.find(place.nomor) if state.page else None
    title = teks.JUDUL
    if found is not None:
        title = teks.IN_JUDUL.format(nomor=place.nomor, nama=found.indicator.nama)
    return desk.framed(
        menu.BUKTI,
        state,
        body(state, found, on),
        title=title,
        lead=parts.lead(lambda: desk.go(EvidencePlace(place.tahun))),
    )


def body(state: EvidenceState, one: Standing | None, on: IndicatorActions) -> ft.Control:
    page = state.page
    if page is None or one is None:
        return parts.waiting(failed=state.failed, lacks_set=state.lacks_set, again=on.again)
    main = parts.stacked(_asked(one, on), _evidence(state, page, one, on))
    return scrolling(
        *parts.banner(is_sample=page.is_sample),
        parts.beside(main, parts.stacked(_reached(page, one, on)), side_width=340),
    )


def _asked(one: Standing, on: IndicatorActions) -> ft.Control:
    tags: list[ft.Control] = [
        chip("mute", ft.Icons.SCALE, teks.IN_BOBOT.format(bobot=teks.angka(one.indicator.bobot)))
    ]
    if one.indicator.wajib:
        tags.append(chip("info", ft.Icons.PRIORITY_HIGH, teks.IN_WAJIB))
    return parts.section(
        one.indicator.tanya,
        wrapped(*tags, gap=6),
        *_bases(one, on),
        *[_parameter(one, n) for n in range(1, PARAMETERS + 1)],
        parts.source(one.indicator.sumber, one.indicator.yakin),
    )


def _demanded(one: Standing) -> list[ft.Control]:
    """What a validator usually asks to see; a proposal of ours, and it says so."""
    if not one.indicator.diminta:
        return []
    kinds = ", ".join(teks.IN_JENIS_BERKAS.get(kind, kind) for kind in one.indicator.jenis)
    fitting = [second(teks.IN_DIMINTA_JENIS.format(jenis=kinds))] if kinds else []
    return [
        text(teks.IN_DIMINTA, "metab"), text(one.indicator.diminta), *fitting,
        second(teks.IN_DIMINTA_KET),
    ]  # fmt: skip


def _bases(one: Standing, on: IndicatorActions) -> list[ft.Control]:
    """Which of several ways is taken."""
    if len(one.indicator.dasar) == 1:
        return []
    key, put = f"indikator.{one.indicator.nomor}.dasar", on.put

    def choose(kode: str) -> Callable[[], None]:
        return lambda: put(key, kode) if put else None

    pills = [
        pill(
            f"{basis.kode}. {basis.nama}",
            choose(basis.kode) if put else None,
            chosen=basis == one.basis,
        )
        for basis in one.indicator.dasar
    ]
    return [text(teks.IN_DASAR, "metab"), wrapped(*pills, gap=6)]


def _parameter(one: Standing, number: int) -> ft.Control:
    here, chosen = one.reached == number, one.counted == number and not one.reached
    kind = "ok" if here else "fix" if chosen else "mute"
    pair = chip_colours(kind)
    state = teks.IN_TERCAPAI if here else teks.IN_DIPILIH if chosen else ""
    sign = ft.Icons.CHECK_CIRCLE if here else ft.Icons.RADIO_BUTTON_UNCHECKED
    inside = row(
        icon(sign, 20, pair.fore),
        column(
            text(teks.IN_PARAMETER.format(n=number), "metab", pair.fore),
            text(one.basis.parameter[number - 1], "body", pair.fore if here or chosen else None),
            gap=1,
            expand=True,
        ),
        *([text(state, "metab", pair.fore)] if state else []),
        gap=12,
    )
    back = pair.back if here or chosen else None
    return ft.Container(
        content=inside, bgcolor=back, padding=pad(8, 12), border_radius=10,
        border=ft.Border.all(1, colours().outline_variant),
    )  # fmt: skip


def _reached(page: Innovation, one: Standing, on: IndicatorActions) -> ft.Control:
    points = teks.IN_POIN.format(poin=teks.angka(one.points), semua=teks.angka(one.indicator.most))
    parts_: list[ft.Control] = [
        text(says(one), "bodyb"),
        row(readiness(one), text(points, "body"), gap=10, wrap=True),
        *_choice(one, on),
        *_number(page, one, on),
        text(teks.IN_BERIKUT, "metab"),
        text(next_step(one), "body"),
    ]
    if one.basis.ukuran in BY_KODE:
        place = MeasurePlace(one.basis.ukuran, str(page.tahun))
        parts_.append(
            row(outline_button(teks.IN_TEMBUS, lambda: on.go(place), ft.Icons.QUERY_STATS))
        )
    return parts.section(teks.IN_KATA_DATA, *parts_)


def _choice(one: Standing, on: IndicatorActions) -> list[ft.Control]:
    """For what software cannot count: somebody says which parameter the files prove."""
    put = on.put
    if one.is_measured:
        return []
    if put is None:
        return [second(teks.IN_LACAK)]
    key = f"indikator.{one.indicator.nomor}.parameter"

    def choose(number: int) -> Callable[[], None]:
        return lambda: put(key, number)

    names = (teks.IN_BELUM, *(teks.IN_PARAMETER.format(n=n) for n in range(1, PARAMETERS + 1)))
    pills = [pill(name, choose(n), chosen=one.counted == n) for n, name in enumerate(names)]
    return [second(teks.IN_LACAK), text(teks.IN_PILIH, "metab"), wrapped(*pills, gap=6)]


def _number(page: Innovation, one: Standing, on: IndicatorActions) -> list[ft.Control]:
    """A number that the kecamatan enters, or the setting of when a village is active."""
    if one.basis.ukuran == ENTERED:
        key = f"indikator.{one.indicator.nomor}.angka.{one.basis.kode}"
        label, told = teks.IN_ANGKA, teks.IN_ANGKA_KET
        known = fields.number(page.facts, key)
    elif one.basis.ukuran == "desa_rutin":
        key, label, told = STEADY, teks.IN_BULAN, teks.IN_BULAN_KET
        known = float(steady_months(page.facts))
    else:
        return []
    field = Field(
        label,
        "" if known is None else teks.angka(known, 2),
        on_change=lambda value: on.number(key, value),
        on_leave=on.leave,
        limit=8,
        read_only=on.put is None,
        key=key,
    )
    return [field, second(told)]


def _evidence(
    state: EvidenceState, page: Innovation, one: Standing, on: IndicatorActions
) -> ft.Control:
    place = f"indikator:{one.indicator.nomor}"
    inside: list[ft.Control] = [second(teks.IN_DARI_DATA)] if one.from_data else []
    inside += _demanded(one)
    inside.append(files_view.listed(one.files, on.files, writes=on.put is not None))
    if on.put is not None:
        inside.append(
            files_view.AddFile(
                place, evidence.KINDS, on.files, key=f"{place}-{page.tahun}-{state.round}"
            )
        )
    return parts.section(teks.IN_BUKTI, *inside)
