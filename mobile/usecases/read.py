"""What the screens show, as plain data; everything comes from this phone's own storage."""

from __future__ import annotations

from pathlib import Path

from mobile.domain.record import Record, can_recall
from mobile.domain.record_answers import held
from mobile.ports import Damage
from mobile.usecases import (
    complaint,
    delete,
    finish,
    inbox,
    nihil,
    outlook,
    photo,
    start,
    survey,
    unfinished,
)
from mobile.usecases.phone import Phone, off_loop
from mobile.usecases.views import Connection, Detail, Groups, Home, Page, PhotoView, Row
from shared.clock import month_of
from shared.laporan import Foto, Kind
from shared.protocol import CLOCK_WARNING_S
from shared.status import UNSENT, PhoneState, Status

PAGE = 25


async def home(phone: Phone) -> Home:
    """Beranda; raises NotActivated."""
    return await off_loop(_home, phone)


async def connection(phone: Phone) -> Connection:
    """The card alone: asked often while something is being sent."""
    return await off_loop(_connection, phone, None)


async def badge(phone: Phone) -> int:
    """The counter at the tab Laporan, on every tab: unsent, refused, and what was sent back."""
    return await off_loop(_badge, phone)


async def groups(phone: Phone) -> Groups:
    """The tab Laporan, without the reports at rest: those come by `page`."""
    return await off_loop(_groups, phone)


async def page(phone: Phone, month: str, offset: int = 0, limit: int = PAGE) -> Page:
    """Some reports of one month, newest first."""
    return await off_loop(_page, phone, month, offset, limit)


async def detail(phone: Phone, ident: str) -> Detail | None:
    """One report with its photos checked; None when it is not on this phone."""
    return await off_loop(_detail, phone, ident)


def shown_state(record: Record) -> str:
    """The chip of a report: what the kecamatan decided speaks before what the phone did."""
    if record.sent is None:
        return PhoneState.DRAFT
    if record.sent.ditarik:
        waits = record.sent_state is not PhoneState.RECEIVED
        return record.sent_state if waits else Status.DITARIK
    if record.sent_state is PhoneState.RECEIVED and record.status not in (None, Status.DITERIMA):
        return record.status
    return record.sent_state


def needs_me(record: Record) -> bool:
    """Sent back, refused, or overtaken by another phone: only the person can go on."""
    if record.newer is not None:
        return True
    if record.sent is None:
        return False
    sent_back = record.status == Status.PERLU_PERBAIKAN and record.sent_state not in UNSENT
    photo_aside = record.sent_state is PhoneState.TEXT_RECEIVED and bool(record.problems)
    return sent_back or photo_aside or record.sent_state is PhoneState.REFUSED


def is_unsent(record: Record) -> bool:
    """Whether "Belum terkirim: n" counts it."""
    return record.sent is not None and record.sent_state in UNSENT


def row(phone: Phone, record: Record) -> Row:
    """The report as a line."""
    laporan = record.current
    done, total = record.photos_done
    first = laporan.foto[0].sha256 if laporan.foto else None
    return Row(
        id=record.id,
        laporan=laporan,
        shown=shown_state(record),
        saved_at=record.saved_at,
        resi=record.last_resi,
        photos_done=done,
        photos=total or len(laporan.foto),
        small=_small(phone, first) if first else None,
        note=next((note for note in record.notes if not note.read), None)
        or next(iter(record.notes), None),
        problems=record.problems,
        mending=record.has_unsent_changes,
        overtaken=record.newer is not None,
        unread=not record.seen or any(not note.read for note in record.notes),
    )


def damages(phone: Phone) -> tuple[Damage, ...]:
    """What could not be read, each once."""
    return tuple(dict.fromkeys((*phone.laporan.damages(), *phone.state.damages())))


