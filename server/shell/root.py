"""The one component under which everything hangs: follows address, size and theme."""

from __future__ import annotations

import flet as ft

from server.anggota.desk.addresses import (
    NEW,
    AnnouncementsPlace,
    MemberPlace,
    OfRoster,
    RosterFilePlace,
    RosterPlace,
    VillagePlace,
)
from server.anggota.desk.desa.screen import DataDesaScreen
from server.anggota.desk.file_screen import AnggotaFile
from server.anggota.desk.list_screen import AnggotaList
from server.anggota.desk.member_screen import AnggotaMember
from server.core import teks
from server.data.desk.addresses import DataPlace, OfData, PastePlace, TokensPlace
from server.data.desk.screen import DataKeluar
from server.data.desk.tokens_screen import TokenApi
from server.desk.page_context import Desk
from server.desk.widgets import notices
from server.desk.widgets.frame import frame
from server.desk.widgets.theme import look, measure
from server.hp.desk.screen import Perangkat
from server.inovasi.desk.addresses import OfInnovation
from server.inovasi.desk.addresses_suara import ComplaintsPlace, OfVoice, SurveyPlace
from server.inovasi.desk.pages import evidence_page
from server.inovasi.desk.suara.complaints_screen import ComplaintsPage
from server.inovasi.desk.suara.survey_screen import SurveyPage
from server.kantor.desk.pengaturan.accounts_screen import Akun
from server.kantor.desk.pengaturan.screen import Pengaturan
from server.kantor.desk.pengumuman.screen import Pengumuman
from server.laporan.desk import addresses
from server.laporan.desk.addresses import (
    BoardPlace,
    DevicesPlace,
    LaporanPlace,
    ListPlace,
    Nowhere,
    PembinaanPlace,
    Place,
    RecordPlace,
    ReviewPlace,
    SettingsPlace,
)
from server.laporan.desk.laporan_detail.screen import LaporanDetail
from server.laporan.desk.laporan_list.screen import LaporanList
from server.laporan.desk.papan.screen import PapanBulan
from server.laporan.desk.periksa.screen import Periksa
from server.laporan.desk.tempel.screen import TempelLaporan
from server.pembinaan.desk.list_screen import PembinaanList
from server.pembinaan.desk.record_screen import PembinaanRecord
from server.pribadi.desk.addresses import AuditPlace, OfGuard, PrivacyPlace
from server.pribadi.desk.catatan.screen import Catatan
from server.pribadi.desk.pribadi.person_screen import DataOrang
from server.pribadi.desk.pribadi.screen import DataPribadi
from server.rekap.desk.addresses import RekapPlace
from server.rekap.desk.screen import RekapBulanan
from shared.roles import Permission


@ft.component
def Root(desk: Desk) -> ft.Control:
    page = ft.context.page
    place, set_place = ft.use_state(lambda: addresses.read(page.route))
    _, set_look = ft.use_state(look)

    def route_changed(event: ft.RouteChangeEvent) -> None:
        set_place(addresses.read(event.route))

    def measured(_: object) -> None:
        if measure(page):
            set_look(look())

    def listen() -> None:
        page.on_route_change = route_changed
        page.on_resize = measured
        page.on_platform_brightness_change = measured

    ft.use_effect(listen, [])
    return ft.Container(content=_screen(desk, place), expand=True)


def _screen(desk: Desk, place: Place) -> ft.Control:
    if not desk.may(Permission.READ_LAPORAN):
        return _alone(desk, notices.notice(ft.Icons.LOCK, teks.TIDAK_BERHAK))
    if isinstance(place, OfInnovation | OfVoice):
        return _evidence(desk, place)
    match place:
        case ListPlace():
            return LaporanList(desk, place)
        case LaporanPlace():
            return LaporanDetail(desk, place)
        case PembinaanPlace():
            return PembinaanList(desk, place)
        case RecordPlace():
            return PembinaanRecord(desk, place)
        case BoardPlace():
            return PapanBulan(desk, place)
        case ReviewPlace() | RekapPlace() | DevicesPlace() | SettingsPlace():
            return _office(desk, place)
        case AuditPlace() | PrivacyPlace() | DataPlace() | PastePlace() | TokensPlace():
            return _guard(desk, place)
        case _:
            return _roster(desk, place)


