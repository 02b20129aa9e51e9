"""What the board says of a village, a phone, a month: sentences made from facts."""

from __future__ import annotations

from datetime import datetime

from server.core import teks as umum
from server.laporan import teks
from server.laporan.board_rules import COMPLETE, State, month_before
from server.laporan.month_board import Board, Phone, VillageMonth
from shared.clock import BULAN, WITA, jam, nama_bulan, tanggal, tanggal_pendek
from shared.wilayah import Wilayah


def state_word(village: VillageMonth) -> str:
    return teks.PAPAN_KEADAAN[village.state]


def sub_line(village: VillageMonth, board: Board) -> str:
    """The line below the state: ``9 laporan, 1 kejadian``, ``lewat tenggat 2 hari``."""
    match village.state:
        case State.LAPOR:
            return teks.papan_laporan(village.laporan, village.kejadian)
        case State.NIHIL:
            return teks.papan_dikirim(tanggal_pendek(village.nihil_at or board.now))
        case State.TERLAMBAT:
            return teks.papan_lewat(board.days_late)
        case State.BELUM:
            return teks.papan_sampai(tanggal_pendek(board.due))
        case State.TERPUTUS:
            return _without_contact(village)


def whole(wilayah: Wilayah, village: VillageMonth, board: Board) -> str:
    """The tile read aloud, with what only the bars show."""
    facts = [wilayah.nama_desa(village.desa), state_word(village), sub_line(village, board)]
    if village.state == State.LAPOR:
        facts.append(trend(village.laporan, village.before, board))
    return ", ".join(facts)


def why(village: VillageMonth, board: Board) -> str:
    """Why the village is to be contacted."""
    if village.state == State.TERLAMBAT:
        words = teks.papan_terlambat(board.days_late)
    elif village.has_phone and village.last_contact:
        done = village.state in COMPLETE
        words = teks.papan_terakhir(day_and_month(village.last_contact), done=done)
    else:
        words = _without_contact(village).capitalize().replace(" hp", " HP")
    if village.reminded:
        return f"{words}, {teks.papan_diingatkan(tanggal_pendek(village.reminded))}"
    return words


def message(wilayah: Wilayah, village: VillageMonth, board: Board) -> str:
    """The ready text for WhatsApp."""
    desa, sapa = wilayah.nama_desa(village.desa), umum.sapaan(board.salam)
    if village.state == State.TERLAMBAT:
        words = teks.INGATKAN_TERLAMBAT if board.may_be_answered else teks.INGATKAN_LEWAT
        return words.format(sapa=sapa, desa=desa, bulan=nama_bulan(board.bulan))
    if village.has_phone and village.last_contact:
        day = day_and_month(village.last_contact)
        return teks.INGATKAN_HP.format(sapa=sapa, desa=desa, tanggal=day)
    return teks.INGATKAN_AKTIFKAN.format(sapa=sapa, desa=desa)


def head(board: Board) -> str:
    """``Senin, 7 Desember 2026. Tenggat 5 Desember sudah lewat 2 hari.``"""
    today = board.now.astimezone(WITA).date()
    left = (board.due - today).days
    due = tanggal(board.due, weekday=False, year=False)
    return teks.papan_tenggat(tanggal(today), due, board.days_late, left)


def head_short(board: Board) -> str:
    """The same for a narrow window: ``Tenggat 5 Desember sudah lewat 2 hari.``"""
    return head(board).partition(". ")[2]


def trend(now: int, before: int, board: Board) -> str:
    bulan = month_name(month_before(board.bulan))
    return teks.papan_tren(now, before, bulan, is_running=board.is_running)


def phone(one: Phone) -> str:
    at = f"{tanggal_pendek(one.last_contact)} {jam(one.last_contact)}"
    return teks.papan_hp(at, one.queued, one.free_mb)


def oldest(board: Board) -> str:
    at = board.oldest_waiting
    return teks.papan_tertua(day_and_month(at), jam(at)) if at else ""


def day_and_month(moment: datetime) -> str:
    """``2 November``"""
    return tanggal(moment, weekday=False, year=False)


def month_name(bulan: str) -> str:
    """``November``"""
    return BULAN[int(bulan[-2:]) - 1]


def _without_contact(village: VillageMonth) -> str:
    if village.has_phone and village.last_contact:
        return teks.papan_kontak(tanggal_pendek(village.last_contact))
    return teks.PAPAN_KODE_BELUM if village.has_code else teks.PAPAN_TANPA_HP