def _home(phone: Phone) -> Home:
    who = phone.identity()
    opened = phone.laporan.open_records()
    last = start.find_last_activity(phone)
    left = start.latest_draft(phone)
    bulan = month_of(phone.clock.now())
    this_month = nihil.look(phone, bulan)
    offset = phone.state.sync_state().clock_offset_s
    return Home(
        desa=who.desa_nama,
        pelapor=who.pelapor.nama,
        jabatan=who.pelapor.jabatan,
        connection=_connection(phone, opened),
        attention=tuple(row(phone, record) for record in opened if needs_me(record)),
        resume=row(phone, left) if left else None,
        last=row(phone, last) if last else None,
        bulan=bulan,
        laporan_bulan_ini=this_month.laporan,
        nihil_bulan_ini=this_month.sudah is not None,
        damages=damages(phone),
        free_mb=phone.space.free_mb(),
        clock_warning_s=offset if offset and abs(offset) > CLOCK_WARNING_S else None,
        pembinaan_baru=inbox.unread_titles(phone),
        pengaduan_dijawab=complaint.unread_texts(phone),
        survei=survey.find(phone),
        belum=unfinished.find(phone),
        room_is_lent=phone.keeping.is_lent,
        room_is_refused=phone.keeping.is_refused,
    )


def _connection(phone: Phone, opened: list[Record] | None) -> Connection:
    records = phone.laporan.open_records() if opened is None else opened
    state = phone.state.sync_state()
    return Connection(
        unsent=sum(1 for record in records if is_unsent(record)),
        is_syncing=phone.sync.is_syncing,
        progress=phone.sync.progress,
        trouble=phone.sync.trouble,
        last_contact=state.last_contact,
        token_refused=state.token_refused,
        outlook=outlook.outlook(phone),
    )


def _badge(phone: Phone) -> int:
    return sum(
        1
        for record in phone.laporan.open_records()
        if is_unsent(record)
        or record.state is PhoneState.REFUSED
        or (needs_me(record) and not record.seen)
    )


def _groups(phone: Phone) -> Groups:
    opened = [r for r in phone.laporan.open_records() if not start.is_untouched(r)]
    mine = [r for r in opened if needs_me(r)]
    unsent = [r for r in opened if is_unsent(r) and r not in mine]
    rest = [r for r in opened if r not in mine and r not in unsent]
    unsent.sort(key=lambda r: (r.sent is not None and r.sent.kind != Kind.KEJADIAN, r.finished_at))
    return Groups(
        needs_me=tuple(row(phone, r) for r in mine),
        unsent=tuple(row(phone, r) for r in unsent),
        drafts=tuple(row(phone, r) for r in rest),
        months=tuple(phone.laporan.months()),
    )


def _page(phone: Phone, month: str, offset: int, limit: int) -> Page:
    records = phone.laporan.history(month)
    shown = records[offset : offset + limit]
    return Page(month, tuple(row(phone, record) for record in shown), len(records))


def _detail(phone: Phone, ident: str) -> Detail | None:
    record = phone.laporan.get(ident)
    if record is None:
        return None
    return Detail(
        record=record,
        row=row(phone, record),
        photos=tuple(_photo(phone, record, foto) for foto in record.photos),
        can_edit=finish.can_edit(record),
        can_withdraw=finish.can_withdraw(record),
        can_delete=delete.can_delete(record),
        hold_until=record.hold_until if _may_recall(phone, record) else None,
    )


def _may_recall(phone: Phone, record: Record) -> bool:
    return held(record, phone.clock.now()) and can_recall(record)


def _photo(phone: Phone, record: Record, foto: Foto) -> PhotoView:
    return PhotoView(
        foto=foto,
        path=phone.photos.path(foto.sha256) if phone.photos.whole(foto.sha256) else None,
        small=_small(phone, foto.sha256),
        at_kecamatan=foto.sha256 in photo.at_kecamatan(record),
    )


def _small(phone: Phone, sha256: str) -> Path | None:
    return phone.photos.small_path(sha256) if phone.photos.has_small(sha256) else None