def _evidence(desk: Desk, place: OfInnovation | OfVoice) -> ft.Control:
    """The innovation's evidence, and what people say of it."""
    if not desk.may(Permission.READ_BUKTI):
        return _alone(desk, _nowhere(desk))
    match place:
        case SurveyPlace():
            return SurveyPage(desk, place)
        case ComplaintsPlace():
            return ComplaintsPage(desk, place)
        case _:
            return evidence_page(desk, place)


def _roster(desk: Desk, place: OfRoster | Nowhere) -> ft.Control:
    """Members, the villages' own data, announcements."""
    match place:
        case AnnouncementsPlace():
            return Pengumuman(desk, place)
        case RosterPlace() if desk.may(Permission.READ_ANGGOTA):
            return AnggotaList(desk, place)
        case MemberPlace(ident) if desk.may(
            Permission.WRITE_ANGGOTA if ident == NEW else Permission.READ_ANGGOTA
        ):
            return AnggotaMember(desk, place)
        case RosterFilePlace() if desk.may(Permission.WRITE_ANGGOTA):
            return AnggotaFile(desk)
        case VillagePlace() if desk.may(Permission.READ_ANGGOTA):
            return DataDesaScreen(desk, place)
        case _:
            return _alone(desk, _nowhere(desk))


def _office(
    desk: Desk, place: ReviewPlace | RekapPlace | DevicesPlace | SettingsPlace
) -> ft.Control:
    """Places that not every role finds; a reader is led to the report itself."""
    match place:
        case RekapPlace():
            return RekapBulanan(desk, place)
        case ReviewPlace() if desk.may(Permission.REVIEW):
            return Periksa(desk, place)
        case ReviewPlace(ident) if ident:
            return LaporanDetail(desk, LaporanPlace(ident))
        case DevicesPlace() if desk.may(Permission.MANAGE_DEVICES):
            return Perangkat(desk, place)
        case SettingsPlace(akun=True) if desk.may(Permission.MANAGE_ACCOUNTS):
            return Akun(desk)
        case SettingsPlace(akun=False) if desk.may(Permission.MANAGE_SETTINGS):
            return Pengaturan(desk)
        case _:
            return _alone(desk, _nowhere(desk))


def _guard(desk: Desk, place: OfGuard | OfData) -> ft.Control:
    """The audit log and personal data; data that goes out and comes in."""
    match place:
        case AuditPlace() if desk.may(Permission.READ_AUDIT):
            return Catatan(desk, place)
        case PrivacyPlace(anggota) if anggota and desk.may(Permission.WRITE_ANGGOTA):
            return DataOrang(desk, anggota)
        case PrivacyPlace(anggota=None) if desk.may(Permission.MANAGE_SETTINGS):
            return DataPribadi(desk)
        case DataPlace() if desk.may(Permission.EXPORT):
            return DataKeluar(desk, place)
        case PastePlace() if desk.may(Permission.WRITE_LAPORAN):
            return TempelLaporan(desk)
        case TokensPlace() if desk.may(Permission.MANAGE_SETTINGS):
            return TokenApi(desk)
        case _:
            return _alone(desk, _nowhere(desk))


def _nowhere(desk: Desk) -> ft.Control:
    return notices.notice(
        ft.Icons.SEARCH_OFF, teks.BUKAN_HALAMAN, teks.KE_DAFTAR, lambda: desk.go(ListPlace())
    )


def _alone(desk: Desk, words: ft.Control) -> ft.Control:
    return frame(desk.frame_facts(), words, title=teks.DAFTAR_JUDUL)
