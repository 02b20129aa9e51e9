"""The report in the middle: photos, fields with the sign for a note, what changed, its history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.core import teks as umum
from server.desk.widgets.buttons import filled_button, icon_button, outline_button
from server.desk.widgets.chips import kejadian_chip, kind_icon, status_chip
from server.desk.widgets.fields import Field
from server.desk.widgets.layout import card, pad, rule
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import colours, look
from server.laporan import teks
from server.laporan.desk.laporan_detail import facts, photos
from server.laporan.desk.laporan_detail.doubts import doubts
from server.laporan.desk.periksa import parts
from server.laporan.desk.periksa.parts import FieldLine, Part
from server.laporan.desk.periksa.state import ReviewState
from server.laporan.read_review import GivenNote, ReviewPage
from shared.widgets.layout import column, row, wrapped
from shared.wilayah import Wilayah


@dataclass(frozen=True)
class ReportActions:
    """What the person can do at the report."""

    note: Callable[[str], None]
    drop: Callable[[str], None]
    photo: photos.PhotoActions


def report_card(
    state: ReviewState, seen: ReviewPage, shown: list[photos.PhotoFacts], on: ReportActions
) -> ft.Control:
    """From the title to the history."""
    parts_of: list[ft.Control] = [
        _title(state.ctx.wilayah, seen),
        *doubts(seen.page),
        *_changes(seen),
        rule(),
    ]
    if shown:
        parts_of += [_photos(state, seen, shown, on), rule()]
    lines = parts.lines(seen.page.laporan, seen.previous)
    fields = [_field(state, seen, line, on) for line in lines]
    whole = parts.whole()
    fields += [_pinned(state, seen, whole, on)]
    history = [rule(), _history(seen)]
    body = column(
        *parts_of, *fields, *history, gap=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )  # fmt: skip
    return card(body, padding=0, key="rincian")


def _title(wilayah: Wilayah, seen: ReviewPage) -> ft.Control:
    line, page = seen.page.detail.line, seen.page
    heading = f"{facts.title(page)}, {umum.DESA.format(nama=wilayah.nama_desa(line.desa))}"
    urgent = [kejadian_chip()] if line.kind == "kejadian" else []
    incomplete = line.foto_utuh < line.jumlah_foto
    chip = status_chip(seen.status, incomplete=incomplete)
    resi = teks.RESI_MASUK.format(resi=line.resi, waktu=facts.short(line.changed_at))
    words = column(
        wrapped(text(heading, "head"), *urgent, gap=6),
        second(resi),
        *([row(chip)] if look().narrow else []),
        gap=3,
        expand=True,
    )
    right = [] if look().narrow else [chip]
    head = row(kind_icon(line.kind, line.jenis, 24), words, *right, gap=12)
    return ft.Container(content=head, padding=pad(12, 16))


def _changes(seen: ReviewPage) -> list[ft.Control]:
    """What is different from the version before, in one line."""
    if seen.previous is None:
        return []
    before = teks.perbaikan_ke(seen.previous.versi).lower()
    labels = parts.changed_labels(seen.page.laporan, seen.previous)
    words = teks.PK_TIDAK_BERUBAH.format(versi=before)
    if labels:
        words = teks.PK_BERUBAH.format(versi=before, bagian=", ".join(labels))
    gone = parts.gone_photos(seen.page.laporan, seen.previous)
    more = [text(teks.PK_FOTO_HILANG.format(n=gone), "meta", colours().info.fore)] if gone else []
    said = column(text(words, "metab", colours().info.fore), *more, gap=2, expand=True)
    return [_tinted("info", ft.Icons.DIFFERENCE, said, pad(0, 16, bottom=12))]


def _photos(
    state: ReviewState, seen: ReviewPage, shown: list[photos.PhotoFacts], on: ReportActions
) -> ft.Control:
    fresh = parts.new_photos(seen.page.laporan, seen.previous)
    size = (150.0, 112.0) if look().narrow else (196.0, 146.0) if len(shown) < 3 else (160.0, 120.0)
    pictures: list[ft.Control] = []
    for photo in shown:
        part = parts.photo_part(photo.number, photo.photo.sha256)
        label = f"{part.label} ({teks.PK_FOTO_BARU})" if photo.photo.sha256 in fresh else part.label
        foot = row(
            text(label, "metab" if photo.photo.sha256 in fresh else "meta", expand=True),
            _note_button(state, part, on),
            gap=2,
        )
        pictures.append(
            ft.Container(
                content=column(
                    photos.thumbnail(photo, on.photo, size),
                    ft.Container(content=foot, width=size[0]),
                    gap=0,
                ),
                border_radius=12,
                padding=4,
                bgcolor=_chosen(state, part),
            )
        )
    strip = wrapped(*pictures, gap=8, vertical_alignment=ft.CrossAxisAlignment.START)
    said = [
        control
        for photo in shown
        for control in _under(
            state, seen, parts.photo_part(photo.number, photo.photo.sha256), on, named=True
        )
    ]
    body = column(strip, *said, wrapped(*photos.known(shown), gap=16), gap=8,
                  horizontal_alignment=ft.CrossAxisAlignment.STRETCH)  # fmt: skip
    return ft.Container(content=body, padding=pad(12, 14), key="foto")


def _field(state: ReviewState, seen: ReviewPage, line: FieldLine, on: ReportActions) -> ft.Control:
    told = text(line.value, "body") if line.value else second(umum.TIDAK_DIISI, "body")
    under = _under(state, seen, line.part, on)
    before = [] if line.before is None else [_before(line.before)]
    body = column(
        told, *before, *under, gap=6, expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )  # fmt: skip
    return ft.Container(
        content=row(
            ft.Container(content=second(line.part.label), width=100, padding=pad(top=10)),
            ft.Container(content=body, expand=True, padding=pad(9, 0)),
            _note_button(state, line.part, on),
            gap=8,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        padding=pad(0, left=16, right=10),
        bgcolor=_chosen(state, line.part),
        key=f"isian-{line.part.key}",
    )


def _pinned(state: ReviewState, seen: ReviewPage, part: Part, on: ReportActions) -> ft.Control:
    """A note to the whole report."""
    return ft.Container(
        content=row(
            column(
                second(teks.PK_CATATAN_UMUM), *_under(state, seen, part, on), gap=6, expand=True,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
            _note_button(state, part, on),
            gap=8,
        ),
        padding=pad(8, left=16, right=10),
        bgcolor=_chosen(state, part),
        key="isian-laporan",
    )  # fmt: skip


def _before(words: str) -> ft.Control:
    said = teks.PK_SEMULA.format(isi=words) if words else teks.PK_SEMULA_KOSONG
    return _tinted(
        "info", ft.Icons.HISTORY, text(said, "body", colours().info.fore, expand=True), pad()
    )


def _under(
    state: ReviewState, seen: ReviewPage, part: Part, on: ReportActions, *, named: bool = False
) -> list[ft.Control]:
    """What stands at a part: notes given before, the note to be given, or the field to write it."""
    laporan = seen.page.laporan
    given = [note for note in seen.notes if parts.where(note, laporan) == part.key]
    found: list[ft.Control] = [_given(note, part if named else None) for note in given]
    if state.editing == part.key:
        found.append(_writing(state, part))
    elif words := state.notes.get(part.key):
        found.append(_draft(part, words, on, named=named))
    return found


def _given(note: GivenNote, part: Part | None) -> ft.Control:
    who = teks.PK_OLEH.format(oleh=note.by, waktu=facts.short(note.at))
    read = (
        teks.PK_DIBACA.format(waktu=facts.short(note.read_at))
        if note.read_at
        else teks.PK_BELUM_DIBACA
    )
    head = f"{part.label}: " if part else ""
    pair = colours().mute
    said = column(
        text(head + note.text, "body", pair.fore), text(f"{who}, {read}", "meta", pair.fore),
        gap=2, expand=True,
    )  # fmt: skip
    return _tinted("mute", ft.Icons.PUSH_PIN, said, pad())


def _draft(part: Part, words: str, on: ReportActions, *, named: bool) -> ft.Control:
    said = f"{part.label}: {words}" if named else words
    drop = icon_button(
        ft.Icons.CLOSE, teks.PK_CATATAN_HAPUS.format(bagian=part.label),
        lambda: on.drop(part.key), colour=colours().fix.fore, size=18,
    )  # fmt: skip
    told = row(text(said, "bodyb", colours().fix.fore, expand=True), drop, gap=4, expand=True)
    return _tinted("fix", ft.Icons.PUSH_PIN, told, pad())


def _writing(state: ReviewState, part: Part) -> ft.Control:
    """The note that is being written, with sentences that often fit."""

    ready = [
        outline_button(words, lambda words=words: state.ready(words)) for words in part.ready()
    ]
    return ft.Container(
        content=column(
            Field(
                teks.PK_CATATAN_TAMBAH.format(bagian=part.label),
                state.typed.note,
                on_change=state.type_note,
                on_focus=lambda: state.set_typing(True),
                on_leave=lambda: state.set_typing(False),
                lines=2,
                limit=1000,
                hint=teks.PK_CATATAN_ISI,
                autofocus=True,
                key=f"catatan-{part.key}-{state.round}",
            ),
            wrapped(*ready, gap=6),
            row(
                filled_button(teks.PK_CATATAN_SIMPAN, state.keep_note, ft.Icons.PUSH_PIN),
                outline_button(teks.PK_CATATAN_BATAL, state.stop_editing),
            ),
            gap=8,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=pad(8, 0),
    )


def _note_button(state: ReviewState, part: Part, on: ReportActions) -> ft.Control:
    if not state.may_decide:
        return ft.Container(width=40, height=40)
    pinned = part.key in state.notes
    words = teks.PK_CATATAN_UBAH if pinned else teks.PK_CATATAN_TAMBAH
    symbol = ft.Icons.PUSH_PIN if pinned else ft.Icons.ADD_COMMENT_OUTLINED
    colour = colours().fix.fore if pinned else None
    return icon_button(
        symbol, words.format(bagian=part.label), lambda: on.note(part.key), colour=colour, size=20
    )


def _chosen(state: ReviewState, part: Part) -> str | None:
    keys = [p.key for p in state.parts]
    at = state.chosen
    return colours().primary_container if 0 <= at < len(keys) and keys[at] == part.key else None


def _tinted(
    kind: str, symbol: ft.IconData, content: ft.Control, margin: ft.Padding
) -> ft.Container:
    pair = getattr(colours(), kind)
    inner = ft.Container(
        content=row(icon(symbol, 18, pair.fore), content, gap=8),
        bgcolor=pair.back,
        border_radius=10,
        padding=pad(7, 10),
    )
    return ft.Container(content=inner, padding=margin)


def _history(seen: ReviewPage) -> ft.Control:
    events = [
        row(
            icon(ft.Icons.MOVE_TO_INBOX if e.status is None else ft.Icons.FACT_CHECK, 18),
            text(e.title, "bodyb"),
            second(teks.PK_OLEH.format(oleh=e.by, waktu=facts.short(e.at)), expand=True),
            gap=8,
        )
        for e in facts.history(seen.page)
    ]
    body = column(text(teks.RIWAYAT, "bodyb"), *events, gap=6)
    return ft.Container(content=body, padding=pad(12, 16))
